//! Stub.

use maud::{Markup, html};

use crate::html::page::View;

/// Stub.
pub fn page(_view: View) -> Markup {
    html! {}
}
