//! The days of a relative's calendar (iCalendar, RFC 5545), so that a plan can be laid around them.
//!
//! Any program may have written the file, so what cannot be read for certain is left out with a
//! reason instead of being guessed at. Times become Danish dates; nothing is merged.

mod event;
mod lines;
mod moment;
mod repeat;
#[cfg(test)]
mod tests;

use crate::rules::date::DateRange;
use crate::text::words::Words;
use event::{Event, Replaced, events};

/// The most bytes of a file.
pub const LARGEST_FILE: usize = 1024 * 1024;
/// The most events of a file.
pub const MOST_EVENTS: usize = 2_000;
/// The most ranges that are taken in from a file.
pub const MOST_RANGES: usize = 1_000;
/// The most characters of a title; what is longer is cut.
pub const LONGEST_TITLE: usize = 80;

/// What a calendar says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The days taken up, one range for each event or each time that it happens, in the order of
    /// the file. A range that begins or ends outside the window is whole.
    pub ranges: Vec<ImportedRange>,
    /// The events that were not taken in.
    pub left_out: Vec<LeftOut>,
}

/// The days that an event takes up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRange {
    /// Its title, on one line; empty when it has none.
    pub title: String,
    /// Its days.
    pub range: DateRange,
}

/// An event that was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its title, on one line; empty when it has none.
    pub title: String,
    /// Why.
    pub why: Why,
}

/// Why an event was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no beginning.
    NoDate,
    /// A date or length does not exist, is not written as RFC 5545 says, or is outside the dates
    /// that may be asked about.
    UnreadableDate,
    /// Its end is not after its beginning.
    EndsTooEarly,
    /// Its rule is neither daily, weekly nor yearly, or has more conditions, or one of its days
    /// is changed in a way that changes the rest.
    RepeatsInAWayWeCannotRead,
    /// It is called off.
    Cancelled,
    /// None of its days is in the years asked for.
    OutsideTheYears,
    /// The file breaks off before the event ends.
    Incomplete,
    /// With it there would be more than [`MOST_RANGES`] ranges.
    TooMany,
}

/// Why a file is no calendar that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// There is no calendar in it.
    NotACalendar,
    /// It has more than [`LARGEST_FILE`] bytes or [`MOST_EVENTS`] events.
    TooBig,
}

impl ImportError {
    /// What went wrong and what to do, for the person who chose the file.
    pub fn message(self, words: &Words) -> &'static str {
        let w = &words.exchange.import_error;
        match self {
            ImportError::NotACalendar => w.not_a_calendar,
            ImportError::TooBig => w.too_big,
        }
    }
}

/// The reason in words, as a sentence about the event.
pub fn why_words(why: &Why, words: &Words) -> &'static str {
    let w = &words.exchange.why;
    match why {
        Why::NoDate => w.no_date,
        Why::UnreadableDate => w.unreadable_date,
        Why::EndsTooEarly => w.ends_too_early,
        Why::RepeatsInAWayWeCannotRead => w.repeats_otherwise,
        Why::Cancelled => w.cancelled,
        Why::OutsideTheYears => w.outside,
        Why::Incomplete => w.incomplete,
        Why::TooMany => w.too_many,
    }
}

/// Reads a calendar file: the days that touch `window`, the years being planned.
///
/// # Errors
/// [`ImportError`] when nothing of the file can be used. A calendar without events is none.
pub fn read(file: &[u8], window: DateRange) -> Result<Imported, ImportError> {
    if file.len() > LARGEST_FILE {
        return Err(ImportError::TooBig);
    }
    let mut events = events(file)?;
    apply_replacements(&mut events);
    let mut imported = Imported::default();
    for event in events {
        let found = event.ranges(window).and_then(|ranges| {
            let total = imported.ranges.len().saturating_add(ranges.len());
            if total <= MOST_RANGES { Ok(ranges) } else { Err(Why::TooMany) }
        });
        match found {
            Ok(ranges) => {
                for range in ranges {
                    imported.ranges.push(ImportedRange { title: event.title.clone(), range });
                }
            }
            Err(why) => imported.left_out.push(LeftOut { title: event.title, why }),
        }
    }
    Ok(imported)
}

/// Takes the days that other events replace out of the events that repeat.
///
/// If a replacement cannot be understood, nor can the event that it belongs to: which of its days
/// are right is not known.
fn apply_replacements(events: &mut [Event]) {
    let mut replacements: Vec<(String, Replaced)> = Vec::new();
    for event in events.iter() {
        if let Some(replaced) = event.replaces() {
            replacements.push((event.uid.clone(), replaced));
        }
    }
    for event in events {
        if event.uid.is_empty() || event.replaces().is_some() {
            continue;
        }
        for (uid, replaced) in &replacements {
            match replaced {
                _ if *uid != event.uid => {}
                Replaced::One(moment) => event.excluded.push(*moment),
                Replaced::Unclear => event.refuse(Why::RepeatsInAWayWeCannotRead),
            }
        }
    }
}
