//! What the pages look like: one file for each, all pure.
//!
//! maud escapes whatever is put in, so that nothing a person types can become markup.

mod about;
pub mod ahead;
mod check;
mod dates;
mod decision_table;
pub mod doors;
mod embed;
pub mod framed;
mod free_choice;
mod front;
mod late;
mod overview;
mod payment;
mod rates;
mod receipt;
pub mod respite;
mod statements;
pub mod trouble;
mod waiting;

use maud::{Markup, html};

use crate::app::event::Action;
use crate::app::model::Extent;
use crate::app::page::Page;
use crate::app::planner::doors::Arrival;
use crate::app::tool::Tool;
use crate::draft::Context;
use crate::html::fields::weekday;
use crate::html::page::{View, details_content, inside, result_content};
use crate::html::parts;
use crate::rules::offer::Housing;
use crate::text::words::Language;
use respite::doors as planner;

/// What keeping has to say, and the page shown.
pub fn page(view: View) -> Markup {
    html! {
        // It says what comes up in it, so it is there before.
        div role="status" data-live="kept:" { (inside(view, || notice(view))) }
        (shown(view))
    }
}

/// What needs the person, on whatever page.
fn notice(view: View) -> Markup {
    html! {
        (unspoken(view))
        @if view.model.arrival == Arrival::Here { (doors::notice(view)) }
    }
}

/// That the language which was asked for could not be fetched.
fn unspoken(view: View) -> Markup {
    let words = &view.words().frame;
    html! {
        @if let Some(language) = view.model.unspoken {
            div.alert.alert-warning {
                (parts::icon_of_class("warning", "alert-icon"))
                div.alert-body role="alert" {
                    p.alert-text { (words.language_missing(language.own_name())) }
                }
            }
        }
    }
}

fn shown(view: View) -> Markup {
    let page = view.model.page;
    if page.comes_later() && view.model.arrival != Arrival::Here {
        return waiting::page(view);
    }
    match page {
        Page::Check(step) => check::page(step, view),
        Page::Payment => payment::page(view),
        Page::Dates => dates::page(view),
        Page::FreeChoice => free_choice::page(view),
        Page::Respite => planner::page(view),
        Page::Front => front::page(view),
        Page::Overview => doors::overview(view),
        Page::Receipt => doors::receipt(view),
        Page::DecisionTable => doors::decision_table(view),
        Page::About => doors::about(view),
        Page::Rates => doors::rates(view),
        Page::Accessibility => doors::accessibility(view),
        Page::Privacy => doors::privacy(view),
        Page::Embed => doors::embed(view),
    }
}

/// Whether a live part follows an event of this extent. What follows the pointer is little; what
/// holds fields is left alone while one of them is typed in. Near is neither what stands behind a
/// result, nor the lists, but for a row that is typed in, nor other months than the person is in.
pub fn follows(key: &str, extent: Extent, view: View) -> bool {
    let (kind, name) = key.split_once(':').unwrap_or((key, ""));
    match extent {
        // They are less than a part.
        Extent::Days => false,
        Extent::Near => match kind {
            "month" => planner::is_near(name, view),
            "row" => view.model.is_typing(),
            "details" | "numbers" | "paper" | "list" | "wishes" | "incoming" => false,
            _ => true,
        },
        Extent::Pointing => {
            matches!(kind, "panel" | "said") || kind == "month" && planner::is_stirred(name, view)
        }
        Extent::Typing => !matches!(kind, "list" | "wishes" | "incoming"),
        Extent::Parts | Extent::Chosen | Extent::Page => true,
    }
}

/// A part of the page that follows events, by its `data-live`.
pub fn live(key: &str, view: View) -> Option<Markup> {
    let (kind, name) = key.split_once(':')?;
    match kind {
        "kept" => Some(notice(view)),
        "case" => Some(doors::case_opened(view)),
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
        "most" => Some(check::most(view)),
        "dearer" => Some(free_choice::dearer(view)),
        "line" => Some(payment::line(view)),
        "said" => Some(payment::said(view)),
        "embed" => doors::embed_part(name, view),
        _ => planner::part(kind, name, view),
    }
}

/// The name of the window.
pub fn window_title(view: View) -> String {
    let title = match view.model.page {
        Page::Check(step) => check::title(step, view),
        page => page.title_in(view.context).to_owned(),
    };
    view.words().pages.window_title(title, &view.context.standard.municipality)
}

/// The menu's links.
pub fn menu(view: View) -> Markup {
    html! {
        @for page in Page::ALL.into_iter().filter(|page| page.is_in_menu(view.context.standard)) {
            li {
                a href=(page.href()) aria-current=[(page == view.model.page.entry()).then_some("page")] {
                    (page.title(view.words()))
                }
            }
        }
    }
}

/// The links to the same page in each language, above the page.
pub fn languages(view: View) -> Markup {
    languages_with(language_id, view)
}

/// The same where another id tells them apart.
fn languages_with(id: fn(Language) -> String, view: View) -> Markup {
    html! {
        @for language in Language::ALL {
            @let code = language.code();
            @let file = language.file("index.html");
            li {
                a href=(format!("./{file}{}", view.model.page.href())) lang=(code) hreflang=(code)
                    id=(id(*language)) data-act=(Action::Speak(*language).code())
                    aria-current=[(*language == view.context.edition.language).then_some("true")] {
                    (language.own_name())
                }
            }
        }
    }
}

/// The id of the link to a language.
pub fn language_id(language: Language) -> String {
    format!("language-{}", language.code())
}

/// What is shown when the program stops with an error.
pub fn crash(context: Context) -> Markup {
    let words = &context.words.shell;
    html! {
        h1 { (words.crashed) }
        p role="alert" {
            (words.crashed_text) " " a href="" { (words.load_again) } " " (words.or_call) " "
            (context.standard.municipality) ": " (parts::phone(context)) "."
        }
    }
}

/// The pages that every page's end leads to.
const FOOTER: [Page; 8] = [
    Page::About,
    Page::Rates,
    Page::DecisionTable,
    Page::Overview,
    Page::Receipt,
    Page::Accessibility,
    Page::Privacy,
    Page::Embed,
];

/// The end of every page: whom to ask, and that this is an estimate.
pub fn footer(context: Context) -> Markup {
    let words = context.words;
    html! {
        div.wrap {
            div {
                h2 { (context.standard.municipality) ", " (context.department()) }
                p { (parts::place(context)) }
                p { (parts::phone(context)) }
            }
            nav aria-label=(words.frame.about_site) {
                h2 { (words.frame.about_site) }
                ul.nobullet-list role="list" {
                    @for page in FOOTER {
                        li { a href=(page.href()) { (page.title(words)) } }
                    }
                    // A file of its own: in another window it takes nothing typed away.
                    li {
                        a href=(format!("./{}", context.edition.language.file("licenser.html"))) target="_blank" rel="noopener" {
                            (words.frame.licences)
                        }
                    }
                }
            }
            p { (words.frame.estimate_only) }
        }
    }
}
