//! What is being chosen in the calendar, and what can be done with it.

use maud::{Markup, html};

use crate::app::event::{Action, Deed};
use crate::app::planner::pick::{End, Picking, named, obstacle_in_words};
use crate::draft::respite::PlannedStay;
use crate::html::page::View;
use crate::html::parts::icon;

/// The panel at the foot of the calendar.
pub fn panel(view: View) -> Markup {
    let words = &view.words().planner;
    let planner = &view.model.planner;
    html! {
        div.plan-panel.d-print-none.is-quiet[planner.is_quiet()] data-month=(planner.month_of_panel()) {
            p.sr-only role="status" id="plan-said" { (planner.said) }
            (count(view))
            @match planner.picking {
                Picking::Nothing => p.panel-said aria-hidden="true" {
                    @if planner.said.is_empty() { (words.hint) } @else { (planner.said) }
                },
                Picking::From(_) => (choosing(words.choose_last, view)),
                Picking::Moving(_) => (choosing(words.choose_arrival, view)),
                Picking::Stay(_) => @if let Some(planned) = planner.chosen_stay() {
                    (open_stay(planned, view))
                },
            }
        }
    }
}

/// A stay in the making: what it would be if it ended here.
fn choosing(what_to_do: &str, view: View) -> Markup {
    let words = &view.words().planner;
    let planner = &view.model.planner;
    let stay = planner.pointed.and_then(|date| planner.would_be(date));
    let obstacle = stay.and_then(|stay| planner.in_the_way(stay, planner.moving_row()));
    html! {
        p.panel-stay {
            @if let Some(stay) = stay { strong id="preview" { (named(stay, view.context)) } }
        }
        p.panel-said {
            @match obstacle {
                Some(obstacle) => { (icon("warning")) " " (obstacle_in_words(obstacle, view.context)) },
                None => (what_to_do),
            }
        }
        div.button-row { (deed(Deed::Cancel, words.cancel)) }
    }
}

/// The id of the open stay's name.
const NAME: &str = "panel-stay";

/// The open stay and its buttons, whose names do without it.
fn open_stay(planned: PlannedStay, view: View) -> Markup {
    let words = &view.words().planner;
    let planner = &view.model.planner;
    let departure = planned.stay.departure();
    html! {
        div role="group" aria-labelledby=(NAME) {
            div.panel-head {
                p.panel-stay id=(NAME) { strong { (named(planned.stay, view.context)) } }
                button.button.button-tertiary.button-icon-only type="button" id="panel-cancel"
                    data-act=(Action::Do(Deed::Cancel).code())
                { (icon("close")) span.sr-only { (words.close) } }
            }
            @if planner.refused { p.panel-said aria-hidden="true" { (icon("warning")) " " (planner.said) } }
            div.button-row {
                (nudges(End::Arrival, 1, words.arrival, [words.earlier_arrival, words.later_arrival]))
                (nudges(End::Departure, 1, words.departure, [words.earlier_departure, words.later_departure]))
                (deed(Deed::Delete, words.delete))
                (deed(Deed::Move, words.move_it))
            }
            details.details id="panel-more" {
                summary.details-summary { (words.more) }
                div.button-row {
                    (nudges(End::Both, 7, words.a_week, [words.week_earlier, words.week_later]))
                    (deed(Deed::Held, if planned.held { words.mark_planned } else { words.mark_held }))
                    button.button.button-secondary type="button" id="panel-begin"
                        data-act=(Action::Begin(departure).code()) { (words.begin_here) }
                }
            }
        }
    }
}

fn deed(deed: Deed, label: &str) -> Markup {
    html! {
        button.button.button-secondary type="button" id=(format!("panel-{}", deed.code()))
            data-act=(Action::Do(deed).code()) { (label) }
    }
}

/// Two arrows with one word between them; read aloud, each has its own whole name.
fn nudges(end: End, days: i32, word: &str, [earlier, later]: [&str; 2]) -> Markup {
    html! {
        div.nudges {
            (nudge(end, -days, "chevron-left", earlier))
            span aria-hidden="true" { (word) }
            (nudge(end, days, "chevron-right", later))
        }
    }
}

fn nudge(end: End, days: i32, symbol: &str, label: &str) -> Markup {
    let code = Action::Nudge(end, days).code();
    html! {
        button.button.button-secondary.button-icon-only type="button" id=(format!("panel-{code}"))
            data-act=(code) { (icon(symbol)) span.sr-only { (label) } }
    }
}

/// The days of the years shown, in short.
fn count(view: View) -> Markup {
    let planner = &view.model.planner;
    let granted = planner.plan.granted;
    html! {
        p.panel-count {
            @for year in planner.years() {
                span { (view.words().planner.count(planner.days_in(year), granted, year)) } " "
            }
        }
    }
}
