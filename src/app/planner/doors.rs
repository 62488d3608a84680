//! The ways from the rest of the program into the planner, and whether it is there.
//!
//! The build cuts the program in two: what can be reached through a module named `doors` alone
//! becomes a second file, which follows when the first page is on the screen (tools/split.mjs).
//! So the rest of the program goes to the planner through a door, and only when it is
//! [`Arrival::Here`]. A way around the doors is no error: what it leads to then comes with the
//! first page, where the budget shows it (`make size`).

use crate::app::event::Event;
use crate::app::model::{Effects, Model};
use crate::draft::Context;
use crate::exchange::calendar_file::Stamp;

/// Whether the planner's file has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// The planner can be used. A program that was not cut has it from the start.
    #[default]
    Here,
    /// It is on its way.
    Awaited,
    /// It could not be fetched.
    Missing,
}

/// [`Model::plan`].
#[inline(never)]
pub fn plan(model: &mut Model, event: Event, context: Context) -> Effects {
    model.plan(event, context)
}

/// [`Model::open_calendar`].
#[inline(never)]
pub fn open_calendar(model: &mut Model, bytes: &[u8], context: Context) -> Effects {
    model.open_calendar(bytes, context)
}

/// [`Model::read_plan`].
#[inline(never)]
pub fn read_plan(model: &mut Model, context: Context) {
    model.read_plan(context);
}

/// [`Model::look_for_plan`].
#[inline(never)]
pub fn look_for_plan(model: &mut Model, context: Context) -> Effects {
    model.look_for_plan(context)
}

/// [`Model::calendar_file`].
#[inline(never)]
pub fn calendar_file(model: &mut Model, stamp: Stamp, context: Context) -> String {
    model.calendar_file(stamp, context)
}

/// [`Model::receive_link`].
#[inline(never)]
pub fn receive_link(model: &mut Model, link: &str, context: Context) {
    model.receive_link(link, context);
}

/// [`Model::step_search`].
#[inline(never)]
pub fn step_search(model: &mut Model, context: Context) -> bool {
    model.step_search(context)
}
