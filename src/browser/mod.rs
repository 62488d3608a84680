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
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // The browser may refuse focus; then the reader finds the place by the scroll alone.
    let _ = element.focus_with_options(&options);
}

/// Moves the focus to a page's heading without scrolling to it.
pub fn focus_heading(id: &str) {
    let Some(heading) = element(id) else { return };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = heading.focus_with_options(&options);
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

/// Sets the style properties `--share` and `--at` from the attributes `data-share` and `data-at`.
pub fn apply_shares(place: &web_sys::Element) {
    for name in ["share", "at"] {
        let Ok(found) = place.query_selector_all(&format!("[data-{name}]")) else { continue };
        let elements = (0..found.length()).filter_map(|index| found.item(index));
        for element in elements.filter_map(|node| node.dyn_into::<HtmlElement>().ok()) {
            if let Some(value) = element.get_attribute(&format!("data-{name}")) {
                // A browser that refuses the property shows the bar without its parts; the
                // sentence beside it has the same numbers.
                let _ = element.style().set_property(&format!("--{name}"), &value);
            }
        }
    }
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
