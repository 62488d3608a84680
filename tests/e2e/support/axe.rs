//! axe-core, run in the page as it stands.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::browser::Browser;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
/// Every level A and AA there is a tag for, and best practices. axe's newest version of WCAG has no
/// rule of level A.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/// Rules of these levels that axe leaves out unless they are asked for by name, because they are
/// new or no longer a duty. `hidden-content` is not among them: it asks to look at whatever is
/// hidden, which the states do that show it.
const BY_NAME: [&str; 6] = [
    "css-orientation-lock",
    "duplicate-id",
    "focus-order-semantics",
    "p-as-heading",
    "table-fake-caption",
    "td-has-header",
];

const RUN: &str = include_str!("axe.js");

/// What axe-core says of a page.
pub struct Report {
    /// What is wrong: the rule first.
    pub violations: Vec<String>,
    /// What axe could not tell, and nobody has looked at yet.
    pub open: Vec<String>,
    /// The numbers of those reviewed that were there.
    pub matched: BTreeSet<usize>,
}

impl Browser {
    /// What axe-core says of the page; `reviewed` are rules and the selectors of what somebody has
    /// looked at where axe cannot tell.
    pub async fn axe(&self, reviewed: &[(&str, &str)]) -> Report {
        self.axe_by(&[], reviewed).await
    }

    /// The same by some rules alone.
    pub async fn axe_by(&self, only: &[&str], reviewed: &[(&str, &str)]) -> Report {
        if self.script("return typeof axe", vec![]).await == json!("undefined") {
            let source = std::fs::read_to_string(AXE).expect("npm has installed axe-core");
            self.script(&format!("{source}; window.axe = axe"), vec![]).await;
        }
        let reviewed: Vec<Value> = (0..)
            .zip(reviewed)
            .map(|(number, (rule, css))| json!({ "number": number, "rule": rule, "css": css }))
            .collect();
        let arguments = vec![json!(TAGS), json!(BY_NAME), json!(reviewed), json!(only)];
        let said = self.script_until_done(RUN, arguments).await;
        let matched = said["matched"].as_array().expect("numbers").iter();
        Report {
            violations: texts(&said["violations"]),
            open: texts(&said["open"]),
            matched: matched.filter_map(|number| number.as_u64()?.try_into().ok()).collect(),
        }
    }
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list of texts").iter();
    list.map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}
