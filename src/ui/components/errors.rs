//! Wrong input: a summary above the form and a sentence at each field.

use leptos::prelude::*;

use super::icon::Icon;
use crate::browser;
use crate::draft::{Draft, FieldError};
use crate::ui::form::Form;
use crate::ui::state::use_words;

/// The summary of what is wrong; has the focus after a form was sent with errors.
#[component]
pub fn ErrorSummary<D: Draft>(form: Form<D>) -> impl IntoView {
    summary(form.summary_id(), Signal::derive(move || form.errors()))
}

fn summary(id: String, errors: Signal<Vec<FieldError>>) -> impl IntoView {
    let words = use_words();
    let title_id = StoredValue::new(format!("{id}-title"));
    let id = StoredValue::new(id);
    let heading = move || match errors.with(Vec::len) {
        1 => words.errors.summary_one.to_owned(),
        count => words.errors.summary(count),
    };
    let items = move || errors.get().into_iter().map(error_link).collect_view();
    view! {
        <Show when=move || errors.with(|errors| !errors.is_empty())>
            <div
                class="alert alert-error"
                id=id.get_value()
                tabindex="-1"
                role="group"
                aria-labelledby=title_id.get_value()
            >
                <Icon name="error" class="alert-icon"/>
                <div class="alert-body" role="alert">
                    <h2 class="alert-heading" id=title_id.get_value()>{heading}</h2>
                    <ul class="alert-text nobullet-list" role="list">{items}</ul>
                </div>
            </div>
        </Show>
    }
}

fn error_link(error: FieldError) -> impl IntoView {
    let FieldError { field, message } = error;
    let target = field.clone();
    // A plain link would change the fragment, and with it the page.
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus(&target);
    };
    view! { <li><a class="function-link" href=format!("#{field}") on:click=go>{message}</a></li> }
}

/// The id of the sentence at a field.
pub fn message_id(field: &str) -> String {
    format!("{field}-error")
}

/// The sentence at a field, when it is wrong.
#[component]
pub fn FieldMessage(field: String, error: Signal<Option<String>>) -> impl IntoView {
    let words = use_words();
    let id = StoredValue::new(message_id(&field));
    move || {
        error.get().map(|message| {
            view! {
                <span class="form-error-message" id=id.get_value()>
                    <span class="sr-only">{words.errors.prefix} " "</span>
                    {message}
                </span>
            }
        })
    }
}
