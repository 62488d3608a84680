//! The invariants of the architecture, read off the sources.
//!
//! Each check is a function from a file to its complaints. It runs over `src/`, and beside it over
//! a small text with the fault it is there for, so that a check that finds nothing is noticed.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use botilbud::rules::standard::{Section, Standard};

/// A source file: its path from `src/` on, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    fn is_in(&self, folders: &[&str]) -> bool {
        let below = |folder: &&str| self.path.starts_with(&format!("{folder}/"));
        folders.iter().any(below) || folders.contains(&self.path.as_str())
    }

    /// Its lines of code, numbered from 1, without the lines that are only comment.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(number, line)| (number + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn at(&self, line: usize, complaint: &str) -> String {
        format!("src/{}:{line}: {complaint}", self.path)
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort_unstable();
    let sources: Vec<Source> = files
        .iter()
        .map(|file| {
            let path = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            Source { path, text: fs::read_to_string(file).unwrap() }
        })
        .collect();
    assert!(sources.len() > 30, "only {} files found", sources.len());
    sources
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
}

/// Runs a check over all sources.
fn holds(check: impl Fn(&Source) -> Vec<String>) {
    let complaints: Vec<String> = sources().iter().flat_map(check).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Shows that a check sees each of these faults.
fn sees(check: impl Fn(&Source) -> Vec<String>, faults: &[(&str, &str)]) {
    for (path, text) in faults {
        let complaints = check(&Source::new(path, text));
        assert!(!complaints.is_empty(), "the check must see `{text}` in {path}");
    }
}

/// Whether `text` has `word` with no letter, digit or `_` before or after it.
fn has_word(text: &str, word: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(inner) && !after.is_some_and(inner)
    })
}

/// The lines of code that hold one of the words.
fn lines_with(source: &Source, words: &[&str]) -> Vec<String> {
    let found = source.code().flat_map(|(number, line)| {
        let words = words.iter().filter(move |word| has_word(line, word));
        words.map(move |word| source.at(number, &format!("`{word}`")))
    });
    found.collect()
}

// ---- Who may know what ----

const WITHOUT_BROWSER: [&str; 9] =
    ["rules", "request", "text", "exchange", "draft", "results", "html", "pages", "app"];

fn browser_in_the_core(source: &Source) -> Vec<String> {
    match source.is_in(&WITHOUT_BROWSER) {
        true => lines_with(source, &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"]),
        false => vec![],
    }
}

#[test]
fn everything_but_browser_and_ui_works_without_a_browser() {
    holds(browser_in_the_core);
    sees(
        browser_in_the_core,
        &[
            ("rules/date.rs", "use js_sys::Date;"),
            ("pages/mod.rs", "fn a() -> impl leptos::IntoView {}"),
            ("html/page.rs", "    let w = web_sys::window();"),
            ("exchange/qr.rs", "use web_sys::SvgElement;"),
        ],
    );
}

fn browser_outside_its_folders(source: &Source) -> Vec<String> {
    match source.is_in(&["browser", "ui", "main.rs"]) {
        true => vec![],
        false => lines_with(source, &["web_sys", "gloo", "js_sys"]),
    }
}

#[test]
fn only_browser_and_ui_know_the_browser() {
    holds(browser_outside_its_folders);
    sees(browser_outside_its_folders, &[("bin/evaluate.rs", "use web_sys::Window;")]);
}

/// What a folder may use of the crate. Folders that are not named may use anything.
const MAY_USE: [(&str, &[&str]); 5] = [
    ("rules", &["rules"]),
    ("request", &["rules", "request"]),
    ("text", &["rules", "request::error", "text"]),
    ("exchange", &["rules", "request", "text", "exchange"]),
    // A brief is made from a request, so the state of the pages is none of its business.
    ("results/brief", &["rules", "request", "text", "draft", "html", "results"]),
];

fn wrong_direction(source: &Source) -> Vec<String> {
    let Some((_, allowed)) = MAY_USE.iter().find(|(folder, _)| source.is_in(&[folder])) else {
        return vec![];
    };
    let mut complaints = Vec::new();
    for (number, line) in source.code() {
        for (at, _) in line.match_indices("crate::") {
            let used = &line[at + "crate::".len()..];
            let fits = |path: &&str| {
                used.strip_prefix(*path)
                    .is_some_and(|rest| rest.starts_with("::") || rest.starts_with(';'))
            };
            // `$crate` and `pub(crate)` name no module.
            if !allowed.iter().any(fits) {
                complaints.push(source.at(number, &format!("may not use crate::{used}")));
            }
        }
        if line.contains("botilbud::") {
            complaints.push(source.at(number, "the crate by its own name"));
        }
        if line.contains("super::super::") {
            complaints.push(source.at(number, "write such a path from `crate` on"));
        }
    }
    complaints
}

#[test]
fn dependencies_point_one_way() {
    holds(wrong_direction);
    sees(
        wrong_direction,
        &[
            ("rules/date.rs", "use crate::text::words::DA;"),
            ("rules/date.rs", "use crate::{text, app};"),
            ("rules/suggest/search.rs", "use super::super::super::app::Model;"),
            ("rules/payment/mod.rs", "    botilbud::text::format::kroner(amount)"),
            ("text/parse.rs", "use crate::request::read;"),
            ("text/parse.rs", "use crate::draft::FieldError;"),
            ("request/mod.rs", "use crate::text::contract;"),
            ("exchange/calendar_file.rs", "use crate::app::model::Model;"),
            ("exchange/plan_link.rs", "use crate::draft::FieldError;"),
            ("results/brief/payment.rs", "use crate::app::model::Model;"),
        ],
    );
    let fine = Source::new("text/contract.rs", "use crate::request::error::Fault;");
    assert_eq!(wrong_direction(&fine), Vec::<String>::new());
}

// ---- The rules, and what strangers hand in, are pure ----

/// The folders that know no clock and cannot panic.
const PURE: [&str; 3] = ["rules", "exchange", "draft/case_file"];

fn impure_rules(source: &Source) -> Vec<String> {
    if !source.is_in(&PURE) {
        return vec![];
    }
    let mut complaints = lines_with(
        source,
        &["f32", "f64", "std::fs", "std::time", "std::env", "std::io", "std::net", "locales"],
    );
    let clock = source.code().filter(|(_, line)| {
        ["now(", "today(", "SystemTime", "Instant", "thread_local!", "static mut", "println!"]
            .iter()
            .any(|word| line.contains(word))
    });
    complaints.extend(clock.map(|(number, _)| source.at(number, "the world outside the rules")));
    complaints
}

#[test]
fn what_is_pure_knows_no_clock_file_language_or_float() {
    holds(impure_rules);
    sees(
        impure_rules,
        &[
            ("rules/money.rs", "pub fn kroner(self) -> f64 {"),
            ("rules/date.rs", "    let today = chrono::Utc::now();"),
            ("rules/date.rs", "    let today = Utc::now().date_naive();"),
            ("rules/standard.rs", "    let text = std::fs::read_to_string(path);"),
            ("rules/standard.rs", "use std::env;"),
            ("rules/offer.rs", "include_str!(\"../../locales/da.json\")"),
            ("exchange/calendar_file.rs", "    let stamp = chrono::Utc::now();"),
            ("draft/case_file/write.rs", "    let saved = today();"),
        ],
    );
}

const DENIED: [&str; 5] = [
    "clippy::unwrap_used",
    "clippy::expect_used",
    "clippy::panic",
    "clippy::indexing_slicing",
    "clippy::arithmetic_side_effects",
];

/// Whether it is the root of a pure folder.
fn is_pure_root(source: &Source) -> bool {
    PURE.iter().any(|folder| source.path == format!("{folder}/mod.rs"))
}

/// The text inside `#![deny(…)]` of a pure folder's root.
fn lints_not_denied(source: &Source) -> Vec<String> {
    if !is_pure_root(source) {
        return vec![];
    }
    let denied = source.text.split_once("#![deny(").and_then(|(_, rest)| rest.split_once(")]"));
    let denied = denied.map_or("", |(lints, _)| lints);
    let absent = DENIED.iter().filter(|lint| !has_word(denied, lint));
    absent.map(|lint| source.at(1, &format!("{lint} is not denied"))).collect()
}

/// A lint may be lifted there only with a reason, and never for a whole module.
fn lifted_lints(source: &Source) -> Vec<String> {
    if !source.is_in(&PURE) || is_pure_root(source) {
        return vec![];
    }
    let lines: Vec<(usize, &str)> = source.code().collect();
    let mut complaints = Vec::new();
    for (place, (number, line)) in lines.iter().enumerate() {
        let attribute = line.trim_start();
        if attribute.contains("allow(") || attribute.starts_with("#![expect(") {
            complaints.push(source.at(*number, "a lint is lifted without `#[expect]`"));
        }
        if attribute.starts_with("#[expect(") {
            let rest = lines[place..].iter().map(|(_, line)| *line).collect::<Vec<_>>().join(" ");
            let whole = rest.split_once(")]").map_or("", |(whole, _)| whole);
            if !whole.contains("reason = ") {
                complaints.push(source.at(*number, "a lint is lifted without a reason"));
            }
        }
    }
    complaints
}

#[test]
fn what_is_pure_cannot_panic() {
    holds(lints_not_denied);
    holds(lifted_lints);
    sees(
        lints_not_denied,
        &[
            ("rules/mod.rs", "pub mod date;"),
            ("exchange/mod.rs", "pub mod qr;"),
            ("draft/case_file/mod.rs", "pub mod names;"),
            ("rules/mod.rs", "#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]"),
            (
                "rules/mod.rs",
                "#![deny(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]",
            ),
        ],
    );
    sees(
        lifted_lints,
        &[
            ("rules/date.rs", "#[allow(clippy::unwrap_used)]"),
            ("exchange/calendar_import/event.rs", "#[allow(clippy::unwrap_used)]"),
            ("rules/date.rs", "#![expect(clippy::panic, reason = \"because\")]"),
            ("rules/date.rs", "#[expect(\n    clippy::panic,\n)]\nfn a() {}"),
        ],
    );
}

// ---- Words and sources ----

/// Documented are: files, public items (also in modules that are public), variants with a code.
fn undocumented(source: &Source) -> Vec<String> {
    if !source.is_in(&PURE) || source.path.ends_with("tests.rs") {
        return vec![];
    }
    let mut complaints = Vec::new();
    if !source.text.starts_with("//! ") {
        complaints.push(source.at(1, "the file says nothing about itself"));
    }
    let mut in_private_module = false;
    let mut documented = false;
    let mut in_attribute = false;
    for (number, line) in source.text.lines().enumerate() {
        let item = line.trim_start();
        if line.starts_with("mod ") && line.ends_with('{') {
            in_private_module = true;
        } else if line == "}" {
            in_private_module = false;
        }
        if in_attribute || item.starts_with("#[") {
            in_attribute = !item.ends_with(']');
            continue;
        }
        let kinds =
            ["fn", "const fn", "async fn", "struct", "enum", "static", "const", "type", "trait"];
        let public = kinds.iter().any(|kind| item.starts_with(&format!("pub {kind} ")));
        let coded = item.ends_with("\",") && item.contains(" = \"");
        let coded = coded && item.starts_with(|first: char| first.is_ascii_uppercase());
        if (public || coded) && !documented && !in_private_module {
            complaints.push(source.at(number + 1, &format!("no doc comment: {item}")));
        }
        documented = item.starts_with("///");
    }
    complaints
}

#[test]
fn every_public_item_of_what_is_pure_is_documented() {
    holds(undocumented);
    sees(
        undocumented,
        &[
            ("rules/a.rs", "//! A.\npub fn a() {}"),
            ("rules/a.rs", "//! A.\n/// Doc.\n\npub struct A;"),
            ("rules/a.rs", "//! A.\n#[derive(\n    Clone,\n)]\npub enum A {}"),
            ("rules/a.rs", "//! A.\nimpl A {\n    pub const fn a() {}\n}"),
            ("rules/a.rs", "//! A.\npub async fn a() {}"),
            ("rules/a.rs", "//! A.\n/// B.\npub enum B {\n    One = \"one\",\n}"),
            ("rules/a.rs", "/// Doc.\npub fn a() {}"),
            ("exchange/a.rs", "//! A.\npub fn a() {}"),
            ("draft/case_file/a.rs", "//! A.\npub fn a() {}"),
        ],
    );
    let fine =
        "//! A.\n/// A.\n#[derive(\n    Clone,\n)]\npub enum A {}\nmod b {\n    pub fn c() {}\n}";
    assert_eq!(undocumented(&Source::new("rules/a.rs", fine)), Vec::<String>::new());
}

const LAW_MODULES: [&str; 9] = [
    "eligibility/mod.rs",
    "respite.rs",
    "relief/mod.rs",
    "template.rs",
    "payment/mod.rs",
    "payment/kind.rs",
    "payment/what_if.rs",
    "deadlines.rs",
    "free_choice.rs",
];

/// A module of law names, in the lines about itself, the standard and the section it comes from.
fn without_source(source: &Source) -> Vec<String> {
    let is_law = LAW_MODULES.iter().any(|module| source.path == format!("rules/{module}"));
    let about = source.text.lines().take_while(|line| line.starts_with("//!"));
    let about = about.collect::<Vec<_>>().join(" ");
    let named = about.split_once("Source: ").is_some_and(|(_, named)| {
        named.contains("standard") && named.matches(['"', '“']).count() >= 2
    });
    match is_law && !named {
        true => vec![source.at(1, "no source: which standard, which section")],
        false => vec![],
    }
}

#[test]
fn every_law_module_names_its_source() {
    holds(without_source);
    let found = sources();
    for module in LAW_MODULES {
        assert!(found.iter().any(|source| source.path == format!("rules/{module}")), "{module}");
    }
    sees(
        without_source,
        &[
            ("rules/payment/mod.rs", "//! What a person would pay."),
            ("rules/payment/mod.rs", "//! Pay.\n//! Source: the standard."),
            ("rules/payment/mod.rs", "//! Pay.\n\n// Source: standard, \"Er der egenbetaling?\""),
        ],
    );
}

// ---- Nothing half done, nothing unsafe, nothing from elsewhere ----

fn unfinished(source: &Source) -> Vec<String> {
    let macros = ["todo!", "unimplemented!", "dbg!", "unreachable!"];
    let calls = source.code().filter(|(_, line)| macros.iter().any(|name| line.contains(name)));
    let calls = calls.map(|(number, _)| source.at(number, "not for finished code"));
    let mut wrong = lines_with(source, &["unsafe", "FIXME", "XXX"]);
    // The one place says why it is sound.
    wrong.retain(|line| !(source.path == "text/words.rs" && line.contains("unsafe")));
    wrong.into_iter().chain(calls).collect()
}

#[test]
fn nothing_is_unfinished_or_unsafe() {
    holds(unfinished);
    sees(
        unfinished,
        &[
            ("app/mod.rs", "    todo!()"),
            ("ui/mod.rs", "    unimplemented!(\"later\")"),
            ("rules/date.rs", "    let x = dbg!(x);"),
            ("browser/mod.rs", "    unsafe { call() }"),
            ("text/format.rs", "    unsafe { call() }"),
        ],
    );
}

/// The Content-Security-Policy refuses styles in attributes, so they would show nothing.
fn style_attributes(source: &Source) -> Vec<String> {
    let spoilt = source.code().filter(|(_, line)| {
        let line = line.replace(['\\', ' '], "");
        line.contains("style=\"") || line.contains("\"style\",") || line.contains("style=(")
    });
    spoilt.map(|(number, _)| source.at(number, "a style in an attribute")).collect()
}

#[test]
fn no_style_stands_in_an_attribute() {
    holds(style_attributes);
    sees(
        style_attributes,
        &[
            ("html/parts.rs", "    html! { div style=\"color: red\" {} }"),
            ("html/parts.rs", "    let html = \"<p style=\\\"color: red\\\">\";"),
            ("ui/mod.rs", "    element.set_attribute(\"style\", \"color: red\");"),
            ("html/parts.rs", "    div style=(width) {}"),
        ],
    );
}

/// Addresses that name something and are never fetched.
const NAMES_ONLY: [&str; 1] = ["http://www.w3.org/"];

/// Addresses that a person may follow: the public calculation of housing benefit.
const LINKS: [&str; 1] = ["https://www.borger.dk/bolig-og-flytning/boligstoette-oversigt"];

fn addresses(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for (number, line) in source.code() {
        for scheme in ["http://", "https://", "ws://", "wss://"] {
            for (at, _) in line.match_indices(scheme) {
                let address = &line[at..];
                let allowed = NAMES_ONLY.iter().chain(&LINKS);
                // How an address begins is none yet.
                let is_whole = !address[scheme.len()..].starts_with('"');
                if is_whole && !allowed.into_iter().any(|start| address.starts_with(start)) {
                    complaints.push(source.at(number, &format!("an address: {address}")));
                }
            }
        }
    }
    complaints
}

#[test]
fn the_program_knows_no_address_but_those_listed() {
    holds(addresses);
    sees(
        addresses,
        &[
            ("browser/mod.rs", "    fetch(\"https://example.dk/\")"),
            ("html/page.rs", "    \"<img src=http://example.dk/a.png>\""),
            ("html/page.rs", "    let ns = \"http://www.w3.org.example/\";"),
        ],
    );
}

// ---- No municipality in the code ----

/// The texts by which one would know the municipality whose standard is built in.
fn own_texts() -> Vec<String> {
    let standard = Standard::built_in().unwrap();
    let contacts = &standard.contacts;
    let mut own = vec![standard.approved_by.clone(), standard.approved.iso(), standard.id.clone()];
    own.extend([&contacts.department, &contacts.street, &contacts.town].map(String::clone));
    own.extend([&contacts.phone, &contacts.mail].map(String::clone));
    own.extend(standard.municipality.split(' ').take(1).map(str::to_owned));
    own.extend(standard.titles.all().map(str::to_owned));
    own.extend(Section::ALL.iter().map(|section| standard.headings.of(*section).to_owned()));
    own
}

/// What a file says of the municipality outside its tests.
fn municipality(source: &Source) -> Vec<String> {
    if source.path.ends_with("tests.rs") || source.path.ends_with("testing.rs") {
        return vec![];
    }
    let own = own_texts();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let tests = source.text.find("#[cfg(test)]\nmod tests {").unwrap_or(source.text.len());
    lines_with(&Source::new(&source.path, &source.text[..tests]), &own)
}

#[test]
fn nothing_of_one_municipality_is_in_the_code_or_the_words() {
    holds(municipality);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["index.html", "public/boot.js", "tools/pages.mjs"].map(|file| root.join(file));
    for file in files.into_iter().chain(word_files()) {
        let text = fs::read_to_string(&file).unwrap();
        let source = Source::new(&file.to_string_lossy(), &text);
        assert_eq!(municipality(&source), Vec::<String>::new());
    }
    sees(
        municipality,
        &[
            ("pages/front.rs", "    p { \"Ring til Køge Kommune\" }"),
            ("html/parts.rs", "const SECTION: &str = \"Er der egenbetaling?\";"),
            ("text/format.rs", "    \"56 67 67 67\""),
        ],
    );
}

/// The words of every language, a file for each group.
fn word_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let inside = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside(root).filter(|path| path.is_dir()).flat_map(inside).collect()
}

/// The numbers of the rules that the words may not know.
#[test]
fn the_words_know_no_number_of_the_rules() {
    for file in word_files() {
        let words = fs::read_to_string(&file).unwrap();
        for number in ["55", "2.600", "30 år", "30-år", "10 %", "4 uger", "28 dage"] {
            let found = words.lines().find(|line| has_word(line, number));
            assert_eq!(found, None, "{number}");
        }
    }
}
