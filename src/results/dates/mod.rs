//! Until when one can complain, and when the municipality follows up.

pub mod complaint;
pub mod follow_up;
#[cfg(test)]
mod tests;

pub use complaint::{days_off, holiday_name, reason};
