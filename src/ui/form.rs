//! A form: its draft, and what the rules said when it was last asked.

use leptos::prelude::*;

use crate::browser;
use crate::draft::fields::DateParts;
use crate::draft::{Context, Draft, FieldError};

/// The draft of a page and its last answer.
pub struct Form<D: Draft> {
    /// What is typed.
    pub draft: RwSignal<D>,
    /// What was typed when the rules were last asked, and what they said.
    asked: RwSignal<Option<Asked<D>>>,
    context: Context,
    name: &'static str,
}

/// A draft with what came of it.
struct Asked<D: Draft> {
    draft: D,
    outcome: Result<D::Outcome, Vec<FieldError>>,
}

impl<D: Draft> Clone for Form<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Draft> Copy for Form<D> {}

/// One text field of a draft.
#[derive(Clone, Copy)]
pub struct Binding {
    /// What is typed.
    pub value: Signal<String>,
    /// Takes what is typed.
    pub set: Callback<String>,
}

impl<D: Draft> Form<D> {
    /// An empty form; `name` begins the ids of its result and its error summary.
    pub fn new(name: &'static str, context: Context) -> Form<D> {
        Form { draft: RwSignal::new(D::default()), asked: RwSignal::new(None), context, name }
    }

    /// Asks the rules with what is typed, and moves the focus to the result or to the errors.
    pub fn submit(&self) {
        let draft = self.draft.get_untracked();
        let outcome = draft.check(self.context);
        let next = if outcome.is_ok() { self.result_id() } else { self.summary_id() };
        self.asked.set(Some(Asked { draft, outcome }));
        browser::focus_soon(next);
    }

    /// What `show` makes of the result, unless something was changed since it was asked for.
    pub fn with_result<T>(&self, show: impl FnOnce(&D::Outcome) -> T) -> Option<T> {
        self.asked.with(|asked| {
            let asked = asked.as_ref()?;
            let outcome = asked.outcome.as_ref().ok()?;
            self.draft.with(|draft| *draft == asked.draft).then(|| show(outcome))
        })
    }

    /// Whether there was a result, and something was changed since.
    pub fn has_stale_result(&self) -> bool {
        self.asked.with(|asked| {
            asked.as_ref().is_some_and(|asked| {
                asked.outcome.is_ok() && self.draft.with(|draft| *draft != asked.draft)
            })
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
    pub fn error_at(&self, field: impl Into<String>) -> Signal<Option<String>> {
        let asked = self.asked;
        let field = field.into();
        Signal::derive(move || {
            asked.with(|asked| {
                let errors = asked.as_ref()?.outcome.as_ref().err()?;
                errors.iter().find(|error| error.field == field).map(|error| error.message.clone())
            })
        })
    }

    /// A text field of the draft.
    pub fn bind(
        &self,
        get: impl Fn(&D) -> String + Send + Sync + 'static,
        set: impl Fn(&mut D, String) + Send + Sync + 'static,
    ) -> Binding {
        let draft = self.draft;
        Binding {
            value: Signal::derive(move || draft.with(&get)),
            set: Callback::new(move |typed| draft.update(|draft| set(draft, typed))),
        }
    }

    /// The three fields of a date.
    pub fn bind_date(
        &self,
        get: fn(&D) -> &DateParts,
        get_mut: fn(&mut D) -> &mut DateParts,
    ) -> [Binding; 3] {
        [
            self.bind(move |d| get(d).day.clone(), move |d, typed| get_mut(d).day = typed),
            self.bind(move |d| get(d).month.clone(), move |d, typed| get_mut(d).month = typed),
            self.bind(move |d| get(d).year.clone(), move |d, typed| get_mut(d).year = typed),
        ]
    }

    /// Forgets everything typed.
    pub fn clear(&self) {
        self.draft.set(D::default());
        self.asked.set(None);
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.draft.with(|draft| *draft == D::default())
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
