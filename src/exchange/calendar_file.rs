//! Days as a calendar file (iCalendar, RFC 5545) that every calendar program reads.
//!
//! Written by hand: a crate for it would cost every visitor some 7 kB for the 40 lines needed.
//! Two foreign parsers read what is written here in `tests/calendar_files.rs`.

use crate::rules::date::Date;
use crate::rules::respite::Stay;
use crate::text::words::{Language, Words};

/// The most octets of a line, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;
/// By what a plan without a title is known, whatever it is called in the language of the reader.
const UNTITLED: &str = "Aflastning";
const SECONDS_OF_A_DAY: u32 = 24 * 60 * 60;
/// Whole days begin at midnight; nobody is woken by a reminder.
const HOUR_OF_REMINDERS: u32 = 9;

/// A moment in coordinated universal time (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    date: Date,
    second: u32,
}

impl Stamp {
    /// The moment on this date in UTC, so many seconds after midnight, if the day has so many.
    pub fn new(date: Date, second: u32) -> Option<Stamp> {
        (second < SECONDS_OF_A_DAY).then_some(Stamp { date, second })
    }

    /// Minutes since the beginning of 2020; 0 before it.
    ///
    /// A file written later has a higher number, so a calendar takes it for the newer one
    /// although nothing here remembers how often a file was written.
    fn sequence(self) -> u32 {
        let days = Date::new(2020, 1, 1).map_or(0, |beginning| beginning.days_until(self.date));
        let Ok(days) = u32::try_from(days) else { return 0 };
        days.saturating_mul(24 * 60).saturating_add(self.second / 60)
    }

    /// `20261122T093000Z`.
    fn text(self) -> String {
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        format!("{}T{hour:02}{minute:02}{second:02}Z", compact(self.date))
    }
}

/// A calendar file to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// When it is written. Of two files the later one wins.
    pub stamp: Stamp,
    /// In which language its texts are.
    pub language: Language,
    /// What happens on which days.
    pub events: Vec<Event>,
}

/// Something that lasts one day or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What stays the same when the event is written again, in any words: a calendar updates the
    /// event that it knows by this, and adds any other. No two events of a file may share it.
    pub uid_source: UidSource,
    /// The first day.
    pub from: Date,
    /// The last day, not before `from`.
    pub to: Date,
    /// The title.
    pub summary: String,
    /// More than the title, or nothing.
    pub description: String,
    /// Whether calendars should take it away.
    pub cancelled: bool,
    /// So many days before the first day the calendar reminds of it, at nine in the morning; none
    /// for no reminder.
    pub remind_days_before: Option<u32>,
}

/// What an event's lasting name (UID) is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UidSource {
    /// Whose or what event: two calendars that meet in one program differ in this.
    pub title: String,
    /// The day by which it is known; for a stay the arrival.
    pub day: Date,
    /// 1, or one more for each event before it with the same title and day.
    pub number: u32,
}

impl UidSource {
    /// The UID: a hash of the title, so that the name carries no text of its own, the day, and
    /// the number if it is not the first.
    fn uid(&self) -> String {
        let number = match self.number {
            0 | 1 => String::new(),
            number => format!("-{number}"),
        };
        format!("{:016x}-{}{number}@botilbud", hash(&self.title), compact(self.day))
    }
}

impl CalendarFile {
    /// The stays of a plan under the title that the person chose, and the stays that were in an
    /// earlier file and are no more.
    ///
    /// A stay is known by title and arrival. So a deleted one is left out when the plan has a stay
    /// with the same arrival: to a calendar they are one event, and it was moved, not cancelled.
    pub fn of_plan(
        title: &str,
        stays: &[Stay],
        deleted: &[Stay],
        stamp: Stamp,
        language: Language,
        words: &Words,
    ) -> CalendarFile {
        let w = &words.exchange;
        let title = plain(title);
        let (title, known_by) = match title.trim() {
            "" => (w.untitled, UNTITLED),
            title => (title, title),
        };
        let mut events: Vec<Event> = Vec::new();
        for (list, cancelled) in [(stays, false), (deleted, true)] {
            for (place, stay) in list.iter().enumerate() {
                let uid_source = UidSource {
                    title: known_by.to_owned(),
                    day: stay.arrival(),
                    number: number(list, place),
                };
                if cancelled && events.iter().any(|event| event.uid_source == uid_source) {
                    continue;
                }
                events.push(Event {
                    uid_source,
                    from: stay.arrival(),
                    to: stay.departure(),
                    summary: title.to_owned(),
                    description: w.stay_description(stay.days()),
                    cancelled,
                    remind_days_before: None,
                });
            }
        }
        CalendarFile { stamp, language, events }
    }
}

/// How many stays up to this one, in order of departure, have its arrival. Two have the same only
/// when one of them lasts a day and the other follows on that day.
fn number(stays: &[Stay], place: usize) -> u32 {
    let Some(stay) = stays.get(place) else { return 1 };
    let before = stays.iter().enumerate().filter(|(other_place, other)| {
        let earlier = (other.departure(), *other_place) < (stay.departure(), place);
        other.arrival() == stay.arrival() && earlier
    });
    u32::try_from(before.count()).unwrap_or(u32::MAX).saturating_add(1)
}

/// The text of a calendar file.
pub fn write(file: &CalendarFile) -> String {
    let mut lines = Lines(String::new());
    lines.line("BEGIN:VCALENDAR");
    lines.line("VERSION:2.0");
    let language = file.language.code();
    // Such a name ends with a language alone, without what kind of it.
    let spoken = language.split('-').next().unwrap_or_default().to_ascii_uppercase();
    lines.property("PRODID:-//botilbud//aflastning//", &spoken);
    lines.line("CALSCALE:GREGORIAN");
    lines.line("METHOD:PUBLISH");
    for event in &file.events {
        lines.event(event, file.stamp, language);
    }
    lines.line("END:VCALENDAR");
    lines.0
}

/// Lines of a calendar file.
struct Lines(String);

impl Lines {
    fn event(&mut self, event: &Event, stamp: Stamp, language: &str) {
        self.line("BEGIN:VEVENT");
        self.property("UID:", &event.uid_source.uid());
        self.property("DTSTAMP:", &stamp.text());
        self.property("SEQUENCE:", &stamp.sequence().to_string());
        self.property("DTSTART;VALUE=DATE:", &compact(event.from));
        // The end of an event is the first day after it.
        self.property("DTEND;VALUE=DATE:", &compact(event.to.plus_days(1)));
        self.text("SUMMARY", language, &event.summary);
        if !event.description.is_empty() {
            self.text("DESCRIPTION", language, &event.description);
        }
        self.line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        // Nobody is busy all day because of it: during a stay the relative is free, and a deadline
        // is one matter among others.
        self.line("TRANSP:TRANSPARENT");
        if let Some(days) = event.remind_days_before.filter(|_| !event.cancelled) {
            self.reminder(days, language, &event.summary);
        }
        self.line("END:VEVENT");
    }

    /// A reminder (RFC 5545, 3.6.6). What it counts back from is the midnight at which the event
    /// begins, so nine o'clock two days before is one day and fifteen hours back.
    fn reminder(&mut self, days_before: u32, language: &str, text: &str) {
        let hours = days_before.saturating_mul(24).saturating_sub(HOUR_OF_REMINDERS);
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.text("DESCRIPTION", language, text);
        self.line(&format!("TRIGGER:-P{}DT{}H", hours / 24, hours % 24));
        self.line("END:VALARM");
    }

    fn text(&mut self, name: &str, language: &str, text: &str) {
        self.property(&format!("{name};LANGUAGE={language}:"), &escaped(text));
    }

    fn property(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}{value}"));
    }

    /// A line, folded: what is too long goes on in the next line after a space. No character is
    /// cut in two, as some programs read line by line.
    fn line(&mut self, text: &str) {
        let mut length = 0_usize;
        for character in text.chars() {
            let octets = character.len_utf8();
            if length.saturating_add(octets) > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length = length.saturating_add(octets);
        }
        self.0.push_str("\r\n");
    }
}

/// `20260306`.
fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A text without control characters, except line breaks, which become one `\n` each.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|character| *character == '\n' || !character.is_control()).collect()
}

/// A text as a value: the signs that would end it have a backslash before them.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for character in plain(text).chars() {
        match character {
            '\n' => value.push_str("\\n"),
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(character);
            }
            other => value.push(other),
        }
    }
    value
}

/// FNV-1a, 64 bits: the same in every version of the program and of its tools.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::{DA, Who};

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn stay(arrival: &str, departure: &str) -> Stay {
        Stay::new(date(arrival), date(departure)).unwrap()
    }

    fn stamp() -> Stamp {
        Stamp::new(date("2026-11-22"), 9 * 3600 + 5 * 60 + 7).unwrap()
    }

    fn written(title: &str, stays: &[Stay], deleted: &[Stay]) -> String {
        write(&CalendarFile::of_plan(title, stays, deleted, stamp(), Language::Danish, &DA))
    }

    /// The UIDs of a file, cancelled ones with a minus.
    fn uids(text: &str) -> Vec<String> {
        let events = text.split("BEGIN:VEVENT\r\n").skip(1);
        events
            .map(|event| {
                let uid = event.lines().next().unwrap().strip_prefix("UID:").unwrap();
                let sign = if event.contains("STATUS:CANCELLED") { "-" } else { "" };
                format!("{sign}{uid}")
            })
            .collect()
    }

    #[test]
    fn a_stay_is_an_event_of_whole_days() {
        let text = written("Aflastning for Bo", &[stay("2026-03-06", "2026-03-09")], &[]);
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//botilbud//aflastning//DA",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:05e758dcdb34b68a-20260306@botilbud",
            "DTSTAMP:20261122T090507Z",
            "SEQUENCE:3625025",
            "DTSTART;VALUE=DATE:20260306",
            "DTEND;VALUE=DATE:20260310",
            "SUMMARY;LANGUAGE=da:Aflastning for Bo",
            "DESCRIPTION;LANGUAGE=da:4 døgn. Ankomstdag og afrejsedag tæller begge med.",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        let text = text.replace("\r\n ", "");
        assert_eq!(text.split("\r\n").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_longer_stay_is_the_same_event_and_another_title_another_one() {
        let before = uids(&written("Bo", &[stay("2026-03-06", "2026-03-09")], &[]));
        let longer = uids(&written(" Bo\u{7} ", &[stay("2026-03-06", "2026-03-12")], &[]));
        let other_title = uids(&written("Ida", &[stay("2026-03-06", "2026-03-09")], &[]));
        let other_year = uids(&written("Bo", &[stay("2027-03-06", "2027-03-09")], &[]));
        assert_eq!(before, longer);
        assert_ne!(before, other_title);
        assert_ne!(before, other_year);
    }

    #[test]
    fn deleted_stays_are_cancelled_unless_the_plan_has_their_event() {
        let kept = stay("2026-03-06", "2026-03-09");
        let earlier = stay("2026-03-06", "2026-03-07");
        let gone = stay("2026-04-03", "2026-04-07");
        let uids = uids(&written("Bo", &[kept], &[earlier, gone]));
        assert_eq!(uids.len(), 2);
        assert!(uids[0].contains("-20260306@") && !uids[0].starts_with('-'));
        assert!(uids[1].contains("-20260403@") && uids[1].starts_with('-'));
    }

    #[test]
    fn two_stays_that_arrive_on_one_day_are_two_events_in_whatever_order() {
        let stays = [stay("2026-03-06", "2026-03-09"), stay("2026-03-06", "2026-03-06")];
        let [long, short] = uids(&written("Bo", &stays, &[])).try_into().unwrap();
        assert!(long.ends_with("-20260306-2@botilbud") && short.ends_with("-20260306@botilbud"));
        let twice = uids(&written("Bo", &[stays[1], stays[1]], &[]));
        assert_ne!(twice[0], twice[1]);
    }

    #[test]
    fn a_later_file_has_a_higher_sequence() {
        let at = |day: &str, second| Stamp::new(date(day), second).unwrap().sequence();
        assert_eq!(at("2020-01-01", 59), 0);
        assert_eq!(at("2019-12-31", 86_399), 0);
        assert_eq!(at("2020-01-02", 60), 1_441);
        assert!(at("2100-12-31", 86_399) < i32::MAX.unsigned_abs());
        assert_eq!(Stamp::new(date("2026-01-01"), 86_400), None);
    }

    #[test]
    fn a_plan_without_a_title_gets_one() {
        let text = written(" \u{1}\n", &[stay("2026-03-06", "2026-03-09")], &[]);
        assert!(text.contains("SUMMARY;LANGUAGE=da:Aflastning\r\n"));
    }

    #[test]
    fn a_file_in_another_language_says_so_and_is_about_the_same_events() {
        let stays = [stay("2026-03-06", "2026-03-09")];
        let written = |language: Language| {
            let words = language.edition().words(Who::Close);
            write(&CalendarFile::of_plan("", &stays, &[], stamp(), language, words))
        };
        for (language, program, tag) in [
            (Language::Danish, "DA", "da"),
            (Language::EasyDanish, "DA", "da-simple"),
            (Language::English, "EN", "en"),
        ] {
            let text = written(language);
            assert!(text.contains(&format!("PRODID:-//botilbud//aflastning//{program}\r\n")));
            assert_eq!(text.matches(&format!(";LANGUAGE={tag}:")).count(), 2, "{text}");
            assert_eq!(uids(&text), uids(&written(Language::Danish)));
        }
    }

    #[test]
    fn values_are_escaped() {
        assert_eq!(
            escaped("a\\n, b; c\r\nd\re\u{0}\t\u{7f}f:\"å\""),
            "a\\\\n\\, b\\; c\\nd\\nef:\"å\""
        );
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines(String::new());
        lines.line(&"a".repeat(75));
        assert_eq!(lines.0, format!("{}\r\n", "a".repeat(75)));
        let mut lines = Lines(String::new());
        lines.line(&format!("{}åb", "a".repeat(74)));
        assert_eq!(lines.0, format!("{}\r\n åb\r\n", "a".repeat(74)));
    }
}
