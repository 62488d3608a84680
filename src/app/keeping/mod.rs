//! Keeping (gemme) what is typed: on this device, and in a case file.
//!
//! Nothing is kept before the person asks. Then every change is, and the browser's storage is
//! looked at before each write: what another window has written there, or deleted, is neither
//! overwritten nor brought back without the person. What cannot be read stays as it is.
//!
//! [`Keeping`] is the state; [`events`] says what happens to it, and the rest of the program comes
//! in through [`doors`].

pub mod doors;
mod events;
#[cfg(test)]
mod tests;

pub use events::{NOTICE, OPENED};

use crate::draft::case_file::{CaseFile, CaseFileError};
use crate::rules::code::coded;
use crate::rules::date::Date;

/// The field of a case file to open.
pub const FILE: &str = "case-file";

coded! {
    /// What a person does with what is kept.
    pub enum KeepDeed {
        /// Keeps everything typed on this device, in place of what is kept there.
        Keep = "this",
        /// Goes on with what is kept.
        TakeKept = "take",
        /// Deletes what is kept, and keeps no more.
        Forget = "forget",
        /// Saves what is kept as a file, as it is.
        SaveKept = "save-kept",
        /// Saves everything typed as a case file.
        SaveCase = "save",
        /// Takes the case file in place of what is typed.
        TakeCase = "take-case",
        /// Leaves the case file alone.
        LeaveCase = "leave-case",
    }
}

/// Why the browser does not keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It keeps nothing for this page: private browsing, a strict setting, a frame.
    Blocked,
    /// There is no room left.
    Full,
}

/// How keeping stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing is kept, and nobody has asked for it.
    #[default]
    Off,
    /// Every change is kept.
    On,
    /// Something was kept before this window was opened.
    Found(CaseFile),
    /// Another window has kept something else since.
    Elsewhere(CaseFile),
    /// Another window has deleted what was kept. What is on the screen is still there.
    Gone,
    /// Something is kept that cannot be read.
    Unreadable(CaseFileError),
    /// The browser does not keep it. What was kept before, if anything, is still there.
    Refused(Refusal),
}

/// What is kept, and what a case file brought.
#[derive(Debug, Default)]
pub struct Keeping {
    /// How keeping stands.
    pub state: State,
    /// The text in the browser's storage, as this window last wrote or saw it.
    pub seen: Option<String>,
    /// What a case file brought, or that everything was deleted.
    pub opened: Option<Opened>,
}

/// What became of everything typed at once: what a case file brought, or that all was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Everything typed was deleted.
    Cleared,
    /// It cannot be read.
    Refused(CaseFileError),
    /// It is no case file but a receipt.
    Receipt,
    /// It waits for the person, who has typed something that it would take the place of.
    Waiting(CaseFile),
    /// It was taken; it was saved on this day.
    Taken(Date),
}
