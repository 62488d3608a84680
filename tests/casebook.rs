//! Every case of `tests/cases/`, natively. What the cases mean is told in `tests/cases/README.md`.

#[path = "support/cases.rs"]
mod cases;

use std::fs;
use std::path::Path;

use botilbud::app::verified;
use cases::{FILES, first_difference, run};
use serde_json::{Value, json};

#[test]
fn every_case_is_answered_as_it_expects() {
    let outcome = run(&FILES);
    println!("{} cases", outcome.cases);
    assert_eq!(outcome.cases as u64, verified::CASES, "the About page tells this number");
    let failed = outcome.complaints.len();
    assert!(failed == 0, "{failed} of them fail:\n{}", outcome.complaints.join("\n"));
}

#[test]
fn every_case_file_is_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut found: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect();
    found.sort_unstable();
    assert_eq!(found, FILES.map(|(name, _)| name));
}

/// The smallest difference that each kind of value can have is seen, and at its place.
#[test]
fn matching_sees_what_differs_and_only_that() {
    let found = json!({"days": 4, "rows": [{"a": 1, "b": "x"}, {"a": 2}], "none": null});
    let differs = |expected: Value| first_difference("", &expected, &found);
    for same in [
        json!({}),
        json!({"days": 4}),
        json!({"rows": [{}, {}]}),
        json!({"rows": [{"b": "x"}, {"a": 2}]}),
        json!({"none": null, "absent": null}),
    ] {
        assert_eq!(differs(same), None);
    }
    for (other, place) in [
        (json!({"days": 5}), "days:"),
        (json!({"days": "4"}), "days:"),
        (json!({"days": null}), "days:"),
        (json!({"absent": 1}), "absent:"),
        (json!({"absent": {}}), "absent:"),
        (json!({"rows": []}), "rows:"),
        (json!({"rows": [{}]}), "rows:"),
        (json!({"rows": [{}, {"a": 3}]}), "rows[1].a:"),
        (json!([]), "the answer:"),
    ] {
        let complaint = differs(other).unwrap();
        assert!(complaint.starts_with(place), "{complaint}");
    }
}

/// A casebook that is badly written does not pass as a casebook that holds.
#[test]
fn badly_written_cases_are_reported() {
    let good = json!({"name": "A", "source": "S", "line": "[", "expected": {"error": {}}});
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut cases: Vec<Value> = (0..5).map(|_| good.clone()).collect();
        for (number, case) in cases.iter_mut().enumerate() {
            case["name"] = json!(format!("case {number}"));
        }
        change(&mut cases[3]);
        let text = Value::Array(cases).to_string();
        run(&[("file", &text)]).complaints.join("\n")
    };
    assert_eq!(changed(&|_| {}), "");
    assert!(changed(&|case| case["name"] = json!("case 1")).contains("another case"));
    assert!(changed(&|case| case["name"] = json!(" ")).contains("no name"));
    assert!(changed(&|case| case["source"] = json!("")).contains("no source"));
    assert!(changed(&|case| case["expect"] = json!({})).contains("no `expect`"));
    assert!(changed(&|case| case["request"] = json!({})).contains("either"));
    assert!(changed(&|case| case["expected"] = json!(null)).contains("expects nothing"));
    assert!(changed(&|case| case["expected"] = json!({"tool": "x"})).contains("tool:"));
    assert!(changed(&|case| *case = json!("text")).contains("case 3"));
    assert!(run(&[("file", "[]")]).complaints.join("").contains("only 0"));
    assert!(run(&[("file", "{")]).complaints.join("").contains("not a list"));
}
