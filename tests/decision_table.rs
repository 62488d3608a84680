//! The decision tables against every answer: the first row that fits has the rule's verdict, and
//! no row is there for nothing.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/truth_table.rs"]
mod truth;

use botilbud::app::verified;
use botilbud::rules::eligibility::table::{Row, table};
use botilbud::rules::eligibility::{Fact, eligibility};
use botilbud::rules::logic::Truth;
use botilbud::rules::offer::Offer;
use truth::{ANSWERED, Age, VERDICTS, digits, parameters, situation, truth_table};

#[test]
fn the_first_row_that_fits_has_the_verdict_and_every_row_is_needed() {
    let tables: Vec<Vec<Row>> = Offer::ALL.iter().map(|offer| table(*offer)).collect();
    let mut is_first: Vec<Vec<bool>> = tables.iter().map(|rows| vec![false; rows.len()]).collect();
    let mut checked = 0;
    for age in [Age::Adult, Age::TooYoung] {
        for state in 0..ANSWERED {
            let answers = digits(state);
            let expected = truth_table(age == Age::Adult, &answers);
            let truth = |fact| match fact {
                Fact::Adult => Truth::from(age == Age::Adult),
                Fact::Says(question) => Truth::ALL[usize::from(answers[question as usize])],
            };
            for (offer, rows) in tables.iter().enumerate() {
                let first = rows.iter().position(|row| row.fits(&truth)).unwrap();
                let expected = VERDICTS[usize::from(expected[offer])];
                assert_eq!(rows[first].verdict.code(), expected, "{age:?} {answers:?}");
                is_first[offer][first] = true;
            }
            checked += 1;
        }
    }
    assert_eq!(checked, verified::ELIGIBILITY_STATES);
    assert!(
        is_first.iter().flatten().all(|needed| *needed),
        "a row never fits first: {is_first:?}"
    );
    println!("checked: {checked} situations, each with its verdict in the first row that fits");
}

/// The truth table stands for the rules above; here the rules themselves, and open answers, which
/// count as unknown once they no longer matter.
#[test]
fn where_the_rules_have_a_verdict_the_table_has_it_too() {
    let on = parameters();
    let mut compared = 0;
    for state in (0..4_usize.pow(11)).step_by(211) {
        let answers: [Option<u8>; 11] = std::array::from_fn(|question| {
            let digit = state >> (2 * question) & 3;
            (digit < 3).then_some(digit as u8)
        });
        let situation = situation(Age::Adult, answers);
        let truth = |fact| match fact {
            Fact::Adult => Truth::Yes,
            Fact::Says(question) => situation.answers.get(question).unwrap_or(Truth::Unknown),
        };
        for row in eligibility(&situation, &on).offers {
            if row.missing.is_empty() {
                let rows = table(row.offer);
                let first = rows.iter().find(|row| row.fits(&truth)).unwrap();
                assert_eq!(first.verdict, row.verdict, "{answers:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
}
