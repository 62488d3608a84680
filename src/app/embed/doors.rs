//! The ways to start values and to the code for other pages: `app::planner::doors` tells what
//! doors are.

use super::snippet::Snippet;
use crate::app::model::{Effects, Extent, Model};
use crate::draft::Context;

/// [`Model::begin_with`].
#[inline(never)]
pub fn begin_with(model: &mut Model, brought: &str, context: Context) -> bool {
    model.begin_with(brought, context)
}

/// Shows what the code for another page does.
#[inline(never)]
pub fn preview(model: &mut Model, context: Context) -> Effects {
    model.preview = Some(Snippet::of(&model.sheet).preview(context));
    Effects { extent: Extent::Parts, ..Effects::default() }
}
