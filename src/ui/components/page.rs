//! What the pages have in common.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::errors::ErrorSummary;
use super::html::StaticHtml;
use super::icon::Icon;
use super::result::{ResultDetails, ResultSummary};
use crate::results::parts;
use crate::ui::form::Form;
use crate::ui::nav::{HEADING, Page};
use crate::ui::state::{use_app, use_words};

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

/// A form with its errors above it, its result beside it and the numbers below.
#[component]
pub fn FormWithResult(
    form: Form,
    /// The button that asks the rules.
    submit: &'static str,
    children: Children,
) -> impl IntoView {
    let private = use_words().frame.private;
    view! {
        <ErrorSummary form/>
        <div class="columns">
            <FormElement form submit>
                {children()}
            </FormElement>
            <div class="column-result"><ResultSummary form/></div>
        </div>
        <p class="privacy"><Icon name="private"/><span>{private}</span></p>
        <ResultDetails form/>
    }
}

/// The form element; sends nothing anywhere, asks the rules in the browser.
#[component]
pub fn FormElement(form: Form, submit: &'static str, children: Children) -> impl IntoView {
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    view! {
        <form novalidate on:submit=ask>
            {children()}
            <div class="form-actions">
                <button class="button button-primary" type="submit">{submit}</button>
            </div>
        </form>
    }
}

/// Whom to ask, as the last section of a page.
#[component]
pub fn Contact() -> impl IntoView {
    view! { <StaticHtml markup=parts::contact(use_app().context)/> }
}
