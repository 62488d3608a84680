//! After the page and the planner have loaded, nothing is asked of any server.

use botilbud::app::page::Page;
use serde_json::json;

use crate::overview::ask_everything;
use crate::respite::fill_stay;
use crate::support::{Browser, Setup, Site, in_browser_with};

/// Whether the planner's file has come: the last that the page asks for.
async fn has_planner(browser: &Browser) -> bool {
    let script = "
        const files = performance.getEntriesByType('resource').map(({ name }) => name);
        return files.some((name) => name.endsWith('/planner.wasm'));
    ";
    browser.script(script, vec![]).await == json!(true)
}

#[tokio::test]
async fn the_whole_product_works_with_its_server_gone() {
    let site = Site::of("dist").await;
    in_browser_with(Setup::default(), site.address.clone(), async |browser| {
        browser.open(Page::Front).await;
        browser.script_until_done("document.fonts.ready.then(() => arguments[0]())", vec![]).await;
        browser.wait("the planner's file", async || has_planner(&browser).await).await;
        let loaded = browser.requested().len();
        assert!(loaded >= 4, "style, script, program and font are files: {loaded}");
        site.stop().await;

        for page in Page::ALL {
            browser.go(page).await;
        }
        browser.go(Page::Respite).await;
        fill_stay(&browser, 1, "31.2.2026", "9.3.2026").await;
        browser.leave().await;
        browser.see("main", "Den dag findes ikke").await;
        browser.ask("suggest").await;
        browser.press("accept").await;
        browser.press("link").await;
        browser.press("undo").await;
        ask_everything(&browser).await;
        let page = browser.page_text().await;
        assert!(page.contains("4 af 55 døgn. 51 tilbage."), "{page}");
        browser.back_to(Page::FreeChoice).await;
        browser.forward_to(Page::Overview).await;

        assert_eq!(browser.requested().len(), loaded, "the page has asked for more");
        let complaints = browser.complaints().await;
        assert!(complaints.is_empty(), "a failed request would stand here: {complaints:#?}");

        // The proof that a request would have been seen, in every way.
        let fetch = "
            const done = arguments[0];
            fetch('./index.html').then(() => done('answered'), () => done('failed'));
        ";
        assert_eq!(browser.script_until_done(fetch, vec![]).await, json!("failed"));
        assert!(browser.requested().len() > loaded);
        assert_eq!(browser.complaints().await.len(), 1);
    })
    .await;
}
