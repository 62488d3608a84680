//! Over every answer to the questions of each offer: nothing is lost in a group, and every fact
//! has its words.

use std::collections::BTreeSet;

use super::*;
use crate::draft::testing::context;
use crate::rules::date::Date;
use crate::rules::eligibility::{Question, eligibility, rule, verdict_of_adult};
use crate::rules::logic::Answers;
use crate::rules::offer::Offer;
use crate::text::words::{DA, DA_ME, Words};

/// Every way to answer all questions of an offer, for this birth date.
fn situations(offer: Offer, born: &str) -> Vec<Situation> {
    let mut facts = Vec::new();
    rule(offer).collect_facts(&mut facts);
    let birth_date = Date::parse(born);
    let start = Situation { date: context().today, birth_date, answers: Answers::default() };
    let mut all = vec![start];
    for fact in facts {
        let Fact::Says(question) = fact else { continue };
        let mut longer = Vec::new();
        for situation in &all {
            for truth in Truth::ALL {
                let mut situation = situation.clone();
                situation.answers.set(question, Some(*truth));
                longer.push(situation);
            }
        }
        all = longer;
    }
    all
}

fn row(offer: Offer, situation: &Situation) -> OfferRow {
    let parameters = parameters(situation, context()).unwrap();
    let rows = eligibility(situation, &parameters).offers;
    rows.into_iter().find(|row| row.offer == offer).unwrap()
}

/// The changes of a group, each as a set.
fn ungrouped(group: &Group) -> Vec<(Vec<(Fact, Truth)>, Verdict)> {
    if group.one_of.is_empty() {
        return vec![(group.all.clone(), group.verdict)];
    }
    let one_of = group.one_of.iter();
    one_of.map(|own| ([group.all.as_slice(), &[*own]].concat(), group.verdict)).collect()
}

fn same_facts(one: &[(Fact, Truth)], other: &[(Fact, Truth)]) -> bool {
    one.len() == other.len() && one.iter().all(|fact| other.contains(fact))
}

/// Also that nobody has to read more than four groups, or about a verdict that stays as it is.
#[test]
fn the_groups_hold_every_change_exactly_once() {
    let mut most = 0;
    for offer in Offer::ALL {
        for born in ["1990-01-01", "2010-01-01"] {
            for situation in situations(*offer, born) {
                let parameters = parameters(&situation, context()).unwrap();
                let found = changes(*offer, &situation, &parameters);
                assert!(!found.is_empty(), "{offer:?} {situation:?}");
                let groups = grouped(found.clone());
                most = most.max(groups.len());
                let told: Vec<_> = groups.iter().flat_map(ungrouped).collect();
                assert_eq!(told.len(), found.len(), "{offer:?} {situation:?}");
                for change in &found {
                    let is_told = |(facts, verdict): &(Vec<_>, Verdict)| {
                        *verdict == change.verdict && same_facts(facts, &change.facts)
                    };
                    assert_eq!(told.iter().filter(|told| is_told(told)).count(), 1, "{change:?}");
                }
                let now = row(*offer, &situation).verdict;
                assert!(groups.iter().all(|group| group.verdict != now));
            }
        }
    }
    assert_eq!(most, 4);
}

/// The cards tell it when the birth date is missing. Also with each question left open.
#[test]
fn the_verdict_of_an_adult_is_that_of_who_is_one() {
    for offer in Offer::ALL {
        for adult in situations(*offer, "1990-01-01") {
            let every = Question::ALL.iter().copied().map(Some);
            for left_open in every.chain([None]) {
                let mut adult = adult.clone();
                if let Some(question) = left_open {
                    adult.answers.set(question, None);
                }
                let verdict = row(*offer, &adult).verdict;
                let undated = Situation { birth_date: None, ..adult };
                assert_eq!(verdict_of_adult(*offer, &undated), verdict, "{offer:?} {undated:?}");
            }
        }
    }
}

/// A hand-made example: two lines differ in one fact, the third in verdict, the fourth in length.
#[test]
fn what_differs_in_one_fact_is_told_as_one_of_several() {
    let says = |question| (Fact::Says(question), Truth::Yes);
    let [physical, mental] = [Question::PhysicalImpairment, Question::MentalImpairment].map(says);
    let [social, respite] = [Question::SpecialSocialProblems, Question::NeedsRespite].map(says);
    let change = |facts: &[_], verdict| Change { facts: facts.to_vec(), verdict };
    let groups = grouped(vec![
        change(&[physical, respite], Verdict::Likely),
        change(&[mental, respite], Verdict::Likely),
        change(&[social, respite], Verdict::Possible),
        change(&[respite], Verdict::Likely),
    ]);
    let group = |all: &[_], one_of: &[_], verdict| Group {
        all: all.to_vec(),
        one_of: one_of.to_vec(),
        verdict,
    };
    let expected = [
        group(&[respite], &[physical, mental], Verdict::Likely),
        group(&[social, respite], &[], Verdict::Possible),
        group(&[respite], &[], Verdict::Likely),
    ];
    assert_eq!(groups, expected);
}

fn speaking(words: &'static Words) -> Context {
    Context { words, ..context() }
}

fn shown(offer: Offer, born: &str, answers: &[(Question, Truth)], words: &'static Words) -> String {
    let mut given = Answers::default();
    for (question, truth) in answers {
        given.set(*question, Some(*truth));
    }
    let birth_date = Date::parse(born);
    let situation = Situation { date: context().today, birth_date, answers: given };
    fold(&row(offer, &situation), &situation, speaking(words)).into_string()
}

#[test]
fn what_each_fact_is_up_to_stands_beside_it() {
    use Question::*;
    let respite = [
        (MentalImpairment, Truth::Yes),
        (PhysicalImpairment, Truth::No),
        (SpecialSocialProblems, Truth::No),
        (SupportForAPeriod, Truth::No),
        (EnoughSupportAtHome, Truth::No),
        (NeedsRespite, Truth::Yes),
        (LivesInTemporaryHousing, Truth::No),
    ];
    for words in [*DA, *DA_ME] {
        let changes = &words.check.changes;
        let html = shown(Offer::Respite, "1990-01-01", &respite, words);
        for told in [
            changes.nobody,
            changes.municipality,
            changes.start_of_stay,
            words.check.questions.lives_in_temporary_housing.yes,
            words.check.questions.mental_impairment.no,
            words.check.verdicts.barred.word,
            words.check.verdicts.unlikely.word,
        ] {
            assert!(html.contains(told), "{told} in {html}");
        }
        assert!(!html.contains(changes.find_out));
        let housed = [(LivesInTemporaryHousing, Truth::Yes)];
        let html = shown(Offer::Respite, "2010-03-10", &housed, words);
        assert!(html.contains(words.check.adult));
        assert!(html.contains("10. marts 2028"));
        assert!(html.contains(changes.end_of_stay));
        assert!(html.contains(changes.then_open));
        let unsure: Vec<_> = respite.iter().map(|(asked, _)| (*asked, Truth::Unknown)).collect();
        let html = shown(Offer::Temporary, "1990-01-01", &unsure, words);
        assert!(html.contains(changes.find_out));
        assert!(html.contains(changes.and_one_of));
    }
}

#[test]
fn what_is_said_of_all_is_said_once() {
    use Question::*;
    let every = Question::ALL.iter().map(|question| (*question, Truth::Yes));
    let mut every: Vec<_> = every.collect();
    let not =
        [EnoughSupportAtHome, EnoughSupportElsewhere, SpecialSocialProblems, SupportForAPeriod];
    every.retain(|(asked, _)| !not.contains(asked));
    every.extend(not.map(|asked| (asked, Truth::No)));
    let html = shown(Offer::Temporary, "1990-01-01", &every, &DA);
    assert_eq!(html.matches(DA.check.changes.nobody).count(), 1, "{html}");
    assert_eq!(html.matches(DA.check.changes.municipality).count(), 1, "{html}");
    assert!(html.contains(DA.check.changes.if_all), "{html}");
    assert!(html.contains(DA.check.questions.mental_impairment.no), "{html}");
}

#[test]
fn while_answers_are_missing_there_are_no_changes() {
    let html = shown(Offer::Temporary, "1990-01-01", &[], &DA);
    assert_eq!(html, "");
}

/// Two facts with the same words could not be told apart.
#[test]
fn every_fact_has_words_of_its_own() {
    for words in [*DA, *DA_ME] {
        let mut seen = BTreeSet::from([words.check.adult]);
        for question in Question::ALL {
            for truth in Truth::ALL {
                let sentence = texts::answer(*question, *truth, words);
                assert!(seen.insert(sentence), "{sentence}");
                assert!(sentence.starts_with(|first: char| first.is_ascii_uppercase()));
            }
        }
        let changes = &words.check.changes;
        let notes = [
            changes.nobody,
            changes.municipality,
            changes.end_of_stay,
            changes.start_of_stay,
            changes.find_out,
        ];
        assert_eq!(BTreeSet::from(notes).len(), notes.len());
    }
}
