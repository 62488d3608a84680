//! The questions one at a time, over every way of answering them: what is not asked changes
//! nothing, what is announced is kept, and the order is about as short as an order can be.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/hold.rs"]
mod hold;
#[path = "support/truth_table.rs"]
mod truth;

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use botilbud::app::verified;
use botilbud::rules::eligibility::interview::{Interview, ORDER, interview};
use botilbud::rules::eligibility::{Missing, OfferRow, Question, eligibility};
use botilbud::rules::logic::Verdict;
use botilbud::rules::standard::Parameters;
use hold::hold;
use proptest::collection::vec;
use proptest::prelude::*;
use truth::{
    AGES, ANSWERED, Age, NO, OFFERS, QUESTIONS, UNLIKELY, VERDICTS, YES, digits, parameters,
    place_value, situation, truth_table,
};

const PARTLY_ANSWERED: u32 = 2_000;

// ---- Which questions matter, by trial ----

/// A state with open questions: digits to the base 4, where 3 is open.
const STATES: usize = 4_usize.pow(QUESTIONS as u32);
const ALL_OPEN: usize = STATES - 1;
const OPEN: usize = 3;

fn digit(state: usize, question: usize) -> usize {
    state >> (2 * question) & OPEN
}

/// The state in which an open question has this answer.
fn answered(state: usize, question: usize, answer: usize) -> usize {
    state - ((OPEN - answer) << (2 * question))
}

fn verdicts_of(state: usize) -> [u8; 5] {
    truth_table(true, &std::array::from_fn(|question| digit(state, question) as u8))
}

/// For every state of an adult the open questions that matter, as bits: some way of answering the
/// other open ones lets two answers give some offer different verdicts.
fn matters() -> &'static [u16] {
    static MATTERS: OnceLock<Vec<u16>> = OnceLock::new();
    MATTERS.get_or_init(|| {
        let mut matters = vec![0_u16; STATES];
        for state in 0..STATES {
            let mut open = (0..QUESTIONS).filter(|question| digit(state, *question) == OPEN);
            let after = |question, answer| answered(state, question, answer);
            matters[state] = match (open.next(), open.next()) {
                (None, _) => 0,
                (Some(only), None) => {
                    let verdicts = [0, 1, 2].map(|answer| verdicts_of(after(only, answer)));
                    u16::from(verdicts.iter().any(|other| *other != verdicts[0])) << only
                }
                // A question matters when it does after some answer to another open one.
                (Some(a), Some(b)) => (0..3).fold(0, |found, answer| {
                    found | matters[after(a, answer)] | matters[after(b, answer)] & 1 << a
                }),
            };
        }
        matters
    })
}

fn matters_in(state: usize, question: usize) -> bool {
    matters()[state] >> question & 1 == 1
}

fn place(question: Question) -> usize {
    Question::ALL.iter().position(|other| *other == question).unwrap()
}

/// The answers as a state.
fn state_of(interview: &Interview) -> usize {
    interview.asked().fold(ALL_OPEN, |state, (question, answer)| {
        answered(state, place(question), answer as usize)
    })
}

// ---- Every way of answering everything ----

#[test]
fn what_is_not_asked_changes_no_verdict() {
    let check = |states: std::iter::StepBy<std::ops::Range<usize>>| -> u64 {
        let mut rows = RowsByAnswers::new();
        states
            .map(|state| AGES.map(|age| check_all_answered(age, state, &mut rows)).len() as u64)
            .sum()
    };
    let checked = std::thread::scope(|threads| {
        let odd = threads.spawn(|| check((1..ANSWERED).step_by(2)));
        check((0..ANSWERED).step_by(2)) + odd.join().unwrap()
    });
    assert_eq!(checked, verified::INTERVIEWS);
    println!("checked: {checked} fully answered situations, none changed by what is not asked");
}

/// What the rules say of an age and the answers that count; there are few such answers.
type RowsByAnswers = HashMap<(Age, usize), Vec<OfferRow>>;

fn check_all_answered(age: Age, state: usize, rows: &mut RowsByAnswers) {
    let on = parameters_once();
    let answers = digits(state);
    let mut asked_about = situation(age, answers.map(Some));
    let interview = interview(&asked_about, on);
    assert_eq!(interview.open, [], "{age:?} {answers:?}");

    // The verdicts of the counted answers are those of all answers.
    let expected = truth_table(age != Age::TooYoung, &answers);
    let rows = rows.entry((age, state_of(&interview)));
    let counted = interview.counted;
    let rows = rows.or_insert_with(|| {
        asked_about.answers = counted.clone();
        eligibility(&asked_about, on).offers
    });
    for (row, expected) in rows.iter().zip(expected) {
        let (verdict, missing): (_, &[Missing]) = match age {
            Age::NotGiven if row.verdict == Verdict::Incomplete => {
                ("incomplete", &[Missing::BirthDate])
            }
            _ => (VERDICTS[usize::from(expected)], &[]),
        };
        assert_eq!((row.verdict.code(), row.missing.as_slice()), (verdict, missing), "{answers:?}");
    }

    // Exactly the questions that could have changed something are asked.
    let mut before = ALL_OPEN;
    for question in ORDER {
        let asked = age != Age::TooYoung && matters_in(before, place(question));
        assert_eq!(counted.get(question).is_some(), asked, "{age:?} {answers:?} {question:?}");
        if asked {
            before = answered(before, place(question), usize::from(answers[place(question)]));
        } else if age != Age::TooYoung {
            let kept = |answer: usize| {
                let mut other = answers;
                other[place(question)] = answer as u8;
                truth_table(true, &other) == expected
            };
            assert!((0..3).all(kept), "{answers:?} {question:?}");
        }
    }
}

fn parameters_once() -> &'static Parameters {
    static ON: OnceLock<Parameters> = OnceLock::new();
    ON.get_or_init(parameters)
}

// ---- One question after another ----

/// What is found by asking one question after another, in every way of answering.
#[derive(Default)]
struct Walk {
    /// The ways through the questions.
    ways: u64,
    asked: BTreeSet<Question>,
    verdicts: BTreeSet<(&'static str, &'static str)>,
}

#[test]
fn every_way_through_the_questions_ends_in_verdicts_and_is_as_short_as_announced() {
    let mut walk = Walk::default();
    let longest = walk.on(&[None; QUESTIONS], QUESTIONS);
    assert_eq!(walk.ways, verified::INTERVIEW_WAYS);
    assert_eq!(longest, QUESTIONS);
    assert_eq!(walk.asked.len(), QUESTIONS, "every question can matter");

    // A crisis stay is never more than possible; nothing else is out of reach.
    let never = [("temporary", "barred"), ("crisis", "barred"), ("crisis", "likely")];
    let never = never.iter().chain(&[("long_term", "barred"), ("lease", "barred")]);
    let never: BTreeSet<_> = never.copied().collect();
    let all = OFFERS.iter().flat_map(|offer| VERDICTS.map(|verdict| (*offer, verdict)));
    let reached: BTreeSet<_> = all.filter(|pair| !never.contains(pair)).collect();
    assert_eq!(walk.verdicts, reached);
    println!("checked: {} ways through the questions, at most {longest} long", walk.ways);
}

impl Walk {
    /// Goes on from these answers in every way; gives the most questions that still came.
    fn on(&mut self, answers: &[Option<u8>; QUESTIONS], announced: usize) -> usize {
        let asked_about = situation(Age::Adult, *answers);
        let interview = interview(&asked_about, parameters_once());
        assert!(interview.open.len() <= announced, "{answers:?}");
        let Some(question) = interview.next() else {
            self.ways += 1;
            for row in eligibility(&asked_about, parameters_once()).offers {
                assert_ne!(
                    row.verdict,
                    Verdict::Incomplete,
                    "no question, no verdict: {answers:?}"
                );
                self.verdicts.insert((row.offer.code(), row.verdict.code()));
            }
            return 0;
        };
        self.asked.insert(question);
        assert!(announced > 0, "one question too many: {answers:?}");
        let then = interview.most_after(question);
        assert!(then < announced, "more questions than before: {answers:?}");
        let longest = (NO..=YES).map(|answer| {
            let mut next = *answers;
            next[place(question)] = Some(answer);
            1 + self.on(&next, then)
        });
        longest.max().unwrap()
    }
}

// ---- Some answers ----

#[test]
fn some_answers_count_as_all_of_them_do() {
    let answer = prop_oneof![2 => Just(None), 3 => (NO..=YES).prop_map(Some)];
    let states = (vec(answer, QUESTIONS), proptest::sample::select(&AGES[..]));
    hold(PARTLY_ANSWERED, states, |(answers, age)| {
        let all = situation(age, answers.clone());
        let now = interview(&all, parameters_once());
        let mut counted = all.clone();
        counted.answers = now.counted.clone();
        let rows = eligibility(&all, parameters_once());
        for (by_counted, by_all) in
            eligibility(&counted, parameters_once()).offers.iter().zip(&rows.offers)
        {
            prop_assert_eq!(by_counted.verdict, by_all.verdict);
            prop_assert_eq!(&by_counted.missing, &by_all.missing);
            // One too young is told of no other bar: whether it holds is not asked.
            prop_assert!(age == Age::TooYoung || by_counted == by_all);
        }
        prop_assert_eq!(&interview(&counted, parameters_once()), &now);

        // What is open is what is missing, and what matters by trial.
        let missing = |question: &Question| {
            rows.offers.iter().any(|row| row.missing.contains(&Missing::Answer(*question)))
        };
        let open: Vec<Question> = ORDER.into_iter().filter(missing).collect();
        prop_assert_eq!(&now.open, &open);
        if age != Age::TooYoung {
            let state = state_of(&now);
            let open = ORDER.into_iter().filter(|question| matters_in(state, place(*question)));
            prop_assert_eq!(&now.open, &open.collect::<Vec<_>>());
        }

        // However a question is answered, no more questions come than announced.
        for question in Question::ALL {
            let announced = now.most_after(*question);
            let part = now.counted.get(*question).is_some() || now.open.contains(question);
            prop_assert!(part || announced == 0);
            for answer in part.then_some(NO..=YES).into_iter().flatten() {
                let mut other = answers.clone();
                other[place(*question)] = Some(answer);
                let then = interview(&situation(age, other), parameters_once());
                prop_assert!(then.open.len() <= announced, "{question:?}");
            }
        }
        Ok(())
    });
}

// ---- The order ----

/// How many questions are asked on average over all answers of an adult, in thousandths.
const ORDER_ASKS: u64 = 5_652;
const BEST_ORDER_ASKS: u64 = 5_627;
const CONTRACTS_ORDER_ASKS: u64 = 8_182;
const BEST_NEXT_QUESTION_ASKS: u64 = 5_578;

/// For each set of questions (as bits) and each question: on which part of the ways of answering
/// the set the question is still asked. It does not matter in which order the set was asked.
fn chances() -> Vec<[f64; QUESTIONS]> {
    let mut chances = vec![[0.0; QUESTIONS]; 1 << QUESTIONS];
    for state in 0..STATES {
        let known = (0..QUESTIONS).filter(|question| digit(state, *question) != OPEN);
        let set: usize = known.map(|question| 1 << question).sum();
        let weight = 1.0 / 3_f64.powi(set.count_ones() as i32);
        for (question, chance) in chances[set].iter_mut().enumerate() {
            *chance += weight * f64::from(u8::from(matters_in(state, question)));
        }
    }
    chances
}

fn asked_by(order: &[Question], chances: &[[f64; QUESTIONS]]) -> f64 {
    let mut set = 0;
    let mut sum = 0.0;
    for question in order {
        sum += chances[set][place(*question)];
        set |= 1 << place(*question);
    }
    sum
}

/// The fewest questions that an order can ask: for each set, what is asked after it.
fn best_order(chances: &[[f64; QUESTIONS]]) -> f64 {
    let mut rest = vec![0.0; 1 << QUESTIONS];
    for set in (0..rest.len() - 1).rev() {
        let next = (0..QUESTIONS).filter(|question| set >> question & 1 == 0);
        let costs = next.map(|question| chances[set][question] + rest[set | 1 << question]);
        rest[set] = costs.fold(f64::INFINITY, f64::min);
    }
    rest[0]
}

/// The fewest questions when the next one may depend on every answer before.
fn best_next_question() -> f64 {
    let mut rest = vec![0.0_f64; STATES];
    for state in 0..STATES {
        let next = (0..QUESTIONS).filter(|question| matters_in(state, *question));
        let costs = next.map(|question| {
            (0..3).map(|answer| rest[answered(state, question, answer)]).sum::<f64>() / 3.0 + 1.0
        });
        rest[state] = costs.fold(f64::INFINITY, f64::min);
        if rest[state].is_infinite() {
            rest[state] = 0.0;
        }
    }
    rest[ALL_OPEN]
}

/// Of all 39,916,800 orders none asks more than one percent fewer questions; so no exchange of two
/// questions and no move of one does either.
#[test]
fn the_order_asks_about_as_few_questions_as_an_order_can() {
    let chances = chances();
    let found = [
        asked_by(&ORDER, &chances),
        best_order(&chances),
        asked_by(Question::ALL, &chances),
        best_next_question(),
    ];
    let [order, best, ..] = found;
    assert!(best <= order && order <= best * 1.01, "{order} asked, the best order asks {best}");
    let thousandths = found.map(|asked| (asked * 1_000.0).round() as u64);
    assert_eq!(
        thousandths,
        [ORDER_ASKS, BEST_ORDER_ASKS, CONTRACTS_ORDER_ASKS, BEST_NEXT_QUESTION_ASKS],
    );
    println!("checked: the order asks {order:.3} questions, the best of all orders {best:.3}");
}

/// What the table above is built on: an answer's place in the base-3 states of the other tests.
#[test]
fn both_ways_of_numbering_states_agree() {
    for state in (0..ANSWERED).step_by(97) {
        let answers = digits(state);
        let by_four = answers.iter().enumerate().fold(ALL_OPEN, |by_four, (question, answer)| {
            answered(by_four, question, usize::from(*answer))
        });
        assert_eq!(verdicts_of(by_four), truth_table(true, &answers));
        assert_eq!(state % place_value(1), usize::from(answers[0]));
    }
    assert!(truth_table(true, &digits(0)).iter().all(|verdict| *verdict == UNLIKELY));
}
