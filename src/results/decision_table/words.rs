//! The words of a fact: a short name, a sentence, and where the standard has it.

use crate::draft::Context;
use crate::results::eligibility::texts;
use crate::rules::eligibility::{Fact, Question};
use crate::rules::logic::Truth;

/// A short name, for the head of a column.
pub fn name(fact: Fact, context: Context) -> &'static str {
    let words = &context.words.decision.facts;
    let question = match fact {
        Fact::Adult => return words.adult,
        Fact::Says(question) => question,
    };
    match question {
        Question::PhysicalImpairment => words.physical_impairment,
        Question::MentalImpairment => words.mental_impairment,
        Question::SpecialSocialProblems => words.special_social_problems,
        Question::SupportForAPeriod => words.support_for_a_period,
        Question::ImpairmentIsLasting => words.impairment_is_lasting,
        Question::ExtensiveLastingNeed => words.extensive_lasting_need,
        Question::EnoughSupportAtHome => words.enough_support_at_home,
        Question::EnoughSupportElsewhere => words.enough_support_elsewhere,
        Question::NeedsRespite => words.needs_respite,
        Question::InCrisisGroup => words.in_crisis_group,
        Question::LivesInTemporaryHousing => words.lives_in_temporary_housing,
    }
}

/// The fact as a sentence, or its opposite.
pub fn sentence(fact: Fact, wanted: bool, context: Context) -> String {
    let words = context.words;
    let question = match fact {
        Fact::Adult => return adult(wanted, context),
        Fact::Says(question) => question,
    };
    texts::answer(question, Truth::from(wanted), words).to_owned()
}

/// Age with the limit in force today; before there is one, without.
fn adult(wanted: bool, context: Context) -> String {
    let words = &context.words.decision;
    match (context.standard.on(context.today), wanted) {
        (Ok(on), true) => words.adult(on.adult_age),
        (Ok(on), false) => words.not_adult(on.adult_age),
        (Err(_), _) => words.facts.adult.to_owned(),
    }
}

/// What the standard calls it, for whoever holds the rule up against it.
pub fn term(fact: Fact, context: Context) -> Option<String> {
    let words = &context.words.decision.terms;
    let question = match fact {
        Fact::Adult => return None,
        Fact::Says(question) => question,
    };
    let term = match question {
        Question::PhysicalImpairment => words.physical_impairment,
        Question::MentalImpairment => words.mental_impairment,
        Question::SpecialSocialProblems => words.special_social_problems,
        Question::SupportForAPeriod => words.support_for_a_period,
        Question::ImpairmentIsLasting => words.impairment_is_lasting,
        Question::ExtensiveLastingNeed => words.extensive_lasting_need,
        Question::EnoughSupportAtHome => words.enough_support_at_home,
        Question::EnoughSupportElsewhere => words.enough_support_elsewhere,
        Question::NeedsRespite => words.needs_respite,
        Question::InCrisisGroup => words.in_crisis_group,
        Question::LivesInTemporaryHousing => words.lives_in_temporary_housing,
    };
    Some(context.words.decision.term(term))
}
