//! From everything typed to the text of a case file.

use serde_json::Value;

use super::{FIELDS, FORM, LISTS, LONGEST_TEXT, PROGRAM, SAVED, VERSION, names};
use crate::draft::Sheet;
use crate::rules::date::Date;

/// The case file of a sheet, as one line of JSON: version of the form and of the program, the day
/// of saving, then fields and lists in the order of their names. The same sheet always gives the
/// same text.
///
/// Only what [`names`] knows is written: the boxes at a suggested plan or at days from a calendar
/// file belong to what was found, not to what was typed. A control character, such as a tab that
/// was pasted, becomes the space it looks like, and a text ends after [`LONGEST_TEXT`] characters,
/// so that the file can be read again. Nothing but its size can keep it from that: a sheet of
/// thousands of stays with long notes may come to more than [`LARGEST`](super::LARGEST) bytes.
pub fn write(sheet: &Sheet, saved: Date) -> String {
    let mut text = String::from("{");
    begin(&mut text, FORM);
    text.push_str(&VERSION.to_string());
    text.push(',');
    begin(&mut text, PROGRAM);
    push_quoted(&mut text, env!("CARGO_PKG_VERSION"));
    text.push(',');
    begin(&mut text, SAVED);
    push_quoted(&mut text, &saved.iso());
    text.push(',');
    begin(&mut text, FIELDS);
    push_fields(&mut text, sheet);
    text.push(',');
    begin(&mut text, LISTS);
    push_lists(&mut text, sheet);
    text.push('}');
    text
}

fn push_fields(text: &mut String, sheet: &Sheet) {
    let mut before = '{';
    for (field, typed) in sheet.fields() {
        if names::is_in(field, sheet) {
            text.push(before);
            begin(text, field);
            push_quoted(text, &plain(typed));
            before = ',';
        }
    }
    end(text, before);
}

fn push_lists(text: &mut String, sheet: &Sheet) {
    let mut before = '{';
    for (list, rows) in sheet.lists() {
        if names::list(list).is_none() {
            continue;
        }
        text.push(before);
        begin(text, list);
        let mut before_row = '[';
        for row in rows {
            text.push(before_row);
            text.push_str(&row.to_string());
            before_row = ',';
        }
        text.push(']');
        before = ',';
    }
    end(text, before);
}

/// Closes an object, which has not been opened when it is empty.
fn end(text: &mut String, before: char) {
    if before == '{' {
        text.push('{');
    }
    text.push('}');
}

fn begin(text: &mut String, key: &str) {
    push_quoted(text, key);
    text.push(':');
}

fn push_quoted(text: &mut String, value: &str) {
    text.push_str(&Value::from(value).to_string());
}

/// A text as a file may hold it.
fn plain(typed: &str) -> String {
    let seen = |character: char| if character.is_control() { ' ' } else { character };
    typed.chars().take(LONGEST_TEXT).map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::planner::exchange::import_field;
    use crate::app::planner::propose::take_field;
    use crate::app::sheet::row_field;
    use crate::draft::payment::{AMOUNT, INCOME};
    use crate::draft::respite::STAYS;

    fn written(sheet: &Sheet) -> String {
        let text = write(sheet, Date::parse("2026-11-22").unwrap());
        let program = concat!(",\"program\":\"", env!("CARGO_PKG_VERSION"), "\"");
        assert!(text.contains(program), "{text}");
        text.replacen(program, "", 1)
    }

    #[test]
    fn the_text_is_one_line_in_the_order_of_the_names() {
        let mut sheet = Sheet::default();
        sheet.set("pay-debt", "1.000 \"ca.\"");
        let (first, stay) = (sheet.add_row(INCOME), sheet.add_row(STAYS));
        let last = sheet.add_row(INCOME);
        sheet.set(row_field(INCOME, first, AMOUNT), "7");
        sheet.set("born-day", "4");
        sheet.order_rows(INCOME, vec![last, first]);
        let start = format!("{{\"case_file\":{VERSION},\"saved\":\"2026-11-22\",");
        let rest = r#""fields":{"born-day":"4","income-1-amount":"7","pay-debt":"1.000 \"ca.\""},"#;
        let lists = format!("\"lists\":{{\"income\":[{last},{first}],\"stay\":[{stay}]}}}}");
        assert_eq!(written(&sheet), format!("{start}{rest}{lists}"));
    }

    #[test]
    fn nothing_typed_is_a_file_too() {
        let text = written(&Sheet::default());
        assert!(text.ends_with(r#""saved":"2026-11-22","fields":{},"lists":{}}"#), "{text}");
    }

    #[test]
    fn what_is_not_typed_is_not_saved() {
        let mut sheet = Sheet::default();
        sheet.set(take_field(0), "yes");
        sheet.set(import_field(3), "yes");
        sheet.set(row_field(STAYS, 7, "arrival"), "1.1.2026");
        assert_eq!(written(&sheet), written(&Sheet::default()));
    }

    #[test]
    fn what_a_file_cannot_hold_is_written_as_near_as_can_be() {
        let mut sheet = Sheet::default();
        sheet.set("granted", "3\t0\u{7f}\n");
        assert!(written(&sheet).contains("\"granted\":\"3 0  \""));
        sheet.set("granted", "æ".repeat(LONGEST_TEXT + 1));
        assert!(written(&sheet).contains(&format!("\"{}\"", "æ".repeat(LONGEST_TEXT))));
    }
}
