//! A suggested plan: what is wished for, and the most even plan that fits.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::browser;
use crate::draft::suggest::{RangeKind, RangeRow, ShapeRow, SuggestDraft, id};
use crate::results::suggest::suggestion;
use crate::rules::suggest::{MOST_SHAPES, Suggestion};
use crate::ui::components::errors::ErrorSummary;
use crate::ui::components::field::{Kind, Select, TextField};
use crate::ui::components::html::Html;
use crate::ui::components::page::SubmitButton;
use crate::ui::components::result::StaleNotice;
use crate::ui::components::rows::{AddButton, RemoveButton, Rows};
use crate::ui::form::Binding;
use crate::ui::state::{use_app, use_words};

/// The wishes and the suggested plan.
#[component]
pub fn Wishes() -> impl IntoView {
    let app = use_app();
    let words = &use_words().suggest;
    let form = app.suggest;
    // The plan above is part of the question: its stays are booked.
    Effect::new(move |_| {
        let plan = app.respite.draft.get();
        if form.draft.with_untracked(|draft| draft.plan != plan) {
            form.draft.update(|draft| draft.plan = plan);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    let content = Signal::derive(move || {
        form.with_result(|outcome| {
            suggestion(outcome, &form.result_id(), app.context).into_string()
        })
    });
    view! {
        <section class="section">
            <h2>{words.heading}</h2>
            <p>{words.lead}</p>
            <ErrorSummary form/>
            <form novalidate on:submit=submit>
                <Year/>
                <Shapes/>
                <Ranges kind=RangeKind::Unavailable/>
                <Ranges kind=RangeKind::MustCover/>
                <SubmitButton label=words.suggest/>
            </form>
            <StaleNotice when=Signal::derive(move || form.has_stale_result())/>
            <Html content/>
            <Accept/>
        </section>
    }
}

/// The year to plan: the rest of this one or a whole later one.
#[component]
fn Year() -> impl IntoView {
    let app = use_app();
    let words = &use_words().suggest;
    let form = app.suggest;
    let this_year = app.context.today.year();
    let options = (this_year..=this_year.saturating_add(2)).map(|year| match year == this_year {
        true => words.rest_of_year(year),
        false => year.to_string(),
    });
    let chosen = Signal::derive(move || form.draft.with(|draft| usize::from(draft.years_ahead)));
    let choose = Callback::new(move |ahead: usize| {
        form.draft.update(|draft| draft.years_ahead = u8::try_from(ahead).unwrap_or_default());
    });
    view! { <Select id=id::YEAR.to_owned() label=words.year options=options.collect() chosen choose/> }
}

#[component]
fn Shapes() -> impl IntoView {
    let words = &use_words().suggest;
    let form = use_app().suggest;
    let ids = Signal::derive(move || {
        form.draft.with(|draft| draft.shapes.iter().map(|row| row.id).collect())
    });
    let add = Callback::new(move |()| {
        if let Some(Some(row)) = form.draft.try_update(SuggestDraft::add_shape) {
            browser::focus_soon(id::weekday(row));
        }
    });
    let room = move || form.draft.with(|draft| draft.shapes.len() < MOST_SHAPES);
    view! {
        <fieldset>
            <legend class="form-label">{words.shapes}</legend>
            <ul class="budget is-three" role="list">
                <Rows ids row=Arc::new(|row| view! { <ShapeFields row/> }.into_any())/>
            </ul>
            <Show when=room><AddButton label=words.add_shape add/></Show>
        </fieldset>
    }
}

#[component]
fn ShapeFields(row: u32) -> impl IntoView {
    let words = use_words();
    let w = &words.suggest;
    let form = use_app().suggest;
    let bind = |get: fn(&ShapeRow) -> &String, get_mut: fn(&mut ShapeRow) -> &mut String| {
        form.bind(
            move |draft| draft.shape(row).map(|shape| get(shape).clone()).unwrap_or_default(),
            move |draft, typed| {
                if let Some(shape) = draft.shape_mut(row) {
                    *get_mut(shape) = typed;
                }
            },
        )
    };
    // The first choice is any day; the weekdays follow, Monday first.
    let any_or_named =
        std::iter::once(w.any_weekday).chain(words.calendar.weekdays.iter().copied());
    let chosen = Signal::derive(move || {
        let day = form.draft.with(|draft| draft.shape(row).and_then(|shape| shape.weekday));
        day.map_or(0, |day| usize::from(day).saturating_add(1))
    });
    let choose = Callback::new(move |place: usize| {
        let day = place.checked_sub(1).and_then(|day| u8::try_from(day).ok());
        form.draft.update(|draft| {
            if let Some(shape) = draft.shape_mut(row) {
                shape.weekday = day;
            }
        });
    });
    let remove = Callback::new(move |()| {
        form.draft.update(|draft| draft.shapes.retain(|shape| shape.id != row));
    });
    view! {
        <li>
            <Select
                id=id::weekday(row)
                label=w.weekday
                options=any_or_named.map(str::to_owned).collect()
                chosen
                choose
            />
            <TextField
                id=id::days(row)
                label=w.days
                kind=Kind::Number
                binding=bind(|shape| &shape.days, |shape| &mut shape.days)
                error=form.error_at(id::days(row))
            />
            <TextField
                id=id::count(row)
                label=w.count
                kind=Kind::Number
                binding=bind(|shape| &shape.count, |shape| &mut shape.count)
                error=form.error_at(id::count(row))
            />
            <RemoveButton label=w.remove_shape.to_owned() remove/>
        </li>
    }
}

/// Ranges of dates that will not do, or that must be covered.
#[component]
fn Ranges(kind: RangeKind) -> impl IntoView {
    let words = &use_words().suggest;
    let form = use_app().suggest;
    let (heading, add_word) = match kind {
        RangeKind::Unavailable => (words.unavailable, words.add_unavailable),
        RangeKind::MustCover => (words.must_cover, words.add_must_cover),
    };
    let ids = Signal::derive(move || {
        form.draft.with(|draft| {
            draft.ranges.iter().filter(|row| row.kind == kind).map(|row| row.id).collect()
        })
    });
    let add = Callback::new(move |()| {
        if let Some(row) = form.draft.try_update(|draft| draft.add_range(kind)) {
            browser::focus_soon(id::from(row));
        }
    });
    view! {
        <fieldset>
            <legend class="form-label">{heading}</legend>
            <ul class="budget" role="list">
                <Rows ids row=Arc::new(|row| view! { <RangeFields row/> }.into_any())/>
            </ul>
            <AddButton label=add_word add/>
        </fieldset>
    }
}

#[component]
fn RangeFields(row: u32) -> impl IntoView {
    let words = &use_words().suggest;
    let form = use_app().suggest;
    let bind =
        |get: fn(&RangeRow) -> &String, get_mut: fn(&mut RangeRow) -> &mut String| -> Binding {
            form.bind(
                move |draft| draft.range(row).map(|range| get(range).clone()).unwrap_or_default(),
                move |draft, typed| {
                    if let Some(range) = draft.range_mut(row) {
                        *get_mut(range) = typed;
                    }
                },
            )
        };
    let remove = Callback::new(move |()| {
        form.draft.update(|draft| draft.ranges.retain(|range| range.id != row));
    });
    view! {
        <li>
            <TextField
                id=id::from(row)
                label=words.from
                kind=Kind::Date
                binding=bind(|range| &range.from, |range| &mut range.from)
                error=form.error_at(id::from(row))
            />
            <TextField
                id=id::to(row)
                label=words.to
                kind=Kind::Date
                binding=bind(|range| &range.to, |range| &mut range.to)
                error=form.error_at(id::to(row))
            />
            <RemoveButton label=words.remove_range.to_owned() remove/>
        </li>
    }
}

/// A button that takes the suggested stays into the plan.
#[component]
fn Accept() -> impl IntoView {
    let app = use_app();
    let words = &use_words().suggest;
    let stays = move || {
        app.suggest.with_result(|outcome| match &outcome.answer.result {
            Suggestion::Plan(plan) => plan.stays.clone(),
            Suggestion::Impossible { .. } => vec![],
        })
    };
    let accept = move |_| {
        let stays = stays().unwrap_or_default();
        app.respite.draft.update(|draft| {
            for stay in stays {
                draft.add_stay(stay.arrival, stay.departure, app.context);
            }
        });
        app.respite.submit();
    };
    view! {
        <Show when=move || stays().is_some_and(|stays| !stays.is_empty())>
            <button class="button button-secondary d-print-none" type="button" on:click=accept>
                {words.accept}
            </button>
        </Show>
    }
}
