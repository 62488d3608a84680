//! Which offers may be for a person, in brief: a word for each.

use super::Brief;
use crate::draft::Context;
use crate::request::ask;
use crate::request::error::ContractError;
use crate::results::eligibility::{answer_word, rests_on_social_problems, texts};
use crate::rules::eligibility::{Bar, Eligibility, Missing, OfferRow, Situation};
use crate::rules::logic::Verdict;
use crate::rules::offer::Offer;
use crate::rules::standard::{Parameters, Section, WhichStandard};
use crate::text::format::short_date;
use crate::text::words::Words;

/// A word for each offer, in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the date.
pub fn brief(situation: &Situation, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let result = ask(situation, context.standard)?.result;
    let title = words.brief.eligibility.title.to_owned();
    let source = (WhichStandard::Both, Section::Receive);
    let mut brief = Brief::new(title, source, words.check.estimate, context);
    for row in &result.offers {
        brief.find(texts::offer(row.offer, words), verdict_word(row, words));
    }
    notes(&mut brief, situation, &result, context);
    inputs(&mut brief, situation, &result, context);
    for row in &result.offers {
        questions(&mut brief, row, situation, words);
    }
    brief.ask(words.brief.questions.change);
    brief.bring(words.brief.documents.decision);
    brief.bring(words.brief.documents.help);
    brief.bring(words.brief.documents.health);
    Ok(brief)
}

/// The verdict's word, with the day before which it cannot become another.
fn verdict_word(row: &OfferRow, words: &Words) -> String {
    let (word, _) = texts::verdict(row.verdict, words);
    match row.eligible_from {
        Some(date) => words.brief.eligibility.not_before(word, short_date(date, words)),
        None => word.to_owned(),
    }
}

fn notes(brief: &mut Brief, situation: &Situation, result: &Eligibility, context: Context) {
    let words = context.words;
    if let Ok(parameters) = context.standard.on(situation.date) {
        let bars = Bar::ALL.iter();
        for bar in bars.filter(|bar| result.offers.iter().any(|row| row.bars.contains(bar))) {
            brief.note(&bar_sentence(*bar, &parameters, words));
        }
    }
    if result.offers.iter().any(|row| row.verdict == Verdict::Incomplete) {
        brief.note(words.check.verdicts.incomplete.why);
    }
    if result.offers.iter().any(|row| rests_on_social(row, situation)) {
        brief.note(words.brief.eligibility.social);
    }
    let is_crisis = |row: &OfferRow| row.offer == Offer::Crisis;
    if result.offers.iter().any(|row| is_crisis(row) && row.verdict == Verdict::Possible) {
        brief.note(words.brief.eligibility.crisis);
    }
}

/// A firm obstacle in a sentence.
fn bar_sentence(bar: Bar, parameters: &Parameters, words: &Words) -> String {
    let words = &words.brief.eligibility;
    match bar {
        Bar::Under18 => words.under_age(parameters.adult_age),
        Bar::LivesInTemporaryHousing => words.lives_in_temporary_housing.to_owned(),
    }
}

/// Whether the standard and the law differ on this offer for this person.
fn rests_on_social(row: &OfferRow, situation: &Situation) -> bool {
    match row.offer {
        Offer::LongTerm | Offer::Lease => {
            row.verdict == Verdict::Possible && rests_on_social_problems(situation)
        }
        Offer::Temporary | Offer::Respite | Offer::Crisis => false,
    }
}

/// Every answer as a sentence, and every open question that can still change a verdict.
fn inputs(brief: &mut Brief, situation: &Situation, result: &Eligibility, context: Context) {
    let words = context.words;
    brief.answered(words.brief.date, short_date(situation.date, words));
    if let Some(date) = situation.birth_date {
        brief.answered(words.payment.input_born, short_date(date, words));
    }
    for (question, truth) in situation.answers.iter() {
        let sentence = texts::answer(question, truth, words);
        brief.answered(answer_word(truth, context), sentence.to_owned());
    }
    let mut missing: Vec<Missing> = Vec::new();
    for open in result.offers.iter().flat_map(|row| &row.missing) {
        if !missing.contains(open) {
            missing.push(*open);
        }
    }
    for open in missing {
        let question = match open {
            Missing::BirthDate => words.check.born,
            Missing::Answer(question) => texts::question(question, words).question,
        };
        brief.answered(words.brief.not_answered, question.to_owned());
    }
}

/// What the text leaves open about an offer that may be for the person.
fn questions(brief: &mut Brief, row: &OfferRow, situation: &Situation, words: &Words) {
    let questions = &words.brief.questions;
    match row.verdict {
        Verdict::Likely | Verdict::Possible => {}
        Verdict::Barred | Verdict::Incomplete | Verdict::Unlikely | Verdict::NotOffered => return,
    }
    match row.offer {
        Offer::Temporary | Offer::Crisis => brief.ask(questions.how_long),
        Offer::Respite => brief.ask(questions.respite_in_long_term),
        Offer::LongTerm | Offer::Lease => {
            if rests_on_social(row, situation) {
                brief.ask(questions.social);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::results::brief::testing::{assert_own_sentences, brief, pairs};
    use crate::text::words::DA;

    #[test]
    fn every_offer_has_its_word_and_every_answer_its_sentence() {
        let brief = brief(
            r#"{"tool":"eligibility","date":"2026-11-22","birth_date":"1990-01-01","answers":{
                "physical_impairment":"unknown","special_social_problems":"no",
                "support_for_a_period":"no","enough_support_at_home":"no","in_crisis_group":"yes",
                "lives_in_temporary_housing":"yes"}}"#,
        );
        let findings = [
            ("Midlertidigt botilbud", "Mangler svar"),
            ("Aflastningsophold", "Ikke nu"),
            ("Ophold ved krise eller overgang", "Måske"),
            ("Længerevarende botilbud", "Mangler svar"),
            ("Længerevarende botilbud med lejekontrakt", "Mangler svar"),
        ];
        assert_eq!(brief.findings, pairs(&findings));
        let questions = &DA.check.questions;
        let inputs = [
            ("Gælder for dagen", "22. november 2026"),
            ("Født", "1. januar 1990"),
            ("Ved ikke", questions.physical_impairment.unsure),
            ("Nej", questions.special_social_problems.no),
            ("Nej", questions.support_for_a_period.no),
            ("Nej", questions.enough_support_at_home.no),
            ("Ja", questions.in_crisis_group.yes),
            ("Ja", questions.lives_in_temporary_housing.yes),
            ("Ikke svaret", questions.mental_impairment.question),
            ("Ikke svaret", questions.impairment_is_lasting.question),
            ("Ikke svaret", questions.extensive_lasting_need.question),
            ("Ikke svaret", questions.enough_support_elsewhere.question),
        ];
        assert_eq!(brief.inputs, pairs(&inputs));
        let notes = [
            DA.check.estimate,
            DA.brief.eligibility.lives_in_temporary_housing,
            DA.check.verdicts.incomplete.why,
            DA.brief.eligibility.crisis,
        ];
        assert_eq!(brief.notes, notes);
    }

    #[test]
    fn who_is_too_young_is_told_from_when() {
        let brief = brief(
            r#"{"tool":"eligibility","date":"2026-11-22","birth_date":"2009-01-01","answers":{}}"#,
        );
        for (offer, value) in &brief.findings {
            assert_eq!(value, "Ikke nu, tidligst 1. januar 2027", "{offer}");
        }
        let age = "Tilbuddene er for personer på 18 år eller mere.";
        assert_eq!(brief.notes, [DA.check.estimate, age]);
    }

    #[test]
    fn a_birth_date_that_is_missing_is_listed() {
        let brief = brief(r#"{"tool":"eligibility","date":"2026-11-22","answers":{}}"#);
        assert_eq!(brief.inputs[1..2], pairs(&[("Ikke svaret", DA.check.born)]));
    }

    #[test]
    fn social_problems_alone_are_read_in_two_ways() {
        let brief = brief(
            r#"{"tool":"eligibility","date":"2026-11-22","birth_date":"1990-01-01","answers":{
                "physical_impairment":"no","mental_impairment":"no","special_social_problems":"yes",
                "support_for_a_period":"no","extensive_lasting_need":"yes",
                "enough_support_at_home":"no","enough_support_elsewhere":"no","needs_respite":"no",
                "in_crisis_group":"no","lives_in_temporary_housing":"no"}}"#,
        );
        assert_eq!(brief.findings[3].1, "Måske");
        assert_eq!(brief.notes, [DA.check.estimate, DA.brief.eligibility.social]);
        assert!(brief.questions.contains(&DA.brief.questions.social.to_owned()));
    }

    #[test]
    fn every_bar_has_a_sentence_of_its_own() {
        let parameters = context().standard.on(context().today).unwrap();
        let sentences = Bar::ALL.iter().map(|bar| bar_sentence(*bar, &parameters, &DA));
        assert_own_sentences(sentences.collect());
    }
}
