//! What the planner's events do.

use super::Planner;
use super::pick::Picking;
use super::propose::{Looking, wish_for};
use crate::app::event::{Action, Deed, Event};
use crate::app::model::{Effects, Extent, Model, Outside};
use crate::app::tool::Tool;
use crate::draft::respite::quota;
use crate::draft::respite::{self, HELD, ReadPlan, STAYS};
use crate::draft::{Context, row_field};
use crate::rules::date::{Date, Weekday};
use crate::rules::template::monthly_weekends_and_week;

/// The id of a day in the calendar.
pub fn day_id(date: Date) -> String {
    format!("day-{}", date.iso())
}

impl Planner {
    /// Takes the plan as it is after a change. What referred to a stay that is gone is forgotten.
    pub fn take_plan(&mut self, plan: ReadPlan, context: Context) {
        self.plan = plan;
        self.relief = self.ways_back(context);
        if let Picking::Stay(row) | Picking::Moving(row) = self.picking
            && self.plan.in_row(row).is_none()
        {
            self.picking = Picking::Nothing;
            self.pointed = None;
        }
        self.looking = Looking::Idle;
    }
}

impl Model {
    /// Takes an event of the planner in.
    pub(super) fn plan(&mut self, event: Event, context: Context) -> Effects {
        let year = self.planner.year;
        let effects = self.plan_within_year(event, context);
        match self.planner.year == year {
            true => effects,
            // Another year's months have to be put in place.
            false => Effects { extent: Extent::Page, ..effects },
        }
    }

    fn plan_within_year(&mut self, event: Event, context: Context) -> Effects {
        match event {
            Event::Pointed(date) => {
                self.planner.point(date);
                Effects::draw(Extent::Pointing)
            }
            Event::Went(date) => {
                self.planner.go_to(date);
                Effects { extent: Extent::Pointing, ..focus_on_cursor(&self.planner) }
            }
            Event::Chose(date) => {
                let places = self.planner.is_choosing();
                self.planner.choose(date, &mut self.sheet, context);
                // Opening a stay and beginning one change nothing that counts.
                let effects = if places { self.changed(context) } else { Effects::default() };
                Effects { extent: Extent::Chosen, ..effects }
            }
            Event::Pressed(action) => self.plan_by(action, context),
            Event::Typed { .. }
            | Event::Left
            | Event::Rested
            | Event::Opened { .. }
            | Event::Stored(_)
            | Event::Kept(_)
            | Event::Refused(_)
            | Event::Submitted(_)
            | Event::Unspoken(_)
            | Event::Arrived(_) => Effects::default(),
        }
    }

    /// Opens a calendar file.
    pub(super) fn open_calendar(&mut self, bytes: &[u8], context: Context) -> Effects {
        self.planner.open_file(bytes, &mut self.sheet, context);
        Effects::redraw_and_focus("import-result")
    }

    /// After a change of the stays: count anew, put the rows in order, draw.
    fn changed(&mut self, context: Context) -> Effects {
        let looking = std::mem::take(&mut self.planner.looking);
        let before = self.planner.plan.plain_stays();
        self.read_and_sort(context);
        if before == self.planner.plan.plain_stays() {
            // Nothing changed that the search rests on.
            self.planner.looking = looking;
        }
        Effects::draw(Extent::Parts)
    }

    /// Reads the plan anew, and counts it when its rows are in order: the count is of the sheet as
    /// it is then.
    fn read_and_sort(&mut self, context: Context) {
        self.planner.take_plan(respite::read(&self.sheet, context), context);
        respite::sort_rows(&mut self.sheet, &self.planner.plan);
        self.take_count();
    }

    fn changed_and_focus(&mut self, id: impl Into<String>, context: Context) -> Effects {
        Effects { focus: Some(id.into()), ..self.changed(context) }
    }

    fn plan_by(&mut self, action: Action, context: Context) -> Effects {
        let (planner, sheet) = (&mut self.planner, &mut self.sheet);
        match action {
            Action::Year(year) => {
                planner.show_year(year);
                Effects::draw(Extent::Parts)
            }
            Action::GoTo(date) => {
                planner.go_to(date);
                Effects { extent: Extent::Pointing, ..focus_on_cursor(planner) }
            }
            Action::Begin(date) => {
                planner.begin(date, context);
                focus_on_cursor(planner)
            }
            Action::Nudge(end, days) => {
                planner.nudge(end, days, sheet, context);
                self.changed(context)
            }
            Action::WayBack(number) => self.take_way_back(number, context),
            Action::Do(deed) => self.do_deed(deed, context),
            Action::Add(_)
            | Action::Remove(..)
            | Action::TakePrices(_)
            | Action::Keep(_)
            | Action::Who(_)
            | Action::Speak(_)
            | Action::SaveReceipt(..)
            | Action::SaveDates(_) => Effects::default(),
        }
    }

    fn do_deed(&mut self, deed: Deed, context: Context) -> Effects {
        let (planner, sheet) = (&mut self.planner, &mut self.sheet);
        let words = &context.words.planner;
        match deed {
            Deed::Undo => {
                let done = planner.history.undo(sheet);
                planner.say(if done { words.undone } else { words.nothing_undone });
                self.changed(context)
            }
            Deed::Redo => {
                let done = planner.history.redo(sheet);
                planner.say(if done { words.redone } else { words.nothing_redone });
                self.changed(context)
            }
            Deed::Beside => {
                planner.beside = !planner.beside;
                planner.show_year(planner.year);
                Effects::draw(Extent::Page)
            }
            Deed::Move => {
                planner.begin_move(context);
                focus_on_cursor(planner)
            }
            Deed::Held => {
                self.switch_held();
                self.changed(context)
            }
            Deed::Delete => {
                planner.delete(sheet, context);
                let id = day_id(planner.cursor);
                self.changed_and_focus(id, context)
            }
            Deed::Cancel => {
                planner.cancel(context);
                focus_on_cursor(planner)
            }
            Deed::Template => self.fill_by_template(context),
            Deed::WishWeekends => self.wish_and_look(Weekday::Fri, 3, context),
            Deed::WishWeeks => {
                let Some(quota) = quota(context.today, context) else { return Effects::default() };
                self.wish_and_look(Weekday::Mon, quota.week_days, context)
            }
            Deed::Stop | Deed::Dismiss => {
                planner.looking = Looking::Idle;
                Effects::redraw_and_focus("suggest-heading")
            }
            Deed::Accept => {
                let taken = planner.accept(sheet, context);
                planner.say(words.accepted(taken));
                self.changed_and_focus("calendar-heading", context)
            }
            Deed::Link => {
                planner.link_shown = true;
                Effects::redraw_and_focus("plan-link")
            }
            Deed::Copy => Effects::outside(Outside::Copy("plan-link")),
            Deed::SaveCalendar => Effects::outside(Outside::SaveCalendar),
            Deed::TakeIncoming | Deed::AddIncoming | Deed::KeepMine => {
                self.answer_incoming(deed, context)
            }
            Deed::ImportUnavailable => self.import_into(respite::UNAVAILABLE, context),
            Deed::ImportMustCover => self.import_into(respite::MUST_COVER, context),
            Deed::ImportNone => {
                planner.imported = None;
                Effects::redraw_and_focus("import-heading")
            }
            Deed::Clear
            | Deed::Print
            | Deed::Fetch
            | Deed::SaveTable
            | Deed::CopyCode
            | Deed::Preview => Effects::default(),
        }
    }

    /// Marks the open stay as held, or as planned again.
    fn switch_held(&mut self) {
        let Some(planned) = self.planner.chosen_stay() else { return };
        self.planner.history.remember(&self.sheet);
        let held = if planned.held { "" } else { "yes" };
        self.sheet.set(row_field(STAYS, planned.row, HELD), held);
    }

    fn fill_by_template(&mut self, context: Context) -> Effects {
        let planner = &mut self.planner;
        let Some(quota) = quota(Date::LAST, context) else { return Effects::default() };
        let stays = monthly_weekends_and_week(
            planner.year,
            &planner.plan.plain_stays(),
            &planner.plan.unavailable,
            &quota,
            planner.plan.granted,
            (planner.year == context.today.year()).then_some(context.today),
        );
        let added = planner.add_all(&stays, &mut self.sheet, context);
        planner.say(context.words.planner.accepted(added));
        self.changed_and_focus("calendar-heading", context)
    }

    fn wish_and_look(&mut self, weekday: Weekday, days: u32, context: Context) -> Effects {
        wish_for(weekday, days, &mut self.planner, &mut self.sheet, context);
        // As when a wish is typed: what was proposed for others is gone, and the count is not old.
        self.read_plan(context);
        self.look_for_plan(context)
    }

    fn take_way_back(&mut self, number: u32, context: Context) -> Effects {
        self.planner.take_way(number, &mut self.sheet, context);
        self.changed_and_focus(Tool::Respite.result_id(), context)
    }

    fn answer_incoming(&mut self, answer: Deed, context: Context) -> Effects {
        let planner = &mut self.planner;
        let stays = planner.incoming_stays().unwrap_or_default();
        planner.incoming = None;
        match answer {
            Deed::TakeIncoming => planner.replace(&stays, &mut self.sheet, context),
            Deed::AddIncoming => {
                planner.add_all(&stays, &mut self.sheet, context);
            }
            _ => {}
        }
        self.changed_and_focus("calendar-heading", context)
    }

    fn import_into(&mut self, list: &'static str, context: Context) -> Effects {
        let taken = self.planner.import_into(list, &mut self.sheet, context);
        self.planner.say(context.words.planner.import.taken(taken));
        self.changed_and_focus("suggest-heading", context)
    }

    /// Takes the plan that a link brought.
    pub fn receive_link(&mut self, link: &str, context: Context) {
        self.planner.receive(link, &mut self.sheet, context);
        self.read_and_sort(context);
    }

    /// Goes on looking for a plan; true when the search has come to its end.
    pub fn step_search(&mut self, context: Context) -> bool {
        let done = self.planner.step(&mut self.sheet, context);
        if done && let Some(proposal) = self.planner.proposal() {
            let words = &context.words.planner;
            self.planner.say(words.found(proposal.stays.len(), proposal.longest_gap));
        }
        done
    }
}

fn focus_on_cursor(planner: &Planner) -> Effects {
    Effects { extent: Extent::Parts, focus: Some(day_id(planner.cursor)), outside: None }
}
