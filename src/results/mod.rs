//! From results to words: the HTML of every result.

pub mod respite;
pub mod suggest;
