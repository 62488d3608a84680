//! Our own symbols, drawn once in index.html.

use leptos::prelude::*;

/// A symbol beside words; never the only carrier of a meaning.
#[component]
pub fn Icon(name: &'static str, #[prop(default = "")] class: &'static str) -> impl IntoView {
    view! {
        <svg class=format!("icon-svg {class}") aria-hidden="true" focusable="false">
            <use_ href=format!("#i-{name}")/>
        </svg>
    }
}
