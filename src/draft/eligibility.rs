//! Stub.

use super::{Checked, Context, Sheet};

/// Stub.
pub struct EligibilityOutcome;

/// Stub.
pub fn check(_sheet: &Sheet, _context: Context) -> Checked<EligibilityOutcome> {
    Err(vec![])
}
