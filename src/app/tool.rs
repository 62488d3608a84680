//! The tools: from what is typed to a result or errors.

use super::sheet::Sheet;
use crate::draft::{Checked, Context, respite, suggest};
use crate::results;
use crate::rules::code::coded;

/// The HTML of an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The result itself, beside or below the form.
    pub summary: String,
    /// The numbers behind it, below both; may be empty.
    pub details: String,
}

coded! {
    /// A tool with a form of its own.
    pub enum Tool {
        /// How a plan of respite counts.
        Respite = "respite",
        /// The most even plan of respite.
        Suggest = "suggest",
    }
}

impl Tool {
    /// The beginnings of the names of the fields that the tool's result rests on.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Tool::Respite => &["stay", "granted", "grant-start", "housing-"],
            Tool::Suggest => &["stay", "granted", "wish", "closed", "wanted"],
        }
    }

    /// What of the sheet the tool's result rests on.
    pub fn part(self, sheet: &Sheet) -> Sheet {
        sheet.part(self.fields())
    }

    /// Asks the rules with what is typed.
    ///
    /// # Errors
    /// One error for each field that is wrong, in the order of the page.
    pub fn check(self, sheet: &Sheet, context: Context) -> Checked<Shown> {
        let heading = self.result_id();
        match self {
            Tool::Respite => respite::check(sheet, context).map(|outcome| Shown {
                summary: results::respite::summary(&outcome, &heading, context).into_string(),
                details: results::respite::details(&outcome, context).into_string(),
            }),
            Tool::Suggest => suggest::check(sheet, context).map(|outcome| Shown {
                summary: results::suggest::suggestion(&outcome, &heading, context).into_string(),
                details: String::new(),
            }),
        }
    }

    /// The id of the result's heading.
    pub fn result_id(self) -> String {
        format!("{}-result", self.code())
    }

    /// The id of the error summary.
    pub fn summary_id(self) -> String {
        format!("{}-errors", self.code())
    }
}
