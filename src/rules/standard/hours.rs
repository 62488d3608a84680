//! When the municipality's office is open, and when it is closed beside weekends and holidays.

use super::Contacts;
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::holidays::is_open_day;

/// When the office is open, by day of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningHours {
    days: Vec<(Weekday, Open)>,
}

/// From when until when the office is open on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// When it opens.
    pub from: TimeOfDay,
    /// When it closes; later than `from`.
    pub to: TimeOfDay,
}

/// A time of day to the minute, 00:00 to 23:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay {
    /// The hour, 0 to 23.
    pub hour: u32,
    /// The minute, 0 to 59.
    pub minute: u32,
}

/// Days in a row on which the office is closed beside weekends and public holidays (lukkedage).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingDays {
    /// The first and the last day.
    pub days: DateRange,
    /// What the municipality calls them.
    pub name: Option<String>,
}

impl OpeningHours {
    /// The hours of the days on which the office is open at all.
    pub(super) fn new(days: Vec<(Weekday, Open)>) -> OpeningHours {
        OpeningHours { days }
    }

    /// The hours on a day of the week; none when the office is closed all day.
    pub fn on(&self, day: Weekday) -> Option<Open> {
        self.days.iter().find(|(open, _)| *open == day).map(|(_, hours)| *hours)
    }
}

impl Open {
    /// The hours, unless they would end before they begin.
    pub(super) fn new(from: TimeOfDay, to: TimeOfDay) -> Option<Open> {
        (from < to).then_some(Open { from, to })
    }
}

impl TimeOfDay {
    /// Reads `HH:MM`.
    pub(super) fn parse(text: &str) -> Option<TimeOfDay> {
        let (hour, minute) = text.split_once(':')?;
        let number = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            if plain { part.parse::<u32>().ok() } else { None }
        };
        let time = TimeOfDay { hour: number(hour)?, minute: number(minute)? };
        (time.hour < 24 && time.minute < 60).then_some(time)
    }
}

impl Contacts {
    /// The days around `date` on which the municipality has said that its office is closed.
    pub fn closed_on(&self, date: Date) -> Option<&ClosingDays> {
        self.closing_days.iter().find(|closed| closed.days.contains(date))
    }

    /// The last day before `date` on which the office is open, as far as is known; none where the
    /// municipality has closed it for longer than anybody would wait.
    pub fn last_open_day_before(&self, date: Date) -> Option<Date> {
        let before = std::iter::successors(Some(date), |day| Some(day.plus_days(-1))).skip(1);
        before.take(LONGEST_WAIT).find(|day| self.is_open_on(*day))
    }

    fn is_open_on(&self, date: Date) -> bool {
        let has_hours = |hours: &OpeningHours| hours.on(date.weekday()).is_some();
        is_open_day(date)
            && self.closed_on(date).is_none()
            && self.opening_hours.as_ref().is_none_or(has_hours)
    }
}

/// How many days before a date an open one is looked for.
const LONGEST_WAIT: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_four_digits_and_a_colon() {
        assert_eq!(TimeOfDay::parse("09:05"), Some(TimeOfDay { hour: 9, minute: 5 }));
        for bad in ["9:00", "09.00", "24:00", "12:60", "12:0", "", ":", "+9:00", "12:00:00"] {
            assert_eq!(TimeOfDay::parse(bad), None, "{bad}");
        }
    }
}
