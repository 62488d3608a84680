//! What can be wrong with a request.

use serde::Serialize;

use crate::rules::date::Date;
use crate::rules::respite::Overlap;

/// An error of the contract: where, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractError {
    /// The field, such as `stays[1].departure`; empty for the line as a whole.
    pub path: String,
    /// What would be right.
    pub fault: Fault,
}

/// What would be right in place of what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The line must be JSON.
    NotJson,
    /// The line must hold an object.
    NotAnObject,
    /// The line may not be longer than this many bytes.
    LineTooLong(usize),
    /// The tool must be one of these.
    UnknownTool(Vec<&'static str>),
    /// The field must be one of these.
    UnknownField(&'static [&'static str]),
    /// The field must be there.
    Missing,
    /// The value must be one of these.
    NotOneOf(Vec<&'static str>),
    /// The value must be a whole number between the two.
    NotBetween(u32, u32),
    /// The value must be a list.
    NotAList,
    /// The value must be an object.
    NotAnObjectHere,
    /// The value must be a date `YYYY-MM-DD` from 1900 to 2100.
    NotADate,
    /// The value must be an amount such as `1800.00`.
    NotAnAmount,
    /// The amount must be below this many kroner.
    AmountTooLarge(u32),
    /// The amount must be above zero.
    AmountZero,
    /// The departure may not come before the arrival.
    DepartureBeforeArrival(Date),
    /// The end of a range may not come before its beginning.
    EndBeforeBeginning(Date),
    /// The period may not end later than this.
    PeriodTooLong(Date),
    /// The stay may not begin before this day, on which another ends.
    Overlaps(Date),
    /// There may not be more than this.
    TooMany(usize),
    /// The person must have reached this age.
    Under(u32),
    /// The date must not lie before the standard's approval.
    NoStandardBefore(Date),
}

impl ContractError {
    /// An error at a field.
    pub fn new(path: impl Into<String>, fault: Fault) -> ContractError {
        ContractError { path: path.into(), fault }
    }

    /// Two stays of a list share more than one date.
    pub(super) fn overlap(list: &str, overlap: Overlap) -> ContractError {
        let path = format!("{list}[{}].arrival", overlap.index);
        ContractError::new(path, Fault::Overlaps(overlap.earliest_arrival))
    }

    /// The contract's code.
    pub fn code(&self) -> &'static str {
        match self.fault {
            Fault::NotJson => "invalid_json",
            Fault::UnknownTool(_) => "unknown_tool",
            Fault::UnknownField(_) => "unknown_field",
            Fault::Missing => "missing_field",
            Fault::NotADate => "invalid_date",
            Fault::NotAnAmount => "invalid_amount",
            Fault::DepartureBeforeArrival(_) => "departure_before_arrival",
            Fault::Overlaps(_) => "overlapping_stays",
            Fault::TooMany(_) | Fault::LineTooLong(_) => "too_many",
            Fault::NoStandardBefore(_) => "no_standard_for_date",
            Fault::NotAnObject
            | Fault::NotOneOf(_)
            | Fault::NotBetween(..)
            | Fault::NotAList
            | Fault::NotAnObjectHere
            | Fault::AmountTooLarge(_)
            | Fault::AmountZero
            | Fault::EndBeforeBeginning(_)
            | Fault::PeriodTooLong(_)
            | Fault::Under(_) => "invalid_value",
        }
    }

    /// The form that is printed.
    pub(super) fn printed(&self, message: String) -> Printed<'_> {
        Printed { error: PrintedError { code: self.code(), path: &self.path, message } }
    }
}

/// An error line of the contract.
#[derive(Serialize)]
pub(super) struct Printed<'a> {
    error: PrintedError<'a>,
}

#[derive(Serialize)]
struct PrintedError<'a> {
    code: &'static str,
    path: &'a str,
    message: String,
}
