//! Free choice in brief: how it stands, condition by condition.

use super::{Brief, titled};
use crate::draft::Context;
use crate::request::ask;
use crate::request::error::ContractError;
use crate::results::eligibility::answer_word;
use crate::results::free_choice::{
    condition_texts, offer_name, price, question_texts, state, state_word, verdict_texts,
};
use crate::rules::free_choice::{Condition, FreeChoice, Wish};
use crate::rules::logic::Verdict;
use crate::rules::offer::Housing;
use crate::rules::standard::{Parameters, Section, WhichStandard};
use crate::text::format::{kroner, short_date, whole_percent};
use crate::text::words::Words;

/// Free choice in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the wish.
pub fn brief(wish: &Wish, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let result = ask(wish, context.standard)?.result;
    let names = &words.free_choice;
    let title = titled(names.result, offer_name(wish.offer, words), words);
    let standard = match wish.offer {
        Housing::Temporary => WhichStandard::Temporary,
        Housing::LongTerm | Housing::Lease => WhichStandard::LongTerm,
    };
    let mut brief = Brief::new(title, (standard, Section::Supplier), names.estimate, context);
    let (word, why) = verdict_texts(result.verdict, words);
    brief.find(names.result, word.to_owned());
    brief.note(why);
    match (wish.offer, context.standard.on(wish.date)) {
        (Housing::LongTerm | Housing::Lease, Ok(parameters)) => {
            conditions(&mut brief, wish, &result, &parameters, context);
        }
        // What was asked has been answered, so there are parameters on its date.
        (Housing::Temporary, _) | (_, Err(_)) => {
            brief.note(names.temporary);
            brief.ask(words.brief.questions.consulted);
        }
    }
    inputs(&mut brief, wish, &result, context);
    brief.bring(words.brief.documents.decision);
    brief.bring(words.brief.documents.wanted);
    brief.bring(words.brief.documents.prices);
    Ok(brief)
}

/// Each condition with its state, and what is known of the price.
fn conditions(
    brief: &mut Brief,
    wish: &Wish,
    result: &FreeChoice,
    parameters: &Parameters,
    context: Context,
) {
    let words = context.words;
    for one in Condition::ALL {
        let state = state(*one, wish, parameters);
        let (name, _) = condition_texts(*one, words);
        brief.find(name, state_word(state, context).to_owned());
        if let Some(question) = condition_question(*one, state, words) {
            brief.ask(question);
        }
    }
    for sentence in price(wish, result, context) {
        brief.note(&sentence);
    }
    match parameters.price_limit_percent {
        Some(limit) => brief.note(&words.brief.free_choice.reading(whole_percent(limit, words))),
        None => brief.ask(words.brief.questions.much_dearer),
    }
}

/// What to ask about a condition. The price compared with is the municipality's choice, however
/// the condition seems to stand.
fn condition_question(one: Condition, state: Verdict, words: &Words) -> Option<&'static str> {
    let questions = &words.brief.questions;
    let is_open = match state {
        Verdict::Possible | Verdict::Incomplete => true,
        Verdict::Likely | Verdict::Unlikely | Verdict::Barred | Verdict::NotOffered => false,
    };
    match one {
        Condition::Suitable => is_open.then_some(questions.suitable),
        Condition::Registered => None,
        Condition::Price => Some(questions.compared),
        Condition::Municipality => is_open.then_some(questions.both_agree),
    }
}

fn inputs(brief: &mut Brief, wish: &Wish, result: &FreeChoice, context: Context) {
    let words = context.words;
    let names = &words.free_choice;
    brief.answered(words.payment.input_offer, offer_name(wish.offer, words).to_owned());
    brief.answered(words.brief.date, short_date(wish.date, words));
    if let Some(price) = wish.wanted_price {
        brief.answered(names.wanted_price, kroner(price, words));
    }
    if let Some(price) = wish.reference_price {
        brief.answered(names.reference_price, kroner(price, words));
    }
    for (question, truth) in wish.answers.iter() {
        brief.answered(question_texts(question, words).0, answer_word(truth, context).to_owned());
    }
    for question in &result.missing {
        let asked = question_texts(*question, words).0;
        brief.answered(asked, words.brief.not_answered.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use crate::results::brief::testing::{brief, pairs};
    use crate::text::words::DA;

    #[test]
    fn each_condition_is_a_finding_and_the_price_a_note() {
        let brief = brief(
            r#"{"tool":"free_choice","offer":"long_term","date":"2026-11-22",
                "answers":{"suitable":"unknown","registered":"no","other_municipality":"yes"},
                "wanted_price":"98000.00","reference_price":"95000.00"}"#,
        );
        assert_eq!(brief.title, "Frit valg: længerevarende botilbud");
        let findings = [
            ("Frit valg", "Taler imod"),
            ("Det kan give den rette hjælp", "Uklart"),
            ("Det står på Tilbudsportalen", "Ser ikke opfyldt ud"),
            ("Det er ikke meget dyrere", "Ser opfyldt ud"),
            ("Kommunerne er med", "Mangler svar"),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let notes = [
            DA.free_choice.estimate,
            DA.free_choice.verdicts.unlikely.why,
            "Det ønskede botilbud er 3,16 % dyrere.",
            "Loven har siden 1. juli 2025 en grænse på 10 %. Det holder sig inden for den.",
            "Grænsen ligger ved 104.500 kr. om måneden.",
            "Standarden siger »væsentligt dyrere« uden et tal. Lovens grænse er 10 %.",
        ];
        assert_eq!(brief.notes, notes);
        let names = &DA.free_choice.questions;
        let inputs = [
            ("Bolig", "Længerevarende botilbud"),
            ("Gælder for dagen", "22. november 2026"),
            (DA.free_choice.wanted_price, "98.000 kr."),
            (DA.free_choice.reference_price, "95.000 kr."),
            (names.suitable.question, "Ved ikke"),
            (names.registered.question, "Nej"),
            (names.other_municipality.question, "Ja"),
        ];
        assert_eq!(brief.inputs, pairs(&inputs));
        let asked = &DA.brief.questions;
        assert_eq!(brief.questions, [asked.suitable, asked.compared, asked.both_agree]);
    }

    #[test]
    fn a_question_that_still_matters_is_listed_without_an_answer() {
        let brief = brief(
            r#"{"tool":"free_choice","offer":"lease","date":"2025-06-30","answers":{"suitable":"yes",
                "registered":"yes","other_municipality":"no"}}"#,
        );
        assert_eq!(brief.findings[0].1, "Mangler svar");
        let open = (DA.free_choice.questions.not_much_dearer.question, "Ikke svaret");
        assert_eq!(brief.inputs[5..], pairs(&[open]));
        assert_eq!(brief.notes[1], DA.free_choice.verdicts.incomplete.why);
        // There is no limit in the law before July 2025.
        assert_eq!(brief.notes.len(), 2);
        assert!(brief.questions.contains(&DA.brief.questions.much_dearer.to_owned()));
    }

    #[test]
    fn a_temporary_offer_is_told_what_applies_instead() {
        let brief =
            brief(r#"{"tool":"free_choice","offer":"temporary","date":"2026-11-22","answers":{}}"#);
        assert_eq!(brief.findings, pairs(&[("Frit valg", "Gælder ikke her")]));
        assert!(brief.notes.contains(&DA.free_choice.temporary.to_owned()));
        assert!(brief.source.contains("midlertidige"), "{}", brief.source);
    }
}
