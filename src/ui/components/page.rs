//! The beginning of a page.

use leptos::prelude::*;

use super::icon::Icon;
use crate::ui::nav::{HEADING, Page};
use crate::ui::state::use_words;

/// The heading, which has the focus after a change of page, and the lead.
#[component]
pub fn PageIntro(page: Page, lead: &'static str) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="page-intro">
            <h1 id=HEADING tabindex="-1">{page.title(words)}</h1>
            <p class="font-lead">{lead}</p>
        </div>
    }
}

/// That nothing typed leaves the browser.
#[component]
pub fn Privacy() -> impl IntoView {
    view! { <p class="privacy"><Icon name="private"/><span>{use_words().frame.private}</span></p> }
}

/// The button that asks the rules, and perhaps others beside it.
#[component]
pub fn SubmitButton(label: &'static str) -> impl IntoView {
    view! {
        <div class="form-actions">
            <button class="button button-primary" type="submit">{label}</button>
        </div>
    }
}
