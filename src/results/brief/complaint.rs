//! A complaint deadline in brief: the safest date first, then the later one.

use super::{Brief, titled};
use crate::draft::Context;
use crate::request::error::ContractError;
use crate::request::{Decision, ask};
use crate::results::dates::{days_off, reason};
use crate::results::payment::offer_name;
use crate::rules::date::DateRange;
use crate::rules::deadlines::{Complaint, Note};
use crate::rules::standard::WhichStandard;
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
    let source = (WhichStandard::LongTerm, names.section);
    let mut brief = Brief::new(title, source, names.estimate, context);
    brief.find(names.result, long_date(result.four_weeks, words));
    if result.deadline != result.four_weeks {
        brief.find(words.brief.complaint.deadline, long_date(result.deadline, words));
    }
    brief.answered(words.dates.input_offer, offer.to_owned());
    brief.answered(words.dates.input_received, long_date(decision.received, words));
    brief.ask(words.brief.questions.time_of_day);
    for note in &result.notes {
        brief.note(&note_sentence(*note, &result, words));
        brief.ask(&note_question(*note, &result, words));
    }
    brief.bring(words.brief.documents.decision);
    brief.bring(words.brief.documents.authority);
    Ok(brief)
}

/// A note in a sentence or two.
fn note_sentence(note: Note, result: &Complaint, words: &Words) -> String {
    match note {
        Note::MovedToWeekday => words.brief.complaint.moved(days_with_reasons(result, words)),
        Note::OfficeMayBeClosed => words.dates.complaint.office(long_date(result.deadline, words)),
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
