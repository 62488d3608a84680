//! The planner is a file of its own, which comes after the first page or does not come.

use std::fs;
use std::path::{Path, PathBuf};

use botilbud::app::page::Page;
use botilbud::exchange::plan_link;
use botilbud::rules::date::Date;
use botilbud::rules::respite::Stay;
use botilbud::text::words::DA;

use crate::fallback::copy_of_dist;
use crate::support::{Browser, Setup, Site, in_browser, in_browser_with};

/// A copy of dist/ in which the planner has another name.
fn without_planner(name: &str) -> PathBuf {
    let copy = copy_of_dist(name);
    fs::rename(copy.join("planner.wasm"), copy.join("kept.wasm")).expect("dist/ has the planner");
    for packed in ["br", "gz"] {
        fs::remove_file(copy.join(format!("planner.wasm.{packed}"))).expect("a packed form");
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
        browser.inspect("the planner's page without the planner").await;
        browser.press("fetch").await;
        see_it_missing(&browser).await;

        let now_there = "
            const fetch = window.fetch;
            window.fetch = (url) => fetch(String(url).replace('planner.wasm', 'kept.wasm'));
        ";
        browser.script(now_there, vec![]).await;
        browser.press("fetch").await;
        see_calendar(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn one_of_another_build_is_refused() {
    let folder = without_planner("another-planner");
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/dist-panic/planner.wasm");
    fs::copy(other, folder.join("planner.wasm")).expect("the other build has a planner");
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
