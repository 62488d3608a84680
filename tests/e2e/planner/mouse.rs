//! Planning by mouse: two clicks, or one stroke from the first day to the last.

use botilbud::app::page::Page;
use serde_json::json;

use super::day;
use crate::support::hand::Mouse;
use crate::support::in_browser;

#[tokio::test]
async fn two_clicks_make_a_stay_and_its_buttons_change_it() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        assert!(browser.text("#plan-said").await.is_empty(), "nothing has happened yet");
        browser.click_day("2026-03-06").await;
        browser.hear("Ankomst fredag den 6. marts 2026. Vælg nu den sidste dag.").await;
        // The stay that would come of it follows the mouse, in either direction.
        browser.mouse(&[Mouse::To(&day("2026-03-09"))]).await;
        browser.see("#preview", "fre. 6. – man. 9. marts 2026: 4 døgn").await;
        assert_eq!(browser.days_with("is-start").await, ["2026-03-06"]);
        assert_eq!(browser.days_with("is-end").await, ["2026-03-09"]);
        browser.mouse(&[Mouse::To(&day("2026-03-04"))]).await;
        browser.see("#preview", "ons. 4. – fre. 6. marts 2026: 3 døgn").await;
        assert_eq!(browser.count("table.stays").await, 0, "the list is still empty");

        browser.click_day("2026-03-09").await;
        assert_eq!(browser.plan().await, ["6. marts 2026 – 9. marts 2026"]);
        browser.see(".panel-count", "4 af 55 døgn i 2026.").await;
        browser.see("main", "4 af 55 døgn er brugt i 2026. Der er 51 døgn tilbage.").await;

        // The new stay is open: longer, shorter, a week on, and one day by hand.
        for (act, plan) in [
            ("nudge:departure:1", "6. marts 2026 – 10. marts 2026"),
            ("nudge:departure:-1", "6. marts 2026 – 9. marts 2026"),
            ("nudge:arrival:-1", "5. marts 2026 – 9. marts 2026"),
            ("nudge:arrival:1", "6. marts 2026 – 9. marts 2026"),
            ("nudge:both:7", "13. marts 2026 – 16. marts 2026"),
        ] {
            browser.unfold("panel-more").await;
            browser.press(act).await;
            assert_eq!(browser.plan().await, [plan], "{act}");
            assert_eq!(browser.focused().await, format!("panel-{act}"), "the button stays in hand");
        }
        browser.press("move").await;
        browser.mouse(&[Mouse::To(&day("2026-03-20"))]).await;
        browser.see("#preview", "fre. 20. – man. 23. marts 2026: 4 døgn").await;
        browser.click_day("2026-03-20").await;
        assert_eq!(browser.plan().await, ["20. marts 2026 – 23. marts 2026"]);

        browser.press("delete").await;
        browser.wait_for_focus("day-2026-03-20").await;
        browser.hear("er slettet. Du kan fortryde.").await;
        assert_eq!(browser.days_with("is-planned").await, Vec::<String>::new());
        browser.see("main", "Planen er tom").await;

        browser.press("undo").await;
        assert_eq!(browser.plan().await, ["20. marts 2026 – 23. marts 2026"]);
        browser.press("undo").await;
        assert_eq!(browser.plan().await, ["13. marts 2026 – 16. marts 2026"]);
        assert_eq!(browser.focused().await, "undo");
        browser.press("redo").await;
        browser.press("redo").await;
        assert_eq!(browser.count("table.stays").await, 0, "deleted once more");
        // Nothing more to do: the button stays in reach and says so.
        browser.press("redo").await;
        browser.hear("Der er ikke mere at gentage.").await;
        assert_eq!(browser.count("#redo[aria-disabled=true]").await, 1);
        assert_eq!(browser.focused().await, "redo");
    })
    .await;
}

#[tokio::test]
async fn a_stroke_from_the_first_day_to_the_last_makes_a_stay() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.bring_into_sight(&day("2026-05-15")).await;
        let [first, middle, last] = ["2026-05-01", "2026-05-08", "2026-05-10"].map(day);
        browser.mouse(&[Mouse::To(&first), Mouse::Press, Mouse::To(&middle)]).await;
        browser.see("#preview", "fre. 1. – fre. 8. maj 2026: 8 døgn").await;
        browser.mouse(&[Mouse::To(&last), Mouse::Release]).await;
        assert_eq!(browser.plan().await, ["1. maj 2026 – 10. maj 2026"]);
        assert_eq!(browser.script("return getSelection().toString()", vec![]).await, "");

        // Backwards, too.
        let [from, to] = ["2026-05-22", "2026-05-20"].map(day);
        browser.mouse(&[Mouse::To(&from), Mouse::Press, Mouse::To(&to), Mouse::Release]).await;
        let both = ["1. maj 2026 – 10. maj 2026", "20. maj 2026 – 22. maj 2026"];
        assert_eq!(browser.plan().await, both);

        // A stroke that begins on a stay opens it, and begins no new one where it ends.
        let end = day("2026-05-14");
        browser.mouse(&[Mouse::To(&middle), Mouse::Press, Mouse::To(&last), Mouse::To(&end)]).await;
        browser.mouse(&[Mouse::Release]).await;
        browser.see(".panel-stay", "fre. 1. – søn. 10. maj 2026: 10 døgn").await;
        assert_eq!(browser.plan().await, both);
        assert_eq!(browser.count("#preview").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_days_stay_under_the_hand_when_the_count_above_grows() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        let [first, last] = ["2026-05-01", "2026-05-10"].map(day);
        browser.bring_into_sight(&first).await;
        let place = async |css: &str| {
            let top = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
            browser.script(top, vec![json!(css)]).await.as_f64().expect("a number")
        };
        let (before, heading) = (place(&first).await, place("#calendar-heading").await);
        assert!(heading < 0.0, "the count is out of sight");
        browser.mouse(&[Mouse::To(&first), Mouse::Press, Mouse::To(&last), Mouse::Release]).await;
        browser.see("[data-live='count:']", "10 af 55 døgn").await;
        browser
            .wait("the days to be where they were", async || {
                (place(&first).await - before).abs() < 2.0
            })
            .await;
        let height = "return document.querySelector(\"[data-live='count:']\").clientHeight";
        let height = browser.script(height, vec![]).await.as_f64();
        assert!(height > Some(200.0), "the count has grown: {height:?}");
    })
    .await;
}

#[tokio::test]
async fn stays_share_a_change_over_day_and_overlap_no_further() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        for iso in ["2026-03-06", "2026-03-09"] {
            browser.click_day(iso).await;
        }
        // The next stay begins on the day that this one ends.
        browser.unfold("panel-more").await;
        browser.click("#panel-begin").await;
        browser.wait_for_focus("day-2026-03-09").await;
        browser.click_day("2026-03-12").await;
        let both = ["6. marts 2026 – 9. marts 2026", "9. marts 2026 – 12. marts 2026"];
        assert_eq!(browser.plan().await, both);
        assert_eq!(browser.days_with("is-shared").await, ["2026-03-09"]);
        let shared = browser.name_of("2026-03-09").await;
        assert_eq!(
            shared,
            "mandag den 9. marts 2026, i dag, \
             afrejse, planlagt ophold fre. 6. – man. 9. marts 2026: 4 døgn, \
             ankomst, planlagt ophold man. 9. – tor. 12. marts 2026: 4 døgn"
        );
        browser
            .see("main", "8 døgn, når dagen tæller to gange, og 7 døgn, når den tæller én")
            .await;

        // Every day opens a stay, the shared one as well, and a second click closes it.
        for (iso, opened) in [
            ("2026-03-07", "fre. 6. – man. 9. marts 2026: 4 døgn"),
            ("2026-03-11", "man. 9. – tor. 12. marts 2026: 4 døgn"),
            ("2026-03-09", "marts 2026: 4 døgn"),
        ] {
            browser.click_day(iso).await;
            browser.see(".panel-stay", opened).await;
            browser.click_day(iso).await;
            browser.hear("Opholdet er lukket igen.").await;
            assert_eq!(browser.count(".panel-stay").await, 0);
        }

        // More than a change-over day is refused with the reason, and the choice goes on.
        browser.click_day("2026-03-04").await;
        browser.mouse(&[Mouse::To(&day("2026-03-07"))]).await;
        browser.see(".panel-said", "Her ligger allerede et ophold: fre. 6. – man. 9. marts").await;
        browser.click_day("2026-03-07").await;
        browser.hear("Her ligger allerede et ophold: fre. 6. – man. 9. marts 2026: 4 døgn.").await;
        assert_eq!(browser.plan().await, both);
        browser.click_day("2026-03-06").await;
        assert_eq!(browser.plan().await.len(), 3, "the day of arrival may be shared");

        browser.click_day("2026-03-02").await;
        browser.click("#panel-cancel").await;
        browser.wait_for_focus("day-2026-03-02").await;
        browser.hear("Valget er stoppet. Intet er ændret.").await;
        assert_eq!(browser.plan().await.len(), 3);
    })
    .await;
}
