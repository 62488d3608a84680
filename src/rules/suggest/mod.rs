//! The plan of respite that spreads the days as evenly as can be (forslag til aflastning).
//!
//! Among all plans that fulfil the wishes, the suggested one has the shortest longest gap; of
//! those the smallest sum of squared gaps; of those the earliest stays. It is the exact optimum,
//! found by dynamic programming: [`calendar`] lays the wishes on a row of day numbers, and
//! [`search`] walks over it.

mod calendar;
mod search;

use serde::Serialize;

use super::code::coded;
use super::date::{Date, DateRange, Weekday};
use super::respite::{Overlap, Stay, sorted};
use super::standard::Parameters;
use calendar::Calendar;

/// The longest period that a plan can be suggested for, in months.
pub const MOST_MONTHS: i32 = 36;
/// The most shapes in one wish.
pub const MOST_SHAPES: usize = 4;
/// The most stays in one wish.
pub const MOST_STAYS: u32 = 60;
/// The longest stay in one wish, in days: as long as the longest period.
pub const MOST_DAYS: u32 = 1_096;

/// A kind of stay that is wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The day of the week to arrive on; any when absent.
    pub arrival_weekday: Option<Weekday>,
    /// Days that the stay uses, day of arrival and day of departure included.
    pub days: u32,
    /// How many stays of this kind.
    pub count: u32,
}

/// What is asked: a plan for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// The period to plan.
    pub period: DateRange,
    /// The days granted; the standard's maximum when not given.
    pub granted_days: Option<u32>,
    /// Stays that stand already.
    pub booked: Vec<Stay>,
    /// Dates on which no suggested stay may lie.
    pub unavailable: Vec<DateRange>,
    /// Dates that must lie in a stay.
    pub must_cover: Vec<DateRange>,
    /// The stays wished for.
    pub shapes: Vec<Shape>,
}

/// What can be suggested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Suggestion {
    /// The best plan.
    Plan(Plan),
    /// No plan fulfils the wishes.
    Impossible {
        /// Why.
        impossible: Impossible,
    },
}

/// The best plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The suggested stays in order, booked ones not among them.
    pub stays: Vec<SuggestedStay>,
    /// Days used in the period, booked and suggested.
    pub days_used: u32,
    /// Days granted that are left.
    pub remaining: u32,
    /// The longest run of days of the period without respite.
    pub longest_gap: u32,
    /// The squares of all such runs, added up.
    pub sum_of_squared_gaps: u64,
}

/// A suggested stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SuggestedStay {
    /// The day of arrival.
    pub arrival: Date,
    /// The day of departure.
    pub departure: Date,
    /// The days it uses.
    pub days: u32,
}

coded! {
    /// Why no plan fulfils the wishes.
    pub enum Reason {
        /// Booked and wished days exceed the days granted.
        OverGranted = "over_granted",
        /// A date that must be covered cannot be.
        CannotCover = "cannot_cover",
        /// The wishes cannot stand beside each other.
        NoRoom = "no_room",
    }
}

/// Why no plan fulfils the wishes, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Impossible {
    /// Why.
    pub reason: Reason,
    /// Days too many, or the date that cannot be covered.
    pub detail: Option<Detail>,
}

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Detail {
    /// Days too many.
    Days(u32),
    /// The first date that no single stay could cover.
    Date(Date),
}

/// Suggests the best plan.
///
/// # Errors
/// [`Overlap`] when two booked stays share more than one date.
pub fn suggest(wishes: &Wishes, parameters: &Parameters) -> Result<Suggestion, Overlap> {
    let booked = booked_in_period(wishes)?;
    let granted = wishes.granted_days.unwrap_or(parameters.respite_days_per_year);
    let booked_days = booked.iter().map(|range| range.days());
    let wished_days = wishes.shapes.iter().map(|shape| shape.days.saturating_mul(shape.count));
    let days_used = booked_days.chain(wished_days).fold(0_u32, u32::saturating_add);
    if days_used > granted {
        let too_many = Detail::Days(days_used.saturating_sub(granted));
        return Ok(impossible(Reason::OverGranted, Some(too_many)));
    }
    let calendar = Calendar::new(wishes, &booked);
    if let Some(date) = calendar.first_uncoverable() {
        return Ok(impossible(Reason::CannotCover, Some(Detail::Date(date))));
    }
    Ok(match search::best(&calendar) {
        None => impossible(Reason::NoRoom, None),
        Some(best) => Suggestion::Plan(Plan {
            stays: best.stays.into_iter().map(|stay| calendar.dated(stay)).collect(),
            days_used,
            remaining: granted.saturating_sub(days_used),
            longest_gap: best.longest_gap,
            sum_of_squared_gaps: best.sum_of_squared_gaps,
        }),
    })
}

/// The parts of the booked stays that lie in the period, in order.
fn booked_in_period(wishes: &Wishes) -> Result<Vec<DateRange>, Overlap> {
    let booked = sorted(&wishes.booked)?;
    Ok(booked.iter().filter_map(|stay| stay.range().intersection(wishes.period)).collect())
}

fn impossible(reason: Reason, detail: Option<Detail>) -> Suggestion {
    Suggestion::Impossible { impossible: Impossible { reason, detail } }
}

#[cfg(test)]
mod tests;
