//! The names of days on which no deadline ends, or nobody may be there.

use crate::rules::date::Date;
use crate::rules::deadlines::Complaint;
use crate::rules::holidays::{ClosedDay, Holiday, closed_day, holiday, open_day_before};
use crate::text::format::long_date;
use crate::text::words::Words;

/// The days from the safest date to the deadline on which no deadline ends.
pub fn days_off(result: &Complaint) -> impl Iterator<Item = Date> {
    let last = result.deadline;
    let days = std::iter::successors(Some(result.four_weeks), |date| Some(date.plus_days(1)));
    days.take_while(move |date| *date < last)
}

/// Why a deadline does not end on a date: the holiday, or that it is a weekend.
pub fn reason(date: Date, words: &Words) -> &'static str {
    holiday(date).map_or(words.dates.complaint.weekend, |holiday| holiday_name(holiday, words))
}

/// The name of a public holiday.
pub fn holiday_name(holiday: Holiday, words: &Words) -> &'static str {
    let words = &words.dates.holidays;
    match holiday {
        Holiday::NewYearsDay => words.new_years_day,
        Holiday::MaundyThursday => words.maundy_thursday,
        Holiday::GoodFriday => words.good_friday,
        Holiday::EasterSunday => words.easter_sunday,
        Holiday::EasterMonday => words.easter_monday,
        Holiday::GreatPrayerDay => words.great_prayer_day,
        Holiday::AscensionDay => words.ascension_day,
        Holiday::WhitSunday => words.whit_sunday,
        Holiday::WhitMonday => words.whit_monday,
        Holiday::ChristmasDay => words.christmas_day,
        Holiday::SecondChristmasDay => words.second_christmas_day,
    }
}

/// Why an office may be closed on a date that is no day off; nothing on any other date.
pub fn closed_day_name(date: Date, words: &Words) -> &'static str {
    let words = &words.dates.closed_days;
    match closed_day(date) {
        Some(ClosedDay::ConstitutionDay) => words.constitution_day,
        Some(ClosedDay::ChristmasEve) => words.christmas_eve,
        Some(ClosedDay::NewYearsEve) => words.new_years_eve,
        Some(ClosedDay::DayAfterAscension) => words.day_after_ascension,
        None => "",
    }
}

/// That the office may be closed on the deadline, why, and until when to be on the safe side.
pub fn office_may_be_closed(deadline: Date, words: &Words) -> String {
    let before = long_date(open_day_before(deadline), words);
    let reason = closed_day_name(deadline, words);
    words.dates.complaint.office(long_date(deadline, words), reason, before)
}
