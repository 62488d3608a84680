//! The way from the rest of the program to calendar files of dates: `app::planner::doors` tells
//! what doors are.

use super::DatesFile;
use crate::app::model::Model;
use crate::app::tool::Tool;
use crate::draft::Context;
use crate::exchange::calendar_file::Stamp;

/// [`Model::dates_file`].
#[inline(never)]
pub fn dates_file(model: &Model, tool: Tool, stamp: Stamp, context: Context) -> Option<DatesFile> {
    model.dates_file(tool, stamp, context)
}
