//! The front page's ways in.

use botilbud::app::page::Page;

use crate::support::in_browser;

#[tokio::test]
async fn every_card_leads_to_its_page() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        let pages = [
            Page::CHECK,
            Page::Respite,
            Page::Payment,
            Page::Dates,
            Page::FreeChoice,
            Page::Overview,
            Page::About,
        ];
        for page in pages {
            browser.click(&format!("main a[href=\"{}\"]", page.href())).await;
            browser.wait_for_page(page).await;
            browser.wait_for_focus("page-heading").await;
            browser.back_to(Page::Front).await;
        }
    })
    .await;
}
