//! The pages: forms, results and the way between them.
//!
//! A page is: form -> draft -> request -> rules -> result -> words. What a person types lives in
//! the drafts of [`state::App`] for as long as the page is open, and nowhere else.

pub mod app;
pub mod components;
pub mod form;
pub mod nav;
pub mod pages;
pub mod state;

pub use app::start;
