//! Where a form's result stands: beside the form, with its numbers below.

use leptos::prelude::*;

use super::html::Html;
use super::icon::Icon;
use crate::browser;
use crate::ui::form::Form;
use crate::ui::state::use_words;

/// The result, or that it is out of date.
#[component]
pub fn ResultSummary(form: Form) -> impl IntoView {
    let words = use_words();
    let content = Signal::derive(move || form.result().map(|shown| shown.summary));
    let stale = move || {
        form.has_stale_result().then(|| view! { <Icon name="info"/><span>{words.result.stale}</span> })
    };
    view! {
        <p class="status" role="status">{stale}</p>
        <Html content/>
    }
}

/// The numbers behind the result, and the button that prints the page.
#[component]
pub fn ResultDetails(form: Form) -> impl IntoView {
    let content = Signal::derive(move || form.result().map(|shown| shown.details));
    let print = move || form.result().map(|_| view! { <PrintButton/> });
    view! {
        <Html content/>
        {print}
    }
}

/// A button that prints the page.
#[component]
pub fn PrintButton() -> impl IntoView {
    view! {
        <ul class="function-links" role="list">
            <li>
                <button class="function-link" type="button" on:click=|_| browser::print()>
                    <Icon name="print"/>
                    {use_words().result.print}
                </button>
            </li>
        </ul>
    }
}
