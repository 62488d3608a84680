//! What leaves and enters the pages as links and files.
//!
//! Everything read here was written by a stranger: a link somebody sent, a calendar from any
//! program. So it is read as strictly as the rules are, under the same lints: nothing can panic,
//! and every list has a bound. There is no clock; the time of writing is an argument.

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

pub mod calendar_file;
pub mod calendar_import;
pub mod dates_file;
pub mod plan_link;
pub mod qr;
pub mod receipt;
