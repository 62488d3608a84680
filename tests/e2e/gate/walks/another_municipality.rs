//! A municipality with fewer offers.

use botilbud::app::page::{Page, Step};

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["the front page", "the payment", "the dates", "a check's result", "the rates"];

pub async fn walk(visit: &Visit) {
    visit.open(Page::Front).await;
    visit.at("the front page").await;
    visit.go(Page::Payment).await;
    visit.at("the payment").await;
    visit.go(Page::Dates).await;
    visit.at("the dates").await;
    visit.go(Page::CHECK).await;
    visit.browser.submit("eligibility").await;
    visit.wait_for("input[name^=check-]").await;
    visit.go(Page::Check(Step::Result)).await;
    visit.at("a check's result").await;
    visit.go(Page::Rates).await;
    visit.at("the rates").await;
}
