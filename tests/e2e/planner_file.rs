//! The planner is a file of its own, which comes after the first page or does not come.

use std::fs;
use std::path::{Path, PathBuf};

use botilbud::app::page::Page;
use botilbud::exchange::plan_link;
use botilbud::rules::date::Date;
use botilbud::rules::respite::Stay;
use botilbud::text::words::DA;
use serde_json::json;

use crate::fallback::copy_of_dist;
use crate::support::{Browser, Setup, Site, app_of, in_browser, in_browser_with};

/// A copy of dist/ in which the planner has another name.
pub fn without_planner(name: &str) -> PathBuf {
    let copy = copy_of_dist(name);
    let app = app_of(&copy);
    fs::rename(app.join("planner.wasm"), app.join("kept.wasm")).expect("dist/ has the planner");
    for packed in ["br", "gz"] {
        fs::remove_file(app.join(format!("planner.wasm.{packed}"))).expect("a packed form");
    }
    copy
}

/// Reads every page, and finds that the planner is missing.
async fn miss_planner(browser: &Browser) {
    browser.open(Page::Front).await;
    for page in Page::ALL {
        browser.go(page).await;
    }
    browser.go(Page::Respite).await;
    see_it_missing(browser).await;
}

async fn see_it_missing(browser: &Browser) {
    browser.see("main [role=alert]", DA.waiting.missing).await;
    assert!(!browser.complaints().await.is_empty(), "it is told in the log, too");
}

async fn see_calendar(browser: &Browser) {
    browser.wait_for_page(Page::Respite).await;
    assert!(browser.count("main [data-day]").await >= 365);
}

#[tokio::test]
async fn without_it_every_other_page_works_and_it_can_be_fetched_again() {
    let site = Site::of(without_planner("without-planner")).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        miss_planner(&browser).await;
        browser.press("fetch").await;
        see_it_missing(&browser).await;

        browser.script(NOW_THERE, vec![json!("application/wasm")]).await;
        browser.press("fetch").await;
        see_calendar(&browser).await;
        assert_eq!(browser.script(STREAMED, vec![]).await, json!(1), "compiled as it came");
    })
    .await;
}

/// Lets the planner be found under its other name, and sent as this kind of file.
const NOW_THERE: &str = "
    const [kind] = arguments;
    const fetch = window.fetch;
    window.fetch = async (url) => {
        const answer = await fetch(String(url).replace('planner.wasm', 'kept.wasm'));
        return new Response(answer.body, { headers: { 'Content-Type': kind } });
    };
    // Firefox gives scripts of the driver's their own.
    const { WebAssembly } = window;
    const stream = WebAssembly.compileStreaming;
    window.streamed = 0;
    WebAssembly.compileStreaming = (...parts) => {
        window.streamed += 1;
        return stream.apply(WebAssembly, parts);
    };
";
const STREAMED: &str = "return window.streamed";

#[tokio::test]
async fn a_server_that_calls_it_by_a_wrong_name_is_understood() {
    let site = Site::of(without_planner("planner-of-no-kind")).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open(Page::Respite).await;
        see_it_missing(&browser).await;
        browser.script(NOW_THERE, vec![json!("application/octet-stream")]).await;
        browser.press("fetch").await;
        see_calendar(&browser).await;
        assert_eq!(browser.script(STREAMED, vec![]).await, json!(0));
    })
    .await;
}

#[tokio::test]
async fn one_of_another_build_is_refused() {
    let folder = without_planner("another-planner");
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/dist-panic");
    let [other, own] = [&other, &folder].map(|folder| app_of(folder).join("planner.wasm"));
    fs::copy(other, own).expect("the other build has a planner");
    let site = Site::of(&folder).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        miss_planner(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn a_plan_in_the_address_waits_for_it() {
    in_browser(async |browser| {
        let [from, to] = ["2026-06-05", "2026-06-08"].map(|day| Date::parse(day).unwrap());
        let plan = plan_link::encode(&[Stay::new(from, to).unwrap()]).unwrap();
        let address = format!("{}?plan={plan}", browser.address(Page::Respite));
        browser.open_address(&address).await;
        see_calendar(&browser).await;
        browser.see("main", &DA.planner.link.taken(1)).await;
    })
    .await;
}
