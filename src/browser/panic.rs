//! What a citizen sees when the program fails: a message with a phone number, no dead page.

use std::panic;

/// Lets a panic hide the pages and show the message that index.html holds ready.
pub fn show_message_on_panic() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        for (id, hidden) in [("app", true), ("crash", false)] {
            if let Some(element) = super::element(id) {
                element.set_hidden(hidden);
            }
        }
    }));
}
