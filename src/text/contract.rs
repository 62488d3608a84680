//! The contract's errors in words.

use super::format::short_date;
use super::words::Words;
use crate::request::error::{ContractError, Fault};

/// One sentence that says what would be right.
pub fn message(error: &ContractError, words: &Words) -> String {
    let w = &words.contract;
    match &error.fault {
        Fault::NotJson => w.not_json.to_owned(),
        Fault::NotAnObject => w.not_an_object.to_owned(),
        Fault::LineTooLong(most) => w.line_too_long(most),
        Fault::UnknownTool(tools) => w.unknown_tool(tools.join(", ")),
        Fault::UnknownField(fields) => w.unknown_field(fields.join(", ")),
        Fault::Missing => w.missing.to_owned(),
        Fault::NotOneOf(codes) => w.not_one_of(codes.join(", ")),
        Fault::NotBetween(least, u32::MAX) => w.not_at_least(least),
        Fault::NotBetween(least, most) => w.not_between(least, most),
        Fault::NotAList => w.not_a_list.to_owned(),
        Fault::NotAnObjectHere => w.not_an_object_here.to_owned(),
        Fault::NotADate => w.not_a_date.to_owned(),
        Fault::NotAnAmount => w.not_an_amount.to_owned(),
        Fault::AmountTooLarge(limit) => w.amount_too_large(limit),
        Fault::AmountZero => w.amount_zero.to_owned(),
        Fault::DepartureBeforeArrival(arrival) => {
            w.departure_before_arrival(short_date(*arrival, words))
        }
        Fault::EndBeforeBeginning(from) => w.end_before_beginning(short_date(*from, words)),
        Fault::PeriodTooLong(latest) => w.period_too_long(short_date(*latest, words)),
        Fault::Overlaps(earliest) => w.overlaps(short_date(*earliest, words)),
        Fault::TooMany(most) => w.too_many(most),
        Fault::Under(age) => w.under_age(age),
        Fault::NoStandardBefore(approved) => w.no_standard(short_date(*approved, words)),
    }
}
