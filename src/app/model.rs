//! The state of the product, and what each event does to it.

use super::event::{Action, Event, first_field};
use super::page::Page;
use super::sheet::{Sheet, row_field};
use super::tool::{Shown, Tool};
use crate::draft::{Checked, Context, FieldError, payment, respite, suggest};
use crate::rules::map::SortedMap;
use crate::rules::suggest::Suggestion;

/// Everything that changes while the page is open; gone when it is closed.
#[derive(Clone, Debug)]
pub struct Model {
    /// The page shown.
    pub page: Page,
    /// Everything typed.
    pub sheet: Sheet,
    asked: SortedMap<Tool, Asked>,
}

/// What a tool was asked with, and what came of it.
#[derive(Clone, Debug)]
struct Asked {
    part: Sheet,
    outcome: Checked<Shown>,
}

/// How a tool's result stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Not asked, or asked with errors.
    None,
    /// Something was changed since it was asked.
    Stale,
    /// The result.
    Fresh(&'a Shown),
}

/// What the browser has to do after an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// The page must be drawn anew, not only its live parts.
    pub redraw: bool,
    /// The element that gets the focus.
    pub focus: Option<String>,
    /// The print dialog opens.
    pub print: bool,
}

impl Effects {
    fn redraw_and_focus(id: impl Into<String>) -> Effects {
        Effects { redraw: true, focus: Some(id.into()), print: false }
    }
}

impl Model {
    /// Nothing typed yet.
    pub fn new(page: Page, context: Context) -> Model {
        let mut sheet = Sheet::default();
        respite::prepare(&mut sheet);
        suggest::prepare(&mut sheet, context);
        payment::prepare(&mut sheet);
        Model { page, sheet, asked: SortedMap::default() }
    }

    /// Takes an event in.
    pub fn update(&mut self, event: Event, context: Context) -> Effects {
        match event {
            Event::Typed { field, text } => {
                self.sheet.set(field, text);
                Effects::default()
            }
            Event::Submitted(tool) => self.ask(tool, context),
            Event::Pressed(action) => self.act(action, context),
        }
    }

    fn ask(&mut self, tool: Tool, context: Context) -> Effects {
        let outcome = tool.check(&self.sheet, context);
        let focus = if outcome.is_ok() { tool.result_id() } else { tool.summary_id() };
        self.asked.insert(tool, Asked { part: tool.part(&self.sheet), outcome });
        Effects::redraw_and_focus(focus)
    }

    fn act(&mut self, action: Action, context: Context) -> Effects {
        match action {
            Action::Add(list) => {
                let row = self.sheet.add_row(list);
                Effects::redraw_and_focus(row_field(list, row, first_field(list)))
            }
            Action::Remove(list, row) => {
                self.sheet.remove_row(list, row);
                if list == respite::STAYS && self.sheet.rows(list).is_empty() {
                    self.sheet.add_row(list);
                }
                Effects::redraw_and_focus(add_button_id(list))
            }
            Action::AcceptSuggestion => self.accept_suggestion(context),
            Action::Clear => {
                *self = Model::new(self.page, context);
                Effects::redraw_and_focus(crate::html::page::HEADING)
            }
            Action::Print => Effects { print: true, ..Effects::default() },
        }
    }

    fn accept_suggestion(&mut self, context: Context) -> Effects {
        let suggestion = suggest::check(&self.sheet, context).map(|found| found.answer.result);
        if let Ok(Suggestion::Plan(plan)) = suggestion {
            for stay in plan.stays {
                respite::add_stay(&mut self.sheet, stay.arrival, stay.departure, context);
            }
        }
        self.ask(Tool::Respite, context)
    }

    /// How a tool's result stands.
    pub fn standing(&self, tool: Tool) -> Standing<'_> {
        match self.asked.get(&tool) {
            Some(Asked { part, outcome: Ok(shown) }) => {
                if *part == tool.part(&self.sheet) {
                    Standing::Fresh(shown)
                } else {
                    Standing::Stale
                }
            }
            _ => Standing::None,
        }
    }

    /// The errors found when a tool was last asked.
    pub fn errors(&self, tool: Tool) -> &[FieldError] {
        match self.asked.get(&tool) {
            Some(Asked { outcome: Err(errors), .. }) => errors,
            _ => &[],
        }
    }

    /// The error at a field, if there is one.
    pub fn error_at(&self, field: &str) -> Option<&str> {
        let errors =
            self.asked.iter().filter_map(|(_, asked)| asked.outcome.as_ref().err()).flatten();
        errors.into_iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }
}

/// The id of the button that adds a row to a list.
pub fn add_button_id(list: &str) -> String {
    format!("{list}-add")
}
