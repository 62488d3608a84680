//! Days that cannot be chosen: the focus reaches them, and they say why.

use botilbud::app::page::Page;

use super::day;
use crate::support::hand::{ENTER, LEFT, Mouse, RIGHT};
use crate::support::in_browser;

#[tokio::test]
async fn a_day_that_will_not_do_can_be_reached_and_says_why() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.press("add:closed").await;
        let from = browser.in_row("closed", 1, "from").await;
        browser.fill(&from, "16.3.2026").await;
        let to = browser.in_row("closed", 1, "to").await;
        browser.fill(&to, "18.3.2026").await;
        assert_eq!(
            browser.days_with("is-unavailable").await,
            ["2026-03-16", "2026-03-17", "2026-03-18"]
        );

        browser.click_day("2026-03-16").await;
        browser.hear("mandag den 16. marts 2026 kan ikke bruges. Det har du selv skrevet.").await;
        assert_eq!(browser.focused().await, "day-2026-03-16");
        assert_eq!(browser.count("#preview").await, 0);
        let disabled = format!("{}[aria-disabled=true]", day("2026-03-17"));
        assert_eq!(browser.count(&disabled).await, 1);
        let name = browser.name_of("2026-03-17").await;
        assert!(name.contains("kan ikke bruges, det har du selv skrevet"), "{name}");
        // The keys pass over it as over any other day.
        browser.press_key(RIGHT).await;
        assert_eq!(browser.focused().await, "day-2026-03-17");
        browser.press_key(ENTER).await;
        browser.hear("tirsdag den 17. marts 2026 kan ikke bruges.").await;

        // While a stay is being chosen, every day on which it cannot end says so.
        browser.click_day("2026-03-15").await;
        for iso in ["2026-03-16", "2026-03-31"] {
            assert_eq!(browser.count(&format!("{}[aria-disabled=true]", day(iso))).await, 1);
            let name = browser.name_of(iso).await;
            let why = "kan ikke vælges, der er dage imellem, som ikke kan bruges";
            assert!(name.ends_with(why), "{name}");
        }
        browser.mouse(&[Mouse::To(&day("2026-03-13"))]).await;
        let name = browser.name_of("2026-03-13").await;
        assert!(name.ends_with("valgt: fre. 13. – søn. 15. marts 2026: 3 døgn"), "{name}");
        browser.click_day("2026-03-19").await;
        browser.hear("mandag den 16. marts 2026 kan ikke bruges.").await;
        assert_eq!(browser.plan().await, Vec::<String>::new());
        browser.press_key(LEFT).await;
        assert_eq!(browser.focused().await, "day-2026-03-18");
    })
    .await;
}
