//! The browser keeps nothing for the page, in all the ways in which browsers refuse: everything
//! works but keeping, and that is told.

use botilbud::app::page::Page;
use botilbud::text::words::DA;

use crate::overview::ask_everything;
use crate::support::{Browser, Setup, address_of, in_browser, in_browser_with};

/// Everything is asked, then keeping.
async fn ask_and_keep(browser: &Browser) {
    browser.open(Page::Front).await;
    ask_everything(browser).await;
    browser.see("main", "Skøn over betalingen").await;
    browser.press("keep:this").await;
    browser.see("#kept", DA.keeping.blocked_text).await;
    // Nothing is lost, and there is another way.
    browser.go(Page::Payment).await;
    assert_eq!(browser.typed("born-year").await, "1999");
    browser.fill("born-year", "1998").await;
    browser.rest().await;
    browser.see("#kept", DA.keeping.blocked_text).await;
    assert_eq!(browser.typed("born-year").await, "1998");
}

#[tokio::test]
async fn every_kind_of_storage_throws() {
    in_browser(async move |browser| {
        let refuse = "
            for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
                Object.defineProperty(window, name, {
                    get() { throw new DOMException('no', 'SecurityError'); }
                });
            }
            Object.defineProperty(Document.prototype, 'cookie', {
                get() { throw new DOMException('no', 'SecurityError'); },
                set() { throw new DOMException('no', 'SecurityError'); }
            });
        ";
        browser.before_scripts(refuse).await;
        ask_and_keep(&browser).await;
        browser.inspect("a browser without any storage").await;
        browser.press("keep:save").await;
        crate::keeping::saved(&browser, browser.saved(), "botilbud-2026-03-09").await;
    })
    .await;
}

#[tokio::test]
async fn storage_is_there_but_takes_nothing() {
    for refusal in [
        // As in private windows of older browsers.
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); };",
        "Object.defineProperty(window, 'localStorage', { value: null });",
        "for (const name of ['getItem', 'setItem', 'removeItem']) {
             Storage.prototype[name] = () => { throw new Error('no'); };
         }",
    ] {
        in_browser(async move |browser| {
            browser.before_scripts(refusal).await;
            ask_and_keep(&browser).await;
        })
        .await;
    }
}

#[tokio::test]
async fn the_browser_is_set_to_keep_nothing() {
    let setup = Setup { storage: false, ..Setup::default() };
    in_browser_with(setup, address_of("BOTILBUD_URL"), async |browser| {
        ask_and_keep(&browser).await;
    })
    .await;
}
