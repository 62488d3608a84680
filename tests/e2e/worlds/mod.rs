//! Slow and broken worlds: whatever is wrong around the page, nothing typed is lost, and
//! everything is said in words.

mod clock;
mod early;
mod foreign;
mod no_program;
mod no_scripts;
mod no_storage;
mod slow;
mod strict_server;
mod translated;
mod zones;

use crate::support::Browser;

/// The number to call is in sight, as a link.
pub async fn see_phone(browser: &Browser) {
    browser.see("body", "56 67 67 67").await;
    assert!(browser.count_seen("a[href=\"tel:+4556676767\"]").await >= 1);
}

/// Holds back the files whose names end so until the page's `release` is called.
pub fn hold(ending: &str) -> String {
    format!(
        "const fetch = window.fetch;
         const released = new Promise((release) => {{ window.release = release; }});
         window.fetch = async (...request) => {{
             if (String(request[0]).endsWith('{ending}')) await released;
             return fetch(...request);
         }};"
    )
}

/// Lets come what was held back.
pub async fn release(browser: &Browser) {
    browser.script("window.release()", vec![]).await;
}
