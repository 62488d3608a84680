//! Lists of rows that come and go.

use leptos::prelude::*;

use super::icon::Icon;
use crate::ui::form::Form;

/// The rows of a list; a row keeps its controls when others go.
#[component]
pub fn Rows(form: Form, list: &'static str, row: fn(u32) -> AnyView) -> impl IntoView {
    view! {
        <For
            each=move || form.sheet.with(|sheet| sheet.rows(list).to_vec())
            key=|number| *number
            children=row
        />
    }
}

/// A button that adds a row.
#[component]
pub fn AddButton(label: &'static str, add: Callback<()>) -> impl IntoView {
    view! {
        <button class="button button-secondary" type="button" on:click=move |_| add.run(())>
            <Icon name="plus"/>
            <span>{label}</span>
        </button>
    }
}

/// A button that removes a row; its name says which.
#[component]
pub fn RemoveButton(#[prop(into)] label: Signal<String>, remove: Callback<()>) -> impl IntoView {
    view! {
        <button
            class="button button-tertiary button-icon-only"
            type="button"
            on:click=move |_| remove.run(())
        >
            <Icon name="delete"/>
            <span class="sr-only">{label}</span>
        </button>
    }
}
