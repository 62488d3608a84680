//! What happens to what is kept.

use super::{FILE, KeepDeed, Opened, State};
use crate::app::event::Event;
use crate::app::model::{Effects, Extent, Model, Outside, untouched_sheet};
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::case_file::{self, CaseFile, CaseFileError};
use crate::draft::{Context, Sheet};
use crate::exchange::receipt;
use crate::html::page::HEADING;

/// The id of what tells how keeping stands, which gets the focus when that changes.
pub const NOTICE: &str = "kept";
/// The id of what tells what a case file brought.
pub const OPENED: &str = "case-opened";

impl Model {
    /// Takes in an event of keeping.
    pub(super) fn keep(&mut self, event: Event) -> Effects {
        match event {
            Event::Stored(text) => self.stored(text),
            Event::Kept(text) => {
                self.keeping.seen = Some(text);
                self.tell_kept()
            }
            Event::Refused(refusal) => {
                self.keeping.state = State::Refused(refusal);
                self.tell_kept()
            }
            _ => Effects::default(),
        }
    }

    /// Does what a person wants with what is kept.
    pub(super) fn keep_by(&mut self, deed: KeepDeed, context: Context) -> Effects {
        match deed {
            // What is kept already was seen, and this takes its place.
            KeepDeed::Keep => {
                self.keeping.state = State::On;
                Effects {
                    outside: Some(Outside::Keep),
                    ..Effects::redraw_and_focus(self.where_kept())
                }
            }
            KeepDeed::TakeKept => self.take_kept(context),
            KeepDeed::Forget => {
                self.forget_kept();
                Effects {
                    outside: Some(Outside::Forget),
                    ..Effects::redraw_and_focus(self.where_kept())
                }
            }
            KeepDeed::SaveCase => Effects::outside(Outside::SaveCase),
            KeepDeed::SaveKept => Effects::outside(Outside::SaveKept),
            KeepDeed::TakeCase => self.take_case(context),
            KeepDeed::LeaveCase => {
                self.keeping.opened = None;
                Effects::redraw_and_focus(FILE)
            }
        }
    }

    /// Where the person is told how keeping stands: on the overview, or by what is gone from the
    /// top of another page.
    fn where_kept(&self) -> &'static str {
        if self.page == Page::Overview { NOTICE } else { HEADING }
    }

    /// The browser's storage holds this: at the start, after another window's change, or where a
    /// write would have overwritten it.
    fn stored(&mut self, text: Option<String>) -> Effects {
        if text == self.keeping.seen {
            return Effects::default();
        }
        let state = match (&text, &self.keeping.state) {
            (None, State::On) => State::Gone,
            (None, State::Found(_) | State::Elsewhere(_) | State::Unreadable(_)) => State::Off,
            (None, state) => state.clone(),
            (Some(text), state) => match case_file::read(text.as_bytes()) {
                Err(error) => State::Unreadable(error),
                Ok(kept) if *state == State::On && same(&kept.sheet, &self.sheet) => State::On,
                Ok(kept) => match state {
                    State::On | State::Elsewhere(_) | State::Gone => State::Elsewhere(kept),
                    _ => State::Found(kept),
                },
            },
        };
        self.keeping.seen = text;
        self.keeping.state = state;
        self.tell_kept()
    }

    /// Draws how keeping stands: above every page, and on the overview in its section as well.
    fn tell_kept(&self) -> Effects {
        let extent = if self.page == Page::Overview { Extent::Page } else { Extent::Parts };
        Effects::draw(extent)
    }

    /// Goes on with what is kept.
    fn take_kept(&mut self, context: Context) -> Effects {
        let state = std::mem::replace(&mut self.keeping.state, State::On);
        match state {
            State::Found(kept) | State::Elsewhere(kept) => {
                self.take_sheet(kept.sheet, context);
                Effects::redraw_and_focus(self.where_kept())
            }
            state => {
                self.keeping.state = state;
                Effects::default()
            }
        }
    }

    /// Nothing is kept any more.
    fn forget_kept(&mut self) {
        self.keeping.state = State::Off;
        self.keeping.seen = None;
    }

    /// Everything typed, as text.
    pub fn text_to_keep(&self, context: Context) -> String {
        case_file::write(&self.sheet, context.today)
    }

    /// Opens a case file: at once when nothing is typed.
    pub(super) fn open_case(&mut self, bytes: &[u8], context: Context) -> Effects {
        self.keeping.opened = Some(match case_file::read(bytes) {
            Err(CaseFileError::NotACaseFile) if receipt::is_one(bytes) => Opened::Receipt,
            Err(error) => Opened::Refused(error),
            Ok(file) if self.is_untouched(context) || same(&file.sheet, &self.sheet) => {
                self.take_file(file, context)
            }
            Ok(file) => Opened::Waiting(file),
        });
        Effects::redraw_and_focus(OPENED)
    }

    fn take_case(&mut self, context: Context) -> Effects {
        self.keeping.opened = match self.keeping.opened.take() {
            Some(Opened::Waiting(file)) => Some(self.take_file(file, context)),
            other => other,
        };
        Effects::redraw_and_focus(OPENED)
    }

    fn take_file(&mut self, file: CaseFile, context: Context) -> Opened {
        self.take_sheet(file.sheet, context);
        Opened::Taken(file.saved)
    }

    /// Takes everything typed from a sheet, in place of what is there, and asks every tool that
    /// can be asked.
    fn take_sheet(&mut self, sheet: Sheet, context: Context) {
        let keeping = std::mem::take(&mut self.keeping);
        self.begin_again(context);
        (self.keeping, self.sheet) = (keeping, sheet);
        self.read_plan(context);
        self.estimate(context);
        for tool in Tool::ALL {
            if let Some(Ok(outcome)) = tool.check(&self.sheet, context) {
                self.take_answer(*tool, outcome);
            }
        }
    }

    /// Whether nothing is typed.
    pub fn is_untouched(&self, context: Context) -> bool {
        same(&self.sheet, &untouched_sheet(context))
    }
}

/// Whether two sheets hold the same, whatever numbers were given to rows that are gone.
fn same(one: &Sheet, other: &Sheet) -> bool {
    one.part(&[""]) == other.part(&[""])
}
