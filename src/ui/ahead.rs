//! What stands on the page before the program has come: it is drawn into the file
//! (`pages::ahead`), and can be read and filled in at once. The program draws the same into it, and
//! public/boot.js fills in again what was filled in before.

use super::{App, PAGE};
use crate::app::planner::doors::Arrival;
use crate::browser;

/// Holds the drawing of the file, until the page is the program's own.
const AHEAD: &str = "data-ahead";
/// The few words that stand there instead where the file's drawing is not true.
const BRIEF: &str = "brief";
/// That the program is on its way, and what is said when it does not come.
const SHELL: [&str; 2] = ["shell", "fallback"];

impl App {
    /// Keeps the file's drawing if it is of the page that is to be shown; otherwise takes it away.
    pub(super) fn begin_with_file(&self) {
        let is_true = browser::remove(BRIEF) == Some(false);
        let page = self.model.borrow().page.fragment();
        self.ahead.set(is_true && browser::page_of_document() == Some(page));
        if !self.ahead.get() {
            self.end_file();
            browser::set_html(PAGE, "");
        }
    }

    /// Whether the file's drawing is all there can be for now.
    pub(super) fn stands_ahead(&self) -> bool {
        let model = self.model.borrow();
        self.ahead.get() && model.page.comes_later() && model.arrival == Arrival::Awaited
    }

    /// From here on the page is the program's own.
    pub(super) fn end_file(&self) {
        self.ahead.set(false);
        browser::take_mark(PAGE, AHEAD);
        for part in SHELL {
            browser::remove(part);
        }
    }
}
