//! A slow connection: what has come can be read and used, and what is on its way is told of.

use botilbud::app::page::Page;
use botilbud::text::marks::plain;
use botilbud::text::words::DA;
use serde_json::json;

use super::{hold, release, see_phone};
use crate::dates::fill_decision;
use crate::payment::fill_budget;
use crate::support::{Browser, in_browser};

/// A bad mobile connection: what Chromium's own tools call slow 3G.
const LATENCY: u32 = 400;
const KILOBITS: u32 = 400;

/// Notes what can be read when the first words are painted, and when the page has come whole.
const FIRST_WORDS: &str = "
    new PerformanceObserver((list) => {
        const first = list.getEntriesByName('first-contentful-paint')[0];
        if (first) window.firstWords = [first.startTime, document.body.innerText];
    }).observe({ type: 'paint', buffered: true });
    document.addEventListener('readystatechange', () => {
        window.allWords ??= [performance.now(), document.body.innerText];
    });
";

/// When the program had come whole.
const PROGRAM: &str = "
    const files = performance.getEntriesByType('resource');
    return files.find(({ name }) => name.endsWith('/botilbud_bg.wasm'))?.responseEnd;
";

#[tokio::test]
async fn the_first_words_come_before_the_program_and_say_that_more_comes() {
    in_browser(async |browser| {
        browser.before_scripts(FIRST_WORDS).await;
        browser.slow_down(LATENCY, KILOBITS).await;
        let address = browser.address(Page::Front).replace("#/", "egenbetaling.html");
        browser.open_address(&address).await;
        browser.wait_for_page(Page::Payment).await;
        let seen = async |name: &str| {
            let seen = browser.script("return window[arguments[0]]", vec![json!(name)]).await;
            let words = seen[1].as_str().expect("words").to_owned();
            (seen[0].as_f64().expect("a time"), words)
        };
        let (painted, words) = seen("firstWords").await;
        // What has come is painted, though the page is not whole.
        assert!(words.contains(DA.pages.front), "{words}");
        let (whole, words) = seen("allWords").await;
        for text in [DA.pages.payment, DA.payment.lead, DA.shell.loading, DA.frame.private] {
            let text = plain(text);
            assert!(words.contains(&text), "no »{text}« in »{words}«");
        }
        // A page with its style is twenty thousand bytes: less than half a second of 400 kbit/s,
        // after a handful of turns to the server and back.
        assert!(painted < 5_000.0, "the first words after {painted} ms");
        let program = browser.script(PROGRAM, vec![]).await.as_f64().expect("a time");
        assert!(painted < program, "{painted} ms, the program {program} ms");
        assert!(whole < program, "{whole} ms, the program {program} ms");
    })
    .await;
}

/// Goes to a page that may not be whole yet.
async fn go(browser: &Browser, page: Page) {
    browser.script("location.hash = arguments[0]", vec![json!(page.fragment())]).await;
    browser.see("main h1", page.title(&DA)).await;
}

#[tokio::test]
async fn while_the_second_file_is_on_its_way_nothing_typed_is_lost() {
    in_browser(async |browser| {
        browser.before_scripts(&hold("planner.wasm")).await;
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see(".result", "7.800 kr. om måneden").await;
        browser.inspect("a payment before the second file").await;
        go(&browser, Page::Dates).await;
        fill_decision(&browser).await;
        browser.submit("complaint").await;
        browser.see("main", DA.result.details_awaited).await;
        browser.inspect("a deadline before the second file").await;
        for page in [Page::Respite, Page::Overview, Page::Rates] {
            go(&browser, page).await;
            browser.see("main p[role=status]", DA.waiting.awaited).await;
            see_phone(&browser).await;
        }
        browser.inspect("a page of the second file before it").await;

        // It comes between two keys: the field, what stands in it and the caret stay.
        go(&browser, Page::Payment).await;
        assert_eq!(browser.typed("born-year").await, "1999");
        let field = browser.in_row("expense", 1, "amount").await;
        browser.fill(&field, "350,5").await;
        let mark =
            "document.activeElement.marked = true; document.activeElement.setSelectionRange(1, 1)";
        browser.script(mark, vec![]).await;
        release(&browser).await;
        browser
            .wait("the second file", async || browser.count("#terms, [popover]").await > 0)
            .await;
        browser.key('7').await;
        let state =
            "const { marked, value, id } = document.activeElement; return [marked, value, id]";
        assert_eq!(browser.script(state, vec![]).await, json!([true, "3750,5", field]));

        browser.go(Page::Dates).await;
        browser.see("main", "2. april 2026").await;
        browser.go(Page::Overview).await;
        browser.see("main", "Skøn over betalingen").await;
    })
    .await;
}

#[tokio::test]
async fn who_waits_for_the_program_gets_a_number_to_call() {
    in_browser(async |browser| {
        browser.before_scripts(&hold("standard.json")).await;
        browser.open_address(&browser.address(Page::Payment)).await;
        browser.see("body", DA.shell.loading).await;
        assert!(!browser.is_shown(".loading-late").await, "most are not disturbed by it");
        browser.wait("the number", async || browser.is_shown(".loading-late").await).await;
        see_phone(&browser).await;
        browser.inspect("a page that is long on its way").await;
        release(&browser).await;
        browser.wait_for_page(Page::Payment).await;
    })
    .await;
}
