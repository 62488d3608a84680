//! Each tool's result in brief: what came of it, what was answered, what to ask and what to bring.
//!
//! It is made from a request alone, so a page of paper for a meeting and the check of a saved
//! result say the same in the same words. Texts only; `html::brief` gives them their form.

mod complaint;
mod eligibility;
mod follow_up;
mod free_choice;
mod payment;
mod respite;
mod suggest;

use super::near_change;
use crate::draft::Context;
use crate::html::parts::source_text;
use crate::request::Request;
use crate::request::error::ContractError;
use crate::rules::date::DateRange;
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format::day_range;
use crate::text::words::Words;

/// A result in brief.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// The tool and what it was asked about.
    pub title: String,
    /// What came of it: name and value.
    pub findings: Vec<(String, String)>,
    /// What a reader should know, a sentence or two each; the first says that it is an estimate.
    pub notes: Vec<String>,
    /// What was answered: name and value.
    pub inputs: Vec<(String, String)>,
    /// Where the rule stands: standard, section and approval.
    pub source: String,
    /// What the text leaves open here, as questions to the municipality. The same question of two
    /// tools is the same string.
    pub questions: Vec<String>,
    /// What to bring to a meeting. The same document of two tools is the same string.
    pub documents: Vec<String>,
}

/// The result of a request in brief. The request of a suggested plan is searched for to its end,
/// which can take seconds.
///
/// # Errors
/// [`ContractError`] when the rules refuse the request, as [`Request::answer`] does.
pub fn of(request: &Request, context: Context) -> Result<Brief, ContractError> {
    let mut brief = of_tool(request, context)?;
    brief.notes.extend(near_change::notes(request, context));
    Ok(brief)
}

/// The same without what stands with it near a change of numbers.
pub(super) fn of_tool(request: &Request, context: Context) -> Result<Brief, ContractError> {
    match request {
        Request::Respite(plan) => respite::brief(plan, context),
        Request::Payment(budget) => payment::brief(budget, context),
        Request::Complaint(decision) => complaint::brief(decision, context),
        Request::FollowUp(move_in) => follow_up::brief(move_in, context),
        Request::FreeChoice(wish) => free_choice::brief(wish, context),
        Request::Eligibility(situation) => eligibility::brief(situation, context),
        Request::Suggest(wishes) => suggest::brief(wishes, context),
    }
}

impl Brief {
    /// A brief with its title, its source and the sentence that calls it an estimate.
    fn new(
        title: String,
        (standard, section): (WhichStandard, Section),
        estimate: &str,
        context: Context,
    ) -> Brief {
        Brief::with_source(title, source_text(standard, section, context), estimate)
    }

    /// The same with a source that is not a section of the standards alone.
    fn with_source(title: String, source: String, estimate: &str) -> Brief {
        Brief { title, source, notes: vec![estimate.to_owned()], ..Brief::default() }
    }

    fn find(&mut self, name: &str, value: String) {
        self.findings.push((name.to_owned(), value));
    }

    fn note(&mut self, sentence: &str) {
        self.notes.push(sentence.to_owned());
    }

    fn answered(&mut self, name: &str, value: String) {
        self.inputs.push((name.to_owned(), value));
    }

    /// Asks a question, once.
    fn ask(&mut self, question: &str) {
        if !self.questions.iter().any(|asked| asked == question) {
            self.questions.push(question.to_owned());
        }
    }

    /// Names a document to bring.
    fn bring(&mut self, document: &str) {
        self.documents.push(document.to_owned());
    }
}

/// `Klagefrist: længerevarende botilbud`.
fn titled(tool: &str, about: &str, words: &Words) -> String {
    let mut about = about.to_owned();
    if let Some(first) = about.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    words.brief.titled(tool, about)
}

/// `6.–9. marts (4 døgn), 3.–6. april (4 døgn)`: ranges of dates in one line, with the year where
/// it is another than the reader knows.
fn date_list(ranges: &[DateRange], with_days: bool, year: Option<i32>, words: &Words) -> String {
    let mut list = String::new();
    for range in ranges {
        if !list.is_empty() {
            list.push_str(", ");
        }
        let dates = day_range(*range, year, words);
        list.push_str(&match with_days {
            true => words.brief.respite.stay(dates, words.respite.days_count(range.days())),
            false => dates,
        });
    }
    match list.is_empty() {
        true => words.brief.none.to_owned(),
        false => list,
    }
}

#[cfg(test)]
mod testing {
    use super::{Brief, of};
    use crate::draft::testing::context;
    use crate::request::read;
    use crate::text::format::NO_BREAK_SPACE;

    /// The brief of a line of the contract, with plain spaces.
    pub fn brief(line: &str) -> Brief {
        let request = read(line.as_bytes()).unwrap_or_else(|error| panic!("{line}: {error:?}"));
        let Brief { title, findings, notes, inputs, source, questions, documents } =
            of(&request, context()).unwrap();
        let plain = |text: String| text.replace(NO_BREAK_SPACE, " ");
        let list = |texts: Vec<String>| texts.into_iter().map(plain).collect();
        let pairs = |pairs: Vec<(String, String)>| {
            pairs.into_iter().map(|(name, value)| (plain(name), plain(value))).collect()
        };
        Brief {
            title: plain(title),
            findings: pairs(findings),
            notes: list(notes),
            inputs: pairs(inputs),
            source: plain(source),
            questions: list(questions),
            documents: list(documents),
        }
    }

    /// Pairs as a test writes them.
    pub fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    /// Every code must have a sentence of its own.
    pub fn assert_own_sentences(mut sentences: Vec<String>) {
        assert!(sentences.iter().all(|sentence| sentence.ends_with('.')), "{sentences:?}");
        let count = sentences.len();
        sentences.sort_unstable();
        sentences.dedup();
        assert_eq!(sentences.len(), count, "{sentences:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::date::Date;
    use crate::text::words::DA;

    #[test]
    fn lists_of_dates_say_the_year_only_where_it_is_another() {
        let range =
            |from, to| DateRange { from: Date::parse(from).unwrap(), to: Date::parse(to).unwrap() };
        let ranges = [range("2026-03-06", "2026-03-09"), range("2027-01-01", "2027-01-01")];
        let list = |days, year| date_list(&ranges, days, year, &DA);
        assert_eq!(list(true, Some(2026)), "6.–9. marts (4 døgn), 1. januar 2027 (1 døgn)");
        assert_eq!(list(false, None), "6.–9. marts 2026, 1. januar 2027");
        assert_eq!(date_list(&[], true, None, &DA), "Ingen");
    }

    #[test]
    fn what_is_asked_about_begins_small_in_a_title() {
        assert_eq!(titled("Klagefrist", "Egen lejebolig", &DA), "Klagefrist: egen lejebolig");
        assert_eq!(titled("Klagefrist", "", &DA), "Klagefrist: ");
        assert_eq!(titled("Klagefrist", "Ældre", &DA), "Klagefrist: Ældre");
    }
}
