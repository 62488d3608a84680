//! The page as the program has drawn it, kept for tools/valid.mjs to check when the tests are over.

use std::path::Path;

use super::browser::Browser;

/// Where they are kept: one file for each state that is looked at.
const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/drawn");

impl Browser {
    /// Keeps the page as it stands, under the name of the test and of the state.
    pub async fn keep_drawn(&self, state: &str) {
        let html = self.script("return document.documentElement.outerHTML", vec![]).await;
        let html = html.as_str().expect("a page is text");
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let state = state.replace(|letter: char| !letter.is_alphanumeric(), "-");
        std::fs::create_dir_all(FOLDER).expect("a folder for what is drawn");
        let file = Path::new(FOLDER).join(format!("{test}--{state}.html"));
        std::fs::write(file, format!("<!DOCTYPE html>\n{html}\n")).expect("the page is kept");
    }
}
