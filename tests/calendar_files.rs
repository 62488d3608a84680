//! Calendar files as other programs read them: `ical.js` in Node, and the crate `icalendar`.
//!
//! Many random plans are written into one file for Node, as starting it takes longer than reading.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use botilbud::exchange::calendar_file::{CalendarFile, Event, Stamp, UidSource, write};
use botilbud::exchange::calendar_import::{Why, read};
use botilbud::exchange::dates_file::{Writing, of_complaint, of_follow_ups};
use botilbud::request::{Decision, MoveIn, ask};
use botilbud::rules::date::{Date, DateRange};
use botilbud::rules::offer::Housing;
use botilbud::rules::respite::{Stay, sorted};
use botilbud::rules::standard::Standard;
use botilbud::text::words::{Language, Who};
use icalendar::Component;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{Value, json};

const PLANS: usize = 200;
const REPEATING_EVENTS: usize = 400;

/// So many random values, the same in every run.
fn some<S: Strategy>(count: usize, strategy: S) -> Vec<S::Value> {
    let config = Config { rng_seed: RngSeed::Fixed(107), ..Config::default() };
    let mut runner = TestRunner::new(config);
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn stamp() -> Stamp {
    Stamp::new(date("2026-11-22"), 34_567).unwrap()
}

/// What ical.js reads: for each file its events.
fn in_ical_js(name: &str, files: &[String], last: Option<Date>) -> Vec<Vec<Value>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let batch = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    fs::write(&batch, json!(files).to_string()).unwrap();
    let mut node = Command::new("node");
    node.current_dir(root).arg("tools/read_ics.mjs").arg(&batch).args(last.map(Date::iso));
    let output = node.output().unwrap_or_else(|error| {
        panic!("Node.js is needed for the tests of calendar files, and does not start: {error}")
    });
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        !complaint.contains("ERR_MODULE_NOT_FOUND"),
        "The npm package ical.js is missing: run npm ci.\n{complaint}"
    );
    assert!(output.status.success(), "ical.js refuses a file:\n{complaint}");
    serde_json::from_slice(&output.stdout).unwrap()
}

// ---- Written here, read there ----

/// A plan, and stays that are no longer in it.
#[derive(Clone, Debug)]
struct Written {
    title: String,
    plan: Vec<Stay>,
    deleted: Vec<Stay>,
}

impl Written {
    fn text(&self) -> String {
        self.text_in(Language::Danish)
    }

    fn text_in(&self, language: Language) -> String {
        let Written { title, plan, deleted } = self;
        let words = language.edition().words(Who::Close);
        write(&CalendarFile::of_plan(title, plan, deleted, stamp(), language, words))
    }

    /// The arrivals of the deleted stays that should be cancelled.
    fn cancelled(&self) -> BTreeSet<Date> {
        let arrivals = |stays: &[Stay]| -> BTreeSet<Date> {
            stays.iter().map(|stay| stay.arrival()).collect()
        };
        &arrivals(&self.deleted) - &arrivals(&self.plan)
    }
}

/// Titles with everything that must be escaped or folded, without space at the ends.
fn titles() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zæøåA-ZÆØÅ][ a-zæøå,;\\\\\n\":=^]{0,60}[.!]",
        "[æøå€🏡👨‍👩‍👧,;\\\\]{199}x",
        "\\PC{1,80}x",
        "[aå🏡\u{0}\u{7}\u{1b}\u{7f}\t]{0,90}x",
        Just("BEGIN:VEVENT\nEND:VCALENDAR".to_owned()),
        Just("Aflastning, Bo".to_owned()),
    ]
}

fn plans() -> impl Strategy<Value = Written> {
    let steps = vec((prop_oneof![Just(1), 1..4_i32, 1..90_i32], 0..20_i32), 1..14);
    (titles(), 0..1_400_i32, steps).prop_flat_map(|(title, start, steps)| {
        let mut last_departure = date("2025-06-01").plus_days(start);
        let mut stays = Vec::new();
        for (gap, nights) in steps {
            let arrival = last_departure.plus_days(gap);
            last_departure = arrival.plus_days(nights);
            stays.push(Stay::new(arrival, last_departure).unwrap());
        }
        let count = stays.len();
        let some = || subsequence(stays.clone(), 0..=count);
        (some(), some()).prop_map(move |(plan, deleted)| Written {
            title: title.clone(),
            plan,
            deleted,
        })
    })
}

/// The title as it should arrive: no control characters but line breaks.
fn expected_title(title: &str) -> String {
    let plain = title.chars().filter(|sign| *sign == '\n' || !sign.is_control());
    plain.collect::<String>().trim().to_owned()
}

/// The lines as RFC 5545 wants them.
fn check_lines(text: &str) {
    let lines = text.strip_suffix("\r\n").expect("the last line has its end");
    for line in lines.split("\r\n") {
        assert!((1..=75).contains(&line.len()), "{} octets: {line}", line.len());
        assert!(!line.contains(char::is_control), "a control character: {line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    let names: BTreeSet<&str> =
        unfolded.lines().filter_map(|line| line.split([':', ';']).next()).collect();
    let known = [
        "ACTION",
        "BEGIN",
        "CALSCALE",
        "DESCRIPTION",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "END",
        "METHOD",
        "PRODID",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "TRANSP",
        "TRIGGER",
        "UID",
        "VERSION",
    ];
    assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
}

#[test]
fn ical_js_reads_the_plan_that_was_written() {
    let plans = some(PLANS, plans());
    let files: Vec<String> = plans.iter().map(Written::text).collect();
    files.iter().for_each(|file| check_lines(file));
    let read = in_ical_js("plans", &files, None);
    assert_eq!(read.len(), PLANS);
    let mut cancelled_in_all = 0;
    for (written, events) in plans.iter().zip(&read) {
        let text = |event: &Value, key: &str| event[key].as_str().unwrap_or_default().to_owned();
        let uids: BTreeSet<String> = events.iter().map(|event| text(event, "uid")).collect();
        assert_eq!(uids.len(), events.len(), "each event has its own name");
        let (cancelled, kept): (Vec<&Value>, Vec<&Value>) =
            events.iter().partition(|event| event["status"] == "CANCELLED");
        let stays = sorted(&written.plan).unwrap();
        assert_eq!(kept.len(), stays.len());
        for (event, stay) in kept.iter().zip(stays) {
            let [start, end] = ["start", "end"].map(|key| date(&text(event, key)));
            assert_eq!((start, end.plus_days(-1)), (stay.arrival(), stay.departure()));
            assert_eq!(u32::try_from(start.days_until(end)), Ok(stay.days()));
            assert_eq!(text(event, "summary"), expected_title(&written.title));
            let description = text(event, "description");
            assert!(description.starts_with(&format!("{} døgn. ", stay.days())), "{description}");
            assert_eq!(event["status"], "CONFIRMED");
            assert_eq!(event["sequence"], 3_625_056);
        }
        let cancelled: BTreeSet<Date> =
            cancelled.iter().map(|event| date(&text(event, "start"))).collect();
        assert_eq!(cancelled, written.cancelled());
        cancelled_in_all += cancelled.len();
    }
    assert!(cancelled_in_all > PLANS / 2, "{cancelled_in_all} cancelled");
}

#[test]
fn a_plan_is_the_same_events_in_every_language() {
    let plans = some(PLANS / 10, plans());
    let read = |language: &Language| {
        let files: Vec<String> = plans.iter().map(|plan| plan.text_in(*language)).collect();
        files.iter().for_each(|file| check_lines(file));
        let events = in_ical_js(language.code(), &files, None).into_iter().flatten();
        events
            .map(|event| ["uid", "start", "end", "status"].map(|key| event[key].to_string()))
            .collect::<Vec<_>>()
    };
    let [danish, rest @ ..] = Language::ALL else { panic!("no language") };
    let danish = read(danish);
    assert!(rest.iter().all(|language| read(language) == danish));
}

#[test]
fn the_crate_icalendar_reads_the_same() {
    for written in some(PLANS, plans()) {
        let text = written.text();
        let calendar: icalendar::Calendar = text.parse().unwrap();
        let mut found = Vec::new();
        for event in calendar.events() {
            if event.get_status() == Some(icalendar::EventStatus::Cancelled) {
                continue;
            }
            let [start, end] = [event.get_start(), event.get_end()].map(|moment| match moment {
                Some(icalendar::DatePerhapsTime::Date(day)) => date(&day.to_string()),
                other => panic!("no whole day: {other:?}"),
            });
            found.push(Stay::new(start, end.plus_days(-1)).unwrap());
        }
        assert_eq!(found, sorted(&written.plan).unwrap());
    }
}

/// A stay that was lengthened, a title that was changed, and a plan of another year.
#[test]
fn events_keep_their_names_and_share_none() {
    let uids = |written: &Written| -> Vec<String> {
        let text = written.text().replace("\r\n ", "");
        text.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
    };
    let mut seen = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for mut written in some(PLANS, plans()) {
        written.deleted.clear();
        let before = uids(&written);
        let longer =
            |stay: &Stay| Stay::new(stay.arrival(), stay.departure().plus_days(1)).unwrap();
        let lengthened =
            Written { plan: written.plan.iter().map(longer).collect(), ..written.clone() };
        assert_eq!(uids(&lengthened), before);
        if titles.insert(written.title.clone()) {
            for uid in before {
                assert!(uid.is_ascii() && seen.insert(uid.clone()), "{uid} twice");
            }
        }
    }
    assert!(titles.len() > PLANS / 2);
}

#[test]
fn single_days_can_be_written_too() {
    let deadline = Event {
        uid_source: UidSource {
            title: "Klagefrist".to_owned(),
            day: date("2026-04-02"),
            number: 1,
        },
        from: date("2026-04-02"),
        to: date("2026-04-02"),
        summary: "Sidste dag for en klage".to_owned(),
        description: String::new(),
        cancelled: false,
        remind_days_before: None,
    };
    let text =
        write(&CalendarFile { stamp: stamp(), language: Language::Danish, events: vec![deadline] });
    check_lines(&text);
    let event = &in_ical_js("deadline", &[text], None)[0][0];
    assert_eq!(event["start"], "2026-04-02");
    assert_eq!(event["end"], "2026-04-03");
    assert_eq!(event["summary"], "Sidste dag for en klage");
}

/// What of a result is written in Danish.
fn writing(today: Date, standard: &Standard) -> Writing<'_> {
    let language = Language::Danish;
    Writing {
        today,
        stamp: stamp(),
        standard,
        language,
        words: language.edition().words(Who::Close),
    }
}

/// The calendar file of each of these complaints, one day after the decision came.
fn complaint_files(received: &[Date]) -> Vec<String> {
    let standard = Standard::built_in().unwrap();
    let file = |received: &Date| {
        let decision = Decision { offer: Housing::LongTerm, received: *received };
        let result = ask(&decision, &standard).unwrap().result;
        let today = received.plus_days(1);
        let writing = writing(today, &standard);
        write(&of_complaint(&decision, &result, writing))
    };
    received.iter().map(file).collect()
}

/// Every day of two years on which a decision can come.
fn days_of_two_years() -> Vec<Date> {
    (0..730).map(|days| date("2026-01-01").plus_days(days)).collect()
}

#[test]
fn ical_js_reads_every_deadline_with_its_reminder() {
    let received = days_of_two_years();
    let files = complaint_files(&received);
    files.iter().for_each(|file| check_lines(file));
    let standard = Standard::built_in().unwrap();
    let mut uids = BTreeSet::new();
    for (received, events) in received.iter().zip(in_ical_js("deadlines", &files, None)) {
        let decision = Decision { offer: Housing::Lease, received: *received };
        let result = ask(&decision, &standard).unwrap().result;
        let mut days = vec![result.four_weeks, result.deadline];
        days.dedup();
        assert_eq!(events.len(), days.len());
        for (event, day) in events.iter().zip(days) {
            assert_eq!(event["start"], day.iso());
            assert_eq!(event["end"], day.plus_days(1).iso());
            assert!(uids.insert(event["uid"].to_string()), "each decision has events of its own");
            // Nine o'clock in the morning two days before.
            let seconds = (9 - 2 * 24) * 3600;
            let alarm = json!({
                "action": "DISPLAY", "description": event["summary"], "seconds": seconds
            });
            assert_eq!(event["alarms"], json!([alarm]));
            let description = event["description"].as_str().unwrap();
            assert!(description.contains("Torvet 1, 4600 Køge, eller vf@koege.dk."));
        }
    }
}

#[test]
fn the_crate_icalendar_reads_deadlines_and_their_reminders() {
    for (received, text) in days_of_two_years().iter().zip(complaint_files(&days_of_two_years())) {
        let calendar: icalendar::Calendar = text.parse().unwrap();
        let events: Vec<&icalendar::Event> = calendar.events().collect();
        let first = events[0].get_start();
        let day = received.plus_days(28).iso();
        assert_eq!(first, Some(icalendar::DatePerhapsTime::Date(day.parse().unwrap())));
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(unfolded.matches("TRIGGER:-P1DT15H\r\n").count(), events.len());
        // It puts every part of an event back as it was.
        let again = calendar.to_string().replace("\r\n ", "");
        assert_eq!(again.matches("BEGIN:VALARM").count(), events.len(), "{again}");
        assert_eq!(again.matches("-P1DT15H").count(), events.len(), "{again}");
    }
}

#[test]
fn follow_ups_are_read_without_reminders_under_lasting_names() {
    let standard = Standard::built_in().unwrap();
    let files: Vec<String> = ["2026-02-01", "2028-06-01"]
        .iter()
        .map(|today| {
            let moved_in = date("2026-01-31");
            let move_in = MoveIn { offer: Housing::Temporary, moved_in, count: 6 };
            let result = ask(&move_in, &standard).unwrap().result;
            let others: Vec<Date> = result.dates.iter().map(|date| date.plus_months(-3)).collect();
            let today = date(today);
            let writing = writing(today, &standard);
            write(&of_follow_ups(&move_in, &result, &others, writing))
        })
        .collect();
    files.iter().for_each(|file| check_lines(file));
    let [early, late] = in_ical_js("follow-ups", &files, None).try_into().unwrap();
    assert_eq!((early.len(), late.len()), (6, 3));
    for (early, late) in early[3..].iter().zip(&late) {
        assert_eq!(early["uid"], late["uid"]);
        assert_eq!(late["alarms"], json!([]));
        assert_eq!(late["summary"], "Opfølgning omkring i dag: Køge Kommune");
    }
    assert_eq!(late[0]["start"], "2029-04-30");
    assert!(late[0]["description"].as_str().unwrap().contains("30. januar 2029"));
}

// ---- Written here, read here ----

#[test]
fn reminders_do_not_disturb_the_import() {
    let window = DateRange::new(Date::FIRST, Date::LAST).unwrap();
    for text in complaint_files(&days_of_two_years()) {
        let imported = read(text.as_bytes(), window).unwrap();
        assert_eq!(imported.ranges.len(), text.matches("BEGIN:VEVENT").count());
        assert!(imported.left_out.is_empty());
        assert!(imported.ranges.iter().all(|found| found.range.days() == 1));
        assert!(imported.ranges.iter().all(|found| found.title.starts_with("Klage")));
    }
}

#[test]
fn a_plan_comes_back_through_the_import() {
    let window = DateRange::new(Date::FIRST, Date::LAST).unwrap();
    for written in some(PLANS, plans()) {
        let imported = read(written.text().as_bytes(), window).unwrap();
        let ranges: Vec<DateRange> = imported.ranges.iter().map(|found| found.range).collect();
        let stays = sorted(&written.plan).unwrap();
        assert_eq!(ranges, stays.iter().map(|stay| stay.range()).collect::<Vec<_>>());
        let title: String = expected_title(&written.title).replace('\n', " ");
        let title: String = title.chars().take(80).collect();
        assert!(imported.ranges.iter().all(|found| found.title == title.trim()), "{title}");
        assert!(imported.left_out.iter().all(|left| left.why == Why::Cancelled));
        assert_eq!(imported.left_out.len(), written.cancelled().len());
    }
}

// ---- Written elsewhere, read here and there ----

/// Events that repeat in the ways that are read here, with days added and taken out.
fn repeating() -> impl Strategy<Value = String> {
    let weekdays = subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..5);
    let end = prop_oneof![
        Just(String::new()),
        (1..200_u32).prop_map(|count| format!(";COUNT={count}")),
        (0..900_i32)
            .prop_map(|days| { format!(";UNTIL={}", compact(date("2025-09-01").plus_days(days))) }),
    ];
    let details = (1..5_u32, weekdays, any::<bool>(), end, vec(0..300_i32, 0..4), 0..3_u32);
    (0..3_u8, 0..2_500_i32, details).prop_map(
        |(kind, start, (interval, weekdays, from_sunday, end, excluded, added))| {
            let mut start = date("2020-02-20").plus_days(start);
            let rule = match kind {
                0 => "FREQ=DAILY".to_owned(),
                1 => {
                    while !weekdays.contains(&code(start)) {
                        start = start.plus_days(1);
                    }
                    let week = if from_sunday { ";WKST=SU" } else { "" };
                    format!("FREQ=WEEKLY;BYDAY={}{week}", weekdays.join(","))
                }
                _ => "FREQ=YEARLY".to_owned(),
            };
            let mut text = format!(
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:{}\r\n\
                 RRULE:{rule};INTERVAL={interval}{end}\r\n",
                compact(start)
            );
            for days in excluded {
                let day = compact(date("2026-01-01").max(start).plus_days(days));
                text.push_str(&format!("EXDATE;VALUE=DATE:{day}\r\n"));
            }
            for number in 0..added {
                let day = compact(start.plus_days(3 + 5 * number as i32));
                text.push_str(&format!("RDATE;VALUE=DATE:{day}\r\n"));
            }
            text + "END:VEVENT\r\nEND:VCALENDAR\r\n"
        },
    )
}

fn compact(date: Date) -> String {
    date.iso().replace('-', "")
}

fn code(date: Date) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][date.weekday().num_days_from_monday() as usize]
}

#[test]
fn repeats_are_those_of_ical_js() {
    let files = some(REPEATING_EVENTS, repeating());
    let window = DateRange::new(date("2026-01-01"), date("2027-06-30")).unwrap();
    let theirs = in_ical_js("repeats", &files, Some(window.to));
    let mut compared = 0;
    for (file, theirs) in files.iter().zip(theirs) {
        let imported = read(file.as_bytes(), window).unwrap();
        let ours: BTreeSet<String> =
            imported.ranges.iter().map(|found| found.range.from.iso()).collect();
        assert_eq!(ours.len(), imported.ranges.len(), "no day twice\n{file}");
        let theirs = theirs[0]["beginnings"].as_array().unwrap().iter();
        let theirs: BTreeSet<String> = theirs
            .map(|day| day.as_str().unwrap().to_owned())
            .filter(|day| window.contains(date(day)))
            .collect();
        assert_eq!(ours, theirs, "{file}");
        compared += ours.len();
    }
    assert!(compared > 10_000, "{compared} days compared");
}
