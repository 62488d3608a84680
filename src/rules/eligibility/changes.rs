//! The smallest changes of a situation that would give another verdict on an offer, and who could
//! bring a change about.
//!
//! A change sets facts to yes or no. It is smallest when no part of it would give another verdict.
//! They follow from the structure of the rule: as each fact stands once, what changes one part
//! does not touch another.

use super::table::raised_by;
use super::{Bar, Fact, Question, Situation, eligible_from, row_with, rule, truth};
use crate::rules::logic::{Criterion, Truth, Verdict};
use crate::rules::offer::Offer;
use crate::rules::standard::Parameters;

/// A smallest change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The facts that would have to be otherwise, and how, in the order of the rule.
    pub facts: Vec<(Fact, Truth)>,
    /// The verdict after the change. Incomplete, where open questions then matter.
    pub verdict: Verdict,
}

/// What can be done about a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Influence {
    /// It comes with time.
    Time,
    /// It is as it is; nobody has it in their hands.
    Nobody,
    /// It can be looked into with the municipality: it assesses it, and support can be tried.
    Municipality,
    /// It changes when the present stay ends.
    EndOfStay,
}

/// What can be done about a fact.
pub fn influence(fact: Fact) -> Influence {
    let question = match fact {
        Fact::Adult => return Influence::Time,
        Fact::Says(question) => question,
    };
    match question {
        Question::PhysicalImpairment
        | Question::MentalImpairment
        | Question::ImpairmentIsLasting
        | Question::ExtensiveLastingNeed => Influence::Nobody,
        Question::SpecialSocialProblems
        | Question::SupportForAPeriod
        | Question::InCrisisGroup
        | Question::EnoughSupportAtHome
        | Question::EnoughSupportElsewhere
        | Question::NeedsRespite => Influence::Municipality,
        Question::LivesInTemporaryHousing => Influence::EndOfStay,
    }
}

/// The smallest changes that would give another verdict on an offer: fewest facts first, of those
/// what speaks more for the offer, then in the order of the rule. None while questions are open
/// that matter.
///
/// An open question that does not matter counts as unknown, so a change may answer it. Whoever is
/// too young may become an adult; nobody becomes younger.
pub fn changes(offer: Offer, situation: &Situation, parameters: &Parameters) -> Vec<Change> {
    let eligible_from = eligible_from(situation, parameters);
    let row = row_with(offer, situation, eligible_from);
    let known = |fact| truth(fact, situation);
    let rule = rule(offer);
    let found = match row.verdict {
        Verdict::Incomplete | Verdict::NotOffered => Vec::new(),
        Verdict::Barred => vec![lifted(&row.bars)],
        Verdict::Unlikely => with_bar(offer, raised(rule, Truth::Unknown, &known)),
        Verdict::Likely => with_bar(offer, lowered(rule, Truth::Unknown, &known)),
        Verdict::Possible => {
            let mut found = raised(rule, Truth::Yes, &known);
            found.append(&mut lowered(rule, Truth::No, &known));
            with_bar(offer, found)
        }
    };
    let changes = fewest_first(found).into_iter().map(|facts| {
        let mut changed = situation.clone();
        let mut adult_from = eligible_from;
        for (fact, value) in &facts {
            match fact {
                Fact::Adult => adult_from = None,
                Fact::Says(question) => changed.answers.set(*question, Some(*value)),
            }
        }
        Change { verdict: row_with(offer, &changed, adult_from).verdict, facts }
    });
    changes.collect()
}

type Facts = Vec<(Fact, Truth)>;

/// Every bar taken away.
fn lifted(bars: &[Bar]) -> Facts {
    let facts = bars.iter().map(|bar| raised_by(*bar));
    facts.map(|(fact, value)| (fact, value.negated())).collect()
}

/// Adds what would raise the bar of respite, the only one that a person can come under.
fn with_bar(offer: Offer, mut found: Vec<Facts>) -> Vec<Facts> {
    let bar = vec![raised_by(Bar::LivesInTemporaryHousing)];
    if offer == Offer::Respite && !found.contains(&bar) {
        found.push(bar);
    }
    found
}

fn fewest_first(mut found: Vec<Facts>) -> Vec<Facts> {
    // Stable, and the lists are short.
    let most = found.iter().map(Vec::len).max().unwrap_or(0);
    let mut sorted = Vec::new();
    for length in 0..=most {
        let mut longer = Vec::new();
        for facts in found {
            if facts.len() == length { sorted.push(facts) } else { longer.push(facts) }
        }
        found = longer;
    }
    sorted
}

/// The smallest changes after which a criterion is at least `least`.
fn raised(criterion: &Criterion<Fact>, least: Truth, known: &impl Fn(Fact) -> Truth) -> Vec<Facts> {
    if criterion.evaluate(known) >= least {
        return vec![Vec::new()];
    }
    match criterion {
        Criterion::Is(fact) => vec![vec![(*fact, Truth::Yes)]],
        Criterion::Not(inner) => lowered(inner, least.negated(), known),
        Criterion::AtMostPossible(inner) => match least {
            Truth::Yes => Vec::new(),
            Truth::No | Truth::Unknown => raised(inner, least, known),
        },
        Criterion::All(parts) => together(parts, &|part| raised(part, least, known)),
        Criterion::Any(parts) => one_of(parts, &|part| raised(part, least, known)),
    }
}

/// The smallest changes after which a criterion is at most `most`.
fn lowered(criterion: &Criterion<Fact>, most: Truth, known: &impl Fn(Fact) -> Truth) -> Vec<Facts> {
    if criterion.evaluate(known) <= most {
        return vec![Vec::new()];
    }
    match criterion {
        // Nobody becomes younger.
        Criterion::Is(Fact::Adult) => Vec::new(),
        Criterion::Is(fact) => vec![vec![(*fact, Truth::No)]],
        Criterion::Not(inner) => raised(inner, most.negated(), known),
        Criterion::AtMostPossible(inner) => lowered(inner, most, known),
        Criterion::All(parts) => one_of(parts, &|part| lowered(part, most, known)),
        Criterion::Any(parts) => together(parts, &|part| lowered(part, most, known)),
    }
}

/// A change of any one part.
fn one_of(
    parts: &[Criterion<Fact>],
    of_part: &dyn Fn(&Criterion<Fact>) -> Vec<Facts>,
) -> Vec<Facts> {
    let mut found = Vec::new();
    for part in parts {
        found.append(&mut of_part(part));
    }
    found
}

/// A change of every part, chosen in every way.
fn together(
    parts: &[Criterion<Fact>],
    of_part: &dyn Fn(&Criterion<Fact>) -> Vec<Facts>,
) -> Vec<Facts> {
    let mut found = vec![Vec::new()];
    for part in parts {
        let next = of_part(part);
        let mut longer = Vec::new();
        for facts in &found {
            for more in &next {
                longer.push([facts.as_slice(), more.as_slice()].concat());
            }
        }
        found = longer;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::date::Date;
    use crate::rules::logic::Answers;
    use crate::rules::standard::Standard;

    fn of(offer: Offer, born: &str, answers: &[(Question, Truth)]) -> Vec<(Facts, Verdict)> {
        let date = Date::parse("2026-11-22").unwrap();
        let mut given = Answers::default();
        for (question, answer) in answers {
            given.set(*question, Some(*answer));
        }
        let situation = Situation { date, birth_date: Date::parse(born), answers: given };
        let parameters = Standard::built_in().unwrap().on(date).unwrap();
        let found = changes(offer, &situation, &parameters).into_iter();
        found.map(|change| (change.facts, change.verdict)).collect()
    }

    fn says(question: Question, truth: Truth) -> (Fact, Truth) {
        (Fact::Says(question), truth)
    }

    #[test]
    fn every_ground_has_to_go_or_support_at_home_has_to_be_enough() {
        let found = of(
            Offer::Temporary,
            "1990-01-01",
            &[
                (Question::PhysicalImpairment, Truth::Yes),
                (Question::MentalImpairment, Truth::No),
                (Question::SpecialSocialProblems, Truth::No),
                (Question::SupportForAPeriod, Truth::Yes),
                (Question::EnoughSupportAtHome, Truth::No),
            ],
        );
        let home = vec![says(Question::EnoughSupportAtHome, Truth::Yes)];
        let both = vec![
            says(Question::PhysicalImpairment, Truth::No),
            says(Question::SupportForAPeriod, Truth::No),
        ];
        assert_eq!(found, [(home, Verdict::Unlikely), (both, Verdict::Unlikely)]);
    }

    /// With support at home no other answer matters; without it they do.
    #[test]
    fn after_a_change_open_questions_may_matter() {
        let found =
            of(Offer::Temporary, "1990-01-01", &[(Question::EnoughSupportAtHome, Truth::Yes)]);
        let home = vec![says(Question::EnoughSupportAtHome, Truth::No)];
        assert_eq!(found, [(home, Verdict::Incomplete)]);
    }

    #[test]
    fn all_bars_have_to_be_lifted() {
        let housed = [(Question::LivesInTemporaryHousing, Truth::Yes)];
        let found = of(Offer::Respite, "2010-01-01", &housed);
        let lifted =
            vec![(Fact::Adult, Truth::Yes), says(Question::LivesInTemporaryHousing, Truth::No)];
        assert_eq!(found, [(lifted, Verdict::Incomplete)]);
    }

    #[test]
    fn moving_into_temporary_housing_always_bars_respite() {
        let found = of(
            Offer::Respite,
            "1990-01-01",
            &[(Question::NeedsRespite, Truth::No), (Question::LivesInTemporaryHousing, Truth::No)],
        );
        let housed = vec![says(Question::LivesInTemporaryHousing, Truth::Yes)];
        assert!(found.contains(&(housed, Verdict::Barred)));
    }

    #[test]
    fn while_questions_matter_nothing_is_said() {
        assert_eq!(of(Offer::LongTerm, "1990-01-01", &[]), []);
    }
}
