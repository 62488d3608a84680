//! A browser of somebody who reads another language: numbers, dates and words stay those of the
//! language that the page is in.

use std::cell::OnceCell;
use std::rc::Rc;

use botilbud::app::page::Page;
use serde_json::json;

use crate::dates::fill_decision;
use crate::payment::fill_budget;
use crate::respite::fill_stay;
use crate::support::{Ability, Browser, Setup, address_of, in_browser_with};

/// What is read where numbers and dates are.
async fn read(browser: &Browser) -> Vec<String> {
    browser.open(Page::Payment).await;
    fill_budget(browser).await;
    browser.ask("payment").await;
    browser.rest().await;
    let mut texts = vec![browser.page_text().await];
    browser.go(Page::Dates).await;
    fill_decision(browser).await;
    texts.push(browser.ask("complaint").await);
    browser.go(Page::Respite).await;
    fill_stay(browser, 1, "6.3.2026", "9.3.2026").await;
    browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
    // What is said lags a second behind.
    browser.rest().await;
    texts.push(browser.page_text().await);
    browser.go(Page::Rates).await;
    texts.push(browser.text("body").await);
    texts
}

#[tokio::test]
async fn the_language_of_the_browser_changes_nothing() {
    let danish = Rc::new(OnceCell::new());
    for languages in ["da", "en-US,en", "ar-EG,ar", "he"] {
        let danish = Rc::clone(&danish);
        let setup = Setup { languages, ..Setup::default() };
        in_browser_with(setup, address_of("BOTILBUD_URL"), async move |browser| {
            browser.need(Ability::Languages);
            let texts = read(&browser).await;
            let danish = danish.get_or_init(|| texts.clone());
            assert_eq!(texts, *danish, "{languages}");
            for text in ["7.800 kr.", "2. april 2026", "fredag den 6. marts 2026", "17. april 2023"]
            {
                assert!(texts.iter().any(|page| page.contains(text)), "{text}");
            }
            let state = "
                return [navigator.language, document.documentElement.lang, document.dir,
                    getComputedStyle(document.body).direction];
            ";
            let first = languages.split(',').next();
            let expected = json!([first, "da", "", "ltr"]);
            assert_eq!(browser.script(state, vec![]).await, expected);
            // What the browser itself would write, so that the test is not blind.
            let number = browser.script("return (7800.5).toLocaleString()", vec![]).await;
            assert!(first == Some("da") || number != json!("7.800,5"), "{languages}");
        })
        .await;
    }
}
