//! What a citizen sees when the program fails: a message with a phone number, no dead page.

use std::panic;

use web_sys::HtmlElement;

/// Lets a panic hide the pages and show the message that index.html holds ready.
pub fn show_message_on_panic() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        if let Some(pages) = super::element("app") {
            pages.set_hidden(true);
            // The message is the page's main part now, and the only one.
            for main in super::elements_in::<HtmlElement>(&pages, "main") {
                main.set_hidden(true);
            }
        }
        if let Some(message) = super::element("crash") {
            message.set_hidden(false);
        }
    }));
}
