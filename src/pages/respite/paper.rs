//! The plan on one page of paper: the list, the count and the rule; the year stands above it.

use maud::{Markup, html};

use crate::app::sheet::row_field;
use crate::app::tool::Tool;
use crate::draft::respite::{NOTE, STAYS, most_days};
use crate::html::page::View;
use crate::html::parts;
use crate::results::receipt::code;
use crate::rules::date::DateRange;
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format;

/// The list and the rule, on paper only.
pub fn paper(view: View) -> Markup {
    let words = view.words();
    let plan = &view.model.planner.plan;
    let shown = view.model.planner.shown();
    let inside = |range: DateRange| range.intersection(shown).is_some();
    html! {
        section.only-print.paper-plan {
            h2 { (words.planner.list) }
            ol {
                @for planned in plan.stays.iter().filter(|planned| inside(planned.stay.range())) {
                    li {
                        (format::short_range(planned.stay.range(), words)) ": "
                        (words.respite.days_count(planned.stay.days()))
                        @if planned.held { ", " (words.planner.held) }
                        @let note = view.model.sheet.get(&row_field(STAYS, planned.row, NOTE));
                        @if !note.is_empty() { " – " (note) }
                    }
                }
            }
            p {
                (words.respite.assume_days) " "
                (words.respite.assume_granted(plan.granted, most_days(view.context)))
            }
            (parts::source(WhichStandard::Temporary, Section::Holds, view.context))
            @if let Some(outcome) = &plan.outcome {
                (parts::printed_on(&outcome.answer.standard, view.context))
            }
            @if let Some(receipt) = view.model.receipt(Tool::Respite, 0, view.context) {
                (code(&receipt.check, view.context))
            }
        }
    }
}
