//! What the product does, and the ways in.

use maud::{Markup, html};

use crate::app::page::Page;
use crate::html::page::{View, intro};
use crate::html::parts::{self, icon, icon_of_class};

/// The front page.
pub fn page(view: View) -> Markup {
    let words = &view.words().front;
    let tasks = [
        (Page::CHECK, words.check),
        (Page::Respite, words.respite),
        (Page::Payment, words.payment),
    ];
    let others = [
        (Page::Dates, words.dates),
        (Page::FreeChoice, words.free_choice),
        (Page::Overview, words.overview),
    ];
    html! {
        (intro(Page::Front, words.lead, view))
        ul.card-grid role="list" {
            @for (page, text) in tasks { li { (card(page, text, view)) } }
        }
        section.section {
            h2 { (words.more) }
            ul.card-grid role="list" {
                @for (page, text) in others { li { (card(page, text, view)) } }
            }
        }
        section.section {
            h2 { (words.at_hand) }
            p { (words.at_hand_lead) }
            ul { @for item in words.at_hand_items { li { (item) } } }
        }
        section.section {
            h2 { (words.privacy) }
            p.privacy { (icon("private")) span { (view.words().frame.private) } }
            ul { @for item in words.privacy_items { li { (item) } } }
        }
        section.section {
            h2 { (words.estimate) }
            p { (words.estimate_text) }
            p { a href=(Page::About.href()) { (words.sources) } }
        }
        (parts::contact(view.context))
    }
}

fn card(page: Page, text: &str, view: View) -> Markup {
    html! {
        a.card href=(page.href()) {
            div.card-content {
                h2.card-heading { (page.title(view.words())) }
                p { (text) }
            }
            (icon_of_class("forward", "card-icon"))
        }
    }
}
