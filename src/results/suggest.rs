//! The suggested plan of respite, or why there is none.

use maud::{Markup, html};

use super::respite::stays_with_days;
use crate::app::tool::Shown;
use crate::draft::Context;
use crate::draft::suggest::SuggestOutcome;
use crate::rules::suggest::{Detail, Impossible, Plan, Reason, Suggestion};
use crate::text::format;

/// The suggestion; everything about it stands in one place.
pub fn shown(outcome: &SuggestOutcome, heading_id: &str, context: Context) -> Shown {
    Shown {
        summary: suggestion(outcome, heading_id, context).into_string(),
        details: String::new(),
    }
}

fn suggestion(outcome: &SuggestOutcome, heading_id: &str, context: Context) -> Markup {
    html! {
        section.result aria-labelledby=(heading_id) {
            h3 id=(heading_id) tabindex="-1" { (context.words.suggest.result) }
            @match &outcome.answer.result {
                Suggestion::Plan(plan) => (plan_view(plan, context)),
                Suggestion::Impossible { impossible } => p { (why(*impossible, context)) },
            }
        }
    }
}

fn plan_view(plan: &Plan, context: Context) -> Markup {
    let words = &context.words.suggest;
    let stays = plan.stays.iter().map(|stay| (stay.arrival, stay.departure, stay.days));
    html! {
        p { (words.summary(plan.days_used, plan.remaining, plan.longest_gap)) }
        p { (words.best(plan.longest_gap)) }
        (stays_with_days(words.table, stays, context))
    }
}

fn why(impossible: Impossible, context: Context) -> String {
    let words = &context.words.suggest;
    match (impossible.reason, impossible.detail) {
        (Reason::OverGranted, Some(Detail::Days(days))) => words.over_granted(days),
        (Reason::CannotCover, Some(Detail::Date(date))) => {
            words.cannot_cover(format::long_date(date, context.words))
        }
        _ => words.no_room.to_owned(),
    }
}
