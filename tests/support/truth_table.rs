//! The contract's conditions of eligibility written a second time, and the states they are tried
//! on.
#![allow(dead_code, reason = "each test uses a part of it")]

use botilbud::rules::date::Date;
use botilbud::rules::eligibility::{Question, Situation};
use botilbud::rules::logic::{Answers, Truth};
use botilbud::rules::standard::{Parameters, Standard};

pub const QUESTIONS: usize = 11;
/// The ways of answering every question.
pub const ANSWERED: usize = 3_usize.pow(QUESTIONS as u32);
pub const OFFERS: [&str; 5] = ["temporary", "respite", "crisis", "long_term", "lease"];

pub const NO: u8 = 0;
pub const UNKNOWN: u8 = 1;
pub const YES: u8 = 2;

/// A verdict of an offer when everything is answered, from the least to the most hopeful.
pub const BARRED: u8 = 0;
pub const UNLIKELY: u8 = 1;
pub const POSSIBLE: u8 = 2;
pub const LIKELY: u8 = 3;
pub const VERDICTS: [&str; 4] = ["barred", "unlikely", "possible", "likely"];

fn not(a: u8) -> u8 {
    YES - a
}

/// The contract's conditions, written anew with integers: and = least, or = greatest.
pub fn truth_table(adult: bool, answers: &[u8; QUESTIONS]) -> [u8; 5] {
    if !adult {
        return [BARRED; 5];
    }
    let [
        physical,
        mental,
        social,
        period,
        lasting,
        extensive,
        at_home,
        elsewhere,
        respite,
        crisis,
        housed,
    ] = *answers;
    let temporary = physical.max(mental).max(social).max(period).min(not(at_home));
    let with_respite = temporary.min(respite).min(not(housed));
    let with_crisis = temporary.min(crisis).min(UNKNOWN);
    let named_by_the_act = physical.max(mental).min(lasting);
    let mut long_term =
        named_by_the_act.max(social).min(extensive).min(not(at_home)).min(not(elsewhere));
    if named_by_the_act != YES {
        long_term = long_term.min(UNKNOWN);
    }
    let verdict = |truth: u8| truth + UNLIKELY;
    [
        verdict(temporary),
        if housed == YES { BARRED } else { verdict(with_respite) },
        verdict(with_crisis),
        verdict(long_term),
        verdict(long_term),
    ]
}

/// The answers of a state: its digits to the base 3, the first question lowest.
pub fn digits(mut state: usize) -> [u8; QUESTIONS] {
    std::array::from_fn(|_| {
        let digit = (state % 3) as u8;
        state /= 3;
        digit
    })
}

pub fn place_value(question: usize) -> usize {
    3_usize.pow(question as u32)
}

/// What is known of the age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Age {
    Adult,
    TooYoung,
    NotGiven,
}

pub const AGES: [Age; 3] = [Age::Adult, Age::TooYoung, Age::NotGiven];

pub fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

pub fn parameters() -> Parameters {
    Standard::built_in().unwrap().on(today()).unwrap()
}

/// The youngest adult, or one who is a day too young.
pub fn birth_date(age: Age) -> Option<Date> {
    match age {
        Age::Adult => Date::new(2008, 11, 22),
        Age::TooYoung => Date::new(2008, 11, 23),
        Age::NotGiven => None,
    }
}

/// The situation with these answers, in the order of the questions.
pub fn situation(age: Age, given: impl IntoIterator<Item = Option<u8>>) -> Situation {
    let mut answers = Answers::default();
    for (question, answer) in Question::ALL.iter().zip(given) {
        answers.set(*question, answer.map(|value| Truth::ALL[usize::from(value)]));
    }
    Situation { date: today(), birth_date: birth_date(age), answers }
}
