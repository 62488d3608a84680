//! Rules, texts and pages of a municipality's calculator for housing offers.
//!
//! Dependencies point one way: `rules <- {text, exchange} <- ui -> browser`. ARCHITECTURE.md has
//! the map and the invariants, `tests/tidy.rs` holds them.

pub mod app;
#[cfg(all(feature = "pages", target_arch = "wasm32"))]
pub mod browser;
pub mod draft;
pub mod exchange;
pub mod html;
pub mod pages;
pub mod request;
pub mod results;
pub mod rules;
pub mod text;
#[cfg(all(feature = "pages", target_arch = "wasm32"))]
pub mod ui;
