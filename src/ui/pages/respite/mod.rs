//! Plan respite: type stays, see how they count, ask for a suggestion.

mod result;
mod stays;
mod wishes;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::draft::respite::id;
use crate::results::parts;
use crate::ui::components::errors::ErrorSummary;
use crate::ui::components::field::{Kind, TextField};
use crate::ui::components::html::StaticHtml;
use crate::ui::components::page::{PageIntro, Privacy, SubmitButton};
use crate::ui::nav::Page;
use crate::ui::state::{use_app, use_words};

/// The respite page.
#[component]
pub fn RespitePage() -> impl IntoView {
    let words = use_words();
    let app = use_app();
    let form = app.respite;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    view! {
        <PageIntro page=Page::Respite lead=words.respite.lead/>
        <ErrorSummary form/>
        <div class="columns">
            <form novalidate on:submit=submit>
                <stays::Stays/>
                <Grant/>
                <TemporaryHousing/>
                <SubmitButton label=words.respite.count/>
                <Privacy/>
            </form>
            <result::RespiteResult/>
        </div>
        <result::RespiteDetails/>
        <wishes::Wishes/>
        <StaticHtml markup=parts::contact(app.context)/>
    }
}

#[component]
fn Grant() -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let granted = form.bind(|draft| draft.granted.clone(), |draft, typed| draft.granted = typed);
    let start =
        form.bind(|draft| draft.grant_start.clone(), |draft, typed| draft.grant_start = typed);
    view! {
        <TextField
            id=id::GRANTED.to_owned()
            label=words.respite.granted
            hint=words.respite.granted_hint
            optional=true
            kind=Kind::Number
            binding=granted
            error=form.error_at(id::GRANTED)
        />
        <TextField
            id=id::GRANT_START.to_owned()
            label=words.respite.grant_start
            hint=words.respite.grant_start_hint
            optional=true
            kind=Kind::Date
            binding=start
            error=form.error_at(id::GRANT_START)
        />
    }
}

/// A longer temporary stay, beside which no respite is given.
#[component]
fn TemporaryHousing() -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let from =
        form.bind(|draft| draft.housing_from.clone(), |draft, typed| draft.housing_from = typed);
    let to = form.bind(|draft| draft.housing_to.clone(), |draft, typed| draft.housing_to = typed);
    view! {
        <details class="details">
            <summary class="details-summary">{words.respite.housing}</summary>
            <div class="details-text">
                <p>{words.respite.housing_lead}</p>
                <TextField
                    id=id::HOUSING_FROM.to_owned()
                    label=words.respite.housing_from
                    kind=Kind::Date
                    binding=from
                    error=form.error_at(id::HOUSING_FROM)
                />
                <TextField
                    id=id::HOUSING_TO.to_owned()
                    label=words.respite.housing_to
                    hint=words.respite.housing_to_hint
                    optional=true
                    kind=Kind::Date
                    binding=to
                    error=form.error_at(id::HOUSING_TO)
                />
            </div>
        </details>
    }
}
