//! How the plan counts: the figure beside the form, and the details below it.

use leptos::prelude::*;

use crate::results::respite::{details, summary};
use crate::ui::components::html::Html;
use crate::ui::components::result::{PrintButton, StaleNotice};
use crate::ui::state::use_app;

/// The days of each year, beside the form.
#[component]
pub fn RespiteResult() -> impl IntoView {
    let app = use_app();
    let form = app.respite;
    let content = Signal::derive(move || {
        form.with_result(|outcome| summary(outcome, &form.result_id(), app.context).into_string())
    });
    view! {
        <div class="column-result">
            <StaleNotice when=Signal::derive(move || form.has_stale_result())/>
            <Html content/>
        </div>
    }
}

/// Every number of the count, the other readings and what was assumed.
#[component]
pub fn RespiteDetails() -> impl IntoView {
    let app = use_app();
    let form = app.respite;
    let content = Signal::derive(move || {
        form.with_result(|outcome| details(outcome, app.context).into_string())
    });
    view! {
        <Html content/>
        <Show when=move || content.with(Option::is_some)><PrintButton/></Show>
    }
}
