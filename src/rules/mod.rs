//! The law of the two quality standards, as pure functions.
//!
//! Nothing here knows a clock, a browser, a language or a file, and nothing here can panic:
//! the lints below refuse the operations that could. Today's date is always an argument.
//! Every number comes from [`standard::Parameters`], which knows since when it holds and where
//! it stands.

#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

pub(crate) mod code;
pub mod date;
pub mod deadlines;
pub mod eligibility;
pub mod free_choice;
pub mod gaps;
pub mod holidays;
pub mod logic;
pub mod map;
pub mod money;
pub mod offer;
pub mod payment;
pub mod period;
pub mod relief;
pub mod respite;
pub mod standard;
pub mod suggest;
pub mod template;
