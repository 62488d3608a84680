//! The product without a browser: what is typed, what can happen, what is shown.
//!
//! [`model::Model`] is the state, [`event::Event`] what a person can do, [`model::Model::update`]
//! what comes of it, [`crate::pages`] what it looks like. The browser's part (`ui`) only carries
//! events in and HTML out, so that all of this is tested natively.

pub mod asked;
pub mod carried;
pub mod checking;
pub mod course;
pub mod dates;
pub mod embed;
pub mod event;
pub mod keeping;
pub mod language;
pub mod model;
pub mod page;
pub mod planner;
pub mod served;
pub mod sheet;
pub mod tool;
pub mod verified;
