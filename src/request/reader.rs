//! Reads JSON values field by field and remembers where it is, so that every error names a path.

use serde_json::{Map, Value};

use super::error::{ContractError, Fault};
use crate::rules::date::Date;
use crate::rules::money::{AmountError, Money};

type Read<T> = Result<T, ContractError>;

/// A value with its path.
#[derive(Clone)]
pub struct Field<'a> {
    value: &'a Value,
    path: String,
}

/// An object whose fields are known.
pub struct Object<'a> {
    fields: &'a Map<String, Value>,
    path: String,
}

impl<'a> Field<'a> {
    /// The whole request.
    pub fn root(value: &'a Value) -> Field<'a> {
        Field { value, path: String::new() }
    }

    /// An error at this field.
    pub fn error(&self, fault: Fault) -> ContractError {
        ContractError::new(self.path.clone(), fault)
    }

    /// The object here, refused when it has a field that is not `known`.
    pub fn object(&self, known: &'static [&'static str]) -> Read<Object<'a>> {
        let object = self.any_object()?;
        match object.fields.keys().find(|name| !known.contains(&name.as_str())) {
            Some(unknown) => {
                Err(ContractError::new(object.path_of(unknown), Fault::UnknownField(known)))
            }
            None => Ok(object),
        }
    }

    /// The object here, whatever its fields.
    pub fn any_object(&self) -> Read<Object<'a>> {
        let fields = self.value.as_object().ok_or_else(|| {
            self.error(if self.path.is_empty() {
                Fault::NotAnObject
            } else {
                Fault::NotAnObjectHere
            })
        })?;
        Ok(Object { fields, path: self.path.clone() })
    }

    /// The elements of the list here, at most `most`, each read by `read`.
    pub fn list<T>(&self, most: usize, read: impl Fn(&Field<'a>) -> Read<T>) -> Read<Vec<T>> {
        let values = self.value.as_array().ok_or_else(|| self.error(Fault::NotAList))?;
        if values.len() > most {
            return Err(self.error(Fault::TooMany(most)));
        }
        let element =
            |(index, value)| read(&Field { value, path: format!("{}[{index}]", self.path) });
        values.iter().enumerate().map(element).collect()
    }

    /// The date here.
    pub fn date(&self) -> Read<Date> {
        let date = self.value.as_str().and_then(Date::parse);
        date.ok_or_else(|| self.error(Fault::NotADate))
    }

    /// The amount here.
    pub fn amount(&self) -> Read<Money> {
        let text = self.value.as_str().ok_or_else(|| self.error(Fault::NotAnAmount))?;
        Money::parse(text).map_err(|error| match error {
            AmountError::Malformed => self.error(Fault::NotAnAmount),
            AmountError::TooLarge => self.error(Fault::AmountTooLarge(10_000_000)),
        })
    }

    /// The whole number here, between `least` and `most`.
    pub fn number(&self, least: u32, most: u32) -> Read<u32> {
        let number = self.value.as_u64().and_then(|number| u32::try_from(number).ok());
        number
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| self.error(Fault::NotBetween(least, most)))
    }

    /// The code here, one of `all`.
    pub fn code<T: Copy>(&self, all: &[T], code: impl Fn(T) -> &'static str) -> Read<T> {
        let text = self.value.as_str();
        let found = all.iter().copied().find(|candidate| Some(code(*candidate)) == text);
        found.ok_or_else(|| {
            self.error(Fault::NotOneOf(all.iter().map(|candidate| code(*candidate)).collect()))
        })
    }

    /// The text here, if it is one.
    pub fn text(&self) -> Option<&'a str> {
        self.value.as_str()
    }
}

impl<'a> Object<'a> {
    /// A field that must be there.
    pub fn required(&self, name: &str) -> Read<Field<'a>> {
        self.optional(name).ok_or_else(|| ContractError::new(self.path_of(name), Fault::Missing))
    }

    /// A field that may be absent.
    pub fn optional(&self, name: &str) -> Option<Field<'a>> {
        let value = self.fields.get(name)?;
        Some(Field { value, path: self.path_of(name) })
    }

    fn path_of(&self, name: &str) -> String {
        match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        }
    }
}
