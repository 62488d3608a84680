//! The text of a standard's data as JSON, more strictly than a parser takes it: what an editor
//! lets slip in silently would be an amount that nobody meant.

use serde_json::Value;

use super::{Problem, StandardError};

/// Reads the text.
///
/// # Errors
/// The first thing that makes the whole text unusable.
pub fn parse(text: &str) -> Result<Value, StandardError> {
    // Some editors mark a text as UTF-8 by an invisible letter before it.
    let text = text.trim_start_matches('\u{feff}');
    let whole = |problem| StandardError { path: String::new(), problem };
    if let Some(line) = line_with(text, char::REPLACEMENT_CHARACTER) {
        return Err(whole(Problem::NotUtf8 { line }));
    }
    let value = serde_json::from_str(text)
        .map_err(|error| whole(Problem::NotJson { line: error.line(), column: error.column() }))?;
    match repeated_field(text) {
        Some(line) => Err(whole(Problem::Twice { line })),
        None => Ok(value),
    }
}

/// The line of the first such letter, from 1.
fn line_with(text: &str, letter: char) -> Option<usize> {
    let at = text.lines().position(|line| line.contains(letter))?;
    at.checked_add(1)
}

/// The line, from 1, on which an object of a valid JSON text has a field for the second time; a
/// parser would take the last and pass over the first.
fn repeated_field(text: &str) -> Option<usize> {
    let mut line: usize = 1;
    let mut objects: Vec<Vec<&str>> = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..)?;
        rest = after;
        match letter {
            '\n' => line = line.checked_add(1)?,
            '{' => objects.push(Vec::new()),
            '}' => drop(objects.pop()),
            '"' => {
                let (name, behind) = string(after)?;
                rest = behind;
                if !behind.trim_start().starts_with(':') {
                    continue;
                }
                let names = objects.last_mut()?;
                if names.contains(&name) {
                    return Some(line);
                }
                names.push(name);
            }
            _ => {}
        }
    }
    None
}

/// A string of a JSON text after its first quotation mark, and what stands behind it.
fn string(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    let end = text.find(|letter| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    })?;
    Some((text.get(..end)?, text.get(end.checked_add(1)?..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> Option<Problem> {
        parse(text).err().map(|error| error.problem)
    }

    #[test]
    fn a_field_stands_only_once_in_its_object() {
        let twice = "{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3}";
        assert_eq!(problem(twice), Some(Problem::Twice { line: 3 }));
        let inner = "{\"a\": [{\"b\": 1}, {\"b\": 2,\n\n \"b\" : 3}]}";
        assert_eq!(problem(inner), Some(Problem::Twice { line: 3 }));
    }

    #[test]
    fn equal_names_in_different_objects_and_equal_values_are_fine() {
        for text in [
            "{\"a\": {\"a\": {\"a\": \"a\"}}, \"b\": [\"a\", \"a\"]}",
            "[{\"a\": 1}, {\"a\": 1}]",
            r#"{"a\"": 1, "a\\": 2, "a": "{\"a\": 1}"}"#,
            r#"{"a": "b", "b": "a:"}"#,
            "\u{feff}{\"a\": 1}",
            "{}",
        ] {
            assert_eq!(problem(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_in_another_encoding_is_told_apart_from_a_text_that_is_no_json() {
        assert_eq!(problem("{\n\"a\": \"K\u{fffd}ge\"}"), Some(Problem::NotUtf8 { line: 2 }));
        assert_eq!(problem("{\n\"a\" 1}"), Some(Problem::NotJson { line: 2, column: 5 }));
        assert_eq!(problem("<!DOCTYPE html>"), Some(Problem::NotJson { line: 1, column: 1 }));
        assert_eq!(problem(""), Some(Problem::NotJson { line: 1, column: 0 }));
    }
}
