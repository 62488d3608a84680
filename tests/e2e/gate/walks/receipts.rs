//! Checking a receipt: the same, altered, different, of another version, or none.

use botilbud::app::page::Page;
use botilbud::exchange::receipt;
use botilbud::request::read;
use botilbud::rules::standard::Standard;
use sha2::{Digest, Sha256};

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "no receipt yet",
    "the same",
    "altered",
    "different",
    "of another version",
    "a request that is refused",
    "a newer receipt",
    "no receipt",
    "a case file in place of a receipt",
    "the same for a plan",
];

/// A receipt of an estimate.
pub fn receipt() -> String {
    of(r#"{"tool":"payment","date":"2026-03-09","offer":"long_term","birth_date":"1999-05-04",
        "income":[{"kind":"pension","amount":"14500.00"}],
        "expenses":[{"kind":"medicine","amount":"350.00"}],
        "charges":[{"kind":"rent","amount":"4200.00"},{"kind":"food","amount":"3600.00"}]}"#)
}

fn of(request: &str) -> String {
    let standard = Standard::built_in().expect("the standard");
    let request = read(request.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"));
    receipt::write(&request, &standard).expect("its request is right").text
}

/// The receipt with a check code that fits, whatever has been changed in it.
fn sealed(text: &str) -> String {
    let (before, _) = text.rsplit_once(",\"check\":\"").expect("a check code");
    let code = Sha256::digest(before.as_bytes());
    let code: String = code.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{before},\"check\":\"{code}\"}}")
}

pub async fn walk(visit: &Visit) {
    visit.open(Page::Receipt).await;
    visit.at_page("no receipt yet").await;
    let choose = async |text: &str| {
        visit.choose_file("receipt-file", "#receipt-result", text).await;
    };
    let good = receipt();
    let changed = good.replacen("\"estimate\":\"7800.00\"", "\"estimate\":\"6800.00\"", 1);
    assert_ne!(good, changed);
    choose(&good).await;
    visit.at_result("the same").await;
    choose(&changed).await;
    visit.at_page("altered").await;
    choose(&sealed(&changed)).await;
    visit.at("different").await;
    let program = format!("\"program\":\"{}\"", receipt::PROGRAM);
    choose(&sealed(&changed.replacen(&program, "\"program\":\"0.0.1\"", 1))).await;
    visit.at("of another version").await;
    choose(&good.replacen("\"tool\":\"payment\"", "\"tool\":\"paiment\"", 1)).await;
    visit.at("a request that is refused").await;
    choose(&good.replacen("{\"receipt\":1", "{\"receipt\":9", 1)).await;
    visit.at("a newer receipt").await;
    choose("nothing of ours").await;
    visit.at("no receipt").await;
    choose(&super::overview::everything().text()).await;
    visit.at("a case file in place of a receipt").await;
    choose(&of(r#"{"tool":"respite","stays":[{"arrival":"2026-03-06","departure":"2026-03-09"}]}"#)).await;
    visit.at("the same for a plan").await;
}
