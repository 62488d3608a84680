//! Stub.

use super::{Checked, Context, Sheet};

/// Stub.
pub struct PaymentOutcome;

/// Stub.
pub fn check(_sheet: &Sheet, _context: Context) -> Checked<PaymentOutcome> {
    Err(vec![])
}
