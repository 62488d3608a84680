//! What can be wrong with the world around the page: its connection, its browser, its reader's
//! language. For the pages that are loaded from then on.

use serde_json::json;

use super::browser::Browser;
use super::engine::Vendor;

impl Browser {
    /// Runs this before any script of any page.
    pub async fn before_scripts(&self, script: &str) {
        let source = json!({ "source": format!("{{{script}}}") });
        self.vendor(Vendor::DevTools("Page.addScriptToEvaluateOnNewDocument", source)).await;
    }

    /// Makes the connection slow: the milliseconds to an answer's first byte, and the kilobits
    /// that come in a second.
    pub async fn slow_down(&self, latency: u32, kilobits: u32) {
        let bytes = kilobits * 1000 / 8;
        let conditions = json!({
            "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes,
        });
        self.vendor(Vendor::DevTools("Network.enable", json!({}))).await;
        self.vendor(Vendor::DevTools("Network.emulateNetworkConditions", conditions)).await;
    }

    /// Makes the browser one of somebody who reads other languages, the first of them best.
    pub async fn read_languages(&self, languages: &str) {
        let agent = self.script("return navigator.userAgent", vec![]).await;
        let agent = json!({ "userAgent": agent, "acceptLanguage": languages });
        self.vendor(Vendor::DevTools("Emulation.setUserAgentOverride", agent)).await;
        let locale = json!({ "locale": languages.split(',').next() });
        self.vendor(Vendor::DevTools("Emulation.setLocaleOverride", locale)).await;
    }
}
