//! The second file of the program does not come.

use botilbud::app::page::{Page, Step};

use crate::gate::visit::Visit;

pub const STATES: &[&str] =
    &["the planner", "the overview", "a check's result", "an estimate", "a deadline"];

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Front).await;
    let missing = "main [role=alert]";
    visit.go(Page::Respite).await;
    visit.wait_for(missing).await;
    visit.at_page("the planner").await;
    visit.go(Page::Overview).await;
    visit.wait_for(missing).await;
    visit.at("the overview").await;
    visit.go(Page::CHECK).await;
    browser.submit("eligibility").await;
    visit.wait_for("input[name=check-home]").await;
    visit.go(Page::Check(Step::Result)).await;
    visit.wait_for(missing).await;
    visit.at("a check's result").await;
    visit.go(Page::Payment).await;
    crate::payment::fill_budget(browser).await;
    visit.wait_for(missing).await;
    visit.at("an estimate").await;
    visit.go(Page::Dates).await;
    browser.choose("complaint-offer", "long_term").await;
    browser.fill("complaint-received", "2026-03-05").await;
    browser.submit("complaint").await;
    visit.wait_for(missing).await;
    visit.at("a deadline").await;
    assert!(!browser.complaints().await.is_empty(), "it is told in the log, too");
}
