//! Every page without a barrier that axe-core knows, and without scrolling sideways. Results and
//! errors are inspected by the tests that bring them about.

use botilbud::app::page::Page;
use serde_json::json;

use crate::support::in_browser;

#[tokio::test]
async fn every_page_is_without_barriers_at_every_width() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        for page in Page::ALL {
            browser.go(page).await;
            browser.inspect(&format!("{page:?}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_open_menu_is_without_barriers() {
    in_browser(async |browser| {
        browser.set_width(360).await;
        browser.open(Page::Respite).await;
        browser.click("header summary").await;
        assert!(browser.is_shown("header details ul a").await);
        assert_eq!(browser.violations().await, Vec::<String>::new());
        browser.go(Page::Dates).await;
        assert!(!browser.is_shown("header details ul a").await, "the menu closes");
    })
    .await;
}

#[tokio::test]
async fn a_seeded_barrier_is_found() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        assert_eq!(browser.violations().await, Vec::<String>::new());
        let seeds = [
            ("label", "document.querySelector('label[for=calendar-title]').remove()"),
            ("image-alt", "document.querySelector('main').append(document.createElement('img'))"),
            ("color-contrast", "document.querySelector('h1').style.color = '#eee'"),
            ("target-size", "
                document.querySelector('main').insertAdjacentHTML('beforeend', '<p><button id=s1>x</button><button id=s2>x</button></p>');
                for (const id of ['s1', 's2']) {
                    const { style } = document.getElementById(id);
                    for (const side of ['width', 'height', 'minWidth', 'minHeight']) style[side] = '9px';
                    style.padding = '0'; style.margin = '0'; style.border = '0'; style.display = 'inline-block';
                }"),
        ];
        for (rule, seed) in seeds {
            browser.script(seed, vec![]).await;
            let found = browser.violations().await;
            assert!(found.iter().any(|line| line.starts_with(rule)), "{rule}: {found:#?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_seeded_width_is_found() {
    in_browser(async |browser| {
        browser.set_width(320).await;
        browser.open(Page::Respite).await;
        assert_eq!(browser.script("return innerWidth", vec![]).await, json!(320));
        assert_eq!(browser.sticking_out().await, Vec::<String>::new());
        browser.script("document.querySelector('h1').style.width = '330px'", vec![]).await;
        assert_ne!(browser.sticking_out().await, Vec::<String>::new());
    })
    .await;
}
