use super::*;
use crate::draft::dates::{
    COMPLAINT_OFFER, FOLLOW_OFFER, MOVED_IN, RECEIVED, check_complaint, check_follow_up,
};
use crate::draft::{Context, Sheet};
use crate::results::Shown;
use crate::rules::date::Date;
use crate::rules::holidays::Holiday;
use crate::rules::standard::Standard;
use crate::text::words::{DA, Language};

fn context(today: &str) -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    Context::new(Date::parse(today).unwrap(), standard, Language::Danish.edition())
}

fn sheet(fields: [(&str, &str); 2]) -> Sheet {
    let mut sheet = Sheet::default();
    fields.into_iter().for_each(|(field, text)| sheet.set(field, text));
    sheet
}

fn complaint(offer: &str, received: &str, today: &str) -> Shown {
    let sheet = sheet([(COMPLAINT_OFFER, offer), (RECEIVED, received)]);
    let outcome = check_complaint(&sheet, context(today)).unwrap();
    let context = context(today);
    Shown {
        summary: complaint::summary(&outcome, "complaint-result", context).into_string(),
        details: complaint::details(&outcome, context).into_string(),
    }
}

fn follow_up(offer: &str, moved_in: &str, today: &str) -> Shown {
    let sheet = sheet([(FOLLOW_OFFER, offer), (MOVED_IN, moved_in)]);
    let outcome = check_follow_up(&sheet, context(today)).unwrap();
    let context = context(today);
    Shown {
        summary: follow_up::summary(&outcome, "follow_up-result", context).into_string(),
        details: follow_up::details(&outcome, context).into_string(),
    }
}

#[test]
fn the_safest_date_stands_first_and_each_day_off_is_named() {
    let Shown { summary, details } = complaint("long_term", "5.3.2026", "2026-03-10");
    let words = &DA.dates.complaint;
    assert!(summary.contains("<p class=\"figure\">2. april 2026 <small>torsdag</small></p>"));
    let deadline = "tirsdag den 7. april 2026";
    assert!(summary.contains(&words.moved("skærtorsdag", deadline)));
    assert!(summary.contains(&words.days_left(23)));
    let why_moved = details.split_once("<aside").unwrap().1.split_once("</aside>").unwrap().0;
    for (day, reason) in [
        ("torsdag den 2. april 2026", "skærtorsdag"),
        ("fredag den 3. april 2026", "langfredag"),
        ("lørdag den 4. april 2026", words.weekend),
        ("søndag den 5. april 2026", "påskedag"),
        ("mandag den 6. april 2026", "anden påskedag"),
    ] {
        assert!(why_moved.contains(&words.why(day, reason)), "{day}");
    }
    assert!(!why_moved.contains(deadline));
    assert!(!details.contains(words.general_heading));
}

#[test]
fn a_deadline_on_a_weekday_stays() {
    let Shown { summary, details } = complaint("lease", "2.11.2026", "2026-11-30");
    assert!(summary.contains(DA.dates.complaint.same));
    assert!(summary.contains(DA.dates.complaint.today));
    assert!(!details.contains(DA.dates.complaint.why_heading));
}

#[test]
fn nobody_is_told_that_it_is_too_late() {
    let words = &DA.dates.complaint;
    let between = complaint("lease", "5.3.2026", "2026-04-07").summary;
    assert!(between.contains(words.safest_passed_heading));
    let after = complaint("lease", "5.3.2026", "2026-04-08").summary;
    assert!(after.contains(words.passed_heading) && after.contains(words.passed));
    assert!(complaint("lease", "5.3.2026", "2026-04-01").summary.contains(words.one_day));
}

#[test]
fn a_closed_office_and_general_rules_are_noted() {
    let details = complaint("temporary", "26.11.2026", "2026-12-01").details;
    let words = &DA.dates.complaint;
    let [eve, before] = ["torsdag den 24. december 2026", "onsdag den 23. december 2026"];
    assert!(details.contains(&words.office(eve, "juleaftensdag", before)));
    assert!(details.contains(&words.general("4 uger")));
}

#[test]
fn where_to_send_comes_from_the_standard() {
    let details = complaint("lease", "2.11.2026", "2026-11-22").details;
    let contacts = &context("2026-11-22").standard.contacts;
    for part in [&contacts.department, &contacts.street, &contacts.town, &contacts.mail] {
        assert!(details.contains(part.as_str()));
    }
    let words = &DA.dates.complaint;
    for sentence in
        [words.hours, words.digital, words.late, words.relative, words.what_next, words.save]
    {
        assert!(details.contains(sentence));
    }
}

#[test]
fn every_holiday_has_a_name_of_its_own() {
    let names: std::collections::BTreeSet<&str> =
        Holiday::ALL.iter().map(|holiday| holiday_name(*holiday, &DA)).collect();
    assert_eq!(names.len(), Holiday::ALL.len());
}

#[test]
fn the_timeline_marks_what_is_past_and_what_is_next() {
    let Shown { summary, details } = follow_up("temporary", "31.1.2026", "2026-11-22");
    let words = &DA.dates.follow_up;
    let items: Vec<&str> = summary.split("<li").skip(1).collect();
    assert_eq!(items.len(), 5);
    assert!(items[0].contains("is-past") && items[0].contains(words.moved_in));
    assert!(items[1].contains("is-past") && items[1].contains("datetime=\"2026-04-30\""));
    assert!(items[2].contains("is-next") && items[2].contains("aria-current=\"step\""));
    assert!(items[2].contains(&words.regular(2, words.one_year)) && items[2].contains(words.next));
    assert!(!items[3].contains("is-next") && !items[3].contains("is-past"));
    assert!(!items[0].contains("other-date") && !items[1].contains("other-date"));
    assert!(items[2].contains(&words.or_earlier("31. januar 2027")));
    assert!(items[4].contains(&words.or_earlier("31. januar 2029")));
    assert!(details.contains("data-act=\"dates:follow_up\""));
    assert!(details.contains("30. april 2027") && details.contains("31. januar 2027"));
    assert!(details.contains(&words.duty("Socialafdelingen")));
}

#[test]
fn long_after_the_move_something_is_still_next() {
    let summary = follow_up("temporary", "1.5.2023", "2031-11-22").summary;
    let items: Vec<&str> = summary.split("<li").skip(1).collect();
    assert_eq!(items.len(), 12);
    assert!(items[10].contains("is-next") && !items[11].contains("is-past"));
}

#[test]
fn a_deadline_can_be_saved_as_long_as_it_is_not_past() {
    let button = "data-act=\"dates:complaint\"";
    assert!(complaint("lease", "5.3.2026", "2026-04-07").details.contains(button));
    assert!(!complaint("lease", "5.3.2026", "2026-04-08").details.contains(button));
}

#[test]
fn long_term_follow_ups_lie_two_years_apart() {
    let Shown { summary, details } = follow_up("lease", "1.2.2027", "2026-11-22");
    let words = &DA.dates.follow_up;
    assert!(summary.contains(&words.at_latest(2, words.years(2))));
    let moving_in = summary.split("<li").nth(1).unwrap();
    assert!(moving_in.contains("is-next") && moving_in.contains(words.moved_in));
    assert!(!summary.contains("is-past"));
    assert!(details.contains(&words.assume_interval(24)));
}
