//! Buttons that add and remove rows.

use maud::{Markup, html};

use super::page::View;
use super::parts::icon;
use crate::app::event::Action;
use crate::app::model::add_button_id;

/// A button that adds a row to a list.
pub fn add_button(list: &'static str, label: &str) -> Markup {
    html! {
        button.button.button-secondary type="button" id=(add_button_id(list))
            data-act=(Action::Add(list).code())
        {
            (icon("plus")) span { (label) }
        }
    }
}

/// A button that removes a row; its name says which.
pub fn remove_button(list: &'static str, row: u32, label: &str) -> Markup {
    html! {
        button.button.button-tertiary.button-icon-only type="button"
            data-act=(Action::Remove(list, row).code())
        {
            (icon("delete")) span.sr-only { (label) }
        }
    }
}

/// The place of a row in its list, counted from one.
pub fn number_of(list: &str, row: u32, view: View) -> usize {
    let place = view.model.sheet.rows(list).iter().position(|other| *other == row);
    place.map_or(0, |place| place.saturating_add(1))
}
