//! From codes, dates and amounts to words, and from typed words to dates and amounts.

pub mod contract;
pub mod format;
pub mod marks;
pub mod parse;
pub mod standard_file;
pub mod words;
