//! Reads the fields of a sheet and gathers the errors, so that a page shows all of them at once.

use super::{Checked, Context, FieldError, Sheet};
use crate::rules::date::{Date, DateRange};
use crate::rules::logic::Truth;
use crate::rules::money::Money;
use crate::text::format::short_date;
use crate::text::parse::{self, AmountInputError, DateInputError};
use crate::text::words::Words;

/// The ends of the names of the three fields of a birth date.
pub const DATE_PARTS: [&str; 3] = ["day", "month", "year"];

/// The id of a choice's first answer, where its errors stand.
pub fn first_answer(field: &str) -> String {
    format!("{field}-0")
}

/// Reads the fields of a sheet and gathers their errors.
pub struct Reader<'a> {
    /// What is typed.
    pub sheet: &'a Sheet,
    /// Today, the standard and the words.
    pub context: Context,
    errors: Vec<FieldError>,
}

impl<'a> Reader<'a> {
    /// A reader that has met no error yet.
    pub fn new(sheet: &'a Sheet, context: Context) -> Reader<'a> {
        Reader { sheet, context, errors: Vec::new() }
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
    pub fn finish<T>(self, value: Option<T>) -> Checked<T> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.errors),
        }
    }

    /// How many errors were found.
    pub fn error_count(&self) -> usize {
        self.errors.len()
    }

    /// The errors found, in the order of reading.
    pub fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }

    /// Whether nothing but spaces is typed in a field.
    pub fn is_empty(&self, field: &str) -> bool {
        self.sheet.get(field).trim().is_empty()
    }

    /// A date that must be there.
    pub fn date(&mut self, field: &str) -> Option<Date> {
        let read = parse::date(self.sheet.get(field));
        self.date_or_error(field, read)
    }

    /// A date that may be left out.
    pub fn optional_date(&mut self, field: &str) -> Option<Date> {
        if self.is_empty(field) { None } else { self.date(field) }
    }

    /// A range of dates in two fields.
    pub fn range(&mut self, from_field: &str, to_field: &str) -> Option<DateRange> {
        let (from, to) = (self.date(from_field), self.date(to_field));
        let (from, to) = (from?, to?);
        let range = DateRange::new(from, to);
        if range.is_none() {
            let message = self.words().errors.end_before(short_date(from, self.words()));
            self.error(to_field, message);
        }
        range
    }

    /// A birth date in the fields `-day`, `-month` and `-year`; the error stands at the first.
    pub fn birth_date(&mut self, field: &str) -> Option<Date> {
        let words = self.words();
        let [day, month, year] = DATE_PARTS.map(|part| self.sheet.get(&format!("{field}-{part}")));
        let first_field = format!("{field}-day");
        match parse::date_parts(day, month, year) {
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

    /// Whether nothing is typed in the three fields of a birth date.
    pub fn is_birth_date_empty(&self, field: &str) -> bool {
        DATE_PARTS.iter().all(|part| self.is_empty(&format!("{field}-{part}")))
    }

    fn date_or_error(&mut self, field: &str, read: Result<Date, DateInputError>) -> Option<Date> {
        let words = &self.words().errors;
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
    pub fn amount(&mut self, field: &str) -> Option<Money> {
        let words = &self.words().errors;
        let typed = self.sheet.get(field);
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
    pub fn optional_amount(&mut self, field: &str) -> Option<Money> {
        if self.is_empty(field) { None } else { self.amount(field) }
    }

    /// A whole number between the two that must be there.
    pub fn number(&mut self, field: &str, least: u32, most: u32) -> Option<u32> {
        let read = parse::number(self.sheet.get(field), least, most);
        if read.is_err() {
            let message = self.words().errors.number_between(least, most);
            self.error(field, message);
        }
        read.ok()
    }

    /// A whole number between the two that may be left out.
    pub fn optional_number(&mut self, field: &str, least: u32, most: u32) -> Option<u32> {
        if self.is_empty(field) { None } else { self.number(field, least, most) }
    }

    /// The answer to a yes-no question, if there is one.
    pub fn truth(&self, field: &str) -> Option<Truth> {
        Truth::from_code(self.sheet.get(field))
    }
}
