//! Days from a calendar file: a relative's holidays, as days that will not do or must be covered.

use maud::{Markup, html};

use crate::app::event::{Action, Deed};
use crate::app::planner::exchange::import_field;
use crate::exchange::calendar_import::{Imported, why_words};
use crate::html::fields::{checkbox, file};
use crate::html::page::{View, live};
use crate::text::format;

/// The file field, and what was found in the file.
pub fn import(view: View) -> Markup {
    let words = &view.words().planner.import;
    html! {
        section aria-labelledby="import-heading" {
            h3 id="import-heading" tabindex="-1" { (words.heading) }
            p { (words.lead) }
            (file("calendar-file", words.file, "", ".ics,text/calendar"))
            (live("import:", view, || found(view)))
        }
    }
}

/// What was found in the file.
pub fn found(view: View) -> Markup {
    let words = &view.words().planner.import;
    html! {
        @match &view.model.planner.imported {
            None => {},
            Some(Err(error)) => p.form-error-message id="import-result" tabindex="-1" {
                (error.message(view.words()))
            },
            Some(Ok(imported)) => section.result aria-labelledby="import-result" {
                h4 id="import-result" tabindex="-1" { (words.found(imported.ranges.len())) }
                (ranges(imported, view))
                (left_out(imported, view))
            },
        }
    }
}

fn ranges(imported: &Imported, view: View) -> Markup {
    let words = &view.words().planner.import;
    let button = |deed: Deed, label: &str| {
        html! {
            button.button.button-secondary type="button" id=(deed.code())
                data-act=(Action::Do(deed).code()) { (label) }
        }
    };
    html! {
        @if !imported.ranges.is_empty() {
            fieldset {
                legend.form-label { (words.choose) }
                @for (place, found) in imported.ranges.iter().enumerate() {
                    @let dates = format::short_range(found.range, view.words());
                    (checkbox(&import_field(place), &format!("{}: {dates}", found.title), view))
                }
            }
        }
        div.button-row {
            @if !imported.ranges.is_empty() {
                (button(Deed::ImportUnavailable, words.as_unavailable))
                (button(Deed::ImportMustCover, words.as_must_cover))
            }
            (button(Deed::ImportNone, words.none))
        }
    }
}

/// What the file holds that cannot be used, and why.
fn left_out(imported: &Imported, view: View) -> Markup {
    html! {
        @if !imported.left_out.is_empty() {
            p { (view.words().planner.import.left_out) }
            ul {
                @for left in &imported.left_out {
                    li { (left.title) ": " (why_words(&left.why, view.words())) }
                }
            }
        }
    }
}
