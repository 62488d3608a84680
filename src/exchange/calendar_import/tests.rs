//! Calendars as programs write them, and what becomes of them.

use super::*;
use crate::rules::date::Date;

fn window() -> DateRange {
    let date = |text| Date::parse(text).unwrap();
    DateRange::new(date("2026-01-01"), date("2027-12-31")).unwrap()
}

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nSUMMARY:x\n{}\nEND:VEVENT\n", lines.replace(", ", "\n"))
}

/// Ranges as `03-06..03-09`, then the reasons.
fn found(events: &str) -> Vec<String> {
    let imported = read(calendar(events).as_bytes(), window()).unwrap();
    let day = |date: Date| date.iso()[5..].to_owned();
    let ranges = imported.ranges.iter();
    let ranges = ranges.map(|found| format!("{}..{}", day(found.range.from), day(found.range.to)));
    ranges.chain(imported.left_out.iter().map(|left| format!("{:?}", left.why))).collect()
}

#[test]
fn whole_days_and_times_become_days() {
    for (lines, expected) in [
        ("DTSTART;VALUE=DATE:20260306, DTEND;VALUE=DATE:20260310", "03-06..03-09"),
        ("DTSTART;VALUE=DATE:20260306, DURATION:P3D", "03-06..03-08"),
        ("DTSTART;VALUE=DATE:20260306, DURATION:P1W", "03-06..03-12"),
        ("DTSTART;VALUE=DATE:20260306", "03-06..03-06"),
        ("DTSTART:20260306", "03-06..03-06"),
        ("DTSTART:20260306T100000", "03-06..03-06"),
        ("DTSTART:20260306T100000, DTEND:20260308T000000", "03-06..03-07"),
        ("DTSTART:20260306T100000, DTEND:20260308T000001", "03-06..03-08"),
        ("DTSTART:20260306T100000, DURATION:PT14H", "03-06..03-06"),
        ("DTSTART:20260306T000000, DTEND:20260306T003000", "03-06..03-06"),
        ("DTSTART;TZID=Europe/Copenhagen:20260306T233000, DURATION:PT1H", "03-06..03-07"),
        // 23:30 UTC is the next day in Denmark; 22:00 UTC is midnight in summer.
        ("DTSTART:20260306T233000Z, DTEND:20260307T100000Z", "03-07..03-07"),
        ("DTSTART:20260706T090000Z, DTEND:20260707T220000Z", "07-06..07-07"),
        ("DTSTART:20260706T220000Z, DTEND:20260707T220000Z", "07-07..07-07"),
        ("DTSTART;VALUE=DATE:20251230, DTEND;VALUE=DATE:20260102", "12-30..01-01"),
    ] {
        assert_eq!(found(&event(lines)), [expected], "{lines}");
    }
}

#[test]
fn what_cannot_be_taken_in_has_its_reason() {
    for (lines, why) in [
        ("", "NoDate"),
        ("DTEND;VALUE=DATE:20260306", "NoDate"),
        ("DTSTART;VALUE=DATE:20260230", "UnreadableDate"),
        ("DTSTART:tomorrow", "UnreadableDate"),
        ("DTSTART;VALUE=DATE:20260306, DTEND;VALUE=DATE:20260231", "UnreadableDate"),
        ("DTSTART;VALUE=DATE:20260306, DURATION:P1M", "UnreadableDate"),
        ("DTSTART;VALUE=DATE:18990306", "UnreadableDate"),
        ("DTSTART;VALUE=DATE:20260306, DURATION:P9999999999999D", "UnreadableDate"),
        ("DTSTART;VALUE=DATE:20260306, DTEND;VALUE=DATE:20260306", "EndsTooEarly"),
        ("DTSTART:20260306T100000, DTEND:20260306T090000", "EndsTooEarly"),
        ("DTSTART:20260306T100000, DURATION:-PT1H", "EndsTooEarly"),
        ("DTSTART:20260306T100000, DURATION:PT0S", "EndsTooEarly"),
        ("DTSTART;VALUE=DATE:20260306, STATUS:CANCELLED", "Cancelled"),
        ("DTSTART;VALUE=DATE:20251231", "OutsideTheYears"),
        ("DTSTART;VALUE=DATE:20260306, RRULE:FREQ=MONTHLY", "RepeatsInAWayWeCannotRead"),
        ("DTSTART;VALUE=DATE:20260306, EXRULE:FREQ=DAILY", "RepeatsInAWayWeCannotRead"),
        (
            "DTSTART;VALUE=DATE:20260306, RDATE;VALUE=PERIOD:20260306T100000/PT1H",
            "RepeatsInAWayWeCannotRead",
        ),
        (
            "DTSTART;VALUE=DATE:20260306, RRULE:FREQ=DAILY, RRULE:FREQ=WEEKLY",
            "RepeatsInAWayWeCannotRead",
        ),
        (
            "DTSTART;VALUE=DATE:20260306, RRULE:FREQ=YEARLY, DURATION:P367D",
            "RepeatsInAWayWeCannotRead",
        ),
        ("DTSTART;VALUE=DATE:20200306, RRULE:FREQ=DAILY;COUNT=9", "OutsideTheYears"),
    ] {
        assert_eq!(found(&event(lines)), [why], "{lines}");
    }
    assert_eq!(found("BEGIN:VEVENT\nDTSTART:20260306\n"), ["Incomplete"]);
    let inner = "BEGIN:VEVENT\nDTSTART:20260306\n";
    assert_eq!(
        found(&format!("{inner}{}", event("DTSTART:20260307"))),
        ["03-07..03-07", "Incomplete"]
    );
}

#[test]
fn repeats_are_laid_out_inside_the_window() {
    for (lines, expected) in [
        ("DTSTART:20260306, RRULE:FREQ=DAILY;COUNT=2", "03-06..03-06 03-07..03-07"),
        (
            "DTSTART:20251230, DURATION:P3D, RRULE:FREQ=YEARLY",
            "12-30..01-01 12-30..01-01 12-30..01-01",
        ),
        // The last Wednesday of the year in universal time, New Year's Day in Denmark.
        ("DTSTART:20251224T233000Z, DURATION:PT1H, RRULE:FREQ=WEEKLY;COUNT=2", "01-01..01-01"),
        (
            "DTSTART:20260306, RRULE:FREQ=DAILY;COUNT=4, EXDATE;VALUE=DATE:20260307,20260309",
            "03-06..03-06 03-08..03-08",
        ),
        (
            "DTSTART:20260306T100000, RRULE:FREQ=DAILY;COUNT=3, EXDATE:20260307T090000Z, EXDATE:20260308T110000",
            "03-06..03-06 03-08..03-08",
        ),
        ("DTSTART:20260306, RDATE:20260306,20260401, RDATE:20260401", "04-01..04-01 03-06..03-06"),
        ("DTSTART:20260306, RRULE:FREQ=DAILY;COUNT=1, EXDATE:20260306", ""),
    ] {
        assert_eq!(found(&event(lines)).join(" "), expected, "{lines}");
    }
}

#[test]
fn a_changed_day_takes_the_place_of_the_old_one() {
    let series = event("UID:a, DTSTART:20260306, RRULE:FREQ=DAILY;COUNT=3");
    let changed = |lines: &str| found(&format!("{series}{}", event(lines)));
    let moved = changed("UID:a, RECURRENCE-ID:20260307, DTSTART:20260407");
    assert_eq!(moved, ["03-06..03-06", "03-08..03-08", "04-07..04-07"]);
    let called_off = changed("UID:a, RECURRENCE-ID:20260307, DTSTART:20260307, STATUS:CANCELLED");
    assert_eq!(called_off, ["03-06..03-06", "03-08..03-08", "Cancelled"]);
    let of_another = changed("UID:b, RECURRENCE-ID:20260307, DTSTART:20260407");
    assert_eq!(of_another.len(), 4);
    for unclear in [
        "UID:a, RECURRENCE-ID;RANGE=THISANDFUTURE:20260307, DTSTART:20260407",
        "UID:a, RECURRENCE-ID:soon, DTSTART:20260407",
        "UID:a, RECURRENCE-ID:20260307, DTSTART:20260407, RRULE:FREQ=DAILY",
    ] {
        assert_eq!(changed(unclear), ["RepeatsInAWayWeCannotRead"; 2], "{unclear}");
    }
}

#[test]
fn other_components_do_not_disturb() {
    let noise = "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:19961027T030000\nRRULE:FREQ=YEARLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VTODO\nDTSTART:20260101\nEND:VTODO\n";
    let alarm = "BEGIN:VALARM\nDURATION:PT5M\nDTSTART:20260101\nSUMMARY:y\nEND:VALARM";
    let with_alarm = event(&format!("DTSTART:20260306\n{alarm}\nDURATION:P2D"));
    assert_eq!(found(&format!("{noise}{with_alarm}{noise}")), ["03-06..03-07"]);
}

#[test]
fn titles_are_one_short_line() {
    let event = event(&format!("DTSTART:20260306\nSUMMARY:Bo\\,Ida\\nog {}", "å".repeat(99)));
    let imported = read(calendar(&event).as_bytes(), window()).unwrap();
    let title = &imported.ranges[0].title;
    assert!(title.starts_with("Bo,Ida og å"), "{title}");
    assert_eq!(title.chars().count(), LONGEST_TITLE);
}

#[test]
fn what_is_no_calendar_or_too_much_is_refused() {
    let refused = |file: &str| read(file.as_bytes(), window()).unwrap_err();
    assert_eq!(refused(""), ImportError::NotACalendar);
    assert_eq!(refused("BEGIN:VCARD\nEND:VCARD"), ImportError::NotACalendar);
    assert_eq!(refused(&event("DTSTART:20260306")), ImportError::NotACalendar);
    assert_eq!(read(calendar("").as_bytes(), window()), Ok(Imported::default()));
    let day = event("DTSTART:20260306");
    assert_eq!(refused(&calendar(&day.repeat(MOST_EVENTS + 1))), ImportError::TooBig);
    let padded = calendar(&format!("X:{}\n", "x".repeat(LARGEST_FILE)));
    assert_eq!(refused(&padded), ImportError::TooBig);
}

#[test]
fn an_event_with_too_many_days_is_left_out_whole() {
    let day = event("DTSTART:20260306");
    let full = found(&day.repeat(MOST_EVENTS));
    assert_eq!(full.len(), MOST_EVENTS);
    assert_eq!(full.iter().filter(|found| *found == "TooMany").count(), MOST_EVENTS - MOST_RANGES);
    let year = event("DTSTART:20260101, RRULE:FREQ=DAILY;COUNT=365");
    let rest = found(&format!("{}{day}", year.repeat(3)));
    assert_eq!(rest.len(), 2 * 365 + 1 + 1, "two years, the single day, and one year left out");
}

#[test]
fn capitals_do_not_matter() {
    let lower = "begin:vcalendar\r\nbegin:vevent\r\ndtstart;value=date:20260306\r\nend:vevent\r\nend:vcalendar";
    assert_eq!(read(lower.as_bytes(), window()).unwrap().ranges.len(), 1);
}
