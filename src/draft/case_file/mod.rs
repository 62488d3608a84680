//! Case files (sagsfiler): everything typed, as one line of text that a person keeps.
//!
//! The file may be opened years later by a newer program, and nobody knows who has changed it in
//! between. So it says which version of the form it has, [`migrate`] brings older forms up to
//! date, and [`read`] takes a file whole or not at all. [`names`] knows every field there is.

#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

mod migrate;
pub mod names;
mod read;
mod write;

pub use migrate::VERSION;
pub use read::read;
pub use write::write;

use super::Sheet;
use crate::rules::date::Date;

/// The largest file that is read, in bytes: 1 MiB.
pub const LARGEST: usize = 1 << 20;
/// The longest text of a field, in characters.
pub const LONGEST_TEXT: usize = 10_000;
/// The greatest number of a row, so low that there are always numbers left for new ones.
pub const LAST_ROW: u32 = 1_000_000_000;

/// The key of the version, with which every case file begins.
const FORM: &str = "case_file";
/// The key of the version of the program that wrote the file.
const PROGRAM: &str = "program";
/// The key of the day of saving.
const SAVED: &str = "saved";
/// The key of what is typed.
const FIELDS: &str = "fields";
/// The key of the rows of each list, in order.
const LISTS: &str = "lists";

/// What a case file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// Everything typed.
    pub sheet: Sheet,
    /// The day it was saved.
    pub saved: Date,
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseFileError {
    /// Longer than [`LARGEST`].
    TooLarge,
    /// No case file of this program.
    NotACaseFile,
    /// Its form is newer than this program knows.
    Newer,
    /// A case file, but something in it is not as it must be.
    Damaged {
        /// Where: `saved`, `fields.born-day`, `lists.income`; empty when not even the places can
        /// be told apart, as in a file that was cut off.
        place: String,
    },
}
