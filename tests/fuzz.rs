//! Broken case files, receipts and standards by the hundred thousand: whatever is opened, the program
//! neither stops nor takes it for more than it is.
//!
//! `FUZZ_INPUTS` is how many are tried of each kind (100,000), `FUZZ_SEED` which ones; by default
//! they are the same in every run. `make fuzz` tries millions of new ones.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzz/mutations.rs"]
mod mutations;
#[path = "support/requests.rs"]
mod requests;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use botilbud::app::verified;
use botilbud::draft::case_file::{
    self, CaseFile, CaseFileError, LARGEST, LAST_ROW, VERSION, names,
};
use botilbud::draft::{Sheet, row_field};
use botilbud::exchange::receipt::{self, Checked, ReceiptError};
use botilbud::request::read;
use botilbud::rules::date::Date;
use botilbud::rules::standard::{BUILT_IN, Parameters, Problem, Standard};
use mutations::broken;
use requests::Numbers;
use serde_json::Value;
use sha2::{Digest, Sha256};

const INPUTS: u64 = verified::BROKEN_FILES;
const SEED: u64 = 20_260_309;
/// With fewer inputs than this, not every kind of outcome has to come up.
const ENOUGH: u64 = 50_000;

fn number(name: &str, default: u64) -> u64 {
    match env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")),
        Err(_) => default,
    }
}

/// Tries a law on broken forms of valid texts and counts what comes of them. An input that breaks
/// the law is printed with the seed it comes from.
fn fuzz(
    valid: &[String],
    mut change: impl FnMut(Vec<u8>, &mut Numbers) -> Vec<u8>,
    law: impl Fn(&[u8]) -> &'static str,
) -> BTreeMap<&'static str, u64> {
    let (inputs, seed) = (number("FUZZ_INPUTS", INPUTS), number("FUZZ_SEED", SEED));
    let mut numbers = Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut outcomes = BTreeMap::new();
    for tried in 0..inputs {
        let input = broken(valid, &mut numbers);
        let input = change(input, &mut numbers);
        match catch_unwind(AssertUnwindSafe(|| law(&input))) {
            Ok(outcome) => *outcomes.entry(outcome).or_default() += 1,
            Err(_) => panic!("FUZZ_SEED={seed}, input {tried}: b\"{}\"", input.escape_ascii()),
        }
    }
    println!("{outcomes:?}");
    outcomes
}

/// Shows that the inputs were not all refused for the same reason.
fn all_came_up(outcomes: &BTreeMap<&'static str, u64>, expected: &[&str]) {
    if number("FUZZ_INPUTS", INPUTS) >= ENOUGH {
        for outcome in expected {
            let count = outcomes.get(outcome).copied().unwrap_or_default();
            assert!(count >= 5, "{outcome} came up only {count} times: {outcomes:?}");
        }
    }
}

// ---- Case files ----

/// Case files, from nothing typed to everything, of every version.
fn case_files() -> Vec<String> {
    let saved = Date::parse("2026-03-09").unwrap();
    let mut few = Sheet::default();
    few.set("born-day", "4");
    let row = few.add_row("income");
    few.set(row_field("income", row, "amount"), "1.800 kr. \"æøå\"");
    let mut files = vec![case_file::write(&Sheet::default(), saved)];
    for version in 1..=VERSION {
        let path = format!("tests/cases/case_files/version_{version}.json");
        files.push(fs::read_to_string(path).unwrap());
        // Small files break in more places that matter.
        files.push(case_file::write(&few, saved));
        files.push(case_file::write(&few, saved));
    }
    files
}

/// What is read of an input is within the limits, and neither more nor less than what is in it.
fn opens_whole_or_not_at_all(input: &[u8]) -> &'static str {
    match case_file::read(input) {
        Ok(file) => {
            assert!(input.len() <= LARGEST);
            is_within_limits(&file);
            has_what_the_input_has(&file.sheet, input);
            let text = case_file::write(&file.sheet, file.saved);
            assert_eq!(case_file::read(text.as_bytes()), Ok(file));
            "opened"
        }
        Err(CaseFileError::TooLarge) => {
            assert!(input.len() > LARGEST);
            "too large"
        }
        Err(CaseFileError::NotACaseFile) => "not a case file",
        Err(CaseFileError::Newer) => "newer",
        Err(CaseFileError::Damaged { place }) if place.is_empty() => "cut off",
        Err(CaseFileError::Damaged { place }) => {
            assert!(place.chars().count() <= 60);
            "damaged"
        }
    }
}

fn is_within_limits(file: &CaseFile) {
    let mut sheet = file.sheet.clone();
    let mut used = Vec::new();
    for (list, rows) in file.sheet.lists() {
        assert!(!rows.is_empty() && rows.len() <= names::list(list).unwrap().most, "{list}");
        used.extend_from_slice(rows);
    }
    used.sort_unstable();
    assert!(used.windows(2).all(|pair| pair[0] != pair[1]), "{used:?}");
    assert!(used.iter().all(|row| (1..=LAST_ROW).contains(row)), "{used:?}");
    assert!(!used.contains(&sheet.add_row("stay")), "a number is used again");
    for (field, text) in file.sheet.fields() {
        match names::row_of(field) {
            Some((list, row)) => assert!(file.sheet.rows(list.name).contains(&row), "{field}"),
            None => assert!(names::stands_alone(field), "{field}"),
        }
        assert!(text.chars().count() <= 10_000 && !text.contains(char::is_control), "{text:?}");
    }
}

/// Compares with the JSON itself, unless it was of an older version and has been changed.
fn has_what_the_input_has(sheet: &Sheet, input: &[u8]) {
    let text = std::str::from_utf8(input).unwrap();
    let json: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
    if json["case_file"] != VERSION {
        return;
    }
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["case_file", "fields", "lists", "program", "saved"]);
    let fields = json["fields"].as_object().unwrap().iter();
    let mut typed = fields.filter(|(_, text)| **text != "");
    for (field, text) in sheet.fields() {
        let there = typed.next().map(|(field, text)| (field.as_str(), text.as_str().unwrap()));
        assert_eq!(there, Some((field, text)));
    }
    assert_eq!(typed.next(), None);
    for (list, rows) in json["lists"].as_object().unwrap() {
        let there: Vec<u64> = rows.as_array().unwrap().iter().filter_map(Value::as_u64).collect();
        let rows: Vec<u64> = sheet.rows(list).iter().copied().map(u64::from).collect();
        assert_eq!(there, rows, "{list}");
    }
}

#[test]
fn a_broken_case_file_opens_whole_or_not_at_all() {
    let outcomes = fuzz(&case_files(), |input, _| input, opens_whole_or_not_at_all);
    let expected = ["opened", "too large", "not a case file", "newer", "cut off", "damaged"];
    all_came_up(&outcomes, &expected);
}

// ---- Receipts ----

/// Receipts of every tool. Suggested plans are among them: those of so few stays are found in
/// less than a millisecond, also when their wishes are broken.
fn receipts(standard: &Standard) -> Vec<String> {
    let requests = requests::requests(140).into_iter();
    let receipt = |line: String| receipt::write(&read(line.as_bytes()).unwrap(), standard).ok();
    requests.filter_map(receipt).map(|receipt| receipt.text).collect()
}

/// Gives some of the inputs a check code that fits, as a person would who changes a receipt on
/// purpose.
fn sealed(mut input: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    const CHECK: &[u8] = b",\"check\":\"";
    let at = input.windows(CHECK.len()).rposition(|part| part == CHECK);
    if let Some(at) = at.filter(|_| numbers.below(3) == 0) {
        input.truncate(at);
        let code = Sha256::digest(&input);
        input.extend_from_slice(CHECK);
        input.extend(code.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()));
        input.extend_from_slice(b"\"}");
    }
    input
}

/// Only what is byte for byte the receipt of its own request is called the same.
fn is_the_same_only_when_it_is(input: &[u8], standard: &Standard) -> &'static str {
    let text = String::from_utf8_lossy(input);
    match receipt::check(&text, standard) {
        Ok(Checked::Same) => {
            let text = text.trim_start_matches('\u{feff}').trim();
            let json: Value = serde_json::from_str(text).unwrap();
            let request = read(json["request"].to_string().as_bytes()).unwrap();
            assert_eq!(receipt::write(&request, standard).unwrap().text, text);
            "same"
        }
        Ok(Checked::OtherVersion { .. }) => "other version",
        Ok(Checked::Altered { .. }) => "altered",
        Ok(Checked::Different { .. }) => "different",
        Err(ReceiptError::TooLarge) => {
            assert!(text.len() > receipt::LARGEST);
            "too large"
        }
        Err(ReceiptError::NotAReceipt) => "not a receipt",
        Err(ReceiptError::Newer) => "newer",
        Err(ReceiptError::Refused(_)) => "refused",
    }
}

#[test]
fn a_broken_receipt_is_never_called_the_same() {
    let standard = Standard::built_in().unwrap();
    let law = |input: &[u8]| is_the_same_only_when_it_is(input, &standard);
    let outcomes = fuzz(&receipts(&standard), sealed, law);
    let expected =
        ["same", "other version", "altered", "different", "not a receipt", "newer", "refused"];
    all_came_up(&outcomes, &expected);
}

// ---- The standard's file ----

/// A file is taken only when there is exactly one value of every number on every day; otherwise
/// something is told of it, with a field that has a name.
fn is_taken_whole_or_told_to_be_wrong(input: &[u8]) -> &'static str {
    let text = String::from_utf8_lossy(input);
    match Standard::load(&text) {
        Ok(standard) => {
            let days = [standard.approved, Date::parse("2026-03-09").unwrap(), Date::LAST];
            for day in days.into_iter().filter(|day| *day >= standard.approved) {
                let on = standard.on(day).unwrap();
                assert_eq!(on.respite.is_some(), standard.has_quota());
                assert_eq!(
                    on.long_term_follow_up_months.is_some(),
                    standard.offers.has_long_term_part()
                );
                let alone = standard.as_on(day).unwrap();
                assert_eq!(Parameters { version: on.version, ..alone.newest().unwrap() }, on);
            }
            "taken"
        }
        Err(errors) => {
            let first = errors.first().expect("what is refused is told to be wrong");
            match &first.problem {
                Problem::NotJson { line, .. }
                | Problem::Twice { line }
                | Problem::NotUtf8 { line } => {
                    // A text that is cut off ends on the line after its last.
                    let last = text.lines().count().saturating_add(1);
                    assert!((1..=last).contains(line), "line {line} of {last}");
                    "no text of ours"
                }
                _ if errors.len() > 1 => "wrong in many places",
                _ => "wrong in one place",
            }
        }
    }
}

#[test]
fn a_broken_standard_is_never_taken_in_part() {
    let files = [BUILT_IN.to_owned(), include_str!("../examples/lilleby.json").to_owned()];
    let outcomes = fuzz(&files, |input, _| input, is_taken_whole_or_told_to_be_wrong);
    let expected = ["taken", "no text of ours", "wrong in many places", "wrong in one place"];
    all_came_up(&outcomes, &expected);
}
