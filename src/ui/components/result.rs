//! What stands around a result: that it is out of date, and the button that prints it.

use leptos::prelude::*;

use super::icon::Icon;
use crate::browser;
use crate::ui::state::use_words;

/// That something was changed after the result was asked for.
#[component]
pub fn StaleNotice(when: Signal<bool>) -> impl IntoView {
    let words = use_words();
    view! {
        <p class="status" role="status">
            {move || when.get().then(|| view! { <Icon name="info"/><span>{words.result.stale}</span> })}
        </p>
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
