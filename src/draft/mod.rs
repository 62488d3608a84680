//! What a person has typed so far, and what becomes of it.
//!
//! A page goes form -> sheet -> request -> rules -> result -> words. A [`Sheet`] keeps every word
//! as it was typed. Each tool's `check` reads it, asks the rules, and gives either the outcome or
//! one error for each field that is wrong, in words that say what would be right.

pub mod case_file;
pub mod dates;
pub mod eligibility;
pub mod fields;
pub mod free_choice;
pub mod payment;
pub mod respite;
pub mod suggest;
#[cfg(test)]
pub mod testing;
pub mod who;

pub use crate::app::sheet::{Sheet, row_field};

use crate::request::error::ContractError;
use crate::rules::date::Date;
use crate::rules::standard::{Section, Standard};
use crate::text::contract;
use crate::text::marks::DANISH;
use crate::text::words::{Edition, Language, Who, Words};

/// What every check needs beside the sheet.
#[derive(Clone, Copy)]
pub struct Context {
    /// Today, read once from the browser.
    pub today: Date,
    /// The municipality's standard.
    pub standard: &'static Standard,
    /// The reader's language.
    pub edition: &'static Edition,
    /// Its words, in the form that fits whom it is about.
    pub words: &'static Words,
    /// The address of the page without its fragment, for links to give away.
    pub address: &'static str,
}

impl Context {
    /// What is needed on this day, before anybody has said whom it is about.
    pub fn new(today: Date, standard: &'static Standard, edition: &'static Edition) -> Context {
        Context { today, standard, edition, words: edition.words(Who::Close), address: "" }
    }

    /// The same in other words.
    pub fn in_words_of(self, edition: &'static Edition) -> Context {
        Context { edition, words: edition.words(Who::Close), ..self }
    }

    /// The heading of a section of the standards.
    pub fn heading(self, section: Section) -> String {
        self.danish(self.standard.headings.of(section))
    }

    /// The department that decides.
    pub fn department(self) -> String {
        self.danish(&self.standard.contacts.department)
    }

    /// A name of the municipality's, marked as Danish among words of another language.
    pub fn danish(self, name: &str) -> String {
        match self.edition.language {
            Language::Danish | Language::EasyDanish => name.to_owned(),
            Language::English => format!("{}{name}{}", DANISH[0], DANISH[1]),
        }
    }
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

/// What comes of a sheet: the page's outcome, or the errors in the order of the page.
pub type Checked<Outcome> = Result<Outcome, Vec<FieldError>>;

/// An error of the contract at the page's field that `field_of` finds for its path.
fn contract_error(
    error: &ContractError,
    words: &Words,
    field_of: impl Fn(&str) -> String,
) -> Vec<FieldError> {
    vec![FieldError::new(field_of(&error.path), contract::message(error, words))]
}
