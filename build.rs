//! Turns `locales/*.json` into Rust, so that a missing or misspelt word does not compile.
//!
//! Each object becomes a struct, each text a field `&'static str`, each list of texts a field
//! `&'static [&'static str]`. A text with `{names}` becomes a method with an argument per name, in
//! the order in which the Danish text has them. Danish decides which words there are; a language
//! that lacks one, has one more or uses other names fails the build.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// The language whose keys every other language must have.
const PRIMARY: &str = "da";

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    let languages = languages(Path::new("locales"));
    let primary = languages.get(PRIMARY).unwrap_or_else(|| panic!("locales/{PRIMARY}.json"));
    let mut code = String::new();
    declare(&mut code, "Words", primary, "");
    for (language, words) in &languages {
        let name = language.to_uppercase();
        writeln!(code, "/// The words of `locales/{language}.json`.").unwrap();
        writeln!(
            code,
            "pub static {name}: Words = {};",
            literal("Words", primary, words, language)
        )
        .unwrap();
    }
    let target = env::var("OUT_DIR").unwrap();
    let target = Path::new(&target);
    fs::write(target.join("words.rs"), code).unwrap();
    fs::write(target.join("cases.rs"), case_count(Path::new("tests/cases")).to_string()).unwrap();
}

/// How many worked cases there are, for the page that tells how the program was tested. Counted
/// here, so that a case can be added without touching any Rust.
fn case_count(folder: &Path) -> usize {
    println!("cargo::rerun-if-changed=tests/cases");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            cases.len()
        })
        .sum()
}

fn languages(folder: &Path) -> BTreeMap<String, Map<String, Value>> {
    let files =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = files.map(|file| file.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let words = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), words)
        })
        .collect()
}

/// Declares the struct of an object, and those of the objects in it.
fn declare(code: &mut String, name: &str, words: &Map<String, Value>, path: &str) {
    let mut fields = String::new();
    let mut methods = String::new();
    for (key, value) in words {
        let place = format!("{path}{key}");
        match value {
            Value::Object(inner) => {
                let type_name = type_name(name, key);
                writeln!(fields, "/// The words under `{place}`.\npub {key}: {type_name},")
                    .unwrap();
                declare(code, &type_name, inner, &format!("{place}."));
            }
            Value::Array(_) => {
                writeln!(fields, "/// `{place}`.\npub {key}: &'static [&'static str],").unwrap();
            }
            Value::String(text) => match placeholders(text) {
                names if names.is_empty() => {
                    writeln!(fields, "/// {}\npub {key}: &'static str,", doc(text)).unwrap();
                }
                names => {
                    writeln!(fields, "{key}: &'static str,").unwrap();
                    methods.push_str(&method(key, text, &names));
                }
            },
            other => panic!("{place} is neither text, list nor object: {other}"),
        }
    }
    writeln!(code, "/// Words under `{path}`.\n#[derive(Debug)]\npub struct {name} {{\n{fields}}}")
        .unwrap();
    if !methods.is_empty() {
        writeln!(code, "impl {name} {{\n{methods}}}").unwrap();
    }
}

fn method(key: &str, text: &str, names: &[&str]) -> String {
    let arguments: Vec<String> =
        names.iter().map(|name| format!("{name}: impl std::fmt::Display")).collect();
    let values: Vec<String> = names
        .iter()
        .map(|name| format!("(\"{name}\", &{name} as &dyn std::fmt::Display)"))
        .collect();
    format!(
        "/// {}\npub fn {key}(&self, {}) -> String {{ super::fill(self.{key}, &[{}]) }}\n",
        doc(text),
        arguments.join(", "),
        values.join(", "),
    )
}

/// The value of an object's struct, with the keys of `primary` and the texts of `words`.
fn literal(
    name: &str,
    primary: &Map<String, Value>,
    words: &Map<String, Value>,
    place: &str,
) -> String {
    if let Some(extra) = words.keys().find(|key| !primary.contains_key(*key)) {
        panic!("{place}.{extra} is not in {PRIMARY}.json");
    }
    let fields = primary.iter().map(|(key, model)| {
        let place = format!("{place}.{key}");
        let value = words.get(key).unwrap_or_else(|| panic!("{place} is missing"));
        let code = match (model, value) {
            (Value::Object(model), Value::Object(inner)) => {
                literal(&type_name(name, key), model, inner, &place)
            }
            (Value::Array(_), Value::Array(texts)) => {
                let texts: Vec<String> = texts.iter().map(|text| quoted(text, &place)).collect();
                format!("&[{}]", texts.join(", "))
            }
            (Value::String(model), Value::String(text)) => {
                let (mut wanted, mut found) = (placeholders(model), placeholders(text));
                wanted.sort_unstable();
                found.sort_unstable();
                assert!(wanted == found, "{place} uses {found:?}, not {wanted:?}");
                quoted(value, &place)
            }
            _ => panic!("{place} has another form than in {PRIMARY}.json"),
        };
        format!("{key}: {code}")
    });
    format!("{name} {{ {} }}", fields.collect::<Vec<_>>().join(", "))
}

fn quoted(text: &Value, place: &str) -> String {
    let text = text.as_str().unwrap_or_else(|| panic!("{place} is no text"));
    assert!(!text.trim().is_empty(), "{place} is empty");
    format!("{text:?}")
}

/// The `{names}` in a text, each once, in order.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let (name, after) =
            after.split_once('}').unwrap_or_else(|| panic!("unclosed brace: {text}"));
        if !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    names
}

fn type_name(parent: &str, key: &str) -> String {
    let camel: String = key
        .split('_')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default()
                + letters.as_str()
        })
        .collect();
    if parent == "Words" {
        format!("{camel}Words")
    } else {
        format!("{}{camel}Words", parent.trim_end_matches("Words"))
    }
}

/// A text as a doc comment: its Danish words on one line.
fn doc(text: &str) -> String {
    format!("“{}”", text.replace('\n', " ").replace('[', "\\["))
}
