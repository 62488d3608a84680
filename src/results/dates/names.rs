//! The names of days on which no deadline ends, or nobody may be there.

use crate::draft::Context;
use crate::html::parts::cited_text;
use crate::rules::date::Date;
use crate::rules::deadlines::{Complaint, Note};
use crate::rules::holidays::{ClosedDay, Holiday, closed_day, holiday};
use crate::rules::standard::{ClosingDays, ParameterId};
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

/// The name of a day on which public offices are often closed.
fn closed_day_name(day: ClosedDay, words: &Words) -> &'static str {
    let words = &words.dates.closed_days;
    match day {
        ClosedDay::ConstitutionDay => words.constitution_day,
        ClosedDay::ChristmasEve => words.christmas_eve,
        ClosedDay::NewYearsEve => words.new_years_eve,
        ClosedDay::DayAfterAscension => words.day_after_ascension,
    }
}

/// What the municipality calls its closing days.
pub fn closing_name<'a>(closed: &'a ClosingDays, words: &Words) -> &'a str {
    closed.name.as_deref().unwrap_or(words.dates.closing_day)
}

/// That the office is closed on the deadline, as the municipality has said, or may be, why, and
/// until when to be on the safe side.
pub fn office_warning(deadline: Date, context: Context) -> String {
    let words = &context.words.dates.complaint;
    let contacts = &context.standard.contacts;
    // An office that is closed for months is asked by telephone.
    let before = contacts.last_open_day_before(deadline).unwrap_or(deadline);
    let [day, before] = [deadline, before].map(|date| long_date(date, context.words));
    match (contacts.closed_on(deadline), closed_day(deadline)) {
        (Some(closed), _) => words.office_closed(day, closing_name(closed, context.words), before),
        (None, Some(often)) => words.office(day, closed_day_name(often, context.words), before),
        (None, None) => String::new(),
    }
}

/// What a person should know about a deadline: what the rules say, and that the office is closed
/// when the municipality has said so.
pub fn notes(result: &Complaint, context: Context) -> Vec<Note> {
    let closed = context.standard.contacts.closed_on(result.deadline).is_some();
    let holds =
        |note: &&Note| result.notes.contains(note) || **note == Note::OfficeMayBeClosed && closed;
    Note::ALL.iter().filter(holds).copied().collect()
}

/// Where it stands until when one can complain.
pub fn complaint_source(received: Date, context: Context) -> String {
    let entry = context.standard.entry(ParameterId::ComplaintDays, received);
    entry.map_or_else(String::new, |entry| cited_text(&entry.source, context))
}
