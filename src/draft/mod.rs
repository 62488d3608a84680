//! What a person has typed so far: every answer optional, every word kept as it was typed.
//!
//! A page goes form -> draft -> request -> rules -> result -> words. A draft is the second step:
//! [`Draft::check`] turns it into a request, asks the rules, and gives either the result or one
//! error for each field that is wrong, in words that say what would be right.

pub mod fields;
pub mod respite;
pub mod suggest;

use crate::request::error::ContractError;
use crate::rules::date::Date;
use crate::rules::standard::Standard;
use crate::text::contract;
use crate::text::words::Words;

/// What every check needs beside the draft.
#[derive(Clone, Copy)]
pub struct Context {
    /// Today, read once from the browser.
    pub today: Date,
    /// The municipality's standard.
    pub standard: &'static Standard,
    /// The words of the reader's language.
    pub words: &'static Words,
}

/// A wrong field: its id on the page, and one sentence that says what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the control on the page.
    pub field: String,
    /// What would be right.
    pub message: String,
}

impl FieldError {
    /// An error at a field.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> FieldError {
        FieldError { field: field.into(), message: message.into() }
    }
}

/// What a person has typed on one page.
pub trait Draft: Clone + Default + PartialEq + Send + Sync + 'static {
    /// What the page shows when everything is right.
    type Outcome: Clone + PartialEq + Send + Sync + 'static;

    /// Asks the rules with what is typed.
    ///
    /// # Errors
    /// One [`FieldError`] for each field that is wrong, in the order of the page.
    fn check(&self, context: Context) -> Result<Self::Outcome, Vec<FieldError>>;
}

/// An error of the contract at the page's field that `field_of` finds for its path.
fn contract_error(
    error: &ContractError,
    words: &Words,
    field_of: impl Fn(&str) -> String,
) -> Vec<FieldError> {
    vec![FieldError::new(field_of(&error.path), contract::message(error, words))]
}
