//! Stub.

use crate::app::tool::Shown;
use crate::draft::Context;
use crate::draft::dates::{ComplaintOutcome, FollowUpOutcome};

/// Stub.
pub fn shown_complaint(_outcome: &ComplaintOutcome, _heading_id: &str, _context: Context) -> Shown {
    Shown::default()
}

/// Stub.
pub fn shown_follow_up(_outcome: &FollowUpOutcome, _heading_id: &str, _context: Context) -> Shown {
    Shown::default()
}
