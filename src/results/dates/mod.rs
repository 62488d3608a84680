//! Until when one can complain, and when the municipality follows up.

mod complaint;
mod follow_up;
#[cfg(test)]
mod tests;

pub use complaint::{days_off, holiday_name, reason, shown as shown_complaint};
pub use follow_up::shown as shown_follow_up;
