//! When the municipality's office is open.

use crate::rules::date::Weekday;

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
