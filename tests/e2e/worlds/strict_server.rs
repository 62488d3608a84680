//! A server whose own policy is stricter than ours refuses the style inside the page; the page asks
//! for it as a file.

use botilbud::app::page::Page;
use serde_json::json;

use crate::support::in_browser;

/// What such a server would say in a header.
const POLICY: &str = "
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = \"style-src 'self'\";
    document.head.append(meta);
";

#[tokio::test]
async fn the_page_has_its_style_where_none_may_stand_in_it() {
    in_browser(async |browser| {
        let asked = |file: &str| browser.requested().iter().any(|address| address.ends_with(file));
        let body = "return getComputedStyle(document.body).marginTop";
        browser.open(Page::Payment).await;
        assert_eq!(browser.script(body, vec![]).await, json!("0px"));
        assert!(!asked("main.css"), "the style stands in the page");

        browser.before_scripts(POLICY).await;
        browser
            .open_address(&browser.address(Page::Front).replace("#/", "egenbetaling.html"))
            .await;
        browser.wait_for_page(Page::Payment).await;
        let refused = "return document.querySelector('style').sheet === null";
        assert_eq!(browser.script(refused, vec![]).await, json!(true));
        assert!(asked("main.css"));
        browser
            .wait("the style", async || browser.script(body, vec![]).await == json!("0px"))
            .await;
        assert!(!browser.complaints().await.is_empty(), "what is refused is told in the log");
    })
    .await;
}
