//! Which answers speak for an offer and which against, read off the rule itself.

use crate::rules::eligibility::Fact;
use crate::rules::logic::{Criterion, Truth};

/// How what is known of a fact bears on an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It speaks for the offer.
    For,
    /// It speaks against the offer.
    Against,
    /// The person answered that they cannot tell.
    Unsure,
}

/// The facts that are known, in reading order, each with its stance.
///
/// A yes speaks for an offer where an even number of "not" stands above the fact, else against
/// it. Where one of several is enough and one is there, the others do not speak against it.
pub fn reasons(
    rule: &Criterion<Fact>,
    known: &impl Fn(Fact) -> Option<Truth>,
) -> Vec<(Fact, Stance)> {
    let mut found = Vec::new();
    collect(rule, true, known, &mut found);
    found
}

fn collect(
    criterion: &Criterion<Fact>,
    wanted: bool,
    known: &impl Fn(Fact) -> Option<Truth>,
    found: &mut Vec<(Fact, Stance)>,
) {
    match criterion {
        Criterion::Is(fact) => {
            found.extend(known(*fact).map(|truth| (*fact, stance(truth, wanted))))
        }
        Criterion::Not(inner) => collect(inner, !wanted, known, found),
        Criterion::AtMostPossible(inner) => collect(inner, wanted, known, found),
        Criterion::All(parts) | Criterion::Any(parts) => {
            let start = found.len();
            for part in *parts {
                collect(part, wanted, known, found);
            }
            if is_one_enough(criterion, wanted) && is_met(criterion, wanted, known) {
                let mut added = found.split_off(start);
                added.retain(|(_, stance)| *stance == Stance::For);
                found.append(&mut added);
            }
        }
    }
}

fn stance(truth: Truth, wanted: bool) -> Stance {
    match (truth, wanted) {
        (Truth::Unknown, _) => Stance::Unsure,
        (Truth::Yes, true) | (Truth::No, false) => Stance::For,
        (Truth::Yes, false) | (Truth::No, true) => Stance::Against,
    }
}

/// Under a "not", all of several becomes one of several, and the other way round.
fn is_one_enough(criterion: &Criterion<Fact>, wanted: bool) -> bool {
    matches!((criterion, wanted), (Criterion::Any(_), true) | (Criterion::All(_), false))
}

fn is_met(
    criterion: &Criterion<Fact>,
    wanted: bool,
    known: &impl Fn(Fact) -> Option<Truth>,
) -> bool {
    let truth = criterion.evaluate(&|fact| known(fact).unwrap_or(Truth::Unknown));
    truth == if wanted { Truth::Yes } else { Truth::No }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::eligibility::{Question, rule};
    use crate::rules::offer::Offer;

    fn found(offer: Offer, answers: &[(Question, Truth)]) -> Vec<(Fact, Stance)> {
        reasons(rule(offer), &|fact| match fact {
            Fact::Adult => None,
            Fact::Says(question) => {
                answers.iter().find(|(other, _)| *other == question).map(|(_, truth)| *truth)
            }
        })
    }

    #[test]
    fn what_stands_under_a_not_speaks_the_other_way() {
        let reasons = found(
            Offer::Respite,
            &[
                (Question::EnoughSupportAtHome, Truth::No),
                (Question::NeedsRespite, Truth::Yes),
                (Question::LivesInTemporaryHousing, Truth::Yes),
            ],
        );
        assert_eq!(
            reasons,
            [
                (Fact::Says(Question::EnoughSupportAtHome), Stance::For),
                (Fact::Says(Question::NeedsRespite), Stance::For),
                (Fact::Says(Question::LivesInTemporaryHousing), Stance::Against),
            ],
        );
    }

    #[test]
    fn where_one_is_enough_the_others_do_not_speak_against() {
        let one = (Question::MentalImpairment, Truth::Yes);
        let other = (Question::PhysicalImpairment, Truth::No);
        assert_eq!(
            found(Offer::Temporary, &[one, other]),
            [(Fact::Says(Question::MentalImpairment), Stance::For)],
        );
        assert_eq!(
            found(Offer::Temporary, &[other]),
            [(Fact::Says(Question::PhysicalImpairment), Stance::Against)],
        );
    }

    #[test]
    fn social_problems_alone_leave_the_law_to_speak_against_long_term_housing() {
        let reasons = found(
            Offer::LongTerm,
            &[
                (Question::PhysicalImpairment, Truth::No),
                (Question::SpecialSocialProblems, Truth::Yes),
                (Question::ExtensiveLastingNeed, Truth::Unknown),
            ],
        );
        assert_eq!(
            reasons,
            [
                (Fact::Says(Question::PhysicalImpairment), Stance::Against),
                (Fact::Says(Question::SpecialSocialProblems), Stance::For),
                (Fact::Says(Question::ExtensiveLastingNeed), Stance::Unsure),
            ],
        );
    }

    #[test]
    fn questions_of_other_offers_say_nothing() {
        assert_eq!(found(Offer::Temporary, &[(Question::NeedsRespite, Truth::Yes)]), []);
    }
}
