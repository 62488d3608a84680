//! The one place that knows which browser is driven, and what is special about it.
//!
//! `E2E_ENGINE` chooses; Chromium is the only one so far. Another engine needs its capabilities
//! here, and its own way to do what `vendor` does for Chromium.

use std::time::Duration;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// How long a whole test may take.
const WHOLE_TEST: Duration = Duration::from_secs(240);

/// How a session differs from an ordinary one.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// Whether the browser runs scripts.
    pub scripts: bool,
    /// Whether it lets pages keep anything.
    pub storage: bool,
    /// How long the test may take.
    pub longest: Duration,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup { scripts: true, storage: true, longest: WHOLE_TEST }
    }
}

/// Without these, Chromium looks for hosts of its own, which the tests must not depend on.
const CHROMIUM_ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=da",
    "--window-size=1280,900",
];

/// The capabilities to ask for. ChromeDriver gives each session an empty profile.
pub fn capabilities(setup: Setup) -> Capabilities {
    let engine = std::env::var("E2E_ENGINE").unwrap_or_else(|_| "chromium".to_owned());
    let asked = match engine.as_str() {
        "chromium" => chromium(setup),
        other => panic!("E2E_ENGINE={other}: tests/e2e/support/engine.rs knows chromium alone"),
    };
    let Value::Object(asked) = asked else { unreachable!("capabilities are an object") };
    asked
}

fn chromium(setup: Setup) -> Value {
    let mut options = json!({ "args": CHROMIUM_ARGUMENTS });
    if let Ok(binary) = std::env::var("CHROMIUM") {
        options["binary"] = json!(binary);
    }
    let refused = [(setup.scripts, "javascript"), (setup.storage, "cookies")];
    for (_, name) in refused.into_iter().filter(|(allowed, _)| !allowed) {
        options["prefs"][format!("profile.managed_default_content_settings.{name}")] = json!(2);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

/// Commands that WebDriver itself does not have.
#[derive(Debug)]
pub enum Vendor {
    /// A command of Chromium's own protocol.
    DevTools(&'static str, Value),
    /// What the browser has logged since it was last asked.
    Log,
}

impl fantoccini::wd::WebDriverCompatibleCommand for Vendor {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let path = match self {
            Vendor::DevTools(..) => "goog/cdp/execute",
            Vendor::Log => "se/log",
        };
        base.join(&format!("session/{}/{path}", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = match self {
            Vendor::DevTools(command, parameters) => {
                json!({ "cmd": command, "params": parameters })
            }
            Vendor::Log => json!({ "type": "browser" }),
        };
        (http::Method::POST, Some(body.to_string()))
    }
}
