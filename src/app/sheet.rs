//! Everything typed, by field.

use crate::rules::map::SortedMap;

/// What is typed on every page: the text of each field, by the field's id.
///
/// Choices hold the code of the answer. A field that is empty is not there, nor is a list without
/// rows, so two [parts](Sheet::part) are equal exactly when a person would see the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    fields: SortedMap<String, String>,
    lists: SortedMap<&'static str, Vec<u32>>,
    last_row: u32,
}

/// What the names of a row's fields begin with; of a field that is in no row, its group or name.
pub fn row_of(field: &str) -> &str {
    let row = field.trim_end_matches(char::is_alphabetic);
    if row.is_empty() { field } else { row }
}

/// The id of a field in a row of a list.
pub fn row_field(list: &str, row: u32, name: &str) -> String {
    format!("{list}-{row}-{name}")
}

impl Sheet {
    /// The text of a field; empty when nothing is typed.
    pub fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// The text of a field in a row.
    pub fn get_in(&self, list: &str, row: u32, name: &str) -> &str {
        self.get(&row_field(list, row, name))
    }

    /// Takes what is typed in a field.
    pub fn set(&mut self, field: impl Into<String>, typed: impl Into<String>) {
        let (field, typed) = (field.into(), typed.into());
        match typed.is_empty() {
            true => self.fields.remove(&field),
            false => self.fields.insert(field, typed),
        }
    }

    /// The rows of a list, in order. A row keeps its number when others go.
    pub fn rows(&self, list: &str) -> &[u32] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    /// Adds an empty row to a list and tells its number.
    pub fn add_row(&mut self, list: &'static str) -> u32 {
        self.last_row = self.last_row.saturating_add(1);
        match self.lists.get_mut(list) {
            Some(rows) => rows.push(self.last_row),
            None => self.lists.insert(list, vec![self.last_row]),
        }
        self.last_row
    }

    /// Every field with something in it, by name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(field, text)| (field.as_str(), text.as_str()))
    }

    /// Every list with rows, by name.
    pub fn lists(&self) -> impl Iterator<Item = (&'static str, &[u32])> {
        self.lists.iter().map(|(list, rows)| (*list, rows.as_slice()))
    }

    /// Writes texts anew; `anew` tells what a text becomes, if it becomes another.
    pub fn rewrite(&mut self, anew: &impl Fn(&str) -> Option<String>) {
        let texts = self.fields.iter();
        let texts = texts.filter_map(|(field, text)| Some((field.clone(), anew(text)?)));
        for (field, text) in texts.collect::<Vec<_>>() {
            self.fields.insert(field, text);
        }
    }

    /// Gives a list the rows it had when it was saved. Rows added later have greater numbers.
    pub fn put_rows(&mut self, list: &'static str, rows: Vec<u32>) {
        let last = rows.iter().copied().max().unwrap_or_default();
        self.last_row = self.last_row.max(last);
        if rows.is_empty() {
            self.lists.remove(list);
        } else {
            self.lists.insert(list, rows);
        }
    }

    /// Puts the rows of a list in another order; `order` holds the same rows.
    pub fn order_rows(&mut self, list: &str, order: Vec<u32>) {
        if let Some(rows) = self.lists.get_mut(list) {
            *rows = order;
        }
    }

    /// Removes a row with everything typed in it.
    pub fn remove_row(&mut self, list: &str, row: u32) {
        if let Some(rows) = self.lists.get_mut(list) {
            rows.retain(|other| *other != row);
        }
        if self.rows(list).is_empty() {
            self.lists.remove(list);
        }
        let prefix = row_field(list, row, "");
        self.fields.retain(|field| !field.starts_with(&prefix));
    }

    /// Whether nothing is typed in a row.
    pub fn is_row_empty(&self, list: &str, row: u32) -> bool {
        let prefix = row_field(list, row, "");
        let typed = self.fields.iter().filter(|(field, _)| field.starts_with(&prefix));
        typed.into_iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Takes the fields and rows whose names begin with one of the prefixes from `earlier`, a part
    /// of this sheet as it was. Row numbers are never used again.
    pub fn restore(&mut self, prefixes: &[&str], earlier: &Sheet) {
        let belongs = |name: &str| prefixes.iter().any(|prefix| name.starts_with(prefix));
        self.fields.retain(|field| !belongs(field));
        self.lists.retain(|list| !belongs(list));
        for (field, text) in earlier.fields.iter() {
            self.fields.insert(field.clone(), text.clone());
        }
        for (list, rows) in earlier.lists.iter() {
            self.lists.insert(list, rows.clone());
        }
    }

    /// The fields and rows whose names begin with one of the prefixes, to see what has changed.
    pub fn part(&self, prefixes: &[&str]) -> Sheet {
        let belongs = |name: &str| prefixes.iter().any(|prefix| name.starts_with(prefix));
        Sheet {
            fields: self.fields.filtered(|field| belongs(field)),
            lists: self.lists.filtered(|list| belongs(list)),
            last_row: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_a_row_share_a_beginning_and_others_stand_alone() {
        assert_eq!(row_of("stay-12-arrival"), row_of("stay-12-departure"));
        assert_ne!(row_of("stay-1-arrival"), row_of("stay-12-arrival"));
        assert_eq!(row_of("housing-to"), row_of("housing-from"));
        assert_eq!(row_of("granted"), "granted");
    }

    #[test]
    fn an_emptied_field_leaves_no_trace() {
        let mut sheet = Sheet::default();
        sheet.set("a", "1");
        sheet.set("a", "");
        assert_eq!(sheet, Sheet::default());
    }

    #[test]
    fn a_list_without_its_last_row_leaves_no_trace() {
        let mut sheet = Sheet::default();
        let row = sheet.add_row("stay");
        sheet.remove_row("stay", row);
        assert_eq!(sheet.part(&[""]), Sheet::default());
        sheet.put_rows("stay", vec![]);
        assert_eq!(sheet.part(&[""]), Sheet::default());
    }

    #[test]
    fn rows_that_were_saved_are_never_numbered_again() {
        let mut sheet = Sheet::default();
        sheet.put_rows("stay", vec![9, 4]);
        sheet.put_rows("wish", vec![7]);
        assert_eq!(sheet.rows("stay"), [9, 4]);
        assert_eq!(sheet.add_row("wish"), 10);
    }

    #[test]
    fn a_removed_row_takes_its_fields_with_it() {
        let mut sheet = Sheet::default();
        let (first, second) = (sheet.add_row("stay"), sheet.add_row("stay"));
        sheet.set(row_field("stay", first, "arrival"), "1.1.2026");
        sheet.set(row_field("stay", second, "arrival"), "2.2.2026");
        sheet.remove_row("stay", first);
        assert_eq!(sheet.rows("stay"), [second]);
        assert_eq!(sheet.get_in("stay", first, "arrival"), "");
        assert_eq!(sheet.get_in("stay", second, "arrival"), "2.2.2026");
        assert!(sheet.add_row("stay") > second);
    }

    #[test]
    fn a_restored_part_is_as_it_was_and_leaves_the_rest_alone() {
        let mut sheet = Sheet::default();
        let row = sheet.add_row("stay");
        sheet.set(row_field("stay", row, "arrival"), "1.1.2026");
        let earlier = sheet.part(&["stay"]);
        sheet.remove_row("stay", row);
        let later = sheet.add_row("stay");
        sheet.set(row_field("stay", later, "arrival"), "2.2.2026");
        sheet.set("born-day", "4");
        sheet.restore(&["stay"], &earlier);
        assert_eq!(sheet.part(&["stay"]), earlier);
        assert_eq!(sheet.get("born-day"), "4");
        assert!(sheet.add_row("stay") > later);
    }
}
