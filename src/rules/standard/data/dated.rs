//! The numbers of the rules: each value with its first day and its source.

use serde_json::Value;

use super::place::{Errors, Object, Place};
use crate::rules::date::Date;
use crate::rules::money::Money;
use crate::rules::offer::{Offer, Offers};
use crate::rules::standard::parameters::Dated;
use crate::rules::standard::{Part, Problem, Source, Titles, Unit, WhichStandard};

/// The parameters of the data, and what has been found wrong with them.
pub struct Parameters<'a> {
    pub(super) fields: Object<'a>,
    pub(super) approved: Date,
    pub(super) titles: &'a Titles,
    pub(super) offers: Offers,
    pub(super) errors: &'a mut Errors,
}

/// Reads one value, or tells what would be right.
pub type ReadValue<T> = fn(&Value) -> Result<T, Problem>;

impl Parameters<'_> {
    /// The values of one parameter, when there is exactly one on each date from the approval on;
    /// `Some(None)` when the standard rightly has none.
    pub(in crate::rules::standard) fn dated<T>(
        &mut self,
        name: &str,
        part: Part,
        unit: Unit,
        read: ReadValue<T>,
    ) -> Option<Option<Dated<T>>> {
        if !self.has(part) {
            return match self.fields.optional(name) {
                Some(place) => place.wrong(Problem::NotOffered, self.errors),
                None => Some(None),
            };
        }
        self.dated_of_part(name, unit, read).map(Some)
    }

    /// Whether the standard has a part, and so its parameters. Whoever gives one of the numbers
    /// for planning respite gives all of them.
    fn has(&self, part: Part) -> bool {
        match part {
            Part::Always => true,
            Part::Temporary => self.offers.has(Offer::Temporary),
            Part::LongTerm => self.offers.has_long_term_part(),
            Part::Quota => {
                let given = self.fields.fields.keys().any(|name| name.starts_with("respite_"));
                given && self.offers.has(Offer::Respite)
            }
        }
    }

    fn dated_of_part<T>(&mut self, name: &str, unit: Unit, read: ReadValue<T>) -> Option<Dated<T>> {
        let errors = &mut *self.errors;
        let object = self.fields.field(name, errors)?.object(&["unit", "values"], errors)?;
        let written = object.field("unit", errors)?;
        if written.value.as_str() != Some(unit.code()) {
            return written.wrong(Problem::WrongUnit(unit), errors);
        }
        let list = object.field("values", errors)?;
        let mut dated: Vec<(Date, T, Source)> = Vec::new();
        let mut whole = true;
        for place in list.list(errors)? {
            let before = dated.last().map(|(from, _, _)| *from);
            let first = dated.is_empty() && whole;
            let value =
                DatedValue { place: &place, before, approved: first.then_some(self.approved) };
            match value.read(read, self.titles, errors) {
                Some(value) => dated.push(value),
                None => whole = false,
            }
        }
        if dated.is_empty() && whole {
            return list.wrong(Problem::Empty, errors);
        }
        whole.then_some(Dated { values: dated })
    }
}

/// A value of a list that is to be read.
struct DatedValue<'a> {
    place: &'a Place<'a>,
    /// The first day of the value before it.
    before: Option<Date>,
    /// The day of the approval, when it is the first.
    approved: Option<Date>,
}

impl DatedValue<'_> {
    /// The value, its first day and its source. Everything wrong with it is told.
    fn read<T>(
        &self,
        read: ReadValue<T>,
        titles: &Titles,
        errors: &mut Errors,
    ) -> Option<(Date, T, Source)> {
        let object = self.place.object(&["from", "value", "source"], errors)?;
        let from = object.field("from", errors).and_then(|place| self.first_day(&place, errors));
        let value = object.field("value", errors).and_then(|place| match read(place.value) {
            Ok(value) => Some(value),
            Err(problem) => place.wrong(problem, errors),
        });
        let source =
            object.field("source", errors).and_then(|place| source(&place, titles, errors));
        Some((from?, value?, source?))
    }

    /// The first holds from the approval on, each other from a later day than the one before.
    fn first_day(&self, place: &Place, errors: &mut Errors) -> Option<Date> {
        let from = place.date(errors)?;
        match (self.approved, self.before) {
            (Some(approved), _) if from != approved => {
                place.wrong(Problem::NotFromApproval, errors)
            }
            (None, Some(before)) if from <= before => place.wrong(Problem::NotInOrder, errors),
            _ => Some(from),
        }
    }
}

fn source(place: &Place, titles: &Titles, errors: &mut Errors) -> Option<Source> {
    let object = place.object(&["standard", "section", "law"], errors)?;
    let text = |name| Some(object.optional(name)?.value.as_str()?.trim().to_owned());
    let text = |name| text(name).filter(|text: &String| !text.is_empty());
    match (text("standard"), text("section"), text("law")) {
        (Some(_), Some(heading), None) => {
            let named = object.field("standard", errors)?;
            let standard = named.code(WhichStandard::ALL, WhichStandard::code, errors)?;
            let is_there = match standard {
                WhichStandard::Temporary => titles.temporary.is_some(),
                WhichStandard::LongTerm => titles.long_term.is_some(),
                WhichStandard::Both => titles.temporary.is_some() && titles.long_term.is_some(),
            };
            match is_there {
                true => Some(Source::Section { standard, heading }),
                false => named.wrong(Problem::NoSuchStandard, errors),
            }
        }
        (None, None, Some(law)) => Some(Source::Law(law)),
        _ => place.wrong(Problem::NoSource, errors),
    }
}

/// A whole number between the two.
pub fn number<const LEAST: u32, const MOST: u32>(value: &Value) -> Result<u32, Problem> {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    let within = number.filter(|number| (LEAST..=MOST).contains(number));
    within.ok_or(Problem::NotANumberBetween(LEAST, MOST))
}

/// A whole number between the two, to count dates with.
pub fn signed<const LEAST: u32, const MOST: u32>(value: &Value) -> Result<i32, Problem> {
    let number = number::<LEAST, MOST>(value)?;
    i32::try_from(number).map_err(|_| Problem::NotANumberBetween(LEAST, MOST))
}

/// A whole number between the two, or `null` where the text names none.
pub fn optional<const LEAST: u32, const MOST: u32>(value: &Value) -> Result<Option<u32>, Problem> {
    if value.is_null() { Ok(None) } else { number::<LEAST, MOST>(value).map(Some) }
}

/// An amount such as `1800.00`.
pub fn amount(value: &Value) -> Result<Money, Problem> {
    let text = value.as_str().ok_or(Problem::NotAnAmount)?;
    Money::parse(text).map_err(|_| Problem::NotAnAmount)
}
