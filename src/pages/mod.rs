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
mod waiting;

use maud::{Markup, html};

use crate::app::model::Extent;
use crate::app::page::Page;
use crate::app::planner::doors::Arrival;
use crate::app::tool::Tool;
use crate::draft::Context;
use crate::html::fields::weekday;
use crate::html::page::{View, details_content, result_content};
use crate::html::parts;
use crate::rules::offer::Housing;
use respite::doors;

/// The page shown.
pub fn page(view: View) -> Markup {
    match view.model.page {
        Page::Check => check::page(view),
        Page::Payment => payment::page(view),
        Page::Dates => dates::page(view),
        Page::FreeChoice => free_choice::page(view),
        Page::Respite => match view.model.arrival {
            Arrival::Here => doors::page(view),
            Arrival::Awaited | Arrival::Missing => waiting::page(view),
        },
        Page::Front => front::page(view),
        Page::Overview => overview::page(view),
        Page::About => about::page(view),
    }
}

/// Whether a live part follows an event of this extent. What follows the pointer is little; what
/// holds fields is left alone while one of them is typed in.
pub fn follows(key: &str, extent: Extent, view: View) -> bool {
    let (kind, name) = key.split_once(':').unwrap_or((key, ""));
    match extent {
        Extent::Pointing => kind == "panel" || kind == "month" && doors::is_stirred(name, view),
        Extent::Typing => !matches!(kind, "list" | "wishes" | "incoming"),
        Extent::Parts | Extent::Page => true,
    }
}

/// A part of the page that follows events, by its `data-live`.
pub fn live(key: &str, view: View) -> Option<Markup> {
    let (kind, name) = key.split_once(':')?;
    match kind {
        "result" => Some(result_content(Tool::from_code(name)?, view)),
        "details" => Some(details_content(Tool::from_code(name)?, view)),
        "weekday" => Some(weekday(name, view)),
        "sum" => Some(payment::sum(name, view)),
        "monthly" => {
            let (list, row) = name.split_once(':')?;
            Some(payment::converted(list, row.parse().ok()?, view))
        }
        "take" => Some(payment::take_prices(Housing::from_code(name)?, view)),
        "missing" => Some(payment::missing(view)),
        "said" => Some(payment::said(view)),
        _ => doors::part(kind, name, view),
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
