//! The ways from the rest of the program to receipts: `app::planner::doors` tells what doors are.

use crate::app::model::{Effects, Model};
use crate::app::tool::Tool;
use crate::draft::Context;
use crate::exchange::receipt::Receipt;

/// [`Model::check_receipt`].
#[inline(never)]
pub fn check(model: &mut Model, bytes: &[u8], context: Context) -> Effects {
    model.check_receipt(bytes, context)
}

/// [`Model::receipt`].
#[inline(never)]
pub fn receipt(model: &Model, tool: Tool, number: u32, context: Context) -> Option<Receipt> {
    model.receipt(tool, number, context)
}
