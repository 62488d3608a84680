//! From results to words: the HTML of every result, and each in brief.

pub mod brief;
pub mod dates;
pub mod decision_table;
mod doors;
pub mod eligibility;
pub mod free_choice;
pub mod near_change;
pub mod parameters;
pub mod payment;
pub mod receipt;
pub mod respite;

use maud::Markup;

use crate::app::tool::{Outcome, Tool};
use crate::draft::Context;
pub use doors::{decision_document, details};

/// The result itself, beside or below the form. Only the payment's follows every key, and so comes
/// with the first file of the program.
pub fn summary(outcome: &Outcome, context: Context) -> Markup {
    match outcome {
        Outcome::Payment(outcome) => payment::summary(outcome, &Tool::Payment.result_id(), context),
        Outcome::Respite(_)
        | Outcome::Eligibility(_)
        | Outcome::FreeChoice(_)
        | Outcome::Complaint(_)
        | Outcome::FollowUp(_) => doors::summary(outcome, context),
    }
}

/// Whether the result comes with the second file of the program.
pub fn comes_later(tool: Tool) -> bool {
    tool != Tool::Payment
}

/// Both parts of a result as text, as the tests read them.
#[cfg(test)]
pub struct Shown {
    /// The result itself.
    pub summary: String,
    /// What stands below it.
    pub details: String,
}
