//! The suggested plan beside the present one, to be taken whole, in part or not at all; or why
//! there is none.

use maud::{Markup, html};

use crate::app::event::{Action, Deed};
use crate::app::planner::pick::named;
use crate::app::planner::propose::{Looking, Proposal, take_field};
use crate::app::tool::Tool;
use crate::html::fields::checkbox;
use crate::html::page::View;
use crate::html::parts::icon;
use crate::results::receipt;
use crate::rules::respite::Stay;
use crate::rules::suggest::Conflict;
use crate::rules::suggest::{Detail, Impossible, Reason, Shape};
use crate::text::format;

/// How the search for a plan stands.
pub fn proposal(view: View) -> Markup {
    let words = &view.words().suggest;
    let heading = Tool::Suggest.result_id();
    html! {
        @match &view.model.planner.looking {
            Looking::Idle => {},
            Looking::Searching(..) | Looking::Explaining(_) => div.result {
                p role="status" { (words.looking) }
                (button(Deed::Stop, words.stop))
            },
            Looking::Found(found) => section.result aria-labelledby=(heading) {
                h3 id=(heading) tabindex="-1" { (words.result) }
                (found_plan(found, view))
            },
            Looking::Impossible(why, conflict) => section.result aria-labelledby=(heading) {
                h3 id=(heading) tabindex="-1" { (words.result) }
                (impossible(*why, conflict.as_ref(), view))
            },
        }
    }
}

fn found_plan(found: &Proposal, view: View) -> Markup {
    let words = &view.words().suggest;
    html! {
        p { (words.summary(found.days_used, found.remaining)) }
        p { (words.best(found.longest_gap, found.stays.len())) }
        p { (words.compared(found.gap_now, found.longest_gap)) }
        p { (words.in_calendar) }
        fieldset {
            legend.form-label { (words.table) }
            @for (place, suggested) in found.stays.iter().enumerate() {
                @if let Some(stay) = Stay::new(suggested.arrival, suggested.departure) {
                    (checkbox(&take_field(place), &named(stay, view.context), view))
                }
            }
        }
        div.button-row {
            (button(Deed::Accept, words.accept))
            (button(Deed::Dismiss, words.dismiss))
        }
        (receipt::button(Tool::Suggest, 0, words.receipt, view.context))
    }
}

fn button(deed: Deed, label: &str) -> Markup {
    html! {
        button.button.button-secondary type="button" id=(deed.code())
            data-act=(Action::Do(deed).code()) { (label) }
    }
}

fn impossible(why: Impossible, conflict: Option<&Conflict>, view: View) -> Markup {
    let words = &view.words().suggest;
    let sentence = match (why.reason, why.detail) {
        (Reason::OverGranted, Some(Detail::Days(days))) => words.over_granted(days),
        (Reason::CannotCover, Some(Detail::Date(date))) => {
            words.cannot_cover(format::long_date(date, view.words()))
        }
        _ => words.no_room.to_owned(),
    };
    html! {
        p { (icon("warning")) " " (sentence) }
        @if let Some(conflict) = conflict { (conflict_list(conflict, view)) }
    }
}

/// The fewest wishes that cannot stand together.
fn conflict_list(conflict: &Conflict, view: View) -> Markup {
    let words = &view.words().suggest;
    html! {
        p { (words.conflict) }
        ul {
            @for (shape, fits) in conflict.shapes.iter().zip(&conflict.fits) {
                li { (shape_in_words(shape, *fits, view)) }
            }
            @for range in &conflict.must_cover {
                li { (words.conflict_cover(format::short_range(*range, view.words()))) }
            }
            @for range in &conflict.unavailable {
                li { (words.conflict_closed(format::short_range(*range, view.words()))) }
            }
        }
        p { (words.conflict_end) }
    }
}

fn shape_in_words(shape: &Shape, fits: u32, view: View) -> String {
    let words = view.words();
    let weekday = shape
        .arrival_weekday
        .and_then(|day| words.calendar.weekdays.get(day.num_days_from_monday() as usize).copied());
    let weekday = weekday.unwrap_or(words.suggest.any_weekday);
    words.suggest.conflict_shape(shape.count, shape.days, weekday, fits)
}
