//! A page that stays open goes on with the day: what is today, ahead or over is computed anew.

use std::rc::Rc;

use super::App;
use crate::browser;
use crate::draft::Context;

pub mod doors {
    //! The way to another day: `app::planner::doors` tells what doors are.

    use std::rc::Rc;

    use super::App;

    /// Begins another day, if it is another: a device that slept has missed midnight, and a clock
    /// can be set. One that is set to before the standard is not followed.
    #[inline(never)]
    pub fn follow(app: &Rc<App>) {
        super::follow(app);
    }

    /// Begins the next day when it begins.
    #[inline(never)]
    pub fn wait_for_tomorrow(app: &Rc<App>) {
        super::wait_for_tomorrow(app);
    }
}

fn wait_for_tomorrow(app: &Rc<App>) {
    let here = Rc::clone(app);
    // A moment later, for clocks that are read in whole milliseconds.
    browser::later(browser::until_tomorrow().saturating_add(1), move || {
        doors::follow(&here);
        doors::wait_for_tomorrow(&here);
    });
}

fn follow(app: &Rc<App>) {
    let Some(today) = browser::today() else { return };
    let before = app.context();
    if today == before.today || before.standard.on(today).is_err() {
        return;
    }
    let Ok(mut model) = app.model.try_borrow_mut() else { return };
    let context = Context { today, ..before };
    app.context.set(context);
    let effects = model.begin_day(context);
    drop(model);
    app.carry_out(effects);
}
