//! Stub.

use super::{Checked, Context, Sheet};

/// Stub.
pub struct FreeChoiceOutcome;

/// Stub.
pub fn check(_sheet: &Sheet, _context: Context) -> Checked<FreeChoiceOutcome> {
    Err(vec![])
}
