//! Dates, times of day and lengths as a calendar file writes them.

use crate::rules::date::Date;

/// What a day lasts by the clock.
pub const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// A date, or a time on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The date as written.
    pub date: Date,
    /// Seconds since midnight; none for a whole day.
    pub second: Option<u32>,
    /// Whether it is coordinated universal time; otherwise the time on the wall.
    utc: bool,
}

impl Moment {
    /// Reads `20260306`, `20260306T093000` or `20260306T093000Z`.
    ///
    /// A time in a zone counts as written: somebody who is away from nine in New York is away from
    /// nine. Only the zone UTC is no place, but another way to write `Z`.
    pub fn read(text: &str, zone: Option<&str>) -> Option<Moment> {
        let text = text.trim();
        let Some((day, time)) = text.split_once(['T', 't']) else {
            return Some(Moment { date: read_date(text)?, second: None, utc: false });
        };
        let written = time.strip_suffix(['Z', 'z']);
        let utc = written.is_some() || matches!(zone, Some("UTC" | "Etc/UTC"));
        let second = Some(read_time(written.unwrap_or(time))?);
        Some(Moment { date: read_date(day)?, second, utc })
    }

    /// The same time of day on another date.
    pub fn on(self, date: Date) -> Moment {
        Moment { date, ..self }
    }

    /// So many seconds later. A whole day begins at midnight.
    pub fn plus_seconds(self, seconds: i64) -> Moment {
        let total = i64::from(self.second.unwrap_or_default()).saturating_add(seconds);
        let days = i32::try_from(total.div_euclid(SECONDS_OF_A_DAY)).unwrap_or(i32::MAX);
        let second = u32::try_from(total.rem_euclid(SECONDS_OF_A_DAY)).ok();
        Moment { date: self.date.plus_days(days), second, ..self }
    }

    /// How many seconds later `other` is; on the clock of both, if it is the same.
    pub fn seconds_until(self, other: Moment) -> i64 {
        let same_clock = self.utc == other.utc;
        let (from, to) = match same_clock {
            true => (self.as_written(), other.as_written()),
            false => (self.in_denmark(), other.in_denmark()),
        };
        let days = i64::from(from.0.days_until(to.0));
        let seconds = i64::from(to.1).saturating_sub(i64::from(from.1));
        days.saturating_mul(SECONDS_OF_A_DAY).saturating_add(seconds)
    }

    /// The date and the second of the day in Denmark.
    pub fn in_denmark(self) -> (Date, u32) {
        let (date, second) = self.as_written();
        if !self.utc {
            return (date, second);
        }
        let ahead = if is_summer_time(date, second) { 2 * 3600 } else { 3600 };
        let moved = Moment { utc: false, ..self }.plus_seconds(ahead);
        moved.as_written()
    }

    fn as_written(self) -> (Date, u32) {
        (self.date, self.second.unwrap_or_default())
    }
}

/// Whether Denmark has summer time at this second of a day in UTC: from the last Sunday of March
/// to the last Sunday of October, each at 01:00 UTC (Directive 2000/84/EC).
fn is_summer_time(date: Date, second: u32) -> bool {
    let change = |month| {
        let last = Date::new(date.year(), month, 31)?;
        let past_sunday = last.weekday().num_days_from_sunday();
        Some((last.plus_days(0_i32.saturating_sub_unsigned(past_sunday)), 3600))
    };
    let now = Some((date, second));
    change(3) <= now && now < change(10)
}

/// Reads a length (`P3D`, `P1W`, `PT1H30M`) in seconds; negative if it has a minus.
pub fn read_length(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut total = 0_i64;
    let mut number: Option<i64> = None;
    let mut in_time = false;
    let mut units = 0_u32;
    for letter in text.strip_prefix(['P', 'p'])?.chars() {
        if let Some(digit) = letter.to_digit(10) {
            let before = number.unwrap_or_default().saturating_mul(10);
            number = Some(before.saturating_add(i64::from(digit)));
            continue;
        }
        let unit = match (letter.to_ascii_uppercase(), in_time) {
            ('W', false) => 7 * SECONDS_OF_A_DAY,
            ('D', false) => SECONDS_OF_A_DAY,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            ('T', false) if number.is_none() => {
                in_time = true;
                continue;
            }
            _ => return None,
        };
        total = total.saturating_add(number.take()?.saturating_mul(unit));
        units = units.saturating_add(1);
    }
    (units > 0 && number.is_none()).then_some(total.saturating_mul(sign))
}

fn read_date(text: &str) -> Option<Date> {
    let number = read_digits(text, 8)?;
    let year = i32::try_from(number / 10_000).ok()?;
    Date::new(year, number / 100 % 100, number % 100)
}

/// Seconds since midnight. A leap second counts as the one before it.
fn read_time(text: &str) -> Option<u32> {
    let number = read_digits(text, 6)?;
    let (hour, minute, second) = (number / 10_000, number / 100 % 100, number % 100);
    let exists = hour < 24 && minute < 60 && second <= 60;
    let seconds = |hour: u32| hour.saturating_mul(3600).saturating_add(minute.saturating_mul(60));
    exists.then(|| seconds(hour).saturating_add(second.min(59)))
}

/// A number of exactly this many digits.
fn read_digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::read(text, None).unwrap()
    }

    fn in_denmark(text: &str) -> String {
        let (date, second) = at(text).in_denmark();
        format!("{} {:02}:{:02}", date.iso(), second / 3600, second / 60 % 60)
    }

    #[test]
    fn only_dates_and_times_that_exist_are_read() {
        for bad in [
            "20260230",
            "20261301",
            "20260306T240000",
            "20260306T006000",
            "20260306T0000",
            "20260306Z",
            "2026-03-06",
            "+2026030",
            "20260306T",
            "20260306TZ",
            "20260306T1234é",
            "",
        ] {
            assert_eq!(Moment::read(bad, None), None, "{bad}");
        }
        assert_eq!(at(" 20240229 ").second, None);
        assert_eq!(at("20260306T235960").second, Some(86_399));
    }

    #[test]
    fn universal_time_becomes_danish_time() {
        // Summer time 2026: 29 March to 25 October. The change is at 01:00 UTC.
        for (utc, danish) in [
            ("20260329T005959Z", "2026-03-29 01:59"),
            ("20260329T010000Z", "2026-03-29 03:00"),
            ("20261025T005959Z", "2026-10-25 02:59"),
            ("20261025T010000Z", "2026-10-25 02:00"),
            ("20261231T230000Z", "2027-01-01 00:00"),
            ("20260630T220000Z", "2026-07-01 00:00"),
            ("20260630T215900Z", "2026-06-30 23:59"),
            // 2027: 28 March to 31 October.
            ("20271031T003000Z", "2027-10-31 02:30"),
            ("20270328T220000Z", "2027-03-29 00:00"),
        ] {
            assert_eq!(in_denmark(utc), danish, "{utc}");
        }
        assert_eq!(in_denmark("20260630T233000"), "2026-06-30 23:30");
        assert!(Moment::read("20260630T220000", Some("Etc/UTC")).unwrap().utc);
        assert!(!Moment::read("20260630T220000", Some("America/New_York")).unwrap().utc);
    }

    #[test]
    fn the_hour_that_comes_twice_turns_nothing_round() {
        let (start, end) = (at("20261025T003000Z"), at("20261025T011500Z"));
        assert_eq!(start.seconds_until(end), 45 * 60);
        assert_eq!(at("20260306T120000").seconds_until(at("20260306T120000Z")), 3600);
        assert_eq!(at("20260306").seconds_until(at("20260305T230000")), -3600);
    }

    #[test]
    fn lengths() {
        for (text, seconds) in [
            ("P3D", 3 * SECONDS_OF_A_DAY),
            ("P1W", 7 * SECONDS_OF_A_DAY),
            ("+P1DT2H3M4S", SECONDS_OF_A_DAY + 7384),
            ("-PT15M", -900),
            ("PT0S", 0),
            ("P99999999999999999999D", i64::MAX),
        ] {
            assert_eq!(read_length(text), Some(seconds), "{text}");
        }
        for bad in
            ["", "P", "PT", "3D", "P3", "PD", "P1M", "PT1D", "P1H", "P1T2H", "PTT1H", "P1,5D"]
        {
            assert_eq!(read_length(bad), None, "{bad}");
        }
        assert_eq!(at("20260306").plus_seconds(SECONDS_OF_A_DAY), at("20260307T000000"));
        assert_eq!(at("20260306T010000").plus_seconds(-7200), at("20260305T230000"));
    }
}
