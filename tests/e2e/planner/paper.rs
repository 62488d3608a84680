//! The plan on paper: the year, the list, the count and the rule on one page.

use botilbud::app::page::Page;
use serde_json::json;

use crate::support::{Ability, in_browser};

#[tokio::test]
async fn a_year_s_plan_is_one_page_of_paper() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.press("year:2027").await;
        browser.press("template").await;
        assert_eq!(browser.plan().await.len(), 13, "twelve weekends and a week");
        if browser.can(Ability::Paper) {
            assert_eq!(browser.pages_of_paper().await, 1);
        }

        browser.emulate_media("print").await;
        let page = browser.page_text().await;
        for text in [
            "55 af 55 døgn er brugt i 2027.",
            "fre. 15. – man. 18. januar 2027: 4 døgn",
            "Hvert ophold tæller fra og med ankomstdagen til og med afrejsedagen.",
            "Standarden siger op til 55.",
            "Kontrolkode: ",
        ] {
            assert!(page.contains(text), "no »{text}« on paper:\n{page}");
        }
        for css in ["button:not(.term)", "input", ".plan-panel", "nav", "form"] {
            assert_eq!(browser.count_seen(css).await, 0, "{css} is of no use on paper");
        }
        browser.emulate_media("").await;
        assert!(!browser.is_shown(".paper-plan").await, "on paper only");

        browser.script("window.print = () => { window.printed = true }", vec![]).await;
        browser.press("print").await;
        assert_eq!(browser.script("return window.printed", vec![]).await, json!(true));
    })
    .await;
}
