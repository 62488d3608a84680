//! Near a change of the numbers both sides are shown.

use botilbud::app::page::Page;

use super::payment::budget;
use crate::gate::case::Case;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "an estimate before the change",
    "an estimate after the change",
    "a deadline before the change",
    "a plan before the change",
    "the rates",
    "the overview",
];

pub async fn walk(visit: &Visit) {
    visit.open(Page::Front).await;
    visit.bring(budget(), Page::Payment).await;
    visit.at_result("an estimate before the change").await;
    visit.bring(budget().with(&[("pay-date", "2026-04-02")]), Page::Payment).await;
    visit.at("an estimate after the change").await;
    let decision =
        [("complaint-offer", "long_term"), ("complaint-received", "2026-03-05")];
    visit.bring(Case::new().with(&decision), Page::Dates).await;
    visit.ask("complaint").await;
    visit.at("a deadline before the change").await;
    visit.bring(Case::new().stays(&[("2026-03-06", "2026-03-09")]), Page::Respite).await;
    visit.at("a plan before the change").await;
    visit.go(Page::Rates).await;
    visit.at("the rates").await;
    visit.bring(budget(), Page::Overview).await;
    visit.at("the overview").await;
}
