//! What must hold for every state of every page: no scrolling sideways.

use serde_json::json;

use super::browser::Browser;

impl Browser {
    /// The elements that make the page wider than its window; none when it is not.
    pub async fn sticking_out(&self) -> Vec<String> {
        let found = self.script(include_str!("sideways.js"), vec![]).await;
        let found = found.as_array().expect("a list of elements").iter();
        found.map(|element| json!(element).to_string()).collect()
    }
}
