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
    let lead = match Page::Respite.is_offered(view.context.standard) {
        true => words.lead,
        false => words.lead_without_respite,
    };
    html! {
        (intro(Page::Front, lead, view))
        (cards(&tasks, view))
        section.section {
            h2 { (words.more) }
            (cards(&others, view))
        }
        section.section {
            h2 { (words.at_hand) }
            p { (words.at_hand_lead) }
            ul {
                @for item in words.at_hand_items { li { (item) } }
                @if Page::Respite.is_offered(view.context.standard) { li { (words.at_hand_respite) } }
            }
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

/// The ways to those pages that the standard has.
fn cards(pages: &[(Page, &str)], view: View) -> Markup {
    let offered = pages.iter().filter(|(page, _)| page.is_offered(view.context.standard));
    html! {
        ul.card-grid role="list" { @for (page, text) in offered { li { (card(*page, text, view)) } } }
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
