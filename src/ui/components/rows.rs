//! Lists of rows that come and go.

use std::sync::Arc;

use leptos::prelude::*;

use super::icon::Icon;

/// Draws one row.
pub type RowView = Arc<dyn Fn(u32) -> AnyView + Send + Sync>;

/// Rows by their ids; a row keeps its controls when others go.
#[component]
pub fn Rows(ids: Signal<Vec<u32>>, row: RowView) -> impl IntoView {
    view! { <For each=move || ids.get() key=|id| *id children=move |id| row(id)/> }
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
