//! The state of the product, and what each event does to it.

use super::asked::{Answers, Standing};
use super::checking::{self, Checking};
use super::event::{Action, Deed, Event, first_field};
use super::keeping::{self, Keeping, State};
use super::page::Page;
use super::planner::Planner;
use super::planner::doors::{self, Arrival};
use super::planner::history::History;
use super::sheet::{Sheet, row_field, row_of};
use super::tool::{Outcome, Tool};
use crate::draft::{Context, FieldError, payment, respite, suggest};
use crate::exchange::calendar_file::{CalendarFile, Stamp, write};
use crate::results;
use crate::rules::offer::Housing;
use crate::rules::respite::Stay;

/// Everything that changes while the page is open; gone when it is closed.
pub struct Model {
    /// The page shown.
    pub page: Page,
    /// Everything typed.
    pub sheet: Sheet,
    /// Whether the planner can be used.
    pub arrival: Arrival,
    /// The respite planner beside the sheet.
    pub planner: Planner,
    /// What of it is kept.
    pub keeping: Keeping,
    /// The receipt that was last checked.
    pub checking: Option<Checking>,
    /// The field being typed in: its row is not called wrong before it is finished.
    typing: Option<String>,
    /// The estimate in a sentence, once the person has rested, for those who hear the page.
    pub said: String,
    answers: Answers,
}

/// What the browser has to do after an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// How much of the page may look different.
    pub extent: Extent,
    /// The element that gets the focus.
    pub focus: Option<String>,
    /// What happens outside the page.
    pub outside: Option<Outside>,
}

/// How much of the page an event may have changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// What is pointed at in the calendar, and what is said after a rest.
    Pointing,
    /// What follows from what is typed; the fields themselves show it already.
    #[default]
    Typing,
    /// All live parts.
    Parts,
    /// The whole page.
    Page,
}

/// What happens outside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// The print dialog opens.
    Print,
    /// The plan is saved as a calendar file.
    SaveCalendar,
    /// The plan's link is copied.
    CopyLink,
    /// The search for a plan goes on in steps.
    Search,
    /// The planner is fetched.
    FetchPlanner,
    /// Everything typed is kept on this device.
    Keep,
    /// What is kept on this device is deleted.
    Forget,
    /// What is kept on this device is saved as a file, as it is.
    SaveKept,
    /// Everything typed is saved as a case file.
    SaveCase,
    /// The receipt of a tool's result is saved.
    SaveReceipt(Tool, u32),
    /// The dates of a tool's result are saved as a calendar file.
    SaveDates(Tool),
}

impl Effects {
    /// Draws so much of the page anew.
    pub(super) fn draw(extent: Extent) -> Effects {
        Effects { extent, ..Effects::default() }
    }

    /// Draws the whole page anew and moves the focus.
    pub(super) fn redraw_and_focus(id: impl Into<String>) -> Effects {
        Effects { extent: Extent::Page, focus: Some(id.into()), outside: None }
    }

    pub(super) fn outside(outside: Outside) -> Effects {
        Effects { outside: Some(outside), ..Effects::default() }
    }
}

impl Model {
    /// Nothing typed yet.
    pub fn new(page: Page, context: Context) -> Model {
        let sheet = untouched_sheet(context);
        let planner = Planner::new(context);
        let arrival = Arrival::default();
        let (answers, said) = (Answers::default(), String::new());
        let (keeping, checking, typing) = (Keeping::default(), None, None);
        let mut model =
            Model { page, sheet, arrival, planner, keeping, checking, typing, said, answers };
        model.estimate(context);
        model
    }

    /// Takes an event in.
    pub fn update(&mut self, event: Event, context: Context) -> Effects {
        if self.page.comes_later() && self.arrival != Arrival::Here {
            return self.wait(event);
        }
        match event {
            Event::Typed { field, text } => self.typed(field, text, context),
            Event::Left => self.left(),
            Event::Submitted(tool) => self.ask(tool, context),
            Event::Pressed(action) => self.act(action, context),
            Event::Chose(_) | Event::Pointed(_) | Event::Went(_) => {
                doors::plan(self, event, context)
            }
            Event::Opened { field, bytes } => match field.as_str() {
                keeping::FILE => keeping::doors::open_case(self, &bytes, context),
                checking::FILE => checking::doors::check(self, &bytes, context),
                _ => doors::open_calendar(self, &bytes, context),
            },
            Event::Stored(_) | Event::Kept(_) | Event::Refused(_) => {
                keeping::doors::keep(self, event)
            }
            Event::Rested => self.rest(context),
            Event::Arrived(arrival) => {
                self.arrival = arrival;
                Effects::draw(Extent::Parts)
            }
        }
    }

    /// Takes an event in while the planner's page has no planner.
    fn wait(&mut self, event: Event) -> Effects {
        match event {
            Event::Arrived(arrival) => {
                self.arrival = arrival;
                Effects::draw(Extent::Page)
            }
            Event::Pressed(Action::Do(Deed::Fetch)) => {
                self.arrival = Arrival::Awaited;
                let effects = Effects::redraw_and_focus(crate::html::page::HEADING);
                Effects { outside: Some(Outside::FetchPlanner), ..effects }
            }
            _ => Effects::default(),
        }
    }

    fn typed(&mut self, field: String, text: String, context: Context) -> Effects {
        let in_plan = History::keeps(&field);
        if in_plan {
            self.planner.history.remember_typing(&field, &self.sheet);
        }
        self.typing = Some(field.clone());
        self.sheet.set(field.clone(), text);
        if in_plan {
            doors::read_plan(self, context);
        }
        self.follow(&field, context)
    }

    /// Computes anew what follows every key and rests on a field or list.
    fn follow(&mut self, name: &str, context: Context) -> Effects {
        let told = Tool::Payment.rests_on(name) && self.estimate(context);
        Effects::draw(if told { Extent::Page } else { Extent::Typing })
    }

    /// Takes what came of asking a tool.
    pub(super) fn take_answer(&mut self, tool: Tool, outcome: Outcome) {
        self.answers.take(tool, &self.sheet, Ok(outcome));
    }

    /// Estimates the payment, of all offers or of those that are filled in; true when the errors
    /// that are told have changed.
    pub(super) fn estimate(&mut self, context: Context) -> bool {
        let (so_far, missing) = payment::so_far(&self.sheet, context);
        let so_far = so_far.map(Outcome::Payment);
        self.answers.follow(Tool::Payment, &self.sheet, so_far, missing)
    }

    /// A field was left: what was typed there is called wrong if it is.
    fn left(&mut self) -> Effects {
        let Some(field) = self.typing.take() else { return Effects::default() };
        let is_typed = !self.sheet.get(&field).trim().is_empty();
        let told = is_typed && self.answers.tell(Tool::Payment, Some(&field));
        Effects::draw(if told { Extent::Page } else { Extent::Typing })
    }

    /// The person has not done anything for a moment: says what the page shows meanwhile.
    fn rest(&mut self, context: Context) -> Effects {
        if let Standing::Fresh(Outcome::Payment(outcome)) = self.standing(Tool::Payment)
            && self.page == Page::Payment
        {
            self.said = results::payment::said(outcome, context);
        }
        let keeps = self.keeping.state == State::On;
        Effects { outside: keeps.then_some(Outside::Keep), ..Effects::draw(Extent::Pointing) }
    }

    /// Reads the plan anew after a change, and counts it.
    pub(super) fn read_plan(&mut self, context: Context) {
        self.planner.take_plan(respite::read(&self.sheet, context), context);
        match self.planner.plan.outcome.clone() {
            Some(outcome) => {
                self.answers.take(Tool::Respite, &self.sheet, Ok(Outcome::Respite(outcome)));
            }
            None => self.answers.forget(Tool::Respite),
        }
    }

    fn ask(&mut self, tool: Tool, context: Context) -> Effects {
        self.typing = None;
        if tool == Tool::Payment {
            return self.ask_payment(context);
        }
        let Some(outcome) = tool.check(&self.sheet, context) else {
            return doors::look_for_plan(self, context);
        };
        let focus = if outcome.is_ok() { tool.result_id() } else { tool.summary_id() };
        self.answers.take(tool, &self.sheet, outcome);
        Effects::redraw_and_focus(focus)
    }

    /// The estimate is there already: goes to it, or tells what is wrong.
    fn ask_payment(&mut self, context: Context) -> Effects {
        let tool = Tool::Payment;
        self.estimate(context);
        self.answers.tell(tool, None);
        let is_right = self.missing(tool).is_empty();
        Effects::redraw_and_focus(if is_right { tool.result_id() } else { tool.summary_id() })
    }

    /// Begins to look for the best plan for the wishes.
    pub(super) fn look_for_plan(&mut self, context: Context) -> Effects {
        let tool = Tool::Suggest;
        match suggest::wishes(&self.sheet, &self.planner.plan, context) {
            Ok(wishes) => {
                self.planner.look(wishes, context);
                self.answers.forget(tool);
                Effects { outside: Some(Outside::Search), ..Effects::draw(Extent::Parts) }
            }
            Err(errors) => {
                self.answers.take(tool, &self.sheet, Err(errors));
                Effects::redraw_and_focus(tool.summary_id())
            }
        }
    }

    fn act(&mut self, action: Action, context: Context) -> Effects {
        self.typing = None;
        match action {
            Action::Add(list) => {
                self.remember(list);
                let row = self.sheet.add_row(list);
                self.follow(list, context);
                Effects::redraw_and_focus(row_field(list, row, first_field(list)))
            }
            Action::Remove(list, row) => {
                self.remember(list);
                self.sheet.remove_row(list, row);
                if History::keeps(list) {
                    doors::read_plan(self, context);
                }
                self.follow(list, context);
                Effects::redraw_and_focus(add_button_id(list))
            }
            Action::TakePrices(offer) => self.take_prices(offer, context),
            Action::Do(Deed::Clear) => {
                *self = Model { arrival: self.arrival, ..Model::new(self.page, context) };
                self.keeping.opened = Some(keeping::Opened::Cleared);
                let effects = Effects::redraw_and_focus(keeping::OPENED);
                Effects { outside: Some(Outside::Forget), ..effects }
            }
            Action::Do(Deed::Print) => Effects::outside(Outside::Print),
            Action::SaveReceipt(tool, number) => {
                Effects::outside(Outside::SaveReceipt(tool, number))
            }
            Action::SaveDates(tool) => Effects::outside(Outside::SaveDates(tool)),
            Action::Keep(deed) => keeping::doors::keep_by(self, deed, context),
            _ => doors::plan(self, Event::Pressed(action), context),
        }
    }

    fn remember(&mut self, list: &str) {
        if History::keeps(list) {
            self.planner.history.remember(&self.sheet);
        }
    }

    /// The plan as a calendar file; stays of the last file that are gone are cancelled in it.
    pub fn calendar_file(&mut self, stamp: Stamp, context: Context) -> String {
        let stays = self.planner.plan.plain_stays();
        let title = self.sheet.get(respite::CALENDAR_TITLE);
        let saved = std::mem::replace(&mut self.planner.saved, stays.clone());
        let deleted: Vec<Stay> = saved.into_iter().filter(|stay| !stays.contains(stay)).collect();
        write(&CalendarFile::of_plan(title, &stays, &deleted, stamp, context.words))
    }

    /// Takes the prices of another offer over to this one.
    fn take_prices(&mut self, offer: Housing, context: Context) -> Effects {
        let list = payment::charges_of(offer);
        if let Some(from) = payment::prices_to_take(&self.sheet, offer) {
            payment::take_prices(&mut self.sheet, from, offer);
        }
        self.follow(list, context);
        let first = self.sheet.rows(list).first();
        let first = first.map_or(add_button_id(list), |row| row_field(list, *row, payment::AMOUNT));
        Effects::redraw_and_focus(first)
    }

    /// How a tool's result stands.
    pub fn standing(&self, tool: Tool) -> Standing<'_> {
        self.answers.standing(tool, &self.sheet)
    }

    /// What a tool that follows every key still needs before it can give a result.
    pub fn missing(&self, tool: Tool) -> &[FieldError] {
        self.answers.missing(tool)
    }

    /// The errors of a tool that the person is told of.
    pub fn errors(&self, tool: Tool) -> &[FieldError] {
        self.answers.errors(tool)
    }

    /// The error at a field, if there is one.
    pub fn error_at(&self, field: &str) -> Option<&str> {
        let mut errors = self.answers.all_errors().chain(self.plan_errors());
        errors.find(|error| error.field == field).map(|error| error.message.as_str())
    }

    /// The errors of the plan, without those of the row that is being typed in.
    pub fn plan_errors(&self) -> impl Iterator<Item = &FieldError> {
        let row = self.typing.as_deref().map(row_of);
        let errors = self.planner.plan.errors.iter();
        errors.filter(move |error| !row.is_some_and(|row| error.field.starts_with(row)))
    }
}

/// The sheet before anything is typed: the rows that the pages begin with.
pub fn untouched_sheet(context: Context) -> Sheet {
    let mut sheet = Sheet::default();
    suggest::prepare(&mut sheet, context);
    payment::prepare(&mut sheet);
    sheet
}

/// The id of the button that adds a row to a list.
pub fn add_button_id(list: &str) -> String {
    format!("{list}-add")
}
