//! A value of the standard's data with its path, and what may stand there.

use serde_json::{Map, Value};

use crate::rules::date::Date;
use crate::rules::standard::{Problem, StandardError, TimeOfDay};

pub(super) type Errors = Vec<StandardError>;

/// The most characters of a text.
const LONGEST_TEXT: usize = 500;

/// A value with its path.
pub(super) struct Place<'a> {
    pub(super) value: &'a Value,
    pub(super) path: String,
}

impl<'a> Place<'a> {
    /// Notes what would be right here.
    pub(super) fn wrong<T>(&self, problem: Problem, errors: &mut Errors) -> Option<T> {
        errors.push(StandardError { path: self.path.clone(), problem });
        None
    }

    /// The object here, when all its fields are known.
    pub(super) fn object(&self, known: &[&str], errors: &mut Errors) -> Option<Object<'a>> {
        let Some(fields) = self.value.as_object() else {
            return self.wrong(Problem::NotAnObject, errors);
        };
        let object = Object { fields, path: self.path.clone() };
        for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
            let path = object.path_of(name);
            errors.push(StandardError { path, problem: Problem::Unknown });
        }
        Some(object)
    }

    /// The list here, each entry with its path.
    pub(super) fn list(&self, errors: &mut Errors) -> Option<Vec<Place<'a>>> {
        let Some(values) = self.value.as_array() else {
            return self.wrong(Problem::NotAList, errors);
        };
        let place = |(index, value)| Place { value, path: format!("{}[{index}]", self.path) };
        Some(values.iter().enumerate().map(place).collect())
    }

    pub(super) fn text(&self, errors: &mut Errors) -> Option<String> {
        match self.value.as_str().map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) if text.chars().count() > LONGEST_TEXT => {
                self.wrong(Problem::TooLong(LONGEST_TEXT), errors)
            }
            Some(text) => Some(text.to_owned()),
            None => self.wrong(Problem::Empty, errors),
        }
    }

    /// A text of a form.
    fn text_that(
        &self,
        fits: fn(&str) -> bool,
        problem: Problem,
        errors: &mut Errors,
    ) -> Option<String> {
        let text = self.text(errors)?;
        if fits(&text) { Some(text) } else { self.wrong(problem, errors) }
    }

    pub(super) fn phone(&self, errors: &mut Errors) -> Option<String> {
        self.text_that(is_phone, Problem::NotAPhone, errors)
    }

    pub(super) fn mail(&self, errors: &mut Errors) -> Option<String> {
        self.text_that(is_mail, Problem::NotAMail, errors)
    }

    pub(super) fn link(&self, errors: &mut Errors) -> Option<String> {
        self.text_that(is_link, Problem::NotALink, errors)
    }

    /// One of a set of codes.
    pub(super) fn code<T: Copy>(
        &self,
        known: &[T],
        code: fn(T) -> &'static str,
        errors: &mut Errors,
    ) -> Option<T> {
        let text = self.value.as_str().unwrap_or_default();
        match known.iter().find(|one| code(**one) == text) {
            Some(one) => Some(*one),
            None => {
                let codes = known.iter().map(|one| code(*one)).collect();
                self.wrong(Problem::NotOneOf(codes), errors)
            }
        }
    }

    pub(super) fn date(&self, errors: &mut Errors) -> Option<Date> {
        match self.value.as_str().and_then(Date::parse) {
            Some(date) => Some(date),
            None => self.wrong(Problem::NotADate, errors),
        }
    }

    pub(super) fn time(&self, errors: &mut Errors) -> Option<TimeOfDay> {
        match self.value.as_str().and_then(TimeOfDay::parse) {
            Some(time) => Some(time),
            None => self.wrong(Problem::NotATime, errors),
        }
    }
}

/// Eight digits, with or without spaces and +45.
fn is_phone(text: &str) -> bool {
    let digits: String = text.chars().filter(|letter| *letter != ' ').collect();
    let digits = digits.strip_prefix("+45").unwrap_or(&digits);
    digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// Something before and after one `@`, the latter with a point, and no spaces.
fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let whole = |part: &str| !part.is_empty() && !part.contains(['@', ' ', '<', '>', '"', '?']);
    let named = host.split('.').all(|label| !label.is_empty()) && host.contains('.');
    whole(name) && whole(host) && named
}

fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").unwrap_or_default();
    !host.is_empty() && !host.contains([' ', '<', '>', '"']) && !host.starts_with('/')
}

/// An object with its path.
pub(super) struct Object<'a> {
    pub(super) fields: &'a Map<String, Value>,
    pub(super) path: String,
}

impl<'a> Object<'a> {
    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    pub(super) fn optional(&self, name: &str) -> Option<Place<'a>> {
        Some(Place { value: self.fields.get(name)?, path: self.path_of(name) })
    }

    pub(super) fn field(&self, name: &str, errors: &mut Errors) -> Option<Place<'a>> {
        let field = self.optional(name);
        if field.is_none() {
            errors.push(StandardError { path: self.path_of(name), problem: Problem::Missing });
        }
        field
    }

    pub(super) fn text(&self, name: &str, errors: &mut Errors) -> Option<String> {
        self.field(name, errors)?.text(errors)
    }

    /// What stands in a field that may be left out.
    pub(super) fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Place<'a>, &mut Errors) -> Option<T>,
        errors: &mut Errors,
    ) -> Option<T> {
        self.optional(name).and_then(|place| read(&place, errors))
    }
}
