//! Undo and redo (fortryd): the planner's fields as they were before each change.

use crate::app::sheet::Sheet;

/// The beginnings of the names of the fields whose changes can be undone.
pub const FIELDS: &[&str] =
    &["calendar-title", "stay", "granted", "grant-start", "housing-", "wish", "closed", "wanted"];

/// How many changes can be undone.
const MOST: usize = 200;

/// What was changed, and what was undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Sheet>,
    undone: Vec<Sheet>,
    /// The field being typed in: its keys are one change.
    typing: Option<String>,
}

impl History {
    /// Whether a field is the planner's.
    pub fn keeps(field: &str) -> bool {
        FIELDS.iter().any(|start| field.starts_with(start))
    }

    /// Remembers the sheet before a change that is whole in itself.
    pub fn remember(&mut self, sheet: &Sheet) {
        self.typing = None;
        self.push(sheet);
    }

    /// Remembers the sheet before a key in a field; further keys in it belong to the same change.
    pub fn remember_typing(&mut self, field: &str, sheet: &Sheet) {
        if self.typing.as_deref() != Some(field) {
            self.push(sheet);
            self.typing = Some(field.to_owned());
        }
    }

    fn push(&mut self, sheet: &Sheet) {
        if self.done.len() >= MOST {
            self.done.remove(0);
        }
        self.done.push(sheet.part(FIELDS));
        self.undone.clear();
    }

    /// Takes the last change back; false when there is none.
    pub fn undo(&mut self, sheet: &mut Sheet) -> bool {
        self.typing = None;
        swap(&mut self.done, &mut self.undone, sheet)
    }

    /// Makes the change again that was taken back last; false when there is none.
    pub fn redo(&mut self, sheet: &mut Sheet) -> bool {
        self.typing = None;
        swap(&mut self.undone, &mut self.done, sheet)
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a change to make again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// Puts the newest of `from` in place, and what stood there into `into`.
fn swap(from: &mut Vec<Sheet>, into: &mut Vec<Sheet>, sheet: &mut Sheet) -> bool {
    let Some(earlier) = from.pop() else { return false };
    into.push(sheet.part(FIELDS));
    sheet.restore(FIELDS, &earlier);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_in_one_field_are_one_change() {
        let (mut history, mut sheet) = (History::default(), Sheet::default());
        for text in ["1", "1.", "1.3"] {
            history.remember_typing("stay-1-arrival", &sheet);
            sheet.set("stay-1-arrival", text);
        }
        history.remember_typing("granted", &sheet);
        sheet.set("granted", "30");
        assert!(history.undo(&mut sheet));
        assert_eq!((sheet.get("stay-1-arrival"), sheet.get("granted")), ("1.3", ""));
        assert!(history.undo(&mut sheet));
        assert_eq!(sheet, Sheet::default());
        assert!(!history.undo(&mut sheet));
        assert!(history.redo(&mut sheet) && history.redo(&mut sheet));
        assert_eq!((sheet.get("stay-1-arrival"), sheet.get("granted")), ("1.3", "30"));
        assert!(!history.redo(&mut sheet));
    }

    #[test]
    fn a_new_change_ends_what_could_be_made_again() {
        let (mut history, mut sheet) = (History::default(), Sheet::default());
        history.remember(&sheet);
        sheet.set("granted", "30");
        history.undo(&mut sheet);
        history.remember(&sheet);
        assert!(!history.can_redo());
    }
}
