//! The words speak to whom they are about, and mark the same terms in every language.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use botilbud::html::glossary::Term;
use botilbud::text::parse;
use serde_json::Value;

/// Danish, easy Danish and English.
const LANGUAGES: [&str; 3] = ["da", "da-simple", "en"];

/// Where no term can be opened: on paper, in files, in names of pages, before the program runs.
const CLOSED: [&str; 9] = [
    "brief.",
    "decision.",
    "embed.",
    "errors.",
    "exchange.",
    "glossary.",
    "pages.",
    "shell.",
    "standard_file.",
];

/// Where the words speak of any person: to whoever approves the rules, not to who asks.
const OF_ANYBODY: &str = "decision.";

/// A text at its place, in the form for who asks for themselves and in the other.
struct Text {
    place: String,
    me: String,
    close: String,
    has_forms: bool,
}

fn texts(place: &str, value: &Value, found: &mut Vec<Text>) {
    let mut add = |me: &Value, close: &Value, has_forms| {
        let [me, close] = [me, close].map(|text| text.as_str().unwrap().to_owned());
        found.push(Text { place: place.to_owned(), me, close, has_forms });
    };
    match value {
        Value::String(_) => add(value, value, false),
        Value::Object(forms) if forms.len() == 2 && forms.contains_key("me") => {
            add(&forms["me"], &forms["close"], true);
        }
        Value::Object(inner) => {
            for (key, value) in inner {
                let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                texts(&place, value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts(place, item, found)),
        other => panic!("{place}: {other}"),
    }
}

/// All texts of a language, in the same order in each.
fn all(language: &str) -> Vec<Text> {
    let mut found = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    for path in files.collect::<BTreeSet<PathBuf>>() {
        let text = fs::read_to_string(&path).unwrap();
        let group = path.file_stem().unwrap().to_str().unwrap();
        texts(group, &serde_json::from_str(&text).unwrap(), &mut found);
    }
    found
}

/// The texts to oneself that speak of somebody else.
fn of_another(texts: &[Text]) -> Vec<&str> {
    let wrong = texts.iter().filter(|text| {
        text.me.to_lowercase().contains("personen") && !text.place.starts_with(OF_ANYBODY)
    });
    wrong.map(|text| text.place.as_str()).collect()
}

#[test]
fn who_asks_for_themselves_is_not_called_the_person() {
    assert_eq!(of_another(&all("da")), [""; 0]);
    let text = |me: &str| Text {
        place: "a".to_owned(),
        me: me.to_owned(),
        close: "Personen er voksen.".to_owned(),
        has_forms: true,
    };
    assert_eq!(of_another(&[text("Du er voksen."), text("Er personen voksen?")]), ["a"]);
}

#[test]
fn a_text_has_two_forms_only_where_they_differ() {
    let mut pairs = 0;
    for text in all("da").iter().filter(|text| text.has_forms) {
        assert_ne!(text.me, text.close, "{}", text.place);
        pairs += 1;
    }
    assert!(pairs > 50, "{pairs}");
}

/// The terms that a text marks: in both forms the same, each once, and no more than two.
fn terms(text: &Text) -> BTreeSet<&str> {
    let [me, close] = [&text.me, &text.close].map(|form| {
        let codes: Vec<&str> =
            form.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        let distinct: BTreeSet<&str> = codes.iter().copied().collect();
        assert!(distinct.len() == codes.len() && codes.len() < 3, "{}: {codes:?}", text.place);
        distinct
    });
    assert_eq!(me, close, "{}", text.place);
    me
}

#[test]
fn every_term_is_marked_somewhere_in_every_language() {
    let known: BTreeSet<&str> = Term::ALL.iter().map(|term| term.code()).collect();
    for language in LANGUAGES {
        let texts = all(language);
        let marked: BTreeSet<&str> = texts.iter().flat_map(terms).collect();
        assert_eq!(marked, known, "{language}");
    }
}

#[test]
fn a_text_marks_the_same_terms_in_danish_and_english() {
    let [danish, easy, english] = LANGUAGES.map(all);
    assert!(danish.len() == easy.len() && danish.len() == english.len());
    for ((danish, easy), english) in danish.iter().zip(&easy).zip(&english) {
        let place = &danish.place;
        assert!(easy.place == *place && english.place == *place);
        assert_eq!(terms(danish), terms(english), "{place}");
        // Easy Danish has no long word where it can say the thing itself.
        assert!(terms(easy).is_subset(&terms(danish)), "{place}");
    }
}

#[test]
fn no_term_is_marked_where_it_cannot_be_opened() {
    for language in LANGUAGES {
        for text in all(language) {
            let is_closed = CLOSED.iter().any(|group| text.place.starts_with(group));
            assert!(!is_closed || terms(&text).is_empty(), "{language}: {}", text.place);
        }
    }
}

#[test]
fn amounts_that_errors_give_as_examples_are_read() {
    for language in LANGUAGES {
        let is_of_amounts = |text: &&Text| {
            ["errors.amount_missing", "errors.amount_ambiguous", "errors.not_an_amount"]
                .contains(&text.place.as_str())
        };
        let mut examples = 0;
        for text in all(language).iter().filter(is_of_amounts) {
            let words = text.me.split_whitespace().map(|word| word.trim_end_matches(','));
            for word in words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
                assert!(parse::amount(word).is_ok(), "{language}: {word}");
                examples += 1;
            }
        }
        assert_eq!(examples, 6, "{language}");
    }
}
