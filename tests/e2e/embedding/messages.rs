//! What the two windows take from each other, and from nobody else.

use std::time::Duration;

use botilbud::app::embed::frame::HELLO;
use botilbud::app::page::Page;
use serde_json::json;

use super::{RECORD, embedded, link, script};
use crate::support::{Browser, address_of, host, in_browser};

/// A page that says something to the page it stands on, over and over.
fn who_says(message: &str) -> String {
    host(format!("<script>setInterval(() => parent.postMessage({message}, '*'), 50)</script>"))
}

/// Runs a script as the page's own: some engines keep what a driver runs apart from it.
const IN_PAGE: &str = "
    const script = document.createElement('script');
    script.textContent = `{${arguments[0]}}`;
    document.body.append(script);
";

const TALL: &str = "{ botilbud: 1, kind: 'height', height: 5000 }";

/// Long enough for a message to arrive, had it been taken.
async fn a_while() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}

async fn host_height(browser: &Browser) -> f64 {
    let height = "return document.querySelector('iframe').offsetHeight";
    browser.script(height, vec![]).await.as_f64().expect("a number")
}

/// Opens a page with the calculator; returns on that page, with the frame's height.
async fn begin(browser: &Browser, page: String) -> f64 {
    browser.open_host(&host(page), Page::Payment).await;
    let height = browser.see_fit().await;
    browser.leave_frame().await;
    height
}

#[tokio::test]
async fn nobody_else_changes_the_height() {
    in_browser(async |browser| {
        let intruder = who_says(TALL);
        let height = begin(&browser, embedded()).await;
        let beside = format!("<iframe src='{intruder}'></iframe>");
        let add = "document.body.insertAdjacentHTML('beforeend', arguments[0])";
        browser.script(add, vec![json!(beside)]).await;
        browser.script(&format!("postMessage({TALL}, '*')"), vec![]).await;
        let forged = format!(
            "for (const source of [null, window]) {{
                 const origin = new URL('{}').origin;
                 dispatchEvent(new MessageEvent('message', {{ data: {TALL}, origin, source }}));
             }}",
            address_of("BOTILBUD_URL"),
        );
        browser.script(IN_PAGE, vec![json!(forged)]).await;
        a_while().await;
        assert_eq!(host_height(&browser).await, height);
        let from_intruder = "return heard.filter((message) => message.includes('5000')).length";
        let count = browser.script(from_intruder, vec![]).await.as_u64();
        assert!(count > Some(3), "it was said: {count:?}");
        assert_eq!(browser.script("return wrong", vec![]).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn the_frame_itself_is_not_believed_once_it_shows_another_page() {
    in_browser(async |browser| {
        let height = begin(&browser, embedded()).await;
        let elsewhere = who_says(TALL);
        let go = "document.querySelector('iframe').src = arguments[0]";
        browser.script(go, vec![json!(elsewhere)]).await;
        browser
            .wait("the other page's word", async || {
                browser.script("return heard.some((text) => text.includes('5000'))", vec![]).await
                    == json!(true)
            })
            .await;
        a_while().await;
        assert_eq!(host_height(&browser).await, height);
        // The greeting is for the calculator alone, so the browser tells that it was not handed over.
        for complaint in browser.complaints().await {
            assert!(complaint.contains("postMessage"), "{complaint}");
        }
    })
    .await;
}

#[tokio::test]
async fn numbers_without_bounds_and_odd_shapes_are_passed_over() {
    in_browser(async |browser| {
        let height = begin(&browser, embedded()).await;
        browser.enter_frame().await;
        let say = "
            const heights = [NaN, Infinity, -Infinity, -5, 0, 49, 30001, 1e9, '700', '700px', null,
                undefined, true, [700], { valueOf: 700 }, 700n, new Date(700)];
            const messages = heights.map((height) => ({ botilbud: 1, kind: 'height', height }));
            messages.push(null, undefined, 1, 'height', [], [1, 'height', 700], new Map(),
                { height: 700 },
                { kind: 'height', height: 700 },
                { botilbud: '1', kind: 'height', height: 700 },
                { botilbud: 2, kind: 'height', height: 700 },
                { botilbud: 1, kind: ['height'], height: 700 },
                { botilbud: 1, kind: 'Height', height: 700 },
                { botilbud: 1, kind: '__proto__', height: 700 },
                { botilbud: 1, kind: 'constructor', height: 700 },
                JSON.parse('{\"__proto__\": {\"botilbud\": 1, \"kind\": \"height\", \"height\": 700}}'),
                JSON.stringify({ botilbud: 1, kind: 'height', height: 700 }));
            for (const message of messages) parent.postMessage(message, '*');
        ";
        browser.script(say, vec![]).await;
        a_while().await;
        browser.leave_frame().await;
        assert_eq!(host_height(&browser).await, height);

        let getter = "
            const { contentWindow: source } = document.querySelector('iframe');
            const { origin } = new URL(document.querySelector('iframe').src);
            const evil = new Proxy({}, { get() { throw new Error('touched'); } });
            const late = { botilbud: 1, kind: 'height', get height() { throw new Error('touched'); } };
            for (const data of [evil, late]) {
                const message = new MessageEvent('message', { data, origin });
                // Firefox takes no window of another process in there.
                dispatchEvent(Object.defineProperty(message, 'source', { value: source }));
            }
        ";
        browser.script(IN_PAGE, vec![json!(getter)]).await;
        a_while().await;
        assert_eq!(host_height(&browser).await, height);
        assert_eq!(browser.script("return wrong", vec![]).await, json!([]));

        // The same way with a number in bounds is heard.
        browser.enter_frame().await;
        let right = "parent.postMessage({ botilbud: 1, kind: 'height', height: 699.6 }, '*')";
        browser.script(right, vec![]).await;
        browser.leave_frame().await;
        browser.wait("the height", async || host_height(&browser).await == 700.0).await;
    })
    .await;
}

#[tokio::test]
async fn the_calculator_answers_the_page_it_stands_on_and_nobody_else() {
    in_browser(async |browser| {
        let folder = browser.address(Page::Payment);
        let intruder = host(format!(
            "<script>setInterval(() => parent.frames[0].postMessage({HELLO}, '*'), 50);
             addEventListener('message', () => parent.postMessage('answered', '*'));</script>"
        ));
        let page = format!("{RECORD}<iframe src='{folder}'></iframe><iframe src='{intruder}'></iframe>");
        browser.open_host(&host(page), Page::Payment).await;
        // Nor the calculator itself.
        browser.script(&format!("postMessage({HELLO}, '*')"), vec![]).await;
        a_while().await;
        assert_eq!(browser.script("return document.documentElement.dataset.framed", vec![]).await, json!(""));
        browser.leave_frame().await;
        assert_eq!(browser.script("return heard", vec![]).await, json!([]));

        let shapes = "
            const odd = [null, undefined, 0, 'hello', [], {}, { kind: 'hello' }, { botilbud: 1 },
                { botilbud: '1', kind: 'hello' }, { botilbud: 1, kind: 'Hello' },
                { botilbud: 1, kind: 'hello', answers: true }, { kind: 'hello', botilbud: 1, x: 1n },
                { botilbud: 1, kind: 'height', height: 700 }, { botilbud: 1, kind: 'scroll', top: 7 }];
            const ring = { botilbud: 1, kind: 'hello' };
            ring.ring = ring;
            for (const data of [...odd, ring]) frames[0].postMessage(data, '*');
        ";
        browser.script(shapes, vec![]).await;
        a_while().await;
        assert_eq!(browser.script("return heard", vec![]).await, json!([]));

        browser.script(&format!("frames[0].postMessage({HELLO}, '*')"), vec![]).await;
        browser.wait("an answer", async || !browser.heard().await.is_empty()).await;
        assert_eq!(browser.heard().await.len(), 1);
        // And again when asked again.
        browser.script(&format!("frames[0].postMessage({HELLO}, '*')"), vec![]).await;
        browser.wait("another", async || browser.heard().await.len() == 2).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_said_is_meant_for_the_origin_that_said_hello_alone() {
    in_browser(async |browser| {
        // On a page of our own, whose window lets itself be listened to.
        let page = browser.address(Page::Front).replace("#/", "preview.html#tool=payment");
        browser.open_host(&page, Page::Payment).await;
        browser.see_fit().await;
        browser.leave_frame().await;
        let listen = "
            window.targets = [];
            const said = window.postMessage;
            window.postMessage = function (message, target) {
                targets.push([message.kind, target]);
                return said.call(window, message, target);
            };
        ";
        browser.script(listen, vec![]).await;
        browser.enter_frame().await;
        crate::payment::fill_budget(&browser).await;
        browser.ask("payment").await;
        browser.leave_frame().await;
        let kinds = "return ['height', 'scroll'].map((kind) =>
            targets.filter(([said]) => said === kind).map(([, target]) => target))";
        browser
            .wait("both kinds of messages", async || {
                let said = browser.script(kinds, vec![]).await;
                said.as_array().is_some_and(|kinds| kinds.iter().all(|one| *one != json!([])))
            })
            .await;
        let targets = browser.script(kinds, vec![]).await;
        let origin = browser.script("return location.origin", vec![]).await;
        for targets in targets.as_array().expect("two lists") {
            let targets = targets.as_array().expect("a list");
            assert!(targets.iter().all(|one| *one == origin), "{targets:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_typed_is_said_to_the_page() {
    in_browser(async |browser| {
        browser.open_host(&host(embedded()), Page::Payment).await;
        browser.see_fit().await;
        crate::payment::fill_budget(&browser).await;
        browser.ask("payment").await;
        browser.see_fit().await;
        browser.leave_frame().await;
        // Each is a height or a place.
        let heard = browser.heard().await;
        assert!(heard.iter().any(|message| message.contains("scroll")), "{heard:?}");
        let address = browser.script("return document.querySelector('iframe').src", vec![]).await;
        assert!(address.as_str().unwrap().ends_with("#/egenbetaling?"), "{address}");
    })
    .await;
}

#[tokio::test]
async fn start_values_fill_in_and_odd_ones_do_nothing() {
    in_browser(async |browser| {
        let given = link("data-tool=payment data-offer=lease data-who=me data-lang=da");
        browser.open_host(&host(format!("{given}{}", script())), Page::Payment).await;
        assert_eq!(browser.count("#pay-lease:checked").await, 1);
        browser.see("main", "Vi skriver »du«").await;
        browser.script("location.hash = '#/datoer'", vec![]).await;
        browser.wait_for_page(Page::Dates).await;
        assert_eq!(browser.count("[name=complaint-offer][value=lease]:checked").await, 1);
        browser.script("history.back()", vec![]).await;
        browser.wait_for_page(Page::Payment).await;
        // Whoever chooses otherwise is not overruled by going back.
        browser.touch("#pay-lease").await;
        browser.script("location.hash = '#/datoer'", vec![]).await;
        browser.wait_for_page(Page::Dates).await;
        browser.script("history.back()", vec![]).await;
        browser.wait_for_page(Page::Payment).await;
        assert_eq!(browser.count("#pay-lease:checked").await, 0);

        let odd = "data-tool=payment data-offer='\"><b>' data-who=you data-year=soon data-lang=tlh";
        browser.open_host(&host(format!("{}{}", link(odd), script())), Page::Payment).await;
        assert_eq!(browser.count("main input:checked").await, 0);
        assert_eq!(
            browser.script("return document.documentElement.lang", vec![]).await,
            json!("da")
        );

        let year = link("data-tool=respite data-year=2028");
        browser.open_host(&host(format!("{year}{}", script())), Page::Respite).await;
        assert_eq!(browser.text(".year-shown").await, "2028");
    })
    .await;
}
