//! The words of each question, offer and verdict.

use crate::rules::eligibility::{Fact, Question};
use crate::rules::logic::{Truth, Verdict};
use crate::rules::offer::Offer;
use crate::rules::standard::{Section, WhichStandard};
use crate::text::words::Words;

/// The words of a question.
#[derive(Clone, Copy, Debug)]
pub struct QuestionTexts {
    /// The question itself.
    pub question: &'static str,
    /// What helps to answer it.
    pub hint: &'static str,
    /// A yes as a sentence.
    pub yes: &'static str,
    /// A no as a sentence.
    pub no: &'static str,
    /// What one does not know, when one does not know.
    pub unsure: &'static str,
}

macro_rules! question_texts {
    ($words:expr) => {
        QuestionTexts {
            question: $words.question,
            hint: $words.hint,
            yes: $words.yes,
            no: $words.no,
            unsure: $words.unsure,
        }
    };
}

/// The words of a question.
pub fn question(question: Question, words: &Words) -> QuestionTexts {
    let words = &words.check.questions;
    match question {
        Question::PhysicalImpairment => question_texts!(words.physical_impairment),
        Question::MentalImpairment => question_texts!(words.mental_impairment),
        Question::SpecialSocialProblems => question_texts!(words.special_social_problems),
        Question::SupportForAPeriod => question_texts!(words.support_for_a_period),
        Question::ImpairmentIsLasting => question_texts!(words.impairment_is_lasting),
        Question::ExtensiveLastingNeed => question_texts!(words.extensive_lasting_need),
        Question::EnoughSupportAtHome => question_texts!(words.enough_support_at_home),
        Question::EnoughSupportElsewhere => question_texts!(words.enough_support_elsewhere),
        Question::NeedsRespite => question_texts!(words.needs_respite),
        Question::InCrisisGroup => question_texts!(words.in_crisis_group),
        Question::LivesInTemporaryHousing => question_texts!(words.lives_in_temporary_housing),
    }
}

/// An answer to a question as a sentence.
pub fn answer(asked: Question, truth: Truth, words: &Words) -> &'static str {
    let texts = question(asked, words);
    match truth {
        Truth::Yes => texts.yes,
        Truth::No => texts.no,
        Truth::Unknown => texts.unsure,
    }
}

/// The name of an offer.
pub fn offer(offer: Offer, words: &Words) -> &'static str {
    let words = &words.check.offers;
    match offer {
        Offer::Temporary => words.temporary,
        Offer::Respite => words.respite,
        Offer::Crisis => words.crisis,
        Offer::LongTerm => words.long_term,
        Offer::Lease => words.lease,
    }
}

/// The section of the standard in which a fact stands.
pub fn section(fact: Fact) -> Section {
    match fact {
        Fact::Says(Question::NeedsRespite | Question::InCrisisGroup) => Section::Holds,
        Fact::Says(Question::LivesInTemporaryHousing) => Section::HoldsNot,
        Fact::Adult | Fact::Says(_) => Section::Receive,
    }
}

/// What an offer is for.
pub fn purpose(offer: Offer, words: &Words) -> &'static str {
    let words = &words.check.about.purpose;
    match offer {
        Offer::Temporary => words.temporary,
        Offer::Respite => words.respite,
        Offer::Crisis => words.crisis,
        Offer::LongTerm | Offer::Lease => words.long_term,
    }
}

/// What an offer holds.
pub fn holds(offer: Offer, words: &Words) -> &'static str {
    let words = &words.check.about.holds;
    match offer {
        Offer::Temporary => words.temporary,
        Offer::Respite => words.respite,
        Offer::Crisis => words.crisis,
        Offer::LongTerm => words.long_term,
        Offer::Lease => words.lease,
    }
}

/// Where the law has the rule.
pub fn law(offer: Offer, words: &Words) -> &'static str {
    let words = &words.check.about.law;
    match offer {
        Offer::Temporary | Offer::Respite | Offer::Crisis => words.temporary,
        Offer::LongTerm => words.long_term,
        Offer::Lease => words.lease,
    }
}

/// The standard that has the rule.
pub fn standard(offer: Offer) -> WhichStandard {
    match offer {
        Offer::Temporary | Offer::Respite | Offer::Crisis => WhichStandard::Temporary,
        Offer::LongTerm | Offer::Lease => WhichStandard::LongTerm,
    }
}

/// The word of a verdict, and what it means in a sentence.
pub fn verdict(verdict: Verdict, words: &Words) -> (&'static str, &'static str) {
    let words = &words.check.verdicts;
    match verdict {
        Verdict::Likely => (words.likely.word, words.likely.why),
        Verdict::Possible => (words.possible.word, words.possible.why),
        Verdict::Unlikely => (words.unlikely.word, words.unlikely.why),
        Verdict::Incomplete => (words.incomplete.word, words.incomplete.why),
        // Every offer of the check exists, so its rule never says "not offered".
        Verdict::Barred | Verdict::NotOffered => (words.barred.word, words.barred.why),
    }
}
