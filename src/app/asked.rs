//! What the tools were asked, and how their results stand.

use super::sheet::Sheet;
use super::tool::{Outcome, Tool};
use crate::draft::{Checked, FieldError};
use crate::rules::map::SortedMap;

/// What a tool was asked with, and what came of it.
#[derive(Clone, Debug)]
struct Asked {
    part: Sheet,
    outcome: Checked<Outcome>,
    /// What is still missing for a whole outcome.
    missing: Vec<FieldError>,
    /// The errors that the person is told of at their fields.
    told: Vec<FieldError>,
}

/// The last answer of each tool.
#[derive(Clone, Debug, Default)]
pub struct Answers(SortedMap<Tool, Asked>);

/// How a tool's result stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Not asked, or asked with errors.
    None,
    /// Something was changed since it was asked.
    Stale,
    /// The result.
    Fresh(&'a Outcome),
}

impl Answers {
    /// Takes what came of asking a tool: every error is told.
    pub fn take(&mut self, tool: Tool, sheet: &Sheet, outcome: Checked<Outcome>) {
        let told = outcome.as_ref().err().cloned().unwrap_or_default();
        let missing = told.clone();
        self.0.insert(tool, Asked { part: tool.part(sheet), outcome, missing, told });
    }

    /// Takes what comes of a tool that follows every key: all of it, or as much as there is with
    /// what is still missing. A field is not called wrong before the person has asked or left it,
    /// and an error that was told stays told until it is mended. True when what is told has
    /// changed.
    pub fn follow(
        &mut self,
        tool: Tool,
        sheet: &Sheet,
        so_far: Option<Outcome>,
        missing: Vec<FieldError>,
    ) -> bool {
        let before = self.errors(tool).to_vec();
        let was_told = |field: &str| before.iter().any(|told| told.field == field);
        let told: Vec<FieldError> =
            missing.iter().filter(|error| was_told(&error.field)).cloned().collect();
        let changed = told != before;
        let outcome = so_far.ok_or_else(|| missing.clone());
        self.0.insert(tool, Asked { part: tool.part(sheet), outcome, missing, told });
        changed
    }

    /// Tells of what is wrong, all of it or at one field; true when that is something new.
    pub fn tell(&mut self, tool: Tool, field: Option<&str>) -> bool {
        let Some(asked) = self.0.get_mut(&tool) else { return false };
        let before = asked.told.len();
        for error in &asked.missing {
            let is_meant = field.is_none_or(|field| field == error.field);
            if is_meant && !asked.told.contains(error) {
                asked.told.push(error.clone());
            }
        }
        asked.told.len() > before
    }

    /// Says the errors that are told in other words, as far as there still are such errors.
    pub fn say_anew(&mut self, tool: Tool, errors: &[FieldError]) {
        let Some(asked) = self.0.get_mut(&tool) else { return };
        for said in [&mut asked.told, &mut asked.missing] {
            let fields: Vec<String> = said.drain(..).map(|error| error.field).collect();
            said.extend(errors.iter().filter(|error| fields.contains(&error.field)).cloned());
        }
    }

    /// Writes what was asked with anew, as the sheet is.
    pub fn rewrite(&mut self, anew: &impl Fn(&str) -> Option<String>) {
        for tool in Tool::ALL {
            if let Some(asked) = self.0.get_mut(tool) {
                asked.part.rewrite(anew);
            }
        }
    }

    /// Forgets what a tool was asked.
    pub fn forget(&mut self, tool: Tool) {
        self.0.remove(&tool);
    }

    /// How a tool's result stands.
    pub fn standing(&self, tool: Tool, sheet: &Sheet) -> Standing<'_> {
        match self.0.get(&tool) {
            Some(Asked { part, outcome: Ok(outcome), .. }) => match *part == tool.part(sheet) {
                true => Standing::Fresh(outcome),
                false => Standing::Stale,
            },
            _ => Standing::None,
        }
    }

    /// What a tool still needs before it can give a result.
    pub fn missing(&self, tool: Tool) -> &[FieldError] {
        self.0.get(&tool).map_or(&[], |asked| &asked.missing)
    }

    /// The errors of a tool that the person is told of.
    pub fn errors(&self, tool: Tool) -> &[FieldError] {
        self.0.get(&tool).map_or(&[], |asked| &asked.told)
    }

    /// The errors of all tools that the person is told of.
    pub fn all_errors(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter().flat_map(|(_, asked)| &asked.told)
    }
}
