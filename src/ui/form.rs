//! A form: its draft, and what the rules said when it was last asked.

use leptos::prelude::*;

use crate::browser;
use crate::draft::{Context, Draft, FieldError};

/// The draft of a page and its last answer.
pub struct Form<D: Draft> {
    /// What is typed.
    pub draft: RwSignal<D>,
    /// What was typed when the answer was last asked for.
    asked: RwSignal<Option<D>>,
    /// What came of it; computed once for each asking.
    outcome: Memo<Option<Result<D::Outcome, Vec<FieldError>>>>,
    name: &'static str,
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
        let asked = RwSignal::new(None::<D>);
        let outcome = Memo::new(move |_| {
            asked.with(|draft| draft.as_ref().map(|draft| draft.check(context)))
        });
        Form { draft: RwSignal::new(D::default()), asked, outcome, name }
    }

    /// Asks the rules with what is typed, and moves the focus to the result or to the errors.
    pub fn submit(&self) {
        self.asked.set(Some(self.draft.get_untracked()));
        let wrong = self.outcome.with_untracked(|outcome| matches!(outcome, Some(Err(_))));
        browser::focus_soon(if wrong { self.summary_id() } else { self.result_id() });
    }

    /// The result, unless something was changed since it was asked for.
    pub fn result(&self) -> Option<D::Outcome> {
        match self.is_stale() {
            true => None,
            false => self.outcome.with(|outcome| outcome.clone()?.ok()),
        }
    }

    /// Whether something was changed since the result was asked for.
    pub fn is_stale(&self) -> bool {
        self.asked.with(|asked| {
            asked.as_ref().is_some_and(|asked| self.draft.with(|draft| draft != asked))
        })
    }

    /// Whether there was a result, and something was changed since.
    pub fn has_stale_result(&self) -> bool {
        self.is_stale() && self.outcome.with(|outcome| matches!(outcome, Some(Ok(_))))
    }

    /// The errors found when the answer was last asked for.
    pub fn errors(&self) -> Vec<FieldError> {
        self.outcome.with(|outcome| match outcome {
            Some(Err(errors)) => errors.clone(),
            _ => vec![],
        })
    }

    /// The error at a field, if there is one.
    pub fn error_at(&self, field: &str) -> Option<String> {
        self.outcome.with(|outcome| {
            let errors = outcome.as_ref()?.as_ref().err()?;
            errors.iter().find(|error| error.field == field).map(|error| error.message.clone())
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
