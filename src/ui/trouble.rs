//! What is drawn in the place of all pages when the municipality's rates cannot be trusted.

use web_sys::HtmlElement;

use super::language::brought;
use crate::app::served::{Trouble, Whom};
use crate::browser;
use crate::html::spoken::spoken;
use crate::pages::{doors, trouble as page};
use crate::text::marks::plain;
use crate::text::words::{Edition, Who};

/// Says that nothing can be computed now, and whom to ask. What is wrong in the file is told when
/// the second file of the program has brought the words for it.
///
/// # Panics
/// Never; whom to ask is built in, and a test keeps it right.
pub fn show(root: &HtmlElement, trouble: Trouble, text: &str, edition: &Edition) {
    let whom = Whom::of(text).unwrap_or_else(|| panic!("nobody is named to be asked"));
    let words = edition.words(Who::Close);
    root.set_inner_html(&spoken(page::page(&trouble, &whom, words).into_string(), false));
    browser::set_title(&plain(
        &words.pages.window_title(words.trouble.heading, &whom.municipality),
    ));
    browser::listen(&["click"], |event| {
        if browser::is_on(event, page::RELOAD) {
            browser::reload();
        }
    });
    if let Trouble::Wrong(errors) = trouble {
        browser::listen(&["planner-here"], move |event| {
            if let Some(edition) = brought(event) {
                let problems = doors::problems(&errors, edition.words(Who::Close));
                browser::set_html(page::LIST, &spoken(problems.into_string(), false));
            }
        });
    }
}
