//! The ways from the other pages into this one: `app::planner::doors` tells what doors are.

use maud::Markup;

use crate::html::page::View;

/// [`super::page`].
#[inline(never)]
pub fn page(view: View) -> Markup {
    super::page(view)
}

/// [`super::part`].
#[inline(never)]
pub fn part(kind: &str, name: &str, view: View) -> Option<Markup> {
    super::part(kind, name, view)
}

/// [`super::is_stirred`].
#[inline(never)]
pub fn is_stirred(first: &str, view: View) -> bool {
    super::is_stirred(first, view)
}

/// [`super::is_near`].
#[inline(never)]
pub fn is_near(first: &str, view: View) -> bool {
    super::is_near(first, view)
}
