//! From results to words: the HTML of every result, and each in brief.

pub mod brief;
pub mod dates;
pub mod eligibility;
pub mod free_choice;
pub mod payment;
pub mod respite;
