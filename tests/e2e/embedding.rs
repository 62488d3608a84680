//! The same pages under a path, and in a frame on somebody else's page.

use botilbud::app::page::Page;

use crate::respite::fill_stay;
use crate::support::{Setup, address_of, host, in_browser, in_browser_with};

#[tokio::test]
async fn the_pages_work_under_a_path() {
    let address = address_of("BOTILBUD_SUBPATH_URL");
    in_browser_with(Setup::default(), address, async |browser| {
        browser.open(Page::Front).await;
        browser.go(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
        browser.reload(Page::Respite).await;
        assert!(browser.address_shown().await.ends_with("/borger/botilbud/#/aflastning"));
    })
    .await;
}

#[tokio::test]
async fn the_pages_work_in_a_frame() {
    in_browser(async |browser| {
        let address = browser.address(Page::Respite);
        let frame = format!("<iframe width=800 height=700 src='{address}'></iframe>");
        browser.open_address(&host(frame)).await;
        browser.enter_frame().await;
        browser.wait_for_page(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
        browser.go(Page::Payment).await;
    })
    .await;
}
