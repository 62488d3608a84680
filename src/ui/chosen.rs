//! A choice in the calendar is seen in the next picture, before anything that follows from it is
//! drawn.

use super::App;
use crate::browser;
use crate::pages::respite::{DrawnDay, chosen};

pub mod doors {
    //! The way there: `app::planner::doors` tells what doors are.

    use super::App;

    /// Draws the days that were chosen.
    #[inline(never)]
    pub fn draw(app: &App) {
        super::draw(app);
    }
}

fn draw(app: &App) {
    for DrawnDay { id, part, cell } in app.view(chosen) {
        browser::morph_element(&id, &app.spoken(cell));
        // What was drawn of the month is no longer what stands there.
        app.drawn.borrow_mut().remove(&part);
    }
}
