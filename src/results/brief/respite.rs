//! A plan of respite in brief: the days of each year, and the stays in one line.

use super::{Brief, date_list, titled};
use crate::draft::Context;
use crate::request::ask;
use crate::request::error::ContractError;
use crate::results::respite::{days_by_arrival, days_in_temporary_housing};
use crate::rules::date::{Date, DateRange};
use crate::rules::respite::{Note, Plan, Respite, TemporaryStay, Usage};
use crate::rules::standard::WhichStandard;
use crate::text::format::{range, short_date};
use crate::text::words::Words;

/// A plan of respite in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the plan.
pub fn brief(plan: &Plan, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let result = ask(plan, context.standard)?.result;
    let years = result.years.first().zip(result.years.last());
    let years = years.map(|(first, last)| (first.year, last.year));
    let about = match years {
        Some(years) => words.brief.respite.plan(year_span(years)),
        None => words.brief.respite.empty.to_owned(),
    };
    let mut brief = new(&about, context);
    findings(&mut brief, &result, words);
    for note in &result.notes {
        for sentence in note_sentences(*note, plan, &result, words) {
            brief.note(&sentence);
        }
        brief.ask(note_question(*note, words));
    }
    let granted = result.years.first().map(|row| row.usage.granted);
    days_granted(&mut brief, plan.granted_days, granted, words);
    inputs(&mut brief, plan, &result, one_year(years), words);
    Ok(brief)
}

/// A brief about respite, with what is asked and brought for every plan.
pub fn new(about: &str, context: Context) -> Brief {
    let words = context.words;
    let title = titled(words.brief.respite.title, about, words);
    let source = (WhichStandard::Temporary, words.respite.section);
    let mut brief = Brief::new(title, source, words.respite.estimate, context);
    brief.ask(words.brief.questions.which_year);
    brief.bring(words.brief.documents.decision);
    brief.bring(words.brief.documents.stays);
    brief
}

/// `2026`, or `2026–2028`.
pub fn year_span((first, last): (i32, i32)) -> String {
    match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    }
}

/// The year that needs no naming, because the title names it alone.
pub fn one_year(years: Option<(i32, i32)>) -> Option<i32> {
    years.filter(|(first, last)| first == last).map(|(year, _)| year)
}

/// Days used of those granted, and days left or too many.
pub fn used(days: u32, granted: u32, words: &Words) -> String {
    let words = &words.brief.respite;
    match days.saturating_sub(granted) {
        0 => words.within(days, granted, granted.saturating_sub(days)),
        over => words.over(days, granted, over),
    }
}

/// The days granted as answered; when they are not, what was counted with.
pub fn days_granted(brief: &mut Brief, given: Option<u32>, counted: Option<u32>, words: &Words) {
    let value = match (given, counted) {
        (Some(days), _) => days.to_string(),
        (None, Some(days)) => words.brief.respite.granted_assumed(days),
        (None, None) => words.brief.not_stated.to_owned(),
    };
    brief.answered(words.respite.granted, value);
    if given.is_none() {
        brief.ask(words.brief.questions.granted);
    }
}

fn findings(brief: &mut Brief, result: &Respite, words: &Words) {
    let value = |usage: &Usage| used(usage.days, usage.granted, words);
    for row in &result.years {
        brief.find(&words.respite.calendar_year(row.year), value(&row.usage));
    }
    for row in result.grant_years.iter().flatten() {
        brief.find(&words.respite.grant_year(range(row.period, words)), value(&row.usage));
    }
    if result.years.is_empty() {
        brief.find(words.respite.stays, words.brief.none.to_owned());
    }
}

/// A note in sentences, with the figures of every reading.
fn note_sentences(note: Note, plan: &Plan, result: &Respite, words: &Words) -> Vec<String> {
    let brief = &words.brief.respite;
    let notes = &words.respite.notes;
    let mut sentences = Vec::new();
    match note {
        Note::SharedDay => {
            for row in &result.years {
                let Usage { days, distinct_days, .. } = row.usage;
                if days != distinct_days {
                    let figures = notes.shared_day_figures(row.year, days, distinct_days);
                    sentences.push(brief.shared_day(figures));
                }
            }
        }
        Note::OverGranted => sentences.push(brief.over_granted.to_owned()),
        Note::OverIn12Months => {
            if let Some(window) = result.busiest_12_months {
                let period = range(window.period, words);
                sentences.push(notes.over_in_12_months(period, window.days, window.over));
            }
        }
        Note::OverInGrantYear => {
            for row in result.grant_years.iter().flatten() {
                if row.usage.over > 0 {
                    let period = range(row.period, words);
                    let figures = notes.grant_year_figures(period, row.usage.days, row.usage.over);
                    sentences.push(figures);
                }
            }
        }
        Note::DuringTemporaryHousing => {
            let all: u32 = result.stays.iter().map(|stay| stay.days).sum();
            sentences.push(brief.during_temporary(days_in_temporary_housing(plan), all));
        }
        Note::SpansNewYear => {
            sentences.push(brief.new_year.to_owned());
            for row in &result.years {
                let by_arrival = days_by_arrival(result, row.year);
                if by_arrival != row.usage.days {
                    sentences.push(notes.new_year_figures(row.year, row.usage.days, by_arrival));
                }
            }
        }
    }
    sentences
}

/// What to ask because of a note.
fn note_question(note: Note, words: &Words) -> &'static str {
    let questions = &words.brief.questions;
    match note {
        Note::SharedDay => questions.shared_day,
        Note::OverGranted => questions.more_days,
        Note::OverIn12Months | Note::OverInGrantYear => questions.which_year,
        Note::DuringTemporaryHousing => questions.beside_temporary,
        Note::SpansNewYear => questions.new_year,
    }
}

fn inputs(brief: &mut Brief, plan: &Plan, result: &Respite, year: Option<i32>, words: &Words) {
    if let Some(start) = plan.grant_start {
        brief.answered(words.brief.respite.grant_start, short_date(start, words));
    }
    for home in &plan.temporary_housing {
        brief.answered(words.brief.respite.housing, housing(*home, words));
    }
    let stays = result.stays.iter().map(|stay| covered(stay.arrival, stay.departure));
    let stays: Vec<DateRange> = stays.collect();
    brief.answered(words.respite.stays, date_list(&stays, true, year, words));
}

fn covered(from: Date, to: Date) -> DateRange {
    DateRange { from, to }
}

/// A longer stay in temporary housing; one without an end goes on.
fn housing(home: TemporaryStay, words: &Words) -> String {
    match home.to {
        Some(to) => range(covered(home.from, to), words),
        None => words.brief.respite.housing_from(short_date(home.from, words)),
    }
}
