//! How the plan counts: days left, all days used, too many, and the ways back.

use botilbud::app::page::Page;

use super::stay;
use crate::support::{Browser, in_browser};

/// The bar beside the sentence: which thousandths of it are used, and which are left.
async fn bar(browser: &Browser) -> (String, String) {
    let script = "
        const share = (part) => document.querySelector(`.result .bar > .part-${part}`).dataset.share;
        return [share('planned'), share('rest')];
    ";
    let bar = browser.script(script, vec![]).await;
    let text = |at: usize| bar[at].as_str().expect("a text").to_owned();
    (text(0), text(1))
}

#[tokio::test]
async fn days_left_all_used_and_too_many_are_said_as_soon_as_they_are() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.see("main", "Der er 55 døgn at planlægge med om året.").await;
        browser.fill_setting("granted", "10").await;
        browser.see("main", "Der er 10 døgn at planlægge med om året.").await;

        // Days left.
        for iso in ["2026-05-01", "2026-05-07"] {
            browser.click_day(iso).await;
        }
        let left = "7 af 10 døgn er brugt i 2026. Der er 3 døgn tilbage.";
        browser.see("main", left).await;
        assert_eq!(bar(&browser).await, ("0.700".to_owned(), "0.300".to_owned()));
        browser.see(".panel-count", "7 af 10 døgn i 2026.").await;

        // All used.
        for iso in ["2026-06-05", "2026-06-07"] {
            browser.click_day(iso).await;
        }
        browser.see("main", "10 af 10 døgn er brugt i 2026. Der er 0 døgn tilbage.").await;
        assert_eq!(browser.days_with("is-over").await, Vec::<String>::new());
        assert_eq!(browser.count("#ways-heading").await, 0);

        // Too many: said, marked, and the days beyond are named.
        browser.press("nudge:departure:1").await;
        browser.press("nudge:departure:1").await;
        let over = "12 døgn er planlagt i 2026. Grænsen er 10. Det er 2 døgn for meget.";
        browser.see("main", over).await;
        assert_eq!(bar(&browser).await, ("0.833".to_owned(), "0.000".to_owned()));
        assert_eq!(browser.days_with("is-over").await, ["2026-06-08", "2026-06-09"]);
        let name = browser.name_of("2026-06-09").await;
        assert!(name.contains("over de 10 bevilgede døgn"), "{name}");

        // A grant that cannot be read hides no plan.
        browser.fill_setting("granted", "100").await;
        browser.leave().await;
        browser.see(".alert-warning", "Skriv et helt tal fra 0 til 55").await;
        let page = browser.page_text().await;
        assert!(!page.contains("Planen er tom"), "{page}");
        assert_eq!(browser.days_with("is-planned").await.len(), 12);
    })
    .await;
}

#[tokio::test]
async fn each_way_back_brings_the_plan_under_the_quota_and_can_be_undone() {
    in_browser(async |browser| {
        let plan = [stay("2026-05-01", "2026-05-07"), stay("2026-06-05", "2026-06-09")];
        browser.open_plan(&plan).await;
        browser.fill_setting("granted", "10").await;
        browser.see("#ways-heading", "Sådan kommer planen ned igen").await;
        let ways = browser.count("[data-act^=\"way:\"]").await;
        assert!(ways >= 2, "more than one way to choose from: {ways}");
        let before = browser.plan().await;
        let mut plans = Vec::new();
        for way in 0..ways {
            browser.press(&format!("way:{way}")).await;
            browser.wait_for_focus("respite-result").await;
            browser.hear("Planen er ændret. Du kan fortryde.").await;
            let page = browser.page_text().await;
            assert!(!page.contains("for meget"), "way {way} is not enough:\n{page}");
            assert_eq!(browser.count("[data-act^=\"way:\"]").await, 0);
            plans.push(browser.plan().await);
            browser.press("undo").await;
            assert_eq!(browser.plan().await, before, "way {way} undone");
        }
        plans.sort();
        plans.dedup();
        assert_eq!(plans.len() as u64, ways, "no way leads to the same plan as another");
    })
    .await;
}

#[tokio::test]
async fn the_way_back_that_empties_the_plan_keeps_the_focus() {
    in_browser(async |browser| {
        browser.open_plan(&[stay("2026-05-01", "2026-05-07")]).await;
        browser.fill_setting("granted", "0").await;
        browser.see("#ways-heading", "Sådan kommer planen ned igen").await;
        browser.press("way:0").await;
        browser.see("main", "Planen er tom").await;
        assert_ne!(browser.focused().await, "body");
    })
    .await;
}

#[tokio::test]
async fn every_reading_of_the_year_is_counted() {
    in_browser(async |browser| {
        // A change-over day, and a stay past New Year.
        let plan = [
            stay("2026-03-06", "2026-03-09"),
            stay("2026-03-09", "2026-03-11"),
            stay("2026-12-30", "2027-01-02"),
        ];
        browser.open_plan(&plan).await;
        browser.fill_setting("grant-start", "1.2.2026").await;
        browser.see("main", "Bevillingsåret").await;
        browser.settle().await;
        let page = browser.page_text().await;
        for text in [
            "9 døgn i 2026",
            "9 af 55 døgn er brugt i 2026. Der er 46 døgn tilbage.",
            "2 døgn i 2027",
            "9 døgn, når dagen tæller to gange, og 8 døgn, når den tæller én gang",
            "Bevillingsåret 1. februar 2026 – 31. januar 2027 11 44 0",
            "De 12 måneder med flest døgn: 6. marts 2026 – 5. marts 2027 11 44 0",
            "De 12 måneder med flest døgn: 6. marts 2026 – 5. marts 2027: 11 døgn.",
            "Længste pause i 2026 er 293 dage: tor. 12. marts – tir. 29. december 2026.",
        ] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }

        // Two calendar years hold, twelve months of both do not.
        browser
            .open_plan(&[stay("2026-12-02", "2026-12-31"), stay("2027-01-02", "2027-01-31")])
            .await;
        let over = "er der 60 døgn. Det er 5 for mange, selv om hvert kalenderår holder.";
        browser.see("main", over).await;
    })
    .await;
}
