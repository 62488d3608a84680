//! Plan respite: a year's calendar and a list of the same stays, the count beside them, wishes and
//! suggestions, and what can be taken along.

mod along;
mod calendar;
mod count;
mod day;
pub mod doors;
mod import;
mod incoming;
mod panel;
mod paper;
mod proposal;
mod settings;
mod stays;
mod wishes;

use maud::{Markup, html};

use crate::app::asked::Standing;
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::html::page::{View, intro, live, whom};
use crate::html::parts::{self, icon};
use crate::results;
use crate::rules::date::Date;

/// The respite page.
pub fn page(view: View) -> Markup {
    html! {
        (top(view))
        (begun_calendar(view))
        (live("paper:", view, || paper::paper(view)))
        (live("list:", view, || stays::stays(view)))
        (live("wishes:", view, || wishes::wishes(view)))
        div.d-print-none { (live("numbers:", view, || numbers(view))) }
        (along::along(view))
        div.d-print-none { (parts::contact(view.context)) }
    }
}

/// What stands above the calendar. All of it is the same on any day.
pub fn top(view: View) -> Markup {
    let words = &view.words().respite;
    html! {
        div.plan-page { (intro(Page::Respite, words.lead, view)) (whom(view)) }
        (live("incoming:", view, || incoming::incoming(view)))
        (count::count(view))
        p.privacy.d-print-none { (icon("private")) span { (view.words().frame.private) } }
        (settings::settings(view))
    }
}

/// The calendar and the ways to it and what follows it.
pub fn begun_calendar(view: View) -> Markup {
    html! { (jumps(view)) (calendar::calendar(view)) }
}

/// The place of [`begun_calendar`] in the page's file, and the years there are files of.
pub fn calendar_to_come(years: impl Iterator<Item = i32>) -> Markup {
    let years: Vec<String> = years.map(|year| year.to_string()).collect();
    html! { div data-years=(years.join(" ")) {} }
}

/// Ways to the parts of a long page.
fn jumps(view: View) -> Markup {
    let words = &view.words().planner;
    let parts = [
        (calendar::HEADING, words.jumps.calendar),
        (stays::HEADING, words.jumps.list),
        (wishes::HEADING, words.jumps.suggest),
        (along::HEADING, words.jumps.along),
    ];
    html! {
        nav.jumps.d-print-none aria-label=(words.jump) {
            ul.button-row.nobullet-list role="list" {
                @for (heading, name) in parts {
                    li { a.function-link href=(format!("#{heading}")) data-focus=(heading) { (name) } }
                }
            }
        }
    }
}

/// Every number behind the count.
fn numbers(view: View) -> Markup {
    html! {
        @if let Standing::Fresh(outcome) = view.model.standing(Tool::Respite) {
            (results::details(outcome, view.context))
        }
    }
}

/// Whether the last step of the pointer or the cursor changed a month, by its first day.
pub fn is_stirred(first: &str, view: View) -> bool {
    let stirred = view.model.planner.stirred;
    Date::parse(first)
        .is_some_and(|first| first <= stirred.to && stirred.from < first.plus_months(1))
}

/// Whether the person is in a month, by its first day.
pub fn is_near(first: &str, view: View) -> bool {
    let cursor = view.model.planner.cursor;
    Date::parse(first).is_some_and(|first| first <= cursor && cursor < first.plus_months(1))
}

pub use calendar::{DrawnDay, chosen};

/// A part of the page that follows every event, by its `data-live`.
pub fn part(kind: &str, name: &str, view: View) -> Option<Markup> {
    Some(match kind {
        "month" => calendar::month_grid(Date::parse(name)?, view),
        "panel" => panel::panel(view),
        "tools" => calendar::tools(view),
        "count" => count::content(view),
        "numbers" => numbers(view),
        "row" => stays::stay(name.parse().ok()?, view),
        "field" => settings::live_field(name, view)?,
        "proposal" => proposal::proposal(view),
        "templates" => wishes::templates(view),
        "import" => import::found(view),
        "link" => along::link(view),
        "list" => stays::stays(view),
        "wishes" => wishes::wishes(view),
        "incoming" => incoming::incoming(view),
        "paper" => paper::paper(view),
        _ => return None,
    })
}
