//! What the pages point to is there, in every file that is deployed; `Browser::inspect` asks the
//! same of every state that a test looks at.

use std::path::Path;

use botilbud::app::page::Page;

use crate::support::{Setup, address_of, in_browser, in_browser_with};

#[tokio::test]
async fn every_page_as_it_is_served_points_to_what_is_there() {
    let start = address_of("BOTILBUD_URL");
    in_browser_with(
        Setup { scripts: false, ..Setup::default() },
        start.clone(),
        async move |browser| {
            let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
            let files =
                std::fs::read_dir(dist).expect("dist/").map(|file| file.unwrap().file_name());
            let files = files.map(|name| name.into_string().expect("a name"));
            let pages: Vec<String> = files.filter(|name| name.ends_with(".html")).collect();
            assert!(pages.len() >= 14, "{pages:?}");
            for page in pages {
                browser.open_address(&format!("{start}{page}")).await;
                assert_eq!(browser.dangling().await, Vec::<String>::new(), "{page}");
            }
        },
    )
    .await;
}

#[tokio::test]
async fn what_points_to_nothing_is_found() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        assert_eq!(browser.dangling().await, Vec::<String>::new());
        for fine in [
            "<a href=#page-heading>x</a>",
            "<a href=#/tjek/2>x</a>",
            "<a href=./om.html#/aflastning>x</a>",
            "<a href=tel:+4512345678>x</a>",
            "<a href=mailto:a.b@c.example>x</a>",
        ] {
            assert_eq!(seed(&browser, fine).await, Vec::<String>::new(), "{fine}");
        }
        for fault in [
            "<a href=#nowhere>x</a>",
            "<a href=#/nowhere>x</a>",
            "<a href=#/tjek/none>x</a>",
            "<a href=./nowhere.html>x</a>",
            "<a href=om.html>x</a>",
            "<a href=/index.html>x</a>",
            "<a href=tel:12345678>x</a>",
            "<a href=mailto:nobody>x</a>",
            "<a href=http://www.borger.dk/>x</a>",
            "<a href='javascript:alert(1)'>x</a>",
            "<label for=nowhere>x</label>",
            "<p aria-describedby='page-heading nowhere'>x</p>",
            "<svg><use href=#i-nothing></use></svg>",
            "<p id=page-heading>x</p>",
        ] {
            assert!(!seed(&browser, fault).await.is_empty(), "{fault}");
        }
    })
    .await;
}

/// What is found when this stands on the page, too.
async fn seed(browser: &crate::support::Browser, html: &str) -> Vec<String> {
    let add = "
        document.getElementById('seed')?.remove();
        document.querySelector('main').insertAdjacentHTML('beforeend', '<div id=seed></div>');
        document.getElementById('seed').innerHTML = arguments[0];
    ";
    browser.script(add, vec![serde_json::json!(html)]).await;
    browser.dangling().await
}
