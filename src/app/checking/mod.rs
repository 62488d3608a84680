//! Receipts: written for each result, and checked by whoever gets one. The rest of the program
//! comes in through [`doors`].

pub mod doors;
#[cfg(test)]
mod tests;

use super::asked::Standing;
use super::model::{Effects, Model};
use super::tool::Tool;
use crate::draft::{Context, case_file};
use crate::exchange::receipt::{self, Checked, Opened, Receipt, ReceiptError};
use crate::request::Request;

/// The field of a receipt to check.
pub const FILE: &str = "receipt-file";
/// The id of what came of checking.
pub const RESULT: &str = "receipt-result";

/// A receipt that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checking {
    /// What came of it.
    pub checked: Result<Checked, ReceiptError>,
    /// What it asks, and the check code that stands in it; none when it cannot be read.
    pub opened: Option<Opened>,
    /// Whether it is no receipt but a case file.
    pub is_case_file: bool,
}

impl Model {
    /// Computes a receipt again.
    pub(super) fn check_receipt(&mut self, bytes: &[u8], context: Context) -> Effects {
        // A file that is no text is no receipt.
        let text = String::from_utf8_lossy(bytes);
        self.checking = Some(Checking {
            checked: receipt::check(&text, context.standard),
            opened: receipt::open(&text),
            is_case_file: case_file::read(bytes).is_ok(),
        });
        Effects::redraw_and_focus(RESULT)
    }

    /// The receipt of a tool's result, counted from 0.
    pub fn receipt(&self, tool: Tool, number: u32, context: Context) -> Option<Receipt> {
        let request = match (tool, self.standing(tool)) {
            // A suggestion is searched for anew.
            (Tool::Suggest, _) => Request::Suggest(self.planner.proposal()?.wishes.clone()),
            (_, Standing::Fresh(outcome)) => {
                outcome.requests().into_iter().nth(usize::try_from(number).ok()?)?
            }
            (_, Standing::None | Standing::Stale) => return None,
        };
        receipt::write(&request, context.standard).ok()
    }
}
