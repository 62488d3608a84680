//! Turns `locales/` into Rust, so that a missing or misspelt word does not compile.
//!
//! A language is a folder, a group of its words a file. Each object becomes a struct, each text a field `&'static str`, each list of texts a field
//! `&'static [&'static str]`. A text with `{names}` becomes a method with an argument per name, in
//! the order in which the Danish text has them. Danish decides which words there are; a language
//! that lacks one, has one more or uses other names fails the build.
//!
//! A text that speaks of the person has two forms, `{"me": …, "close": …}`: for who asks for
//! themselves, and for who asks for somebody else. Every language becomes one `Words` for each.
//!
//! The words that only the second file of the program shows stand together in one block, so that
//! `tools/split.mjs` can put them there.
//!
//! It also computes the hash by which other pages pin the script that embeds the calculator.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use sha2::{Digest, Sha384};

/// The language whose keys every other language must have.
const PRIMARY: &str = "da";

/// The two forms of a text that speaks of the person.
const FORMS: [&str; 2] = ["me", "close"];

/// The places of words that are shown by the second file alone.
const LATER: &str = "locales/later.txt";

/// What stands for a word of the second file in the words that the first has without it.
const NOT_YET: &str = "\u{1}";

/// What stands before and after those words; `tools/split.mjs` knows it.
const LATER_ENDS: [&str; 2] = ["\u{2}words of the second file\u{2}", "\u{3}"];

/// The script for other pages, in its newest form. A released one is never changed.
const EMBED_SCRIPT: &str = "embed-1.js";

fn main() {
    pin_embed_script();
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    let languages = languages(Path::new("locales"));
    let primary = languages.get(PRIMARY).unwrap_or_else(|| panic!("locales/{PRIMARY}/"));
    let mut code = String::new();
    declare(&mut code, "Words", primary, "");
    let places = places_of_later_words(primary);
    let mut later = Later { text: LATER_ENDS[0].to_owned(), places: BTreeMap::new() };
    for (language, words) in &languages {
        for form in FORMS {
            let name =
                if form == FORMS[0] { format!("{language}_{form}") } else { language.clone() };
            let name = name.to_uppercase();
            for (ending, whole) in [("", true), ("_FIRST", false)] {
                let literal = Literal { form, language, places: &places, whole };
                let literal = literal.object("Words", primary, words, "", &mut later);
                writeln!(
                    code,
                    "/// The words of `locales/{language}/` in the form `{form}`{}.",
                    if whole { "" } else { ", without those of the second file" }
                )
                .unwrap();
                writeln!(code, "pub static {name}{ending}: Words = {literal};").unwrap();
            }
        }
    }
    later.text.push_str(LATER_ENDS[1]);
    let target = env::var("OUT_DIR").unwrap();
    let target = Path::new(&target);
    fs::write(target.join("words.rs"), code).unwrap();
    fs::write(target.join("later-words.txt"), later.text).unwrap();
    fs::write(target.join("cases.rs"), case_count(Path::new("tests/cases")).to_string()).unwrap();
}

/// Hands the script's name and its hash on, as the `integrity` attribute has it.
fn pin_embed_script() {
    let path = Path::new("public").join(EMBED_SCRIPT);
    println!("cargo::rerun-if-changed={}", path.display());
    let hash = Sha384::digest(fs::read(&path).unwrap());
    println!("cargo::rustc-env=EMBED_SCRIPT={EMBED_SCRIPT}");
    println!("cargo::rustc-env=EMBED_INTEGRITY=sha384-{}", base64(&hash));
}

/// Base 64 of bytes whose number is a multiple of three, as that of a SHA-384 is.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let groups = bytes.chunks_exact(3);
    let sextets = groups.flat_map(|group| {
        let bits = group.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| char::from(ALPHABET[bits >> shift & 63]))
    });
    sextets.collect()
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

/// The places in `locales/later.txt`, each of which is one of the primary language.
fn places_of_later_words(primary: &Map<String, Value>) -> Vec<String> {
    let text = fs::read_to_string(LATER).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let places: Vec<String> = lines.map(str::to_owned).collect();
    let whole = Value::Object(primary.clone());
    for place in &places {
        let found = place.split('.').try_fold(&whole, |inner, key| inner.get(key));
        assert!(found.is_some(), "{LATER}: {place} is not in {PRIMARY}/");
    }
    places
}

/// Whether a place is this one or lies in this group.
fn is_in(place: &str, group: &str) -> bool {
    place.strip_prefix(group).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The words of each language, by the name of its folder.
fn languages(folder: &Path) -> BTreeMap<String, Map<String, Value>> {
    let folders = entries(folder).into_iter().filter(|path| path.is_dir());
    folders.map(|path| (name(&path), groups(&path))).collect()
}

/// The groups of a language, each a file.
fn groups(folder: &Path) -> Map<String, Value> {
    let group = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let words = serde_json::from_str(&text);
        (name(&path), words.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    entries(folder).into_iter().map(group).collect()
}

/// What is in a folder, in the order of the names.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The name of a file or folder, without its ending.
fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// Declares the struct of an object, and those of the objects in it.
fn declare(code: &mut String, name: &str, words: &Map<String, Value>, path: &str) {
    let mut fields = String::new();
    let mut methods = String::new();
    for (key, value) in words {
        let place = format!("{path}{key}");
        let value = forms(value).map_or(value, |[_, close]| close);
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

/// The two forms of a text that has them.
fn forms(value: &Value) -> Option<[&Value; 2]> {
    let object = value.as_object().filter(|object| object.len() == FORMS.len())?;
    let [me, close] = FORMS.map(|form| object.get(form));
    Some([me?, close?])
}

/// The words of the second file, each once, and where each begins.
struct Later {
    text: String,
    places: BTreeMap<String, usize>,
}

impl Later {
    /// A text as Rust that finds it in the block.
    fn place(&mut self, text: &str) -> String {
        let end = self.text.len();
        let start = *self.places.entry(text.to_owned()).or_insert(end);
        if start == end {
            self.text.push_str(text);
        }
        format!("super::later({start}, {})", text.len())
    }
}

/// The words of a language in one form, as Rust.
struct Literal<'a> {
    form: &'a str,
    language: &'a str,
    /// The places of words of the second file.
    places: &'a [String],
    /// Whether those words are in it.
    whole: bool,
}

impl Literal<'_> {
    /// The value of an object's struct, with the keys of `primary` and the texts of `words`.
    fn object(
        &self,
        name: &str,
        primary: &Map<String, Value>,
        words: &Map<String, Value>,
        path: &str,
        later: &mut Later,
    ) -> String {
        if let Some(extra) = words.keys().find(|key| !primary.contains_key(*key)) {
            panic!("{}: {path}{extra} is not in {PRIMARY}/", self.language);
        }
        let mut code = format!("{name} {{ ");
        for (key, model) in primary {
            let place = format!("{path}{key}");
            let value = words.get(key).unwrap_or_else(|| self.fail(&place, "is missing"));
            let value = match (forms(model), forms(value)) {
                (Some(_), Some([me, close])) => {
                    if self.form == FORMS[0] {
                        me
                    } else {
                        close
                    }
                }
                (None, None) => value,
                _ => self.fail(&place, "has other forms than in the primary language"),
            };
            let model = forms(model).map_or(model, |[_, close]| close);
            let value = match (model, value) {
                (Value::Object(model), Value::Object(inner)) => {
                    self.object(&type_name(name, key), model, inner, &format!("{place}."), later)
                }
                (Value::Array(_), Value::Array(texts)) => {
                    let texts = texts.iter().map(|text| self.text(text, &place, later));
                    format!("&[{}]", texts.collect::<Vec<_>>().join(", "))
                }
                (Value::String(model), Value::String(text)) => {
                    let (mut wanted, mut found) = (placeholders(model), placeholders(text));
                    wanted.sort_unstable();
                    found.sort_unstable();
                    if wanted != found {
                        self.fail(&place, &format!("uses {found:?}, not {wanted:?}"));
                    }
                    self.text(value, &place, later)
                }
                _ => self.fail(&place, "has another shape than in the primary language"),
            };
            write!(code, "{key}: {value}, ").unwrap();
        }
        code + "}"
    }

    fn text(&self, text: &Value, place: &str, later: &mut Later) -> String {
        let text = text.as_str().unwrap_or_else(|| self.fail(place, "is no text"));
        if text.trim().is_empty() {
            self.fail(place, "is empty");
        }
        match (self.places.iter().any(|later| is_in(place, later)), self.whole) {
            (false, _) => format!("{text:?}"),
            (true, true) => later.place(text),
            (true, false) => format!("{NOT_YET:?}"),
        }
    }

    fn fail(&self, place: &str, wrong: &str) -> ! {
        panic!("locales/{}/: {place} {wrong}", self.language)
    }
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
