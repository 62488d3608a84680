//! What is drawn in the place of all pages when the municipality's rates cannot be trusted.

use web_sys::HtmlElement;

use crate::app::served::{Trouble, Whom};
use crate::browser;
use crate::pages::{doors, trouble as page};
use crate::text::words::DA;

/// Says that nothing can be computed now, and whom to ask. What is wrong in the file is told when
/// the second file of the program has brought the words for it.
///
/// # Panics
/// Never; whom to ask is built in, and a test keeps it right.
pub fn show(root: &HtmlElement, trouble: Trouble, text: &str) {
    let whom = Whom::of(text).unwrap_or_else(|| panic!("nobody is named to be asked"));
    root.set_inner_html(&page::page(&trouble, &whom, &DA).into_string());
    browser::set_title(&DA.pages.window_title(DA.trouble.heading, &whom.municipality));
    browser::listen(&["click"], |event| {
        if browser::is_on(event, page::RELOAD) {
            browser::reload();
        }
    });
    if let Trouble::Wrong(errors) = trouble {
        browser::listen(&["planner-here"], move |_| {
            browser::set_html(page::LIST, &doors::problems(&errors, &DA).into_string());
        });
    }
}
