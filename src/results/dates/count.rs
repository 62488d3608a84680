//! The days of a complaint counted on a calendar, from the day the decision came to the deadline.
//!
//! Every mark is a shape, a word in the day and a line of the list below, so that it is told
//! without colour, in a narrow window and to those who hear the page.

use maud::{Markup, html};

use super::{days_off, reason};
use crate::draft::Context;
use crate::rules::date::Date;
use crate::rules::date::WEEKDAYS;
use crate::rules::deadlines::Complaint;
use crate::text::format::{long_date, month_name, weekday_name};

/// What is counted.
#[derive(Clone, Copy)]
struct Count<'a> {
    received: Date,
    result: &'a Complaint,
    context: Context,
}

/// The calendar, the same in sentences, and what its marks mean.
pub fn count(received: Date, result: &Complaint, context: Context) -> Markup {
    let count = Count { received, result, context };
    html! {
        div.count { @for first in count.months() { (month(first, count)) } }
        p { (count.sentence()) }
        (marks(count))
    }
}

impl Count<'_> {
    /// The first days of the months touched.
    fn months(self) -> impl Iterator<Item = Date> {
        let first = self.received.first_of_month();
        let last = self.result.deadline;
        let months = std::iter::successors(Some(first), |first| Some(first.plus_months(1)));
        months.take_while(move |first| *first <= last)
    }

    /// How many days after the decision came; none for the days off after the four weeks.
    fn number(self, date: Date) -> Option<i32> {
        (date <= self.result.four_weeks).then(|| self.received.days_until(date))
    }

    fn is_moved(self) -> bool {
        self.result.deadline != self.result.four_weeks
    }

    fn is_day_off(self, date: Date) -> bool {
        (self.result.four_weeks..self.result.deadline).contains(&date)
    }

    fn sentence(self) -> String {
        let words = &self.context.words.dates.complaint;
        let long = |date| long_date(date, self.context.words);
        let safest = self.result.four_weeks;
        let days = self.received.days_until(safest);
        let counted = words.count.sentence(long(self.received), days, long(safest));
        let end = match self.is_moved() {
            true => words.moved(reason(safest, self.context.words), long(self.result.deadline)),
            false => words.same.to_owned(),
        };
        format!("{counted} {end}")
    }
}

/// One month, no more of it than is counted.
fn month(first: Date, count: Count) -> Markup {
    let words = count.context.words;
    let start = first.max(count.received);
    let end = first.plus_months(1).plus_days(-1).min(count.result.deadline);
    let caption = words.dates.complaint.count.caption(month_name(first, words), first.year());
    let mut monday = start.monday();
    let mut weeks = Vec::new();
    while monday <= end {
        weeks.push(monday);
        monday = monday.plus_days(7);
    }
    html! {
        table.count-month {
            caption { (caption) }
            thead { tr { @for day in WEEKDAYS {
                @let name = weekday_name(day, words);
                th scope="col" abbr=(name) { (name.chars().take(2).collect::<String>()) }
            } } }
            tbody {
                @for monday in weeks {
                    tr {
                        @for date in (0..7).map(|day| monday.plus_days(day)) {
                            @if (start..=end).contains(&date) { (day(date, count)) }
                            @else { td.is-outside {} }
                        }
                    }
                }
            }
        }
    }
}

/// A day with its number in the count and what happens on it.
fn day(date: Date, count: Count) -> Markup {
    let words = &count.context.words.dates.complaint.count;
    let is_today = date == count.context.today;
    html! {
        td class=(format!("count-day{}", classes(date, count)))
            aria-current=[is_today.then_some("date")]
        {
            time datetime=(date.iso()) { (date.day()) }
            @if let Some(number) = count.number(date) {
                " " span.count-number { span.count-unit { (words.unit) " " } (number) }
            }
            @for word in day_words(date, count) { " " span.count-word { (word) } }
        }
    }
}

/// The shapes of a day.
fn classes(date: Date, count: Count) -> String {
    let weeks = full_weeks(date, count);
    let mut classes = String::new();
    for (class, holds) in [
        (" is-received", date == count.received),
        (" is-even-week", count.number(date).is_some_and(is_in_even_week)),
        (" is-full-week", weeks.is_some()),
        (" is-safest", date == count.result.four_weeks),
        (" is-day-off", count.is_day_off(date)),
        (" is-deadline", count.is_moved() && date == count.result.deadline),
    ] {
        if holds {
            classes.push_str(class);
        }
    }
    classes
}

/// Whether it is a day of the second or fourth week; days 1 to 7 are the first.
fn is_in_even_week(number: i32) -> bool {
    number > 0 && (number - 1) / 7 % 2 == 1
}

/// How many weeks are full on a date, when they are.
fn full_weeks(date: Date, count: Count) -> Option<i32> {
    let number = count.number(date)?;
    (number > 0 && number % 7 == 0).then_some(number / 7)
}

/// What happens on a date, in a word or two each.
fn day_words(date: Date, count: Count) -> Vec<String> {
    let words = &count.context.words.dates.complaint.count;
    let mut said = Vec::new();
    match full_weeks(date, count) {
        Some(1) => said.push(words.one_week.to_owned()),
        Some(weeks) => said.push(words.weeks(weeks)),
        None => {}
    }
    for (word, holds) in [
        (words.received, date == count.received),
        (words.safest, date == count.result.four_weeks),
        (reason(date, count.context.words), count.is_day_off(date)),
        (words.deadline, count.is_moved() && date == count.result.deadline),
        (words.today, date == count.context.today),
    ] {
        if holds {
            said.push(word.to_owned());
        }
    }
    said
}

/// The marked dates as a list, each with its mark.
fn marks(count: Count) -> Markup {
    let words = &count.context.words.dates.complaint.count;
    let result = count.result;
    let dated = |date, meaning: &str| words.mark(long_date(date, count.context.words), meaning);
    let mut marks = vec![
        ("is-received", dated(count.received, words.received)),
        ("is-full-week", words.mark_weeks.to_owned()),
        ("is-safest", dated(result.four_weeks, words.safest)),
    ];
    if days_off(result).next().is_some() {
        marks.push(("is-day-off", words.mark_days_off.to_owned()));
        marks.push(("is-deadline", dated(result.deadline, words.deadline)));
    }
    if (count.received..=result.deadline).contains(&count.context.today) {
        marks.push(("is-today", dated(count.context.today, words.today)));
    }
    html! {
        h3 { (words.marks) }
        ul.count-marks role="list" {
            @for (class, meaning) in marks {
                li { i class=(format!("count-day {class}")) aria-hidden="true" {} span { (meaning) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::rules::deadlines::complaint;
    use crate::rules::holidays::holiday;
    use crate::rules::offer::Housing;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn result(received: Date) -> Complaint {
        complaint(Housing::Lease, received, &context().standard.on(received).unwrap())
    }

    fn drawn(received: &str, today: &str) -> String {
        let context = Context { today: date(today), ..context() };
        let received = date(received);
        count(received, &result(received), context).into_string()
    }

    /// What stands in a tag of this beginning.
    fn inside<'a>(html: &'a str, beginning: &str, end: &str) -> Option<&'a str> {
        let (_, rest) = html.split_once(beginning)?;
        Some(rest.split_once(end)?.0)
    }

    /// The days of the tables in order: the column, the date and the number in the count.
    fn days(html: &str) -> Vec<(usize, Date, Option<i32>)> {
        let mut days = Vec::new();
        for row in html.split("<tr>").skip(1) {
            for (column, cell) in row.split("<td").skip(1).enumerate() {
                let Some(day) = inside(cell, "datetime=\"", "\"") else { continue };
                let number = inside(cell, "dag </span>", "</span>");
                days.push((column, date(day), number.map(|number| number.parse().unwrap())));
            }
        }
        days
    }

    #[test]
    fn every_day_stands_once_under_its_weekday_with_its_number() {
        let mut received = date("2023-04-17");
        while received.year() < 2031 {
            let result = result(received);
            let html = count(received, &result, context()).into_string();
            let days = days(&html);
            let last = received.days_until(result.deadline);
            assert_eq!(days.len(), usize::try_from(last + 1).unwrap(), "{}", received.iso());
            for (number, (column, day, counted)) in (0..).zip(days) {
                assert_eq!(day, received.plus_days(number));
                assert_eq!(column, day.weekday().num_days_from_monday() as usize, "{}", day.iso());
                assert_eq!(counted, (number <= 28).then_some(number), "{}", day.iso());
            }
            for table in html.split("<table").skip(1) {
                assert!(table.split("<tr>").skip(1).all(|row| {
                    row.matches("<td").count() == 7 || row.matches("<th").count() == 7
                }));
            }
            received = received.plus_days(1);
        }
    }

    #[test]
    fn every_day_off_in_the_tail_has_its_name_and_no_other_has() {
        let mut received = date("2025-01-01");
        while received.year() < 2027 {
            let result = result(received);
            let html = count(received, &result, context()).into_string();
            let named = html.matches("<td class=\"count-day").count();
            let cells = html.split("<td class=\"count-day").skip(1);
            let off = cells.filter(|cell| cell.split('>').next().unwrap().contains("is-day-off"));
            let off: Vec<&str> = off.map(|cell| cell.split("</td>").next().unwrap()).collect();
            assert_eq!(off.len(), days_off(&result).count());
            for (cell, day) in off.iter().zip(days_off(&result)) {
                assert!(cell.contains(&day.iso()), "{cell}");
                let name = reason(day, context().words);
                assert!(cell.contains(&format!("<span class=\"count-word\">{name}</span>")));
                assert!(holiday(day).is_some() || name == "weekend");
            }
            assert!(named > 28);
            received = received.plus_days(1);
        }
    }

    #[test]
    fn easter_is_told_in_the_days_in_sentences_and_in_the_list() {
        let html = drawn("2026-03-05", "2026-03-10");
        let cell = |day: &str| {
            let cells = html.split("<td").skip(1);
            let mut cells = cells.filter(|cell| cell.contains(day));
            cells.next().unwrap().split("</td>").next().unwrap().to_owned()
        };
        assert!(cell("2026-03-05").contains("is-received"));
        assert!(cell("2026-03-05").contains("afgørelsen kom"));
        assert!(
            cell("2026-03-12").contains("is-full-week") && cell("2026-03-12").contains("1 uge")
        );
        assert!(cell("2026-03-13").contains("is-even-week"));
        assert!(!cell("2026-03-12").contains("is-even-week"));
        assert!(cell("2026-03-10").contains("aria-current=\"date\""));
        let safest = cell("2026-04-02");
        for part in ["is-safest", "is-day-off", "4 uger", "sikreste dato", "skærtorsdag"] {
            assert!(safest.contains(part), "no {part} in {safest}");
        }
        assert!(cell("2026-04-07").contains("is-deadline"));
        assert!(cell("2026-04-07").contains("fristen slutter"));
        for sentence in [
            "Dag 0 er torsdag den 5. marts 2026.",
            "Dag 28 er torsdag den 2. april 2026.",
            "Den dag er det skærtorsdag.",
            "tirsdag den 7. april 2026: fristen slutter",
            "tirsdag den 10. marts 2026: i dag",
        ] {
            assert!(html.contains(sentence), "no »{sentence}« in {html}");
        }
        assert_eq!(html.matches("<caption>").count(), 2);
        assert!(html.contains("<caption>april 2026</caption>"));
    }

    #[test]
    fn a_deadline_that_stays_has_no_second_mark_and_today_only_when_inside() {
        let html = drawn("2026-11-02", "2026-12-24");
        assert!(!html.contains("is-deadline") && !html.contains("is-day-off"));
        assert!(!html.contains("is-today") && !html.contains("aria-current"));
        assert!(html.contains("Det er også fristens sidste dag."));
    }
}
