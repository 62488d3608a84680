//! Browser entry: shows a message when the program fails. public/boot.js then calls
//! `botilbud::ui::start`, which draws the pages.

#[cfg(all(feature = "pages", target_arch = "wasm32"))]
fn main() {
    botilbud::browser::panic::show_message_on_panic();
}

#[cfg(not(all(feature = "pages", target_arch = "wasm32")))]
fn main() {
    eprintln!("The pages run in a browser: `make serve` builds and serves them.");
}
