//! The period as a row of day numbers, with everything the search asks of a day.

use crate::rules::date::{Date, DateRange};

use super::{Shape, SuggestedStay, Wishes};

/// A stay by day numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlacedStay {
    /// The day of arrival, counted from the first day of the period.
    pub start: usize,
    /// The days it uses.
    pub days: usize,
}

/// The period with its booked, forbidden and wanted days.
pub struct Calendar {
    period: DateRange,
    /// How many days the period has.
    pub length: usize,
    /// The shapes with at least one stay, each kind once.
    pub shapes: Vec<Shape>,
    /// For each day (and the day after the period): the first booked day from it on, or `length`.
    next_booked: Vec<usize>,
    /// For each day (and the day after the period): the runs of booked days from it on, and their
    /// days.
    booked_ahead: Vec<(usize, usize)>,
    /// For each booked day: the day after the run of booked days that it lies in.
    booked_until: Vec<usize>,
    /// For each day: the first unbooked day from it on that must be covered, or `length`.
    next_wanted: Vec<usize>,
    /// For each shape and day: whether a stay may begin there.
    startable: Vec<Vec<bool>>,
    /// For each shape and day (and the day after the period): the first day from it on on which a
    /// stay may begin, or `length`.
    next_startable: Vec<Vec<usize>>,
}

impl Calendar {
    /// Lays the wishes on the period; `booked` lies inside it, in order.
    pub fn new(wishes: &Wishes, booked: &[DateRange]) -> Calendar {
        let period = wishes.period;
        let length = period.days() as usize;
        let is_booked = marked(period, booked.iter().copied());
        let forbidden = marked(period, wishes.unavailable.iter().copied());
        let wanted = marked(period, wishes.must_cover.iter().copied());

        let blocked = either(&is_booked, &forbidden);
        let wanted_and_free: Vec<bool> =
            wanted.iter().zip(&is_booked).map(|(wanted, booked)| *wanted && !booked).collect();
        let next_blocked = next_marked(&blocked);
        let shapes = distinct(&wishes.shapes);
        let startable: Vec<Vec<bool>> =
            shapes.iter().map(|shape| startable_days(*shape, period, &next_blocked)).collect();
        Calendar {
            period,
            length,
            shapes,
            next_booked: next_marked(&is_booked),
            booked_ahead: runs_ahead(&is_booked),
            booked_until: next_marked(&is_booked.iter().map(|booked| !booked).collect::<Vec<_>>()),
            next_wanted: next_marked(&wanted_and_free),
            next_startable: startable.iter().map(|days| next_marked(days)).collect(),
            startable,
        }
    }

    /// The first booked day from `day` on, if there is one.
    pub fn next_booked(&self, day: usize) -> Option<usize> {
        self.next_booked.get(day).copied().filter(|booked| *booked < self.length)
    }

    /// The day after the run of booked days that begins on `day`.
    pub fn booked_until(&self, day: usize) -> usize {
        self.booked_until.get(day).copied().unwrap_or(self.length)
    }

    /// Whether the days from `day` on can be shared out to `stays` suggested stays of `days` in
    /// all and the booked ones, with no run between them longer than `longest_gap`: a bound that
    /// looks at the counts alone.
    pub fn has_room(&self, day: usize, stays: usize, days: usize, longest_gap: usize) -> bool {
        let Some((runs, booked)) = self.booked_ahead.get(day) else { return false };
        let ahead = self.length.saturating_sub(day);
        let gaps = stays.saturating_add(*runs).saturating_add(1);
        ahead
            .checked_sub(days.saturating_add(*booked))
            .is_some_and(|free| free <= gaps.saturating_mul(longest_gap))
    }

    /// The last day on which a stay may begin, or the period end, when the days from `day` on are
    /// without respite, no run of them longer than `longest_gap`.
    pub fn gap_limit(&self, day: usize, longest_gap: usize) -> usize {
        let wanted = self.next_wanted.get(day).copied().unwrap_or(self.length);
        let booked = self.next_booked.get(day).copied().unwrap_or(self.length);
        day.saturating_add(longest_gap).min(wanted).min(booked)
    }

    /// The first day from `day` on that must be covered and is not booked, if there is one.
    pub fn next_wanted(&self, day: usize) -> Option<usize> {
        self.next_wanted.get(day).copied().filter(|wanted| *wanted < self.length)
    }

    /// The first day from `day` on on which a stay of the shape with this number may begin.
    pub fn next_startable(&self, shape: usize, day: usize) -> Option<usize> {
        let next = self.next_startable.get(shape)?.get(day).copied();
        next.filter(|start| *start < self.length)
    }

    /// How many days there are from `day` to its [`Calendar::gap_limit`], both counted.
    pub fn days_to_limit(&self, day: usize, longest_gap: usize) -> usize {
        self.gap_limit(day, longest_gap).saturating_sub(day).saturating_add(1)
    }

    /// Whether a stay of the shape with this number may begin on `day`.
    pub fn is_startable(&self, shape: usize, day: usize) -> bool {
        let days = self.startable.get(shape);
        days.and_then(|days| days.get(day)).copied().unwrap_or_default()
    }

    /// How many stays of a shape fit beside the booked ones and off the forbidden days, if there
    /// were no others.
    pub fn most_alone(&self, shape: Shape) -> u32 {
        let Some(number) = self.shapes.iter().position(|kind| kind.is_same_kind(shape)) else {
            return 0;
        };
        let (mut most, mut day) = (0_u32, 0_usize);
        // The earliest stay leaves the most room for the others.
        while let Some(start) = self.next_startable(number, day) {
            most = most.saturating_add(1);
            day = start.saturating_add((shape.days as usize).max(1));
        }
        most
    }

    /// The first date that must be covered and that no single stay of the shapes could cover.
    pub fn first_uncoverable(&self) -> Option<Date> {
        let mut day = 0;
        loop {
            day = self.next_wanted(day)?;
            if !self.is_coverable(day) {
                return Some(self.date(day));
            }
            day = day.saturating_add(1);
        }
    }

    fn is_coverable(&self, day: usize) -> bool {
        self.shapes.iter().enumerate().any(|(number, shape)| {
            let earliest = day.saturating_add(1).saturating_sub(shape.days as usize);
            (earliest..=day).any(|start| self.is_startable(number, start))
        })
    }

    /// The stay with its dates.
    pub fn dated(&self, stay: PlacedStay) -> SuggestedStay {
        let last = stay.start.saturating_add(stay.days).saturating_sub(1);
        SuggestedStay {
            arrival: self.date(stay.start),
            departure: self.date(last),
            days: u32::try_from(stay.days).unwrap_or(u32::MAX),
        }
    }

    fn date(&self, day: usize) -> Date {
        self.period.from.plus_days(i32::try_from(day).unwrap_or(i32::MAX))
    }
}

/// The shapes with at least one stay; shapes of the same kind become one, since their stays cannot
/// be told apart.
fn distinct(shapes: &[Shape]) -> Vec<Shape> {
    let mut distinct: Vec<Shape> = Vec::new();
    for shape in shapes.iter().filter(|shape| shape.count > 0) {
        match distinct.iter_mut().find(|other| other.is_same_kind(*shape)) {
            Some(known) => known.count = known.count.saturating_add(shape.count),
            None => distinct.push(*shape),
        }
    }
    distinct
}

/// For each day and the day after the last: the runs of marked days from it on, and their days.
fn runs_ahead(marks: &[bool]) -> Vec<(usize, usize)> {
    let mut ahead = vec![(0, 0); marks.len().saturating_add(1)];
    let (mut runs, mut days, mut in_run) = (0_usize, 0_usize, false);
    for (slot, marked) in ahead.iter_mut().zip(marks).rev() {
        if *marked {
            days = days.saturating_add(1);
            runs = runs.saturating_add(usize::from(!in_run));
        }
        in_run = *marked;
        *slot = (runs, days);
    }
    ahead
}

/// The days of the period that lie in one of the ranges.
fn marked(period: DateRange, ranges: impl Iterator<Item = DateRange>) -> Vec<bool> {
    let mut days = vec![false; period.days() as usize];
    for range in ranges {
        let Some(inside) = range.intersection(period) else { continue };
        let from = usize::try_from(period.from.days_until(inside.from)).unwrap_or_default();
        let until = from.saturating_add(inside.days() as usize);
        if let Some(days) = days.get_mut(from..until) {
            days.fill(true);
        }
    }
    days
}

fn either(a: &[bool], b: &[bool]) -> Vec<bool> {
    a.iter().zip(b).map(|(a, b)| *a || *b).collect()
}

/// For each day and the day after the last: the first marked day from it on, or the length.
fn next_marked(marks: &[bool]) -> Vec<usize> {
    let mut next = vec![marks.len(); marks.len().saturating_add(1)];
    let mut nearest = marks.len();
    for (day, (slot, marked)) in next.iter_mut().zip(marks).enumerate().rev() {
        if *marked {
            nearest = day;
        }
        *slot = nearest;
    }
    next
}

/// For each day: whether a stay of the shape may begin there, inside the period and on free days.
fn startable_days(shape: Shape, period: DateRange, next_blocked: &[usize]) -> Vec<bool> {
    let first_weekday = period.from.weekday().num_days_from_monday() as usize;
    let wanted_weekday = shape.arrival_weekday.map(|day| day.num_days_from_monday() as usize);
    let length = next_blocked.len().saturating_sub(1);
    next_blocked
        .iter()
        .enumerate()
        .take(length)
        .map(|(day, next_blocked)| {
            let weekday = day.saturating_add(first_weekday).checked_rem(7);
            let after = day.saturating_add(shape.days as usize);
            // Past the last blocked day `next_blocked` is the length, so this also keeps the
            // stay inside the period.
            after <= *next_blocked && wanted_weekday.is_none_or(|wanted| weekday == Some(wanted))
        })
        .collect()
}
