//! What happens outside the page: print, save, copy, and the search that goes on in steps.

use std::rc::Rc;

use super::App;
use crate::app::model::Outside;
use crate::app::planner::doors;
use crate::app::tool::Tool;
use crate::browser;

/// How long the search may keep the page waiting at a time, in milliseconds: short enough for
/// every key and every frame to be answered.
const TURN: f64 = 8.0;

impl App {
    pub(super) fn go_outside(self: &Rc<App>, outside: Outside) {
        match outside {
            Outside::Print => browser::print(),
            Outside::Search => self.search(),
            Outside::SaveCalendar => self.save_calendar(),
            // public/boot.mjs hears it.
            Outside::FetchPlanner => browser::tell("planner-wanted"),
            Outside::CopyLink => browser::copy_field("plan-link"),
        }
    }

    /// Goes on looking for a plan, a short turn at a time.
    fn search(self: &Rc<App>) {
        let here = Rc::clone(self);
        browser::later(0, move || {
            let Ok(mut model) = here.model.try_borrow_mut() else { return };
            let end = browser::milliseconds() + TURN;
            let mut done = false;
            let was_looking = model.planner.is_looking();
            while was_looking && !done && browser::milliseconds() < end {
                done = doors::step_search(&mut model, here.context);
            }
            drop(model);
            if done {
                here.draw();
                browser::focus(&Tool::Suggest.result_id());
            } else if was_looking {
                here.search();
            }
        });
    }

    fn save_calendar(&self) {
        let Some(stamp) = browser::stamp() else { return };
        let text = doors::calendar_file(&mut self.model.borrow_mut(), stamp, self.context);
        browser::files::save("aflastning.ics", "text/calendar;charset=utf-8", &text);
    }
}
