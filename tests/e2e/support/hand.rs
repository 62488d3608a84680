//! What a hand does: mouse, finger and keys, as the browser hears them from the system.

use std::time::Duration;

use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MouseActions, PointerAction, TouchActions,
};
use serde_json::json;

use super::browser::Browser;

pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SHIFT: char = '\u{e008}';
pub const ESCAPE: char = '\u{e00c}';
pub const SPACE: char = ' ';
pub const PAGE_UP: char = '\u{e00e}';
pub const PAGE_DOWN: char = '\u{e00f}';
pub const END: char = '\u{e010}';
pub const HOME: char = '\u{e011}';
pub const LEFT: char = '\u{e012}';
pub const UP: char = '\u{e013}';
pub const RIGHT: char = '\u{e014}';
pub const DOWN: char = '\u{e015}';

const LEFT_BUTTON: u64 = 0;

/// The mouse's next step.
#[derive(Clone, Copy, Debug)]
pub enum Mouse<'a> {
    /// To the middle of what a selector finds, which must be in sight.
    To(&'a str),
    Press,
    Release,
}

impl Browser {
    /// Scrolls so that the first thing found stands in the middle of the window.
    pub async fn bring_into_sight(&self, css: &str) {
        let script = "document.querySelector(arguments[0])
            .scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.script(script, vec![json!(css)]).await;
        self.settle().await;
    }

    /// Moves and presses the mouse, then lets the page be drawn.
    pub async fn mouse(&self, steps: &[Mouse<'_>]) {
        for step in steps {
            let action = match step {
                Mouse::To(css) => {
                    let (x, y) = self.middle_of(css).await;
                    PointerAction::MoveTo { duration: None, x, y }
                }
                Mouse::Press => PointerAction::Down { button: LEFT_BUTTON },
                Mouse::Release => PointerAction::Up { button: LEFT_BUTTON },
            };
            self.perform(MouseActions::new("mouse".to_owned()).then(action)).await;
        }
        self.settle().await;
    }

    /// Taps the middle of what a selector finds, as a finger does.
    pub async fn tap(&self, css: &str) {
        assert!(self.try_to_tap(css).await, "the finger taps {css}");
    }

    /// The same, where there is a finger.
    pub(super) async fn try_to_tap(&self, css: &str) -> bool {
        self.bring_into_sight(css).await;
        let (x, y) = self.middle_of(css).await;
        let finger = TouchActions::new("finger".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: LEFT_BUTTON })
            .then(PointerAction::Up { button: LEFT_BUTTON });
        let done = self.client.perform_actions(finger).await.is_ok();
        self.settle().await;
        done
    }

    /// Drags a finger upwards from the middle of what a selector finds.
    pub async fn swipe_up_from(&self, css: &str, pixels: f64) {
        let (x, y) = self.middle_of(css).await;
        let slowly = Some(Duration::from_millis(150));
        let finger = TouchActions::new("finger".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: LEFT_BUTTON })
            .then(PointerAction::MoveTo { duration: slowly, x, y: y - pixels })
            .then(PointerAction::Up { button: LEFT_BUTTON });
        self.perform(finger).await;
        self.settle().await;
    }

    /// Presses a key wherever the focus is, without moving the focus there first.
    pub async fn press_key(&self, key: char) {
        self.press_keys(&[key]).await;
    }

    /// Holds the first keys down and presses the last.
    pub async fn press_keys(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keys".to_owned());
        for value in keys.iter().copied() {
            actions = actions.then(KeyAction::Down { value });
        }
        for value in keys.iter().rev().copied() {
            actions = actions.then(KeyAction::Up { value });
        }
        self.perform(actions).await;
        self.settle().await;
    }

    /// Presses keys one after another, as fast as it goes.
    pub async fn type_keys(&self, keys: &[char]) {
        let actions =
            keys.iter().copied().fold(KeyActions::new("keys".to_owned()), |keys, value| {
                keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
            });
        self.perform(actions).await;
        self.settle().await;
    }

    /// The middle of what a selector finds, from the window's corner.
    async fn middle_of(&self, css: &str) -> (f64, f64) {
        let script = "
            const { left, top, width, height } =
                document.querySelector(arguments[0]).getBoundingClientRect();
            return [Math.round(left + width / 2), Math.round(top + height / 2)];
        ";
        let place = self.script(script, vec![json!(css)]).await;
        let number = |at: usize| place[at].as_f64().expect("a coordinate");
        (number(0), number(1))
    }

    async fn perform(&self, actions: impl Into<Actions>) {
        let done = self.client.perform_actions(actions).await;
        done.unwrap_or_else(|error| panic!("the hand moves: {error}"));
    }

    /// Chooses a file from the disk in a file field.
    pub async fn choose_file(&self, id: &str, path: &std::path::Path) {
        let path = path.to_str().expect("a path in Unicode");
        let css = format!("[id=\"{id}\"]");
        let field = self.element(&css).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        field.send_keys(path).await.expect("the field takes a file");
    }
}
