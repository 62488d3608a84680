//! What the product links to or cites has a known place and the form of an address that lasts, and
//! what the documents name is there. The links of the pages themselves are followed in a browser
//! (`tests/e2e/references.rs`).
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

#[path = "support/addresses.rs"]
mod addresses;

/// Where texts stand that somebody may follow a link of.
const PLACES: [&str; 15] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.toml",
    "Makefile",
    "README.md",
    "deploy",
    "docs",
    "examples",
    "index.html",
    "licenser.html",
    "locales",
    "package.json",
    "public",
    "src",
    "tools",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the places that are text, with it.
fn texts() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = PLACES.iter().map(|place| root().join(place)).collect();
    let mut texts = Vec::new();
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.ends_with("package-lock.json") {
            // npm writes it, with whom to thank for each package.
        } else if let Ok(text) = fs::read_to_string(&path) {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            texts.push((name, text));
        }
    }
    assert!(texts.len() > 300, "only {} texts found", texts.len());
    texts
}

/// The addresses in a text. How one begins is none yet.
fn addresses(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for scheme in ["http://", "https://", "ws://", "wss://", "ftp://"] {
        for (at, _) in text.match_indices(scheme) {
            let is_end = |c: char| c.is_whitespace() || "\"'`<>()[]{}|\\,$".contains(c);
            let rest = &text[at..];
            let address = &rest[..rest.find(is_end).unwrap_or(rest.len())];
            let address = address.trim_end_matches(['.', ':', ';']);
            let begins = address[scheme.len().min(address.len())..].chars().next();
            if begins.is_some_and(char::is_alphanumeric) {
                found.push(address);
            }
        }
    }
    found
}

fn faults(text: &str) -> Vec<String> {
    addresses(text).into_iter().filter_map(addresses::fault).collect()
}

#[test]
fn every_address_is_known_and_lasts() {
    let mut found = 0;
    for (name, text) in texts() {
        found += addresses(&text).len();
        assert_eq!(faults(&text), Vec::<String>::new(), "{name}");
    }
    assert!(found >= 10, "only {found} addresses found");
}

#[test]
fn every_fault_of_an_address_is_seen() {
    for fault in [
        "http://www.borger.dk/bolig",
        "https://example.dk/",
        "https://www.borger.dk.example.dk/",
        "https://www.borger.dk/bolig?utm_source=brev",
        "https://www.borger.dk/bolig?",
        "https://www.borger.dk/bolig;jsessionid=A1B2",
        "https://www.borger.dk/bolig#:~:text=bolig",
        "https://www.borger.dk/bolig#sid=A1B2",
        "https://www.borger.dk:444/bolig",
        "https://borger@www.borger.dk/bolig",
        "https://www.borger.dk/bolig//../x",
        "https://www.borger.dk/b%C3%B8lig",
        "https://WWW.borger.dk/bolig",
        "https://10.0.0.1/",
        "wss://www.borger.dk/",
        "http://www.w3.org/",
    ] {
        for text in [format!("\"{fault}\""), format!("se {fault}, og"), format!("[x]({fault}).")] {
            assert_eq!(faults(&text).len(), 1, "{text}");
        }
    }
    for fine in [
        "https://www.borger.dk/bolig-og-flytning/boligstoette-oversigt",
        "https://www.borger.dk/bolig#satser-2026",
        "https://intranet.kommune.example/",
        "http://127.0.0.1:8080/",
        "http://www.w3.org/2000/svg",
        "https://",
        "https://{host}/",
    ] {
        assert_eq!(faults(&format!("({fine})")), Vec::<String>::new());
    }
}

/// The places inside this repository that a document links to or names.
fn places(text: &str) -> Vec<String> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links = links.filter(|link| !link.contains("://")).map(str::to_owned);
    let named = text.split('`').skip(1).step_by(2).filter(|name| {
        let folders = ["deploy/", "docs/", "examples/", "locales/", "public/", "src/", "style/"];
        let folders = folders.iter().chain(&["tests/", "tools/"]);
        let is_path = !name.contains([' ', '*', '…', '<']);
        is_path && folders.into_iter().any(|folder| name.starts_with(folder))
    });
    links.chain(named.map(str::to_owned)).collect()
}

#[test]
fn what_the_documents_name_is_there() {
    let mut found = 0;
    for name in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        for place in places(&text) {
            found += 1;
            assert!(root().join(&place).exists(), "{name} names {place}");
        }
    }
    assert!(found >= 60, "only {found} places found");
    assert_eq!(places("![x](docs/a.png) `tests/b.rs` `make x` [y](https://z.example)").len(), 2);
}
