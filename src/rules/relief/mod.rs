//! How a plan of respite can come back under the days granted (når der er planlagt for mange
//! aflastningsdøgn).
//!
//! Source: standard for temporary housing, "Hvad omfatter indsatsen?" (Aflastningsophold): up to 55
//! days a year. Since the standard does not say which year is meant, no way may put another
//! calendar year or grant year further over.
//!
//! Every way is a real change of the plan, and it is offered only after the changed plan has been
//! counted by [`respite`].

mod remove;

use super::date::{Date, DateRange};
use super::respite::{Plan, Stay, TemporaryStay, Usage, respite, sorted};
use super::standard::RespiteQuota;

/// How far a stay is moved at most, in weeks.
pub const MOST_WEEKS: i32 = 104;

/// A period with too many days, and the ways out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relief {
    /// The first calendar year that is over or, when none is, the first grant year.
    pub period: DateRange,
    /// Days too many in it.
    pub over: u32,
    /// What would help, the smallest change first; each alone is enough.
    pub ways: Vec<Way>,
}

/// A change after which the period is no longer over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Make one stay shorter: the longest that can be made short enough, of equals the earliest.
    Shorten {
        /// The stay as it is planned.
        stay: Stay,
        /// The days taken off.
        by: u32,
        /// The stay that is left.
        to: Stay,
    },
    /// Make several stays shorter, where one is not enough: a day at a time off the one that is
    /// then the longest, of equals the earliest.
    ShortenSeveral {
        /// Each stay as it is planned and what is left of it, in order.
        changes: Vec<(Stay, Stay)>,
    },
    /// Move one stay by whole weeks to the nearest free dates, of equals to the later ones; of
    /// stays that can be moved as near, the latest.
    Move {
        /// The stay as it is planned.
        from: Stay,
        /// The same days of the week on other dates.
        to: Stay,
    },
    /// Give up stays: as few as possible, of those with the fewest days, of those the latest.
    Remove {
        /// The stays to give up, in order.
        stays: Vec<Stay>,
    },
}

impl Way {
    /// The stays of a plan after this change, in no order.
    pub fn applied(&self, stays: &[Stay]) -> Vec<Stay> {
        let mut left = stays.to_vec();
        match self {
            Way::Shorten { stay, to, .. } => exchange(&mut left, *stay, Some(*to)),
            Way::Move { from, to } => exchange(&mut left, *from, Some(*to)),
            Way::ShortenSeveral { changes } => {
                for (stay, to) in changes {
                    exchange(&mut left, *stay, Some(*to));
                }
            }
            Way::Remove { stays } => {
                for stay in stays {
                    exchange(&mut left, *stay, None);
                }
            }
        }
        left
    }
}

/// Puts `to`, or nothing, in the place of one stay like `from`.
fn exchange(stays: &mut Vec<Stay>, from: Stay, to: Option<Stay>) {
    let Some(place) = stays.iter().position(|stay| *stay == from) else { return };
    stays.remove(place);
    stays.extend(to);
}

/// The ways back under the days granted; none when no calendar year and no grant year is over, or
/// when the plan cannot be counted because stays overlap.
pub fn ways_back(plan: &Plan, quota: &RespiteQuota) -> Option<Relief> {
    let stays = sorted(&plan.stays).ok()?;
    let years = years(plan, quota)?;
    let (period, usage) = *years.iter().find(|(_, usage)| usage.over > 0)?;
    let excess = Excess { plan, quota, stays, years, period, over: usage.over };
    let shorten = excess.shorten().or_else(|| excess.shorten_several());
    let ways = [shorten, excess.shift(), excess.remove()];
    let helps = |way: &Way| excess.is_mended_by(way);
    let ways = ways.into_iter().flatten().filter(helps).collect();
    Some(Relief { period, over: usage.over, ways })
}

/// The calendar years that a plan touches, then its grant years.
fn years(plan: &Plan, quota: &RespiteQuota) -> Option<Vec<(DateRange, Usage)>> {
    let counted = respite(plan, quota).ok()?;
    let mut years = Vec::new();
    for row in &counted.years {
        years.push((DateRange::calendar_year(row.year)?, row.usage));
    }
    for row in counted.grant_years.iter().flatten() {
        years.push((row.period, row.usage));
    }
    Some(years)
}

/// The usage of one of the years; nothing when no stay touches it.
fn usage_in(years: &[(DateRange, Usage)], period: DateRange) -> Usage {
    let row = years.iter().find(|(known, _)| *known == period);
    row.map(|(_, usage)| *usage).unwrap_or_default()
}

/// A plan with a period that is over.
struct Excess<'a> {
    plan: &'a Plan,
    quota: &'a RespiteQuota,
    /// The plan's stays in order.
    stays: Vec<Stay>,
    /// The plan's calendar years and grant years.
    years: Vec<(DateRange, Usage)>,
    period: DateRange,
    over: u32,
}

impl Excess<'_> {
    /// Counts the changed plan anew: the period is no longer over, and no other is more than it
    /// was.
    fn is_mended_by(&self, way: &Way) -> bool {
        let changed = Plan { stays: way.applied(&self.stays), ..self.plan.clone() };
        years(&changed, self.quota).is_some_and(|after| {
            usage_in(&after, self.period).over == 0
                && after.iter().all(|(year, usage)| usage.over <= usage_in(&self.years, *year).over)
        })
    }

    /// Days of a stay that lie in the period.
    fn days_here(&self, stay: Stay) -> u32 {
        stay.range().intersection(self.period).map_or(0, DateRange::days)
    }

    fn shorten(&self) -> Option<Way> {
        let mut longest: Option<(Stay, Stay)> = None;
        for stay in &self.stays {
            let Some(to) = shortened(*stay, self.over, self.period) else { continue };
            if longest.is_none_or(|(longest, _)| stay.days() > longest.days()) {
                longest = Some((*stay, to));
            }
        }
        longest.map(|(stay, to)| Way::Shorten { stay, by: self.over, to })
    }

    fn shorten_several(&self) -> Option<Way> {
        let mut left = self.stays.clone();
        for _ in 0..self.over {
            let mut longest: Option<(&mut Stay, Stay)> = None;
            for stay in &mut left {
                let Some(to) = shortened(*stay, 1, self.period) else { continue };
                if longest.as_ref().is_none_or(|(longest, _)| stay.days() > longest.days()) {
                    longest = Some((stay, to));
                }
            }
            let (stay, to) = longest?;
            *stay = to;
        }
        let both = self.stays.iter().copied().zip(left);
        Some(Way::ShortenSeveral { changes: both.filter(|(stay, to)| stay != to).collect() })
    }

    fn shift(&self) -> Option<Way> {
        for weeks in 1..=MOST_WEEKS {
            for days in [weeks.saturating_mul(7), weeks.saturating_mul(-7)] {
                for (place, from) in self.stays.iter().enumerate().rev() {
                    // Most stays have too few days here to help, wherever they are moved.
                    if self.days_here(*from) < self.over {
                        continue;
                    }
                    let to =
                        Stay::new(from.arrival().plus_days(days), from.departure().plus_days(days));
                    let to =
                        to.filter(|to| self.has_room(place, *to) && self.is_enough(*from, *to));
                    if let Some(to) = to {
                        return Some(Way::Move { from: *from, to });
                    }
                }
            }
        }
        None
    }

    /// Whether the stay at `place` can be moved to these dates: no other stay has one of them, and
    /// the person lives at home.
    fn has_room(&self, place: usize, to: Stay) -> bool {
        let begun = self.stays.partition_point(|stay| stay.arrival() <= to.departure());
        let earlier = self.stays.iter().enumerate().take(begun).rev();
        let mut others = earlier.filter(|(other, _)| *other != place);
        // Stays in order end in order, so the last of them ends last.
        let is_free = others.next().is_none_or(|(_, other)| other.departure() < to.arrival());
        let at_home = |home: &TemporaryStay| !home.touches(to);
        is_free
            && self.plan.temporary_housing.iter().all(at_home)
            && (Date::FIRST..=Date::LAST).contains(&to.arrival())
            && (Date::FIRST..=Date::LAST).contains(&to.departure())
    }

    /// Whether moving a stay brings the period back and puts no other year further over.
    fn is_enough(&self, from: Stay, to: Stay) -> bool {
        if self.days_here(to).saturating_add(self.over) > self.days_here(from) {
            return false;
        }
        let alone = Plan { stays: vec![to], ..self.plan.clone() };
        let Some(touched) = years(&alone, self.quota) else { return false };
        touched.iter().all(|(year, added)| {
            let before = usage_in(&self.years, *year);
            let taken = from.range().intersection(*year).map_or(0, DateRange::days);
            let days = before.days.saturating_sub(taken).saturating_add(added.days);
            days.saturating_sub(added.granted) <= before.over
        })
    }

    fn remove(&self) -> Option<Way> {
        let days_here = self.stays.iter().map(|stay| self.days_here(*stay)).collect::<Vec<_>>();
        let stays = remove::fewest(&self.stays, &days_here, self.over)?;
        Some(Way::Remove { stays })
    }
}

/// What is left of a stay after `by` days of the period are taken off its end or, where its end
/// lies outside, off its start.
fn shortened(stay: Stay, by: u32, period: DateRange) -> Option<Stay> {
    let days = i32::try_from(by).ok()?;
    let without_end = Stay::new(stay.arrival(), stay.departure().plus_days(days.saturating_neg()));
    let without_start = Stay::new(stay.arrival().plus_days(days), stay.departure());
    let lies_here = |from: Date, to: Date| period.contains(from) && period.contains(to);
    without_end.filter(|left| lies_here(left.departure().plus_days(1), stay.departure())).or_else(
        || without_start.filter(|left| lies_here(stay.arrival(), left.arrival().plus_days(-1))),
    )
}

#[cfg(test)]
mod tests;
