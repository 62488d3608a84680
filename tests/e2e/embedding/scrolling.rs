//! The host page scrolls only for a person who does something in the frame.

use std::time::Duration;

use botilbud::app::page::Page;
use serde_json::json;

use super::{RECORD, link, script};
use crate::support::{Browser, host, in_browser};

/// A page with much above and below the frame, which scrolls smoothly.
fn long_page(tool: &str) -> String {
    let style = "<style>div { height: 600px } html { scroll-behavior: smooth }</style>";
    format!(
        "{style}{RECORD}<div></div>{}<div></div>{}",
        link(&format!("data-tool={tool}")),
        script()
    )
}

async fn scrolled(browser: &Browser) -> f64 {
    browser.script("return scrollY", vec![]).await.as_f64().expect("a number")
}

/// Opens the page, and scrolls it so that its window begins so far below the frame's top.
async fn begin(browser: &Browser, tool: &str, page: Page, below: f64) {
    browser.open_host(&host(long_page(tool)), page).await;
    browser.see_fit().await;
    browser.leave_frame().await;
    assert_eq!(scrolled(browser).await, 0.0, "nothing moves at load");
    let script = "
        const { top } = document.querySelector('iframe').getBoundingClientRect();
        scrollTo({ top: top + arguments[0], behavior: 'instant' });
    ";
    browser.script(script, vec![json!(below)]).await;
    browser.enter_frame().await;
}

/// Where the element with the focus stands in the host's window.
async fn place_of_focus(browser: &Browser) -> f64 {
    let inside = "return document.activeElement.getBoundingClientRect().top";
    let inside = browser.script(inside, vec![]).await.as_f64().expect("a number");
    browser.leave_frame().await;
    let frame = "return document.querySelector('iframe').getBoundingClientRect().top";
    let frame = browser.script(frame, vec![]).await.as_f64().expect("a number");
    browser.enter_frame().await;
    frame + inside
}

async fn see_focus_in_window(browser: &Browser) {
    browser
        .wait("the focus in sight", async || {
            let place = place_of_focus(browser).await;
            (0.0..860.0).contains(&place)
        })
        .await;
}

/// Makes the person be in the frame, as a click there does.
async fn be_in_frame(browser: &Browser) {
    browser.leave_frame().await;
    browser.script("document.querySelector('iframe').focus({ preventScroll: true })", vec![]).await;
    browser.enter_frame().await;
}

#[tokio::test]
async fn errors_and_results_come_into_sight() {
    in_browser(async |browser| {
        begin(&browser, "payment", Page::Payment, 900.0).await;
        be_in_frame(&browser).await;
        browser.click("form[data-tool=payment] button[type=submit]").await;
        browser.wait_for_focus("payment-errors").await;
        see_focus_in_window(&browser).await;
        browser.see_fit().await;
    })
    .await;
}

#[tokio::test]
async fn a_new_page_is_shown_from_its_beginning() {
    in_browser(async |browser| {
        begin(&browser, "payment", Page::Payment, 700.0).await;
        be_in_frame(&browser).await;
        browser
            .script("document.querySelector('main a[href=\"#/overblik\"]').click()", vec![])
            .await;
        browser.wait_for_page(Page::Overview).await;
        see_focus_in_window(&browser).await;
        assert!(place_of_focus(&browser).await < 400.0);
    })
    .await;
}

#[tokio::test]
async fn what_is_in_sight_stays_where_it_is() {
    in_browser(async |browser| {
        begin(&browser, "check", Page::CHECK, -200.0).await;
        be_in_frame(&browser).await;
        browser.leave_frame().await;
        let before = scrolled(&browser).await;
        browser.enter_frame().await;
        browser.touch("form button[type=submit]").await;
        browser
            .wait("the next step", async || {
                browser.script("return location.hash", vec![]).await != json!("#/tjek?")
            })
            .await;
        browser.see_fit().await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        browser.leave_frame().await;
        assert_eq!(scrolled(&browser).await, before);
        let said = browser.heard().await;
        assert!(said.iter().any(|message| message.contains("scroll")), "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_moved_by_a_frame_they_are_not_in() {
    in_browser(async |browser| {
        begin(&browser, "payment", Page::Payment, 900.0).await;
        let say = "
            for (const top of [0, 10, 29000, -5, NaN, Infinity, '0', 30001]) {
                parent.postMessage({ botilbud: 1, kind: 'scroll', top }, '*');
            }
        ";
        // Some engines put the focus into a frame that a test goes into, so it says so later.
        browser.script(&format!("setTimeout(() => {{ {say} }}, 400)"), vec![]).await;
        browser.leave_frame().await;
        browser.script("document.activeElement.blur()", vec![]).await;
        let before = scrolled(&browser).await;
        tokio::time::sleep(Duration::from_millis(800)).await;
        let heard = browser.script("return heard.length", vec![]).await;
        assert_eq!(heard, json!(9), "a height and eight places");
        assert_eq!(scrolled(&browser).await, before);

        // In the frame, only numbers within bounds count.
        browser.enter_frame().await;
        be_in_frame(&browser).await;
        browser.script(&say.replace("0, 10, 29000, ", ""), vec![]).await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        browser.leave_frame().await;
        assert_eq!(scrolled(&browser).await, before);
        browser.enter_frame().await;
        browser
            .script("parent.postMessage({ botilbud: 1, kind: 'scroll', top: 0 }, '*')", vec![])
            .await;
        browser.leave_frame().await;
        browser.wait("the frame's top", async || scrolled(&browser).await < before - 500.0).await;
    })
    .await;
}

#[tokio::test]
async fn the_calendars_keys_take_the_page_along() {
    in_browser(async |browser| {
        browser.set_width(500).await;
        begin(&browser, "respite", Page::Respite, 0.0).await;
        be_in_frame(&browser).await;
        // WebKit lets a frame take the focus once somebody has done something there.
        browser.click("h1").await;
        browser.script("document.querySelector('.day[tabindex=\"0\"]').focus()", vec![]).await;
        for _ in 0..6 {
            browser.press_key(crate::support::hand::PAGE_DOWN).await;
        }
        see_focus_in_window(&browser).await;
    })
    .await;
}
