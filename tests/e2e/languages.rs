//! Three languages: each page has a file in each, and the language can be changed at any time.

use std::fs;

use botilbud::app::page::Page;
use botilbud::text::marks::plain;
use botilbud::text::words::{DA, Language};
use serde_json::json;

use crate::entries::entries;
use crate::fallback::copy_of_dist;
use crate::payment::tick;
use crate::respite::fill_stay;
use crate::support::{
    Browser, Setup, Site, address_of, app_of, get, host, in_browser, in_browser_with, words_of,
};

const OTHERS: [Language; 2] = [Language::EasyDanish, Language::English];

#[test]
fn the_browser_loads_the_words_that_the_program_was_built_with() {
    let app = app_of(concat!(env!("CARGO_MANIFEST_DIR"), "/dist").as_ref());
    for language in Language::ALL {
        for (part, words) in ["first", "later"].iter().zip(language.files()) {
            let file = app.join(format!("words/{}.{part}.txt", language.code()));
            assert!(fs::read_to_string(&file).unwrap() == words, "{}", file.display());
        }
    }
}

#[test]
fn each_page_has_a_file_in_each_language_readable_without_the_program() {
    for entry in entries() {
        let page = Page::from_fragment(entry["page"].as_str().unwrap()).0;
        for language in Language::ALL.iter().copied() {
            let file = language.file(entry["file"].as_str().unwrap());
            let (head, html) = get(&format!("{}{file}", address_of("BOTILBUD_URL")));
            assert!(head.starts_with("HTTP/1.1 200"), "{file}: {head}");
            let title = plain(page.title(words_of(language)));
            for part in [
                format!("<html lang=\"{}\"", language.code()),
                format!("<h1>{title}</h1>"),
                // By this link public/boot.js knows whose words to fetch.
                format!("hreflang=\"{}\" aria-current=\"true\"", language.code()),
            ] {
                assert!(html.contains(&part), "{part} in {file}");
            }
            for other in Language::ALL {
                let link =
                    format!("href=\"./{}\" lang=", other.file(entry["file"].as_str().unwrap()));
                assert!(html.contains(&link), "{link} in {file}");
            }
        }
    }
}

/// Where the focus is, and in which language it is.
async fn focus(browser: &Browser) -> serde_json::Value {
    let script = "
        const { activeElement: here } = document;
        return [here.id, here.getAttribute('aria-current')];
    ";
    browser.script(script, vec![]).await
}

#[tokio::test]
async fn another_language_takes_over_every_answer_and_stays_when_loaded_again() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.go(Page::Payment).await;
        tick(&browser, "pay-lease").await;
        browser.fill_date("born", "4 5 1999").await;
        for language in OTHERS {
            let words = words_of(language);
            browser.speak(language, Page::Payment).await;
            let address = browser.address_shown().await;
            let file = format!("/{}#/egenbetaling", language.file("index.html"));
            assert!(address.ends_with(&file), "{address}");
            assert_eq!(
                focus(&browser).await,
                json!([format!("language-{}", language.code()), "true"])
            );
            assert_eq!(browser.typed("born-year").await, "1999");
            browser.see("main", &plain(words.payment.lead)).await;
            browser.see("footer", words.frame.estimate_only).await;
            browser.inspect("another language").await;
            browser.go_in(Page::Respite, language).await;
            assert_eq!(browser.count("[id^=stay-][id$=-arrival]").await, 1);
            browser.go_in(Page::Payment, language).await;
        }
        browser.reload_in(Page::Payment, Language::English).await;
    })
    .await;
}

#[tokio::test]
async fn an_error_and_a_date_are_said_in_the_new_language() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        browser.submit("complaint").await;
        browser.see("main .alert-error", DA.errors.summary(2).as_str()).await;
        browser.speak(Language::English, Page::Dates).await;
        let words = words_of(Language::English);
        browser.see("main .alert-error", words.errors.summary(2).as_str()).await;
        browser.speak(Language::Danish, Page::Dates).await;
        browser.see("main .alert-error", DA.errors.summary(2).as_str()).await;
    })
    .await;
}

#[tokio::test]
async fn a_language_that_cannot_be_fetched_is_told_and_nothing_is_lost() {
    let copy = copy_of_dist("without-english");
    let words = app_of(&copy).join("words");
    let [there, gone] = ["en.later.txt", "gone.txt"].map(|name| words.join(name));
    for packed in ["br", "gz"] {
        fs::remove_file(words.join(format!("en.later.txt.{packed}"))).unwrap();
    }
    fs::rename(&there, &gone).unwrap();
    let site = Site::of(copy).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open(Page::Payment).await;
        browser.fill_date("born", "4 5 1999").await;
        browser.click("header #language-en").await;
        browser.see("#main-content [role=alert]", &DA.frame.language_missing("English")).await;
        assert_eq!(browser.typed("born-year").await, "1999");
        assert!(!browser.complaints().await.is_empty(), "it is told in the log, too");
        fs::rename(&gone, &there).unwrap();
        browser.speak(Language::English, Page::Payment).await;
        assert_eq!(browser.typed("born-year").await, "1999");
        assert_eq!(browser.count("#main-content [role=alert]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_page_in_a_frame_speaks_the_language_that_its_host_asks_for() {
    let folder = address_of("BOTILBUD_SUBPATH_URL");
    let page = format!(
        "<a href=\"{folder}index.html\" data-botilbud data-tool=payment data-lang=en>Payment</a>\
         <script src=\"{folder}embed-1.js\"></script>"
    );
    in_browser(async move |browser| {
        browser.open_address(&host(page)).await;
        browser.enter_frame().await;
        browser.wait_for_page_in(Page::Payment, Language::English).await;
        browser.see("main", &plain(words_of(Language::English).payment.lead)).await;
        browser.click(".frame-end [data-act=\"speak:da\"]").await;
        browser.wait_for_page_in(Page::Payment, Language::Danish).await;
    })
    .await;
}

#[tokio::test]
async fn a_term_is_explained_where_it_stands() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        let term = "main .term[popovertarget=term-housing]";
        browser.see(term, "botilbud").await;
        browser.click(term).await;
        browser.see("#term-housing", DA.glossary.terms.housing.meaning).await;
        assert!(browser.is_shown("#term-housing").await);
        browser.inspect("an explanation is open").await;
        browser.key('\u{e00c}').await;
        assert!(!browser.is_shown("#term-housing").await, "Escape closes it");
        let focus = "return document.activeElement.getAttribute('popovertarget')";
        assert_eq!(browser.script(focus, vec![]).await, json!("term-housing"));
    })
    .await;
}
