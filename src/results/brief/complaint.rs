//! A complaint deadline in brief: the safest date first, then the later one.

use super::{Brief, titled};
use crate::draft::Context;
use crate::request::error::ContractError;
use crate::request::{Decision, ask};
use crate::results::dates::{complaint_source, days_off, notes, office_warning, reason};
use crate::results::payment::offer_name;
use crate::rules::date::DateRange;
use crate::rules::deadlines::{Complaint, Note};
use crate::text::format::{day_range, long_date, short_date};
use crate::text::words::Words;

/// A complaint deadline in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the date.
pub fn brief(decision: &Decision, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let result = ask(decision, context.standard)?.result;
    let names = &words.dates.complaint;
    let offer = offer_name(decision.offer, words);
    let title = titled(words.brief.complaint.title, offer, words);
    let source = complaint_source(decision.received, context);
    let mut brief = Brief::with_source(title, source, names.estimate);
    brief.find(names.result, long_date(result.four_weeks, words));
    if result.deadline != result.four_weeks {
        brief.find(words.brief.complaint.deadline, long_date(result.deadline, words));
    }
    brief.answered(words.dates.input_offer, offer.to_owned());
    brief.answered(words.dates.input_received, long_date(decision.received, words));
    brief.ask(words.brief.questions.time_of_day);
    for note in notes(&result, context) {
        brief.note(&note_sentence(note, &result, context));
        brief.ask(&note_question(note, &result, words));
    }
    brief.bring(words.brief.documents.decision);
    brief.bring(words.brief.documents.authority);
    Ok(brief)
}

/// A note in a sentence or two.
fn note_sentence(note: Note, result: &Complaint, context: Context) -> String {
    let words = context.words;
    match note {
        Note::MovedToWeekday => words.brief.complaint.moved(days_with_reasons(result, words)),
        Note::OfficeMayBeClosed => office_warning(result.deadline, context),
        Note::GeneralRules => words.brief.complaint.general.to_owned(),
    }
}

/// `2. april (skærtorsdag), 3. april (langfredag)`: the days off that the deadline moves past.
fn days_with_reasons(result: &Complaint, words: &Words) -> String {
    let mut days = String::new();
    for date in days_off(result) {
        if !days.is_empty() {
            days.push_str(", ");
        }
        let year = Some(result.four_weeks.year());
        let day = day_range(DateRange { from: date, to: date }, year, words);
        days.push_str(&words.brief.complaint.day_off(day, reason(date, words)));
    }
    days
}

/// What to ask because of a note.
fn note_question(note: Note, result: &Complaint, words: &Words) -> String {
    let questions = &words.brief.questions;
    match note {
        Note::MovedToWeekday => questions.day_off.to_owned(),
        Note::OfficeMayBeClosed => questions.office_open(short_date(result.deadline, words)),
        Note::GeneralRules => questions.general_rules.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::results::brief::testing::{assert_own_sentences, brief, pairs};
    use crate::rules::date::Date;
    use crate::rules::offer::Housing;
    use crate::rules::standard::{BUILT_IN, Standard};
    use crate::text::words::DA;

    #[test]
    fn a_moved_deadline_names_each_day_off() {
        let brief = brief(r#"{"tool":"complaint","offer":"long_term","received":"2026-03-05"}"#);
        assert_eq!(brief.title, "Klagefrist: længerevarende botilbud");
        let findings = [
            ("Lad klagen være fremme senest", "torsdag den 2. april 2026"),
            ("Fristen løber efter almindelig praksis til", "tirsdag den 7. april 2026"),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let moved = "Fristen flytter sig forbi fridage: 2. april (skærtorsdag), 3. april \
                     (langfredag), 4. april (weekend), 5. april (påskedag), 6. april (anden \
                     påskedag).";
        assert_eq!(brief.notes, [DA.dates.complaint.estimate, moved]);
        let inputs =
            [("Bolig", "Længerevarende botilbud"), ("Afgørelsen kom", "torsdag den 5. marts 2026")];
        assert_eq!(brief.inputs, pairs(&inputs));
        let questions = &DA.brief.questions;
        assert_eq!(brief.questions, [questions.time_of_day, questions.day_off]);
    }

    #[test]
    fn days_off_over_new_year_say_the_other_year() {
        let brief = brief(r#"{"tool":"complaint","offer":"lease","received":"2033-12-03"}"#);
        assert!(
            brief.notes[1].ends_with("31. december (weekend), 1. januar 2034 (nytårsdag)."),
            "{:?}",
            brief.notes
        );
    }

    #[test]
    fn a_closed_office_and_general_rules_are_noted() {
        let brief = brief(r#"{"tool":"complaint","offer":"temporary","received":"2026-11-26"}"#);
        let findings = [("Lad klagen være fremme senest", "torsdag den 24. december 2026")];
        assert_eq!(brief.findings, pairs(&findings));
        let office = "Fristen slutter torsdag den 24. december 2026. Det er juleaftensdag, og mange \
                      kontorer holder lukket. Lad klagen være fremme senest onsdag den 23. december \
                      2026.";
        let notes = [DA.dates.complaint.estimate, office, DA.brief.complaint.general];
        assert_eq!(brief.notes, notes);
        let open = "Har kontoret åbent den 24. december 2026?".to_owned();
        assert!(brief.questions.contains(&open));
    }

    #[test]
    fn a_closing_day_that_the_municipality_has_told_is_no_maybe() {
        let mail = "\"mail\": \"vf@koege.dk\"";
        let closed = format!(
            "{mail}, \"closing_days\": [{{\"from\": \"2026-04-02\", \"to\": \"2026-04-07\", \"name\": \"påskeferie\"}}]"
        );
        let data = BUILT_IN.replacen(mail, &closed, 1);
        let standard = Box::leak(Box::new(Standard::load(&data).unwrap()));
        let received = Date::parse("2026-03-10").unwrap();
        let decision = Decision { offer: Housing::LongTerm, received };
        let brief = super::brief(&decision, Context { standard, ..context() }).unwrap();
        // The rules know nothing of it; the deadline stays where it is.
        let result = ask(&decision, standard).unwrap().result;
        assert_eq!((result.deadline.iso().as_str(), result.notes.len()), ("2026-04-07", 0));
        let told = &brief.notes[1];
        assert!(told.contains("har kommunen lukket (påskeferie)"), "{told}");
        assert!(told.ends_with("senest onsdag den 1. april 2026."), "{told}");
    }

    #[test]
    fn every_note_has_a_sentence_of_its_own() {
        let received = Date::parse("2026-11-26").unwrap();
        let decision = Decision { offer: Housing::Temporary, received };
        let result = ask(&decision, context().standard).unwrap().result;
        let sentences = Note::ALL.iter().map(|note| note_sentence(*note, &result, context()));
        assert_own_sentences(sentences.collect());
    }
}
