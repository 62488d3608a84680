//! What happens outside the page: print, save, copy, and the search that goes on in steps.

use std::rc::Rc;

use super::App;
use crate::app::checking::doors as checking;
use crate::app::dates::doors as dates;
use crate::app::event::Event;
use crate::app::keeping::doors as keeping;
use crate::app::model::Outside;
use crate::app::page::Page;
use crate::app::planner::doors;
use crate::app::tool::Tool;
use crate::browser;
use crate::results;

/// How long the search may keep the page waiting at a time, in milliseconds: short enough for
/// every key and every frame to be answered.
const TURN: f64 = 8.0;
/// What a calendar file is.
const CALENDAR: &str = "text/calendar;charset=utf-8";

impl App {
    pub(super) fn go_outside(self: &Rc<App>, outside: Outside) {
        match outside {
            Outside::Print => browser::print(),
            Outside::Search => self.search(),
            Outside::SaveCalendar => self.save_calendar(),
            Outside::SaveTable => {
                let document = results::decision_document(self.context());
                browser::files::save("regler.html", "text/html;charset=utf-8", &document);
            }
            Outside::Go(page) => self.go(page),
            // public/boot.js hears it.
            Outside::FetchPlanner => browser::tell("planner-wanted"),
            Outside::Speak(language) => browser::tell_of("language-wanted", language.code()),
            Outside::Copy(field) => browser::copy_field(field),
            Outside::Keep => self.keep(),
            Outside::Forget => browser::storage::delete(),
            Outside::SaveKept => {
                if let Ok(Some(kept)) = browser::storage::read() {
                    self.save_json("botilbud", &kept);
                }
            }
            Outside::SaveCase => {
                let text = keeping::text_to_keep(&self.model.borrow(), self.context());
                self.save_json("botilbud", &text);
            }
            Outside::SaveReceipt(tool, number) => {
                let receipt = checking::receipt(&self.model.borrow(), tool, number, self.context());
                if let Some(receipt) = receipt {
                    self.save_json(&format!("kvittering-{}", tool.code()), &receipt.text);
                }
            }
            Outside::SaveDates(tool) => self.save_dates(tool),
        }
    }

    /// Goes to a page, as its link does.
    fn go(self: &Rc<App>, page: Page) {
        if browser::fragment() == page.fragment() {
            // The address already says so, but its page could not be shown then.
            self.show_afresh();
        } else {
            browser::set_fragment(&page.fragment());
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
                done = doors::step_search(&mut model, here.context());
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

    /// Keeps everything typed on this device, unless something is there that this window has not
    /// seen: then the person is asked.
    fn keep(self: &Rc<App>) {
        let kept = browser::storage::read();
        let (seen, text) = {
            let model = self.model.borrow();
            (model.keeping.seen.clone(), keeping::text_to_keep(&model, self.context()))
        };
        match kept {
            Err(refusal) => self.handle(Event::Refused(refusal)),
            Ok(kept) if kept != seen => self.handle(Event::Stored(kept)),
            Ok(kept) if kept.as_ref() == Some(&text) => {}
            Ok(_) => match browser::storage::write(&text) {
                Ok(()) => self.handle(Event::Kept(text)),
                Err(refusal) => self.handle(Event::Refused(refusal)),
            },
        }
    }

    /// Looks at what is kept on this device.
    pub(super) fn look_at_kept(self: &Rc<App>) {
        // Where nothing can be kept, nobody has asked for it.
        if let Ok(kept) = browser::storage::read() {
            self.handle(Event::Stored(kept));
        }
    }

    /// Lets the person save a text as a file whose name says the day.
    fn save_json(&self, name: &str, text: &str) {
        let name = format!("{name}-{}.json", self.context().today.iso());
        browser::files::save(&name, "application/json;charset=utf-8", text);
    }

    fn save_calendar(&self) {
        let Some(stamp) = browser::stamp() else { return };
        let text = doors::calendar_file(&mut self.model.borrow_mut(), stamp, self.context());
        browser::files::save("aflastning.ics", CALENDAR, &text);
    }

    fn save_dates(&self, tool: Tool) {
        let Some(stamp) = browser::stamp() else { return };
        let file = dates::dates_file(&self.model.borrow(), tool, stamp, self.context());
        if let Some(file) = file {
            browser::files::save(file.name, CALENDAR, &file.text);
        }
    }
}
