//! A page whose program does not start.

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["without its program"];

pub async fn walk(visit: &Visit) {
    visit.browser.open_address(&visit.file("egenbetaling.html")).await;
    visit.wait_for("#fallback:not([hidden])").await;
    visit.at("without its program").await;
    assert!(!visit.browser.complaints().await.is_empty(), "the browser tells of the program");
}
