//! Planning by finger on a phone: taps choose, swipes scroll.

use botilbud::app::page::Page;
use serde_json::json;

use super::day;
use crate::support::{Ability, in_browser};

#[tokio::test]
async fn taps_plan_a_stay_and_a_swipe_over_the_days_scrolls() {
    in_browser(async |browser| {
        browser.need(Ability::Touch);
        browser.set_width(360).await;
        browser.open(Page::Respite).await;
        browser.tap(&day("2026-03-06")).await;
        browser.hear("Ankomst fredag den 6. marts 2026.").await;
        browser.tap(&day("2026-03-09")).await;
        assert_eq!(browser.plan().await, ["6. marts 2026 – 9. marts 2026"]);

        // A swipe over the days scrolls and chooses nothing.
        let scrolled = "return scrollY";
        browser.bring_into_sight(&day("2026-04-15")).await;
        let before = browser.script(scrolled, vec![]).await.as_f64().expect("a number");
        if browser.can(Ability::Swipe) {
            browser.swipe_up_from(&day("2026-04-15"), 200.0).await;
            browser
                .wait("the page to scroll", async || {
                    let now = browser.script(scrolled, vec![]).await;
                    now.as_f64().is_some_and(|now| now > before + 100.0)
                })
                .await;
        }
        assert_eq!(browser.plan().await.len(), 1);
        assert_eq!(browser.count("#preview").await, 0, "a swipe begins no stay");
        let traps = "
            return [...document.querySelectorAll('.planner-calendar, .planner-calendar *')]
                .map((element) => getComputedStyle(element).touchAction)
                .filter((action) => action !== 'auto' && action !== 'manipulation').length;
        ";
        assert_eq!(browser.script(traps, vec![]).await, json!(0));

        // The open stay is changed with the thumb, and everything taken back.
        browser.tap(&day("2026-03-07")).await;
        browser.hear("er lukket igen").await;
        browser.tap(&day("2026-03-07")).await;
        browser.tap("[data-act=\"nudge:departure:1\"]").await;
        assert_eq!(browser.plan().await, ["6. marts 2026 – 10. marts 2026"]);
        browser.tap("[data-act=move]").await;
        browser.tap(&day("2026-03-19")).await;
        assert_eq!(browser.plan().await, ["19. marts 2026 – 23. marts 2026"]);
        browser.tap("[data-act=delete]").await;
        assert_eq!(browser.plan().await, Vec::<String>::new());
        browser.tap("[data-act=undo]").await;
        assert_eq!(browser.plan().await, ["19. marts 2026 – 23. marts 2026"]);
        browser.tap("[data-act=redo]").await;
        assert_eq!(browser.plan().await, Vec::<String>::new());

        // A way to a month without a long scroll.
        browser.tap("[data-act=\"go:2026-11-01\"]").await;
        browser.wait_for_focus("day-2026-11-01").await;
    })
    .await;
}
