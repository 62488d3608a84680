//! Civil dates and ranges of dates: no clock, no time zone.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Serialize, Serializer};

/// A civil date.
///
/// Arithmetic never fails: a result that chrono cannot hold (some 260,000 years away) stays at
/// the last date it can hold. Input is limited to [`Date::FIRST`]..=[`Date::LAST`] where it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// A day of the week, Monday first as in the Danish calendar.
pub use chrono::Weekday;

/// The days of the week in order.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// A day of the week as the contract writes it.
pub fn weekday_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}

impl Date {
    /// The first date that may be asked about.
    pub const FIRST: Date = Date::limit(1900, 1, 1);
    /// The last date that may be asked about.
    pub const LAST: Date = Date::limit(2100, 12, 31);

    const fn limit(year: i32, month: u32, day: u32) -> Date {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Date(date),
            None => Date(NaiveDate::MIN),
        }
    }

    /// The date with this year, month (1–12) and day (1–31), if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    /// Reads `YYYY-MM-DD` within [`Date::FIRST`]..=[`Date::LAST`].
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let number = |part: &str, length: usize| {
            let plain = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse::<u32>().ok() } else { None }
        };
        let year = i32::try_from(number(year, 4)?).ok()?;
        let date = Date::new(year, number(month, 2)?, number(day, 2)?)?;
        (Date::FIRST..=Date::LAST).contains(&date).then_some(date)
    }

    /// The date as `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }

    /// The year, such as 2026.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1–12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The ISO 8601 week number, 1–53.
    pub fn iso_week(self) -> u32 {
        self.0.iso_week().week()
    }

    /// The date `days` later, or earlier when `days` is negative.
    pub fn plus_days(self, days: i32) -> Date {
        let distance = Days::new(u64::from(days.unsigned_abs()));
        if days >= 0 {
            Date(self.0.checked_add_days(distance).unwrap_or(NaiveDate::MAX))
        } else {
            Date(self.0.checked_sub_days(distance).unwrap_or(NaiveDate::MIN))
        }
    }

    /// The date `months` later (earlier when negative), on the same day of the month or, where
    /// that month is too short, on its last day: 29 February + 12 months = 28 February.
    pub fn plus_months(self, months: i32) -> Date {
        let distance = Months::new(months.unsigned_abs());
        if months >= 0 {
            Date(self.0.checked_add_months(distance).unwrap_or(NaiveDate::MAX))
        } else {
            Date(self.0.checked_sub_months(distance).unwrap_or(NaiveDate::MIN))
        }
    }

    /// The first day of its month.
    pub fn first_of_month(self) -> Date {
        self.plus_days(1_i32.saturating_sub_unsigned(self.day()))
    }

    /// The Monday of its week.
    pub fn monday(self) -> Date {
        let after = self.weekday().num_days_from_monday();
        self.plus_days(0_i32.saturating_sub_unsigned(after))
    }

    /// How many days later `other` is; negative when it is earlier.
    pub fn days_until(self, other: Date) -> i32 {
        i32::try_from(other.0.signed_duration_since(self.0).num_days()).unwrap_or(i32::MAX)
    }

    /// The day on which someone born on this date reaches `age` years.
    ///
    /// A birthday is reached by month and day, so somebody born on 29 February has it on
    /// 1 March in a common year.
    pub fn birthday(self, age: u32) -> Date {
        let year = self.year().saturating_add(i32::try_from(age).unwrap_or(i32::MAX));
        Date::new(year, self.month(), self.day())
            .or_else(|| Date::new(year, 3, 1))
            .unwrap_or(Date(NaiveDate::MAX))
    }

    /// How many birthdays somebody born on this date has reached on `date`; 0 before birth.
    pub fn age_on(self, date: Date) -> u32 {
        let calendar_years =
            u32::try_from(date.year().saturating_sub(self.year())).unwrap_or_default();
        match self.birthday(calendar_years) <= date {
            true => calendar_years,
            false => calendar_years.saturating_sub(1),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.iso())
    }
}

/// A run of dates, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct DateRange {
    /// The first date.
    pub from: Date,
    /// The last date, not before `from`.
    pub to: Date,
}

impl DateRange {
    /// The range, unless it would end before it begins.
    pub fn new(from: Date, to: Date) -> Option<DateRange> {
        (from <= to).then_some(DateRange { from, to })
    }

    /// The calendar year.
    pub fn calendar_year(year: i32) -> Option<DateRange> {
        DateRange::new(Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)
    }

    /// The twelve months that begin on `from`.
    pub fn twelve_months(from: Date) -> DateRange {
        DateRange { from, to: from.plus_months(12).plus_days(-1) }
    }

    /// How many dates it holds.
    pub fn days(self) -> u32 {
        u32::try_from(self.from.days_until(self.to).saturating_add(1)).unwrap_or_default()
    }

    /// Whether `date` lies in it.
    pub fn contains(self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }

    /// The dates that lie in both.
    pub fn intersection(self, other: DateRange) -> Option<DateRange> {
        DateRange::new(self.from.max(other.from), self.to.min(other.to))
    }

    /// Its dates in order.
    pub fn dates(self) -> impl Iterator<Item = Date> {
        (0..self.days()).map(move |n| self.from.plus_days(i32::try_from(n).unwrap_or(i32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn reads_only_the_contract_form() {
        for bad in [
            "2026-2-03",
            "2026-02-30",
            "1899-12-31",
            "2101-01-01",
            "2026-02-03T00",
            "+026-02-03",
            "",
            "2026-02-03-",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert_eq!(date("2024-02-29").iso(), "2024-02-29");
    }

    #[test]
    fn the_first_of_a_month_and_the_monday_of_a_week_may_be_the_day_itself() {
        for (day, first, monday) in [
            ("2026-03-01", "2026-03-01", "2026-02-23"),
            ("2026-03-02", "2026-03-01", "2026-03-02"),
            ("2027-01-31", "2027-01-01", "2027-01-25"),
        ] {
            assert_eq!(date(day).first_of_month(), date(first));
            assert_eq!(date(day).monday(), date(monday));
        }
    }

    #[test]
    fn months_clamp_to_the_last_day() {
        assert_eq!(date("2024-02-29").plus_months(12), date("2025-02-28"));
        assert_eq!(date("2026-01-31").plus_months(3), date("2026-04-30"));
        assert_eq!(date("2026-03-31").plus_months(-1), date("2026-02-28"));
    }

    #[test]
    fn a_leap_day_birthday_falls_on_the_first_of_march() {
        let born = date("2008-02-29");
        assert_eq!(born.birthday(18), date("2026-03-01"));
        assert_eq!(born.age_on(date("2026-02-28")), 17);
        assert_eq!(born.age_on(date("2026-03-01")), 18);
        assert_eq!(born.birthday(20), date("2028-02-29"));
    }

    #[test]
    fn nobody_has_an_age_before_birth() {
        assert_eq!(date("2026-06-01").age_on(date("2020-01-01")), 0);
        assert_eq!(date("2026-06-01").age_on(date("2026-05-31")), 0);
    }

    #[test]
    fn a_range_counts_both_ends() {
        let range = DateRange::new(date("2026-03-06"), date("2026-03-09")).unwrap();
        assert_eq!(range.days(), 4);
        assert_eq!(range.dates().last(), Some(date("2026-03-09")));
        assert_eq!(DateRange::new(range.to, range.from), None);
    }
}
