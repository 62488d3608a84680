//! The tools: from what is typed to a result or errors.

use super::planner::history::FIELDS;
use super::sheet::Sheet;
use crate::draft::{Checked, Context, dates, eligibility, free_choice, payment};
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
        /// Which offers may be for a person.
        Eligibility = "eligibility",
        /// Whether an offer can be chosen freely.
        FreeChoice = "free_choice",
        /// What a person would pay.
        Payment = "payment",
        /// Until when one can complain.
        Complaint = "complaint",
        /// When the municipality follows up.
        FollowUp = "follow_up",
    }
}

impl Tool {
    /// The beginnings of the names of the fields that the tool's result rests on.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Tool::Respite | Tool::Suggest => FIELDS,
            Tool::Eligibility => &["born", "check-"],
            Tool::FreeChoice => &["choice-"],
            Tool::Payment => &["born", "pay-", "income", "expense", "charge"],
            Tool::Complaint => &["complaint-"],
            Tool::FollowUp => &["follow-"],
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
            // The planner counts as it is filled in, and looks for a plan in steps.
            Tool::Respite | Tool::Suggest => Ok(Shown::default()),
            Tool::Eligibility => {
                let outcome = eligibility::check(sheet, context)?;
                Ok(results::eligibility::shown(&outcome, &heading, context))
            }
            Tool::FreeChoice => {
                let outcome = free_choice::check(sheet, context)?;
                Ok(results::free_choice::shown(&outcome, &heading, context))
            }
            Tool::Payment => {
                let outcome = payment::check(sheet, context)?;
                Ok(results::payment::shown(&outcome, &heading, context))
            }
            Tool::Complaint => {
                let outcome = dates::check_complaint(sheet, context)?;
                Ok(results::dates::shown_complaint(&outcome, &heading, context))
            }
            Tool::FollowUp => {
                let outcome = dates::check_follow_up(sheet, context)?;
                Ok(results::dates::shown_follow_up(&outcome, &heading, context))
            }
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
