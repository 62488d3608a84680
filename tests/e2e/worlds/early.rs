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
    open_file(browser, file).await;
    browser.see("main h1", page.title(&DA)).await;
    assert_eq!(browser.count("#page[data-ahead]").await, 1, "the page as its file has it");
}

async fn open_file(browser: &Browser, file: &str) {
    browser.open_address(&browser.address(Page::Front).replace("#/", file)).await;
}

/// Lets the program come, and waits until the page is its own.
async fn go_on(browser: &Browser, page: Page) {
    let_come(browser).await;
    browser.wait_for_page(page).await;
}

/// Lets the program come, which has not come yet.
async fn let_come(browser: &Browser) {
    assert_eq!(browser.count("#page[data-ahead]").await, 1, "nothing has come yet");
    // Chromium wonders at what is asked for early and used late, as the program here.
    let complaints = browser.complaints().await;
    let wonders = |said: &String| said.contains("preloaded using link preload but not used");
    assert!(complaints.iter().all(wonders), "the browser complains: {complaints:#?}");
    release(browser).await;
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

#[tokio::test]
async fn days_pressed_before_the_planner_become_a_stay() {
    in_browser(async |browser| {
        browser.before_scripts(&hold("planner.wasm")).await;
        open_file(&browser, "aflastning.html").await;
        // Today is marked, and can be reached with the Tab key.
        let today = "[aria-current=date][tabindex='0'][data-day='2026-03-09']";
        browser.wait("the calendar", async || browser.count(today).await == 1).await;
        assert_eq!(browser.count("[data-day]").await, 365);
        for day in ["2026-12-04", "2026-12-06"] {
            browser.click_day(day).await;
            // Without patience: it counts once.
            browser.click_day(day).await;
            let held = format!("[data-held][data-day='{day}']");
            assert_eq!(browser.count(&held).await, 1, "it is seen that it is pressed");
        }
        go_on(&browser, Page::Respite).await;
        browser.wait("the stay", async || !browser.plan().await.is_empty()).await;
        assert_eq!(browser.plan().await, ["4. december 2026 – 6. december 2026"]);
        assert_eq!(browser.count("[data-held]").await, 0);
        browser.see(".result", "3 af 55 døgn").await;
    })
    .await;
}

#[tokio::test]
async fn a_year_without_a_calendar_of_its_own_waits_for_the_planner() {
    in_browser(async |browser| {
        browser.set_clock("2040, 5, 6, 12, 0, 0").await;
        browser.before_scripts(&hold("planner.wasm")).await;
        open_file(&browser, "aflastning.html").await;
        browser.wait("the program", async || browser.count(".site-footer").await == 1).await;
        assert_eq!(browser.count("[data-day]").await, 0);
        let years = browser.requested().iter().any(|address| address.contains("/years/"));
        assert!(!years, "what is not there is not asked for");
        go_on(&browser, Page::Respite).await;
        assert_eq!(browser.count("[aria-current=date][data-day='2040-06-06']").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_calendar_that_does_not_come_keeps_nothing_waiting() {
    in_browser(async |browser| {
        browser.before_scripts(&hold("years/da.2026.txt")).await;
        browser.open(Page::Respite).await;
        assert_eq!(browser.count("[data-day]").await, 365);
        // What comes too late changes nothing.
        browser.click_day("2026-12-04").await;
        release(&browser).await;
        browser.click_day("2026-12-06").await;
        browser.wait("the stay", async || !browser.plan().await.is_empty()).await;
        assert_eq!(browser.plan().await, ["4. december 2026 – 6. december 2026"]);
    })
    .await;
}

/// Whoever reads or is about to press something finds it where it was.
#[tokio::test]
async fn nothing_jumps_when_the_program_comes() {
    in_browser(async |browser| {
        browser.before_scripts(&hold("botilbud_bg.wasm")).await;
        for (width, file) in [
            (360, "tjek.html"),
            (360, "tjek.da-simple.html"),
            (360, "tjek.en.html"),
            (1280, "tjek.html"),
            (1280, "tjek.da-simple.html"),
            (1280, "tjek.en.html"),
        ] {
            browser.set_width(width).await;
            open_file(&browser, file).await;
            let ahead = height_of_heading(&browser).await;
            let_come(&browser).await;
            browser.wait_until_alive().await;
            assert_eq!(ahead, height_of_heading(&browser).await, "{file} at {width} px");
        }
    })
    .await;
}

/// How far down the heading is, in pixels, with the letters that the page asks for.
async fn height_of_heading(browser: &Browser) -> i64 {
    let height = "
        const done = arguments[0];
        document.fonts.ready.then(() =>
            done(Math.round(document.querySelector('main h1').getBoundingClientRect().top)));
    ";
    let height = browser.script_until_done(height, vec![]).await;
    height.as_i64().expect("a number of pixels")
}
