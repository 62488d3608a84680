//! The same cases as `casebook.rs`, in a browser: what is downloaded computes as what is tested.
#![cfg(target_arch = "wasm32")]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/receipts.rs"]
mod receipts;
#[path = "support/requests.rs"]
mod requests;

use cases::{FILES, first_difference, run};
use serde_json::json;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_case_is_answered_as_it_expects() {
    let outcome = run(&FILES);
    console_log!("{} cases", outcome.cases);
    let failed = outcome.complaints.len();
    assert!(failed == 0, "{failed} of them fail:\n{}", outcome.complaints.join("\n"));
}

#[wasm_bindgen_test]
fn matching_sees_what_differs() {
    assert!(first_difference("", &json!({"days": 4}), &json!({"days": 5})).is_some());
    assert!(first_difference("", &json!({"days": 4}), &json!({"days": 4, "more": 1})).is_none());
}

#[wasm_bindgen_test]
fn receipts_have_the_same_bytes_as_those_written_natively() {
    assert_eq!(receipts::digest(), receipts::NOTED);
}
