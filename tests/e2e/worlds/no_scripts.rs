//! JavaScript is off: every page can be read, leads to a phone number, and has nothing on it that
//! looks alive and is dead.

use serde_json::json;

use super::see_phone;
use crate::entries::entries;
use crate::support::{Setup, address_of, in_browser_with};

/// What is seen and could be pressed or typed in, and does nothing without the program.
const DEAD: &str = "
    const controls = 'button, input, select, textarea, summary, [tabindex]:not([tabindex=\"-1\"]), [role=button], a:not([href]), a[href^=\"#/\"]';
    return [...document.querySelectorAll(controls)]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map(({ outerHTML }) => outerHTML.slice(0, 120));
";

const ENDINGS: [&str; 3] = [".html", ".da-simple.html", ".en.html"];

#[tokio::test]
async fn each_page_is_read_and_nothing_on_it_is_dead() {
    let start = address_of("BOTILBUD_URL");
    let setup = Setup { scripts: false, ..Setup::default() };
    in_browser_with(setup, start.clone(), async move |browser| {
        for entry in entries() {
            let file = entry["file"].as_str().expect("a file");
            for ending in ENDINGS {
                let name = file.replace(".html", ending);
                browser.open_address(&format!("{start}{name}")).await;
                see_phone(&browser).await;
                assert!(browser.is_shown("#fallback").await, "{name}");
                assert!(!browser.is_shown("#loading").await, "{name}: nothing is on its way");
                assert_eq!(browser.script(DEAD, vec![]).await, json!([]), "{name}");
                for word in ["h1", ".font-lead"] {
                    assert!(browser.text(word).await.len() > 5, "{name}: {word}");
                }
            }
        }
        browser.keep_drawn("a page without scripts").await;

        // The check sees what it is there for.
        let seed = "document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])";
        browser.script(seed, vec![json!("<button>x</button><a href='#/tjek'>x</a>")]).await;
        assert_eq!(browser.script(DEAD, vec![]).await.as_array().map(Vec::len), Some(2));
    })
    .await;
}

#[tokio::test]
async fn the_other_languages_are_a_link_away() {
    let start = address_of("BOTILBUD_URL");
    let setup = Setup { scripts: false, ..Setup::default() };
    in_browser_with(setup, start.clone(), async move |browser| {
        browser.open_address(&format!("{start}datoer.html")).await;
        let link = "return document.querySelector(arguments[0]).href";
        for language in ["en", "da-simple", "da"] {
            let link = browser.script(link, vec![json!(format!("a[hreflang={language}]"))]).await;
            browser.open_address(link.as_str().expect("an address")).await;
            browser.see("#fallback", "JavaScript").await;
            let spoken = browser.script("return document.documentElement.lang", vec![]).await;
            assert_eq!(spoken, json!(language));
        }
    })
    .await;
}
