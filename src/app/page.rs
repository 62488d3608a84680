//! The pages and their addresses.
//!
//! A page's address is a fragment: it works on any static host, under any path and in a frame,
//! and never reaches a server. It holds the page alone, never an answer.

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
    /// A saved result is computed again.
    Receipt,
}

impl Page {
    /// Every page, in the order of the menu.
    pub const ALL: [Page; 9] = [
        Page::Front,
        Page::Check,
        Page::Respite,
        Page::Payment,
        Page::Dates,
        Page::FreeChoice,
        Page::Overview,
        Page::About,
        Page::Receipt,
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
            Page::Receipt => "/kvittering",
        }
    }

    /// The address of the page, relative to any host and path.
    pub fn href(self) -> String {
        format!("#{}", self.fragment())
    }

    /// The page of a fragment, the front page when it names none, and the plan that a link to the
    /// planner brings.
    pub fn from_fragment(fragment: &str) -> (Page, Option<&str>) {
        let (name, plan) = match fragment.split_once("?plan=") {
            Some((name, plan)) => (name, Some(plan)),
            None => (fragment, None),
        };
        let named = Page::ALL.into_iter().find(|page| page.fragment() == name);
        let page = named.unwrap_or(Page::Front);
        (page, plan.filter(|_| page == Page::Respite))
    }

    /// Whether the page comes with the second file, after the first page is on the screen.
    pub fn comes_later(self) -> bool {
        match self {
            Page::Respite | Page::Overview | Page::Receipt => true,
            Page::Front
            | Page::Check
            | Page::Payment
            | Page::Dates
            | Page::FreeChoice
            | Page::About => false,
        }
    }

    /// Whether the page is in the menu: the front page is behind the municipality's name, and
    /// checking receipts is for few.
    pub fn is_in_menu(self) -> bool {
        !matches!(self, Page::Front | Page::Receipt)
    }

    /// The heading and the name in the menu.
    pub fn title(self, words: &Words) -> &'static str {
        let words = &words.pages;
        match self {
            Page::Front => words.front,
            Page::Check => words.check,
            Page::Respite => words.respite,
            Page::Payment => words.payment,
            Page::Dates => words.dates,
            Page::FreeChoice => words.free_choice,
            Page::Overview => words.overview,
            Page::About => words.about,
            Page::Receipt => words.receipt,
        }
    }
}
