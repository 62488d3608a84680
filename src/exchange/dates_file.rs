//! A complaint deadline and follow-ups as calendar files.
//!
//! A calendar may be seen by others, so the titles say no more than is needed to act on the day:
//! neither what was decided nor where anybody lives. The events are known by what they are and by
//! the day they are counted from, so that a file written again updates them.

use super::calendar_file::{CalendarFile, Event, Stamp, UidSource};
use crate::request::{Decision, MoveIn};
use crate::rules::date::Date;
use crate::rules::deadlines::{Complaint, FollowUps};
use crate::rules::standard::{Contacts, Standard};
use crate::text::format::short_date;
use crate::text::words::{Language, Words};

/// How many days before the safest date and the deadline a calendar reminds of them.
pub const REMIND_DAYS_BEFORE: u32 = 2;

/// What of a result goes into a calendar: that which is not past.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    /// Days before this one are left out.
    pub today: Date,
    /// The moment of writing.
    pub stamp: Stamp,
    /// Where to turn.
    pub standard: &'a Standard,
    /// The reader's language.
    pub language: Language,
    /// Its words.
    pub words: &'a Words,
}

/// Whether a complaint has a day left to be written.
pub fn has_deadline_ahead(result: &Complaint, today: Date) -> bool {
    today <= result.deadline
}

/// The safest date and, where it is another, the deadline; each with a reminder.
pub fn of_complaint(decision: &Decision, result: &Complaint, writing: Writing) -> CalendarFile {
    let words = &writing.words.exchange.dates;
    let Contacts { department, street, town, mail, .. } = &writing.standard.contacts;
    let send = words.send(department, street, town, mail);
    let title = words.safest(short_date(result.four_weeks, writing.words));
    let mut days = vec![("complaint-safest", result.four_weeks, title, words.safest_about)];
    if result.deadline != result.four_weeks {
        let title = words.deadline(short_date(result.deadline, writing.words));
        days.push(("complaint-deadline", result.deadline, title, words.deadline_about));
    }
    let mut events = Vec::new();
    for (kind, day, title, about) in days {
        if day >= writing.today {
            let uid = uid(kind, decision.received, 1);
            let description = format!("{about} {send} {}", words.letter_first);
            let remind_days_before = Some(REMIND_DAYS_BEFORE);
            events.push(Event { remind_days_before, ..event(uid, day, &title, description) });
        }
    }
    CalendarFile { stamp: writing.stamp, language: writing.language, events }
}

/// The follow-ups still to come, each with its date by the other reading.
pub fn of_follow_ups(
    move_in: &MoveIn,
    result: &FollowUps,
    from_move_in: &[Date],
    writing: Writing,
) -> CalendarFile {
    let words = &writing.words.exchange.dates;
    let title = words.follow_up(&writing.standard.municipality);
    let mut events = Vec::new();
    for (number, (day, other)) in (1..).zip(result.dates.iter().zip(from_move_in)) {
        if *day < writing.today {
            continue;
        }
        let mut description = words.follow_up_about(number);
        if other != day {
            description.push(' ');
            description.push_str(&words.follow_up_other(short_date(*other, writing.words)));
        }
        let uid = uid("follow-up", move_in.moved_in, number);
        events.push(event(uid, *day, &title, description));
    }
    CalendarFile { stamp: writing.stamp, language: writing.language, events }
}

/// What an event is, and the day it is counted from.
fn uid(kind: &str, counted_from: Date, number: u32) -> UidSource {
    UidSource { title: kind.to_owned(), day: counted_from, number }
}

/// An event of one whole day.
fn event(uid_source: UidSource, day: Date, summary: &str, description: String) -> Event {
    Event {
        uid_source,
        from: day,
        to: day,
        summary: summary.to_owned(),
        description,
        cancelled: false,
        remind_days_before: None,
    }
}
