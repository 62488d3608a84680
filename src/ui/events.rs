//! From the browser's events to the product's. One listener for the whole page: a control is
//! known by its id, a button by its `data-act`, a form by its `data-tool`.

use leptos::ev::{Event as DomEvent, MouseEvent, SubmitEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::App;
use crate::app::event::{Action, Event};
use crate::app::tool::Tool;
use crate::browser;

impl App {
    fn handle(&self, event: Event) {
        let context = self.context;
        let effects = self.model.try_update_value(|model| model.update(event, context));
        self.carry_out(effects.unwrap_or_default());
    }
}

/// A key in a text field.
pub fn typed(app: App, event: &DomEvent) {
    let Some(input) = target::<HtmlInputElement>(event) else { return };
    if input.type_() == "text" {
        app.handle(Event::Typed { field: input.id(), text: input.value() });
    }
}

/// A choice made.
pub fn chosen(app: App, event: &DomEvent) {
    if let Some(list) = target::<HtmlSelectElement>(event) {
        app.handle(Event::Typed { field: list.id(), text: list.value() });
    }
    let Some(input) = target::<HtmlInputElement>(event) else { return };
    if input.type_() != "radio" {
        return;
    }
    app.handle(Event::Typed { field: input.name(), text: input.value() });
    if input.has_attribute("data-redraws") {
        app.redraw();
        browser::soon(move || browser::focus_in_place(&input.id()));
    }
}

/// A button or a link to a wrong field.
pub fn pressed(app: App, event: &MouseEvent) {
    let Some(pressed) = target::<Element>(event) else { return };
    let found = |attribute: &str| {
        let holder = pressed.closest(&format!("[{attribute}]")).ok().flatten();
        holder.and_then(|holder| holder.get_attribute(attribute))
    };
    if let Some(field) = found("data-focus") {
        // A plain link would change the fragment, and with it the page.
        event.prevent_default();
        browser::focus(&field);
    }
    #[cfg(feature = "seeded-panic")]
    if found("data-panic").is_some() {
        panic!("a panic for the tests");
    }
    if let Some(action) = found("data-act").and_then(|code| Action::from_code(&code)) {
        app.handle(Event::Pressed(action));
    }
}

/// A form sent.
pub fn submitted(app: App, event: &SubmitEvent) {
    event.prevent_default();
    let form = target::<Element>(event);
    let tool = form.and_then(|form| Tool::from_code(&form.get_attribute("data-tool")?));
    if let Some(tool) = tool {
        app.handle(Event::Submitted(tool));
    }
}

fn target<T: JsCast>(event: &DomEvent) -> Option<T> {
    event.target()?.dyn_into().ok()
}
