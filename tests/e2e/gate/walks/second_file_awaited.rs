//! The second file of the program is on its way.

use botilbud::app::page::{Page, Step};
use serde_json::json;

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["the planner", "a check's result", "an estimate"];

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    let patterns = json!({ "patterns": [{ "urlPattern": "*/planner.wasm" }] });
    browser.dev_tools("Fetch.enable", patterns).await;
    visit.browser.open_address(&visit.address(Page::Respite)).await;
    visit.wait_for("main#main-content .loading").await;
    visit.at("the planner").await;
    visit.go(Page::CHECK).await;
    browser.submit("eligibility").await;
    visit.wait_for("input[name=check-home]").await;
    let result = json!(Page::Check(Step::Result).href());
    browser.script("location.hash = arguments[0]", vec![result]).await;
    visit.wait_for("main .loading").await;
    visit.at("a check's result").await;
    visit.go(Page::Payment).await;
    crate::payment::fill_budget(browser).await;
    visit.wait_for("main .loading").await;
    visit.at("an estimate").await;
    browser.dev_tools("Fetch.disable", json!({})).await;
}
