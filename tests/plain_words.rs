//! The words are plain: LIX, by the number of words in a sentence and of long words in a hundred.
//!
//! A text of ten words or more is measured by itself. The shorter ones of a file are measured
//! together: a label of three words has no readability of its own.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A language and the highest LIX of its texts. Plain Danish is at most 40, easy Danish 25.
const LIMITS: [(&str, u32); 2] = [("da", 40), ("da-simple", 25)];

/// How many words a text has that is measured by itself.
const LONG_TEXT: usize = 10;
/// How many letters a word has that is not long.
const SHORT_WORD: usize = 6;

/// Names of laws, offices and their parts: nobody can choose a shorter one.
const NAMES: [&str; 8] = [
    "almenboligloven",
    "almenboliglovens",
    "ankestyrelsen",
    "danmark",
    "retssikkerhedsloven",
    "serviceloven",
    "servicelovens",
    "udbetaling",
];

/// What is not measured: names of months and days, of holidays, and the terms that are explained.
const UNMEASURED: [&str; 2] = ["calendar.", "glossary.terms."];

/// What a text is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    words: usize,
    sentences: usize,
    long_words: usize,
}

impl Counts {
    fn plus(self, other: Counts) -> Counts {
        Counts {
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
            long_words: self.long_words + other.long_words,
        }
    }

    /// In hundredths, so that nothing is rounded down.
    fn lix(self) -> u32 {
        let parts = |top: usize, under: usize| u32::try_from(top / under.max(1)).unwrap();
        parts(100 * self.words, self.sentences) + parts(10_000 * self.long_words, self.words)
    }
}

/// Counts a text as it is read: without marks, with a short word for each `{value}`.
fn counts(text: &str) -> Counts {
    let text = without_marks(text);
    let mut counts = Counts { sentences: sentences(&text), ..Counts::default() };
    let is_inner = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | ',' | '’');
    for word in text.split(|letter: char| !is_inner(letter)) {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        counts.words += 1;
        let is_name = NAMES.contains(&word.to_lowercase().as_str());
        counts.long_words += usize::from(word.chars().count() > SHORT_WORD && !is_name);
    }
    counts
}

/// Sentences end with a point, a colon, a question or exclamation mark; every text is at least one.
fn sentences(text: &str) -> usize {
    let letters: Vec<char> = text.chars().collect();
    let ends = letters.iter().enumerate().filter(|(place, letter)| {
        let next = letters.get(place + 1);
        matches!(letter, '.' | ':' | '?' | '!')
            && next.is_none_or(|next| next.is_whitespace() || "»«”)".contains(*next))
    });
    ends.count().max(1)
}

fn without_marks(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '[']) {
        plain.push_str(&rest[..start]);
        let inside = &rest[start + 1..];
        if rest[start..].starts_with('{') {
            plain.push('x');
            rest = inside.split_once('}').unwrap().1;
        } else {
            let (words, after) = inside.split_once("](").unwrap();
            plain.push_str(words);
            rest = after.split_once(')').unwrap().1;
        }
    }
    plain + rest
}

fn texts(place: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((place.to_owned(), text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(place, item, found)),
        Value::Object(inner) => {
            for (key, value) in inner {
                texts(&format!("{place}.{key}"), value, found);
            }
        }
        other => panic!("{place}: {other}"),
    }
}

fn files(language: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect()
}

/// What is harder to read than it may be.
fn too_hard(language: &str, limit: u32) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut tell = |place: &str, counts: Counts, text: &str| {
        if counts.lix() > 100 * limit {
            wrong.push(format!("{language}/{place}: LIX {}: {text}", counts.lix() / 100));
        }
    };
    for path in files(language) {
        let group = path.file_stem().unwrap().to_str().unwrap();
        let words = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut found = Vec::new();
        texts(group, &words, &mut found);
        found.retain(|(place, _)| {
            let is_name = UNMEASURED.iter().any(|named| place.starts_with(named));
            !is_name || place.ends_with(".meaning")
        });
        let (long, short): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(_, text)| counts(text).words >= LONG_TEXT);
        for (place, text) in long {
            tell(&place, counts(&text), &text);
        }
        let together = short.iter().map(|(_, text)| counts(text));
        tell(group, together.fold(Counts::default(), Counts::plus), "the short texts together");
    }
    wrong
}

#[test]
fn danish_is_plain_and_easy_danish_is_easy() {
    for (language, limit) in LIMITS {
        let wrong = too_hard(language, limit);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn what_is_hard_is_seen() {
    // Plain Danish is not easy Danish.
    assert!(too_hard("da", 25).len() > 50);
}

#[test]
fn texts_are_counted_as_they_are_read() {
    let counted = |words, sentences, long_words| Counts { words, sentences, long_words };
    assert_eq!(counts("Kommunen ser på det. Du får svar."), counted(7, 2, 1));
    assert_eq!(counts("Det koster {amount} (se serviceloven)"), counted(5, 1, 0));
    assert_eq!(counts("Er det så? [Egenbetaling](own_payment): nej!"), counted(5, 3, 1));
    assert_eq!(counts("1.800 kr. Det er nok."), counted(5, 2, 0));
    assert_eq!(counted(10, 2, 3).lix(), 500 + 3_000);
}
