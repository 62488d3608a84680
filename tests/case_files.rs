//! Case files over every page, every version and thousands of sheets: nothing typed is missing in
//! the file, and what is written is read back as it was.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/hold.rs"]
mod hold;

#[path = "case_files/pages.rs"]
mod pages;
#[path = "case_files/versions.rs"]
mod versions;

use botilbud::app::sheet::{Sheet, row_field};
use botilbud::draft::case_file::{CaseFile, LONGEST_TEXT, names, read, write};
use botilbud::rules::date::Date;
use hold::hold;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

const SHEETS: u32 = 2_000;

/// One thing done to a sheet.
#[derive(Clone, Debug)]
enum Change {
    Type(Index, String),
    Add(Index),
    TypeInRow(Index, Index, Index, String),
    Remove(Index, Index),
    Turn(Index),
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "\\PC{0,20}",
        2 => "[\"\\\\/{}\\[\\]:, æøå\u{2028}\u{feff}\u{1f4a9}]{0,20}",
        1 => Just("å".repeat(LONGEST_TEXT)),
    ]
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let index = any::<Index>;
    let change = prop_oneof![
        3 => (index(), text()).prop_map(|(field, text)| Change::Type(field, text)),
        3 => index().prop_map(Change::Add),
        6 => (index(), index(), index(), text())
            .prop_map(|(list, row, field, text)| Change::TypeInRow(list, row, field, text)),
        1 => (index(), index()).prop_map(|(list, row)| Change::Remove(list, row)),
        1 => index().prop_map(Change::Turn),
    ];
    vec(change, 0..60)
}

/// A sheet after these changes, within the limits of rows.
fn sheet(changes: Vec<Change>) -> Sheet {
    let mut sheet = Sheet::default();
    let alone = names::alone();
    let list = |index: Index| index.get(&names::LISTS);
    for change in changes {
        match change {
            Change::Type(field, text) => sheet.set(field.get(&alone), text),
            Change::Add(of) if sheet.rows(list(of).name).len() < list(of).most => {
                sheet.add_row(list(of).name);
            }
            Change::TypeInRow(of, row, field, text) if !sheet.rows(list(of).name).is_empty() => {
                let row = *row.get(sheet.rows(list(of).name));
                let field: &&str = field.get(list(of).fields);
                sheet.set(row_field(list(of).name, row, field), text);
            }
            Change::Remove(of, row) if !sheet.rows(list(of).name).is_empty() => {
                let row = *row.get(sheet.rows(list(of).name));
                sheet.remove_row(list(of).name, row);
            }
            Change::Turn(of) => {
                let turned = sheet.rows(list(of).name).iter().rev().copied().collect();
                sheet.order_rows(list(of).name, turned);
            }
            _ => {}
        }
    }
    sheet
}

#[test]
fn what_is_written_is_read_back_as_it_was() {
    hold(SHEETS, (changes(), 0..73_000_i32), |(changes, day)| {
        let (sheet, saved) = (sheet(changes), Date::FIRST.plus_days(day));
        let text = write(&sheet, saved);
        let file = read(text.as_bytes());
        prop_assert!(file.is_ok(), "{file:?}: {text}");
        let CaseFile { sheet: mut again, saved: day_again } = file.unwrap();
        prop_assert_eq!(again.part(&[""]), sheet.part(&[""]));
        prop_assert_eq!(day_again, saved);
        prop_assert_eq!(write(&again, saved), text);
        for list in &names::LISTS {
            let used: Vec<u32> = again.lists().flat_map(|(_, rows)| rows.to_vec()).collect();
            let row = again.add_row(list.name);
            prop_assert!(!used.contains(&row), "{row} is used already: {used:?}");
        }
        Ok(())
    });
}

#[test]
fn sheets_that_look_the_same_are_the_same_file() {
    let (mut one, mut other) = (Sheet::default(), Sheet::default());
    one.set("granted", "30");
    one.set("born-day", "4");
    let row = one.add_row("stay");
    one.remove_row("stay", row);
    other.set("born-day", "4");
    other.set("granted", "");
    other.set("granted", "30");
    let saved = Date::parse("2026-11-22").unwrap();
    assert_eq!(write(&one, saved), write(&other, saved));
}
