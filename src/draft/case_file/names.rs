//! Every name there is: the fields that stand alone, and the lists with the fields of their rows.
//!
//! `tests/case_files.rs` draws every page and compares: what can be typed into has its name here,
//! and every name here stands on a page.

use crate::draft::fields::DATE_PARTS;
use crate::draft::who::WHO;
use crate::draft::{Sheet, dates, eligibility, free_choice, payment, respite, suggest};
use crate::request::{MOST_BUDGET_LINES, MOST_STAYS};
use crate::rules::offer::Housing;
use crate::rules::suggest::MOST_SHAPES;
use crate::rules::{eligibility as situation, free_choice as wish};

/// A list whose rows come and go.
#[derive(Debug)]
pub struct List {
    /// Its name, with which the names of its fields begin; without a dash.
    pub name: &'static str,
    /// The fields of a row, beginning with the one where the focus goes in a new row.
    pub fields: &'static [&'static str],
    /// The most rows, as in the contract.
    pub most: usize,
}

const BUDGET_ROW: &[&str] = &[payment::KIND, payment::NAME, payment::AMOUNT, payment::PERIOD];
const RANGE_ROW: &[&str] = &[respite::FROM, respite::TO];
const STAY_ROW: &[&str] = &[respite::ARRIVAL, respite::DEPARTURE, respite::HELD, respite::NOTE];
const SHAPE_ROW: &[&str] = &[suggest::WEEKDAY, suggest::DAYS, suggest::COUNT];

/// Every list.
pub static LISTS: [List; 9] = [
    List { name: respite::STAYS, fields: STAY_ROW, most: MOST_STAYS },
    List { name: suggest::SHAPES, fields: SHAPE_ROW, most: MOST_SHAPES },
    List { name: respite::UNAVAILABLE, fields: RANGE_ROW, most: MOST_STAYS },
    List { name: respite::MUST_COVER, fields: RANGE_ROW, most: MOST_STAYS },
    List { name: payment::INCOME, fields: BUDGET_ROW, most: MOST_BUDGET_LINES },
    List { name: payment::EXPENSES, fields: BUDGET_ROW, most: MOST_BUDGET_LINES },
    charges(Housing::Temporary),
    charges(Housing::LongTerm),
    charges(Housing::Lease),
];

/// What an offer charges for.
const fn charges(offer: Housing) -> List {
    List { name: payment::charges_of(offer), fields: BUDGET_ROW, most: MOST_BUDGET_LINES }
}

/// The fields that stand alone, but for the birth date and the questions.
const ALONE: [&str; 22] = [
    WHO,
    respite::GRANTED,
    respite::GRANT_START,
    respite::HOUSING_FROM,
    respite::HOUSING_TO,
    respite::CALENDAR_TITLE,
    suggest::YEAR,
    payment::offer_field(Housing::Temporary),
    payment::offer_field(Housing::LongTerm),
    payment::offer_field(Housing::Lease),
    payment::DATE,
    payment::OWN_HOME,
    payment::BENEFIT,
    payment::DEBT,
    payment::FAMILY,
    free_choice::OFFER,
    free_choice::WANTED_PRICE,
    free_choice::REFERENCE_PRICE,
    dates::COMPLAINT_OFFER,
    dates::RECEIVED,
    dates::FOLLOW_OFFER,
    dates::MOVED_IN,
];

/// The list of a name.
pub fn list(name: &str) -> Option<&'static List> {
    LISTS.iter().find(|list| list.name == name)
}

/// The fields that stand alone, in no row.
pub fn alone() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in ALONE {
        names.push(name.to_owned());
    }
    for part in DATE_PARTS {
        names.push(format!("{}-{part}", eligibility::BORN));
    }
    for question in situation::Question::ALL {
        names.push(eligibility::field(*question).to_owned());
    }
    for question in wish::Question::ALL {
        names.push(free_choice::field(*question).to_owned());
    }
    names
}

/// Whether a field of this name stands alone.
pub fn stands_alone(field: &str) -> bool {
    let part = field.strip_prefix(eligibility::BORN).and_then(|end| end.strip_prefix('-'));
    ALONE.contains(&field)
        || part.is_some_and(|part| DATE_PARTS.contains(&part))
        || eligibility::question_of(field).is_some()
        || wish::Question::ALL.iter().any(|question| free_choice::field(*question) == field)
}

/// The list and the number of the row that a field of this name stands in.
pub fn row_of(field: &str) -> Option<(&'static List, u32)> {
    let (name, in_list) = field.split_once('-')?;
    let (number, in_row) = in_list.split_once('-')?;
    let list = list(name)?;
    let row: u32 = number.parse().ok()?;
    // A number has one form: neither `+1` nor `01` is the field of row 1.
    let known = list.fields.contains(&in_row) && row.to_string() == number;
    known.then_some((list, row))
}

/// Whether a sheet has a place for a field of this name: it stands alone, or in a row that is
/// there.
pub fn is_in(field: &str, sheet: &Sheet) -> bool {
    match row_of(field) {
        Some((list, row)) => sheet.rows(list.name).contains(&row),
        None => stands_alone(field),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sheet::row_field;

    #[test]
    fn every_name_stands_for_one_field() {
        let names = alone();
        for (place, name) in names.iter().enumerate() {
            assert!(!names[..place].contains(name), "{name} twice");
            assert!(row_of(name).is_none(), "{name} is no row's");
            assert!(stands_alone(name), "{name}");
        }
        for (place, list) in LISTS.iter().enumerate() {
            assert!(!list.name.contains('-'), "{} could not be told from a row", list.name);
            assert!(LISTS[..place].iter().all(|other| other.name != list.name));
            for field in list.fields {
                let (of, row) = row_of(&row_field(list.name, 17, field)).unwrap();
                assert_eq!((of.name, row), (list.name, 17));
            }
        }
    }

    #[test]
    fn no_other_name_is_known() {
        for name in ["", "born", "born-", "born-hour", "stay", "take-0", "import-0", "plan-link"] {
            assert!(!stands_alone(name), "{name}");
        }
        for name in [
            "stay-1",
            "stay-1-",
            "stay-01-arrival",
            "stay-+1-arrival",
            "stay--1-arrival",
            "stay-4294967296-arrival",
            "stay-1-kind",
            "stay-1-arrival-1",
            "income-1-arrival",
            "born-1-day",
        ] {
            assert!(row_of(name).is_none(), "{name}");
        }
    }
}
