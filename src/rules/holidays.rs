//! Danish public holidays (helligdage) and the days on which an office may be closed.

use super::code::coded;
use super::date::{Date, Weekday};

coded! {
    /// A Danish public holiday.
    pub enum Holiday {
        /// Nytårsdag.
        NewYearsDay = "new_years_day",
        /// Skærtorsdag.
        MaundyThursday = "maundy_thursday",
        /// Langfredag.
        GoodFriday = "good_friday",
        /// Påskedag.
        EasterSunday = "easter_sunday",
        /// Anden påskedag.
        EasterMonday = "easter_monday",
        /// Store bededag, abolished from 2024.
        GreatPrayerDay = "great_prayer_day",
        /// Kristi himmelfartsdag.
        AscensionDay = "ascension_day",
        /// Pinsedag.
        WhitSunday = "whit_sunday",
        /// Anden pinsedag.
        WhitMonday = "whit_monday",
        /// Juledag.
        ChristmasDay = "christmas_day",
        /// Anden juledag.
        SecondChristmasDay = "second_christmas_day",
    }
}

coded! {
    /// A day that is no public holiday, but on which public offices are often closed.
    pub enum ClosedDay {
        /// Grundlovsdag, 5 June.
        ConstitutionDay = "constitution_day",
        /// Juleaftensdag, 24 December.
        ChristmasEve = "christmas_eve",
        /// Nytårsaftensdag, 31 December.
        NewYearsEve = "new_years_eve",
        /// The Friday after Ascension Day (fredag efter Kristi himmelfartsdag).
        DayAfterAscension = "day_after_ascension",
    }
}

/// The last year with Great Prayer Day (lov nr. 214 of 2023).
const LAST_GREAT_PRAYER_DAY: i32 = 2023;

/// Days from Easter Sunday to each holiday that moves with it.
const MOVABLE: [(Holiday, i32); 8] = [
    (Holiday::MaundyThursday, -3),
    (Holiday::GoodFriday, -2),
    (Holiday::EasterSunday, 0),
    (Holiday::EasterMonday, 1),
    (Holiday::GreatPrayerDay, 26),
    (Holiday::AscensionDay, 39),
    (Holiday::WhitSunday, 49),
    (Holiday::WhitMonday, 50),
];

/// The public holiday on `date`, if it is one.
pub fn holiday(date: Date) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => return Some(Holiday::NewYearsDay),
        (12, 25) => return Some(Holiday::ChristmasDay),
        (12, 26) => return Some(Holiday::SecondChristmasDay),
        _ => {}
    }
    let from_easter = easter_sunday(date.year())?.days_until(date);
    let (holiday, _) = MOVABLE.iter().find(|(_, distance)| *distance == from_easter)?;
    let abolished = *holiday == Holiday::GreatPrayerDay && date.year() > LAST_GREAT_PRAYER_DAY;
    (!abolished).then_some(*holiday)
}

/// Whether `date` is neither Saturday, Sunday nor a public holiday.
pub fn is_working_day(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && holiday(date).is_none()
}

/// The day because of which public offices are often closed on `date`, although it need be no
/// holiday.
pub fn closed_day(date: Date) -> Option<ClosedDay> {
    match (date.month(), date.day()) {
        (6, 5) => return Some(ClosedDay::ConstitutionDay),
        (12, 24) => return Some(ClosedDay::ChristmasEve),
        (12, 31) => return Some(ClosedDay::NewYearsEve),
        _ => {}
    }
    let after_ascension = holiday(date.plus_days(-1)) == Some(Holiday::AscensionDay);
    after_ascension.then_some(ClosedDay::DayAfterAscension)
}

/// Whether public offices are often closed on `date` although it need be no holiday.
pub fn office_may_be_closed(date: Date) -> bool {
    closed_day(date).is_some()
}

/// Whether public offices are usually open on `date`: it is neither a day off nor one on which they
/// are often closed.
pub fn is_open_day(date: Date) -> bool {
    is_working_day(date) && !office_may_be_closed(date)
}

/// Easter Sunday of a year in the Gregorian calendar, by the anonymous computus (Meeus, ch. 8).
#[expect(
    clippy::arithmetic_side_effects,
    reason = "a date's year has at most six digits, so no term comes near the limits of i32"
)]
fn easter_sunday(year: i32) -> Option<Date> {
    let year_in_cycle = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let year_of_century = year.rem_euclid(100);
    let moon_correction = (century + 1 - (century + 8) / 25) / 3;
    let epact = (19 * year_in_cycle + century - century / 4 - moon_correction + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4)
            .rem_euclid(7);
    let late = (year_in_cycle + 11 * epact + 22 * to_sunday) / 451;
    let day_count = epact + to_sunday - 7 * late + 114;
    let month = u32::try_from(day_count / 31).ok()?;
    let day = u32::try_from(day_count % 31 + 1).ok()?;
    Date::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_of_known_years() {
        for (year, month, day) in
            [(1900, 4, 15), (2023, 4, 9), (2026, 4, 5), (2028, 4, 16), (2038, 4, 25), (2100, 3, 28)]
        {
            assert_eq!(easter_sunday(year), Date::new(year, month, day));
        }
    }

    #[test]
    fn great_prayer_day_ends_with_2023() {
        assert_eq!(holiday(Date::new(2023, 5, 5).unwrap()), Some(Holiday::GreatPrayerDay));
        assert_eq!(holiday(Date::new(2024, 4, 26).unwrap()), None);
    }

    #[test]
    fn whit_monday_can_be_constitution_day() {
        let day = Date::new(2028, 6, 5).unwrap();
        assert_eq!(holiday(day), Some(Holiday::WhitMonday));
        assert_eq!(closed_day(day), Some(ClosedDay::ConstitutionDay));
    }

    #[test]
    fn days_on_which_offices_close_are_told_apart() {
        let closed = |text| closed_day(Date::parse(text).unwrap());
        assert_eq!(closed("2026-12-24"), Some(ClosedDay::ChristmasEve));
        assert_eq!(closed("2026-12-31"), Some(ClosedDay::NewYearsEve));
        assert_eq!(closed("2026-05-15"), Some(ClosedDay::DayAfterAscension));
        assert_eq!(closed("2026-05-14"), None);
    }
}
