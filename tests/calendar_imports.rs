//! Calendars from anywhere: whatever a file holds, reading it ends soon and well.
#![cfg(not(target_arch = "wasm32"))]

use botilbud::exchange::calendar_import::{
    ImportError, Imported, LARGEST_FILE, LONGEST_TITLE, MOST_EVENTS, MOST_RANGES, Why, read,
    why_words,
};
use botilbud::rules::date::{Date, DateRange};
use botilbud::text::words::DA;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

const RANDOM_FILES: u32 = 100_000;

fn window() -> DateRange {
    let date = |text| Date::parse(text).unwrap();
    DateRange::new(date("2026-01-01"), date("2028-12-31")).unwrap()
}

/// A file with everything that is read, as several programs write it.
const SAMPLE: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n\
    BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\n\
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
    BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260706\r\nDTEND;VALUE=DATE:20260720\r\n\
    SUMMARY;LANGUAGE=da:Ferie\\, i Sønder\r\n jylland\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:2\r\nDTSTART;TZID=\"Europe/Copenhagen\":20260306T180000\r\n\
    DURATION:P1DT2H\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SU;COUNT=20;WKST=MO\r\n\
    EXDATE;TZID=Europe/Copenhagen:20260320T180000,20260403T180000\r\nSUMMARY:Vagt\r\n\
    BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDURATION:PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:2\r\nRECURRENCE-ID:20260322T170000Z\r\nDTSTART:20260324T220000Z\r\n\
    DTEND:20260325T230000Z\r\nSUMMARY:Flyttet vagt\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:3\r\nDTSTART;VALUE=DATE:19990224\r\nRRULE:FREQ=YEARLY\r\n\
    RDATE;VALUE=DATE:20260301\r\nSUMMARY:Fødselsdag\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:4\r\nDTSTART:20260101T000000Z\r\n\
    RRULE:FREQ=DAILY;INTERVAL=9;UNTIL=20261231T235959Z\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

/// What always holds of what was read.
fn check(file: &[u8]) -> Option<Imported> {
    let imported = match read(file, window()) {
        Ok(imported) => imported,
        Err(ImportError::TooBig | ImportError::NotACalendar) => return None,
    };
    assert!(imported.ranges.len() <= MOST_RANGES);
    assert!(imported.left_out.len() <= MOST_EVENTS);
    let ranges = imported.ranges.iter();
    for (title, range) in ranges.map(|found| (&found.title, found.range)) {
        assert!(range.from <= range.to && range.intersection(window()).is_some());
        assert!(Date::FIRST <= range.from && range.to <= Date::LAST);
        assert!(title.chars().count() <= LONGEST_TITLE && !title.contains(char::is_control));
    }
    for left in &imported.left_out {
        assert!(why_words(&left.why, &DA).ends_with('.'));
    }
    Some(imported)
}

#[test]
fn the_sample_is_read_whole() {
    let imported = check(SAMPLE.as_bytes()).unwrap();
    assert_eq!(imported.left_out, []);
    let days = |title: &str| imported.ranges.iter().filter(|found| found.title == title).count();
    assert_eq!(days("Ferie, i Sønderjylland"), 1);
    // Twenty, less two called off, one of them moved to another day.
    assert_eq!((days("Vagt"), days("Flyttet vagt")), (17, 1));
    assert_eq!(days("Fødselsdag"), 3 + 1);
    assert_eq!(days(""), 41);
}

// ---- Random files ----
//
// Made from random bytes by hand: generating as many texts by pattern takes longer than reading.

const PIECES: [&str; 30] = [
    "\r\n",
    "\n ",
    "\r",
    "\0",
    ":",
    ";",
    "\"",
    ",",
    "\\",
    "=",
    "0",
    "9",
    "-",
    "P",
    "T",
    "Z",
    "BEGIN:VEVENT\n",
    "END:VEVENT\n",
    "BEGIN:X\n",
    "END:X\n",
    "INTERVAL=0;",
    "COUNT=1000000;",
    "DURATION:P999999999W\n",
    "RRULE:FREQ=DAILY\n",
    "EXDATE:20260306\n",
    "\u{feff}å",
    "99991231",
    "00010101",
    "20260230",
    "RECURRENCE-ID:20260306T180000\n",
];

/// The sample with bytes changed, taken out, put in, doubled or moved.
fn mutated(dice: &[u8]) -> Vec<u8> {
    let mut file = SAMPLE.as_bytes().to_vec();
    for throw in dice.chunks_exact(4) {
        let place = usize::from(u16::from_be_bytes([throw[0], throw[1]])) % (file.len() + 1);
        let end = (place + usize::from(throw[2]) % 30).min(file.len());
        let piece = PIECES[usize::from(throw[2]) % PIECES.len()];
        match throw[3] % 4 {
            0 => drop(file.splice(place..end, piece.bytes())),
            1 => drop(file.splice(place..place, piece.bytes())),
            2 => drop(file.splice(place..(place + 1).min(end), [throw[2]])),
            _ => {
                let moved: Vec<u8> = file.drain(place..end).collect();
                let to = file.len() / 2;
                file.splice(to..to, moved);
            }
        }
    }
    file
}

const NAMES: [&str; 12] = [
    "DTSTART",
    "DTSTART",
    "DTSTART;VALUE=DATE",
    "DTEND",
    "DURATION",
    "RRULE",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "SUMMARY",
    "END:VEVENT\nBEGIN:VEVENT\nUID",
];
const FREQUENCIES: [&str; 5] =
    ["DAILY", "WEEKLY", "YEARLY", "MONTHLY", "WEEKLY;BYDAY=MO,TU,WE,TH,FR"];

/// A calendar of lines with known names and values that are nearly right.
fn nearly_right(dice: &[u8]) -> Vec<u8> {
    let mut text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n".to_owned();
    for throw in dice.chunks_exact(4) {
        let name = NAMES[usize::from(throw[0]) % NAMES.len()];
        let [kind, a, b] = [throw[1], throw[2], throw[3]];
        let value = match (name, kind % 8) {
            (_, 0) => String::from_utf8_lossy(throw).into_owned(),
            ("RRULE", kind) => {
                let frequency = FREQUENCIES[usize::from(a) % FREQUENCIES.len()];
                let end = ["", ";COUNT=", ";INTERVAL=", ";UNTIL=202610"];
                let number = if kind % 4 == 0 { String::new() } else { (10 + b % 30).to_string() };
                format!("FREQ={frequency}{}{number}", end[usize::from(kind) % 4])
            }
            ("DURATION", _) => {
                format!("P{}{}", i16::from(a) - 9, ["D", "W", "TH", ""][usize::from(b) % 4])
            }
            (_, kind) => {
                let time = ["", "", "T000000", "T233000Z", "T180000", "T250000"];
                let time = time[usize::from(kind) % time.len()];
                format!("{}{:02}{:02}{time}", 2025 + u32::from(kind) % 3, a % 14, b % 32)
            }
        };
        text.push_str(&format!("{name}:{value}\n"));
    }
    text.push_str("END:VEVENT\nEND:VCALENDAR\n");
    text.into_bytes()
}

/// The file that these bytes stand for.
fn file(kind: u8, dice: &[u8]) -> Vec<u8> {
    match kind {
        0 => dice.to_vec(),
        1 => [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", dice].concat(),
        2..=4 => mutated(dice),
        _ => nearly_right(dice),
    }
}

#[test]
fn no_file_whatever_breaks_the_reader() {
    let files = (0..8_u8, vec(any::<u8>(), 0..30));
    let config = Config {
        cases: RANDOM_FILES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(107),
        ..Config::default()
    };
    let (taken_in, left_out) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let outcome = TestRunner::new(config).run(&files, |(kind, dice)| {
        if let Some(imported) = check(&file(kind, &dice)) {
            taken_in.set(taken_in.get() + usize::from(!imported.ranges.is_empty()));
            left_out.set(left_out.get() + usize::from(!imported.left_out.is_empty()));
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    let (taken_in, left_out) = (taken_in.get(), left_out.get());
    assert!(taken_in > 20_000 && left_out > 20_000, "{taken_in} taken in, {left_out} left out");
}

// ---- Files made to be hard ----

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:a\nDTSTART:20260306\n{lines}END:VEVENT\n")
}

/// As often as it fits into the largest file.
fn filled(part: &str) -> String {
    part.repeat((LARGEST_FILE - 200) / part.len())
}

#[test]
fn hostile_files_are_read_to_their_end() {
    let many_dates = format!("EXDATE:20260307{}\n", filled(",20260307"));
    let hostile = [
        calendar(&event(&many_dates)),
        calendar(&event(&format!("RRULE:FREQ=DAILY\n{many_dates}"))),
        calendar(&event(&many_dates.replace("EXDATE", "RDATE"))),
        calendar(&event(&filled("RRULE:FREQ=DAILY;COUNT=1000000\n"))),
        calendar(&event(&format!("SUMMARY:{}\n", filled("\\n")))),
        calendar(&event(&format!("RRULE:{}\n", filled("FREQ=WEEKLY;")))),
        calendar(&event(&format!("DURATION:P{}D\n", filled("9")))),
        calendar(&event(&format!("X{}:1\n", filled(";A=\"b\"")))),
        calendar(&event(&filled("BEGIN:VALARM\n"))),
        calendar(&filled("BEGIN:X\n")),
        calendar(&filled("BEGIN:VCALENDAR\n")),
        calendar(&filled("END:VEVENT\n")),
        calendar(&filled("\0")),
        calendar(&filled("\n ")),
        calendar(&filled("\r")),
        calendar(&filled(":\n")),
        format!("BEGIN:VCALENDAR\nBEGIN:VEVENT{}", filled("\n ")),
        "BEGIN:VCALENDAR\n ".to_owned(),
        "\u{feff}BEGIN:VCALENDAR".to_owned(),
    ];
    for file in hostile {
        assert!(file.len() <= LARGEST_FILE);
        check(file.as_bytes());
    }
}

#[test]
fn many_hostile_events_are_read_to_their_end() {
    let old = "DTSTART:19000101T000000Z\nDURATION:P366D\nRRULE:FREQ=DAILY;COUNT=1000000\n";
    let never = "DTSTART:00010101\nRRULE:FREQ=YEARLY;INTERVAL=1\n";
    let replaced = "RRULE:FREQ=DAILY\nEXDATE:20260307\nRECURRENCE-ID:20260308\n";
    let series = event("RRULE:FREQ=DAILY\n").repeat(1_000);
    let changes = event("RECURRENCE-ID:20260308\n").repeat(1_000);
    for events in [
        event(old).repeat(MOST_EVENTS),
        event(never).repeat(MOST_EVENTS),
        event(replaced).repeat(MOST_EVENTS),
        format!("{series}{changes}"),
    ] {
        assert!(check(calendar(&events).as_bytes()).is_some());
    }
}

#[test]
fn the_worst_rules_have_their_reasons() {
    for (lines, why) in [
        ("RRULE:FREQ=DAILY;INTERVAL=0\n", Why::RepeatsInAWayWeCannotRead),
        ("RRULE:FREQ=DAILY;COUNT=99999999999999999999\n", Why::RepeatsInAWayWeCannotRead),
        ("RRULE:FREQ=SECONDLY;COUNT=1000000\n", Why::RepeatsInAWayWeCannotRead),
        ("RRULE:FREQ=DAILY;COUNT=1000000\n", Why::TooMany),
        ("DURATION:P999999999999999999W\n", Why::UnreadableDate),
    ] {
        let imported = check(calendar(&event(lines)).as_bytes()).unwrap();
        assert_eq!(imported.left_out[0].why, why, "{lines}");
    }
}
