//! The way to taking over what other pages know: `app::planner::doors` tells what doors are.

use crate::app::model::Model;
use crate::draft::Context;

/// [`Model::carry_over`].
#[inline(never)]
pub fn carry_over(model: &mut Model, context: Context) -> bool {
    model.carry_over(context)
}
