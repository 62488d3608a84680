//! What a person can do, as the buttons of the pages name it.

use super::tool::Tool;
use crate::draft::{payment, respite, suggest};

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
    /// Asked a tool.
    Submitted(Tool),
    /// Pressed a button.
    Pressed(Action),
}

/// What a button does. Buttons carry it as `data-act`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Adds a row to a list.
    Add(&'static str),
    /// Removes a row of a list.
    Remove(&'static str, u32),
    /// Takes the suggested stays into the plan.
    AcceptSuggestion,
    /// Forgets everything typed.
    Clear,
    /// Prints the page.
    Print,
}

/// The lists whose rows come and go, each with its first field.
const LISTS: [(&str, &str); 7] = [
    (respite::STAYS, respite::ARRIVAL),
    (suggest::SHAPES, suggest::WEEKDAY),
    (suggest::UNAVAILABLE, suggest::FROM),
    (suggest::MUST_COVER, suggest::FROM),
    (payment::INCOME, payment::KIND),
    (payment::EXPENSES, payment::KIND),
    (payment::CHARGES, payment::KIND),
];

/// The first field of a list's rows, where the focus goes in a new row.
pub fn first_field(list: &str) -> &'static str {
    LISTS.iter().find(|(name, _)| *name == list).map_or("", |(_, first)| first)
}

impl Action {
    /// The action as a button carries it.
    pub fn code(&self) -> String {
        match self {
            Action::Add(list) => format!("add:{list}"),
            Action::Remove(list, row) => format!("remove:{list}:{row}"),
            Action::AcceptSuggestion => "accept".to_owned(),
            Action::Clear => "clear".to_owned(),
            Action::Print => "print".to_owned(),
        }
    }

    /// The action that a button carries.
    pub fn from_code(code: &str) -> Option<Action> {
        let list = |name: &str| LISTS.iter().find(|(list, _)| *list == name).map(|(list, _)| *list);
        let mut parts = code.split(':');
        match (parts.next()?, parts.next(), parts.next()) {
            ("add", Some(name), None) => Some(Action::Add(list(name)?)),
            ("remove", Some(name), Some(row)) => {
                Some(Action::Remove(list(name)?, row.parse().ok()?))
            }
            ("accept", None, None) => Some(Action::AcceptSuggestion),
            ("clear", None, None) => Some(Action::Clear),
            ("print", None, None) => Some(Action::Print),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_survives_its_button() {
        let lists = LISTS.map(|(list, _)| list);
        let actions = lists
            .iter()
            .flat_map(|list| [Action::Add(list), Action::Remove(list, 7)])
            .chain([Action::AcceptSuggestion, Action::Clear, Action::Print]);
        for action in actions {
            assert_eq!(Action::from_code(&action.code()), Some(action));
        }
        for bad in ["", "add", "add:secret", "remove:stay", "remove:stay:x", "print:now"] {
            assert_eq!(Action::from_code(bad), None, "{bad}");
        }
    }
}
