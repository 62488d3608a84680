//! Wrong input: a summary above the form and a sentence at each field.

use leptos::prelude::*;

use super::icon::Icon;
use crate::browser;
use crate::draft::FieldError;
use crate::ui::form::Form;
use crate::ui::state::use_words;

/// The summary of what is wrong; has the focus after a form was sent with errors.
#[component]
pub fn ErrorSummary(form: Form) -> impl IntoView {
    let words = use_words();
    move || {
        let errors = form.errors();
        let heading = match errors.len() {
            0 => return None,
            1 => words.errors.summary_one.to_owned(),
            count => words.errors.summary(count),
        };
        let title_id = format!("{}-title", form.summary_id());
        let items: Vec<_> = errors.into_iter().map(error_link).collect();
        Some(view! {
            <div
                class="alert alert-error"
                id=form.summary_id()
                tabindex="-1"
                role="group"
                aria-labelledby=title_id.clone()
            >
                <Icon name="error" class="alert-icon"/>
                <div class="alert-body" role="alert">
                    <h2 class="alert-heading" id=title_id.clone()>{heading}</h2>
                    <ul class="alert-text nobullet-list" role="list">{items}</ul>
                </div>
            </div>
        })
    }
}

fn error_link(error: FieldError) -> impl IntoView {
    let FieldError { field, message } = error;
    let href = format!("#{field}");
    // A plain link would change the fragment, and with it the page.
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus(&field);
    };
    view! { <li><a class="function-link" href=href on:click=go>{message}</a></li> }
}

/// The id of the sentence at a field.
pub fn message_id(field: &str) -> String {
    format!("{field}-error")
}

/// The sentence at a field, when it is wrong.
#[component]
pub fn FieldMessage(form: Form, field: String) -> impl IntoView {
    let words = use_words();
    move || {
        form.error_at(&field).map(|message| {
            view! {
                <span class="form-error-message" id=message_id(&field)>
                    <span class="sr-only">{words.errors.prefix} " "</span>
                    {message}
                </span>
            }
        })
    }
}
