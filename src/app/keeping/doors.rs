//! The ways from the rest of the program to what is kept: `app::planner::doors` tells what doors
//! are.

use super::KeepDeed;
use crate::app::event::Event;
use crate::app::model::{Effects, Model};
use crate::draft::Context;

/// [`Model::keep`].
#[inline(never)]
pub fn keep(model: &mut Model, event: Event) -> Effects {
    model.keep(event)
}

/// [`Model::keep_by`].
#[inline(never)]
pub fn keep_by(model: &mut Model, deed: KeepDeed, context: Context) -> Effects {
    model.keep_by(deed, context)
}

/// [`Model::open_case`].
#[inline(never)]
pub fn open_case(model: &mut Model, bytes: &[u8], context: Context) -> Effects {
    model.open_case(bytes, context)
}

/// [`Model::text_to_keep`].
#[inline(never)]
pub fn text_to_keep(model: &Model, context: Context) -> String {
    model.text_to_keep(context)
}
