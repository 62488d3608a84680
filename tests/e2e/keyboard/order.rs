//! Every page from its first stop to its last, and back.

use botilbud::app::page::Page;
use serde_json::json;

use super::{MOST_STOPS, list};
use crate::support::hand::{SHIFT, TAB};
use crate::support::{Browser, in_browser};

/// Where everything stands in one column.
const NARROW: u32 = 360;

/// Whether the focus has left the page, as it does after the last stop and before the first.
const LEFT: &str = "return document.activeElement === document.body || !document.hasFocus()";

/// Presses keys until the focus leaves the page; returns how many stops there were.
async fn walk(browser: &Browser, keys: &[char], from: usize) -> usize {
    let stops = async || {
        let count = browser.script("return window.stops.length", vec![]).await;
        usize::try_from(count.as_u64().expect("a number")).expect("a number")
    };
    let mut before = from;
    for _ in 0..MOST_STOPS {
        browser.press_keys(keys).await;
        let now = stops().await;
        if now == before || browser.script(LEFT, vec![]).await == json!(true) {
            return now - from;
        }
        before = now;
    }
    panic!("the focus does not leave the page");
}

/// What is wrong with the order of the page as it stands.
pub async fn faults_of_order(browser: &Browser, is_narrow: bool) -> Vec<String> {
    browser.script(include_str!("stops.js"), vec![]).await;
    let there = walk(browser, &[TAB], 0).await;
    walk(browser, &[SHIFT, TAB], there).await;
    list(&browser.script(include_str!("order.js"), vec![json!(there), json!(is_narrow)]).await)
}

#[tokio::test]
async fn tab_reaches_everything_in_order_and_leads_out_and_back() {
    in_browser(async |browser| {
        let mut found = Vec::new();
        for (width, is_narrow) in [(NARROW, true), (1280, false)] {
            browser.set_width(width).await;
            for page in Page::ALL {
                browser.open_still(page).await;
                let faults = faults_of_order(&browser, is_narrow).await;
                found.extend(faults.iter().map(|what| format!("{page:?} at {width}: {what}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    })
    .await;
}
