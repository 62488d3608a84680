//! The decision tables against every answer: the first row that fits has the rule's verdict, and
//! no row is there for nothing.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/truth_table.rs"]
mod truth;

use std::path::Path;
use std::{env, fs};

use botilbud::app::verified;
use botilbud::draft::Context;
use botilbud::results::decision_table;
use botilbud::rules::eligibility::table::{Row, table};
use botilbud::rules::eligibility::{Fact, eligibility, rule};
use botilbud::rules::logic::Truth;
use botilbud::rules::offer::Offer;
use botilbud::rules::standard::Standard;
use botilbud::text::words::{DA, Language};
use truth::{ANSWERED, Age, VERDICTS, digits, parameters, situation, today, truth_table};

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

// ---- The document ----

const DOCUMENT: &str = "docs/beslutningstabel.html";

fn document() -> String {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    decision_table::document(Context::new(today(), standard, Language::Danish.edition()))
}

/// The document in the repository is what the program writes today. After a change of the rules
/// or the words it is renewed with `RENEW=1 cargo test --test decision_table`, and read again.
#[test]
fn the_document_in_the_repository_is_the_one_of_these_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DOCUMENT);
    if env::var_os("RENEW").is_some() {
        fs::write(&path, document()).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == document(),
        "{DOCUMENT} is another: RENEW=1 cargo test --test decision_table writes it anew"
    );
}

#[test]
fn the_document_stands_alone_and_says_every_row() {
    let text = document();
    assert!(text.starts_with("<!DOCTYPE html><html lang=\"da\">"));
    assert!(!text.contains("<script") && !text.contains("href=") && !text.contains("src="));
    let style = text.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    assert!(!style.unwrap().0.contains('&'), "the style is escaped, so it says something else");
    for words in ["§ 107", "§ 108", "17. april 2023", "354.294", "fyldt 18 år"] {
        assert!(text.contains(words), "{words}");
    }
    // A lease has the table of long-term housing.
    let own = Offer::ALL.iter().filter(|offer| **offer != Offer::Lease);
    let rows: usize = own.clone().map(|offer| table(*offer).len() + 1).sum();
    assert_eq!(text.matches("<tr>").count(), rows);
    let (mut cells, mut conditions) = (0, 0);
    for offer in own {
        let mut facts = Vec::new();
        rule(*offer).collect_facts(&mut facts);
        cells += table(*offer).len() * (facts.len() + 1);
        conditions += table(*offer).iter().map(|row| row.conditions.len()).sum::<usize>();
    }
    assert_eq!(text.matches("<td>").count(), cells);
    let answers = ["<td>Ja</td>", "<td>Nej</td>"].map(|cell| text.matches(cell).count());
    assert_eq!(answers.iter().sum::<usize>(), conditions);
    // Everyone is told where the limit is, and why.
    assert!(text.contains(DA.check.notes.crisis) && text.contains(DA.decision.social));
}
