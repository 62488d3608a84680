//! The program is refused, broken or missing: the page says what it cannot do and whom to call.

use std::fs;
use std::path::{Path, PathBuf};

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use serde_json::json;

use super::see_phone;
use crate::fallback::copy_of_dist;
use crate::support::{Browser, Setup, Site, app_of, in_browser, in_browser_with};

async fn see_fallback(browser: &Browser) {
    browser.wait("the fallback", async || browser.is_shown("#fallback").await).await;
    browser.see("#fallback", DA.shell.cannot_run).await;
    see_phone(browser).await;
    assert!(!browser.page_text().await.contains(DA.shell.loading), "nothing is on its way");
    assert!(!browser.complaints().await.is_empty(), "it is told in the log, too");
}

#[tokio::test]
async fn a_browser_without_web_assembly() {
    for refusal in [
        "delete globalThis.WebAssembly;",
        "WebAssembly.instantiate = WebAssembly.instantiateStreaming = WebAssembly.compile =
             WebAssembly.compileStreaming = async () => { throw new WebAssembly.CompileError('no'); };
         WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('no'); } };",
    ] {
        in_browser(async move |browser| {
            browser.before_scripts(refusal).await;
            browser.open_address(&browser.address(Page::Payment)).await;
            see_fallback(&browser).await;
            browser.inspect("a browser without WebAssembly").await;
        })
        .await;
    }
}

/// Changes every page of a folder.
fn edit_pages(folder: &Path, change: impl Fn(&str) -> String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let file = entry.expect("an entry").path();
        if file.extension().is_some_and(|kind| kind == "html") {
            let page = fs::read_to_string(&file).expect("a page");
            fs::write(&file, change(&page)).expect("the page is written");
            forget_packed(&file);
        }
    }
}

/// Takes away the compressed forms of a file.
fn forget_packed(file: &Path) {
    for packed in ["br", "gz"] {
        let name = format!("{}.{packed}", file.display());
        // Small files have none.
        let _ = fs::remove_file(name);
    }
}

/// Leaves of a file what a connection that broke would.
fn break_off(file: &Path) {
    let bytes = fs::read(file).expect("a file to break off");
    fs::write(file, &bytes[..bytes.len() / 2]).expect("half of it is written");
    forget_packed(file);
}

async fn on_site(folder: PathBuf, test: impl AsyncFnOnce(Browser) + 'static) {
    let site = Site::of(&folder).await;
    in_browser_with(Setup::default(), site.address.clone(), test).await;
}

#[tokio::test]
async fn a_policy_that_refuses_it() {
    let folder = copy_of_dist("no-wasm-policy");
    edit_pages(&folder, |page| {
        assert!(page.contains("'wasm-unsafe-eval'") || !page.contains("boot.js"));
        page.replace(" 'wasm-unsafe-eval'", "")
    });
    on_site(folder, async |browser| {
        browser.open_address(&browser.address(Page::Payment)).await;
        see_fallback(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn a_program_that_broke_off() {
    for file in ["botilbud_bg.wasm", "botilbud.js"] {
        let folder = copy_of_dist(&format!("broken-off-{file}"));
        break_off(&app_of(&folder).join(file));
        on_site(folder, async |browser| {
            browser.open_address(&browser.address(Page::Payment)).await;
            see_fallback(&browser).await;
        })
        .await;
    }
}

#[tokio::test]
async fn words_that_broke_off_or_did_not_come() {
    for is_there in [true, false] {
        let folder = copy_of_dist(&format!("words-{is_there}"));
        let words = app_of(&folder).join("words/da.first.txt");
        match is_there {
            true => break_off(&words),
            false => {
                forget_packed(&words);
                fs::remove_file(&words).expect("words");
            }
        }
        on_site(folder, async move |browser| {
            browser.open_address(&browser.address(Page::Payment)).await;
            match is_there {
                // The program has started, and stops.
                true => browser.see("#crash", DA.shell.crashed).await,
                false => browser.see("#fallback", DA.shell.cannot_run).await,
            }
            see_phone(&browser).await;
            assert!(!browser.complaints().await.is_empty());
        })
        .await;
    }
}

#[tokio::test]
async fn a_start_that_broke_off_or_did_not_come() {
    for is_there in [true, false] {
        let folder = copy_of_dist(&format!("boot-{is_there}"));
        let boot = app_of(&folder).join("boot.js");
        break_off(&boot);
        if !is_there {
            fs::remove_file(&boot).expect("the script that starts the program");
        }
        on_site(folder, async |browser| {
            browser.open_address(&browser.address(Page::Payment)).await;
            // No script of ours is there to say that none is there.
            browser.wait("the number", async || browser.is_shown(".loading-late").await).await;
            see_phone(&browser).await;
            browser.inspect("a page without its script").await;
            assert!(!browser.complaints().await.is_empty());
        })
        .await;
    }
}

#[tokio::test]
async fn a_second_file_that_broke_off() {
    let folder = copy_of_dist("broken-off-planner");
    break_off(&app_of(&folder).join("planner.wasm"));
    on_site(folder, async |browser| {
        browser.open(Page::Payment).await;
        browser.fill_date("born", "4 5 1999").await;
        browser.go(Page::Respite).await;
        browser.see("main [role=alert]", DA.waiting.missing).await;
        see_phone(&browser).await;
        browser.go(Page::Payment).await;
        assert_eq!(browser.typed("born-year").await, "1999");
        assert!(!browser.complaints().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_standard_that_broke_off() {
    let folder = copy_of_dist("broken-off-standard");
    break_off(&folder.join("standard.json"));
    on_site(folder, async |browser| {
        browser.open_address(&browser.address(Page::Payment)).await;
        browser.see("main", DA.trouble.wrong).await;
        see_phone(&browser).await;
        browser.inspect("a standard that broke off").await;
    })
    .await;
}

/// Every file of a kind comes under a wrong name of its kind.
const WRONG_KIND: &str = "
    const fetch = window.fetch;
    window.fetch = async (...request) => {
        const answer = await fetch(...request);
        const headers = { 'Content-Type': 'text/plain' };
        const url = String(request[0]?.url ?? request[0]);
        if (!url.endsWith('.wasm')) return answer;
        return Object.defineProperty(new Response(answer.body, { headers }), 'url', { value: url });
    };
";

#[tokio::test]
async fn a_server_that_calls_the_program_by_a_wrong_name_is_understood() {
    in_browser(async |browser| {
        browser.before_scripts(WRONG_KIND).await;
        browser.open(Page::Respite).await;
        assert!(browser.count("main [data-day]").await >= 365);
        // The glue code says that it had to wait for the whole file.
        let complaints = browser.complaints().await;
        assert!(complaints.iter().all(|line| line.contains("MIME")), "{complaints:#?}");
        assert_eq!(browser.script("return typeof WebAssembly", vec![]).await, json!("object"));
    })
    .await;
}
