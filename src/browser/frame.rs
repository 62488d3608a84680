//! The page in a frame on somebody else's page: says how tall it is and where the person has come
//! to, so that the frame can follow. [`crate::app::embed::frame`] decides what is said.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, EventTarget, MessageEvent, ResizeObserver, Window};

use crate::app::embed::frame::{HELLO, Heights, height_message, is_cut, scroll_message, target};
use crate::html::page::HEADING;

/// The mark on the document of a page in a frame: `public/boot.js` sets it, the style reads it.
const MARK: &str = "data-framed";
/// Its values once the other window has said hello: the frame follows, or is held lower.
const FITS: &str = "fits";
const CUT: &str = "cut";

/// The page's own event when the program has moved the focus for the person.
pub const MOVED: &str = "moved";

/// How long the other window may take to make the frame as tall as it was told, in milliseconds.
const PATIENCE: i32 = 300;

/// Whether the page is in a frame.
pub fn is_framed() -> bool {
    let root = super::document().and_then(|page| page.document_element());
    root.is_some_and(|root| root.has_attribute(MARK))
}

/// Follows what happens, once the other window has said hello, for as long as the page is open.
pub fn follow() -> Option<()> {
    let window = super::window()?;
    let parent = window.parent().ok()??;
    let page = super::document()?;
    let root = page.document_element()?;
    let frame = Rc::new(Frame { window, parent, root, state: RefCell::default() });

    let here = Rc::clone(&frame);
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| doors::hear(&here, &event));
    let heard = hear.as_ref().unchecked_ref();
    for (target, kind) in [
        (frame.window.as_ref(), "message"),
        (frame.window.as_ref(), "resize"),
        (page.as_ref(), MOVED),
    ] {
        let target: &EventTarget = target;
        target.add_event_listener_with_callback(kind, heard).ok()?;
    }
    hear.forget();
    let here = Rc::clone(&frame);
    let resized = Closure::<dyn Fn()>::new(move || doors::measure(&here));
    ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?.observe(&frame.root);
    resized.forget();
    Some(())
}

mod doors {
    //! What the browser calls stands in the first file of the program; these lead on to the second,
    //! as `app::planner::doors` tells.

    use super::{Event, Frame, Rc};

    #[inline(never)]
    pub fn hear(frame: &Rc<Frame>, event: &Event) {
        frame.hear(event);
    }

    #[inline(never)]
    pub fn measure(frame: &Rc<Frame>) {
        frame.measure();
    }

    #[inline(never)]
    pub fn look_for_room(frame: &Rc<Frame>) {
        frame.look_for_room();
    }
}

struct Frame {
    window: Window,
    parent: Window,
    root: Element,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// The origin to answer to, once it is known.
    host: Option<String>,
    heights: Heights,
}

impl Frame {
    fn hear(self: &Rc<Frame>, event: &Event) {
        match event.type_().as_str() {
            "message" => self.greet(event.unchecked_ref()),
            MOVED => self.show(),
            _ => self.look_for_room(),
        }
    }

    /// Remembers the other window, and tells it the height.
    fn greet(self: &Rc<Frame>, message: &MessageEvent) {
        let source = message.source();
        let is_parent = source.is_some_and(|source| js_sys::Object::is(&source, &self.parent));
        let text = js_sys::JSON::stringify(&message.data()).ok().and_then(|text| text.as_string());
        if !is_parent || text.as_deref() != Some(HELLO) {
            return;
        }
        let mut state = self.state.borrow_mut();
        state.host = Some(target(&message.origin()).to_owned());
        state.heights.forget();
        drop(state);
        self.mark(FITS);
        self.measure();
    }

    fn content(&self) -> f64 {
        self.root.get_bounding_client_rect().height()
    }

    /// Tells the height when it is another.
    fn measure(self: &Rc<Frame>) {
        let content = self.content();
        let mut state = self.state.borrow_mut();
        let Some(host) = state.host.clone() else { return };
        if let Some(height) = state.heights.news(content) {
            self.say(&height_message(height), &host);
            let here = Rc::clone(self);
            super::later(PATIENCE, move || doors::look_for_room(&here));
        }
    }

    /// Scrolls by itself only where the other page keeps the frame lower than its content.
    fn look_for_room(&self) {
        if self.state.borrow().host.is_none() {
            return;
        }
        let height = self.window.inner_height().ok().and_then(|height| height.as_f64());
        let cut = height.is_some_and(|height| is_cut(self.content(), height));
        self.mark(if cut { CUT } else { FITS });
    }

    /// Tells where the program has led the person: to the beginning of a page, or to a place on it.
    fn show(self: &Rc<Frame>) {
        // The frame first gets its new height.
        self.measure();
        let Some(host) = self.state.borrow().host.clone() else { return };
        let place = super::document().and_then(|page| page.active_element());
        let top = place.map_or(0.0, |place| match place.id().as_str() {
            HEADING => 0.0,
            _ => place.get_bounding_client_rect().top(),
        });
        self.say(&scroll_message(top), &host);
    }

    fn say(&self, message: &str, host: &str) {
        if let Ok(message) = js_sys::JSON::parse(message) {
            // A window that has gone hears nothing.
            let _ = self.parent.post_message(&message, host);
        }
    }

    fn mark(&self, how: &str) {
        // The name is a valid one.
        let _ = self.root.set_attribute(MARK, how);
    }
}
