//! The words of every language speak to whom it is about.

use std::fs;
use std::path::Path;

use serde_json::Value;

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

fn all() -> Vec<Text> {
    let mut found = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/da");
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
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
    assert_eq!(of_another(&all()), [""; 0]);
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
    for text in all().iter().filter(|text| text.has_forms) {
        assert_ne!(text.me, text.close, "{}", text.place);
        pairs += 1;
    }
    assert!(pairs > 50, "{pairs}");
}
