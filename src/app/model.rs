//! The state of the product, and what each event does to it.

use super::asked::{Answers, Standing};
use super::carried::{self, Carried};
use super::checking::{self, Checking};
use super::course::Course;
use super::embed::{self, snippet};
use super::event::{Action, Deed, Event, first_field};
use super::keeping::{self, Keeping, State};
use super::page::{Page, Step};
use super::planner::Planner;
use super::planner::doors::{self, Arrival};
use super::planner::history::History;
use super::sheet::{Sheet, row_field, row_of};
use super::tool::{Outcome, Tool};
use crate::draft::case_file::names;
use crate::draft::who::WHO;
use crate::draft::{Context, FieldError, eligibility, free_choice, payment, respite, suggest};
use crate::exchange::calendar_file::{CalendarFile, Stamp, write};
use crate::results;
use crate::rules::free_choice::Question;
use crate::rules::offer::Housing;
use crate::rules::respite::Stay;
use crate::text::words::Language;

/// Everything that changes while the page is open; gone when it is closed.
pub struct Model {
    /// The page shown.
    pub page: Page,
    /// In a frame on somebody else's page, the page that was opened in it.
    pub framed: Option<Page>,
    /// The language that was asked for and could not be fetched.
    pub unspoken: Option<Language>,
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
    /// The sample page that shows the tool on another page, once that is asked for.
    pub preview: Option<String>,
    /// The field being typed in: its row is not called wrong before it is finished.
    typing: Option<String>,
    /// What was taken over from another page.
    pub carried: Carried,
    /// The estimate in a sentence, once the person has rested, for those who hear the page.
    pub said: String,
    pub(super) answers: Answers,
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
    /// The days that a choice in the calendar is of.
    Days,
    /// Of what may have changed, that which is near what the person did.
    Near,
    /// What is pointed at in the calendar, and what is said after a rest.
    Pointing,
    /// What follows from what is typed; the fields themselves show it already.
    #[default]
    Typing,
    /// All live parts.
    Parts,
    /// All live parts, because of a choice in the calendar.
    Chosen,
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
    /// The decision tables are saved.
    SaveTable,
    /// What stands in a field is copied.
    Copy(&'static str),
    /// The search for a plan goes on in steps.
    Search,
    /// The planner is fetched.
    FetchPlanner,
    /// The words of another language are fetched.
    Speak(Language),
    /// Everything typed is kept on this device.
    Keep,
    /// What is kept on this device is deleted.
    Forget,
    /// Another page is gone to.
    Go(Page),
    /// What is kept on this device is saved as a file, as it is.
    SaveKept,
    /// Everything typed is saved as a case file.
    SaveCase,
    /// The receipt of a tool's result is saved.
    SaveReceipt(Tool, u32),
    /// The dates of a tool's result are saved as a calendar file.
    SaveDates(Tool),
}

impl Extent {
    /// What is drawn next of an event of this extent, when the picture of what was is shown.
    pub fn after(self, drawn: Extent) -> Extent {
        match drawn {
            // The panel counts as well; the card that does stands above the year.
            Extent::Days => Extent::Pointing,
            _ => self,
        }
    }
}

impl Effects {
    /// How much is drawn at once; the rest may follow the picture of it. What has the focus, and
    /// what goes outside the page, has to stand there.
    pub fn at_once(&self) -> Extent {
        let waits = self.focus.is_none() && self.outside.is_none();
        match self.extent {
            Extent::Typing | Extent::Parts if waits => Extent::Near,
            Extent::Chosen if waits => Extent::Days,
            extent => extent,
        }
    }

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
        let (framed, preview, unspoken) = (None, None, None);
        let carried = Carried::default();
        let mut model = Model {
            page,
            framed,
            unspoken,
            sheet,
            arrival,
            planner,
            keeping,
            checking,
            preview,
            typing,
            carried,
            said,
            answers,
        };
        model.estimate(context);
        model
    }

    /// Takes an event in.
    pub fn update(&mut self, event: Event, context: Context) -> Effects {
        let context = context.speaking_as(&self.sheet);
        if self.arrival != Arrival::Here && event == Event::Pressed(Action::Do(Deed::Fetch)) {
            return self.fetch_again();
        }
        if self.page.comes_later() && self.arrival != Arrival::Here {
            return self.wait(event, context);
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
            Event::Unspoken(language) => self.cannot_speak(language),
            Event::Arrived(arrival) => self.arrive(arrival, context),
        }
    }

    /// The second file has come, or has not.
    fn arrive(&mut self, arrival: Arrival, context: Context) -> Effects {
        self.arrival = arrival;
        let is_here = arrival == Arrival::Here;
        if is_here {
            carried::doors::carry_over(self, context);
        }
        // What is carried over and terms that can be explained now stand outside the live parts.
        let draws_page = is_here || self.page.comes_later();
        Effects::draw(if draws_page { Extent::Page } else { Extent::Parts })
    }

    /// Takes an event in while the planner's page has no planner.
    fn wait(&mut self, event: Event, context: Context) -> Effects {
        match event {
            Event::Arrived(arrival) => self.arrive(arrival, context),
            Event::Pressed(Action::Speak(language)) => self.ask_for_language(language, context),
            Event::Unspoken(language) => self.cannot_speak(language),
            _ => Effects::default(),
        }
    }

    /// Fetches the second file once more.
    fn fetch_again(&mut self) -> Effects {
        self.arrival = Arrival::Awaited;
        let effects = Effects::redraw_and_focus(crate::html::page::HEADING);
        Effects { outside: Some(Outside::FetchPlanner), ..effects }
    }

    fn typed(&mut self, field: String, text: String, context: Context) -> Effects {
        if History::keeps(&field) {
            self.planner.history.remember_typing(&field, &self.sheet);
        }
        self.typing = Some(field.clone());
        self.carried.typed(&field, self.page);
        self.sheet.set(field.clone(), text);
        if field == WHO {
            return self.speak_as(context);
        }
        let effects = self.follow(&field, context);
        if opens_others(&field) { Effects::draw(Extent::Page) } else { effects }
    }

    /// Computes anew what follows every key and rests on a field or list.
    fn follow(&mut self, name: &str, context: Context) -> Effects {
        if History::keeps(name) {
            doors::read_plan(self, context);
        }
        let paid = Tool::Payment.rests_on(name) && self.estimate(context);
        let checked = Tool::Eligibility.rests_on(name) && self.follow_check(context);
        Effects::draw(if paid || checked { Extent::Page } else { Extent::Typing })
    }

    /// Forgets everything typed, but not where the page is and what has come.
    pub(super) fn begin_again(&mut self, context: Context) {
        let (arrival, framed) = (self.arrival, self.framed);
        *self = Model { arrival, framed, ..Model::new(self.page, context) };
    }

    /// Goes on in the words that fit whom it is about. What was said in others is said anew.
    pub(super) fn speak_as(&mut self, context: Context) -> Effects {
        let context = context.speaking_as(&self.sheet);
        self.said.clear();
        self.planner.said.clear();
        if self.arrival == Arrival::Here {
            doors::read_plan(self, context);
        }
        self.estimate(context);
        self.follow_check(context);
        self.say_errors_anew(context);
        Effects::draw(Extent::Page)
    }

    /// Goes on with another day as today: what was asked is asked again. What follows every key is
    /// computed anew with it.
    pub fn begin_day(&mut self, context: Context) -> Effects {
        let context = context.speaking_as(&self.sheet);
        for tool in [Tool::FreeChoice, Tool::Complaint, Tool::FollowUp] {
            if let Standing::Fresh(_) = self.standing(tool)
                && let Some(outcome) = tool.check(&self.sheet, context)
            {
                self.answers.take(tool, &self.sheet, outcome);
            }
        }
        self.speak_as(context)
    }

    /// What is wrong in the forms that were sent, in the words that are spoken now.
    fn say_errors_anew(&mut self, context: Context) {
        let told = Tool::ALL.iter().filter(|tool| !self.answers.errors(**tool).is_empty());
        for tool in told.copied().collect::<Vec<_>>() {
            let errors = match tool.check(&self.sheet, context) {
                Some(outcome) => outcome.err(),
                None => suggest::wishes(&self.sheet, &self.planner.plan, context).err(),
            };
            self.answers.say_anew(tool, &errors.unwrap_or_default());
        }
    }

    /// Comes to a page, and takes over what is known from others.
    pub fn come_to(&mut self, page: Page, context: Context) {
        let context = context.speaking_as(&self.sheet);
        let is_new = page.entry() != self.page.entry();
        self.page = page;
        self.typing = None;
        if is_new && self.arrival == Arrival::Here {
            carried::doors::carry_over(self, context);
        }
        self.follow_check(context);
    }

    /// Takes over what is known from other pages; true when that fills in or empties a field.
    pub(super) fn carry_over(&mut self, context: Context) -> bool {
        let changed = self.carried.carry(self.page, &mut self.sheet, context);
        for name in &changed {
            self.follow(name, context);
            if History::keeps(name) {
                self.read_plan(context);
            }
        }
        !changed.is_empty()
    }

    /// Checks anew what the answers say of every offer; true when the errors that are told have
    /// changed.
    fn follow_check(&mut self, context: Context) -> bool {
        let (outcome, lacking) = (eligibility::check(&self.sheet, context), self.lacking(context));
        let outcome = outcome.ok().map(Outcome::Eligibility);
        self.answers.follow(Tool::Eligibility, &self.sheet, outcome, lacking)
    }

    /// What the step of the check that is shown still needs before one can go on.
    fn lacking(&self, context: Context) -> Vec<FieldError> {
        let Page::Check(wanted) = self.page else { return Vec::new() };
        let course = Course::of(&self.sheet, context);
        match course.as_ref().map_or(Step::Start, |course| course.shown(wanted)) {
            Step::Start => eligibility::born_errors(&self.sheet, context),
            Step::Question(place) => {
                let question = course.and_then(|course| course.question(place));
                question.map_or_else(Vec::new, |question| {
                    eligibility::answer_errors(&self.sheet, question, context)
                })
            }
            Step::Answers | Step::Result => Vec::new(),
        }
    }

    /// Goes on to the next question, or tells what is wrong with this one.
    fn go_on(&mut self, context: Context) -> Effects {
        let tool = Tool::Eligibility;
        self.follow_check(context);
        if !self.missing(tool).is_empty() {
            self.answers.tell(tool, None);
            return Effects::redraw_and_focus(tool.summary_id());
        }
        let next = Course::of(&self.sheet, context).map_or(Step::Start, |course| course.next());
        Effects::outside(Outside::Go(Page::Check(next)))
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

    /// Whether a field is being typed in.
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
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
        self.take_count();
    }

    /// Takes the plan's count as that of the sheet as it is now.
    pub(super) fn take_count(&mut self) {
        match self.planner.plan.outcome.clone() {
            Some(outcome) => {
                self.answers.take(Tool::Respite, &self.sheet, Ok(Outcome::Respite(outcome)));
            }
            None => self.answers.forget(Tool::Respite),
        }
    }

    fn ask(&mut self, tool: Tool, context: Context) -> Effects {
        self.typing = None;
        match tool {
            Tool::Payment => return self.ask_payment(context),
            Tool::Eligibility => return self.go_on(context),
            _ => {}
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
                self.follow(list, context);
                Effects::redraw_and_focus(add_button_id(list))
            }
            Action::TakePrices(offer) => self.take_prices(offer, context),
            Action::Do(Deed::Clear) => {
                self.begin_again(context);
                self.keeping.opened = Some(keeping::Opened::Cleared);
                let effects = Effects::redraw_and_focus(keeping::OPENED);
                Effects { outside: Some(Outside::Forget), ..effects }
            }
            Action::Do(Deed::CopyCode) => Effects::outside(Outside::Copy(snippet::CODE)),
            Action::Do(Deed::Preview) => embed::doors::preview(self, context),
            Action::Do(Deed::SaveTable) => Effects::outside(Outside::SaveTable),
            Action::Do(Deed::Print) => Effects::outside(Outside::Print),
            Action::SaveReceipt(tool, number) => {
                Effects::outside(Outside::SaveReceipt(tool, number))
            }
            Action::SaveDates(tool) => Effects::outside(Outside::SaveDates(tool)),
            Action::Keep(deed) => keeping::doors::keep_by(self, deed, context),
            Action::Speak(language) => self.ask_for_language(language, context),
            Action::Who(who) => {
                self.sheet.set(WHO, who.code());
                self.speak_as(context)
            }
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
        let Context { edition, words, .. } = context;
        write(&CalendarFile::of_plan(title, &stays, &deleted, stamp, edition.language, words))
    }

    /// Takes the prices of another offer over to this one.
    fn take_prices(&mut self, offer: Housing, context: Context) -> Effects {
        let list = payment::charges_of(offer);
        if let Some(from) = payment::prices_to_take(&self.sheet, offer, context.standard.offers) {
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

/// Whether it depends on a field what else the page asks for, or how.
fn opens_others(field: &str) -> bool {
    let is_kind = names::row_of(field).is_some_and(|_| field.ends_with(payment::KIND));
    let is_elsewhere = field == free_choice::field(Question::OtherMunicipality);
    let is_checked = eligibility::question_of(field).is_some();
    let is_box = Housing::ALL.iter().any(|offer| payment::offer_field(*offer) == field);
    field == free_choice::OFFER || is_checked || is_elsewhere || is_box || is_kind
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
