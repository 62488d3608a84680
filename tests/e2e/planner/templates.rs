//! Plans by one press.

use botilbud::app::page::Page;

use crate::support::{Browser, in_browser};

/// Waits for the suggestion that a template asks for.
async fn found(browser: &Browser) {
    browser.wait_for_focus("suggest-result").await;
}

#[tokio::test]
async fn a_template_fills_the_year_round_what_is_planned_and_is_one_change() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.press("year:2027").await;
        browser.click_day("2027-05-14").await;
        browser.click_day("2027-05-16").await;
        browser.press("template").await;
        browser.wait_for_focus("calendar-heading").await;
        let plan = browser.plan().await;
        assert!(plan.len() >= 12, "{plan:?}");
        assert!(plan.contains(&"14. maj 2027 – 16. maj 2027".to_owned()), "{plan:?}");
        let page = browser.page_text().await;
        assert!(!page.contains("for meget"), "{page}");
        browser.press("undo").await;
        assert_eq!(browser.plan().await, ["14. maj 2027 – 16. maj 2027"]);

        // An empty year: twelve long weekends and a week.
        browser.press("undo").await;
        browser.press("template").await;
        assert_eq!(browser.plan().await.len(), 13);
        browser.see("main", "55 af 55 døgn er brugt i 2027. Der er 0 døgn tilbage.").await;
        // A second time there is nothing to add.
        browser.press("template").await;
        browser.hear("0 ophold er lagt ind.").await;
        assert_eq!(browser.plan().await.len(), 13);
    })
    .await;
}

#[tokio::test]
async fn the_other_templates_suggest_a_plan_to_look_at_first() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.press("year:2027").await;
        browser.press("wish-weeks").await;
        found(&browser).await;
        assert_eq!(browser.count("[id^=\"take-\"]").await, 7, "seven whole weeks in 55 days");
        assert_eq!(browser.plan().await, Vec::<String>::new(), "nothing is planned yet");
        let suggested = browser.days_with("is-suggested").await;
        assert_eq!(suggested.len(), 49);
        browser.press("wish-weekends").await;
        found(&browser).await;
        assert_eq!(browser.count("[id^=\"take-\"]").await, 18);
        assert_eq!(browser.days_with("is-suggested").await.len(), 54);
    })
    .await;
}
