//! Until when one can complain, and when the municipality follows up.

pub mod complaint;
mod count;
pub mod follow_up;
mod hours;
mod names;
#[cfg(test)]
mod tests;

use maud::{Markup, html};

use crate::app::event::Action;
use crate::app::tool::Tool;
use crate::html::parts::icon;
pub use names::{
    closing_name, complaint_source, days_off, holiday_name, notes, office_warning, reason,
};

/// The button that saves the dates of a tool's result as a calendar file, and what it does.
fn save(tool: Tool, name: &str, about: &str) -> Markup {
    html! {
        ul.function-links role="list" {
            li {
                button.function-link type="button" data-act=(Action::SaveDates(tool).code()) {
                    (icon("calendar")) (name)
                }
            }
        }
        p.d-print-none { (about) }
    }
}
