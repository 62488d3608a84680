//! The ways to the longer parts of results: `app::planner::doors` tells what doors are.

use maud::{Markup, html};

use super::receipt::receipts;
use super::{dates, decision_table, eligibility, free_choice, payment, respite};
use crate::app::tool::{Outcome, Tool};
use crate::draft::Context;
use crate::draft::eligibility::EligibilityOutcome;
use crate::draft::respite::RespiteOutcome;

/// What stands behind a result: how it was computed, and what it rests on.
#[inline(never)]
pub fn details(outcome: &Outcome, context: Context) -> Markup {
    html! { (behind(outcome, context)) (receipts(outcome, context)) }
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

/// [`respite::summary`].
#[inline(never)]
pub fn respite(outcome: &RespiteOutcome, context: Context) -> Markup {
    respite::summary(outcome, &Tool::Respite.result_id(), context)
}

/// [`eligibility::summary`].
#[inline(never)]
pub fn eligibility(outcome: &EligibilityOutcome, context: Context) -> Markup {
    eligibility::summary(outcome, &Tool::Eligibility.result_id(), context)
}

/// [`decision_table::document`].
#[inline(never)]
pub fn decision_document(context: Context) -> String {
    decision_table::document(context)
}
