//! Counting respite as it is typed: every figure follows the dates at once.

use botilbud::app::page::Page;

use crate::support::{Browser, in_browser};

/// Types a stay into a row of the table, counted from one; a row that is not there is added.
pub async fn fill_stay(browser: &Browser, row: usize, arrival: &str, departure: &str) {
    if browser.count("table.stays tbody tr").await < row as u64 {
        browser.press("add:stay").await;
    }
    let field = browser.in_row("stay", row, "arrival").await;
    browser.fill(&field, arrival).await;
    let field = browser.in_row("stay", row, "departure").await;
    browser.fill(&field, departure).await;
}

/// The days that the table shows for a row, counted from one.
async fn see_days(browser: &Browser, row: usize, days: &str) {
    browser.see(&format!("table.stays tbody tr:nth-child({row}) .stay-days"), days).await;
}

#[tokio::test]
async fn each_date_shows_its_weekday_and_each_stay_its_days() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9. marts 2026").await;
        let row = "table.stays tbody tr";
        browser.see(row, "fredag den 6. marts 2026").await;
        browser.see(row, "mandag den 9. marts 2026").await;
        see_days(&browser, 1, "4 døgn").await;
    })
    .await;
}

#[tokio::test]
async fn a_plan_is_counted_with_every_reading_and_follows_every_change() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9. marts 2026").await;
        browser.press("add:stay").await;
        let second = browser.in_row("stay", 2, "arrival").await;
        browser.wait_for_focus(&second).await;
        // The second begins on the day that the first ends, the third goes past New Year.
        fill_stay(&browser, 2, "9/3-2026", "11.3.2026").await;
        browser.press("add:stay").await;
        fill_stay(&browser, 3, "30.12.2026", "2.1.2027").await;
        see_days(&browser, 2, "3 døgn").await;
        see_days(&browser, 3, "4 døgn").await;

        let page = browser.page_text().await;
        for figure in [
            "9 døgn i 2026",
            "9 af 55 døgn er brugt i 2026. Der er 46 døgn tilbage.",
            "2 døgn i 2027",
            "2 af 55 døgn er brugt i 2027. Der er 53 døgn tilbage.",
            "9 døgn, når dagen tæller to gange, og 8 døgn, når den tæller én gang",
            "Et ophold går hen over nytår",
        ] {
            assert!(page.contains(figure), "no »{figure}« in\n{page}");
        }

        let third = browser.in_row("stay", 3, "departure").await;
        browser.fill(&third, "3.1.2027").await;
        browser.see("main", "3 af 55 døgn er brugt i 2027. Der er 52 døgn tilbage.").await;
        let page = browser.page_text().await;
        assert!(!page.contains("2 af 55 døgn"), "a figure that no longer holds:\n{page}");

        // Half a date counts nothing, and no figure of before is left standing.
        browser.fill(&third, "3.1.").await;
        browser.see("main", "7 af 55 døgn er brugt i 2026.").await;
        let page = browser.page_text().await;
        assert!(!page.contains("i 2027."), "a figure that no longer holds:\n{page}");
        assert_eq!(browser.typed(&third).await, "3.1.");
    })
    .await;
}

#[tokio::test]
async fn too_many_days_are_said_and_a_stay_can_be_removed() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.fill_setting("granted", "10").await;
        browser.fill_setting("grant-start", "1.3.2026").await;
        fill_stay(&browser, 1, "6.3.2026", "12.3.2026").await;
        fill_stay(&browser, 2, "1.6.2026", "5.6.2026").await;
        let page = browser.page_text().await;
        assert!(
            page.contains("12 døgn er planlagt i 2026. Grænsen er 10. Det er 2 døgn for meget."),
            "{page}"
        );
        assert!(page.contains("planen har for mange døgn"), "{page}");

        browser.click("table.stays tbody tr:nth-child(1) [data-act^=\"remove:stay:\"]").await;
        browser.wait_for_focus("stay-add").await;
        assert_eq!(browser.count("table.stays tbody tr").await, 1);
        see_days(&browser, 1, "5 døgn").await;
        browser.see("main", "5 af 10 døgn er brugt i 2026.").await;
    })
    .await;
}

#[tokio::test]
async fn a_stay_in_temporary_housing_is_warned_about() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.fill_setting("housing-from", "1.2.2026").await;
        let page = browser.page_text().await;
        assert!(page.contains("et ophold ligger under det midlertidige ophold"), "{page}");
        assert!(page.contains("4 døgn i 2026"), "{page}");
    })
    .await;
}
