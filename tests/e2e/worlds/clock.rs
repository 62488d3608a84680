//! The device's clock is wrong, or goes on to another day while the page is open.

use botilbud::app::page::Page;
use botilbud::rules::date::Date;
use botilbud::text::format::short_date;
use botilbud::text::words::DA;
use serde_json::json;

use super::see_phone;
use crate::dates::fill_decision;
use crate::payment::fill_budget;
use crate::support::{Browser, in_browser};

fn day(iso: &str) -> String {
    short_date(Date::parse(iso).expect("a day"), &DA)
}

#[tokio::test]
async fn before_the_standard_nothing_is_computed_and_nothing_is_lost() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        browser.fill("born-year", "1950").await;
        browser.go(Page::Overview).await;
        browser.press("keep:this").await;
        browser.see("#kept", DA.keeping.on).await;

        for (clock, today) in
            [("1970, 0, 1, 12, 0, 0", "1970-01-01"), ("2023, 3, 16, 23, 59, 0", "2023-04-16")]
        {
            browser.set_clock(clock).await;
            browser.open_address(&browser.address(Page::Payment)).await;
            browser.see("main", &DA.trouble.early(day(today), day("2023-04-17"))).await;
            see_phone(&browser).await;
            assert_eq!(browser.count("main input").await, 0, "nothing is asked in vain");
            browser.inspect("a clock before the standard").await;
        }

        // Once the clock is right, everything is there.
        browser.set_clock("2026, 2, 9, 10, 0, 0").await;
        browser.click("#reload").await;
        browser.wait_for_page(Page::Payment).await;
        browser.press("keep:take").await;
        assert_eq!(browser.typed("born-year").await, "1950");
    })
    .await;
}

#[tokio::test]
async fn on_the_first_day_of_the_standard_it_holds() {
    in_browser(async |browser| {
        browser.set_clock("2023, 3, 17, 0, 0, 1").await;
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see(".result", "7.800 kr. om måneden").await;
    })
    .await;
}

#[tokio::test]
async fn a_clock_years_ahead_is_told_above_every_page() {
    in_browser(async |browser| {
        browser.set_clock("2099, 11, 31, 12, 0, 0").await;
        browser.open(Page::Front).await;
        let said = DA.frame.late(day("2099-12-31"));
        for page in [Page::Front, Page::Payment, Page::Dates, Page::Respite, Page::Overview] {
            browser.go(page).await;
            browser.see("main", &said).await;
        }
        browser.go(Page::Payment).await;
        browser.fill_date("born", "4 5 1999").await;
        browser.see("main", &said).await;
        browser.inspect("a clock years ahead").await;
    })
    .await;
}

/// A clock that can be moved while the page is open.
const MOVING: &str = "
    const Before = Date;
    window.ahead = 0;
    globalThis.Date = class extends Before {
        constructor(...parts) {
            if (parts.length) super(...parts); else super(Before.now() + window.ahead);
        }
        static now() { return Before.now() + window.ahead; }
    };
";

async fn move_clock(browser: &Browser, days: u32) {
    browser.script("window.ahead += arguments[0] * 864e5", vec![json!(days)]).await;
}

#[tokio::test]
async fn at_midnight_the_page_goes_on_with_the_day() {
    in_browser(async |browser| {
        browser.before_scripts(MOVING).await;
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.ask("complaint").await;
        browser.see("main", &DA.dates.complaint.days_left(24)).await;

        // The timer that waits for midnight is the browser's own: move to a moment before it, and
        // load the page there.
        browser.set_clock("2026, 3, 1, 23, 59, 50").await;
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.ask("complaint").await;
        browser.see("main", DA.dates.complaint.one_day).await;
        let typing = "
            const field = document.getElementById('complaint-received');
            field.focus();
            field.setSelectionRange(2, 2);
            field.marked = true;
        ";
        browser.script(typing, vec![]).await;
        browser.see("main", DA.dates.complaint.today).await;
        let state = "
            const { id, marked, value, selectionStart } = document.activeElement;
            return [id, marked, value, selectionStart];
        ";
        let expected = json!(["complaint-received", true, "5.3.2026", 2]);
        assert_eq!(browser.script(state, vec![]).await, expected);
    })
    .await;
}

#[tokio::test]
async fn a_device_that_slept_goes_on_with_the_next_key() {
    in_browser(async |browser| {
        browser.before_scripts(MOVING).await;
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.ask("complaint").await;
        browser.see("main", &DA.dates.complaint.days_left(24)).await;
        move_clock(&browser, 30).await;
        // It wakes: the page is in sight again.
        browser.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await;
        browser.see("main", DA.dates.complaint.passed_heading).await;

        // Typed over the change of a day, each key stands.
        browser.go(Page::Respite).await;
        browser.press("add:stay").await;
        let field = browser.in_row("stay", 1, "arrival").await;
        browser.fill(&field, "6.3.202").await;
        move_clock(&browser, 1).await;
        browser.key('6').await;
        assert_eq!(browser.typed(&field).await, "6.3.2026");
        browser.see("main", "fredag den 6. marts 2026").await;
        let today = "return document.querySelector('[data-day][aria-current=date]').dataset.day";
        assert_eq!(browser.script(today, vec![]).await, json!("2026-04-09"));

        // A clock that is set to before the standard is not believed.
        browser.script("window.ahead = -3000 * 864e5", vec![]).await;
        browser.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await;
        assert_eq!(browser.script(today, vec![]).await, json!("2026-04-09"));
        assert_eq!(browser.typed(&field).await, "6.3.2026");
    })
    .await;
}
