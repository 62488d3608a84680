//! Rules by which an event repeats (RRULE): every so many days, weeks or years.
//!
//! Other rules (each first Monday, the last day of the month) are refused rather than guessed at.

use super::moment::Moment;
use crate::rules::date::{Date, DateRange};

/// No date that may be asked about is further away, whatever the unit.
const LONGEST_INTERVAL: i32 = 100_000;

/// How an event repeats.
pub struct Rule {
    every: Every,
    interval: i32,
    /// How many times in all.
    count: Option<i32>,
    /// The last moment in Denmark at which it may begin.
    until: Option<(Date, u32)>,
}

enum Every {
    Day,
    /// On these weekdays, as bits from Monday on. Weeks begin on the weekday with this number,
    /// which decides what a second week is.
    Week {
        days: u8,
        begins: u32,
    },
    Year,
}

impl Rule {
    /// Reads the rule of an event that begins at `start`; none if it repeats otherwise.
    pub fn read(text: &str, start: Moment) -> Option<Rule> {
        let own_day = bit(start.date.weekday().num_days_from_monday());
        let (mut frequency, mut days, mut begins) = (None, None, 0);
        let mut rule = Rule { every: Every::Day, interval: 1, count: None, until: None };
        let (mut own_month, mut own_date) = (false, false);
        for part in text.trim().trim_end_matches(';').split(';') {
            let (name, value) = part.split_once('=')?;
            let value = value.trim();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => frequency = Some(value.to_ascii_uppercase()),
                "INTERVAL" => rule.interval = positive(value)?.min(LONGEST_INTERVAL),
                "COUNT" => rule.count = Some(positive(value)?),
                "UNTIL" => rule.until = Some(latest(value)?),
                "BYDAY" => days = Some(weekdays(value)?),
                "WKST" => begins = weekday(value)?,
                // Some programs repeat the date of a yearly event here.
                "BYMONTH" if positive(value)?.unsigned_abs() == start.date.month() => {
                    own_month = true;
                }
                "BYMONTHDAY" if positive(value)?.unsigned_abs() == start.date.day() => {
                    own_date = true;
                }
                _ => return None,
            }
        }
        let plain = !own_month && !own_date;
        rule.every = match frequency?.as_str() {
            "DAILY" if days.is_none() && plain => Every::Day,
            "WEEKLY" if plain => Every::Week { days: days.unwrap_or(own_day), begins },
            // A date without its month would be meant in every month.
            "YEARLY" if days.is_none() && (own_month || !own_date) => Every::Year,
            _ => return None,
        };
        // RFC 5545 leaves open what an event means that does not begin on one of its own days.
        match rule.every {
            Every::Week { days, .. } if days & own_day == 0 => None,
            _ => Some(rule),
        }
    }

    /// The dates on which it begins, from the first to the last of `within`.
    ///
    /// Dates before `within` are counted, not visited, so a rule from long ago costs no more.
    pub fn dates(&self, start: Moment, within: DateRange) -> Vec<Date> {
        let mut found = Found { rule: self, start, within, dates: Vec::new() };
        match self.every {
            Every::Day => found.daily(self.interval),
            Every::Week { days, begins } => found.weekly(self.interval, days, begins),
            Every::Year => found.yearly(self.interval),
        }
        found.dates
    }
}

/// The dates found so far.
struct Found<'a> {
    rule: &'a Rule,
    start: Moment,
    within: DateRange,
    dates: Vec<Date>,
}

impl Found<'_> {
    /// Takes a date, the `index`th from 0; false when no later one can follow.
    fn take(&mut self, index: i32, date: Date) -> bool {
        let moment = self.start.on(date).in_denmark();
        let over = date > self.within.to
            || self.rule.count.is_some_and(|count| index >= count)
            || self.rule.until.is_some_and(|until| moment > until);
        if !over && self.within.contains(date) {
            self.dates.push(date);
        }
        !over
    }

    /// How many whole steps of so many days lie between `from` and the dates asked for.
    fn steps_before(&self, from: Date, days: i32) -> i32 {
        from.days_until(self.within.from).max(0).checked_div(days).unwrap_or_default()
    }

    fn daily(&mut self, interval: i32) {
        let mut index = self.steps_before(self.start.date, interval);
        while self.take(index, self.start.date.plus_days(index.saturating_mul(interval))) {
            index = index.saturating_add(1);
        }
    }

    fn weekly(&mut self, interval: i32, days: u8, begins: u32) {
        let weekday = self.start.date.weekday().num_days_from_monday();
        let into_week = weekday.saturating_add(7).saturating_sub(begins) % 7;
        let first_week = self.start.date.plus_days(0_i32.saturating_sub_unsigned(into_week));
        let step = interval.saturating_mul(7);
        let mut week = self.steps_before(first_week, step);
        // The dates of all weeks before, less those of the first week before the start.
        let before_start = selected(days, begins, into_week);
        let each_week = selected(days, begins, 7);
        let mut index = week.saturating_mul(each_week).saturating_sub(before_start);
        loop {
            let monday = first_week.plus_days(week.saturating_mul(step));
            for day in 0..7_u32 {
                if days & bit(begins.saturating_add(day)) == 0 {
                    continue;
                }
                let date = monday.plus_days(0_i32.saturating_add_unsigned(day));
                if date >= self.start.date && !self.take(index, date) {
                    return;
                }
                index = index.saturating_add(1);
            }
            week = week.saturating_add(1);
        }
    }

    /// 29 February comes only in leap years.
    fn yearly(&mut self, interval: i32) {
        let start = self.start.date;
        let mut index = 0_i32;
        let mut year = start.year();
        while year <= self.within.to.year() {
            if let Some(date) = Date::new(year, start.month(), start.day()) {
                if !self.take(index, date) {
                    return;
                }
                index = index.saturating_add(1);
            }
            year = year.saturating_add(interval);
        }
    }
}

/// How many of the first `length` days of a week are selected.
fn selected(days: u8, begins: u32, length: u32) -> i32 {
    let mut count = 0_i32;
    for day in 0..length {
        if days & bit(begins.saturating_add(day)) != 0 {
            count = count.saturating_add(1);
        }
    }
    count
}

/// The bit of a weekday, counted from Monday and round again.
fn bit(weekday: u32) -> u8 {
    1_u8.wrapping_shl(weekday % 7)
}

fn positive(text: &str) -> Option<i32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i32 = if digits { text.parse().ok()? } else { return None };
    (number > 0).then_some(number)
}

/// A day is meant to its end.
fn latest(text: &str) -> Option<(Date, u32)> {
    let until = Moment::read(text, None)?;
    match until.second {
        None => Some((until.date, u32::MAX)),
        Some(_) => Some(until.in_denmark()),
    }
}

fn weekdays(text: &str) -> Option<u8> {
    let mut days = 0;
    for day in text.split(',') {
        days |= bit(weekday(day)?);
    }
    Some(days)
}

fn weekday(text: &str) -> Option<u32> {
    let number = match text.trim().to_ascii_uppercase().as_str() {
        "MO" => 0,
        "TU" => 1,
        "WE" => 2,
        "TH" => 3,
        "FR" => 4,
        "SA" => 5,
        "SU" => 6,
        _ => return None,
    };
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// The dates in 2026 and 2027, or nothing when the rule is refused.
    fn dates(start: &str, rule: &str) -> Option<Vec<String>> {
        let start = Moment::read(start, None).unwrap();
        let within = DateRange::new(date("2026-01-01"), date("2027-12-31")).unwrap();
        let dates = Rule::read(rule, start)?.dates(start, within);
        Some(dates.into_iter().map(|date| date.iso()[2..].to_owned()).collect())
    }

    #[test]
    fn days_weeks_and_years() {
        for (start, rule, expected) in [
            ("20260306", "FREQ=DAILY;COUNT=3", "26-03-06 26-03-07 26-03-08"),
            ("20260306", "FREQ=DAILY;INTERVAL=10;UNTIL=20260326", "26-03-06 26-03-16 26-03-26"),
            ("20251230", "FREQ=DAILY;COUNT=4", "26-01-01 26-01-02"),
            ("20260306", "FREQ=WEEKLY;COUNT=2;", "26-03-06 26-03-13"),
            ("20260306", "FREQ=WEEKLY;BYDAY=FR,SU;COUNT=3", "26-03-06 26-03-08 26-03-13"),
            // RFC 5545, 3.3.10: where weeks begin decides what every other week is.
            (
                "20260804",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
                "26-08-04 26-08-09 26-08-18 26-08-23",
            ),
            (
                "20260804",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
                "26-08-04 26-08-16 26-08-18 26-08-30",
            ),
            // The count began before the dates asked for.
            ("20251226", "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4", "26-01-02 26-01-03"),
            ("20000229", "FREQ=YEARLY", ""),
            ("20240229", "FREQ=YEARLY;INTERVAL=1;COUNT=2", ""),
            ("20200306", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=6", "26-03-06 27-03-06"),
            ("20200306", "FREQ=YEARLY;COUNT=7", "26-03-06"),
            ("20260306", "FREQ=DAILY;INTERVAL=2147483647", "26-03-06"),
        ] {
            assert_eq!(dates(start, rule).unwrap().join(" "), expected, "{start} {rule}");
        }
        assert_eq!(dates("19000101", "FREQ=DAILY").unwrap().len(), 730);
    }

    #[test]
    fn the_last_beginning_is_a_moment_in_denmark() {
        let count = |start, rule| dates(start, rule).unwrap().len();
        assert_eq!(count("20260306", "FREQ=DAILY;UNTIL=20260308"), 3);
        // Midnight in Denmark, as calendars write it for whole days.
        assert_eq!(count("20260306", "FREQ=DAILY;UNTIL=20260307T230000Z"), 3);
        assert_eq!(count("20260306T100000", "FREQ=DAILY;UNTIL=20260308T090000Z"), 3);
        assert_eq!(count("20260306T100000", "FREQ=DAILY;UNTIL=20260308T085959Z"), 2);
        assert_eq!(count("20260306T233000Z", "FREQ=DAILY;UNTIL=20260308T233000Z"), 3);
    }

    #[test]
    fn other_rules_are_refused() {
        for rule in [
            "FREQ=MONTHLY",
            "FREQ=HOURLY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=-1",
            "FREQ=DAILY;COUNT=99999999999",
            "FREQ=DAILY;COUNT=",
            "FREQ=DAILY;BYDAY=FR",
            "FREQ=DAILY;BYMONTH=3",
            "FREQ=DAILY;UNTIL=20260230",
            "FREQ=WEEKLY;BYDAY=1FR",
            "FREQ=WEEKLY;BYDAY=",
            "FREQ=WEEKLY;BYDAY=SA",
            "FREQ=WEEKLY;BYSETPOS=1",
            "FREQ=YEARLY;BYMONTH=4",
            "FREQ=YEARLY;BYDAY=FR",
            "FREQ=YEARLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTHDAY=6",
            "RSCALE=HEBREW;FREQ=YEARLY",
            "COUNT=3",
            "FREQ",
            "",
        ] {
            assert_eq!(dates("20260306", rule), None, "{rule}");
        }
    }
}
