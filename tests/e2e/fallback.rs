//! Where the program cannot run, the page says what it would do and whom to ask.

use std::fs;
use std::path::PathBuf;

use crate::support::{Browser, Setup, Site, address_of, app_of, copy_of, in_browser_with};

async fn see_fallback(browser: &Browser) {
    for text in [
        "Botilbud og aflastning",
        "Beregneren kan ikke køre i din browser",
        "om et botilbud kan være noget for dig",
        "aflastning",
        "hvad du kan komme til at betale",
        "Torvet 1",
        "4600 Køge",
        "56 67 67 67",
        "Kvalitetsstandard for midlertidige botilbud efter § 107",
        "Kvalitetsstandard for længerevarende botilbud § 108 og § 105",
    ] {
        browser.see("body", text).await;
    }
    assert!(browser.is_shown("#fallback").await);
    assert!(!browser.page_text().await.contains("ved at blive hentet"), "nothing is on its way");
}

#[tokio::test]
async fn without_scripts() {
    let setup = Setup { scripts: false, ..Setup::default() };
    let address = address_of("BOTILBUD_URL");
    in_browser_with(setup, address.clone(), async move |browser| {
        browser.open_address(&address).await;
        see_fallback(&browser).await;
        let drawn = browser.count(".site-footer").await;
        assert_eq!(drawn, 0, "the program has not run");
    })
    .await;
}

#[tokio::test]
async fn without_the_program() {
    let site = Site::of(half_a_program("half-a-program")).await;
    let address = site.address.clone();
    in_browser_with(Setup::default(), address.clone(), async move |browser| {
        browser.open_address(&address).await;
        see_fallback(&browser).await;
        let complaints = browser.complaints().await;
        // Each engine has its own words for it; Firefox takes a program that breaks off for one that
        // it has no memory for.
        let words = ["WebAssembly", "wasm ", "InternalError: out of memory"];
        let names_it = |line: &String| words.iter().any(|words| line.contains(words));
        assert!(complaints.iter().any(names_it), "{complaints:#?}");
    })
    .await;
}

/// dist/ as a connection that broke would leave it.
pub fn half_a_program(name: &str) -> PathBuf {
    let copy = copy_of_dist(name);
    let program = app_of(&copy).join("botilbud_bg.wasm");
    let bytes = fs::read(&program).expect("dist/ has a program");
    fs::write(&program, &bytes[..bytes.len() / 2]).expect("half of it is written");
    for packed in ["br", "gz"] {
        fs::remove_file(program.with_extension(format!("wasm.{packed}"))).expect("a packed form");
    }
    copy
}

/// A copy of dist/ to change.
pub fn copy_of_dist(name: &str) -> PathBuf {
    copy_of(concat!(env!("CARGO_MANIFEST_DIR"), "/dist"), name)
}
