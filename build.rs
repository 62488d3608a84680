//! Turns `locales/` into Rust and into the files that the browser loads, so that a missing or
//! misspelt word does not compile.
//!
//! A language is a folder, a group of its words a file. Each object becomes a struct, each text a
//! field `&'static str`, each list of texts an array of them. A text with `{names}` becomes a
//! method with an argument per name, in the order in which the Danish text has them; a word that
//! follows a number, `{days|day|days}`, goes by the number's name. Danish decides which words there
//! are; a language that lacks one, has one more or uses other names fails the build.
//!
//! The texts themselves are not in the program. They are two files for each language, a text a
//! line: the words of the first file of the program, and those that `locales/later.txt` names,
//! which only the second shows. `tools/words.mjs` writes the same files for the browser. A text
//! that speaks of the person has two forms, `{"me": …, "close": …}`: for who asks for themselves,
//! and for who asks for somebody else. Both stand on its line, with a tabulator between them.
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

/// What each language calls itself.
const NAMES: &str = "locales/languages.json";

/// The script for other pages, in its newest form. A released one is never changed.
const EMBED_SCRIPT: &str = "embed-1.js";

fn main() {
    pin_embed_script();
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    let target = env::var("OUT_DIR").unwrap();
    let target = Path::new(&target);
    let names = own_names();
    let languages = languages(Path::new("locales"));
    assert!(names.keys().eq(languages.keys()), "{NAMES} and the folders name other languages");
    let primary = languages.get(PRIMARY).unwrap_or_else(|| panic!("locales/{PRIMARY}/"));
    let later = places_of_later_words(primary);
    let places = texts(primary, primary, PRIMARY);
    let is_later: Vec<bool> =
        places.iter().map(|text| later.iter().any(|group| is_in(&text.place, group))).collect();
    let mut code = String::new();
    declare(&mut code, "Words", primary, "");
    writeln!(
        code,
        "/// How many texts a language has.\npub const COUNT: usize = {};\n\
         /// Where in their order those of the second file begin and end, again and again.\n\
         pub const LATER: &[u16] = &{:?};\n\
         /// What each language calls itself, by its code.\n\
         pub const OWN_NAMES: &[(&str, &str)] = &{:?};",
        places.len(),
        borders(&is_later),
        names.iter().collect::<Vec<_>>(),
    )
    .unwrap();
    for (language, words) in &languages {
        let texts = texts(primary, words, language);
        for (file, wanted) in [("first", false), ("later", true)] {
            let lines = texts.iter().zip(&is_later).filter(|(_, later)| **later == wanted);
            let lines: Vec<&str> = lines.map(|(text, _)| text.line.as_str()).collect();
            fs::write(target.join(format!("{language}.{file}.txt")), lines.join("\n")).unwrap();
        }
    }
    fs::write(target.join("words.rs"), code).unwrap();
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

/// The places at which a list changes from no to yes and back.
fn borders(list: &[bool]) -> Vec<usize> {
    let ends = list.iter().chain([&false]);
    let pairs = [&false].into_iter().chain(list).zip(ends);
    pairs.enumerate().filter(|(_, (before, here))| before != here).map(|(place, _)| place).collect()
}

/// What each language calls itself, by its code.
fn own_names() -> BTreeMap<String, String> {
    serde_json::from_str(&fs::read_to_string(NAMES).unwrap())
        .unwrap_or_else(|error| panic!("{NAMES}: {error}"))
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

/// Declares the struct of an object, and those of the objects in it: nothing but texts, one after
/// another, so that a list of all texts is the same in memory.
fn declare(code: &mut String, name: &str, words: &Map<String, Value>, path: &str) {
    let mut fields = String::new();
    let mut methods = String::new();
    for (key, value) in words {
        let place = format!("{path}{key}");
        let value = forms(value).map_or(value, |[_, close]| close);
        match value {
            Value::Object(inner) => {
                let inner_type = type_name(name, key);
                writeln!(fields, "/// The words under `{place}`.\npub {key}: {inner_type},")
                    .unwrap();
                declare(code, &inner_type, inner, &format!("{place}."));
            }
            Value::Array(items) => {
                let count = items.len();
                writeln!(fields, "/// `{place}`.\npub {key}: [&'static str; {count}],").unwrap();
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
    writeln!(
        code,
        "/// Words under `{path}`.\n#[derive(Debug)]\n#[repr(C)]\npub struct {name} {{\n{fields}}}"
    )
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

/// A text of a language.
struct Text {
    /// Where it stands: `check.questions.lead`.
    place: String,
    /// As it is in the file: in one form, or in both.
    line: String,
}

/// The texts of a language in the order of the primary one.
fn texts(primary: &Map<String, Value>, words: &Map<String, Value>, language: &str) -> Vec<Text> {
    let mut found = Vec::new();
    Reader { language, found: &mut found }.object(primary, words, "");
    found
}

/// Reads the words of a language beside those of the primary one.
struct Reader<'a> {
    language: &'a str,
    found: &'a mut Vec<Text>,
}

impl Reader<'_> {
    fn object(&mut self, primary: &Map<String, Value>, words: &Map<String, Value>, path: &str) {
        if let Some(extra) = words.keys().find(|key| !primary.contains_key(*key)) {
            self.fail(&format!("{path}{extra}"), &format!("is not in {PRIMARY}/"));
        }
        for (key, model) in primary {
            let place = format!("{path}{key}");
            let value = words.get(key).unwrap_or_else(|| self.fail(&place, "is missing"));
            match (forms(model), forms(value)) {
                (Some([_, model]), Some(both)) => self.text(model, &both, &place),
                (None, None) => self.value(model, value, &place),
                _ => self.fail(&place, "has other forms than in the primary language"),
            }
        }
    }

    fn value(&mut self, model: &Value, value: &Value, place: &str) {
        match (model, value) {
            (Value::Object(model), Value::Object(inner)) => {
                self.object(model, inner, &format!("{place}."));
            }
            (Value::Array(model), Value::Array(texts)) if model.len() == texts.len() => {
                for (model, text) in model.iter().zip(texts) {
                    self.text(model, &[text], place);
                }
            }
            (Value::String(_), Value::String(_)) => self.text(model, &[value], place),
            _ => self.fail(place, "has another shape than in the primary language"),
        }
    }

    fn text(&mut self, model: &Value, forms: &[&Value], place: &str) {
        let wanted = sorted_placeholders(self.str(model, place));
        let mut texts: Vec<&str> = forms.iter().map(|form| self.str(form, place)).collect();
        for text in &texts {
            let found = sorted_placeholders(text);
            if wanted != found {
                self.fail(place, &format!("uses {found:?}, not {wanted:?}"));
            }
            if text.trim().is_empty() || text.contains(['\n', '\t']) {
                self.fail(place, "is empty, or has more than one line");
            }
        }
        texts.dedup();
        let line = marked(&texts.join("\t")).unwrap_or_else(|wrong| self.fail(place, &wrong));
        self.found.push(Text { place: place.to_owned(), line });
    }

    fn str<'v>(&self, value: &'v Value, place: &str) -> &'v str {
        value.as_str().unwrap_or_else(|| self.fail(place, "is no text"))
    }

    fn fail(&self, place: &str, wrong: &str) -> ! {
        panic!("locales/{}/: {place} {wrong}", self.language)
    }
}

/// A text with its marks as the program knows them: `text::marks` tells of them.
fn marked(text: &str) -> Result<String, String> {
    let mut marked = text.replace('‹', "\u{e000}").replace('›', "\u{e001}");
    while let Some(start) = marked.find('[') {
        let term = &marked[start + 1..];
        let found = term.split_once("](").and_then(|(words, rest)| {
            let (code, rest) = rest.split_once(')')?;
            Some(format!("{}\u{e002}{code}\u{e003}{words}\u{e004}{rest}", &marked[..start]))
        });
        marked = found.ok_or("has a bracket that begins no [term](code)")?;
    }
    Ok(marked)
}

/// The `{names}` in a text, each once, in order. `{days|day|days}`, a word that follows a number, is
/// the name `days`.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let (name, after) =
            after.split_once('}').unwrap_or_else(|| panic!("unclosed brace: {text}"));
        let mut parts = name.split('|');
        let name = parts.next().unwrap_or_default();
        assert!(matches!(parts.count(), 0 | 2), "neither one value nor one word and many: {text}");
        if !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    names
}

/// The same in the order of the alphabet, to compare two languages.
fn sorted_placeholders(text: &str) -> Vec<&str> {
    let mut names = placeholders(text);
    names.sort_unstable();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_follows_a_number_goes_by_the_number() {
        let danish = placeholders("{days} døgn i {year}");
        assert_eq!(danish, ["days", "year"]);
        assert_eq!(placeholders("{days} {days|day|days} in {year}"), danish);
        assert_eq!(sorted_placeholders("In {year} {days|one day|several days}"), danish);
    }

    #[test]
    #[should_panic(expected = "neither one value nor one word and many: {days} {days|days}")]
    fn a_word_without_its_other_form_fails_the_build() {
        placeholders("{days} {days|days}");
    }

    #[test]
    fn an_argument_is_asked_for_once() {
        let text = "{days} {days|day|days}";
        let method = method("days", text, &placeholders(text));
        assert!(method.contains("fn days(&self, days: impl std::fmt::Display)"), "{method}");
    }
}
