//! How many days of respite a plan uses (aflastningsdøgn).
//!
//! Source: standard for temporary housing, "Hvad omfatter indsatsen?" (Aflastningsophold): up to
//! 55 days a year; the day of arrival and the day of departure each count whole. "Hvad omfatter
//! indsatsen ikke?": none during a temporary stay.
//!
//! The standard does not say which year is meant, nor how a date counts that two stays share.
//! So the same plan is counted by calendar year, by grant year and by the busiest twelve months,
//! stay by stay and by distinct dates.

use std::collections::BinaryHeap;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::code::coded;
use super::date::{Date, DateRange};
use super::standard::RespiteQuota;

/// A respite stay: from the day of arrival to the day of departure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stay(DateRange);

impl Stay {
    /// The stay, unless it would end before it begins.
    pub fn new(arrival: Date, departure: Date) -> Option<Stay> {
        DateRange::new(arrival, departure).map(Stay)
    }

    /// The day of arrival.
    pub fn arrival(self) -> Date {
        self.0.from
    }

    /// The day of departure.
    pub fn departure(self) -> Date {
        self.0.to
    }

    /// The dates it covers.
    pub fn range(self) -> DateRange {
        self.0
    }

    /// The days it uses: departure − arrival + 1.
    pub fn days(self) -> u32 {
        self.0.days()
    }
}

impl Serialize for Stay {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut stay = out.serialize_struct("Stay", 2)?;
        stay.serialize_field("arrival", &self.arrival())?;
        stay.serialize_field("departure", &self.departure())?;
        stay.end()
    }
}

/// A longer stay in temporary housing (døgnophold).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TemporaryStay {
    /// The first day.
    pub from: Date,
    /// The last day; none while the person still lives there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

impl TemporaryStay {
    /// Whether a stay has a date of it.
    pub fn touches(self, stay: Stay) -> bool {
        self.from <= stay.departure() && self.to.is_none_or(|to| stay.arrival() <= to)
    }
}

/// What is asked: a plan of respite.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The days granted a year (bevilling); the standard's maximum when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub granted_days: Option<u32>,
    /// The stays, in any order; two may share one date, not more.
    pub stays: Vec<Stay>,
    /// The first day of the grant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant_start: Option<Date>,
    /// Longer stays in temporary housing.
    pub temporary_housing: Vec<TemporaryStay>,
}

/// Two stays share more than one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The place of the later stay in the plan.
    pub index: usize,
    /// The departure that it may not come before.
    pub earliest_arrival: Date,
}

coded! {
    /// Something a person should know about a plan.
    pub enum Note {
        /// Two stays share a date.
        SharedDay = "shared_day",
        /// A calendar year is over the days granted.
        OverGranted = "over_granted",
        /// No calendar year is over, but the busiest twelve months are.
        OverIn12Months = "over_in_12_months",
        /// No calendar year is over, but a grant year is.
        OverInGrantYear = "over_in_grant_year",
        /// A stay touches a longer stay in temporary housing.
        DuringTemporaryHousing = "during_temporary_housing",
        /// A stay begins in one year and ends in another.
        SpansNewYear = "spans_new_year",
    }
}

/// How a plan counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Respite {
    /// The stays by arrival, then departure, each with its days.
    pub stays: Vec<CountedStay>,
    /// The calendar years that a stay touches.
    pub years: Vec<YearRow>,
    /// The grant years that a stay touches, when the first day of the grant is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant_years: Option<Vec<GrantYearRow>>,
    /// The twelve months with the most days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub busiest_12_months: Option<BusiestWindow>,
    /// What a person should know.
    pub notes: Vec<Note>,
}

/// A stay with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CountedStay {
    /// The day of arrival.
    pub arrival: Date,
    /// The day of departure.
    pub departure: Date,
    /// Departure − arrival + 1.
    pub days: u32,
}

/// The days of one period against the days granted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Usage {
    /// Days counted stay by stay: a shared date counts once for each stay.
    pub days: u32,
    /// Dates counted once.
    pub distinct_days: u32,
    /// Days granted.
    pub granted: u32,
    /// Days left.
    pub remaining: u32,
    /// Days too many.
    pub over: u32,
}

/// A calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct YearRow {
    /// The year.
    pub year: i32,
    /// Its days.
    #[serde(flatten)]
    pub usage: Usage,
}

/// A grant year: twelve months from the first day of the grant or from its anniversary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct GrantYearRow {
    /// Its first and last day.
    #[serde(flatten)]
    pub period: DateRange,
    /// Its days.
    #[serde(flatten)]
    pub usage: Usage,
}

/// Twelve months that begin on a day of respite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BusiestWindow {
    /// Its first and last day.
    #[serde(flatten)]
    pub period: DateRange,
    /// Days counted stay by stay.
    pub days: u32,
    /// Days too many.
    pub over: u32,
}

/// Counts a plan.
///
/// # Errors
/// [`Overlap`] when two stays share more than one date.
pub fn respite(plan: &Plan, quota: &RespiteQuota) -> Result<Respite, Overlap> {
    let stays = sorted(&plan.stays)?;
    let granted = plan.granted_days.unwrap_or(quota.days_per_year);
    let years: Vec<YearRow> =
        usage_by(&stays, granted, |date| (date.year(), DateRange::calendar_year(date.year())))
            .map(|(year, _, usage)| YearRow { year, usage })
            .collect();
    let grant_years: Option<Vec<GrantYearRow>> = plan.grant_start.map(|start| {
        usage_by(&stays, granted, |date| {
            let number = grant_year_number(start, date);
            (number, Some(grant_year(start, number)))
        })
        .map(|(_, period, usage)| GrantYearRow { period, usage })
        .collect()
    });
    let busiest_12_months = busiest_window(&stays, granted);

    let year_over = years.iter().any(|row| row.usage.over > 0);
    let window_over = busiest_12_months.is_some_and(|window| window.over > 0);
    let grant_over = grant_years.iter().flatten().any(|row| row.usage.over > 0);
    let notes = Note::ALL.iter().copied().filter(|note| match note {
        Note::SharedDay => years.iter().any(|row| row.usage.distinct_days < row.usage.days),
        Note::OverGranted => year_over,
        Note::OverIn12Months => !year_over && window_over,
        Note::OverInGrantYear => !year_over && grant_over,
        Note::DuringTemporaryHousing => {
            plan.temporary_housing.iter().any(|home| stays.iter().any(|stay| home.touches(*stay)))
        }
        Note::SpansNewYear => {
            stays.iter().any(|stay| stay.arrival().year() != stay.departure().year())
        }
    });
    Ok(Respite {
        notes: notes.collect(),
        stays: stays.iter().map(|stay| counted(*stay)).collect(),
        years,
        grant_years,
        busiest_12_months,
    })
}

/// The stays by arrival, then departure.
///
/// # Errors
/// [`Overlap`] when two of them share more than one date.
pub fn sorted(stays: &[Stay]) -> Result<Vec<Stay>, Overlap> {
    // A heap sorts in a third of the code of `sort`, which every visitor would load.
    let order: BinaryHeap<(Stay, usize)> =
        stays.iter().enumerate().map(|(index, stay)| (*stay, index)).collect();
    let order = order.into_sorted_vec();
    for (earlier, later) in order.iter().zip(order.iter().skip(1)) {
        let earliest_arrival = earlier.0.departure();
        if later.0.arrival() < earliest_arrival {
            return Err(Overlap { index: later.1, earliest_arrival });
        }
    }
    Ok(order.into_iter().map(|(stay, _)| stay).collect())
}

fn counted(stay: Stay) -> CountedStay {
    CountedStay { arrival: stay.arrival(), departure: stay.departure(), days: stay.days() }
}

/// The usage of each period that a stay touches, in order; `period_of` numbers the period that a
/// date lies in and tells its first and last day.
fn usage_by(
    stays: &[Stay],
    granted: u32,
    period_of: impl Fn(Date) -> (i32, Option<DateRange>),
) -> impl Iterator<Item = (i32, DateRange, Usage)> {
    let mut rows: Vec<(i32, DateRange, Usage)> = Vec::new();
    let mut last_departure = None;
    for stay in stays {
        let mut rest = Some(stay.range());
        while let Some(range) = rest {
            let (number, period) = period_of(range.from);
            let period = period.unwrap_or(range);
            let here = range.intersection(period).unwrap_or(range);
            // The stays are in order, so a period is either the last one seen or a new one.
            if rows.last().is_none_or(|(last, _, _)| *last != number) {
                rows.push((number, period, Usage::default()));
            }
            rest = DateRange::new(here.to.plus_days(1), range.to);
            let Some((_, _, usage)) = rows.last_mut() else { continue };
            usage.days = usage.days.saturating_add(here.days());
            usage.distinct_days = usage.distinct_days.saturating_add(here.days());
            if last_departure == Some(here.from) {
                usage.distinct_days = usage.distinct_days.saturating_sub(1);
            }
        }
        last_departure = Some(stay.departure());
    }
    rows.into_iter().map(move |(number, period, usage)| {
        let remaining = granted.saturating_sub(usage.days);
        let over = usage.days.saturating_sub(granted);
        (number, period, Usage { granted, remaining, over, ..usage })
    })
}

/// The grant year with this number: 0 begins with the grant, 1 twelve months later, and so on.
fn grant_year(start: Date, number: i32) -> DateRange {
    let from = start.plus_months(number.saturating_mul(12));
    let next = start.plus_months(number.saturating_add(1).saturating_mul(12));
    DateRange { from, to: next.plus_days(-1) }
}

/// The number of the grant year that `date` lies in; negative before the grant begins.
fn grant_year_number(start: Date, date: Date) -> i32 {
    let number = date.year().saturating_sub(start.year());
    match grant_year(start, number).from <= date {
        true => number,
        false => number.saturating_sub(1),
    }
}

/// Of all twelve months that begin on a day of respite, those with the most days; of equals the
/// earliest.
fn busiest_window(stays: &[Stay], granted: u32) -> Option<BusiestWindow> {
    let count = RunningCount::new(stays);
    let mut busiest: Option<BusiestWindow> = None;
    let mut next = Date::FIRST;
    for stay in stays {
        let Some(unseen) = DateRange::new(stay.arrival().max(next), stay.departure()) else {
            continue;
        };
        next = stay.departure().plus_days(1);
        for start in unseen.dates() {
            let period = DateRange::twelve_months(start);
            let days = count.within(period);
            if busiest.is_none_or(|best| days > best.days) {
                let over = days.saturating_sub(granted);
                busiest = Some(BusiestWindow { period, days, over });
            }
        }
    }
    busiest
}

/// Days of respite up to a date, found by binary search over sorted stays.
struct RunningCount<'a> {
    stays: &'a [Stay],
    /// The days of all stays before each stay.
    before: Vec<u32>,
}

impl<'a> RunningCount<'a> {
    fn new(stays: &'a [Stay]) -> Self {
        let before = stays
            .iter()
            .scan(0_u32, |sum, stay| {
                let before = *sum;
                *sum = sum.saturating_add(stay.days());
                Some(before)
            })
            .collect();
        RunningCount { stays, before }
    }

    fn within(&self, period: DateRange) -> u32 {
        self.until(period.to).saturating_sub(self.until(period.from.plus_days(-1)))
    }

    /// Days on or before `date`.
    fn until(&self, date: Date) -> u32 {
        let begun = self.stays.partition_point(|stay| stay.arrival() <= date);
        let Some(last) = begun.checked_sub(1) else { return 0 };
        let (Some(stay), Some(before)) = (self.stays.get(last), self.before.get(last)) else {
            return 0;
        };
        let of_last = DateRange::new(stay.arrival(), stay.departure().min(date));
        before.saturating_add(of_last.map_or(0, DateRange::days))
    }
}
