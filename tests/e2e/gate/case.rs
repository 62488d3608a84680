//! Answers that are typed all at once: a case file is opened, as a person would.

use botilbud::app::model::Model;
use botilbud::app::page::Page;
use botilbud::app::sheet::{Sheet, row_field};
use botilbud::draft::Context;
use botilbud::draft::case_file;
use botilbud::rules::date::Date;
use botilbud::rules::standard::Standard;
use botilbud::text::words::Language;

/// Everything typed, beginning with what stands in the fields of those who have typed nothing.
/// Dates are written `2026-03-09` and amounts without points, as they are read in every language.
#[derive(Clone)]
pub struct Case {
    sheet: Sheet,
}

impl Case {
    pub fn new() -> Case {
        let standard = Standard::built_in().expect("the standard");
        let standard = Box::leak(Box::new(standard));
        let context = Context::new(today(), standard, Language::Danish.edition());
        Case { sheet: Model::new(Page::Front, context).sheet }
    }

    /// Types into fields.
    pub fn with(mut self, fields: &[(&str, &str)]) -> Case {
        for (field, typed) in fields {
            self.sheet.set(*field, *typed);
        }
        self
    }

    /// Types a birth date: day, month, year.
    pub fn born(self, day: &str, month: &str, year: &str) -> Case {
        self.with(&[("born-day", day), ("born-month", month), ("born-year", year)])
    }

    /// Types into a row of a list, counted from one; rows that are lacking are added.
    pub fn row(mut self, list: &'static str, place: usize, fields: &[(&str, &str)]) -> Case {
        while self.sheet.rows(list).len() < place {
            self.sheet.add_row(list);
        }
        let row = self.sheet.rows(list)[place - 1];
        for (name, typed) in fields {
            self.sheet.set(row_field(list, row, name), *typed);
        }
        self
    }

    /// Plans stays by their first and last days.
    pub fn stays(self, stays: &[(&str, &str)]) -> Case {
        let planned = (1..).zip(stays);
        planned.fold(self, |case, (place, (arrival, departure))| {
            case.row("stay", place, &[("arrival", arrival), ("departure", departure)])
        })
    }

    /// The case file.
    pub fn text(&self) -> String {
        self.saved(0)
    }

    /// The case file, saved so many days ago.
    pub fn saved(&self, days: i32) -> String {
        case_file::write(&self.sheet, today().plus_days(-days))
    }
}

/// The day on which the tests take place.
fn today() -> Date {
    Date::parse("2026-03-09").expect("a date")
}
