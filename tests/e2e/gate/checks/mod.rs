//! Our own checks, each in the ways of looking in which it tells something. `seeded` breaks a page
//! for each of them, and sees it found.

use serde_json::{Value, json};

use super::looks::{DESK, FORCED, LARGE, Look, MAGNIFIED, PHONE};
use crate::support::Browser;

/// Something to look for, by a script that returns what it finds.
#[derive(Debug)]
pub struct Check {
    pub name: &'static str,
    script: &'static str,
    /// What the script is given.
    given: fn() -> Vec<Value>,
    looks: &'static [Look],
}

/// No text is cut off, and none lies over another (1.4.4, 1.4.10).
pub const CLIPPED: Check = Check {
    name: "clipped",
    script: include_str!("clipped.js"),
    given: || vec![json!(false)],
    looks: &[LARGE],
};

/// Nor when the person sets the text apart (1.4.12).
pub const SPACED: Check = Check {
    name: "clipped when spaced",
    script: include_str!("clipped.js"),
    given: || vec![json!(true)],
    looks: &[DESK, PHONE, MAGNIFIED],
};

/// What is pressed can be hit (2.5.8).
pub const TARGETS: Check = Check {
    name: "target",
    script: include_str!("targets.js"),
    given: Vec::new,
    looks: &[DESK, PHONE],
};

/// Nothing moves for those who have asked for no motion (2.3.3).
pub const MOTION: Check =
    Check { name: "motion", script: include_str!("motion.js"), given: Vec::new, looks: &[FORCED] };

/// What has the focus is marked, and what sticks to the window's edge does not cover it (2.4.7,
/// 2.4.11).
pub const FOCUS: Check = Check {
    name: "focus",
    script: include_str!("focus.js"),
    given: Vec::new,
    looks: &[DESK, MAGNIFIED],
};

const CHECKS: [Check; 5] = [CLIPPED, SPACED, TARGETS, MOTION, FOCUS];

impl Check {
    /// What is found on the page as it stands.
    pub async fn find(&self, browser: &Browser) -> Vec<String> {
        let found = browser.script(self.script, (self.given)()).await;
        let found = found.as_array().expect("a list of findings").iter();
        found.map(|what| format!("{}: {}", self.name, what.as_str().unwrap_or_default())).collect()
    }
}

/// What our own checks find in this way of looking.
pub async fn check(browser: &Browser, look: Look) -> Vec<String> {
    let mut found = Vec::new();
    // Nothing scrolls sideways (1.4.10).
    if [LARGE, MAGNIFIED].contains(&look) {
        let wide = browser.sticking_out().await;
        found.extend(wide.into_iter().map(|what| format!("sideways: {what}")));
    }
    for check in CHECKS.iter().filter(|check| check.looks.contains(&look)) {
        found.extend(check.find(browser).await);
    }
    found
}
