//! A plan of respite in brief: the days of each year, and the stays in one line.

use super::{Brief, date_list, titled};
use crate::draft::Context;
use crate::request::ask;
use crate::request::error::ContractError;
use crate::results::respite::{days_by_arrival, days_in_temporary_housing};
use crate::rules::date::{Date, DateRange};
use crate::rules::respite::{Note, Plan, Respite, TemporaryStay, Usage};
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format::{day_range, range, short_date};
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
        note_in_words(&mut brief, *note, plan, &result, words);
        brief.ask(note_question(*note, words));
    }
    let granted = result.years.first().map(|row| row.usage.granted);
    days_granted(&mut brief, words.respite.granted, plan.granted_days, granted, words);
    inputs(&mut brief, plan, &result, one_year(years), words);
    Ok(brief)
}

/// A brief about respite, with what is asked and brought for every plan.
pub fn new(about: &str, context: Context) -> Brief {
    let words = context.words;
    let title = titled(words.brief.respite.title, about, words);
    let source = (WhichStandard::Temporary, Section::Holds);
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
pub fn days_granted(
    brief: &mut Brief,
    name: &str,
    given: Option<u32>,
    counted: Option<u32>,
    words: &Words,
) {
    let value = match (given, counted) {
        (Some(days), _) => days.to_string(),
        (None, Some(days)) => words.brief.respite.granted_assumed(days),
        (None, None) => words.brief.not_stated.to_owned(),
    };
    brief.answered(name, value);
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

/// A note in words, with the figures of every reading.
fn note_in_words(brief: &mut Brief, note: Note, plan: &Plan, result: &Respite, words: &Words) {
    match note {
        Note::SharedDay => shared_days(brief, result, words),
        Note::OverGranted => brief.note(words.brief.respite.over_granted),
        Note::OverIn12Months => {
            if let Some(window) = result.busiest_12_months {
                let period = range(window.period, words);
                let notes = &words.respite.notes;
                brief.note(&notes.over_in_12_months(period, window.days, window.over));
            }
        }
        Note::OverInGrantYear => grant_years_over(brief, result, words),
        Note::DuringTemporaryHousing => {
            let all: u32 = result.stays.iter().map(|stay| stay.days).sum();
            let inside = days_in_temporary_housing(plan);
            let rest = all.saturating_sub(inside);
            brief.note(&words.brief.respite.during_temporary(inside, all, rest));
        }
        Note::SpansNewYear => new_years(brief, result, words),
    }
}

/// The years whose days differ when a shared date counts once.
fn shared_days(brief: &mut Brief, result: &Respite, words: &Words) {
    for row in &result.years {
        let Usage { days, distinct_days, .. } = row.usage;
        if days != distinct_days {
            let figures = words.respite.notes.shared_day_figures(row.year, days, distinct_days);
            brief.note(&words.brief.respite.shared_day(figures));
        }
    }
}

fn grant_years_over(brief: &mut Brief, result: &Respite, words: &Words) {
    for row in result.grant_years.iter().flatten() {
        let Usage { days, over, .. } = row.usage;
        if over > 0 {
            let period = range(row.period, words);
            brief.note(&words.respite.notes.grant_year_figures(period, days, over));
        }
    }
}

/// The years whose days differ when a stay counts whole where it begins.
fn new_years(brief: &mut Brief, result: &Respite, words: &Words) {
    brief.note(words.brief.respite.new_year);
    for row in &result.years {
        let (days, by_arrival) = (row.usage.days, days_by_arrival(result, row.year));
        if by_arrival != days {
            brief.note(&words.respite.notes.new_year_figures(row.year, days, by_arrival));
        }
    }
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
        Some(to) => day_range(covered(home.from, to), None, words),
        None => words.brief.respite.housing_from(short_date(home.from, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::results::brief::testing::{brief, pairs};
    use crate::rules::date::Date;
    use crate::rules::respite::Stay;
    use crate::text::words::DA;

    /// Thirteen stays in a year: a weekend a month and a week in summer.
    const YEAR: &str = r#"{"tool":"respite","granted_days":55,"stays":[
        {"arrival":"2026-07-06","departure":"2026-07-12"},
        {"arrival":"2026-01-09","departure":"2026-01-12"},{"arrival":"2026-02-06","departure":"2026-02-09"},
        {"arrival":"2026-03-06","departure":"2026-03-09"},{"arrival":"2026-04-10","departure":"2026-04-13"},
        {"arrival":"2026-05-08","departure":"2026-05-11"},{"arrival":"2026-06-05","departure":"2026-06-08"},
        {"arrival":"2026-07-31","departure":"2026-08-03"},{"arrival":"2026-08-21","departure":"2026-08-24"},
        {"arrival":"2026-09-11","departure":"2026-09-14"},{"arrival":"2026-10-09","departure":"2026-10-12"},
        {"arrival":"2026-11-06","departure":"2026-11-09"},{"arrival":"2026-12-04","departure":"2026-12-07"}]}"#;

    #[test]
    fn a_year_of_thirteen_stays_is_one_finding_and_one_line_of_stays() {
        let brief = brief(YEAR);
        assert_eq!(brief.title, "Aflastning: planen for 2026");
        assert_eq!(brief.findings, pairs(&[("Kalenderåret 2026", "55 af 55 døgn. 0 tilbage.")]));
        let stays = "9.–12. januar (4 døgn), 6.–9. februar (4 døgn), 6.–9. marts (4 døgn), \
                     10.–13. april (4 døgn), 8.–11. maj (4 døgn), 5.–8. juni (4 døgn), \
                     6.–12. juli (7 døgn), 31. juli–3. august (4 døgn), 21.–24. august (4 døgn), \
                     11.–14. september (4 døgn), 9.–12. oktober (4 døgn), 6.–9. november (4 døgn), \
                     4.–7. december (4 døgn)";
        let inputs = [("Bevilgede døgn om året", "55"), ("Ophold", stays)];
        assert_eq!(brief.inputs, pairs(&inputs));
        assert_eq!(brief.notes, [DA.respite.estimate]);
        assert_eq!(brief.questions, ["Hvilket år følger de bevilgede døgn?"]);
    }

    #[test]
    fn every_reading_of_a_difficult_plan_is_there_with_its_figures() {
        let brief = brief(
            r#"{"tool":"respite","granted_days":3,"grant_start":"2025-12-01","stays":[
                {"arrival":"2025-12-30","departure":"2026-01-02"},
                {"arrival":"2026-01-02","departure":"2026-01-05"}],
                "temporary_housing":[{"from":"2026-01-04","to":"2026-01-04"},{"from":"2026-01-05"}]}"#,
        );
        assert_eq!(brief.title, "Aflastning: planen for 2025–2026");
        let findings = [
            ("Kalenderåret 2025", "2 af 3 døgn. 1 tilbage."),
            ("Kalenderåret 2026", "6 af 3 døgn. 3 for mange."),
            ("Bevillingsåret 1. december 2025 – 30. november 2026", "8 af 3 døgn. 5 for mange."),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let notes = [
            DA.respite.estimate,
            "To ophold deler en dag. I 2026 er det 6 døgn, når dagen tæller to gange, og 5 døgn, \
             når den tæller én gang.",
            "Planen har flere døgn, end der er bevilget.",
            "Kommunen giver ikke aflastning, mens man bor i et midlertidigt botilbud. 4 af planens \
             8 døgn ligger i ophold, der rører ved perioden. Uden dem er der 4.",
            "Et ophold går hen over nytår. Vi tæller hver dag i sit eget år.",
            "2025: 2 døgn, når hver dag tæller i sit eget år, og 4, når ankomsten afgør det.",
            "2026: 6 døgn, når hver dag tæller i sit eget år, og 4, når ankomsten afgør det.",
        ];
        assert_eq!(brief.notes, notes);
        let inputs = [
            ("Bevilgede døgn om året", "3"),
            ("Første dag i bevillingen", "1. december 2025"),
            ("I midlertidigt botilbud", "4. januar 2026"),
            ("I midlertidigt botilbud", "fra 5. januar 2026"),
            ("Ophold", "30. december 2025–2. januar 2026 (4 døgn), 2.–5. januar 2026 (4 døgn)"),
        ];
        assert_eq!(brief.inputs, pairs(&inputs));
        let questions = &DA.brief.questions;
        let asked = [
            questions.which_year,
            questions.shared_day,
            questions.more_days,
            questions.beside_temporary,
            questions.new_year,
        ];
        assert_eq!(brief.questions, asked);
    }

    #[test]
    fn twelve_months_and_grant_years_that_are_over_are_said() {
        let brief = brief(
            r#"{"tool":"respite","grant_start":"2025-07-01","stays":[
                {"arrival":"2025-09-01","departure":"2025-09-30"},
                {"arrival":"2026-03-01","departure":"2026-03-30"}]}"#,
        );
        let notes = [
            DA.respite.estimate,
            "I de 12 måneder 1. september 2025 – 31. august 2026 er der 60 døgn. Det er 5 for \
             mange, selv om hvert kalenderår holder.",
            "I bevillingsåret 1. juli 2025 – 30. juni 2026 er der 60 døgn. Det er 5 for mange.",
        ];
        assert_eq!(brief.notes, notes);
        let granted = ("Bevilgede døgn om året", "Ikke oplyst. Regnet med 55.");
        assert_eq!(brief.inputs[..1], pairs(&[granted]));
        assert!(brief.questions.contains(&DA.brief.questions.granted.to_owned()));
    }

    #[test]
    fn a_plan_without_stays_shows_no_nought() {
        let brief = brief(r#"{"tool":"respite","stays":[]}"#);
        assert_eq!(brief.title, "Aflastning: planen er tom");
        assert_eq!(brief.findings, pairs(&[("Ophold", "Ingen")]));
        let inputs = [("Bevilgede døgn om året", "Ikke oplyst"), ("Ophold", "Ingen")];
        assert_eq!(brief.inputs, pairs(&inputs));
    }

    #[test]
    fn every_note_has_sentences_of_its_own() {
        let date = |text| Date::parse(text).unwrap();
        let stay = |from, to| Stay::new(date(from), date(to)).unwrap();
        let plan = Plan {
            granted_days: Some(2),
            stays: vec![stay("2025-12-30", "2026-01-02"), stay("2026-01-02", "2026-01-05")],
            grant_start: Some(date("2025-12-01")),
            temporary_housing: vec![],
        };
        let result = ask(&plan, context().standard).unwrap().result;
        let mut sentences = Vec::new();
        for note in Note::ALL {
            let mut brief = Brief::default();
            note_in_words(&mut brief, *note, &plan, &result, &DA);
            assert!(!brief.notes.is_empty(), "{note:?}");
            sentences.append(&mut brief.notes);
        }
        crate::results::brief::testing::assert_own_sentences(sentences);
    }
}
