//! What the pages have in common: heading, form, errors, result.

use maud::{Markup, html};

use super::parts::{self, icon};
use crate::app::asked::Standing;
use crate::app::event::{Action, Deed};
use crate::app::keeping::State;
use crate::app::model::Model;
use crate::app::page::Page;
use crate::app::planner::doors::Arrival;
use crate::app::tool::Tool;
use crate::draft::who::who;
use crate::draft::{Context, FieldError};
use crate::results;
use crate::text::words::{Who, Words};

/// What a view is made from.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The state.
    pub model: &'a Model,
    /// Today, the standard and the words.
    pub context: Context,
    /// Whether live parts are left empty, because they are drawn one by one.
    pub hollow: bool,
}

impl View<'_> {
    /// The words of the reader's language.
    pub fn words(&self) -> &'static Words {
        self.context.words
    }

    /// Whether a field is wrong.
    pub fn has_error(&self, field: &str) -> bool {
        self.model.error_at(field).is_some()
    }
}

/// The id of each page's heading, which has the focus after a change of page.
pub const HEADING: &str = "page-heading";

/// The heading and the lead.
pub fn intro(page: Page, lead: &str, view: View) -> Markup {
    html! {
        div.page-intro {
            h1 id=(HEADING) tabindex="-1" { (page.title_in(view.context)) }
            p.font-lead { (lead) }
        }
    }
}

/// Whom the words speak of, and the way to change that; not on the page that asks for it.
pub fn whom(view: View) -> Markup {
    let words = &view.words().who;
    let other = match who(&view.model.sheet) {
        Some(Who::Me) => Who::Close,
        Some(Who::Close) | None => Who::Me,
    };
    html! {
        p.whom.d-print-none {
            (words.line) " "
            button.function-link type="button" id="whom" data-act=(Action::Who(other).code()) {
                (words.switch)
            }
        }
    }
}

/// A form with its errors above it, its result beside it and the numbers below. `waiting` stands
/// in the result's place as long as there is none, or below as much of it as there is.
pub fn form_with_result(
    tool: Tool,
    submit: &str,
    body: Markup,
    waiting: Markup,
    view: View,
) -> Markup {
    html! {
        (error_summary(tool, view))
        div.columns {
            (form(tool, submit, body))
            div.column-result { (result(tool, view)) (waiting) }
        }
        (privacy(view))
        (details(tool, view))
    }
}

/// That what is typed stays where it is.
pub fn privacy(view: View) -> Markup {
    html! {
        p.privacy { (icon("private")) span { (view.words().frame.private) (not_kept(view)) } }
    }
}

/// That what is typed goes with the page, as long as it is not kept, and where to keep it.
fn not_kept(view: View) -> Markup {
    let words = &view.words().frame;
    html! {
        @if view.model.keeping.state != State::On {
            span.d-print-none {
                " " (words.not_kept) " " a href=(Page::Overview.href()) { (words.keep_link) }
            }
        }
    }
}

/// A form; it sends nothing anywhere, the rules are asked in the browser.
pub fn form(tool: Tool, submit: &str, body: Markup) -> Markup {
    html! {
        form novalidate data-tool=(tool.code()) {
            (body)
            div.form-actions { button.button.button-primary type="submit" { (submit) } }
        }
    }
}

/// The summary of what is wrong; has the focus after a form was sent with errors. It is said as an
/// alert, so the place that has the focus has no name of its own: that would be said besides.
pub fn error_summary(tool: Tool, view: View) -> Markup {
    let words = &view.words().errors;
    let errors = view.model.errors(tool);
    let id = tool.summary_id();
    html! {
        @if !errors.is_empty() {
            div.alert.alert-error id=(id) tabindex="-1" {
                (parts::icon_of_class("error", "alert-icon"))
                div.alert-body role="alert" {
                    h2.alert-heading {
                        @match errors.len() {
                            1 => (words.summary_one),
                            count => (words.summary(count)),
                        }
                    }
                    div.alert-text { (error_links(errors)) }
                }
            }
        }
    }
}

/// What is wrong or missing, each with the way to its field.
pub fn error_links(errors: &[FieldError]) -> Markup {
    html! {
        ul.nobullet-list role="list" {
            @for error in errors {
                li {
                    a.function-link href=(format!("#{}", error.field))
                        data-focus=(error.field) { (error.message) }
                }
            }
        }
    }
}

/// A part of the page that follows every key: `key` names it to [`crate::pages::live`].
pub fn live(key: &str, view: View, content: impl FnOnce() -> Markup) -> Markup {
    html! { div data-live=(key) { (inside(view, content)) } }
}

/// What stands in a live part, unless it is drawn by itself.
pub fn inside(view: View, content: impl FnOnce() -> Markup) -> Markup {
    html! { @if !view.hollow { (content()) } }
}

/// The result, or that it is out of date.
pub fn result(tool: Tool, view: View) -> Markup {
    live(&format!("result:{}", tool.code()), view, || result_content(tool, view))
}

/// What stands in [`result`].
pub fn result_content(tool: Tool, view: View) -> Markup {
    match view.model.standing(tool) {
        Standing::None => html! {},
        Standing::Stale => html! {
            p.status role="status" { (icon("info")) span { (view.words().result.stale) } }
        },
        Standing::Fresh(_) if results::comes_later(tool) && view.model.arrival != Arrival::Here => {
            html! {
                section.result aria-labelledby=(tool.result_id()) {
                    h2 id=(tool.result_id()) tabindex="-1" { (view.words().result.awaited) }
                    (second_file(view.words().result.details_awaited, view))
                }
            }
        }
        Standing::Fresh(outcome) => results::summary(outcome, view.context),
    }
}

/// What stands in the place of what comes with the second file of the program: that it comes, or
/// that it could not be fetched, and what to do then.
pub fn second_file(awaited: &str, view: View) -> Markup {
    let words = &view.words().waiting;
    html! {
        @if view.model.arrival == Arrival::Missing {
            div.alert.alert-warning {
                (parts::icon_of_class("warning", "alert-icon"))
                div.alert-body role="alert" {
                    h2.alert-heading { (words.missing) }
                    p.alert-text { (words.missing_text) }
                }
            }
            p {
                button.button.button-primary type="button" data-act=(Action::Do(Deed::Fetch).code()) {
                    (words.fetch)
                }
            }
        } @else {
            p.loading role="status" { (awaited) }
        }
    }
}

/// The numbers behind the result, and the button that prints the page.
fn details(tool: Tool, view: View) -> Markup {
    live(&format!("details:{}", tool.code()), view, || details_content(tool, view))
}

/// What stands in [`details`].
pub fn details_content(tool: Tool, view: View) -> Markup {
    match view.model.standing(tool) {
        // Said with the result itself, where that comes with the same file.
        Standing::Fresh(_) if view.model.arrival != Arrival::Here && results::comes_later(tool) => {
            html! {}
        }
        Standing::Fresh(_) if view.model.arrival != Arrival::Here => {
            second_file(view.words().result.details_awaited, view)
        }
        Standing::Fresh(outcome) => html! {
            (results::details(outcome, view.context))
            (print_button(view))
        },
        Standing::None | Standing::Stale => html! {},
    }
}

/// A button that prints the page.
pub fn print_button(view: View) -> Markup {
    html! {
        ul.function-links role="list" {
            li {
                button.function-link type="button" data-act=(Action::Do(Deed::Print).code()) {
                    (icon("print")) (view.words().result.print)
                }
            }
        }
    }
}
