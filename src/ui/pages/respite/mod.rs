//! Plan respite: type stays, see how they count, ask for a suggestion.

mod stays;
mod wishes;

use leptos::prelude::*;

use crate::draft::respite::{GRANT_START, GRANTED, HOUSING_FROM, HOUSING_TO};
use crate::ui::components::field::{Kind, TextField};
use crate::ui::components::page::{Contact, FormWithResult, PageIntro};
use crate::ui::nav::Page;
use crate::ui::state::{use_app, use_words};

/// The respite page.
#[component]
pub fn RespitePage() -> impl IntoView {
    let words = &use_words().respite;
    view! {
        <PageIntro page=Page::Respite lead=words.lead/>
        <FormWithResult form=use_app().respite submit=words.count>
            <stays::Stays/>
            <Grant/>
            <TemporaryHousing/>
        </FormWithResult>
        <wishes::Wishes/>
        <Contact/>
    }
}

#[component]
fn Grant() -> impl IntoView {
    let words = &use_words().respite;
    let form = use_app().respite;
    view! {
        <TextField
            form
            id=GRANTED
            label=words.granted
            hint=words.granted_hint
            optional=true
            kind=Kind::Number
        />
        <TextField
            form
            id=GRANT_START
            label=words.grant_start
            hint=words.grant_start_hint
            optional=true
            kind=Kind::Date
        />
    }
}

/// A longer temporary stay, beside which no respite is given.
#[component]
fn TemporaryHousing() -> impl IntoView {
    let words = &use_words().respite;
    let form = use_app().respite;
    view! {
        <details class="details">
            <summary class="details-summary">{words.housing}</summary>
            <div class="details-text">
                <p>{words.housing_lead}</p>
                <TextField form id=HOUSING_FROM label=words.housing_from kind=Kind::Date/>
                <TextField
                    form
                    id=HOUSING_TO
                    label=words.housing_to
                    hint=words.housing_to_hint
                    optional=true
                    kind=Kind::Date
                />
            </div>
        </details>
    }
}
