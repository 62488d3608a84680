//! The page with the licences of what is shipped.

use std::collections::BTreeSet;
use std::process::Command;

use botilbud::app::page::Page;
use serde_json::{Value, json};

use crate::support::{Setup, address_of, in_browser_with};

/// The crates that cargo builds the program from, and their versions.
fn crates() -> BTreeSet<String> {
    let edges = ["--edges", "normal,no-proc-macro", "--no-default-features", "--features", "pages"];
    let output = Command::new("cargo")
        .args(["tree", "--locked", "--offline", "--target", "wasm32-unknown-unknown"])
        .args(["--prefix", "none", "--format", "{p}"])
        .args(edges)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let text = String::from_utf8(output.stdout).expect("text");
    let named = text.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?.trim_start_matches('v')))
    });
    named.filter(|name| !name.starts_with("botilbud ")).collect()
}

const READ: &str = "
    const parts = [...document.querySelectorAll('section:first-of-type li')].map((item) => {
        const link = item.querySelector('a');
        const heading = document.getElementById(link.hash.slice(1));
        let text = heading?.nextElementSibling;
        if (text?.lang !== 'en') text = text?.nextElementSibling;
        const licence = item.textContent.split(': ').at(-1);
        return { name: link.textContent, licence, text: text?.lang === 'en' ? text.innerText : '' };
    });
    const texts = [...document.querySelectorAll('[lang=en]')].map(({ innerText }) => innerText);
    return { parts, texts, lang: document.documentElement.lang };
";

/// What a licence's text must have in it.
fn words_of(licence: &str) -> &'static str {
    match licence {
        "Zlib" => "as-is",
        "BSL-1.0" => "Boost Software License",
        "Unicode-3.0" => "UNICODE LICENSE V3",
        "OFL-1.1" => "SIL OPEN FONT LICENSE",
        // Of what may be chosen it is this one.
        other if other.contains("MIT") => "Permission is hereby granted, free of charge",
        other => panic!("{other}: what does its text say?"),
    }
}

#[tokio::test]
async fn it_names_every_part_with_its_licence_and_shows_each_text_once() {
    let start = address_of("BOTILBUD_SUBPATH_URL");
    in_browser_with(Setup::default(), start.clone(), async move |browser| {
        browser.open_address(&format!("{start}licenser.html")).await;
        browser.see("h1", "Licenser").await;
        let page = browser.script(READ, vec![]).await;
        assert_eq!(page["lang"], "da");
        let parts = page["parts"].as_array().expect("parts");
        let text = |part: &Value, key: &str| part[key].as_str().expect("text").to_owned();
        let names: BTreeSet<String> = parts.iter().map(|part| text(part, "name")).collect();
        for name in crates() {
            assert!(names.contains(&name), "{name} is shipped, but not named");
        }
        for name in ["botilbud", "dkfds 11", "@fontsource/ibm-plex-sans 5", "rust-std 1"] {
            assert!(names.iter().any(|part| part.starts_with(name)), "{name}");
        }
        for tool in ["proptest", "sass", "sirv", "leptos_macro", "wasm-bindgen-macro ", "binaryen"]
        {
            assert!(!names.iter().any(|part| part.starts_with(tool)), "{tool} is not shipped");
        }
        assert_eq!(names.len(), crates().len() + 4, "and nothing else is named");
        for part in parts {
            let words = words_of(&text(part, "licence"));
            assert!(text(part, "text").contains(words), "{part}");
        }
        let texts = page["texts"].as_array().expect("texts");
        let different: BTreeSet<&str> = texts.iter().filter_map(Value::as_str).collect();
        assert_eq!(different.len(), texts.len(), "each text once");

        browser.click("header a").await;
        browser.wait_for_page(Page::Front).await;
        assert_eq!(
            browser.script("return location.pathname.split('/').at(-1)", vec![]).await,
            json!("index.html")
        );
    })
    .await;
}
