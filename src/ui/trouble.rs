//! What is drawn when the municipality's rates cannot be trusted.

use web_sys::HtmlElement;

use crate::app::served::Trouble;

/// Says that nothing can be computed now, and whom to ask.
pub fn show(_root: &HtmlElement, trouble: Trouble) {
    panic!("{trouble:?}");
}
