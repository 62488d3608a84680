//! From results to words: the HTML of every result, and each in brief.

pub mod brief;
pub mod dates;
pub mod decision_table;
mod doors;
pub mod eligibility;
pub mod free_choice;
pub mod payment;
pub mod receipt;
pub mod respite;

use maud::Markup;

use crate::app::tool::{Outcome, Tool};
use crate::draft::Context;
pub use doors::{decision_document, details};

/// The result itself, beside or below the form.
pub fn summary(outcome: &Outcome, context: Context) -> Markup {
    match outcome {
        Outcome::Respite(outcome) => doors::respite(outcome, context),
        Outcome::Eligibility(outcome) => doors::eligibility(outcome, context),
        Outcome::FreeChoice(outcome) => {
            free_choice::summary(outcome, &Tool::FreeChoice.result_id(), context)
        }
        Outcome::Payment(outcome) => payment::summary(outcome, &Tool::Payment.result_id(), context),
        Outcome::Complaint(outcome) => {
            dates::complaint::summary(outcome, &Tool::Complaint.result_id(), context)
        }
        Outcome::FollowUp(outcome) => {
            dates::follow_up::summary(outcome, &Tool::FollowUp.result_id(), context)
        }
    }
}

/// Both parts of a result as text, as the tests read them.
#[cfg(test)]
pub struct Shown {
    /// The result itself.
    pub summary: String,
    /// What stands below it.
    pub details: String,
}
