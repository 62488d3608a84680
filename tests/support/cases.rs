//! The casebook: reads the cases and compares what the rules answer with what a case expects.
//!
//! Used natively (`casebook.rs`) and in the browser (`web.rs`), so both run the same cases by the
//! same matching.

use std::collections::BTreeSet;

use botilbud::request::answer_line;
use botilbud::rules::standard::Standard;
use botilbud::text::contract;
use botilbud::text::words::DA;
use serde_json::{Map, Value};

/// The case files, built in so that a browser has them too.
pub const FILES: [(&str, &str); 8] = [
    ("complaint", include_str!("../cases/complaint.json")),
    ("eligibility", include_str!("../cases/eligibility.json")),
    ("errors", include_str!("../cases/errors.json")),
    ("follow_up", include_str!("../cases/follow_up.json")),
    ("free_choice", include_str!("../cases/free_choice.json")),
    ("payment", include_str!("../cases/payment.json")),
    ("respite", include_str!("../cases/respite.json")),
    ("suggest", include_str!("../cases/suggest.json")),
];

/// A file with fewer cases was probably not read as it was meant.
const FEWEST_CASES: usize = 5;

/// What running the casebook came to.
pub struct Outcome {
    /// How many cases were asked.
    pub cases: usize,
    /// Every case that is badly written or answered otherwise.
    pub complaints: Vec<String>,
}

/// Asks every case of `files`.
pub fn run(files: &[(&str, &str)]) -> Outcome {
    let standard = Standard::built_in().expect("the built-in standard is valid");
    let mut outcome = Outcome { cases: 0, complaints: Vec::new() };
    let mut names = BTreeSet::new();
    for (file, text) in files {
        let cases: Vec<Value> = match serde_json::from_str(text) {
            Ok(cases) => cases,
            Err(error) => {
                outcome.complaints.push(format!("{file}: not a list of cases: {error}"));
                continue;
            }
        };
        if cases.len() < FEWEST_CASES {
            outcome.complaints.push(format!("{file}: only {} cases", cases.len()));
        }
        for (number, case) in cases.iter().enumerate() {
            outcome.cases += 1;
            let name = text_of(case, "name");
            let called =
                format!("{file}: {}", name.map_or(format!("case {number}"), str::to_owned));
            if name.is_some_and(|name| !names.insert(name.to_owned())) {
                outcome.complaints.push(format!("{called}: another case has this name"));
            }
            if let Some(complaint) = badly_written(case).or_else(|| difference(case, &standard)) {
                outcome.complaints.push(format!("{called}: {complaint}"));
            }
        }
    }
    outcome
}

fn text_of<'a>(case: &'a Value, field: &str) -> Option<&'a str> {
    case.get(field).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
}

fn badly_written(case: &Value) -> Option<String> {
    let fields: Vec<&str> = case.as_object()?.keys().map(String::as_str).collect();
    let known = ["name", "source", "request", "line", "expected"];
    if let Some(other) = fields.iter().find(|field| !known.contains(field)) {
        return Some(format!("a case has no `{other}`"));
    }
    let asks = fields.iter().filter(|field| matches!(**field, "request" | "line")).count();
    match () {
        () if text_of(case, "name").is_none() => Some("it has no name".to_owned()),
        () if text_of(case, "source").is_none() => Some("it has no source".to_owned()),
        () if asks != 1 => Some("it needs either a request or a line".to_owned()),
        () if !case["expected"].is_object() => Some("it expects nothing".to_owned()),
        () => None,
    }
}

/// Where the answer differs from what the case expects.
fn difference(case: &Value, standard: &Standard) -> Option<String> {
    let line = text_of(case, "line").map_or_else(|| case["request"].to_string(), str::to_owned);
    let answer = answer_line(line.as_bytes(), standard, &|error| contract::message(error, &DA));
    let found: Value = match serde_json::from_str(&answer) {
        Ok(found) => found,
        Err(error) => return Some(format!("the answer is no JSON ({error}): {answer}")),
    };
    if let Some(error) = found.get("error")
        && text_of(error, "message").is_none()
    {
        return Some("the error has no message".to_owned());
    }
    first_difference("", &case["expected"], &found)
}

/// The first place where `found` is not what `expected` asks for: objects may have more fields,
/// lists may not have more elements, and null stands for absent as well.
pub fn first_difference(path: &str, expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(fields)) => {
            wanted.iter().find_map(|(name, value)| {
                first_difference(&inside(path, name), value, at(fields, name))
            })
        }
        (Value::Array(wanted), Value::Array(elements)) if wanted.len() == elements.len() => {
            let pairs = wanted.iter().zip(elements).enumerate();
            pairs.into_iter().find_map(|(place, (expected, found))| {
                first_difference(&format!("{path}[{place}]"), expected, found)
            })
        }
        _ if expected == found => None,
        _ => {
            let path = if path.is_empty() { "the answer" } else { path };
            Some(format!("{path}: expected {expected}, found {found}"))
        }
    }
}

fn inside(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn at<'a>(fields: &'a Map<String, Value>, name: &str) -> &'a Value {
    fields.get(name).unwrap_or(&Value::Null)
}
