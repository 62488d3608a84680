//! A suggested plan: templates, wishes, and the most even plan that fits.

use maud::{Markup, html};

use crate::app::event::{Action, Deed};
use crate::app::sheet::row_field;
use crate::app::tool::Tool;
use crate::draft::respite::{FROM, MUST_COVER, TO, UNAVAILABLE};
use crate::draft::suggest::{COUNT, DAYS, MOST_YEARS_AHEAD, SHAPES, WEEKDAY, YEAR};
use crate::html::fields::{Kind, Text, select, text};
use crate::html::page::{View, error_summary, form, live};
use crate::html::rows::{add_button, number_of, remove_button};
use crate::rules::suggest::MOST_SHAPES;

/// The id of the section's heading.
pub const HEADING: &str = "suggest-heading";

/// Templates, wishes and the suggested plan.
pub fn wishes(view: View) -> Markup {
    let words = &view.words().suggest;
    let body = html! {
        (year(view))
        (shapes(view))
        (ranges(UNAVAILABLE, words.unavailable, words.add_unavailable, view))
        (ranges(MUST_COVER, words.must_cover, words.add_must_cover, view))
    };
    html! {
        section.section.d-print-none aria-labelledby=(HEADING) {
            h2 id=(HEADING) tabindex="-1" { (words.heading) }
            (live("templates:", view, || templates(view)))
            h3 { (words.wishes) }
            p { (words.lead) }
            (error_summary(Tool::Suggest, view))
            (form(Tool::Suggest, words.suggest, body))
            (super::import::import(view))
            (live("proposal:", view, || super::proposal::proposal(view)))
        }
    }
}

/// Plans that need no wishes: one press each.
pub fn templates(view: View) -> Markup {
    let words = &view.words().planner.templates;
    let year = view.model.planner.year;
    let template = |deed: Deed, label: &str| {
        html! {
            li {
                button.button.button-secondary type="button" id=(deed.code())
                    data-act=(Action::Do(deed).code()) { (label) }
            }
        }
    };
    html! {
        h3 { (words.heading(year)) }
        p { (words.lead) }
        ul.button-row.nobullet-list role="list" {
            (template(Deed::Template, words.monthly))
            (template(Deed::WishWeekends, words.weekends))
            (template(Deed::WishWeeks, words.weeks))
        }
    }
}

/// The year to plan: the rest of this one or a whole later one.
fn year(view: View) -> Markup {
    let words = &view.words().suggest;
    let this_year = view.context.today.year();
    let options: Vec<(String, String)> = (0..=MOST_YEARS_AHEAD)
        .map(|ahead| {
            let year = this_year.saturating_add(ahead);
            let word = if ahead == 0 { words.rest_of_year(year) } else { year.to_string() };
            (ahead.to_string(), word)
        })
        .collect();
    select(YEAR, words.year, &options, view)
}

fn shapes(view: View) -> Markup {
    let words = &view.words().suggest;
    let rows = view.model.sheet.rows(SHAPES);
    html! {
        fieldset {
            legend.form-label { (words.shapes) }
            @if !rows.is_empty() {
                ul.budget.is-three role="list" {
                    @for row in rows { li { (shape(*row, view)) } }
                }
            }
            @if rows.len() < MOST_SHAPES { (add_button(SHAPES, words.add_shape)) }
        }
    }
}

fn shape(row: u32, view: View) -> Markup {
    let words = view.words();
    let any = std::iter::once((String::new(), words.suggest.any_weekday.to_owned()));
    let named = words.calendar.weekdays.iter().enumerate();
    let weekdays: Vec<(String, String)> =
        any.chain(named.map(|(day, name)| (day.to_string(), (*name).to_owned()))).collect();
    let number = |name, label| {
        let id = row_field(SHAPES, row, name);
        text(Text { id: &id, label, hint: "", optional: false, kind: Kind::Number }, view)
    };
    html! {
        div.budget-group role="group" aria-label=(called(words.suggest.shapes, SHAPES, row, view)) {
            (select(&row_field(SHAPES, row, WEEKDAY), words.suggest.weekday, &weekdays, view))
            (number(DAYS, words.suggest.days))
            (number(COUNT, words.suggest.count))
            (remove_button(SHAPES, row, words.suggest.remove_shape))
        }
    }
}

/// What a row is called to those who hear the page: the rows' fields have the same names.
fn called(legend: &str, list: &str, row: u32, view: View) -> String {
    format!("{legend} {}", number_of(list, row, view))
}

/// Ranges of dates that will not do, or that must be covered.
fn ranges(list: &'static str, heading: &str, add_label: &str, view: View) -> Markup {
    let words = &view.words().suggest;
    let rows = view.model.sheet.rows(list);
    let date = |row, name, label| {
        let id = row_field(list, row, name);
        text(Text { id: &id, label, hint: "", optional: false, kind: Kind::Date }, view)
    };
    html! {
        fieldset {
            legend.form-label { (heading) }
            @if !rows.is_empty() {
                ul.budget role="list" {
                    @for row in rows {
                        li {
                            div.budget-group role="group" aria-label=(called(heading, list, *row, view)) {
                                (date(*row, FROM, words.from))
                                (date(*row, TO, words.to))
                                (remove_button(list, *row, words.remove_range))
                            }
                        }
                    }
                }
            }
            (add_button(list, add_label))
        }
    }
}
