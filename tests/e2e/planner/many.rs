//! A plan with far more stays than anybody has.

use botilbud::rules::date::Date;
use botilbud::rules::respite::Stay;

use crate::support::in_browser;

#[tokio::test]
async fn two_hundred_stays_can_be_looked_at_added_to_and_undone() {
    in_browser(async |browser| {
        let first = Date::parse("2026-01-01").expect("a date");
        let days = (0..200).map(|number| first.plus_days(number * 5));
        let stays: Vec<Stay> = days.filter_map(|day| Stay::new(day, day)).collect();
        browser.open_plan(&stays).await;
        browser.hear("Planen fra linket er hentet: 200 ophold.").await;
        assert_eq!(browser.plan().await.len(), 200);
        assert_eq!(browser.days_with("is-planned").await.len(), 73);
        browser.see("main", "73 døgn er planlagt i 2026. Grænsen er 55.").await;

        browser.click_day("2026-01-03").await;
        browser.click_day("2026-01-04").await;
        assert_eq!(browser.plan().await.len(), 201);
        assert_eq!(browser.plan().await[1], "3. januar 2026 – 4. januar 2026");
        browser.press("undo").await;
        assert_eq!(browser.plan().await.len(), 200);
        browser.press("year:2027").await;
        assert_eq!(browser.days_with("is-planned").await.len(), 73);
        let note = browser.in_row("stay", 200, "note").await;
        browser.fill(&note, "den sidste").await;
    })
    .await;
}
