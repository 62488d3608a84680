//! From results to words: the HTML of every result.

pub mod dates;
pub mod eligibility;
pub mod free_choice;
pub mod payment;
pub mod respite;
