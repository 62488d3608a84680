//! Rules, texts and pages of a municipality's calculator for housing offers.
//!
//! Dependencies point one way: `rules <- {text, exchange} <- ui -> browser`. ARCHITECTURE.md has
//! the map and the invariants, `tests/tidy.rs` holds them.

pub mod request;
pub mod rules;
pub mod text;
