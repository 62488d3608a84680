//! The rules of who may be in the target group, to read and approve, and the same as a file.

use maud::{Markup, html};

use crate::app::event::{Action, Deed};
use crate::app::page::Page;
use crate::html::page::{View, intro, print_button};
use crate::html::parts::{self, icon};
use crate::results::decision_table::table;

/// The page of the decision tables.
pub fn page(view: View) -> Markup {
    let words = &view.words().decision;
    html! {
        (intro(Page::DecisionTable, words.lead, view))
        p { (words.estimate) }
        ul.function-links role="list" {
            li {
                button.function-link type="button" data-act=(Action::Do(Deed::SaveTable).code()) {
                    (icon("download")) (words.save)
                }
            }
        }
        p { (words.save_text) }
        (table(view.context))
        (print_button(view))
        (parts::contact(view.context))
    }
}
