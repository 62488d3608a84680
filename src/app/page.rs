//! The pages and their addresses.
//!
//! A page's address is a fragment: it works on any static host, under any path and in a frame,
//! and never reaches a server. It holds the page alone, never an answer. Some pages have a file of
//! their own, too, which opens them where there is no fragment (`tools/entries.json`).

use super::tool::Tool;
use crate::draft::Context;
use crate::rules::standard::Standard;
use crate::text::words::Words;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the product does, and the ways in.
    Front,
    /// Who may be in the target group: one question after another.
    Check(Step),
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
    /// The rules of the check, to read and approve.
    DecisionTable,
    /// What the municipality's file says.
    Rates,
    /// The accessibility statement.
    Accessibility,
    /// What becomes of data.
    Privacy,
}

/// A step of the questions about who may be in the target group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Whom it is about, and how old they are.
    Start,
    /// A question by its place among those that are asked, from 1. The address holds the place
    /// alone: which question stands there depends on the answers, and those are told to nobody.
    Question(u8),
    /// Every answer, to be looked over.
    Answers,
    /// What the answers say of every offer.
    Result,
}

const CHECK: &str = "/tjek";

impl Step {
    /// What follows the check's name in the address.
    fn fragment(self) -> String {
        match self {
            Step::Start => String::new(),
            Step::Question(place) => format!("/{place}"),
            Step::Answers => "/svar".to_owned(),
            Step::Result => "/resultat".to_owned(),
        }
    }

    /// The step of what follows the check's name; the start where it names none.
    fn from_fragment(end: &str) -> Step {
        let place = end.trim_start_matches('/').parse().ok();
        let named = place.filter(|place| *place > 0).map(Step::Question);
        let steps = [Step::Answers, Step::Result].into_iter().chain(named);
        steps.into_iter().find(|step| step.fragment() == end).unwrap_or(Step::Start)
    }
}

impl Page {
    /// Where the questions begin.
    pub const CHECK: Page = Page::Check(Step::Start);

    /// Every page, in the order of the menu.
    pub const ALL: [Page; 13] = [
        Page::Front,
        Page::CHECK,
        Page::Respite,
        Page::Payment,
        Page::Dates,
        Page::FreeChoice,
        Page::Overview,
        Page::About,
        Page::Receipt,
        Page::DecisionTable,
        Page::Rates,
        Page::Accessibility,
        Page::Privacy,
    ];

    /// Whether a standard has what the page is about.
    pub fn is_offered(self, standard: &Standard) -> bool {
        match self {
            Page::Respite => Tool::Respite.is_offered(standard),
            Page::FreeChoice => Tool::FreeChoice.is_offered(standard),
            Page::Front
            | Page::Check(_)
            | Page::Payment
            | Page::Dates
            | Page::Overview
            | Page::About
            | Page::Receipt
            | Page::DecisionTable
            | Page::Rates
            | Page::Accessibility
            | Page::Privacy => true,
        }
    }

    /// The fragment after `#`.
    pub fn fragment(self) -> String {
        let name = match self {
            Page::Front => "/",
            Page::Check(step) => return format!("{CHECK}{}", step.fragment()),
            Page::Respite => "/aflastning",
            Page::Payment => "/egenbetaling",
            Page::Dates => "/datoer",
            Page::FreeChoice => "/frit-valg",
            Page::Overview => "/overblik",
            Page::About => "/om",
            Page::Receipt => "/kvittering",
            Page::DecisionTable => "/regler",
            Page::Rates => "/satser",
            Page::Accessibility => "/tilgaengelighed",
            Page::Privacy => "/privatliv",
        };
        name.to_owned()
    }

    /// The page through which one comes to this one: itself, but for the steps of the check.
    pub fn entry(self) -> Page {
        match self {
            Page::Check(_) => Page::CHECK,
            page => page,
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
        let step = name.strip_prefix(CHECK).filter(|end| end.starts_with('/'));
        let step = step.map(|end| Page::Check(Step::from_fragment(end)));
        let page = named.or(step).unwrap_or(Page::Front);
        (page, plan.filter(|_| page == Page::Respite))
    }

    /// Whether the page comes with the second file, after the first page is on the screen.
    pub fn comes_later(self) -> bool {
        match self {
            Page::Respite | Page::Overview | Page::About => true,
            Page::Receipt | Page::DecisionTable | Page::Rates => true,
            Page::Accessibility | Page::Privacy => true,
            Page::Check(Step::Result) => true,
            Page::Front
            | Page::Check(Step::Start | Step::Question(_) | Step::Answers)
            | Page::Payment
            | Page::Dates
            | Page::FreeChoice => false,
        }
    }

    /// Whether the page is in the menu: the front page is behind the municipality's name, and
    /// checking receipts is for few.
    pub fn is_in_menu(self, standard: &Standard) -> bool {
        !matches!(
            self,
            Page::Front
                | Page::Receipt
                | Page::DecisionTable
                | Page::Rates
                | Page::Accessibility
                | Page::Privacy
        ) && self.is_offered(standard)
    }

    /// The page where a standard has it; the front page otherwise.
    pub fn or_front(self, standard: &Standard) -> Page {
        if self.is_offered(standard) { self } else { Page::Front }
    }

    /// The heading; that of the front page says what there is for this municipality.
    pub fn title_in(self, context: Context) -> &'static str {
        match self {
            Page::Front if !Page::Respite.is_offered(context.standard) => {
                context.words.pages.front_without_respite
            }
            page => page.title(context.words),
        }
    }

    /// The heading and the name in the menu.
    pub fn title(self, words: &Words) -> &'static str {
        let words = &words.pages;
        match self {
            Page::Front => words.front,
            Page::Check(_) => words.check,
            Page::Respite => words.respite,
            Page::Payment => words.payment,
            Page::Dates => words.dates,
            Page::FreeChoice => words.free_choice,
            Page::Overview => words.overview,
            Page::About => words.about,
            Page::Receipt => words.receipt,
            Page::DecisionTable => words.decision_table,
            Page::Rates => words.rates,
            Page::Accessibility => words.accessibility,
            Page::Privacy => words.privacy,
        }
    }
}
