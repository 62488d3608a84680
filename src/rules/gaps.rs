//! The time between stays (pauser mellem aflastningsophold).
//!
//! A gap is a run of dates of a period without respite; those before the first stay and after the
//! last one count too. The standards leave it to the citizen how the days are spread; gaps show
//! where a family goes long without relief.

use super::date::DateRange;
use super::respite::Stay;

/// The gaps of the period in order. The stays may come in any order and share dates.
pub fn gaps(period: DateRange, stays: &[Stay]) -> Vec<DateRange> {
    let mut covered = vec![false; period.days() as usize];
    for stay in stays {
        let Some(inside) = stay.range().intersection(period) else { continue };
        let from = usize::try_from(period.from.days_until(inside.from)).unwrap_or_default();
        let until = from.saturating_add(inside.days() as usize);
        if let Some(dates) = covered.get_mut(from..until) {
            dates.fill(true);
        }
    }
    let mut gaps: Vec<DateRange> = Vec::new();
    let mut goes_on = false;
    for (date, covered) in period.dates().zip(covered) {
        match gaps.last_mut() {
            Some(gap) if goes_on && !covered => gap.to = date,
            _ if !covered => gaps.push(DateRange { from: date, to: date }),
            _ => {}
        }
        goes_on = !covered;
    }
    gaps
}

/// The longest gap of the period, of equals the earliest; none when every date has respite.
pub fn longest_gap(period: DateRange, stays: &[Stay]) -> Option<DateRange> {
    let mut longest: Option<DateRange> = None;
    for gap in gaps(period, stays) {
        if longest.is_none_or(|longest| gap.days() > longest.days()) {
            longest = Some(gap);
        }
    }
    longest
}

/// The squared lengths of the gaps, added up: the smaller, the more evenly a plan is spread.
pub fn sum_of_squared_gaps(period: DateRange, stays: &[Stay]) -> u64 {
    gaps(period, stays).into_iter().fold(0, |sum: u64, gap| {
        let days = u64::from(gap.days());
        sum.saturating_add(days.saturating_mul(days))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::date::Date;

    fn range(from: &str, to: &str) -> DateRange {
        DateRange { from: Date::parse(from).unwrap(), to: Date::parse(to).unwrap() }
    }

    fn stay(from: &str, to: &str) -> Stay {
        Stay::new(Date::parse(from).unwrap(), Date::parse(to).unwrap()).unwrap()
    }

    #[test]
    fn gaps_lie_before_between_and_after_the_stays_of_the_period() {
        let period = range("2026-03-01", "2026-03-31");
        let stays = [
            stay("2026-03-20", "2026-03-23"),
            stay("2026-02-27", "2026-03-02"),
            stay("2026-03-24", "2026-03-24"),
        ];
        let expected = [range("2026-03-03", "2026-03-19"), range("2026-03-25", "2026-03-31")];
        assert_eq!(gaps(period, &stays), expected);
        assert_eq!(longest_gap(period, &stays), Some(expected[0]));
        assert_eq!(sum_of_squared_gaps(period, &stays), 17 * 17 + 7 * 7);
    }

    #[test]
    fn of_equally_long_gaps_the_earliest_is_the_longest() {
        let period = range("2026-03-01", "2026-03-07");
        let longest = longest_gap(period, &[stay("2026-03-04", "2026-03-04")]);
        assert_eq!(longest, Some(range("2026-03-01", "2026-03-03")));
    }

    #[test]
    fn without_stays_the_period_is_one_gap_and_a_full_period_has_none() {
        let period = range("2026-03-01", "2026-03-31");
        assert_eq!(gaps(period, &[]), [period]);
        assert_eq!(longest_gap(period, &[stay("2026-02-01", "2026-04-30")]), None);
        assert_eq!(sum_of_squared_gaps(period, &[stay("2026-03-01", "2026-03-31")]), 0);
    }
}
