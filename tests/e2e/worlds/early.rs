//! Somebody is quicker than the program: the page stands there and is filled in before anything
//! computes. What was typed, chosen and pressed is so when it does.

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use serde_json::json;

use super::{hold, release};
use crate::dates::fill_decision;
use crate::payment::tick;
use crate::support::{Browser, in_browser};

/// Opens the file of a page, whose program is held back.
async fn open_without_program(browser: &Browser, page: Page, file: &str) {
    browser.before_scripts(&hold("botilbud_bg.wasm")).await;
    browser.open_address(&browser.address(Page::Front).replace("#/", file)).await;
    browser.see("main h1", page.title(&DA)).await;
    assert_eq!(browser.count("#page[data-ahead]").await, 1, "the page as its file has it");
}

/// Lets the program come, and waits until the page is its own.
async fn go_on(browser: &Browser, page: Page) {
    assert_eq!(browser.count("#page[data-ahead]").await, 1, "nothing has come yet");
    release(browser).await;
    browser.wait("the program", async || browser.count("#page[data-ahead]").await == 0).await;
    browser.wait_for_page(page).await;
}

#[tokio::test]
async fn what_is_typed_chosen_and_pressed_before_the_program_is_kept() {
    in_browser(async |browser| {
        open_without_program(&browser, Page::Payment, "egenbetaling.html").await;
        tick(&browser, "pay-long-term").await;
        browser.fill_date("born", "4 5 1999").await;
        let income = browser.in_row("income", 1, "amount").await;
        browser.fill(&income, "14.500").await;
        browser.press("add:income").await;
        go_on(&browser, Page::Payment).await;

        // The button did what it does, and all that was typed is typed.
        browser.wait_for_focus(&browser.in_row("income", 2, "kind").await).await;
        assert_eq!(browser.typed("born-year").await, "1999");
        assert_eq!(browser.typed(&income).await, "14.500");
        let ticked = "return document.getElementById('pay-long-term').checked";
        assert_eq!(browser.script(ticked, vec![]).await, json!(true));
        // The program knows of it: it computes with it.
        let charge = browser.in_row("charge_long_term", 1, "amount").await;
        browser.fill(&charge, "4200").await;
        browser.see(".result", "Skøn over betalingen 4.200 kr. om måneden").await;
        browser.see("main", "Pension 14.500 kr.").await;
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_before_the_program_is_answered_by_it() {
    in_browser(async |browser| {
        open_without_program(&browser, Page::Dates, "datoer.html").await;
        fill_decision(&browser).await;
        browser.submit("complaint").await;
        go_on(&browser, Page::Dates).await;
        browser.wait_for_focus("complaint-result").await;
        browser.see("main", "2. april 2026").await;
    })
    .await;
}

#[tokio::test]
async fn the_program_comes_between_two_keys() {
    in_browser(async |browser| {
        open_without_program(&browser, Page::Payment, "egenbetaling.html").await;
        let income = browser.in_row("income", 1, "amount").await;
        browser.fill(&income, "14500").await;
        browser.script("document.activeElement.setSelectionRange(1, 1)", vec![]).await;
        go_on(&browser, Page::Payment).await;
        browser.key('9').await;
        let state = "return [document.activeElement.id, document.activeElement.value]";
        assert_eq!(browser.script(state, vec![]).await, json!([income, "194500"]));
    })
    .await;
}
