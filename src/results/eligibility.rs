//! Stub.

use crate::app::tool::Shown;
use crate::draft::Context;
use crate::draft::eligibility::EligibilityOutcome;

/// Stub.
pub fn shown(_outcome: &EligibilityOutcome, _heading_id: &str, _context: Context) -> Shown {
    Shown::default()
}
