//! The list beside the calendar: the same plan, typed.

use botilbud::app::page::Page;
use serde_json::json;

use crate::respite::fill_stay;
use crate::support::hand::{ENTER, TAB};
use crate::support::in_browser;

#[tokio::test]
async fn what_the_calendar_does_can_be_typed_and_the_other_way_round() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.press("add:stay").await;
        let arrival = browser.in_row("stay", 1, "arrival").await;
        browser.wait_for_focus(&arrival).await;
        fill_stay(&browser, 1, "6.3.2026", "9/3-2026").await;
        let days = ["2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"];
        assert_eq!(browser.days_with("is-planned").await, days);
        browser.see(".panel-count", "4 af 55 døgn i 2026.").await;

        // Lengthened and moved by typing.
        let departure = browser.in_row("stay", 1, "departure").await;
        browser.fill(&departure, "10.3.2026").await;
        assert_eq!(browser.days_with("is-planned").await.len(), 5);
        assert_eq!(browser.focused().await, departure, "typing keeps the focus");

        // Opened in the calendar, changed there: the row follows.
        browser.click_day("2026-03-08").await;
        browser.press("nudge:departure:-1").await;
        assert_eq!(browser.plan().await, ["6. marts 2026 – 9. marts 2026"]);
        let held = browser.in_row("stay", 1, "held").await;
        browser.unfold("panel-more").await;
        browser.press("held").await;
        assert_eq!(browser.typed(&held).await, "yes");
        assert_eq!(browser.days_with("is-held").await, days);
        browser.select(&held, "").await;
        assert_eq!(browser.days_with("is-held").await, Vec::<String>::new());

        // A note is kept through every change, undo among them.
        let note = browser.in_row("stay", 1, "note").await;
        browser.fill(&note, "Tag støvler med").await;
        browser.click_day("2026-03-20").await;
        browser.click_day("2026-03-22").await;
        browser.press("undo").await;
        assert_eq!(browser.typed(&note).await, "Tag støvler med");

        // The rows stand in the order of their dates once the calendar has been used.
        browser.press("add:stay").await;
        fill_stay(&browser, 2, "2.1.2026", "4.1.2026").await;
        browser.click_day("2026-06-01").await;
        browser.click_day("2026-06-02").await;
        assert_eq!(
            browser.plan().await,
            ["2.1.2026 – 4.1.2026", "6. marts 2026 – 9. marts 2026", "1. juni 2026 – 2. juni 2026",]
        );
        assert_eq!(
            browser.typed(&browser.in_row("stay", 2, "note").await).await,
            "Tag støvler med"
        );

        // Removed by its own button, and back.
        browser.click("table.stays tr:nth-child(2) [data-act^=\"remove:stay:\"]").await;
        browser.wait_for_focus("stay-add").await;
        assert_eq!(browser.plan().await.len(), 2);
        browser.press("undo").await;
        assert_eq!(browser.plan().await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_row_is_called_wrong_only_once_it_is_left() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.press("add:stay").await;
        let arrival = browser.in_row("stay", 1, "arrival").await;
        let departure = browser.in_row("stay", 1, "departure").await;
        browser.fill(&arrival, "31.2.2026").await;
        assert_eq!(browser.count(".form-error, .alert-warning").await, 0, "while typing");
        browser.press_key(TAB).await;
        browser.wait_for_focus(&departure).await;
        assert_eq!(browser.count(".form-error, .alert-warning").await, 0, "still in the row");
        browser.fill(&departure, "1.3").await;
        assert_eq!(browser.count(".form-error, .alert-warning").await, 0);

        browser.leave().await;
        browser.see(".alert-warning", "Advarsel: ét ophold er ikke talt med").await;
        browser.see(".alert-warning", "Den dag findes ikke").await;
        browser.see(&format!("[id=\"{departure}-error\"]"), "Skriv datoen med dag").await;
        assert_eq!(browser.count(&format!("[id=\"{arrival}\"][aria-invalid=true]")).await, 1);
        let described = "
            const field = document.getElementById(arguments[0]);
            return document.getElementById(field.getAttribute('aria-describedby')).textContent;
        ";
        let described = browser.script(described, vec![json!(arrival)]).await;
        assert!(described.as_str().is_some_and(|text| text.contains("Den dag findes ikke")));

        // The list of errors leads to the field, and its error goes while it is put right: the
        // field keeps the focus and what is typed, key by key.
        browser.click(&format!(".alert-warning a[data-focus=\"{arrival}\"]")).await;
        browser.wait_for_focus(&arrival).await;
        browser.script("document.activeElement.select()", vec![]).await;
        for key in "28.2.2026".chars() {
            browser.press_key(key).await;
            assert_eq!(browser.focused().await, arrival);
        }
        assert_eq!(browser.typed(&arrival).await, "28.2.2026");
        browser.press_key(TAB).await;
        browser.script("document.activeElement.select()", vec![]).await;
        for key in "1.3.2026".chars() {
            browser.press_key(key).await;
        }
        browser.press_key(ENTER).await;
        assert_eq!(browser.count(".form-error, .alert-warning").await, 0);
        browser.see("main", "2 af 55 døgn er brugt i 2026.").await;
    })
    .await;
}

#[tokio::test]
async fn an_error_that_comes_up_takes_no_press_away() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "31.2.2026", "x").await;
        // The press leaves the field; its error pushes the button down only when it is over.
        browser.press("add:stay").await;
        let second = browser.in_row("stay", 2, "arrival").await;
        browser.wait_for_focus(&second).await;
        browser.see(".alert-warning", "Den dag findes ikke").await;
        let first = browser.in_row("stay", 1, "arrival").await;
        assert_eq!(browser.count(&format!("[id=\"{first}-error\"]")).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_row_that_overlaps_is_left_out_and_nothing_typed_is_lost() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        fill_stay(&browser, 2, "8.3.2026", "12.3.2026").await;
        browser.leave().await;
        browser.see(".alert-warning", "Opholdet ligger oven i et andet").await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
        assert_eq!(browser.plan().await[1], "8.3.2026 – 12.3.2026");
        fill_stay(&browser, 2, "9.3.2026", "12.3.2026").await;
        browser.see("main", "8 af 55 døgn er brugt i 2026.").await;
        assert_eq!(browser.count(".alert-warning").await, 0);
    })
    .await;
}
