//! A program that has stopped.

use botilbud::app::page::Page;

use crate::crash::press_panic;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["the program has stopped"];

pub async fn walk(visit: &Visit) {
    visit.open(Page::Respite).await;
    press_panic(&visit.browser).await;
    visit.wait_for("#crash:not([hidden])").await;
    visit.at_page("the program has stopped").await;
    assert!(!visit.browser.complaints().await.is_empty(), "the panic is told in the log");
}
