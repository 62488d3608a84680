//! From page to page: by the menu, the history, the address and the keyboard.

use botilbud::app::page::Page;
use botilbud::rules::standard::Standard;
use serde_json::json;

use crate::dates::fill_decision;
use crate::respite::fill_stay;
use crate::support::hand::{ENTER, TAB};
use crate::support::in_browser;

#[tokio::test]
async fn every_page_has_its_title_and_takes_the_focus_to_its_heading() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        let standard = Standard::built_in().expect("the standard");
        for page in Page::ALL.into_iter().skip(1).chain([Page::Front]) {
            // wait_for_page, in go, has seen the title.
            browser.go(page).await;
            browser.wait_for_focus("page-heading").await;
            assert_eq!(browser.address_shown().await, browser.address(page));
            let heading = browser.text("h1").await;
            assert_eq!(heading, page.title(&botilbud::text::words::DA));
            assert_eq!(browser.count("#app h1").await, 1);
            let current = browser.count("header [aria-current=page]").await;
            assert_eq!(
                current,
                if page.is_in_menu(&standard) { 2 } else { 0 },
                "{page:?} in both menus"
            );
            assert_eq!(browser.script("return scrollY", vec![]).await, json!(0));
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_opens_by_its_address() {
    in_browser(async |browser| {
        for page in Page::ALL {
            browser.open(page).await;
        }
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_keep_what_was_typed() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        browser.go(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.fill_setting("granted", "40").await;
        browser.go(Page::Payment).await;
        browser.go(Page::Dates).await;
        browser.back_to(Page::Payment).await;
        browser.back_to(Page::Respite).await;
        browser.wait_for_focus("page-heading").await;
        let arrival = browser.in_row("stay", 1, "arrival").await;
        assert_eq!(browser.typed(&arrival).await, "6.3.2026");
        assert_eq!(browser.typed("granted").await, "40");
        browser.see("main", "4 af 40 døgn er brugt i 2026. Der er 36 døgn tilbage.").await;
        browser.back_to(Page::Front).await;
        browser.forward_to(Page::Respite).await;
        let departure = browser.in_row("stay", 1, "departure").await;
        assert_eq!(browser.typed(&departure).await, "9.3.2026");
    })
    .await;
}

#[tokio::test]
async fn a_reload_shows_the_same_page_blank_and_working() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.reload(Page::Respite).await;
        assert_eq!(browser.address_shown().await, browser.address(Page::Respite));
        assert_eq!(browser.count("table.stays").await, 0);
        let stored = "return localStorage.length + sessionStorage.length + document.cookie.length";
        assert_eq!(browser.script(stored, vec![]).await, json!(0), "nothing is kept");
        fill_stay(&browser, 1, "1.5.2026", "2.5.2026").await;
        browser.see("main", "2 af 55 døgn er brugt i 2026.").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_is_the_front_page() {
    in_browser(async |browser| {
        let front = browser.address(Page::Front);
        for fragment in ["#/findes-ikke", "#/aflastning/2", "#/../om", "#", ""] {
            browser.open_address(&front.replace("#/", fragment)).await;
            browser.wait_for_page(Page::Front).await;
        }
        browser.go(Page::Respite).await;
        browser.script("location.hash = '#/findes-ikke'", vec![]).await;
        browser.wait_for_page(Page::Front).await;
    })
    .await;
}

#[tokio::test]
async fn the_menu_on_a_phone_closes_behind_the_person() {
    in_browser(async |browser| {
        browser.set_width(360).await;
        browser.open(Page::Respite).await;
        browser.click("header summary").await;
        assert!(browser.is_shown("header details ul a").await);
        browser.go(Page::Dates).await;
        assert!(!browser.is_shown("header details ul a").await);
    })
    .await;
}

#[tokio::test]
async fn the_first_key_leads_past_the_menu() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.reload(Page::Respite).await;
        browser.key(TAB).await;
        let focused = "return document.activeElement.className";
        assert_eq!(browser.script(focused, vec![]).await, json!("skipnav"));
        assert!(browser.is_shown(".skipnav").await);
        browser.key(ENTER).await;
        browser.wait_for_focus("main-content").await;
        assert_eq!(browser.address_shown().await, browser.address(Page::Respite));
        browser.key(TAB).await;
        let inside = "return !!document.activeElement.closest('main')";
        assert_eq!(browser.script(inside, vec![]).await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn a_form_is_sent_by_the_keyboard_alone() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.key(ENTER).await;
        browser.wait_for_focus("complaint-result").await;
        browser.see("main", "2. april 2026").await;
    })
    .await;
}
