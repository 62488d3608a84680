//! The stays as a table with typed dates; each date shows its weekday back.

use maud::{Markup, html};

use crate::app::sheet::row_field;
use crate::draft::respite::{ARRIVAL, DEPARTURE, STAYS};
use crate::html::fields::{Kind, input, message};
use crate::html::page::View;
use crate::html::rows::{add_button, number_of, remove_button};
use crate::rules::respite::Stay;
use crate::text::{format, parse};

/// The stays of the plan.
pub fn stays(view: View) -> Markup {
    let words = &view.words().respite;
    html! {
        div.stays-frame {
            table.table.stays role="table" {
                caption { (words.stays) }
                thead role="rowgroup" {
                    tr role="row" {
                        @for heading in [words.stay, words.arrival, words.departure, words.days] {
                            th role="columnheader" scope="col" { (heading) }
                        }
                        th role="columnheader" scope="col" { span.sr-only { (words.actions) } }
                    }
                }
                tbody role="rowgroup" {
                    @for row in view.model.sheet.rows(STAYS) { (stay(*row, view)) }
                }
            }
        }
        p.form-hint { (words.date_hint) }
        (add_button(STAYS, words.add_stay))
    }
}

fn stay(row: u32, view: View) -> Markup {
    let words = &view.words().respite;
    let number = number_of(STAYS, row, view);
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                span.stay-label { (words.stay) " " }
                (number)
            }
            (date_cell(row, ARRIVAL, &words.arrival_of(number), view))
            (date_cell(row, DEPARTURE, &words.departure_of(number), view))
            td.stay-days role="cell" data-live=(format!("days:{row}")) { (days(row, view)) }
            td.stay-actions role="cell" { (remove_button(STAYS, row, &words.remove_stay(number))) }
        }
    }
}

fn date_cell(row: u32, name: &str, label: &str, view: View) -> Markup {
    let field = row_field(STAYS, row, name);
    html! {
        td.form-error[view.has_error(&field)] role="cell" {
            label.stay-label for=(field) { (label) }
            (message(&field, view))
            (input(&field, "", Kind::Date, view))
            p.weekday data-live=(format!("weekday:{field}")) { (weekday(&field, view)) }
        }
    }
}

/// The date of a field with its weekday, once it is understood.
pub fn weekday(field: &str, view: View) -> Markup {
    let date = parse::date(view.model.sheet.get(field), view.words());
    html! { @if let Ok(date) = date { (format::long_date(date, view.words())) } }
}

/// The days of a stay, once both dates are understood and in order.
pub fn days(row: u32, view: View) -> Markup {
    let date = |name| parse::date(view.model.sheet.get_in(STAYS, row, name), view.words());
    let stay = match (date(ARRIVAL), date(DEPARTURE)) {
        (Ok(arrival), Ok(departure)) => Stay::new(arrival, departure),
        _ => None,
    };
    html! { @if let Some(stay) = stay { (view.words().respite.days_count(stay.days())) } }
}
