//! Every state of the planner without a barrier that axe-core knows, on a phone and on a wide
//! screen. Other states are inspected by the tests that bring them about.

use botilbud::app::page::Page;

use super::day;
use crate::support::hand::Mouse;
use crate::support::in_browser;

#[tokio::test]
async fn the_planner_is_without_barriers_while_it_is_used() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.inspect("an empty planner").await;

        browser.click_day("2026-03-06").await;
        browser.inspect("a stay being chosen").await;
        browser.set_width(1280).await;
        browser.bring_into_sight(&day("2026-03-09")).await;
        browser.mouse(&[Mouse::To(&day("2026-03-09"))]).await;
        browser.inspect("a stay as it would be").await;

        browser.click_day("2026-03-09").await;
        browser.inspect("an open stay").await;

        // Refused, while choosing.
        browser.click_day("2026-03-04").await;
        browser.click_day("2026-03-07").await;
        browser.inspect("a choice that was refused").await;
        browser.press("cancel").await;

        browser.click_day("2026-03-08").await;
        for id in ["settings", "keyboard-help", "panel-more"] {
            browser.unfold(id).await;
        }
        browser.press("held").await;
        browser.inspect("a stay that has been held, and every fold open").await;
    })
    .await;
}
