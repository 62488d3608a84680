//! A new version is deployed, as the README says, while somebody has the old one open.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use botilbud::app::page::Page;
use botilbud::text::words::DA;

use super::servers::{BOTH, Kind};
use crate::dates::fill_decision;
use crate::support::{Browser, Setup, app_of, copy_of, folder, in_browser_with};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A folder with the first version, a municipality's own phone number, and the second version.
fn two_versions(name: &str) -> (PathBuf, PathBuf) {
    let live = folder(&format!("{name}-live"));
    deploy(&copy_of(&format!("{ROOT}/dist"), &format!("{name}-first")), &live);
    let standard = live.join("standard.json");
    let text =
        fs::read_to_string(&standard).expect("a standard").replace("56 67 67 67", "11223344");
    fs::write(standard, text).expect("the standard is written");
    (live, copy_of(&format!("{ROOT}/target/dist-panic"), &format!("{name}-second")))
}

/// What the README tells to do.
fn deploy(version: &Path, live: &Path) {
    let mut script = Command::new("sh");
    script.arg("deploy/update.sh").args([version, live]).current_dir(ROOT);
    let output = script.output().expect("sh runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Types something while the planner has not come, because the connection is bad.
async fn type_without_planner(browser: &Browser) {
    browser.block(&["/planner.wasm"]).await;
    browser.open(Page::Dates).await;
    fill_decision(browser).await;
    see_planner_missing(browser).await;
}

async fn see_planner_missing(browser: &Browser) {
    browser.go(Page::Respite).await;
    browser.see("main [role=alert]", DA.waiting.missing).await;
    assert!(!browser.complaints().await.is_empty(), "it is told in the log, too");
}

/// Nothing that was typed is lost.
async fn see_what_was_typed(browser: &Browser) {
    browser.go(Page::Dates).await;
    assert_eq!(browser.typed("complaint-received").await, "5.3.2026");
}

/// The folder that the page's program has come from.
async fn version_shown(browser: &Browser) -> String {
    let script = "return document.querySelector('script[src]').src.split('/').at(-2)";
    browser.script(script, vec![]).await.as_str().expect("a folder").to_owned()
}

fn name_of(app: &Path) -> String {
    app.file_name().expect("a name").to_str().expect("text").to_owned()
}

async fn goes_on(kind: Kind) {
    let (live, new) = two_versions(&format!("update-{kind:?}"));
    let [first, second] = [app_of(&live), app_of(&new)].map(|app| name_of(&app));
    assert_ne!(first, second);
    let server = kind.serve(&live).await;
    in_browser_with(Setup::default(), server.address.clone(), async move |browser| {
        type_without_planner(&browser).await;
        deploy(&new, &live);
        browser.block(&[]).await;

        browser.press("fetch").await;
        browser.wait_for_page(Page::Respite).await;
        assert!(browser.count("main [data-day]").await >= 365, "the planner is there");
        assert_eq!(version_shown(&browser).await, first);
        see_what_was_typed(&browser).await;
        assert!(browser.ask("complaint").await.contains("2. april 2026"));

        browser.reload(Page::Dates).await;
        assert_eq!(version_shown(&browser).await, second);
        browser.go(Page::Respite).await;
        assert!(browser.count("main [data-day]").await >= 365, "the new planner");
        let own = browser.count("#crash a[href=\"tel:+4511223344\"]").await;
        assert_eq!(own, 1, "the municipality's own standard has stayed");
        let page = fs::read_to_string(live.join("index.html")).expect("a page");
        assert!(page.contains("tel:+4511223344"), "and the new pages are filled in from it");
    })
    .await;
}

async fn is_told(kind: Kind) {
    let (live, new) = two_versions(&format!("removed-{kind:?}"));
    let (old, second) = (app_of(&live), name_of(&app_of(&new)));
    let server = kind.serve(&live).await;
    in_browser_with(Setup::default(), server.address.clone(), async move |browser| {
        type_without_planner(&browser).await;
        deploy(&new, &live);
        fs::remove_dir_all(old).expect("the old version is there");
        browser.block(&[]).await;

        browser.press("fetch").await;
        browser
            .wait("the planner to be missed again", async || !browser.complaints().await.is_empty())
            .await;
        browser.see("main [role=alert]", DA.waiting.missing).await;
        browser.see("main", "hent hele siden igen").await;
        see_what_was_typed(&browser).await;
        browser.reload(Page::Dates).await;
        assert_eq!(version_shown(&browser).await, second);
        browser.go(Page::Respite).await;
    })
    .await;
}

#[tokio::test]
async fn an_open_page_goes_on_with_its_own_version_and_a_reload_shows_the_new_one() {
    for kind in BOTH {
        goes_on(kind).await;
    }
}

#[tokio::test]
async fn where_the_old_version_is_gone_the_person_is_told_and_loses_nothing() {
    for kind in BOTH {
        is_told(kind).await;
    }
}
