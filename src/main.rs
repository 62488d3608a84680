//! Browser entry: shows a message when the program fails, and draws the pages.

#[cfg(all(feature = "pages", target_arch = "wasm32"))]
fn main() {
    botilbud::browser::panic::show_message_on_panic();
    botilbud::ui::start();
}

#[cfg(not(all(feature = "pages", target_arch = "wasm32")))]
fn main() {
    eprintln!("The pages run in a browser: `make serve` builds and serves them.");
}
