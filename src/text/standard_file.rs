//! What is wrong with a standard's data, in words for whoever edits the file.

use super::words::Words;
use crate::rules::standard::{Problem, StandardError};

/// One line: the field, and one sentence or two that say what would be right.
pub fn line(error: &StandardError, words: &Words) -> String {
    words.standard_file.place(place(error, words), message(error, words))
}

/// The field, or that it is the whole file.
pub fn place<'a>(error: &'a StandardError, words: &Words) -> &'a str {
    match error.path.as_str() {
        "" => words.standard_file.whole,
        path => path,
    }
}

/// What would be right.
pub fn message(error: &StandardError, words: &Words) -> String {
    let w = &words.standard_file;
    let fixed = match &error.problem {
        Problem::NotJson { line, column } => return w.not_json(line, column),
        Problem::Twice { line } => return w.twice(line),
        Problem::NotUtf8 { line } => return w.not_utf8(line),
        Problem::NotOneOf(codes) => return w.not_one_of(codes.join(", ")),
        Problem::WrongUnit(unit) => return w.wrong_unit(unit.code()),
        Problem::NotANumberBetween(least, most) => return w.not_a_number_between(least, most),
        Problem::TooLong(most) => return w.too_long(most),
        Problem::Missing => w.missing,
        Problem::Unknown => w.unknown,
        Problem::NotOffered => w.not_offered,
        Problem::NotAnObject => w.not_an_object,
        Problem::NotAList => w.not_a_list,
        Problem::Repeated => w.repeated,
        Problem::NeedsTemporary => w.needs_temporary,
        Problem::NotADate => w.not_a_date,
        Problem::EndsTooEarly => w.ends_too_early,
        Problem::NotFromApproval => w.not_from_approval,
        Problem::NotInOrder => w.not_in_order,
        Problem::NotAnAmount => w.not_an_amount,
        Problem::NoSource => w.no_source,
        Problem::NoSuchStandard => w.no_such_standard,
        Problem::Empty => w.empty,
        Problem::NotAPhone => w.not_a_phone,
        Problem::NotAMail => w.not_a_mail,
        Problem::NotALink => w.not_a_link,
        Problem::NotATime => w.not_a_time,
        Problem::ClosesTooEarly => w.closes_too_early,
    };
    fixed.to_owned()
}
