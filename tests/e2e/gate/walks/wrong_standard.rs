//! The municipality's file is wrong, or does not come.

use botilbud::app::page::Page;
use serde_json::json;

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["mistakes in the file", "a file that is no JSON", "a file out of reach"];

const ALERT: &str = "main h1";

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    browser.open_address(&visit.address(Page::Payment)).await;
    visit.wait_for("#standard-problems dl").await;
    visit.at_page("mistakes in the file").await;
    let text = "
        const fetch = window.fetch;
        window.fetch = async (url, options) => String(url).includes('standard.json')
            ? new Response('{\\n  \"id\": \"x\",\\n}')
            : fetch(url, options);
    ";
    let source = json!({ "source": text });
    let script = browser.dev_tools("Page.addScriptToEvaluateOnNewDocument", source).await;
    browser.open_address(&visit.address(Page::Payment)).await;
    visit.wait_for(ALERT).await;
    browser.settle().await;
    visit.at("a file that is no JSON").await;
    browser.dev_tools("Page.removeScriptToEvaluateOnNewDocument", script).await;
    browser.block(&["/standard.json"]).await;
    browser.open_address(&visit.address(Page::Payment)).await;
    visit.wait_for(ALERT).await;
    visit.at_page("a file out of reach").await;
    assert!(!browser.complaints().await.is_empty());
}
