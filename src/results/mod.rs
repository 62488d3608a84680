//! From results to words: the HTML of every result and of the pages that only tell.
//!
//! Everything here is pure and runs without a browser. maud escapes whatever is put in, so that
//! nothing a person types can become markup.

pub mod parts;
pub mod respite;
pub mod suggest;
