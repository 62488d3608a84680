//! From the bytes of a case file to everything typed, whole or not at all.

use std::collections::BinaryHeap;

use serde_json::{Map, Value};

use super::migrate::to_present;
use super::{CaseFile, CaseFileError, FIELDS, FORM, LARGEST, LAST_ROW, LISTS, LONGEST_TEXT};
use super::{PROGRAM, SAVED, names};
use crate::draft::Sheet;
use crate::rules::date::Date;

type Read<T> = Result<T, CaseFileError>;

/// How every case file of this program begins, so that one that was cut off is still known.
const BEGINNING: &[u8] = b"{\"case_file\":";
/// Some editors put a mark before a text.
const MARK: &[u8] = "\u{feff}".as_bytes();
/// How much of an unknown name is repeated in an error, in characters.
const LONGEST_PLACE: usize = 60;

/// Reads a case file, of this version of the form or an older one. Of a key that stands twice the
/// last counts.
///
/// # Errors
/// [`CaseFileError`] tells what the file is instead. Then nothing of it is taken.
pub fn read(bytes: &[u8]) -> Read<CaseFile> {
    if bytes.len() > LARGEST {
        return Err(CaseFileError::TooLarge);
    }
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let mut file = match serde_json::from_slice(bytes) {
        Ok(Value::Object(file)) => file,
        Err(_) if bytes.trim_ascii_start().starts_with(BEGINNING) => return Err(damaged("")),
        _ => return Err(CaseFileError::NotACaseFile),
    };
    let version = file.remove(FORM).as_ref().and_then(Value::as_u64);
    to_present(&mut file, version.ok_or(CaseFileError::NotACaseFile)?)?;
    text(&mut file, PROGRAM)?;
    let saved = Date::parse(&text(&mut file, SAVED)?).ok_or_else(|| damaged(SAVED))?;
    let fields = object(&mut file, FIELDS)?;
    let lists = object(&mut file, LISTS)?;
    if let Some(unknown) = file.keys().next() {
        return Err(damaged(unknown));
    }
    let mut sheet = Sheet::default();
    put_lists(lists, &mut sheet)?;
    put_fields(fields, &mut sheet)?;
    Ok(CaseFile { sheet, saved })
}

fn text(file: &mut Map<String, Value>, key: &str) -> Read<String> {
    match file.remove(key) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(damaged(key)),
    }
}

fn object(file: &mut Map<String, Value>, key: &str) -> Read<Map<String, Value>> {
    match file.remove(key) {
        Some(Value::Object(object)) => Ok(object),
        _ => Err(damaged(key)),
    }
}

fn put_lists(lists: Map<String, Value>, sheet: &mut Sheet) -> Read<()> {
    let mut all = BinaryHeap::new();
    for (name, value) in lists {
        let wrong = || damaged_in(LISTS, &name);
        let list = names::list(&name).ok_or_else(wrong)?;
        let rows = rows(&value, list.most).ok_or_else(wrong)?;
        all.extend(rows.iter().copied());
        sheet.put_rows(list.name, rows);
    }
    // A number stands for one row, whatever its list.
    let all = all.into_sorted_vec();
    match all.iter().zip(all.iter().skip(1)).any(|(row, next)| row == next) {
        true => Err(damaged(LISTS)),
        false => Ok(()),
    }
}

/// The numbers of at most so many rows.
fn rows(value: &Value, most: usize) -> Option<Vec<u32>> {
    let values = value.as_array().filter(|values| values.len() <= most)?;
    let mut rows = Vec::with_capacity(values.len());
    for value in values {
        let row = u32::try_from(value.as_u64()?).ok()?;
        rows.push(Some(row).filter(|row| (1..=LAST_ROW).contains(row))?);
    }
    Some(rows)
}

fn put_fields(fields: Map<String, Value>, sheet: &mut Sheet) -> Read<()> {
    for (field, value) in fields {
        match value {
            Value::String(text) if names::is_in(&field, sheet) && can_be_typed(&text) => {
                sheet.set(field, text);
            }
            _ => return Err(damaged_in(FIELDS, &field)),
        }
    }
    Ok(())
}

fn can_be_typed(text: &str) -> bool {
    !text.contains(char::is_control) && text.chars().count() <= LONGEST_TEXT
}

fn damaged(place: &str) -> CaseFileError {
    CaseFileError::Damaged { place: place.chars().take(LONGEST_PLACE).collect() }
}

fn damaged_in(part: &str, name: &str) -> CaseFileError {
    damaged(&format!("{part}.{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::case_file::{VERSION, write};
    use crate::draft::respite::STAYS;
    use crate::draft::suggest::SHAPES;

    /// A file of the present version with these fields and lists.
    fn file(fields: &str, lists: &str) -> String {
        format!(
            r#"{{"case_file":{VERSION},"program":"0","saved":"2026-11-22","fields":{{{fields}}},"lists":{{{lists}}}}}"#
        )
    }

    fn read_text(text: &str) -> Read<CaseFile> {
        read(text.as_bytes())
    }

    #[test]
    fn what_is_in_the_file_is_in_the_sheet() {
        let text = file(r#""born-day":"4","stay-9-arrival":"1.1.2026""#, r#""stay":[9,2]"#);
        let CaseFile { mut sheet, saved } = read_text(&text).unwrap();
        assert_eq!(saved, Date::parse("2026-11-22").unwrap());
        assert_eq!(sheet.rows(STAYS), [9, 2]);
        assert_eq!((sheet.get("born-day"), sheet.get("stay-9-arrival")), ("4", "1.1.2026"));
        assert_eq!(sheet.add_row(SHAPES), 10);
    }

    #[test]
    fn what_stands_around_the_text_is_no_fault() {
        let text = file("", "");
        for around in [format!("\u{feff}{text}"), format!("{text}\r\n"), format!("\n {text}")] {
            assert_eq!(read_text(&around), read_text(&text), "{around:?}");
        }
    }

    #[test]
    fn what_is_no_case_file_is_told_apart() {
        for text in
            ["", " ", "x", "{", "[]", "{}", "null", "{\"receipt\":1}", "{\"case_file\":\"1\"}"]
        {
            assert_eq!(read_text(text), Err(CaseFileError::NotACaseFile), "{text}");
        }
        for version in ["0", "-1", "1.0", "null", "[1]"] {
            let text = file("", "").replacen(&VERSION.to_string(), version, 1);
            assert_eq!(read_text(&text), Err(CaseFileError::NotACaseFile), "{version}");
        }
        assert_eq!(read(b"\xff\xfe{\0"), Err(CaseFileError::NotACaseFile));
    }

    #[test]
    fn a_newer_file_is_called_newer_whatever_else_is_in_it() {
        for text in ["{\"case_file\":99}", "{\"new\":0,\"case_file\":18446744073709551615}"] {
            assert_eq!(read_text(text), Err(CaseFileError::Newer), "{text}");
        }
        let next = file("", "").replacen(&VERSION.to_string(), &(VERSION + 1).to_string(), 1);
        assert_eq!(read_text(&next), Err(CaseFileError::Newer));
    }

    #[test]
    fn a_file_may_be_as_large_as_the_limit_and_no_larger() {
        let mut text = file("", "");
        text.extend(std::iter::repeat_n(' ', LARGEST - text.len()));
        assert!(read_text(&text).is_ok());
        text.push(' ');
        assert_eq!(read_text(&text), Err(CaseFileError::TooLarge));
    }

    #[test]
    fn a_file_that_was_cut_off_is_damaged() {
        let text = file(r#""born-day":"4""#, "");
        for length in BEGINNING.len()..text.len() {
            assert_eq!(read_text(&text[..length]), Err(damaged("")), "{length}");
        }
        let mut bytes = text.into_bytes();
        let last = bytes.len() - 20;
        bytes[last] = 0xff;
        assert_eq!(read(&bytes), Err(damaged("")));
    }

    #[test]
    fn what_is_damaged_is_named() {
        let fields = |fields: &str| file(fields, r#""stay":[1]"#);
        let lists = |lists: &str| file("", lists);
        let many = |list: &str, rows: usize| {
            let rows: Vec<String> = (1..=rows).map(|row| row.to_string()).collect();
            lists(&format!("\"{list}\":[{}]", rows.join(",")))
        };
        for (text, place) in [
            (file("", "").replace("2026-11-22", "2026-11-31"), "saved"),
            (file("", "").replace("\"2026-11-22\"", "20261122"), "saved"),
            (file("", "").replace("\"0\"", "0"), "program"),
            (file("", "").replace("\"fields\"", "\"field\""), "fields"),
            (file("", "").replace("\"lists\":{}", "\"lists\":[]"), "lists"),
            (file("", "").replace("\"lists\":{}", "\"lists\":{},\"x\":1"), "x"),
            (fields(r#""unknown":"1""#), "fields.unknown"),
            (fields(r#""take-0":"yes""#), "fields.take-0"),
            (fields(r#""born-day":4"#), "fields.born-day"),
            (fields(r#""born-day":null"#), "fields.born-day"),
            (fields(r#""stay-2-arrival":"1""#), "fields.stay-2-arrival"),
            (fields(r#""stay-01-arrival":"1""#), "fields.stay-01-arrival"),
            (fields(r#""stay-1-kind":"1""#), "fields.stay-1-kind"),
            (fields(r#""born-day":"\u0000""#), "fields.born-day"),
            (fields(r#""born-day":"a\tb""#), "fields.born-day"),
            (fields(&format!("\"born-day\":\"{}\"", "æ".repeat(10_001))), "fields.born-day"),
            (lists(r#""unknown":[]"#), "lists.unknown"),
            (lists(r#""stay":[1,1]"#), "lists"),
            (lists(r#""stay":[1],"wish":[2,1]"#), "lists"),
            (lists(r#""stay":[0]"#), "lists.stay"),
            (lists(r#""stay":[-1]"#), "lists.stay"),
            (lists(r#""stay":[1.5]"#), "lists.stay"),
            (lists(r#""stay":["1"]"#), "lists.stay"),
            (lists(r#""stay":[1000000001]"#), "lists.stay"),
            (lists(r#""stay":[4294967297]"#), "lists.stay"),
            (lists(r#""stay":1"#), "lists.stay"),
            (many("stay", 10_001), "lists.stay"),
            (many("closed", 10_001), "lists.closed"),
            (many("income", 101), "lists.income"),
            (many("wish", 5), "lists.wish"),
        ] {
            let start: String = text.chars().take(200).collect();
            assert_eq!(read_text(&text), Err(damaged(place)), "{start}");
        }
        for text in [many("stay", 10_000), many("income", 100), many("wish", 4)] {
            assert!(read_text(&text).is_ok());
        }
        let longest = fields(&format!("\"born-day\":\"{}\"", "æ".repeat(10_000)));
        assert!(read_text(&longest).is_ok());
    }

    #[test]
    fn an_unknown_name_is_repeated_in_part() {
        let text = file(&format!("\"{}\":\"1\"", "å".repeat(1_000)), "");
        let Err(CaseFileError::Damaged { place }) = read_text(&text) else { panic!() };
        assert_eq!(place.chars().count(), LONGEST_PLACE);
    }

    #[test]
    fn empty_fields_and_lists_leave_no_trace() {
        let read = read_text(&file(r#""born-day":"""#, r#""stay":[]"#)).unwrap();
        assert_eq!(read.sheet, Sheet::default());
        let again = write(&read.sheet, read.saved);
        assert_eq!(read_text(&again), Ok(read));
    }
}
