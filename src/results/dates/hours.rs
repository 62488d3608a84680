//! By what time of day a complaint must be there: by the office's hours where they are known.

use super::{closing_name, holiday_name, reason};
use crate::draft::Context;
use crate::rules::date::Date;
use crate::rules::holidays::{holiday, is_working_day};
use crate::text::format::{long_date, time_of_day, weekday};

/// Until when the office is open on the safest date or, when it is closed, on the last day before
/// it; that the hour is not known when the standard's data has no hours.
pub fn sentence(safest: Date, context: Context) -> String {
    let words = &context.words.dates.complaint;
    let contacts = &context.standard.contacts;
    let Some(hours) = &contacts.opening_hours else {
        return without_hours(safest, context);
    };
    let day_off = day_off(safest, context);
    let weekday = weekday(safest, context.words);
    if let (None, Some(open)) = (day_off, hours.on(safest.weekday())) {
        return words.hours_open(time_of_day(open.to, context.words), weekday);
    }
    let before = contacts.last_open_day_before(safest);
    // An office that is never open on a working day has hours of its own kind.
    let Some((before, open)) = before.and_then(|day| Some((day, hours.on(day.weekday())?))) else {
        return words.hours.to_owned();
    };
    let before = long_date(before, context.words);
    let closed = match day_off {
        Some(name) => words.hours_day_off(name, before),
        None => words.hours_closed(weekday, before),
    };
    format!("{closed} {}", words.hours_before(time_of_day(open.to, context.words)))
}

/// What a day is called on which the office is closed although it is on that day of the week open.
fn day_off(date: Date, context: Context) -> Option<&'static str> {
    let holiday = holiday(date).map(|holiday| holiday_name(holiday, context.words));
    let closed = context.standard.contacts.closed_on(date);
    holiday.or_else(|| closed.map(|closed| closing_name(closed, context.words)))
}

/// The same where no hours are known: a day off is closed all the same.
fn without_hours(safest: Date, context: Context) -> String {
    let words = &context.words.dates.complaint;
    let contacts = &context.standard.contacts;
    let closed = contacts.closed_on(safest).map(|closed| closing_name(closed, context.words));
    let reason = match is_working_day(safest) {
        true => closed,
        false => Some(reason(safest, context.words)),
    };
    match (reason, contacts.last_open_day_before(safest)) {
        (Some(reason), Some(before)) => words.day_off(reason, long_date(before, context.words)),
        _ if context.today >= safest => words.time_left_now.to_owned(),
        _ => words.hours.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::rules::standard::{BUILT_IN, Standard};
    use crate::text::words::DA;

    /// A municipality that is open on three days.
    fn with_hours() -> Context {
        let hours = r#""mail": "vf@koege.dk", "opening_hours": {
            "monday": {"from": "09:00", "to": "15:00"},
            "wednesday": {"from": "09:00", "to": "12:30"},
            "thursday": {"from": "09:00", "to": "17:00"}}"#;
        let data = BUILT_IN.replacen("\"mail\": \"vf@koege.dk\"", hours, 1);
        Context { standard: Box::leak(Box::new(Standard::load(&data).unwrap())), ..context() }
    }

    fn told(date: &str) -> String {
        sentence(Date::parse(date).unwrap(), with_hours())
    }

    /// The standard with these closing days, and with opening hours or without.
    fn with_closing_days(days: &str, hours: &str) -> Context {
        let mail = "\"mail\": \"vf@koege.dk\"";
        let data = format!("{mail}, \"closing_days\": {days}{hours}");
        let data = BUILT_IN.replacen(mail, &data, 1);
        Context { standard: Box::leak(Box::new(Standard::load(&data).unwrap())), ..context() }
    }

    #[test]
    fn a_closing_day_names_the_last_day_on_which_somebody_is_there() {
        let days = r#"[{"from": "2026-11-27", "to": "2026-11-30", "name": "flytning"}, {"from": "2026-12-02"}]"#;
        let context = with_closing_days(days, "");
        let told = |date: &str| sentence(Date::parse(date).unwrap(), context);
        let moving = told("2026-11-30");
        assert!(moving.contains("(flytning)"), "{moving}");
        assert!(moving.ends_with("senest torsdag den 26. november 2026."), "{moving}");
        assert!(told("2026-12-02").contains("(lukkedag)"));
        assert_eq!(told("2026-12-01"), DA.dates.complaint.hours);
    }

    #[test]
    fn the_last_open_day_knows_hours_and_closing_days() {
        let days = r#"[{"from": "2026-12-03", "to": "2026-12-03"}]"#;
        let hours = r#", "opening_hours": {"thursday": {"from": "09:00", "to": "17:00"}, "friday": {"from": "09:00", "to": "12:00"}}"#;
        let context = with_closing_days(days, hours);
        let told = sentence(Date::parse("2026-12-03").unwrap(), context);
        // Only Thursday and Friday have hours, so Wednesday is no open day.
        assert!(told.contains("fredag den 27. november 2026. Den dag"), "{told}");
        assert!(told.ends_with("åbent til kl. 12.00."), "{told}");
    }

    #[test]
    fn without_hours_the_hour_is_not_known() {
        let date = Date::parse("2026-11-30").unwrap();
        assert_eq!(sentence(date, context()), DA.dates.complaint.hours);
    }

    #[test]
    fn nobody_is_told_to_send_it_the_day_before_when_that_is_past_or_closed() {
        let told = |date: &str| sentence(Date::parse(date).unwrap(), context());
        // Today is 22 November 2026, a Sunday.
        assert_eq!(told("2026-11-20"), DA.dates.complaint.time_left_now);
        assert!(told("2026-12-19").contains("(weekend)"));
        assert!(told("2026-12-19").ends_with("fredag den 18. december 2026."));
        // Christmas Eve is no day to count on.
        assert!(told("2026-12-25").ends_with("onsdag den 23. december 2026."));
    }

    #[test]
    fn an_open_day_says_until_when() {
        assert!(told("2026-11-30").contains("åbent til kl. 15.00 om mandagen"));
        assert!(told("2026-12-02").contains("åbent til kl. 12.30 om onsdagen"));
    }

    #[test]
    fn a_closed_day_names_the_last_open_day_before_it() {
        let friday = told("2026-12-04");
        assert!(friday.contains("lukket om fredagen"), "{friday}");
        assert!(friday.contains("torsdag den 3. december 2026. Den dag"), "{friday}");
        assert!(friday.ends_with("åbent til kl. 17.00."), "{friday}");
        // Saturday after Ascension Day: neither Friday nor Thursday will do.
        assert!(told("2026-05-16").contains("onsdag den 13. maj 2026"));
    }

    #[test]
    fn a_day_off_is_named_even_on_a_weekday_with_hours() {
        let maundy = told("2026-04-02");
        assert!(maundy.contains("(skærtorsdag)") && maundy.contains("onsdag den 1. april 2026"));
    }
}
