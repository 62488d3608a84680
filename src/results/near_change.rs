//! A result near a day on which the standard's numbers change: what it is before and from then on.

use maud::{Markup, html};

use super::brief;
use super::parameters;
use crate::app::tool::Outcome;
use crate::draft::Context;
use crate::html::parts;
use crate::request::Request;
use crate::rules::date::Date;
use crate::rules::standard::{Entry, Standard};
use crate::text::format::short_date;

/// Names and values of what came of a request.
type Findings = Vec<(String, String)>;

/// A day near the date asked about on which the result changes.
struct NearChange {
    day: Date,
    /// Whether the date asked about lies before the day.
    is_ahead: bool,
    before: Findings,
    after: Findings,
}

/// What stands with a result that would be another a little earlier or later.
pub fn section(outcome: &Outcome, context: Context) -> Markup {
    let requests = outcome.requests();
    html! {
        @for (number, request) in requests.iter().enumerate() {
            @for change in changes(request, context) {
                section.section aria-labelledby=(heading_id(number, &change)) {
                    h2 id=(heading_id(number, &change)) { (heading(request, requests.len(), context)) }
                    (told(&change, context))
                }
            }
        }
    }
}

/// The same in a sentence for each change, for a result in brief.
pub fn notes(request: &Request, context: Context) -> Vec<String> {
    let words = &context.words.near;
    let note = |change: NearChange| {
        let day = short_date(change.day, context.words);
        let other = if change.is_ahead { &change.after } else { &change.before };
        let mut list = String::new();
        for (name, value) in other {
            if !list.is_empty() {
                list.push_str("; ");
            }
            list.push_str(&words.finding(name, value));
        }
        if change.is_ahead { words.note_ahead(day, list) } else { words.note_back(day, list) }
    };
    changes(request, context).into_iter().map(note).collect()
}

/// The days near the date asked about on which what comes of a request changes.
fn changes(request: &Request, context: Context) -> Vec<NearChange> {
    let Some(asked) = request.asked_on().filter(|_| !matches!(request, Request::Suggest(_))) else {
        // A plan that was searched for is not searched for again with other numbers.
        return Vec::new();
    };
    let standard: &'static Standard = context.standard;
    let findings = |day: Date| {
        let standard = standard.as_on(day)?;
        brief::of_tool(request, Context { standard, ..context }).ok().map(|brief| brief.findings)
    };
    let change = |day: Date| {
        let (before, after) = (findings(day.plus_days(-1))?, findings(day)?);
        (before != after).then_some(NearChange { day, is_ahead: asked < day, before, after })
    };
    standard.changes_near(asked).filter_map(change).collect()
}

fn heading_id(number: usize, change: &NearChange) -> String {
    format!("near-{number}-{}", change.day.iso())
}

fn heading(request: &Request, of: usize, context: Context) -> String {
    let words = &context.words.near;
    match request {
        Request::Payment(budget) if of > 1 => {
            words.heading_of(super::payment::offer_name(budget.offer, context.words))
        }
        _ => words.heading.to_owned(),
    }
}

/// Which numbers change, and the result before and from then on.
fn told(change: &NearChange, context: Context) -> Markup {
    let words = &context.words.near;
    let day = short_date(change.day, context.words);
    html! {
        p { @if change.is_ahead { (words.ahead(&day)) } @else { (words.back(&day)) } }
        ul { @for (old, new) in changed(change.day, context) { li { (number(&old, &new, context)) } } }
        div.table--responsive-scroll tabindex="0" role="region" aria-label=(words.table(&day)) {
            table.table {
                caption { (words.table(&day)) }
                thead {
                    tr {
                        th scope="col" { (words.what) }
                        th scope="col" { (words.before(&day)) }
                        th scope="col" { (words.from(&day)) }
                    }
                }
                tbody { @for row in rows(change) { (row_of(&row, context)) } }
            }
        }
        (parts::estimate(words.ask))
    }
}

fn number(old: &Entry, new: &Entry, context: Context) -> String {
    context.words.near.number(
        parameters::name(new.id, context),
        parameters::value(old, context),
        parameters::value(new, context),
        parameters::source(&new.source, context),
    )
}

/// The numbers that change on a day, each with its value before.
fn changed(day: Date, context: Context) -> Vec<(Entry, Entry)> {
    let entries = context.standard.entries();
    let new = entries.iter().filter(|entry| entry.from == day);
    let pair = |new: &Entry| {
        let old = context.standard.entry(new.id, day.plus_days(-1))?;
        Some((old, new.clone()))
    };
    new.filter_map(pair).collect()
}

/// A finding by its name, before and from the day on; none where there is no such finding.
struct Row<'a> {
    name: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

fn rows(change: &NearChange) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for (name, before) in &change.before {
        let after = change.after.iter().find(|(own, _)| own == name);
        let after = after.map(|(_, value)| value.as_str());
        rows.push(Row { name, before: Some(before), after });
    }
    for (name, after) in &change.after {
        if !change.before.iter().any(|(own, _)| own == name) {
            rows.push(Row { name, before: None, after: Some(after) });
        }
    }
    rows
}

fn row_of(row: &Row, context: Context) -> Markup {
    let gone = context.words.near.gone;
    html! {
        tr {
            th scope="row" { (row.name) }
            td { (row.before.unwrap_or(gone)) }
            td { (row.after.unwrap_or(gone)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::request::read;
    use crate::text::format::NO_BREAK_SPACE;

    fn example() -> Context {
        let data = include_str!("../../examples/lilleby.json");
        Context { standard: Box::leak(Box::new(Standard::load(data).unwrap())), ..context() }
    }

    /// The notes of a payment on a date; the minimum rises on 1 January 2027.
    fn told(date: &str) -> Vec<String> {
        let line = format!(
            r#"{{"tool":"payment","offer":"temporary","date":"{date}","birth_date":"1990-05-04","income":[{{"kind":"pension","amount":"9000.00"}}],"expenses":[],"charges":[{{"kind":"food","amount":"8000.00"}}]}}"#
        );
        let notes = notes(&read(line.as_bytes()).unwrap(), example());
        notes.into_iter().map(|note| note.replace(NO_BREAK_SPACE, " ")).collect()
    }

    #[test]
    fn before_a_change_the_later_result_is_told_and_after_it_the_earlier() {
        let [ahead] = told("2026-11-22").try_into().unwrap();
        assert!(ahead.starts_with("Fra 1. januar 2027") && ahead.contains("5.850 kr."), "{ahead}");
        let [back] = told("2027-01-01").try_into().unwrap();
        assert!(back.starts_with("Før 1. januar 2027") && back.contains("6.000 kr."), "{back}");
    }

    #[test]
    fn a_change_is_near_a_year_ahead_and_three_months_back() {
        let count = |date| told(date).len();
        assert_eq!([count("2025-12-31"), count("2026-01-01")], [0, 1]);
        assert_eq!([count("2027-03-31"), count("2027-04-01")], [1, 0]);
    }

    #[test]
    fn a_result_that_stays_the_same_is_not_told_twice() {
        let line = r#"{"tool":"complaint","offer":"temporary","received":"2026-11-22"}"#;
        assert_eq!(notes(&read(line.as_bytes()).unwrap(), example()), [""; 0]);
    }
}
