//! Everything without a mouse: every page from its first stop to its last and back, and every
//! journey by keys alone. Wherever Tab leads, the focus is marked, in sight and in the order of
//! the page; whatever a key does, the focus is somewhere. The calendar has tests of its own.

mod journeys;
mod order;
mod seeded;

use botilbud::app::page::Page;
use serde_json::{Value, json};

use crate::support::Browser;
use crate::support::hand::{ENTER, TAB};

/// More stops than any page has.
const MOST_STOPS: usize = 160;

impl Browser {
    /// What is wrong with where the focus is; nothing is said of a mark where Tab has not led.
    async fn faults_of_focus(&self, by_tab: bool) -> Vec<String> {
        list(&self.script(include_str!("focus.js"), vec![json!(by_tab)]).await)
    }

    /// Presses a key, after which the focus must be somewhere.
    async fn strike(&self, key: char) {
        self.press_key(key).await;
        let faults = self.faults_of_focus(key == TAB).await;
        assert!(faults.is_empty(), "after {key:?}: {faults:#?}");
    }

    /// Opens a page for somebody who has asked for no motion: what moves to its place is there.
    async fn open_still(&self, page: Page) {
        let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.dev_tools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        self.open(page).await;
        self.wait_until_alive().await;
    }

    /// Presses Tab until it leads to what a selector finds; after the last stop, which leads out
    /// of the page, from its beginning.
    async fn tab_to(&self, css: &str) {
        let mut is_outside = false;
        for _ in 0..MOST_STOPS {
            self.press_key(TAB).await;
            let faults = self.faults_of_focus(true).await;
            if !is_outside && faults == ["the focus is nowhere"] {
                is_outside = true;
                continue;
            }
            assert!(faults.is_empty(), "on the way to {css}: {faults:#?}");
            if self.is_at(css).await {
                return;
            }
        }
        panic!("Tab does not lead to {css}");
    }

    /// Whether the focus is on what a selector finds.
    async fn is_at(&self, css: &str) -> bool {
        let here = "return document.activeElement.matches(arguments[0])";
        self.script(here, vec![json!(css)]).await == json!(true)
    }

    /// Goes to a control by Tab, and presses Enter on it.
    async fn enter(&self, css: &str) {
        self.tab_to(css).await;
        self.strike(ENTER).await;
    }

    /// Goes to a control by Tab, and types into it or chooses by keys.
    async fn type_at(&self, css: &str, keys: &str) {
        self.tab_to(css).await;
        for key in keys.chars() {
            self.strike(key).await;
        }
    }
}

fn list(found: &Value) -> Vec<String> {
    let found = found.as_array().expect("a list").iter();
    found.map(|what| what.as_str().unwrap_or_default().to_owned()).collect()
}
