//! Reads the fields of a draft and gathers the errors, so that a page shows all of them at once.

use super::{Context, FieldError};
use crate::rules::date::Date;
use crate::rules::money::Money;
use crate::text::parse::{self, AmountInputError, DateInputError, NumberInputError};
use crate::text::words::Words;

/// Three fields for a date that a person knows by heart, such as a birth date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// The day.
    pub day: String,
    /// The month, as a number or a name.
    pub month: String,
    /// The year, four digits.
    pub year: String,
}

impl DateParts {
    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        [&self.day, &self.month, &self.year].iter().all(|part| part.trim().is_empty())
    }
}

/// Reads fields and gathers their errors.
pub struct Reader {
    context: Context,
    errors: Vec<FieldError>,
}

impl Reader {
    /// A reader without errors.
    pub fn new(context: Context) -> Reader {
        Reader { context, errors: Vec::new() }
    }

    /// The words of the reader's language.
    pub fn words(&self) -> &'static Words {
        self.context.words
    }

    /// Adds an error at a field.
    pub fn error(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.errors.push(FieldError::new(field, message));
    }

    /// `value`, unless an error was found.
    ///
    /// # Errors
    /// The errors found, in the order of reading.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<FieldError>> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.errors),
        }
    }

    /// A date that must be there.
    pub fn date(&mut self, field: &str, typed: &str) -> Option<Date> {
        let read = parse::date(typed, self.context.words);
        self.date_or_error(field, read)
    }

    /// A date that may be left out.
    pub fn optional_date(&mut self, field: &str, typed: &str) -> Option<Date> {
        if typed.trim().is_empty() { None } else { self.date(field, typed) }
    }

    /// A birth date that must be there; the error stands at the first of the three fields.
    pub fn birth_date(&mut self, field: &str, typed: &DateParts) -> Option<Date> {
        let words = self.context.words;
        let first_field = format!("{field}-day");
        match parse::date_parts(&typed.day, &typed.month, &typed.year, words) {
            Ok(date) if date > self.context.today => {
                self.error(first_field, words.errors.birth_date_in_future);
                None
            }
            Err(DateInputError::Empty | DateInputError::NotADate) => {
                self.error(first_field, words.errors.birth_date_missing);
                None
            }
            read => self.date_or_error(&first_field, read),
        }
    }

    fn date_or_error(&mut self, field: &str, read: Result<Date, DateInputError>) -> Option<Date> {
        let words = &self.context.words.errors;
        let message = match read {
            Ok(date) => return Some(date),
            Err(DateInputError::Empty) => words.date_missing,
            Err(DateInputError::NotADate) => words.not_a_date,
            Err(DateInputError::NoSuchDay) => words.no_such_day,
            Err(DateInputError::OutOfRange) => words.date_out_of_range,
        };
        self.error(field, message);
        None
    }

    /// An amount that must be there.
    pub fn amount(&mut self, field: &str, typed: &str) -> Option<Money> {
        let words = &self.context.words.errors;
        let message = match parse::amount(typed) {
            Ok(amount) => return Some(amount),
            Err(AmountInputError::Empty) => words.amount_missing.to_owned(),
            Err(AmountInputError::Ambiguous) => words.amount_ambiguous(typed.trim()),
            Err(AmountInputError::Negative) => words.amount_negative.to_owned(),
            Err(AmountInputError::TooLarge) => words.amount_too_large.to_owned(),
            Err(AmountInputError::NotAnAmount) => words.not_an_amount.to_owned(),
        };
        self.error(field, message);
        None
    }

    /// An amount that may be left out.
    pub fn optional_amount(&mut self, field: &str, typed: &str) -> Option<Money> {
        if typed.trim().is_empty() { None } else { self.amount(field, typed) }
    }

    /// A whole number that must be there.
    pub fn number(&mut self, field: &str, typed: &str, least: u32, most: u32) -> Option<u32> {
        match parse::number(typed, least, most) {
            Ok(number) => Some(number),
            Err(NumberInputError::Empty | NumberInputError::NotBetween) => {
                let message = self.context.words.errors.number_between(least, most);
                self.error(field, message);
                None
            }
        }
    }

    /// A whole number that may be left out.
    pub fn optional_number(
        &mut self,
        field: &str,
        typed: &str,
        least: u32,
        most: u32,
    ) -> Option<u32> {
        if typed.trim().is_empty() { None } else { self.number(field, typed, least, most) }
    }
}
