//! The smallest changes, in every state of every offer, against trying every change.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/truth_table.rs"]
mod truth;

use std::collections::BTreeSet;

use botilbud::app::verified;
use botilbud::rules::eligibility::changes::{Influence, changes, influence};
use botilbud::rules::eligibility::{Fact, Question, Situation, eligibility, rule};
use botilbud::rules::logic::{Truth, Verdict};
use botilbud::rules::offer::Offer;
use botilbud::rules::standard::Parameters;
use truth::{AGES, Age, NO, QUESTIONS, UNKNOWN, YES, parameters, situation, truth_table};

/// Facts that are set: each question's place and answer, and whether the person becomes an adult.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Set {
    adult: bool,
    answers: BTreeSet<(usize, u8)>,
}

impl Set {
    fn is_part_of(&self, other: &Set) -> bool {
        self.adult <= other.adult && self.answers.is_subset(&other.answers)
    }

    fn len(&self) -> usize {
        usize::from(self.adult) + self.answers.len()
    }
}

/// An offer and the questions in its rule.
struct Space {
    on: Parameters,
    offer: Offer,
    place: usize,
    questions: Vec<usize>,
}

impl Space {
    fn new(offer: Offer) -> Space {
        let mut facts = Vec::new();
        rule(offer).collect_facts(&mut facts);
        let place = Offer::ALL.iter().position(|other| *other == offer).unwrap();
        let questions = facts.into_iter().filter_map(|fact| match fact {
            Fact::Adult => None,
            Fact::Says(question) => Some(question as usize),
        });
        Space { on: parameters(), offer, place, questions: questions.collect() }
    }

    /// The verdict with every open answer as unknown, from the truth table.
    fn verdict(&self, adult: bool, answers: &[u8; QUESTIONS]) -> u8 {
        truth_table(adult, answers)[self.place]
    }

    /// Every change, those of fewest facts first.
    fn every_change(&self, age: Age, answers: &[u8; QUESTIONS]) -> Vec<Set> {
        let nothing = Set { adult: false, answers: BTreeSet::new() };
        let mut all = vec![nothing.clone()];
        if age == Age::TooYoung {
            all.push(Set { adult: true, ..nothing });
        }
        for place in &self.questions {
            let other = [NO, YES].into_iter().filter(|value| *value != answers[*place]);
            let longer: Vec<Set> = other
                .flat_map(|value| {
                    all.iter().map(move |set| {
                        let mut set = set.clone();
                        set.answers.insert((*place, value));
                        set
                    })
                })
                .collect();
            all.extend(longer);
        }
        all.sort_by_key(Set::len);
        all
    }

    /// The smallest changes by trying every one.
    fn by_trial(&self, age: Age, answers: &[u8; QUESTIONS]) -> Vec<Set> {
        let now = self.verdict(age != Age::TooYoung, answers);
        let mut smallest: Vec<Set> = Vec::new();
        for set in self.every_change(age, answers) {
            let mut changed = *answers;
            for (place, value) in &set.answers {
                changed[*place] = *value;
            }
            let then = self.verdict(age != Age::TooYoung || set.adult, &changed);
            if then != now && !smallest.iter().any(|part| part.is_part_of(&set)) {
                smallest.push(set);
            }
        }
        smallest
    }

    /// Compares every state in which open answers are those in `given`, or unknown; gives how
    /// many have a verdict.
    fn check(&self, age: Age, answers: &[u8; QUESTIONS]) -> u64 {
        let mut by_trial = self.by_trial(age, answers);
        by_trial.sort_unstable();
        let unknown: Vec<usize> =
            self.questions.iter().copied().filter(|place| answers[*place] == UNKNOWN).collect();
        let mut checked = 0;
        for open in 0..1_usize << unknown.len() {
            let mut given = [None; QUESTIONS];
            for place in &self.questions {
                given[*place] = Some(answers[*place]);
            }
            for (bit, place) in unknown.iter().enumerate() {
                if open >> bit & 1 == 1 {
                    given[*place] = None;
                }
            }
            let asked = situation(age, given);
            let found = changes(self.offer, &asked, &self.on);
            let row = &eligibility(&asked, &self.on).offers[self.place];
            if row.verdict == Verdict::Incomplete {
                assert_eq!(found, []);
                continue;
            }
            let mut sets = Vec::new();
            for change in &found {
                let (set, then) = self.after(age, &given, &change.facts);
                let row = &eligibility(&then, &self.on).offers[self.place];
                assert_eq!(row.verdict, change.verdict, "{age:?} {given:?}");
                sets.push(set);
            }
            assert!(sets.is_sorted_by_key(Set::len), "{age:?} {given:?}");
            sets.sort_unstable();
            assert_eq!(sets, by_trial, "{:?} {age:?} {given:?}", self.offer);
            checked += 1;
        }
        checked
    }

    /// The facts as a set, and the situation in which they are so.
    fn after(
        &self,
        age: Age,
        given: &[Option<u8>; QUESTIONS],
        facts: &[(Fact, Truth)],
    ) -> (Set, Situation) {
        let mut set = Set { adult: false, answers: BTreeSet::new() };
        let mut given = *given;
        for (fact, truth) in facts {
            match fact {
                Fact::Adult => set.adult = *truth == Truth::Yes,
                Fact::Says(question) => {
                    set.answers.insert((*question as usize, *truth as u8));
                    given[*question as usize] = Some(*truth as u8);
                }
            }
        }
        assert_eq!(set.len(), facts.len());
        (set.clone(), situation(if set.adult { Age::Adult } else { age }, given))
    }
}

#[test]
fn the_smallest_changes_are_those_that_trying_every_change_finds() {
    let mut checked = 0;
    // A lease has the rule of long-term housing.
    for offer in [Offer::Temporary, Offer::Respite, Offer::Crisis, Offer::LongTerm] {
        let space = Space::new(offer);
        for age in AGES {
            for state in 0..3_usize.pow(space.questions.len() as u32) {
                let mut answers = [UNKNOWN; QUESTIONS];
                for (digit, place) in space.questions.iter().enumerate() {
                    answers[*place] = (state / 3_usize.pow(digit as u32) % 3) as u8;
                }
                checked += space.check(age, &answers);
            }
        }
    }
    assert_eq!(checked, verified::CHANGED_SITUATIONS);
    println!("checked: {checked} situations with a verdict against trying every change");
}

#[test]
fn what_can_be_done_about_a_fact() {
    let of = |wanted: Influence| -> Vec<&str> {
        let questions = Question::ALL.iter().copied();
        let found = questions.filter(|question| influence(Fact::Says(*question)) == wanted);
        found.map(Question::code).collect()
    };
    assert_eq!(influence(Fact::Adult), Influence::Time);
    assert_eq!(of(Influence::Time), [""; 0]);
    assert_eq!(of(Influence::EndOfStay), ["lives_in_temporary_housing"]);
    assert_eq!(
        of(Influence::Municipality),
        [
            "special_social_problems",
            "support_for_a_period",
            "enough_support_at_home",
            "enough_support_elsewhere",
            "needs_respite",
            "in_crisis_group",
        ],
    );
    assert_eq!(of(Influence::Nobody).len(), 4);
}
