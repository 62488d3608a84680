//! What the pages look like: one file for each, all pure.
//!
//! maud escapes whatever is put in, so that nothing a person types can become markup.

mod about;
mod check;
mod dates;
mod free_choice;
mod front;
mod overview;
mod payment;
mod respite;

use maud::{Markup, html};

use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::Context;
use crate::html::page::{View, details_content, result_content};
use crate::html::parts;

/// The page shown.
pub fn page(view: View) -> Markup {
    match view.model.page {
        Page::Check => check::page(view),
        Page::Payment => payment::page(view),
        Page::Dates => dates::page(view),
        Page::FreeChoice => free_choice::page(view),
        Page::Respite => respite::page(view),
        Page::Front => front::page(view),
        Page::Overview => overview::page(view),
        Page::About => about::page(view),
    }
}

/// A part of the page that follows every key, by its `data-live`.
pub fn live(key: &str, view: View) -> Option<Markup> {
    let (kind, name) = key.split_once(':')?;
    match kind {
        "result" => Some(result_content(Tool::from_code(name)?, view)),
        "details" => Some(details_content(Tool::from_code(name)?, view)),
        "weekday" => Some(respite::weekday(name, view)),
        "days" => Some(respite::days(name.parse().ok()?, view)),
        "sum" => Some(payment::sum(name, view)),
        "accept" => Some(respite::accept_button(view)),
        _ => None,
    }
}

/// The menu's links.
pub fn menu(view: View) -> Markup {
    html! {
        @for page in Page::ALL.into_iter().filter(|page| *page != Page::Front) {
            li {
                a href=(page.href()) aria-current=[(page == view.model.page).then_some("page")] {
                    (page.title(view.words()))
                }
            }
        }
    }
}

/// The end of every page: whom to ask, and that this is an estimate.
pub fn footer(context: Context) -> Markup {
    let words = context.words;
    let contacts = &context.standard.contacts;
    html! {
        div.wrap {
            div {
                h2 { (context.standard.municipality) ", " (contacts.department) }
                p { (contacts.street) ", " (contacts.town) }
                p { (parts::phone(context)) }
            }
            nav aria-label=(words.frame.about_site) {
                h2 { (words.frame.about_site) }
                ul.nobullet-list role="list" {
                    @for page in [Page::About, Page::Overview] {
                        li { a href=(page.href()) { (page.title(words)) } }
                    }
                }
            }
            p { (words.frame.estimate_only) }
        }
    }
}
