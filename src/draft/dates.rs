//! Stub.

use super::{Checked, Context, Sheet};

/// Stub.
pub struct ComplaintOutcome;
/// Stub.
pub struct FollowUpOutcome;

/// Stub.
pub fn check_complaint(_sheet: &Sheet, _context: Context) -> Checked<ComplaintOutcome> {
    Err(vec![])
}

/// Stub.
pub fn check_follow_up(_sheet: &Sheet, _context: Context) -> Checked<FollowUpOutcome> {
    Err(vec![])
}
