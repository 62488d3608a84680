//! A page that stays open goes on with the day: what is today, ahead or over is computed anew.

use std::rc::Rc;

use super::App;
use crate::browser;
use crate::draft::Context;

impl App {
    /// Begins the next day when it begins.
    pub(super) fn wait_for_tomorrow(self: &Rc<App>) {
        let here = Rc::clone(self);
        // A moment later, for clocks that are read in whole milliseconds.
        browser::later(browser::until_tomorrow().saturating_add(1), move || {
            here.follow_clock();
            here.wait_for_tomorrow();
        });
    }

    /// Begins another day, if it is another: a device that slept has missed midnight, and a clock
    /// can be set. One that is set to before the standard is not followed.
    pub(super) fn follow_clock(self: &Rc<App>) {
        let Some(today) = browser::today() else { return };
        let before = self.context();
        if today == before.today || before.standard.on(today).is_err() {
            return;
        }
        let Ok(mut model) = self.model.try_borrow_mut() else { return };
        let context = Context { today, ..before };
        self.context.set(context);
        let effects = model.begin_day(context);
        drop(model);
        self.carry_out(effects);
    }
}
