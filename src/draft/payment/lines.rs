//! The rows of a budget: what each is for, its amount and how often it comes.

use super::{AMOUNT, KIND, NAME, PERIOD};
use crate::app::model::add_button_id;
use crate::draft::fields::Reader;
use crate::draft::{Sheet, row_field};
use crate::rules::money::Money;
use crate::rules::payment::Line;
use crate::rules::period::Period;
use crate::text::parse;

/// How a line of the budget was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the person calls it; empty when the kind says it.
    pub name: String,
    /// Kroner for each period.
    pub amount: Money,
    /// How often.
    pub period: Period,
}

/// The lines of a list with how each was typed.
pub(super) struct Lines<Kind> {
    pub lines: Vec<Line<Kind>>,
    pub entries: Vec<Entry>,
}

/// The lines of a list; rows without an amount are left out.
pub(super) fn lines<Kind: Copy>(
    list: &str,
    from_code: impl Fn(&str) -> Option<Kind>,
    other: Kind,
    reader: &mut Reader,
) -> Lines<Kind> {
    let mut read = Lines { lines: Vec::new(), entries: Vec::new() };
    for row in rows_with_amount(reader.sheet, list) {
        let kind = from_code(reader.sheet.get_in(list, row, KIND));
        let field = row_field(list, row, AMOUNT);
        let Some(typed) = reader.amount(&field) else { continue };
        let period = period(reader.sheet, list, row);
        let amount = period.monthly(typed);
        if amount >= Money::LIMIT {
            let message = reader.words().errors.amount_too_large;
            reader.error(field, message);
        }
        // A kind with a name of its own hides the field for another.
        let name = if kind.is_some() { "" } else { reader.sheet.get_in(list, row, NAME).trim() };
        read.lines.push(Line { kind: kind.unwrap_or(other), amount });
        read.entries.push(Entry { name: name.to_owned(), amount: typed, period });
    }
    read
}

/// How often a row's amount comes; once a month when nothing is chosen.
fn period(sheet: &Sheet, list: &str, row: u32) -> Period {
    Period::from_code(sheet.get_in(list, row, PERIOD)).unwrap_or(Period::Month)
}

/// What a row comes to a month, when its amount can be read and comes otherwise.
pub fn monthly(sheet: &Sheet, list: &str, row: u32) -> Option<(Money, Period)> {
    let period = period(sheet, list, row);
    let typed = parse::amount(sheet.get_in(list, row, AMOUNT)).ok()?;
    (period != Period::Month).then(|| (period.monthly(typed), period))
}

/// The sum of the amounts of a list that can be read, a month, whatever else is wrong.
pub fn readable_sum(sheet: &Sheet, list: &str) -> Money {
    let amount = |row: &u32| {
        let typed = parse::amount(sheet.get_in(list, *row, AMOUNT)).ok()?;
        Some(period(sheet, list, *row).monthly(typed))
    };
    sheet.rows(list).iter().filter_map(amount).sum()
}

/// The rows of a list with an amount.
pub(super) fn rows_with_amount(sheet: &Sheet, list: &str) -> Vec<u32> {
    let rows = sheet.rows(list).iter().copied();
    rows.filter(|row| !sheet.get_in(list, *row, AMOUNT).trim().is_empty()).collect()
}

/// A list that has no amount gets an error at its first row, or at its button without rows.
pub(super) fn need_an_amount(list: &str, message: &str, reader: &mut Reader) {
    if rows_with_amount(reader.sheet, list).is_empty() {
        let first = reader.sheet.rows(list).first();
        let field = first.map_or_else(|| add_button_id(list), |row| row_field(list, *row, AMOUNT));
        reader.error(field, message);
    }
}

/// The amount's field of the line at a place.
pub(super) fn field_of_line(list: &str, place: usize, sheet: &Sheet) -> Option<String> {
    let row = *rows_with_amount(sheet, list).get(place)?;
    Some(row_field(list, row, AMOUNT))
}
