//! Keeping what is typed: on this device, as a file, with more than one window, and with a browser
//! that keeps nothing.

use std::path::{Path, PathBuf};

use botilbud::app::page::Page;
use serde_json::json;

use crate::overview::ask_everything;
use crate::support::{Browser, in_browser};

/// The file that was saved into a folder, when it is there whole.
pub async fn saved(browser: &Browser, folder: &Path, beginning: &str) -> (PathBuf, String) {
    let find = || {
        let files = std::fs::read_dir(folder).expect("the folder is there");
        let mut paths = files.filter_map(|file| Some(file.ok()?.path()));
        paths.find(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.starts_with(beginning) && name.ends_with(".json")
        })
    };
    let text = || find().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    browser.wait("the saved file", async || text().ends_with('}')).await;
    (find().expect("the file is there"), text())
}

async fn kept(browser: &Browser) -> String {
    let kept = browser.script("return localStorage.getItem('botilbud')", vec![]).await;
    kept.as_str().unwrap_or_default().to_owned()
}

async fn keep(browser: &Browser) {
    browser.go(Page::Overview).await;
    browser.press("keep:this").await;
    browser.wait_for_focus("kept").await;
    browser.see("#kept", "Dine svar bliver gemt på denne enhed").await;
}

#[tokio::test]
async fn what_is_kept_on_the_device_comes_back_when_it_is_asked_for() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        browser.fill("born-year", "1950").await;
        browser.go(Page::Overview).await;
        assert_eq!(browser.script("return localStorage.length", vec![]).await, json!(0));
        keep(&browser).await;
        assert!(kept(&browser).await.contains("\"born-year\":\"1950\""));

        // Every change is kept.
        browser.go(Page::Payment).await;
        browser.fill("born-year", "1960").await;
        browser.wait("the change to be kept", async || kept(&browser).await.contains("1960")).await;

        // The next time it waits to be asked for, on whatever page.
        browser.open(Page::Payment).await;
        browser.see("#kept", "Der er gemt svar på denne enhed").await;
        assert_eq!(browser.typed("born-year").await, "");
        browser.press("keep:take").await;
        browser.wait_for_focus("page-heading").await;
        assert_eq!(browser.typed("born-year").await, "1960");

        // And it can be deleted.
        browser.go(Page::Overview).await;
        browser.press("keep:forget").await;
        browser.see("#kept", "Så er svarene her, næste gang").await;
        assert_eq!(browser.script("return localStorage.length", vec![]).await, json!(0));
        browser.go(Page::Payment).await;
        assert_eq!(browser.typed("born-year").await, "1960", "what is on the screen stays");
    })
    .await;
}

#[tokio::test]
async fn two_windows_ask_before_one_takes_the_place_of_the_other() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        browser.fill("born-year", "1950").await;
        keep(&browser).await;
        let first = browser.window().await;
        let second = browser.open_window().await;
        browser.switch_to(&second).await;
        browser.open(Page::Payment).await;
        browser.press("keep:take").await;
        browser.fill("born-year", "1970").await;
        browser.wait("the other's change", async || kept(&browser).await.contains("1970")).await;

        browser.switch_to(&first).await;
        browser.see("#kept", "Et andet vindue har gemt noget nyere").await;
        browser.go(Page::Payment).await;
        assert_eq!(browser.typed("born-year").await, "1950");
        browser.fill("born-month", "3").await;
        browser.rest().await;
        assert!(!kept(&browser).await.contains("born-month"), "the other's is not overwritten");
        browser.press("keep:take").await;
        assert_eq!(browser.typed("born-year").await, "1970");

        // What the other window deletes is said, and not brought back.
        browser.switch_to(&second).await;
        browser.go(Page::Overview).await;
        browser.see("#kept", "Dine svar bliver gemt").await;
        browser.press("keep:forget").await;
        browser.switch_to(&first).await;
        browser.see("#kept", "Det gemte er slettet i et andet vindue").await;
        browser.fill("born-month", "4").await;
        browser.rest().await;
        assert_eq!(kept(&browser).await, "");
        assert_eq!(browser.typed("born-year").await, "1970");
        browser.press("keep:this").await;
        browser.wait("it to be kept again", async || kept(&browser).await.contains("1970")).await;
    })
    .await;
}

#[tokio::test]
async fn what_came_unnoticed_is_not_overwritten() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        browser.fill("born-year", "1950").await;
        keep(&browser).await;
        // A window hears nothing of what changes in itself: as if the news had not come.
        let change = "
            const kept = localStorage.getItem('botilbud').replace('1950', '1970');
            localStorage.setItem('botilbud', kept);
        ";
        browser.script(change, vec![]).await;
        browser.go(Page::Payment).await;
        browser.fill("born-month", "3").await;
        browser.see("#kept", "Et andet vindue har gemt noget nyere").await;
        assert!(kept(&browser).await.contains("1970"));
        browser.script("localStorage.removeItem('botilbud')", vec![]).await;
        browser.press("keep:this").await;
        browser.see("#kept", "Det gemte er slettet i et andet vindue").await;
        assert_eq!(kept(&browser).await, "");
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_or_has_no_room_is_told() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        browser.fill("born-year", "1950").await;
        keep(&browser).await;
        // Room for what is there, and for nothing more.
        let fill = "
            let size = 5 * 1024 * 1024;
            let text = '';
            while (size >= 1) {
                try { localStorage.setItem('x', text + 'x'.repeat(size)); text += 'x'.repeat(size); }
                catch { size = Math.floor(size / 2); }
            }
        ";
        browser.script(fill, vec![]).await;
        browser.go(Page::Payment).await;
        browser.fill("born-month", "12").await;
        browser.see("#kept", "Der er ikke plads til at gemme mere").await;
        assert!(kept(&browser).await.contains("1950"), "what was kept before is still there");
        assert_eq!(browser.typed("born-month").await, "12");
        browser.script("localStorage.removeItem('x')", vec![]).await;
        browser.press("keep:this").await;
        browser.wait("it to be kept", async || kept(&browser).await.contains("born-month")).await;

        let block = "
            Object.defineProperty(window, 'localStorage', {
                get() { throw new DOMException('no', 'SecurityError'); }
            });
        ";
        browser.script(block, vec![]).await;
        browser.fill("born-month", "11").await;
        browser.see("#kept", "Browseren vil ikke gemme for denne side").await;
        assert_eq!(browser.typed("born-month").await, "11");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_stays_as_it_is() {
    in_browser(async |browser| {
        for (text, said) in [
            ("{\"case_file\":2,\"pro", "De er gået i stykker."),
            ("{\"case_file\":99}", "De er gemt med en nyere udgave af siden."),
        ] {
            browser.open(Page::Payment).await;
            let put = "localStorage.setItem('botilbud', arguments[0])";
            browser.script(put, vec![json!(text)]).await;
            browser.open(Page::Payment).await;
            browser.see("#kept", said).await;
            browser.fill("born-year", "1950").await;
            browser.rest().await;
            assert_eq!(kept(&browser).await, text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_file_brings_everything_back() {
    in_browser(async move |browser| {
        let folder = browser.saved().to_owned();
        browser.open(Page::Front).await;
        ask_everything(&browser).await;
        let before = browser.text(".meeting").await;
        assert!(before.contains("Skøn over betalingen"), "{before}");
        browser.press("keep:save").await;
        let (path, text) = saved(&browser, &folder, "botilbud-2026-03-09").await;
        assert!(text.starts_with("{\"case_file\":"), "{text}");
        browser.click("main details:has([data-act=clear]) summary").await;
        browser.press("clear").await;
        browser.wait_for_focus("case-opened").await;
        assert_eq!(browser.count(".meeting").await, 0);

        browser.choose_file("case-file", &path).await;
        browser.wait_for_focus("case-opened").await;
        browser.see("#case-opened", "Dine svar fra den 9. marts 2026 er her nu.").await;
        assert_eq!(browser.text(".meeting").await, before);

        // Over something typed it asks, and a broken file changes nothing.
        browser.go(Page::Payment).await;
        browser.fill("born-year", "1960").await;
        browser.go(Page::Overview).await;
        browser.choose_file("case-file", &path).await;
        browser.see("#case-opened", "Skal filen erstatte det, du har skrevet?").await;
        browser.press("keep:leave-case").await;
        let broken = folder.join("broken.json");
        std::fs::write(&broken, text.replace("born-year", "born-hour")).expect("a broken file");
        browser.choose_file("case-file", &broken).await;
        browser.see("#case-opened", "Den er gået i stykker ved »fields.born-hour«.").await;
        browser.go(Page::Payment).await;
        assert_eq!(browser.typed("born-year").await, "1960");
    })
    .await;
}
