//! The only code that knows the browser: today's date, focus, title, print and the place shown.
//!
//! Every function does nothing, or says so, when the browser refuses; none of them panics.

pub mod panic;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, Window};

use crate::rules::date::Date;

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Today in the person's own time zone.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(i32::try_from(now.get_full_year()).ok()?, now.get_month() + 1, now.get_date())
}

/// Moves the focus to the element, and its label or itself into view.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    let above =
        element.closest(".form-group").ok().flatten().unwrap_or_else(|| element.clone().into());
    let into_view = ScrollIntoViewOptions::new();
    into_view.set_block(ScrollLogicalPosition::Start);
    above.scroll_into_view_with_scroll_into_view_options(&into_view);
    focus_in_place(id);
}

/// Moves the focus without scrolling.
pub fn focus_in_place(id: &str) {
    let Some(element) = element(id) else { return };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // The browser may refuse focus; then the reader finds the place by the scroll alone.
    let _ = element.focus_with_options(&options);
}

/// Closes a `<details>`.
pub fn close_details(id: &str) {
    if let Some(details) = element(id) {
        // Removing an attribute that is not there is no error.
        let _ = details.remove_attribute("open");
    }
}

/// Moves the focus to the element once the page is drawn anew.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    soon(move || focus(&id));
}

/// Runs `work` once the page is drawn anew.
pub fn soon(work: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(work);
}

/// Shows the beginning of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the style properties `--share` and `--at` of bars from `data-share` and `data-at`: the
/// page's security policy allows no style in markup.
pub fn apply_shares() {
    for name in ["share", "at"] {
        let attribute = format!("data-{name}");
        for element in elements_with(&attribute) {
            if let Some(value) = element.get_attribute(&attribute) {
                // A browser that refuses the property shows the bar without its parts; the
                // sentence beside it has the same numbers.
                let _ = element.style().set_property(&format!("--{name}"), &value);
            }
        }
    }
}

/// Draws each element with the attribute anew, where `content` gives other HTML for its value.
pub fn refresh(attribute: &str, content: impl Fn(&str) -> Option<String>) {
    for element in elements_with(attribute) {
        let drawn = element.get_attribute(attribute).and_then(|value| content(&value));
        if let Some(html) = drawn.filter(|html| *html != element.inner_html()) {
            element.set_inner_html(&html);
        }
    }
}

fn elements_with(attribute: &str) -> impl Iterator<Item = HtmlElement> {
    let found = document().and_then(|page| page.query_selector_all(&format!("[{attribute}]")).ok());
    let nodes = found
        .into_iter()
        .flat_map(|found| (0..found.length()).filter_map(move |index| found.item(index)));
    nodes.filter_map(|node| node.dyn_into().ok())
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        // Without a printer there is nothing to do.
        let _ = window.print();
    }
}

/// The fragment of the address without its `#`.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The element that the pages are drawn in, emptied of the words that stood there before.
pub fn app_root() -> Option<HtmlElement> {
    let root = element("app")?;
    root.set_inner_html("");
    Some(root)
}
