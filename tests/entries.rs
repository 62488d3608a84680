//! The pages that have a file of their own: `tools/entries.json` and the form they are made of.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use botilbud::app::page::Page;
use botilbud::rules::standard::{BUILT_IN, Standard};
use botilbud::text::words::DA;
use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn entries() -> Vec<Value> {
    serde_json::from_str(&read("tools/entries.json")).unwrap()
}

fn page_of(entry: &Value) -> Page {
    let fragment = entry["page"].as_str().unwrap();
    let (page, _) = Page::from_fragment(fragment);
    assert_eq!(page.fragment(), fragment, "the page is one of ours");
    page
}

/// A text of the Danish words by its path.
fn word(path: &Value) -> String {
    let (group, place) = path.as_str().unwrap().split_once('.').unwrap();
    let words: Value = serde_json::from_str(&read(&format!("locales/da/{group}.json"))).unwrap();
    let text = place.split('.').fold(&words, |inner, name| &inner[name]);
    text.as_str().or(text["close"].as_str()).unwrap_or_else(|| panic!("{path}")).to_owned()
}

#[test]
fn the_first_page_and_every_page_of_the_menu_have_one() {
    let entries = entries();
    let pages: Vec<Page> = entries.iter().map(page_of).collect();
    let standard = Standard::built_in().unwrap();
    let is_entry = |page: &Page| page.is_in_menu(&standard) || *page == Page::Front;
    for page in Page::ALL.into_iter().filter(is_entry) {
        assert_eq!(pages.iter().filter(|entry| **entry == page).count(), 1, "{page:?}");
    }
}

#[test]
fn files_are_named_as_the_pages_are_and_speak_as_they_do() {
    for entry in entries() {
        let page = page_of(&entry);
        let file = match page {
            Page::Front => "index.html".to_owned(),
            page => format!("{}.html", page.fragment().trim_start_matches('/')),
        };
        assert_eq!(entry["file"], *file);
        assert_eq!(word(&entry["title"]), page.title(&DA));
        for text in ["lead", "description"] {
            assert!(word(&entry[text]).len() > 40, "{file}: {text}");
        }
    }
}

/// The texts by which one would know the municipality.
fn own_words() -> Vec<String> {
    let standard: Value = serde_json::from_str(BUILT_IN).unwrap();
    let name = standard["municipality"].as_str().unwrap();
    let contacts = standard["contacts"].as_object().unwrap().values();
    let texts = contacts.filter_map(Value::as_str).chain(name.split(' ').take(1));
    texts.flat_map(|text| [text.to_owned(), text.replace(' ', "&nbsp;")]).collect()
}

#[test]
fn the_form_names_no_municipality() {
    let form = read("index.html");
    let own = own_words();
    assert!(own.len() >= 10);
    for word in own {
        assert!(!form.contains(&word), "index.html says {word}");
    }
}
