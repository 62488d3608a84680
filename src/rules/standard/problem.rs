//! What can be wrong with the standard's data.

use super::Unit;

/// What is wrong with the standard's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandardError {
    /// The field, such as `parameters.complaint_days.values[0].from`; empty for the whole text.
    pub path: String,
    /// What would be right.
    pub problem: Problem,
}

/// What would be right in the standard's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text must be JSON; where the parser stopped.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A field may stand only once in its object.
    Twice {
        /// The line, from 1, on which it stands again.
        line: usize,
    },
    /// The file must be saved as UTF-8: a letter such as »ø« was lost.
    NotUtf8 {
        /// The line, from 1.
        line: usize,
    },
    /// The field must be there.
    Missing,
    /// The field is not known; it must be taken out or spelt as the others are.
    Unknown,
    /// The field belongs to an offer or a title that the standard does not have.
    NotOffered,
    /// An object must stand here.
    NotAnObject,
    /// A list must stand here.
    NotAList,
    /// It must be one of these.
    NotOneOf(Vec<&'static str>),
    /// It may stand in the list only once.
    Repeated,
    /// Respite and crisis stays are kinds of temporary housing, which must be in the list, too.
    NeedsTemporary,
    /// It must be a date `YYYY-MM-DD` between 1900 and 2100.
    NotADate,
    /// The last day may not come before the first.
    EndsTooEarly,
    /// The first value must hold from the day of the approval on.
    NotFromApproval,
    /// Each value must hold from a later date than the one before.
    NotInOrder,
    /// The unit must be this one.
    WrongUnit(Unit),
    /// The value must be a whole number between the two.
    NotANumberBetween(u32, u32),
    /// The value must be an amount such as `1800.00`.
    NotAnAmount,
    /// The source must name either a standard with a section, or a law.
    NoSource,
    /// The source names a standard of which there is no title.
    NoSuchStandard,
    /// A text that is not empty must stand here, or at least one value.
    Empty,
    /// The text may have at most so many characters.
    TooLong(usize),
    /// It must be a telephone number of eight digits.
    NotAPhone,
    /// It must be a mail address.
    NotAMail,
    /// It must be an address that begins with `https://`.
    NotALink,
    /// It must be a time `HH:MM` between 00:00 and 23:59.
    NotATime,
    /// The office must close later than it opens.
    ClosesTooEarly,
}
