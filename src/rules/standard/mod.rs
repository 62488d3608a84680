//! The standard as data: every number of the rules with its unit, the date it holds from and the
//! place where it stands.
//!
//! [`Standard::load`] is the only way in. It accepts a text only when every parameter has exactly
//! one value on every date from the standard's approval on, so that no rule ever meets a gap.
//! `json` reads the text, `data` what it says.

mod data;
mod hours;
mod json;
mod parameters;
mod problem;
mod site;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use super::code::coded;
use super::date::Date;
use super::offer::Offers;
pub use hours::{ClosingDays, Open, OpeningHours, TimeOfDay};
use parameters::DatedParameters;
pub use parameters::{Entry, ParameterId, Parameters, RespiteQuota, Unit, Value};
pub use problem::{Problem, StandardError};
pub use site::{Accessibility, Conformance, Method, Privacy, Shortcoming, Site};

/// The standard's data as it is built in.
pub const BUILT_IN: &str = include_str!("../../../public/standard.json");

/// A municipality's standard: names, contacts and dated parameters.
#[derive(Clone, Debug)]
pub struct Standard {
    /// A short name in small letters.
    pub id: String,
    /// The municipality's name.
    pub municipality: String,
    /// The day it was approved; no earlier date can be asked about.
    pub approved: Date,
    /// Who approved it.
    pub approved_by: String,
    /// The titles of the two standards.
    pub titles: Titles,
    /// The headings of the standards, by what stands under them.
    pub headings: Headings,
    /// The offers that the standard has.
    pub offers: Offers,
    /// Where to turn.
    pub contacts: Contacts,
    /// What the municipality says of the pages themselves.
    pub site: Site,
    /// Whether it is the one that is built in, and not a municipality's file.
    pub is_built_in: bool,
    parameters: DatedParameters,
    /// Each set of values as if it had always held, by the day since which it is in force; made when
    /// it is first asked for, since a first visit does not ask.
    versions: OnceLock<Vec<(Date, Standard)>>,
}

/// The titles of the two standards; at least one is there.
#[derive(Clone, Debug)]
pub struct Titles {
    /// The standard for temporary housing.
    pub temporary: Option<String>,
    /// The standard for long-term housing and leases.
    pub long_term: Option<String>,
}

coded! {
    /// A section of the standards, by what stands under it.
    pub enum Section {
        /// The Acts that the standard rests on.
        Basis = "basis",
        /// Who may receive the offer.
        Receive = "receive",
        /// Which needs it meets.
        Needs = "needs",
        /// What it is for.
        Purpose = "purpose",
        /// Which activities are part of it.
        Activities = "activities",
        /// What it holds.
        Holds = "holds",
        /// What it does not hold.
        HoldsNot = "holds_not",
        /// How long it lasts.
        HowLong = "how_long",
        /// Who supplies it, and free choice.
        Supplier = "supplier",
        /// How it begins, is followed up and ends.
        Starts = "starts",
        /// What one pays.
        Payment = "payment",
    }
}

/// The headings under which things stand in the standards.
#[derive(Clone, Debug, Default)]
pub struct Headings(Vec<(Section, String)>);

impl Headings {
    /// The heading of a section.
    pub fn of(&self, section: Section) -> &str {
        // Every section has a heading, or the data would not have been taken.
        self.0.iter().find(|(own, _)| *own == section).map_or("", |(_, heading)| heading)
    }
}

/// Where to turn.
#[derive(Clone, Debug)]
pub struct Contacts {
    /// The department that decides.
    pub department: String,
    /// Street and number.
    pub street: String,
    /// Postal code and town.
    pub town: String,
    /// Telephone number.
    pub phone: String,
    /// Mail address for complaints.
    pub mail: String,
    /// When the office is open; none when the municipality has not said so.
    pub opening_hours: Option<OpeningHours>,
    /// The days on which the office is closed beside weekends and public holidays, as far as the
    /// municipality has said so.
    pub closing_days: Vec<ClosingDays>,
}

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In one or both standards, under a heading.
    Section {
        /// Which standard.
        standard: WhichStandard,
        /// The heading.
        heading: String,
    },
    /// In an Act.
    Law(String),
}

coded! {
    /// Which of the two standards a value stands in.
    pub enum WhichStandard {
        /// The standard for temporary housing.
        Temporary = "temporary",
        /// The standard for long-term housing and leases.
        LongTerm = "long_term",
        /// Both, in the same words.
        Both = "both",
    }
}

/// A part of a standard that has parameters of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Every standard has it.
    Always,
    /// The number of days of respite.
    Quota,
    /// Temporary housing.
    Temporary,
    /// Long-term housing and leases.
    LongTerm,
}

/// How many months back a change still matters to a result: the other values held a moment ago.
pub const NEAR_BEFORE: i32 = -3;
/// How many months ahead a change matters to a result: as far as a birthday is told of.
pub const NEAR_AFTER: i32 = 12;

/// The standard was not yet approved on the date asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStandard {
    /// The first date that can be asked about.
    pub approved: Date,
}

impl Source {
    /// The standard that it names; none when it is an Act.
    pub fn standard(&self) -> Option<WhichStandard> {
        match self {
            Source::Section { standard, .. } => Some(*standard),
            Source::Law(_) => None,
        }
    }
}

impl Titles {
    /// The titles that there are.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.temporary.iter().chain(&self.long_term).map(String::as_str)
    }

    /// The titles of those that are meant and that there are.
    pub fn of(&self, which: WhichStandard) -> Vec<&str> {
        let meant = |one| which == WhichStandard::Both || which == one;
        let temporary = self.temporary.as_deref().filter(|_| meant(WhichStandard::Temporary));
        let long_term = self.long_term.as_deref().filter(|_| meant(WhichStandard::LongTerm));
        temporary.into_iter().chain(long_term).collect()
    }
}

impl Standard {
    /// The standard that is built in.
    ///
    /// # Errors
    /// Never; a test keeps the built-in data valid.
    pub fn built_in() -> Result<Standard, Vec<StandardError>> {
        Standard::load(BUILT_IN).map(|standard| Standard { is_built_in: true, ..standard })
    }

    /// Reads and checks a standard's data.
    ///
    /// # Errors
    /// Everything that is wrong: each field, and what would be right there.
    pub fn load(text: &str) -> Result<Standard, Vec<StandardError>> {
        data::load(text)
    }

    /// The municipality's name and its contacts, when at least those are right in data that
    /// [`Standard::load`] refuses.
    pub fn contacts_in(text: &str) -> Option<(String, Contacts)> {
        data::contacts_in(text)
    }

    /// Whether the standard says how many days of respite there are, so that they can be planned.
    pub fn has_quota(&self) -> bool {
        self.parameters.has_quota()
    }

    /// The parameters in force on `date`.
    ///
    /// # Errors
    /// [`NoStandard`] before the standard's approval: never the nearest value.
    pub fn on(&self, date: Date) -> Result<Parameters, NoStandard> {
        self.parameters.on(date, self.offers, self.approved)
    }

    /// The standard as if the values in force on `date` had always held and always would; none
    /// before the approval.
    pub fn as_on(&self, date: Date) -> Option<&Standard> {
        let begun = self.versions().iter().take_while(|(from, _)| *from <= date);
        begun.last().map(|(_, version)| version)
    }

    fn versions(&self) -> &[(Date, Standard)] {
        self.versions.get_or_init(|| {
            let version = |day| {
                let parameters = self.parameters.as_on(day)?;
                let versions = OnceLock::new();
                Some((day, Standard { parameters, versions, ..self.clone() }))
            };
            self.parameters.days().into_iter().filter_map(version).collect()
        })
    }

    /// The days near `date` on which some value changes (see [`NEAR_BEFORE`] and [`NEAR_AFTER`]).
    pub fn changes_near(&self, date: Date) -> impl Iterator<Item = Date> {
        let (from, to) = (date.plus_months(NEAR_BEFORE), date.plus_months(NEAR_AFTER));
        let days = self.parameters.days().into_iter().skip(1);
        days.filter(move |day| from < *day && *day <= to)
    }

    /// The parameters of the last change known, for questions that name no date.
    ///
    /// # Errors
    /// Never in a standard that was loaded.
    pub fn newest(&self) -> Result<Parameters, NoStandard> {
        self.on(Date::LAST)
    }

    /// Every value of every parameter, with its dates and its source.
    pub fn entries(&self) -> Vec<Entry> {
        self.parameters.entries()
    }

    /// The value of a parameter in force on `date`, with its dates and its source; none before
    /// the standard's approval.
    pub fn entry(&self, id: ParameterId, date: Date) -> Option<Entry> {
        let is_in_force =
            |entry: &Entry| entry.from <= date && entry.to.is_none_or(|to| date <= to);
        self.entries().into_iter().find(|entry| entry.id == id && is_in_force(entry))
    }
}
