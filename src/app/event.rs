//! What a person can do, as the controls of the pages name it.

use super::keeping::{KeepDeed, Refusal};
use super::planner::doors::Arrival;
use super::planner::pick::End;
use super::tool::Tool;
use crate::draft::case_file::names;
use crate::rules::code::coded;
use crate::rules::date::Date;
use crate::rules::offer::Housing;
use crate::text::words::{Language, Who};

/// Something that a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Typed or chose something.
    Typed {
        /// The field.
        field: String,
        /// Its whole text, or the code of the choice.
        text: String,
    },
    /// Finished typing in a field.
    Left,
    /// Asked a tool.
    Submitted(Tool),
    /// Pressed a button.
    Pressed(Action),
    /// Chose a day of the calendar.
    Chose(Date),
    /// Points at a day of the calendar.
    Pointed(Date),
    /// Pressed a key on a day of the calendar that leads to this one.
    Went(Date),
    /// Chose a file.
    Opened {
        /// The field.
        field: String,
        /// What is in the file.
        bytes: Vec<u8>,
    },
    /// Nothing: the browser's storage holds this.
    Stored(Option<String>),
    /// Nothing: this was kept.
    Kept(String),
    /// Nothing: the browser does not keep it.
    Refused(Refusal),
    /// Has not done anything for a moment.
    Rested,
    /// Nothing: a language could not be fetched.
    Unspoken(Language),
    /// Nothing: the second file has come, or has not.
    Arrived(Arrival),
}

/// What a button does. Buttons carry it as `data-act`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Does something that needs no more to be said.
    Do(Deed),
    /// Adds a row to a list.
    Add(&'static str),
    /// Removes a row of a list.
    Remove(&'static str, u32),
    /// Shows a year in the calendar.
    Year(i32),
    /// Puts the focus on a day of the calendar.
    GoTo(Date),
    /// Begins a stay on a day.
    Begin(Date),
    /// Moves an end of the open stay, or the whole of it, by some days.
    Nudge(End, i32),
    /// Makes one of the changes that bring the plan back under the quota.
    WayBack(u32),
    /// Takes another offer's prices over to this one.
    TakePrices(Housing),
    /// Saves the receipt of a tool's result, counted from 0.
    SaveReceipt(Tool, u32),
    /// Saves the dates of a tool's result as a calendar file.
    SaveDates(Tool),
    /// Does something with what is kept.
    Keep(KeepDeed),
    /// Says whom it is about.
    Who(Who),
    /// Goes on in another language.
    Speak(Language),
}

coded! {
    /// What a button does without any detail.
    pub enum Deed {
        /// Takes the last change of the plan back.
        Undo = "undo",
        /// Makes it again.
        Redo = "redo",
        /// Shows or hides the year after the one shown.
        Beside = "beside",
        /// Lets the next day chosen be the open stay's new day of arrival.
        Move = "move",
        /// Marks the open stay as held, or as planned again.
        Held = "held",
        /// Takes the open stay out of the plan.
        Delete = "delete",
        /// Stops choosing.
        Cancel = "cancel",
        /// Fills the year with a long weekend each month and a week.
        Template = "template",
        /// Wishes for a short weekend every third week or so, and looks for a plan.
        WishWeekends = "wish-weekends",
        /// Wishes for as many whole weeks as the grant gives, and looks for a plan.
        WishWeeks = "wish-weeks",
        /// Stops looking for a plan.
        Stop = "stop",
        /// Takes the chosen suggested stays into the plan.
        Accept = "accept",
        /// Takes none of the suggested stays.
        Dismiss = "dismiss",
        /// Shows the link to the plan.
        Link = "link",
        /// Copies the link.
        Copy = "copy",
        /// Saves the plan as a calendar file.
        SaveCalendar = "save-calendar",
        /// Takes the plan of the link in place of the present one.
        TakeIncoming = "take-incoming",
        /// Adds those stays of the link's plan that stand in nobody's way.
        AddIncoming = "add-incoming",
        /// Keeps the present plan.
        KeepMine = "keep-mine",
        /// Takes the chosen ranges of a calendar file as days that will not do.
        ImportUnavailable = "import-closed",
        /// Takes the chosen ranges of a calendar file as days that must be covered.
        ImportMustCover = "import-wanted",
        /// Forgets the calendar file.
        ImportNone = "import-none",
        /// Forgets everything typed.
        Clear = "clear",
        /// Prints the page.
        Print = "print",
        /// Saves the decision tables as a file.
        SaveTable = "save-table",
        /// Copies the code for another page.
        CopyCode = "copy-code",
        /// Shows what that code does.
        Preview = "preview",
        /// Fetches the planner, which could not be fetched.
        Fetch = "fetch",
    }
}

/// The first field of a list's rows, where the focus goes in a new row.
pub fn first_field(list: &str) -> &'static str {
    names::list(list).and_then(|list| list.fields.first()).map_or("", |first| first)
}

impl Action {
    /// The action as a button carries it.
    pub fn code(&self) -> String {
        match self {
            Action::Do(deed) => deed.code().to_owned(),
            Action::Add(list) => format!("add:{list}"),
            Action::Remove(list, row) => format!("remove:{list}:{row}"),
            Action::Year(year) => format!("year:{year}"),
            Action::GoTo(date) => format!("go:{}", date.iso()),
            Action::Begin(date) => format!("begin:{}", date.iso()),
            Action::Nudge(end, days) => format!("nudge:{}:{days}", end_code(*end)),
            Action::WayBack(number) => format!("way:{number}"),
            Action::Keep(deed) => format!("keep:{}", deed.code()),
            Action::Who(who) => format!("who:{}", who.code()),
            Action::Speak(language) => format!("speak:{}", language.code()),
            Action::TakePrices(offer) => format!("prices:{}", offer.code()),
            Action::SaveReceipt(tool, number) => format!("receipt:{}:{number}", tool.code()),
            Action::SaveDates(tool) => format!("dates:{}", tool.code()),
        }
    }

    /// The action that a button carries.
    pub fn from_code(code: &str) -> Option<Action> {
        let list = |name: &str| names::list(name).map(|list| list.name);
        let mut parts = code.split(':');
        let action = match (parts.next()?, parts.next(), parts.next()) {
            ("add", Some(name), None) => Action::Add(list(name)?),
            ("remove", Some(name), Some(row)) => Action::Remove(list(name)?, row.parse().ok()?),
            ("year", Some(year), None) => Action::Year(year.parse().ok()?),
            ("go", Some(date), None) => Action::GoTo(Date::parse(date)?),
            ("begin", Some(date), None) => Action::Begin(Date::parse(date)?),
            ("nudge", Some(end), Some(days)) => Action::Nudge(end_of(end)?, days.parse().ok()?),
            ("way", Some(number), None) => Action::WayBack(number.parse().ok()?),
            ("keep", Some(deed), None) => Action::Keep(KeepDeed::from_code(deed)?),
            ("who", Some(who), None) => Action::Who(Who::from_code(who)?),
            ("speak", Some(code), None) => Action::Speak(Language::from_code(code)?),
            ("prices", Some(offer), None) => Action::TakePrices(Housing::from_code(offer)?),
            ("receipt", Some(tool), Some(number)) => {
                Action::SaveReceipt(Tool::from_code(tool)?, number.parse().ok()?)
            }
            ("dates", Some(tool), None) => Action::SaveDates(Tool::from_code(tool)?),
            (code, None, None) => Action::Do(Deed::from_code(code)?),
            _ => return None,
        };
        parts.next().is_none().then_some(action)
    }
}

fn end_code(end: End) -> &'static str {
    End::ALL.iter().find(|(other, _)| *other == end).map_or("", |(_, code)| code)
}

fn end_of(code: &str) -> Option<End> {
    End::ALL.iter().find(|(_, other)| *other == code).map(|(end, _)| *end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_survives_its_button() {
        let lists = names::LISTS.each_ref().map(|list| list.name);
        let date = Date::parse("2026-03-06").unwrap();
        let nudges = End::ALL.map(|(end, _)| Action::Nudge(end, -7));
        let actions = lists
            .iter()
            .flat_map(|list| [Action::Add(list), Action::Remove(list, 7)])
            .chain(Deed::ALL.iter().map(|deed| Action::Do(*deed)))
            .chain([Action::Year(2026), Action::GoTo(date), Action::Begin(date)])
            .chain([Action::WayBack(2), Action::TakePrices(Housing::Lease)])
            .chain([Action::SaveReceipt(Tool::FreeChoice, 0)])
            .chain([Action::SaveDates(Tool::Complaint), Action::SaveDates(Tool::FollowUp)])
            .chain(KeepDeed::ALL.iter().map(|deed| Action::Keep(*deed)))
            .chain(Who::ALL.iter().map(|who| Action::Who(*who)))
            .chain(Language::ALL.iter().map(|language| Action::Speak(*language)))
            .chain(nudges);
        for action in actions {
            assert_eq!(Action::from_code(&action.code()), Some(action));
        }
        for bad in [
            "",
            "add",
            "add:secret",
            "remove:stay",
            "remove:stay:x",
            "print:now",
            "go:2026-02-30",
            "dates:",
            "dates:follow_up:0",
        ] {
            assert_eq!(Action::from_code(bad), None, "{bad}");
        }
    }
}
