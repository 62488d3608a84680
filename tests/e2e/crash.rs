//! What a citizen sees when the program stops.

use botilbud::app::page::Page;

use crate::respite::fill_stay;
use crate::support::{Browser, Setup, address_of, in_browser, in_browser_with};

/// Presses something in the page that makes the build with the feature `seeded-panic` panic.
pub async fn press_panic(browser: &Browser) {
    let seed = "document.querySelector('main').insertAdjacentHTML('afterbegin',
        '<p><button type=button data-panic>x</button></p>')";
    browser.script(seed, vec![]).await;
    browser.click("[data-panic]").await;
}

#[tokio::test]
async fn a_panic_shows_whom_to_call() {
    let address = address_of("BOTILBUD_PANIC_URL");
    in_browser_with(Setup::default(), address, async |browser| {
        browser.open(Page::Respite).await;
        assert!(!browser.is_shown("#crash").await);
        press_panic(&browser).await;
        browser.see("#crash", "56 67 67 67").await;
        assert!(browser.is_shown("#crash").await);
        assert!(!browser.is_shown("#app").await, "the pages are hidden");
        assert_eq!(browser.count("#crash a[href=\"tel:+4556676767\"]").await, 1);
        let complaints = browser.complaints().await;
        assert!(
            complaints.iter().any(|line| line.contains("a panic for the tests")),
            "{complaints:#?}"
        );

        browser.click("#crash a[href=\"\"]").await;
        // The link has no fragment: a new start begins at the front.
        browser.wait_for_page(Page::Front).await;
        assert!(!browser.is_shown("#crash").await, "a new start");
    })
    .await;
}

#[tokio::test]
async fn the_pages_to_deploy_have_no_such_button() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        press_panic(&browser).await;
        assert!(!browser.is_shown("#crash").await);
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
    })
    .await;
}
