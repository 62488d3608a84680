//! Stub.

use crate::app::tool::Shown;
use crate::draft::Context;
use crate::draft::free_choice::FreeChoiceOutcome;

/// Stub.
pub fn shown(_outcome: &FreeChoiceOutcome, _heading_id: &str, _context: Context) -> Shown {
    Shown::default()
}
