//! The ways to the longer parts of results: `app::planner::doors` tells what doors are.

use maud::{Markup, html};

use super::receipt::receipts;
use super::{dates, decision_table, eligibility, free_choice, near_change, payment, respite};
use crate::app::tool::Outcome;
use crate::draft::Context;

/// What stands behind a result: how it was computed, and what it rests on.
#[inline(never)]
pub fn details(outcome: &Outcome, context: Context) -> Markup {
    html! {
        (near_change::section(outcome, context))
        (behind(outcome, context))
        (receipts(outcome, context))
    }
}

fn behind(outcome: &Outcome, context: Context) -> Markup {
    match outcome {
        Outcome::Respite(outcome) => respite::details(outcome, context),
        Outcome::Eligibility(outcome) => eligibility::details(outcome, context),
        Outcome::FreeChoice(outcome) => free_choice::details(outcome, context),
        Outcome::Payment(outcome) => payment::details(outcome, context),
        Outcome::Complaint(outcome) => dates::complaint::details(outcome, context),
        Outcome::FollowUp(outcome) => dates::follow_up::details(outcome, context),
    }
}

/// The result of a tool beside or below its form.
#[inline(never)]
pub fn summary(outcome: &Outcome, context: Context) -> Markup {
    let id = outcome.tool().result_id();
    match outcome {
        Outcome::Respite(outcome) => respite::summary(outcome, &id, context),
        Outcome::Eligibility(outcome) => eligibility::summary(outcome, &id, context),
        Outcome::FreeChoice(outcome) => free_choice::summary(outcome, &id, context),
        Outcome::Payment(outcome) => payment::summary(outcome, &id, context),
        Outcome::Complaint(outcome) => dates::complaint::summary(outcome, &id, context),
        Outcome::FollowUp(outcome) => dates::follow_up::summary(outcome, &id, context),
    }
}

/// [`decision_table::document`].
#[inline(never)]
pub fn decision_document(context: Context) -> String {
    decision_table::document(context)
}
