//! The only code that knows the browser: today's date, focus, title, print and the place shown.
//!
//! Every function does nothing, or says so, when the browser refuses; none of them panics.

pub mod files;
pub mod frame;
mod morph;
pub mod panic;
pub mod storage;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Document, Element, HtmlElement, HtmlInputElement, Node, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};

use crate::exchange::calendar_file::Stamp;
use crate::rules::date::Date;
pub use morph::morph;

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

/// How long this day still lasts in the person's own time zone, in milliseconds.
pub fn until_tomorrow() -> i32 {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month(), now.get_date());
    let tomorrow = js_sys::Date::new_with_year_month_day(year, month as i32, day as i32 + 1);
    // A day has fewer milliseconds than there are numbers of this kind.
    (tomorrow.get_time() - now.get_time()) as i32
}

/// This moment in universal time, for files.
pub fn stamp() -> Option<Stamp> {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_utc_full_year()).ok()?;
    let date = Date::new(year, now.get_utc_month() + 1, now.get_utc_date())?;
    let minutes = now.get_utc_hours() * 60 + now.get_utc_minutes();
    Stamp::new(date, minutes * 60 + now.get_utc_seconds())
}

/// Milliseconds since the page was opened.
pub fn milliseconds() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Moves the focus to the element, and its label or itself into view.
pub fn focus(id: &str) {
    let Some(element) = element(id) else { return };
    if element.has_attribute("data-day") {
        // The browser scrolls no further than it must.
        let _ = element.focus();
        return tell(frame::MOVED);
    }
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
    tell(frame::MOVED);
}

/// Opens the folds that an element lies in, so that it can have the focus.
pub fn open_folds_around(id: &str) {
    let mut inner = element(id).map(Element::from);
    while let Some(here) = inner {
        let fold = here.closest("details").ok().flatten();
        inner = fold.and_then(|fold| {
            // The attribute's name is a valid one.
            let _ = fold.set_attribute("open", "");
            fold.parent_element()
        });
    }
}

/// Hears these events of the whole page for as long as it is open.
pub fn listen(kinds: &[&str], hear: impl Fn(&web_sys::Event) + 'static) {
    let hear = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| hear(&event));
    if let Some(page) = document() {
        for kind in kinds {
            let heard = page.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
            debug_assert!(heard.is_ok(), "the document hears {kind}");
        }
    }
    hear.forget();
}

/// Tells the page's own scripts something, as an event of the whole page.
pub fn tell(kind: &str) {
    dispatch(web_sys::Event::new(kind));
}

/// The same with a word about what is meant.
pub fn tell_of(kind: &str, what: &str) {
    let about = web_sys::CustomEventInit::new();
    about.set_detail(&what.into());
    let event = web_sys::CustomEvent::new_with_event_init_dict(kind, &about);
    dispatch(event.map(web_sys::Event::from));
}

fn dispatch(event: Result<web_sys::Event, wasm_bindgen::JsValue>) {
    if let (Some(page), Ok(event)) = (document(), event) {
        // Only an event that is on its way already is refused.
        let _ = page.dispatch_event(&event);
    }
}

/// Calls `follow` whenever the fragment of the address changes.
pub fn on_address_change(follow: impl Fn() + 'static) {
    let follow = Closure::<dyn Fn()>::new(follow);
    if let Some(window) = window() {
        window.set_onhashchange(Some(follow.as_ref().unchecked_ref()));
    }
    follow.forget();
}

/// Calls `follow` whenever another window has changed what is kept on this device.
pub fn on_storage_change(follow: impl Fn() + 'static) {
    let follow = Closure::<dyn Fn()>::new(follow);
    if let Some(window) = window() {
        window.set_onstorage(Some(follow.as_ref().unchecked_ref()));
    }
    follow.forget();
}

/// Whether the page is out of sight, as before it is closed.
pub fn is_hidden() -> bool {
    document().is_some_and(|page| page.hidden())
}

/// Runs `work` after some milliseconds; at once when the browser has no timer.
pub fn later(milliseconds: i32, work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    if let Some(window) = window() {
        // A browser without timers shows no pages either.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            work.unchecked_ref(),
            milliseconds,
        );
    }
}

/// Runs `work` when the browser has shown the page as it is now.
pub fn after_picture(work: impl FnOnce() + 'static) {
    // Before the picture comes the frame; what is put off in it comes after.
    let frame = Closure::once_into_js(move || later(0, work));
    if let Some(window) = window() {
        // A browser without frames shows no pages either.
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
}

/// Closes a `<details>`.
pub fn close_details(id: &str) {
    if let Some(details) = element(id) {
        // Removing an attribute that is not there is no error.
        let _ = details.remove_attribute("open");
    }
}

/// Draws, and keeps an element where it was, when it has been scrolled past: what is read stands
/// below it. Other browsers than Safari see to that themselves.
pub fn draw_steadily(id: &str, draw: impl FnOnce()) {
    if anchors_by_itself() {
        // To ask where something stands lays the whole page out.
        return draw();
    }
    let top = || element(id).map(|element| element.get_bounding_client_rect().top());
    let before = top();
    draw();
    let (Some(before), Some(after), Some(window)) = (before, top(), window()) else { return };
    if before < 0.0 && after != before {
        window.scroll_by_with_x_and_y(0.0, after - before);
    }
}

fn anchors_by_itself() -> bool {
    let root = document().and_then(|document| document.body());
    root.is_some_and(|root| {
        js_sys::Reflect::has(&root.style(), &"overflowAnchor".into()) == Ok(true)
    })
}

/// Shows the beginning of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Says which language the page is in.
pub fn set_language(code: &str) {
    if let Some(root) = document().and_then(|page| page.document_element()) {
        // The attribute's name is a valid one.
        let _ = root.set_attribute("lang", code);
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

/// Visits each element with the attribute inside the one of this id, with the attribute's value.
pub fn each_with(attribute: &str, inside: &str, visit: impl FnMut(&str, &HtmlElement)) {
    if let Some(root) = element(inside) {
        each_inside(&root, attribute, visit);
    }
}

/// Visits each element with the attribute inside another, with the attribute's value.
pub fn each_inside(root: &Element, attribute: &str, mut visit: impl FnMut(&str, &HtmlElement)) {
    for element in elements_in::<HtmlElement>(root, &format!("[{attribute}]")) {
        if let Some(value) = element.get_attribute(attribute) {
            visit(&value, &element);
        }
    }
}

fn elements_with(attribute: &str) -> Vec<HtmlElement> {
    let root = document().and_then(|page| page.document_element());
    root.map(|root| elements_in(&root, &format!("[{attribute}]"))).unwrap_or_default()
}

/// The elements of a kind inside another that a selector finds.
fn elements_in<T: JsCast>(root: &Element, selector: &str) -> Vec<T> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    let nodes = (0..found.length()).filter_map(|index| found.item(index));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Sets the content of an element.
pub fn set_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(html);
    }
}

/// Changes the content of an element into this.
pub fn morph_id(id: &str, html: &str) {
    if let Some(element) = element(id) {
        morph(&element, html);
    }
}

/// Changes an element into this one.
pub fn morph_element(id: &str, html: &str) {
    if let Some(element) = element(id) {
        morph::element(&element, html);
    }
}

/// Selects the text of a field and copies it.
pub fn copy_field(id: &str) {
    if let Some(field) = element(id) {
        // A field of several lines has the same two members.
        let field = field.unchecked_into::<HtmlInputElement>();
        field.select();
        files::copy(&field.value());
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        // Without a printer there is nothing to do.
        let _ = window.print();
    }
}

/// The fragment of the address without its `#`; where it has none, that of the page which the
/// document is for (`<html data-page>`).
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    match hash.trim_start_matches('#') {
        "" => page_of_document().unwrap_or_default(),
        fragment => fragment.to_owned(),
    }
}

/// The page that the document is for, by its fragment.
pub fn page_of_document() -> Option<String> {
    document()?.document_element()?.get_attribute("data-page")
}

/// Loads the page again, at the same address.
pub fn reload() {
    if let Some(window) = window() {
        // A page that cannot be loaded again stays as it is.
        let _ = window.location().reload();
    }
}

/// Whether an event happens on the element of this id, or inside it: on its symbol, or on what a
/// translator has put around its words.
pub fn is_on(event: &web_sys::Event, id: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let found = target.and_then(|target| target.closest(&format!("#{id}")).ok().flatten());
    found.is_some()
}

/// Goes to another fragment, as a link does.
pub fn set_fragment(fragment: &str) {
    if let Some(window) = window() {
        // The browser refuses no fragment.
        let _ = window.location().set_hash(fragment);
    }
}

/// The address of the page without its fragment.
pub fn address() -> String {
    let whole = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// The path of the page.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// Makes this the address of the page, as if it had been opened there.
pub fn replace_address(address: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // A browser that refuses, as one without origins does, keeps the old address.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// The element that the pages are drawn in.
pub fn app_root() -> Option<HtmlElement> {
    element("app")
}

/// Leaves of what stands in an element this one alone, and returns it.
pub fn alone_in(root: &Element, id: &str) -> Option<Node> {
    let kept: Node = element(id)?.into();
    let mut next = root.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        if !node.is_same_node(Some(&kept)) {
            // It stands there, so it can be removed.
            let _ = root.remove_child(&node);
        }
    }
    Some(kept)
}

/// Removes an element; tells whether it was shown, or nothing where there is none.
pub fn remove(id: &str) -> Option<bool> {
    let element = element(id)?;
    element.remove();
    Some(!element.hidden())
}

/// Takes a mark from an element, and shows it.
pub fn take_mark(id: &str, name: &str) {
    if let Some(element) = element(id) {
        element.set_hidden(false);
        // Removing an attribute that is not there is no error.
        let _ = element.remove_attribute(name);
    }
}
