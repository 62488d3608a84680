//! What the tests check on every build, in numbers.
//!
//! The tests count what they visit and fail when a number here is another, so the About page
//! can tell people the real counts.

/// Answer combinations of the eligibility questions: three answers to eleven questions, adult or
/// not.
pub const ELIGIBILITY_STATES: u64 = 354_294;
/// Situations in which the questions that are left out could have changed nothing: every answer to
/// every question, of an adult, of one too young, and without a birth date.
pub const INTERVIEWS: u64 = 531_441;
/// Ways through the questions when they are asked one at a time, each of which ends in verdicts.
pub const INTERVIEW_WAYS: u64 = 8_589;
/// Situations whose smallest changes are those that trying every change finds.
pub const CHANGED_SITUATIONS: u64 = 66_357;
/// Days from 1 January 1900 to 31 December 2100 whose weekday and holiday are checked.
pub const CALENDAR_DAYS: u64 = 73_414;
/// Days from the standard's approval to the end of 2100 on which each parameter has one value.
pub const STANDARD_DAYS: u64 = 28_383;
/// Worked cases that anybody can read, written from the standards; counted when the program is
/// built.
pub const CASES: u64 = include!(concat!(env!("OUT_DIR"), "/cases.rs"));
/// Results that are computed in a browser and outside of one, and are the same byte for byte.
pub const RECEIPTS: u64 = 7_000;
/// Broken case files that are tried, and as many broken receipts and standards.
pub const BROKEN_FILES: u64 = 100_000;
