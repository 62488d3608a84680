//! The way between the pages: one fragment of the address for each.
//!
//! Fragments work on any static host, under any path and in a frame, and never reach a server.
//! They hold the page alone, never an answer.

use leptos::prelude::*;

use crate::browser;
use crate::text::words::Words;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the product does, and the ways in.
    Front,
    /// Who may be in the target group.
    Check,
    /// Days of respite.
    Respite,
    /// Own payment.
    Payment,
    /// Complaint deadline and follow-ups.
    Dates,
    /// Free choice.
    FreeChoice,
    /// All results together.
    Overview,
    /// Sources, open questions, tests.
    About,
}

impl Page {
    /// Every page, in the order of the menu.
    pub const ALL: [Page; 8] = [
        Page::Front,
        Page::Check,
        Page::Respite,
        Page::Payment,
        Page::Dates,
        Page::FreeChoice,
        Page::Overview,
        Page::About,
    ];

    /// The fragment after `#`.
    pub fn fragment(self) -> &'static str {
        match self {
            Page::Front => "/",
            Page::Check => "/tjek",
            Page::Respite => "/aflastning",
            Page::Payment => "/egenbetaling",
            Page::Dates => "/datoer",
            Page::FreeChoice => "/frit-valg",
            Page::Overview => "/overblik",
            Page::About => "/om",
        }
    }

    /// The address of the page, relative to any host and path.
    pub fn href(self) -> String {
        format!("#{}", self.fragment())
    }

    /// The page of a fragment; the front page for any other.
    pub fn from_fragment(fragment: &str) -> Page {
        Page::ALL
            .into_iter()
            .find(|page| page.fragment() == fragment.trim_end_matches('?'))
            .unwrap_or(Page::Front)
    }

    /// The heading and the name in the menu.
    pub fn title(self, words: &Words) -> &'static str {
        let w = &words.pages;
        match self {
            Page::Front => w.front,
            Page::Check => w.check,
            Page::Respite => w.respite,
            Page::Payment => w.payment,
            Page::Dates => w.dates,
            Page::FreeChoice => w.free_choice,
            Page::Overview => w.overview,
            Page::About => w.about,
        }
    }
}

/// The id of each page's heading, which has the focus after a change of page.
pub const HEADING: &str = "page-heading";

/// The page that the address names; follows the address, sets the window's title, and moves the
/// focus to the heading of a page that was changed to.
pub fn current_page(words: &'static Words, municipality: &'static str) -> Signal<Page> {
    let page = RwSignal::new(Page::from_fragment(&browser::fragment()));
    window_event_listener(leptos::ev::hashchange, move |_| {
        let fragment = browser::fragment();
        // Other fragments are places on the page, such as a field named by an error.
        if fragment.is_empty() || fragment.starts_with('/') {
            let next = Page::from_fragment(&fragment);
            if next != page.get_untracked() {
                page.set(next);
                browser::soon(|| {
                    browser::scroll_to_top();
                    browser::focus_heading(HEADING);
                });
            }
        }
    });
    Effect::new(move |_| {
        browser::set_title(&words.pages.window_title(page.get().title(words), municipality));
    });
    page.into()
}
