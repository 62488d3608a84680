//! Everything the pages share: the context and the drafts.

use leptos::prelude::*;

use super::form::Form;
use crate::draft::Context;
use crate::draft::respite::RespiteDraft;
use crate::draft::suggest::SuggestDraft;
use crate::rules::standard::Standard;
use crate::text::words::Words;

/// What is shared by all pages, for as long as the page is open.
#[derive(Clone, Copy)]
pub struct App {
    /// Today, the standard and the words.
    pub context: Context,
    /// The respite page.
    pub respite: Form<RespiteDraft>,
    /// The wishes on the respite page.
    pub suggest: Form<SuggestDraft>,
}

impl App {
    /// The state of a page just opened: nothing typed.
    pub fn new(context: Context) -> App {
        App {
            context,
            respite: Form::new("respite", context),
            suggest: Form::new("suggest", context),
        }
    }

    /// Forgets everything typed on every page.
    pub fn clear(&self) {
        self.respite.clear();
        self.suggest.clear();
    }
}

/// The shared state.
pub fn use_app() -> App {
    expect_context::<App>()
}

/// The words of the reader's language.
pub fn use_words() -> &'static Words {
    use_app().context.words
}

/// The municipality's standard.
pub fn use_standard() -> &'static Standard {
    use_app().context.standard
}
