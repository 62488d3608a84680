//! The plan of respite that spreads the days as evenly as can be (forslag til aflastning).
//!
//! Among all plans that fulfil the wishes, the suggested one has the shortest longest gap; of
//! those the smallest sum of squared gaps; of those the earliest stays. It is the exact optimum,
//! found by dynamic programming: [`calendar`] lays the wishes on a row of day numbers, and
//! [`search`] walks over it, through the states of [`reach`] and in [`steps`].

mod calendar;
mod conflict;
mod feasible;
mod placements;
mod reach;
mod search;
mod steps;

use serde::{Serialize, Serializer};

use super::code::coded;
use super::date::{Date, DateRange, Weekday, weekday_code};
use super::respite::{Overlap, Stay, sorted};
use super::standard::RespiteQuota;
use calendar::Calendar;
pub use conflict::{Conflict, ConflictSearch, conflict};
pub use steps::Stepwise;
use steps::Work;

/// The longest period that a plan can be suggested for, in months.
pub const MOST_MONTHS: i32 = 36;
/// The most shapes in one wish.
pub const MOST_SHAPES: usize = 4;
/// The most stays in one wish.
pub const MOST_STAYS: u32 = 60;
/// The longest stay in one wish, in days: as long as the longest period.
pub const MOST_DAYS: u32 = 1_096;

/// A kind of stay that is wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shape {
    /// The day of the week to arrive on; any when absent.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_code")]
    pub arrival_weekday: Option<Weekday>,
    /// Days that the stay uses, day of arrival and day of departure included.
    pub days: u32,
    /// How many stays of this kind.
    pub count: u32,
}

impl Shape {
    /// Whether stays of the two shapes cannot be told apart.
    fn is_same_kind(self, other: Shape) -> bool {
        (self.arrival_weekday, self.days) == (other.arrival_weekday, other.days)
    }
}

fn as_code<S: Serializer>(day: &Option<Weekday>, out: S) -> Result<S::Ok, S::Error> {
    day.map(weekday_code).serialize(out)
}

/// What is asked: a plan for a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wishes {
    /// The period to plan.
    pub period: DateRange,
    /// The days granted; the standard's maximum when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
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
pub fn suggest(wishes: &Wishes, quota: &RespiteQuota) -> Result<Suggestion, Overlap> {
    steps::to_the_end(suggest_in_steps(wishes, quota, &Work::default()))
}

/// The search for the best plan, a step at a time; answers as [`suggest`] does.
pub type Search = Stepwise<Result<Suggestion, Overlap>>;

impl Search {
    /// A search that has not begun.
    pub fn new(wishes: Wishes, quota: &RespiteQuota) -> Search {
        let quota = *quota;
        Stepwise::begin(async move { suggest_in_steps(&wishes, &quota, &Work::default()).await })
    }
}

async fn suggest_in_steps(
    wishes: &Wishes,
    quota: &RespiteQuota,
    work: &Work,
) -> Result<Suggestion, Overlap> {
    let (calendar, days) = match look(wishes, quota)? {
        FirstLook::Hopeless(impossible) => return Ok(Suggestion::Impossible { impossible }),
        FirstLook::Open(calendar, days) => (calendar, days),
    };
    Ok(match search::best(&calendar, work).await {
        None => {
            let impossible = Impossible { reason: Reason::NoRoom, detail: None };
            Suggestion::Impossible { impossible }
        }
        Some(best) => Suggestion::Plan(Plan {
            stays: best.stays.into_iter().map(|stay| calendar.dated(stay)).collect(),
            days_used: days.used,
            remaining: days.granted.saturating_sub(days.used),
            longest_gap: best.longest_gap,
            sum_of_squared_gaps: best.sum_of_squared_gaps,
        }),
    })
}

/// What can be told of wishes without a search.
enum FirstLook {
    /// No plan fulfils them.
    Hopeless(Impossible),
    /// A search must tell.
    Open(Calendar, Days),
}

/// The days of a plan that fulfils the wishes.
struct Days {
    /// Booked in the period and wished for.
    used: u32,
    granted: u32,
}

fn look(wishes: &Wishes, quota: &RespiteQuota) -> Result<FirstLook, Overlap> {
    let booked = booked_in_period(wishes)?;
    let granted = wishes.granted_days.unwrap_or(quota.days_per_year);
    let booked_days = booked.iter().map(|range| range.days());
    let wished_days = wishes.shapes.iter().map(|shape| shape.days.saturating_mul(shape.count));
    let used = booked_days.chain(wished_days).fold(0_u32, u32::saturating_add);
    if used > granted {
        let too_many = Some(Detail::Days(used.saturating_sub(granted)));
        let impossible = Impossible { reason: Reason::OverGranted, detail: too_many };
        return Ok(FirstLook::Hopeless(impossible));
    }
    let calendar = Calendar::new(wishes, &booked);
    if let Some(date) = calendar.first_uncoverable() {
        let detail = Some(Detail::Date(date));
        let impossible = Impossible { reason: Reason::CannotCover, detail };
        return Ok(FirstLook::Hopeless(impossible));
    }
    Ok(FirstLook::Open(calendar, Days { used, granted }))
}

/// The parts of the booked stays that lie in the period, in order.
fn booked_in_period(wishes: &Wishes) -> Result<Vec<DateRange>, Overlap> {
    let booked = sorted(&wishes.booked)?;
    Ok(booked.iter().filter_map(|stay| stay.range().intersection(wishes.period)).collect())
}

#[cfg(test)]
mod tests;
