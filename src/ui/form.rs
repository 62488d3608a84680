//! A form: what is typed, and what the rules said when they were last asked.

use leptos::prelude::*;

use crate::browser;
use crate::draft::{Checked, Context, FieldError, Sheet};

/// The HTML of an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The result itself, beside or below the form.
    pub summary: String,
    /// The numbers behind it, below both; may be empty.
    pub details: String,
}

/// Checks a sheet and shows the outcome; the result's heading gets the id given.
pub type Check = fn(&Sheet, &str, Context) -> Checked<Shown>;

/// What is typed on a page and its last answer. One type serves every page, so that the code of
/// the fields is there once.
#[derive(Clone, Copy)]
pub struct Form {
    /// What is typed.
    pub sheet: RwSignal<Sheet>,
    /// What another form on the page has, when it is part of the question.
    beside: Option<RwSignal<Sheet>>,
    asked: RwSignal<Option<Asked>>,
    context: Context,
    name: &'static str,
    blank: fn(Context) -> Sheet,
    check: Check,
}

/// What was typed when the rules were asked, and what they said.
struct Asked {
    sheet: Sheet,
    outcome: Checked<Shown>,
}

impl Form {
    /// An empty form; `name` begins the ids of its result and its error summary.
    pub fn new(
        name: &'static str,
        context: Context,
        blank: fn(Context) -> Sheet,
        check: Check,
    ) -> Form {
        let sheet = RwSignal::new(blank(context));
        Form { sheet, beside: None, asked: RwSignal::new(None), context, name, blank, check }
    }

    /// This form, with what is typed in another as part of its question.
    pub fn beside(self, other: Form) -> Form {
        Form { beside: Some(other.sheet), ..self }
    }

    /// Everything the question rests on.
    pub fn everything(&self) -> Sheet {
        let own = self.sheet.get();
        match self.beside {
            Some(beside) => beside.with(|beside| own.with(beside)),
            None => own,
        }
    }

    /// Asks the rules with what is typed, and moves the focus to the result or to the errors.
    pub fn submit(&self) {
        let sheet = untrack(|| self.everything());
        let outcome = (self.check)(&sheet, &self.result_id(), self.context);
        let next = if outcome.is_ok() { self.result_id() } else { self.summary_id() };
        self.asked.set(Some(Asked { sheet, outcome }));
        browser::focus_soon(next);
    }

    /// The result, unless something was changed since it was asked for.
    pub fn result(&self) -> Option<Shown> {
        let everything = self.everything();
        self.asked.with(|asked| {
            let asked = asked.as_ref().filter(|asked| asked.sheet == everything)?;
            asked.outcome.clone().ok()
        })
    }

    /// Whether there was a result, and something was changed since.
    pub fn has_stale_result(&self) -> bool {
        let everything = self.everything();
        self.asked.with(|asked| {
            asked.as_ref().is_some_and(|asked| asked.outcome.is_ok() && asked.sheet != everything)
        })
    }

    /// The errors found when the rules were last asked.
    pub fn errors(&self) -> Vec<FieldError> {
        self.asked.with(|asked| match asked {
            Some(Asked { outcome: Err(errors), .. }) => errors.clone(),
            _ => vec![],
        })
    }

    /// The error at a field, if there is one.
    pub fn error_at(&self, field: &str) -> Option<String> {
        self.asked.with(|asked| {
            let errors = asked.as_ref()?.outcome.as_ref().err()?;
            errors.iter().find(|error| error.field == field).map(|error| error.message.clone())
        })
    }

    /// The text of a field.
    pub fn get(&self, field: &str) -> String {
        self.sheet.with(|sheet| sheet.get(field).to_owned())
    }

    /// Takes what is typed in a field.
    pub fn set(&self, field: &str, typed: String) {
        self.sheet.update(|sheet| sheet.set(field, typed));
    }

    /// Forgets everything typed.
    pub fn clear(&self) {
        self.sheet.set((self.blank)(self.context));
        self.asked.set(None);
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        self.sheet.with(|sheet| *sheet == (self.blank)(self.context))
    }

    /// The id of the result's heading.
    pub fn result_id(&self) -> String {
        format!("{}-result", self.name)
    }

    /// The id of the error summary.
    pub fn summary_id(&self) -> String {
        format!("{}-errors", self.name)
    }
}
