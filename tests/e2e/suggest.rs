//! A suggested plan of respite, and taking it over.

use botilbud::app::page::Page;

use crate::respite::fill_stay;
use crate::support::in_browser;

#[tokio::test]
async fn a_suggestion_fills_the_year_and_becomes_the_plan() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        let page = browser.ask("suggest").await;
        assert!(page.contains("Planen bruger 55 døgn. Der er 0 tilbage."), "{page}");
        browser.inspect("a suggestion").await;

        browser.press("accept").await;
        browser.wait_for_focus("respite-result").await;
        // Twelve long weekends and a week.
        assert_eq!(browser.count("table.stays tbody tr").await, 13);
        browser.see("main", "55 af 55 døgn er brugt i 2027. Der er 0 døgn tilbage.").await;
    })
    .await;
}

#[tokio::test]
async fn a_suggestion_goes_round_the_stays_already_planned() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "5.2.2027", "8.2.2027").await;
        browser.select("wish-year", "1").await;
        let weekends = browser.in_row("wish", 1, "count").await;
        browser.fill(&weekends, "4").await;
        browser.press("add:closed").await;
        let from = browser.in_row("closed", 1, "from").await;
        browser.fill(&from, "1.7.2027").await;
        let to = browser.in_row("closed", 1, "to").await;
        browser.fill(&to, "31.8.2027").await;
        browser.ask("suggest").await;
        browser.press("accept").await;
        browser.wait_for_focus("respite-result").await;
        // One planned, four weekends and a week: 4 + 16 + 7.
        assert_eq!(browser.count("table.stays tbody tr").await, 6);
        browser.see("main", "27 af 55 døgn er brugt i 2027. Der er 28 døgn tilbage.").await;
        let table = browser.text("table.stays").await;
        for month in ["juli", "august"] {
            assert!(!table.contains(month), "a stay in a month that is closed:\n{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn wishes_beyond_the_grant_are_refused_with_the_reason() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.fill("granted", "50").await;
        let page = browser.ask("suggest").await;
        assert!(page.contains("Ønskerne bruger 5 døgn mere, end der er bevilget."), "{page}");
        assert_eq!(browser.count("[data-act=accept]").await, 0);
        browser.inspect("a suggestion refused").await;

        let weekends = browser.in_row("wish", 1, "count").await;
        browser.fill(&weekends, "tolv").await;
        let summary = browser.ask_wrongly("suggest").await;
        assert!(summary.contains("Ret ét svar"), "{summary}");
        browser.inspect("a wish that is no number").await;
    })
    .await;
}
