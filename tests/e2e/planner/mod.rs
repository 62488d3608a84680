//! The respite planner, as a person plans a year with it: by mouse, finger or keys, typed, or
//! suggested, and what is taken along.

mod blocked;
mod calendar_file;
mod import;
mod keyboard;
mod layout;
mod links;
mod list;
mod many;
mod mouse;
mod names;
mod paper;
mod quota;
mod suggestion;
mod templates;
mod touch;
mod years;

use botilbud::app::page::Page;
use botilbud::exchange::plan_link;
use botilbud::rules::date::Date;
use botilbud::rules::respite::Stay;
use serde_json::{Value, json};

use crate::support::Browser;

/// A stay from its first and last day, as in `2026-03-06`.
pub fn stay(arrival: &str, departure: &str) -> Stay {
    let date = |text| Date::parse(text).expect("a date");
    Stay::new(date(arrival), date(departure)).expect("a stay")
}

/// What stands after `?plan=` in the link to these stays.
pub fn link_code(stays: &[Stay]) -> String {
    plan_link::encode(stays).expect("a plan that fits a link")
}

/// A selector for a day of the calendar.
pub fn day(iso: &str) -> String {
    format!("[id=\"day-{iso}\"]")
}

impl Browser {
    /// Loads the planner anew with a plan, by its link.
    pub async fn open_plan(&self, stays: &[Stay]) {
        self.open_link(&link_code(stays)).await;
    }

    /// Loads the planner anew by a link.
    pub async fn open_link(&self, code: &str) {
        self.open_address(&self.link_address(code)).await;
        self.wait_for_page(Page::Respite).await;
    }

    pub fn link_address(&self, code: &str) -> String {
        format!("{}?plan={code}", self.address(Page::Respite))
    }

    /// Clicks a day of the calendar.
    pub async fn click_day(&self, iso: &str) {
        self.bring_into_sight(&day(iso)).await;
        self.click(&day(iso)).await;
    }

    /// The stays of the plan as the list has them: `6. marts 2026 – 9. marts 2026`.
    pub async fn plan(&self) -> Vec<String> {
        let script = "
            return [...document.querySelectorAll('table.stays tbody tr')].map((row) =>
                [...row.querySelectorAll('input.input-date')].map((date) => date.value).join(' – '));
        ";
        texts(&self.script(script, vec![]).await)
    }

    /// The days of the calendar that have a class, from its first to its last.
    pub async fn days_with(&self, class: &str) -> Vec<String> {
        let script = "
            return [...document.querySelectorAll('.year [data-day]')]
                .filter((day) => day.classList.contains(arguments[0]))
                .map((day) => day.dataset.day);
        ";
        texts(&self.script(script, vec![json!(class)]).await)
    }

    /// What a day is called.
    pub async fn name_of(&self, iso: &str) -> String {
        let script = "return document.querySelector(arguments[0]).getAttribute('aria-label')";
        let name = self.script(script, vec![json!(day(iso))]).await;
        let words: Vec<&str> = name.as_str().expect("a name").split_whitespace().collect();
        words.join(" ")
    }

    /// Waits until the last thing said to those who do not see it has these words.
    pub async fn hear(&self, words: &str) {
        self.wait(&format!("»{words}« to be said"), async || {
            let said = "return document.getElementById('plan-said')?.textContent ?? ''";
            let said = self.script(said, vec![]).await;
            let said: Vec<&str> = said.as_str().unwrap_or_default().split_whitespace().collect();
            said.join(" ").contains(words)
        })
        .await;
    }

    /// What has the focus: its id, or its name where it has none.
    pub async fn focused(&self) -> String {
        let script = "
            const { id, localName, dataset, parentElement } = document.activeElement;
            return id || dataset.act || (localName === 'summary' ? parentElement.id : localName);
        ";
        self.script(script, vec![]).await.as_str().expect("an element").to_owned()
    }

    /// Opens a fold, unless it is open.
    pub async fn unfold(&self, id: &str) {
        if self.script("return document.getElementById(arguments[0]).open", vec![json!(id)]).await
            == json!(false)
        {
            self.click(&format!("[id=\"{id}\"] > summary")).await;
        }
    }

    /// Opens the fold of the grant and types into one of its fields.
    pub async fn fill_setting(&self, id: &str, text: &str) {
        self.unfold("settings").await;
        self.fill(id, text).await;
    }
}

/// A list of texts out of the page.
fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list").iter();
    list.map(|text| text.as_str().expect("a text").to_owned()).collect()
}
