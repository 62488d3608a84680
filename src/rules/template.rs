//! A year of respite after the standard's own example (skabelon for et år med aflastning).
//!
//! Source: standard for temporary housing, "Hvad omfatter indsatsen?" (Aflastningsophold): the 55
//! days a year come to, for example, one long weekend a month and one week.
//!
//! The standard does not say when they lie. Here the week begins on a Monday in July, or near it,
//! and each weekend on a Friday, both as near the middle of the month as there is room.

use super::date::{Date, DateRange, Weekday};
use super::respite::Stay;
use super::standard::RespiteQuota;

/// The months in the order in which room for the week is looked for: summer first.
const MONTHS_FOR_THE_WEEK: [u32; 12] = [7, 6, 8, 5, 9, 4, 10, 3, 11, 2, 12, 1];

/// The stays that would give the year one week in the summer and one long weekend from Friday in
/// every month, in order.
///
/// None of them shares a date with `stays`, with the `closed` ranges or with another; all lie in
/// the year, and each weekend in its month. With `from` only stays that arrive on that date or
/// later are given: the rest of a year. A week or weekend that `stays` already has is not given
/// again. What has no room is left out, and so is what would use more than `granted` days in the
/// year, together with `stays`; the week comes first, then the months in order.
pub fn monthly_weekends_and_week(
    year: i32,
    stays: &[Stay],
    closed: &[DateRange],
    quota: &RespiteQuota,
    granted: u32,
    from: Option<Date>,
) -> Vec<Stay> {
    let Some(period) = DateRange::calendar_year(year) else { return Vec::new() };
    let used = stays.iter().filter_map(|stay| stay.range().intersection(period));
    let used = used.fold(0_u32, |sum, range| sum.saturating_add(range.days()));
    let mut template = Template {
        taken: stays.iter().map(|stay| stay.range()).chain(closed.iter().copied()).collect(),
        earliest: from.unwrap_or(period.from),
        left: granted.saturating_sub(used),
        chosen: Vec::new(),
    };
    let has = |kind: Kind, range| stays.iter().any(|stay| kind.is_kind_of(*stay, range));

    let week = Kind { arrival: Weekday::Mon, days: quota.week_days };
    if let Some(july) = month(year, 7).filter(|_| !has(week, period)) {
        let mut months = MONTHS_FOR_THE_WEEK.iter().filter_map(|number| month(year, *number));
        months.any(|month| template.add(week, month, july));
    }
    let weekend = Kind { arrival: Weekday::Fri, days: quota.weekend_days };
    for month in (1..=12).filter_map(|number| month(year, number)) {
        if !has(weekend, month) {
            template.add(weekend, month, month);
        }
    }
    template.chosen
}

/// A kind of stay: the weekday of arrival and the days it uses.
#[derive(Clone, Copy)]
struct Kind {
    arrival: Weekday,
    days: u32,
}

impl Kind {
    /// The stay of this kind that arrives on a date.
    fn from(self, arrival: Date) -> Option<Stay> {
        let nights = i32::try_from(self.days.checked_sub(1)?).ok()?;
        Stay::new(arrival, arrival.plus_days(nights)).filter(|_| arrival.weekday() == self.arrival)
    }

    /// Whether a stay is of this kind and lies wholly in the range.
    fn is_kind_of(self, stay: Stay, range: DateRange) -> bool {
        self.from(stay.arrival()) == Some(stay)
            && range.contains(stay.arrival())
            && range.contains(stay.departure())
    }
}

/// The stays chosen so far, and what limits the next ones.
struct Template {
    taken: Vec<DateRange>,
    earliest: Date,
    /// Days granted that are left in the year.
    left: u32,
    chosen: Vec<Stay>,
}

impl Template {
    /// Adds the stay of a kind that lies in `range`, has room and has its middle nearest to that
    /// of `near`; of equals the earliest. Whether there was one.
    fn add(&mut self, kind: Kind, range: DateRange, near: DateRange) -> bool {
        if kind.days > self.left {
            return false;
        }
        let mut nearest: Option<(u32, Stay)> = None;
        for stay in range.dates().filter_map(|arrival| kind.from(arrival)) {
            let has_room = stay.arrival() >= self.earliest
                && range.contains(stay.departure())
                && self.taken.iter().all(|taken| taken.intersection(stay.range()).is_none());
            let distance = distance(stay.range(), near);
            if has_room && nearest.is_none_or(|(least, _)| distance < least) {
                nearest = Some((distance, stay));
            }
        }
        let Some((_, stay)) = nearest else { return false };
        self.taken.push(stay.range());
        self.left = self.left.saturating_sub(kind.days);
        let place = self.chosen.partition_point(|other| *other < stay);
        self.chosen.insert(place, stay);
        true
    }
}

/// How far the middles of two ranges are apart, in half days.
fn distance(a: DateRange, b: DateRange) -> u32 {
    a.from.days_until(b.from).saturating_add(a.to.days_until(b.to)).unsigned_abs()
}

/// The dates of a month, 1–12.
fn month(year: i32, number: u32) -> Option<DateRange> {
    let from = Date::new(year, number, 1)?;
    DateRange::new(from, from.plus_months(1).plus_days(-1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::standard::Standard;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn stay(from: &str, to: &str) -> Stay {
        Stay::new(date(from), date(to)).unwrap()
    }

    fn of_2026(
        stays: &[Stay],
        closed: &[DateRange],
        granted: u32,
        from: Option<Date>,
    ) -> Vec<Stay> {
        let parameters = Standard::built_in().unwrap().on(date("2026-11-22")).unwrap();
        monthly_weekends_and_week(2026, stays, closed, &parameters.respite.unwrap(), granted, from)
    }

    /// Read off a calendar of 2026.
    #[test]
    fn an_empty_year_gets_the_standards_own_example() {
        let expected = [
            stay("2026-01-16", "2026-01-19"),
            stay("2026-02-13", "2026-02-16"),
            stay("2026-03-13", "2026-03-16"),
            stay("2026-04-17", "2026-04-20"),
            stay("2026-05-15", "2026-05-18"),
            stay("2026-06-12", "2026-06-15"),
            stay("2026-07-13", "2026-07-19"),
            stay("2026-07-24", "2026-07-27"),
            stay("2026-08-14", "2026-08-17"),
            stay("2026-09-11", "2026-09-14"),
            stay("2026-10-16", "2026-10-19"),
            stay("2026-11-13", "2026-11-16"),
            // As near the middle of December as the weekend from the 18th, and earlier.
            stay("2026-12-11", "2026-12-14"),
        ];
        assert_eq!(of_2026(&[], &[], 55, None), expected);
    }

    #[test]
    fn the_week_comes_first_and_then_the_months_as_long_as_days_are_left() {
        let few = of_2026(&[], &[], 15, None);
        let expected = [
            stay("2026-01-16", "2026-01-19"),
            stay("2026-02-13", "2026-02-16"),
            stay("2026-07-13", "2026-07-19"),
        ];
        assert_eq!(few, expected);
        assert_eq!(of_2026(&[], &[], 6, None), expected[..1]);
        // Days of the year before do not count.
        let booked = stay("2025-12-30", "2026-01-04");
        assert_eq!(of_2026(&[booked], &[], 15, None), [expected[0], expected[2]]);
    }

    #[test]
    fn what_is_taken_or_closed_is_passed_by() {
        let july = DateRange { from: date("2026-07-01"), to: date("2026-07-31") };
        let booked = stay("2026-01-19", "2026-01-19");
        let found = of_2026(&[booked], &[july], 55, None);
        assert_eq!(found[0], stay("2026-01-09", "2026-01-12"));
        // The week goes to the end of June, and July has no weekend.
        assert!(found.contains(&stay("2026-06-22", "2026-06-28")));
        assert_eq!(found.len(), 12);
    }

    #[test]
    fn what_the_plan_already_has_is_not_given_again() {
        let all = of_2026(&[], &[], 55, None);
        assert_eq!(of_2026(&all, &[], 200, None), []);
        assert_eq!(of_2026(&all[1..], &[], 55, None), all[..1]);
    }

    #[test]
    fn of_the_rest_of_a_year_only_stays_still_to_come_are_given() {
        let rest = of_2026(&[], &[], 55, Some(date("2026-07-14")));
        // July's last Monday with a whole week in July is the 20th.
        assert_eq!(rest[0], stay("2026-07-20", "2026-07-26"));
        // The only Friday left in July, from the 31st, would end in August.
        assert_eq!(rest[1], stay("2026-08-14", "2026-08-17"));
        assert_eq!(rest.len(), 6);
    }
}
