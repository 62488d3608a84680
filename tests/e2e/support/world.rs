//! What can be wrong with the world around the page: its connection, its browser. For the pages that
//! are loaded from then on.

use super::browser::Browser;

impl Browser {
    /// Runs this before any script of any page.
    pub async fn before_scripts(&self, script: &str) {
        self.stage.run_first(script);
    }

    /// Makes the connection slow: the milliseconds to an answer's first byte, and the kilobits
    /// that come in a second.
    pub async fn slow_down(&self, latency: u32, kilobits: u32) {
        self.stage.slow_down(latency, kilobits);
    }
}
