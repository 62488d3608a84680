//! A fixed day and filled sheets for the tests of drafts, results and pages.

use super::{Context, Sheet};
use crate::rules::date::Date;
use crate::rules::standard::Standard;
use crate::text::words::Language;

/// Køge's standard and Danish words on 22 November 2026.
pub fn context() -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    Context::new(Date::parse("2026-11-22").unwrap(), standard, Language::Danish.edition())
}

/// A sheet with these fields typed.
pub fn sheet(fields: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::default();
    for (field, typed) in fields {
        sheet.set(*field, *typed);
    }
    sheet
}
