//! The list: the same plan as a table with typed dates; each date shows its weekday back.

use maud::{Markup, html};

use crate::app::sheet::row_field;
use crate::draft::respite::{ARRIVAL, DEPARTURE, HELD, NOTE, STAYS};
use crate::html::fields::{Kind, input, message, select_control, weekday};
use crate::html::page::{View, inside};
use crate::html::rows::{add_button, number_of, remove_button};
use crate::rules::respite::Stay;
use crate::text::parse;

/// The id of the section's heading.
pub const HEADING: &str = "list-heading";

/// The stays of the plan.
pub fn stays(view: View) -> Markup {
    let words = &view.words().respite;
    html! {
        section.section.d-print-none aria-labelledby=(HEADING) {
            h2 id=(HEADING) tabindex="-1" { (view.words().planner.list) }
            p { (view.words().planner.list_lead) }
            @if !view.model.sheet.rows(STAYS).is_empty() {
                div.stays-frame {
                    table.table.stays role="table" {
                        caption { (words.stays) }
                        thead role="rowgroup" {
                            tr role="row" {
                                @for heading in [
                                    words.stay, words.arrival, words.departure, words.days,
                                    view.words().planner.state, view.words().planner.note,
                                ] {
                                    th role="columnheader" scope="col" { (heading) }
                                }
                                th role="columnheader" scope="col" { span.sr-only { (words.actions) } }
                            }
                        }
                        tbody role="rowgroup" {
                            @for row in view.model.sheet.rows(STAYS) {
                                tr role="row" data-live=(format!("row:{row}")) { (inside(view, || stay(*row, view))) }
                            }
                        }
                    }
                }
            }
            p.form-hint { (words.date_hint) }
            (add_button(STAYS, words.add_stay))
        }
    }
}

/// The cells of one stay.
pub fn stay(row: u32, view: View) -> Markup {
    let words = &view.words().respite;
    let planner = &view.words().planner;
    let number = number_of(STAYS, row, view);
    let held_field = row_field(STAYS, row, HELD);
    let states = [("", planner.planned), ("yes", planner.held)];
    html! {
        th role="rowheader" scope="row" {
            span.stay-label { (words.stay) " " }
            (number)
        }
        (date_cell(row, ARRIVAL, &words.arrival_of(number), view))
        (date_cell(row, DEPARTURE, &words.departure_of(number), view))
        td.stay-days role="cell" { (days(row, view)) }
        td role="cell" {
            label.stay-label for=(held_field) { (planner.state_of(number)) }
            (select_control(&held_field, &states, view))
        }
        td role="cell" {
            label.stay-label for=(row_field(STAYS, row, NOTE)) { (planner.note_of(number)) }
            (input(&row_field(STAYS, row, NOTE), "", Kind::Words, view))
        }
        td.stay-actions role="cell" { (remove_button(STAYS, row, &words.remove_stay(number))) }
    }
}

fn date_cell(row: u32, name: &str, label: &str, view: View) -> Markup {
    let field = row_field(STAYS, row, name);
    html! {
        td.form-error[view.has_error(&field)] role="cell" {
            label.stay-label for=(field) { (label) }
            (message(&field, view))
            (input(&field, "", Kind::Date, view))
            p.weekday { (weekday(&field, view)) }
        }
    }
}

/// The days of a stay, once both dates are understood and in order.
fn days(row: u32, view: View) -> Markup {
    let date = |name| parse::date(view.model.sheet.get_in(STAYS, row, name));
    let stay = match (date(ARRIVAL), date(DEPARTURE)) {
        (Ok(arrival), Ok(departure)) => Stay::new(arrival, departure),
        _ => None,
    };
    html! { @if let Some(stay) = stay { (view.words().respite.days_count(stay.days())) } }
}
