//! All results together, to print and to take along, and the way to delete everything.

use maud::{Markup, html};

use crate::app::asked::Standing;
use crate::app::event::{Action, Deed};
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::html::page::{View, intro, print_button};
use crate::html::parts::{self, icon};
use crate::results;

/// The page of each tool.
fn page_of(tool: Tool) -> Page {
    match tool {
        Tool::Respite | Tool::Suggest => Page::Respite,
        Tool::Eligibility => Page::Check,
        Tool::FreeChoice => Page::FreeChoice,
        Tool::Payment => Page::Payment,
        Tool::Complaint | Tool::FollowUp => Page::Dates,
    }
}

/// The overview.
pub fn page(view: View) -> Markup {
    let words = &view.words().overview;
    let done: Vec<Tool> = Tool::ALL
        .iter()
        .copied()
        .filter(|tool| matches!(view.model.standing(*tool), Standing::Fresh(_)))
        .collect();
    html! {
        (intro(Page::Overview, words.lead, view))
        @if done.is_empty() {
            p { (words.empty) }
        } @else {
            (print_button(view))
        }
        @for tool in &done { (result(*tool, view)) }
        (to_do(view))
        section.section {
            h2 { (words.questions) }
            ul { @for question in words.question_items { li { (question) } } }
        }
        (delete(view))
        (parts::contact(view.context))
    }
}

fn result(tool: Tool, view: View) -> Markup {
    let words = &view.words().overview;
    let page = page_of(tool);
    html! {
        @if let Standing::Fresh(outcome) = view.model.standing(tool) {
            section.section {
                h2 { (page.title(view.words())) }
                (results::summary(outcome, view.context))
                (results::details(outcome, view.context))
                p.d-print-none { a href=(page.href()) { (words.change) } }
            }
        }
    }
}

/// The tools that have no result yet, or one that is out of date.
fn to_do(view: View) -> Markup {
    let words = &view.words().overview;
    let open = Tool::ALL
        .iter()
        .filter(|tool| !matches!(view.model.standing(**tool), Standing::Fresh(_)))
        .map(|tool| page_of(*tool));
    let mut pages: Vec<Page> = open.collect();
    pages.dedup();
    html! {
        @if !pages.is_empty() {
            section.section.d-print-none {
                h2 { (words.to_do) }
                ul { @for page in pages { li { a href=(page.href()) { (page.title(view.words())) } } } }
            }
        }
    }
}

/// Deleting asks once more, so that a slip of the finger loses nothing.
fn delete(view: View) -> Markup {
    let words = &view.words().overview;
    html! {
        section.section.d-print-none {
            h2 { (words.delete) }
            p { (words.delete_lead) }
            details.details {
                summary.details-summary { (words.delete_ask) }
                div.details-text {
                    p { (words.delete_sure) }
                    button.button.button-warning type="button" data-act=(Action::Do(Deed::Clear).code()) {
                        (icon("delete")) span { (words.delete_now) }
                    }
                }
            }
        }
    }
}
