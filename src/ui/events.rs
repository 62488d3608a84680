//! From the browser's events to the product's. One listener for the whole page: a control is
//! known by its id, a button by its `data-act`, a form by its `data-tool`, a day by its `data-day`.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusEvent, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent,
    PointerEvent,
};

use super::{App, clock, language};
use crate::app::event::{Action, Event};
use crate::app::model::{Effects, Extent};
use crate::app::planner::doors::Arrival;
use crate::app::planner::keys;
use crate::app::sheet::row_of;
use crate::app::tool::Tool;
use crate::browser;
use crate::rules::date::Date;

/// The browser's events that anything here listens to.
const KINDS: [&str; 15] = [
    "input",
    "change",
    "focusout",
    "click",
    "submit",
    "keydown",
    "pointerdown",
    "pointerover",
    "pointerup",
    "pointercancel",
    "visibilitychange",
    // public/boot.js says so when it has fetched the planner, or could not.
    "planner-here",
    "planner-missing",
    // And the same of another language.
    "language-here",
    "language-missing",
];

/// How long nothing happens before the page says what it shows, in milliseconds: longer than
/// between two keys, or every digit of an amount would be read aloud.
const REST: i32 = 1000;

/// Listens to the whole page for as long as it is open.
pub fn listen(app: &Rc<App>) {
    let here = Rc::clone(app);
    browser::listen(&KINDS, move |event| here.hear(event));
    let here = Rc::clone(app);
    browser::on_address_change(move || here.follow_address());
    let here = Rc::clone(app);
    browser::on_storage_change(move || here.look_at_kept());
}

impl App {
    fn hear(self: &Rc<App>, event: &web_sys::Event) {
        match event.type_().as_str() {
            "input" => self.typed(event),
            "change" => self.chosen(event),
            "focusout" => self.left(event),
            "click" => self.pressed(event),
            "submit" => self.submitted(event),
            "keydown" => self.key(event),
            // The page may not be seen again: what is to be kept is kept now.
            "visibilitychange" if browser::is_hidden() => self.handle(Event::Rested),
            "visibilitychange" => {}
            "planner-here" => match language::brought(event) {
                Some(edition) => {
                    self.learn(edition);
                    self.planner_arrived(Arrival::Here);
                }
                None => self.planner_arrived(Arrival::Missing),
            },
            "planner-missing" => self.planner_arrived(Arrival::Missing),
            "language-here" | "language-missing" => language::doors::came(self, event),
            _ => self.pointer(event),
        }
        // After what was done, so that nothing typed is drawn over.
        if self.model.try_borrow().is_ok_and(|model| model.arrival == Arrival::Here) {
            clock::doors::follow(self);
        }
    }

    pub(super) fn handle(self: &Rc<App>, event: Event) {
        // An event that comes while another is taken in has nothing to say.
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let moves = matches!(
            event,
            Event::Typed { .. }
                | Event::Pressed(_)
                | Event::Chose(_)
                | Event::Opened { .. }
                | Event::Submitted(_)
        );
        let effects = model.update(event, self.context());
        drop(model);
        let (at_once, whole) = (effects.at_once(), effects.extent);
        self.carry_out(Effects { extent: at_once, ..effects });
        self.go_on_drawing(at_once, whole);
        if moves {
            self.wait_for_rest();
        }
    }

    /// Draws what is left of an event, each step when the picture of the one before is shown.
    fn go_on_drawing(self: &Rc<App>, drawn: Extent, whole: Extent) {
        if drawn == whole {
            return;
        }
        let here = Rc::clone(self);
        browser::after_picture(move || {
            let next = whole.after(drawn);
            here.carry_out(Effects { extent: next, ..Effects::default() });
            here.go_on_drawing(next, whole);
        });
    }

    /// Tells when the person has not done anything for a moment.
    fn wait_for_rest(self: &Rc<App>) {
        let act = self.acts.get().wrapping_add(1);
        self.acts.set(act);
        let here = Rc::clone(self);
        browser::later(REST, move || {
            if here.acts.get() == act {
                here.handle(Event::Rested);
            }
        });
    }

    /// A key in a text field.
    fn typed(self: &Rc<App>, event: &web_sys::Event) {
        let Some(input) = target::<HtmlInputElement>(event) else { return };
        if input.type_() == "text" && !input.read_only() {
            self.handle(Event::Typed { field: input.id(), text: input.value() });
        }
    }

    /// A choice made.
    fn chosen(self: &Rc<App>, event: &web_sys::Event) {
        if let Some(list) = target::<HtmlSelectElement>(event) {
            self.handle(Event::Typed { field: list.id(), text: list.value() });
        }
        if let Some(input) = target::<HtmlInputElement>(event) {
            self.chosen_by(&input);
        }
    }

    fn chosen_by(self: &Rc<App>, input: &HtmlInputElement) {
        match input.type_().as_str() {
            "radio" => {
                self.handle(Event::Typed { field: input.name(), text: input.value() });
            }
            "checkbox" => {
                let text = if input.checked() { "yes" } else { "" };
                self.handle(Event::Typed { field: input.id(), text: text.to_owned() });
            }
            "file" => {
                let here = Rc::clone(self);
                let field = input.id();
                browser::files::read(input, move |bytes| {
                    here.handle(Event::Opened { field, bytes });
                });
            }
            _ => {}
        }
    }

    /// A text field or a list left; on the way to another field of its row it is not.
    fn left(self: &Rc<App>, event: &web_sys::Event) {
        let Some(field) = target::<Element>(event) else { return };
        let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
        let next = next.and_then(|next| next.dyn_into::<Element>().ok());
        let stays = next.is_some_and(|next| next.id().starts_with(row_of(&field.id())));
        if field.matches("input[type=text], select").unwrap_or_default() && !stays {
            self.leaving.set(true);
            self.leave_when_released();
        }
    }

    /// Says that a field was left, once no button is held down: an error that comes up moves what
    /// stands below it, and a press must end on what it began on.
    fn leave_when_released(self: &Rc<App>) {
        if self.pressing.get() || !self.leaving.take() {
            return;
        }
        let here = Rc::clone(self);
        // In the next turn, for a tap moves the focus in the same turn as it presses.
        browser::later(0, move || here.handle(Event::Left));
    }

    /// A button, a day, or a link to a place on the page.
    fn pressed(self: &Rc<App>, event: &web_sys::Event) {
        let Some(pressed) = target::<Element>(event) else { return };
        let found = |attribute: &str| {
            let holder = pressed.closest(&format!("[{attribute}]")).ok().flatten();
            holder.and_then(|holder| holder.get_attribute(attribute))
        };
        if let Some(field) = found("data-focus") {
            // A plain link would change the fragment, and with it the page.
            event.prevent_default();
            browser::open_folds_around(&field);
            browser::focus(&field);
        }
        #[cfg(feature = "seeded-panic")]
        if found("data-panic").is_some() {
            panic!("a panic for the tests");
        }
        // A link that does something here still opens in a window of its own.
        let elsewhere = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|mouse| mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key());
        if found("data-act").is_some() && found("href").is_some() {
            if elsewhere {
                return;
            }
            event.prevent_default();
        }
        if let Some(action) = found("data-act").and_then(|code| Action::from_code(&code)) {
            self.handle(Event::Pressed(action));
        } else if let Some(date) = found("data-day").and_then(|day| Date::parse(&day)) {
            self.handle(Event::Chose(date));
        }
    }

    /// A form sent.
    fn submitted(self: &Rc<App>, event: &web_sys::Event) {
        event.prevent_default();
        let form = target::<Element>(event);
        let tool = form.and_then(|form| Tool::from_code(&form.get_attribute("data-tool")?));
        if let Some(tool) = tool {
            self.handle(Event::Submitted(tool));
        }
    }

    /// A key on a day of the calendar. Keys that mean nothing here are the browser's.
    fn key(self: &Rc<App>, event: &web_sys::Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return;
        }
        let taken = match (key.key().as_str(), day_of(event)) {
            ("Escape", _) => self.escape(),
            ("Enter" | " ", Some(date)) => Some(Event::Chose(date)),
            (name, Some(date)) => keys::lead(date, name, key.shift_key()).map(Event::Went),
            _ => None,
        };
        if let Some(taken) = taken {
            event.prevent_default();
            self.handle(taken);
        }
    }

    /// Escape stops choosing, wherever the focus is; with nothing to stop it is the browser's.
    fn escape(&self) -> Option<Event> {
        let choosing = self.model.borrow().planner.is_picking();
        let cancel = Action::Do(crate::app::event::Deed::Cancel);
        choosing.then_some(Event::Pressed(cancel))
    }

    /// A mouse may draw a stay from its first to its last day; a finger scrolls and taps.
    fn pointer(self: &Rc<App>, event: &web_sys::Event) {
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
        let day = day_of(event);
        let mouse = pointer.pointer_type() == "mouse";
        match (event.type_().as_str(), day) {
            ("pointerdown", _) => {
                self.pressing.set(true);
                self.pressed_day.set(day.filter(|_| mouse && pointer.button() == 0));
            }
            ("pointerup" | "pointercancel", day) => {
                self.pressing.set(false);
                self.leave_when_released();
                let from = self.pressed_day.take();
                let drawn = from.is_some() && day.is_some() && from != day;
                if drawn && let Some(date) = day {
                    self.handle(Event::Chose(date));
                }
            }
            (_, Some(date)) if mouse => {
                let pressed = self.pressed_day.get();
                let choosing = self.model.borrow().planner.is_choosing();
                if let Some(first) = pressed.filter(|first| *first != date && !choosing) {
                    self.handle(Event::Chose(first));
                }
                if self.model.borrow().planner.is_choosing() {
                    self.handle(Event::Pointed(date));
                } else {
                    // A stroke from a stay has opened it, and begins no other.
                    self.pressed_day.set(None);
                }
            }
            _ => {}
        }
    }
}

/// The day of the calendar that an event happens on.
fn day_of(event: &web_sys::Event) -> Option<Date> {
    let cell = target::<Element>(event)?.closest("[data-day]").ok()??;
    Date::parse(&cell.get_attribute("data-day")?)
}

fn target<T: JsCast>(event: &web_sys::Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}
