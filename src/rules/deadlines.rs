//! The deadline for a complaint (klagefrist) and the dates of follow-ups (opfølgning).
//!
//! Source: standard for long-term housing, "Klagemulighed"; both standards, "Hvordan starter og
//! afslutter indsatsen?". That a deadline on a day off moves to the next weekday is general
//! practice, not in the standards.

use serde::Serialize;

use super::code::coded;
use super::date::Date;
use super::holidays::{is_working_day, office_may_be_closed};
use super::offer::Housing;
use super::standard::{Parameters, WhichStandard};

coded! {
    /// Something a person should know about a complaint deadline.
    pub enum Note {
        /// The last day is a day off, so the deadline is the next weekday.
        MovedToWeekday = "moved_to_weekday",
        /// The office may be closed on the deadline.
        OfficeMayBeClosed = "office_may_be_closed",
        /// The offer's standard has no section on complaints; the general rules count.
        GeneralRules = "general_rules",
    }
}

/// The deadline for a complaint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Complaint {
    /// Four weeks after the decision was received: the safest date.
    pub four_weeks: Date,
    /// The same, moved to the next weekday when it falls on a day off.
    pub deadline: Date,
    /// What a person should know.
    pub notes: Vec<Note>,
}

/// The deadline for a complaint about a decision that was received on a date.
pub fn complaint(offer: Housing, received: Date, parameters: &Parameters) -> Complaint {
    let four_weeks = received.plus_days(parameters.complaint_days);
    let mut deadline = four_weeks;
    while !is_working_day(deadline) {
        deadline = deadline.plus_days(1);
    }
    let notes = Note::ALL.iter().copied().filter(|note| match note {
        Note::MovedToWeekday => deadline != four_weeks,
        Note::OfficeMayBeClosed => office_may_be_closed(deadline),
        Note::GeneralRules => !is_told_of_complaints(offer, parameters),
    });
    Complaint { four_weeks, deadline, notes: notes.collect() }
}

/// Whether the standard of an offer itself says until when one can complain.
fn is_told_of_complaints(offer: Housing, parameters: &Parameters) -> bool {
    match parameters.complaint_standard {
        Some(WhichStandard::Both) => true,
        Some(WhichStandard::Temporary) => offer == Housing::Temporary,
        Some(WhichStandard::LongTerm) => offer != Housing::Temporary,
        None => false,
    }
}

/// The dates on which the municipality follows up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUps {
    /// The dates in order.
    pub dates: Vec<Date>,
}

/// The first `count` follow-ups after moving in, each counted from the first; none of an offer that
/// the standard does not have.
pub fn follow_ups(
    offer: Housing,
    moved_in: Date,
    count: u32,
    parameters: &Parameters,
) -> Option<FollowUps> {
    let first = moved_in.plus_months(parameters.first_follow_up_months);
    let between = follow_up_interval(offer, parameters)?;
    let dates = (0..count).map(|number| {
        let number = i32::try_from(number).unwrap_or(i32::MAX);
        first.plus_months(between.saturating_mul(number))
    });
    Some(FollowUps { dates: dates.collect() })
}

/// Months between two follow-ups; none of an offer that the standard does not have.
pub fn follow_up_interval(offer: Housing, parameters: &Parameters) -> Option<i32> {
    match offer {
        Housing::Temporary => parameters.temporary_follow_up_months,
        Housing::LongTerm | Housing::Lease => parameters.long_term_follow_up_months,
    }
}
