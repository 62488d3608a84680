//! What only a page in a frame on somebody else's page has: the line at its end, the ways between
//! its pages, and a height that the frame follows.

use super::App;
use crate::browser;
use crate::pages;

pub mod doors {
    //! The way there: `app::planner::doors` tells what doors are.

    use super::App;

    /// Begins to follow the frame, and draws what stands around its pages.
    #[inline(never)]
    pub fn begin(app: &App) {
        super::begin(app);
    }

    /// Draws what stands around the present page.
    #[inline(never)]
    pub fn surround(app: &App) {
        super::surround(app);
    }
}

/// The elements before and after the page.
pub const BEFORE: &str = "frame-before";
pub const AFTER: &str = "frame-after";

fn begin(app: &App) {
    surround(app);
    // A browser that refuses lets the frame scroll.
    let _ = browser::frame::follow();
}

fn surround(app: &App) {
    browser::set_html(BEFORE, &app.html(pages::framed::before));
    browser::set_html(AFTER, &app.html(pages::framed::after));
}
