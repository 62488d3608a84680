//! Everything the pages share: the context and the forms.

use leptos::prelude::*;

use super::form::{Form, Shown};
use crate::draft::{Checked, Context, Sheet, respite, suggest};
use crate::results;
use crate::text::words::Words;

/// What is shared by all pages, for as long as the page is open.
#[derive(Clone, Copy)]
pub struct App {
    /// Today, the standard and the words.
    pub context: Context,
    /// The respite page.
    pub respite: Form,
    /// The wishes on the respite page.
    pub suggest: Form,
}

impl App {
    /// The state of a page just opened: nothing typed.
    pub fn new(context: Context) -> App {
        let respite = Form::new("respite", context, |_| respite::blank(), show_respite);
        App {
            context,
            respite,
            suggest: Form::new("suggest", context, suggest::blank, show_suggest).beside(respite),
        }
    }

    /// Forgets everything typed on every page.
    pub fn clear(&self) {
        for form in [self.respite, self.suggest] {
            form.clear();
        }
    }
}

fn show_respite(sheet: &Sheet, heading_id: &str, context: Context) -> Checked<Shown> {
    let outcome = respite::check(sheet, context)?;
    Ok(Shown {
        summary: results::respite::summary(&outcome, heading_id, context).into_string(),
        details: results::respite::details(&outcome, context).into_string(),
    })
}

fn show_suggest(sheet: &Sheet, heading_id: &str, context: Context) -> Checked<Shown> {
    let outcome = suggest::check(sheet, context)?;
    let summary = results::suggest::suggestion(&outcome, heading_id, context).into_string();
    Ok(Shown { summary, details: String::new() })
}

/// The shared state.
pub fn use_app() -> App {
    expect_context::<App>()
}

/// The words of the reader's language.
pub fn use_words() -> &'static Words {
    use_app().context.words
}
