//! Ways to break a text that is JSON: as bytes, as JSON, and by something else altogether.

use serde_json::Value;

use crate::requests::Numbers;

/// Pieces that readers of JSON, of dates or of numbers stumble over.
const PIECES: [&[u8]; 36] = [
    b"null",
    b"true",
    b"[]",
    b"{}",
    b"\"\"",
    b"0",
    b"-1",
    b"1e999",
    b"1.0",
    b"4294967296",
    b"18446744073709551616",
    b"1000000001",
    b"2",
    b"\"\\u0000\"",
    b"\"\\ud800\"",
    b"\"\\udfff\\ud800\"",
    b"\\",
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\0",
    b"\n",
    b"\t",
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\xf0\x9f\x8c\x9e",
    b"2026-02-30",
    b"0000-00-00",
    b"9999-12-31",
    b"\"fields\":",
];
/// Keys and codes that a value may be taken for.
const NAMES: [&str; 22] = [
    "case_file",
    "program",
    "saved",
    "fields",
    "lists",
    "income",
    "stay",
    "wish",
    "closed",
    "born-day",
    "stay-1-arrival",
    "income-1-amount",
    "income-01-amount",
    "take-0",
    "receipt",
    "request",
    "result",
    "check",
    "tool",
    "stays",
    "date",
    "",
];

/// Something made from one of the valid texts, or in place of it.
pub fn broken(valid: &[String], numbers: &mut Numbers) -> Vec<u8> {
    let text = &valid[place(valid.len(), numbers)];
    match numbers.below(100) {
        0..=1 => around(text, numbers),
        2..=39 => {
            let other = &valid[place(valid.len(), numbers)];
            let mut bytes = text.clone().into_bytes();
            for _ in 0..=numbers.below(3) {
                bytes = with_other_bytes(bytes, other.as_bytes(), numbers);
            }
            bytes
        }
        40..=92 => {
            let mut json: Value = serde_json::from_str(text).unwrap();
            for _ in 0..=numbers.below(2) {
                change_value(&mut json, numbers);
            }
            match numbers.below(8) {
                0 => around(&json.to_string(), numbers),
                _ => json.to_string().into_bytes(),
            }
        }
        93..=98 => in_place_of_it(text, numbers),
        _ if numbers.below(10) == 0 => huge(text, numbers),
        _ => around(text, numbers),
    }
}

/// A place in something of this length.
fn place(length: usize, numbers: &mut Numbers) -> usize {
    usize::try_from(numbers.below(length.max(1) as u64)).unwrap()
}

/// A part of something of this length, more often a short one.
fn part(length: usize, numbers: &mut Numbers) -> std::ops::Range<usize> {
    let from = place(length + 1, numbers);
    let longest = if numbers.below(2) == 0 { 8 } else { length };
    from..(from + place(longest + 1, numbers)).min(length)
}

/// The same text with what does not belong to it before or after.
fn around(text: &str, numbers: &mut Numbers) -> Vec<u8> {
    let (before, after) = numbers.one_of(&[
        ("", ""),
        ("", "\n"),
        ("\u{feff}", ""),
        (" \t", "\r\n "),
        ("\u{feff}\u{feff}", ""),
        ("\u{feff} ", "\u{feff}"),
        ("", "\0"),
        ("", "}"),
        ("", ",{}"),
        ("\u{a0}", "\u{2028}"),
    ]);
    format!("{before}{text}{after}").into_bytes()
}

/// One change that knows nothing of JSON.
fn with_other_bytes(mut bytes: Vec<u8>, other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let at = place(bytes.len(), numbers);
    let piece = part(bytes.len(), numbers);
    match numbers.below(10) {
        0 if !bytes.is_empty() => bytes[at] ^= 1 << numbers.below(8),
        1 if !bytes.is_empty() => bytes[at] = numbers.below(256) as u8,
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(piece)),
        4 => bytes.extend_from_within(piece),
        5 => {
            let doubled = bytes[piece.clone()].to_vec();
            bytes.splice(piece.start..piece.start, doubled);
        }
        6 => {
            // Two neighbouring pieces change places.
            let middle = piece.start + place(piece.len(), numbers);
            bytes[piece.clone()].rotate_left(middle - piece.start);
        }
        7 => drop(bytes.splice(piece, other[part(other.len(), numbers)].to_vec())),
        8 => drop(bytes.splice(at..at, numbers.one_of(&PIECES).to_vec())),
        _ => drop(bytes.splice(piece, numbers.one_of(&PIECES).to_vec())),
    }
    bytes
}

/// One change that leaves JSON behind.
fn change_value(json: &mut Value, numbers: &mut Numbers) {
    let nodes = count(json);
    // The first values are those with many others inside.
    let nodes_here = if numbers.below(2) == 0 { nodes } else { nodes.min(4) };
    let (one, other) = (place(nodes_here, numbers), place(nodes, numbers));
    match numbers.below(8) {
        // Two values change places, or one takes the other's as well.
        0..=1 => {
            let (mut first, mut second) = (Value::Null, Value::Null);
            at_node(json, one, &mut |node| first = node.clone());
            at_node(json, other, &mut |node| second = std::mem::replace(node, first.clone()));
            if numbers.below(2) == 0 {
                at_node(json, one.min(count(json) - 1), &mut |node| *node = second.clone());
            }
        }
        2..=3 => {
            let odd = odd_value(numbers);
            at_node(json, one, &mut |node| *node = odd.clone());
        }
        _ => at_node(json, one, &mut |node| change_inside(node, numbers)),
    }
}

/// How many values there are in a value, itself among them.
fn count(json: &Value) -> usize {
    match json {
        Value::Object(object) => 1 + object.values().map(count).sum::<usize>(),
        Value::Array(array) => 1 + array.iter().map(count).sum::<usize>(),
        _ => 1,
    }
}

/// Changes the value at a place, counted through from the outside in.
fn at_node(json: &mut Value, at: usize, change: &mut dyn FnMut(&mut Value)) {
    fn walk(json: &mut Value, left: &mut usize, change: &mut dyn FnMut(&mut Value)) -> bool {
        if *left == 0 {
            change(json);
            return true;
        }
        *left -= 1;
        match json {
            Value::Object(object) => object.values_mut().any(|value| walk(value, left, change)),
            Value::Array(array) => array.iter_mut().any(|value| walk(value, left, change)),
            _ => false,
        }
    }
    walk(json, &mut at.clone(), change);
}

/// A value that is not expected anywhere.
fn odd_value(numbers: &mut Numbers) -> Value {
    match numbers.below(9) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => Value::from(numbers.below(4)),
        3 => Value::from(numbers.one_of(&[u64::MAX, 1 << 32, 1 << 31, 10_001, 1_000_000_000])),
        4 => Value::from(-1),
        5 => Value::from(numbers.one_of(&[1.5, 1e300, -0.0])),
        6 => Value::from(numbers.one_of(&NAMES)),
        7 => {
            let mut deep = Value::from(1);
            for _ in 0..numbers.below(200) {
                deep = Value::Array(vec![deep]);
            }
            deep
        }
        _ => Value::from(words(numbers)),
    }
}

/// A text: short, a large number, with characters that nobody types, or too long.
fn words(numbers: &mut Numbers) -> String {
    match numbers.below(40) {
        0 => "å".repeat(10_001),
        1 => "å".repeat(10_000),
        2..=5 => "a\u{0}\u{7f}\u{85}\t".to_owned(),
        6..=11 => "99999999999".to_owned(),
        _ => {
            let letters = ['a', '1', '.', ' ', 'æ', '"', '\\', '\u{feff}', '\u{2028}', '🌞', '-'];
            (0..numbers.below(12)).map(|_| numbers.one_of(&letters)).collect()
        }
    }
}

/// Changes a key, an element, a number or a text.
fn change_inside(node: &mut Value, numbers: &mut Numbers) {
    match node {
        Value::Object(object) => {
            let keys: Vec<String> = object.keys().cloned().collect();
            let key = keys.get(place(keys.len(), numbers)).cloned().unwrap_or_default();
            let value = object.get(&key).cloned().unwrap_or_default();
            match numbers.below(4) {
                0 => drop(object.remove(&key)),
                1 => {
                    object.remove(&key);
                    object.insert(numbers.one_of(&NAMES).to_owned(), value);
                }
                2 => drop(object.insert(numbers.one_of(&NAMES).to_owned(), odd_value(numbers))),
                _ => {
                    // Something in the middle of a name.
                    let cut = place(key.chars().count() + 1, numbers);
                    let (before, after): (String, String) =
                        (key.chars().take(cut).collect(), key.chars().skip(cut).collect());
                    object.remove(&key);
                    object.insert(format!("{before}{}{after}", words(numbers)), value);
                }
            }
        }
        Value::Array(array) => {
            let at = place(array.len(), numbers);
            let value = array.get(at).cloned().unwrap_or_default();
            match numbers.below(4) {
                0 if !array.is_empty() => drop(array.remove(at)),
                1 => array.push(value),
                2 => array.reverse(),
                _ => array.push(odd_value(numbers)),
            }
        }
        Value::Number(number) => {
            let one = number.as_u64().unwrap_or_default();
            let other = [one.wrapping_add(1), one.wrapping_sub(1), one.wrapping_mul(1_000_003)];
            *node = Value::from(numbers.one_of(&other));
        }
        Value::String(text) => match numbers.below(3) {
            0 => text.push_str(&words(numbers)),
            1 => drop(text.pop()),
            _ => *text = words(numbers),
        },
        other => *other = odd_value(numbers),
    }
}

/// Something else: any bytes, any JSON, brackets without end.
fn in_place_of_it(text: &str, numbers: &mut Numbers) -> Vec<u8> {
    match numbers.below(5) {
        0 => (0..numbers.below(200)).map(|_| numbers.below(256) as u8).collect(),
        1 => {
            let pieces = (0..numbers.below(40)).map(|_| numbers.one_of(&PIECES));
            pieces.collect::<Vec<_>>().concat()
        }
        2 => odd_value(numbers).to_string().into_bytes(),
        3 => numbers
            .one_of(&["[", "{\"case_file\":", "{\"receipt\":", "{\"a\":["])
            .repeat(1 + place(2_000, numbers))
            .into_bytes(),
        // Each letter in two bytes, as some editors save a text.
        _ => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
    }
}

/// Texts at and beyond the limits of size and of rows.
fn huge(text: &str, numbers: &mut Numbers) -> Vec<u8> {
    let limit: usize = 1 << 20;
    let rows = |most: u64| (1..=most).map(|row| row.to_string()).collect::<Vec<_>>().join(",");
    match numbers.below(4) {
        0 => {
            let length = numbers.one_of(&[limit - 1, limit, limit + 1, 4 * limit, 4 * limit + 1]);
            format!("{text}{}", " ".repeat(length.saturating_sub(text.len()))).into_bytes()
        }
        1 => "[".repeat(limit).into_bytes(),
        2 => text.replacen("\"lists\":{", "\"lists\":{\"wanted\":[1,1],", 1).into_bytes(),
        _ => {
            let rows = rows(numbers.one_of(&[9_999, 10_000, 10_001]));
            let list = format!("\"lists\":{{\"wanted\":[{rows}]");
            text.replacen("\"lists\":{", &format!("{list},"), 1).replace(",}", "}").into_bytes()
        }
    }
}
