//! Every page that has a file of its own can be read without the program, and opens with it.

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use serde_json::Value;

use crate::respite::fill_stay;
use crate::support::{Setup, address_of, get, in_browser_with};

/// The rows of the table that the build makes the pages of.
pub fn entries() -> Vec<Value> {
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/entries.json");
    let table = std::fs::read_to_string(table).expect("the table");
    serde_json::from_str(&table).expect("the table is a list")
}

fn page_of(entry: &Value) -> Page {
    Page::from_fragment(entry["page"].as_str().expect("a page")).0
}

/// The address of an entry, under a path.
fn address_of_entry(entry: &Value) -> String {
    format!("{}{}", address_of("BOTILBUD_SUBPATH_URL"), entry["file"].as_str().expect("a file"))
}

#[test]
fn each_has_words_of_its_own_before_any_script() {
    for entry in entries() {
        let (head, html) = get(&address_of_entry(&entry));
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let title = page_of(&entry).title(&DA);
        let window = DA.pages.window_title(title, "Køge Kommune");
        assert!(html.contains(&format!(">{window}</title>")), "{html}");
        assert!(html.contains(&format!("<h1>{title}</h1>")), "{html}");
        for empty in ["content=\"\"", "font-lead\"></p>", "{{"] {
            assert!(!html.contains(empty), "{empty} in {html}");
        }
    }
}

#[tokio::test]
async fn each_opens_its_page_where_the_address_names_none() {
    let start = address_of("BOTILBUD_SUBPATH_URL");
    in_browser_with(Setup::default(), start, async |browser| {
        for entry in entries() {
            let address = address_of_entry(&entry);
            browser.open_address(&address).await;
            browser.wait_for_page(page_of(&entry)).await;
            assert_eq!(browser.address_shown().await, address, "nothing is added to it");
        }
    })
    .await;
}

#[tokio::test]
async fn fragments_go_before_it_and_back_leads_to_it() {
    let start = format!("{}datoer.html", address_of("BOTILBUD_SUBPATH_URL"));
    in_browser_with(Setup::default(), start.clone(), async move |browser| {
        browser.open(Page::Respite).await;
        browser.open_address(&start).await;
        browser.wait_for_page(Page::Dates).await;
        browser.go(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.go(Page::Dates).await;
        browser.back_to(Page::Respite).await;
        browser.back_to(Page::Dates).await;
        assert_eq!(browser.address_shown().await, start);
        browser.forward_to(Page::Respite).await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
        browser.click("header .site-name").await;
        browser.wait_for_page(Page::Front).await;
    })
    .await;
}

#[tokio::test]
async fn without_scripts_each_says_what_it_is_for_and_whom_to_ask() {
    let start = address_of("BOTILBUD_SUBPATH_URL");
    in_browser_with(Setup { scripts: false, ..Setup::default() }, start, async |browser| {
        for entry in entries() {
            browser.open_address(&address_of_entry(&entry)).await;
            browser.see("h1", page_of(&entry).title(&DA)).await;
            assert!(browser.text(".font-lead").await.len() > 40);
            browser.see("#fallback", "56 67 67 67").await;
            assert!(browser.is_shown("#fallback").await);
            assert!(!browser.is_shown("#loading").await);
        }
    })
    .await;
}
