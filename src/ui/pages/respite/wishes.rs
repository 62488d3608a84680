//! A suggested plan: what is wished for, and the most even plan that fits.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::browser;
use crate::draft::suggest::{RangeKind, SuggestDraft, SuggestOutcome, id};
use crate::rules::suggest::{Detail, Impossible, MOST_SHAPES, Plan, Reason, Suggestion};
use crate::text::format;
use crate::ui::components::errors::ErrorSummary;
use crate::ui::components::field::{Kind, TextField, error_signal};
use crate::ui::components::icon::Icon;
use crate::ui::components::page::SubmitButton;
use crate::ui::components::result::StaleNotice;
use crate::ui::state::{use_app, use_words};

/// The wishes and the suggested plan.
#[component]
pub fn Wishes() -> impl IntoView {
    let app = use_app();
    let words = use_words();
    let w = &words.suggest;
    let form = app.suggest;
    // The plan above is part of the question: its stays are booked.
    Effect::new(move |_| {
        let plan = app.respite.draft.get();
        form.draft.update(|draft| draft.plan = plan);
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    let shapes =
        move || form.draft.with(|draft| draft.shapes.iter().map(|row| row.id).collect::<Vec<_>>());
    let add_shape = move |_| {
        if let Some(Some(row)) = form.draft.try_update(SuggestDraft::add_shape) {
            browser::focus_soon(id::weekday(row));
        }
    };
    let full = move || form.draft.with(|draft| draft.shapes.len() >= MOST_SHAPES);
    view! {
        <section class="section">
            <h2>{w.heading}</h2>
            <p>{w.lead}</p>
            <ErrorSummary form/>
            <form novalidate on:submit=submit>
                <Year/>
                <fieldset>
                    <legend class="form-label">{w.shapes}</legend>
                    <ul class="budget" role="list">
                        <For each=shapes key=|row| *row let(row)><ShapeFields row/></For>
                    </ul>
                    <Show when=move || !full()>
                        <button class="button button-secondary" type="button" on:click=add_shape>
                            <Icon name="plus"/>
                            <span>{w.add_shape}</span>
                        </button>
                    </Show>
                </fieldset>
                <Ranges kind=RangeKind::Unavailable/>
                <Ranges kind=RangeKind::MustCover/>
                <SubmitButton label=w.suggest/>
            </form>
            <StaleNotice when=Signal::derive(move || form.has_stale_result())/>
            {move || form.result().map(result_view)}
        </section>
    }
}

/// The year to plan: the rest of this one or a whole later one.
#[component]
fn Year() -> impl IntoView {
    let app = use_app();
    let words = use_words();
    let form = app.suggest;
    let this_year = app.context.today.year();
    let options = (0..3_u8).map(|ahead| {
        let year = this_year + i32::from(ahead);
        let word = if ahead == 0 { words.suggest.rest_of_year(year) } else { year.to_string() };
        let selected = move || form.draft.with(|draft| draft.years_ahead == ahead);
        view! { <option value=ahead.to_string() prop:selected=selected>{word}</option> }
    });
    let choose = move |event| {
        let ahead = event_target_value(&event).parse().unwrap_or_default();
        form.draft.update(|draft| draft.years_ahead = ahead);
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=id::YEAR>{words.suggest.year}</label>
            <select class="form-select" id=id::YEAR on:change=choose>{options.collect_view()}</select>
        </div>
    }
}

#[component]
fn ShapeFields(row: u32) -> impl IntoView {
    let words = use_words();
    let w = &words.suggest;
    let form = use_app().suggest;
    let days = form.bind(
        move |draft| draft.shape(row).map(|shape| shape.days.clone()).unwrap_or_default(),
        move |draft, typed| {
            if let Some(shape) = draft.shape_mut(row) {
                shape.days = typed;
            }
        },
    );
    let count = form.bind(
        move |draft| draft.shape(row).map(|shape| shape.count.clone()).unwrap_or_default(),
        move |draft, typed| {
            if let Some(shape) = draft.shape_mut(row) {
                shape.count = typed;
            }
        },
    );
    let remove = move |_| {
        form.draft.update(|draft| draft.shapes.retain(|shape| shape.id != row));
    };
    view! {
        <li>
            <div class="form-group">
                <label class="form-label" for=id::weekday(row)>{w.weekday}</label>
                <Weekdays row/>
            </div>
            <div>
                <TextField
                    id=id::days(row)
                    label=w.days
                    kind=Kind::Number
                    binding=days
                    error=error_signal(form, id::days(row))
                />
                <TextField
                    id=id::count(row)
                    label=w.count
                    kind=Kind::Number
                    binding=count
                    error=error_signal(form, id::count(row))
                />
            </div>
            <button class="button button-tertiary button-icon-only" type="button" on:click=remove>
                <Icon name="delete"/>
                <span class="sr-only">{w.remove_shape}</span>
            </button>
        </li>
    }
}

#[component]
fn Weekdays(row: u32) -> impl IntoView {
    let words = use_words();
    let form = use_app().suggest;
    let any = std::iter::once((None, words.suggest.any_weekday));
    let named = words.calendar.weekdays.iter().zip(0_u8..).map(|(name, day)| (Some(day), *name));
    let options = any.chain(named).map(|(day, name)| {
        let value = day.map_or_else(String::new, |day| day.to_string());
        let selected = move || {
            form.draft.with(|draft| draft.shape(row).is_some_and(|shape| shape.weekday == day))
        };
        view! { <option value=value prop:selected=selected>{name}</option> }
    });
    let choose = move |event| {
        let day = event_target_value(&event).parse().ok();
        form.draft.update(|draft| {
            if let Some(shape) = draft.shape_mut(row) {
                shape.weekday = day;
            }
        });
    };
    view! {
        <select class="form-select" id=id::weekday(row) on:change=choose>
            {options.collect_view()}
        </select>
    }
}

/// Ranges of dates that will not do, or that must be covered.
#[component]
fn Ranges(kind: RangeKind) -> impl IntoView {
    let words = use_words();
    let w = &words.suggest;
    let form = use_app().suggest;
    let (heading, add_word) = match kind {
        RangeKind::Unavailable => (w.unavailable, w.add_unavailable),
        RangeKind::MustCover => (w.must_cover, w.add_must_cover),
    };
    let rows = move || {
        form.draft.with(|draft| {
            let rows = draft.ranges.iter().filter(|row| row.kind == kind);
            rows.map(|row| row.id).collect::<Vec<_>>()
        })
    };
    let add = move |_| {
        if let Some(row) = form.draft.try_update(|draft| draft.add_range(kind)) {
            browser::focus_soon(id::from(row));
        }
    };
    view! {
        <fieldset>
            <legend class="form-label">{heading}</legend>
            <ul class="budget" role="list">
                <For each=rows key=|row| *row let(row)><RangeFields row/></For>
            </ul>
            <button class="button button-secondary" type="button" on:click=add>
                <Icon name="plus"/>
                <span>{add_word}</span>
            </button>
        </fieldset>
    }
}

#[component]
fn RangeFields(row: u32) -> impl IntoView {
    let words = use_words();
    let w = &words.suggest;
    let form = use_app().suggest;
    let from = form.bind(
        move |draft| draft.range(row).map(|range| range.from.clone()).unwrap_or_default(),
        move |draft, typed| {
            if let Some(range) = draft.range_mut(row) {
                range.from = typed;
            }
        },
    );
    let to = form.bind(
        move |draft| draft.range(row).map(|range| range.to.clone()).unwrap_or_default(),
        move |draft, typed| {
            if let Some(range) = draft.range_mut(row) {
                range.to = typed;
            }
        },
    );
    let remove = move |_| {
        form.draft.update(|draft| draft.ranges.retain(|range| range.id != row));
    };
    view! {
        <li>
            <TextField
                id=id::from(row)
                label=w.from
                kind=Kind::Date
                binding=from
                error=error_signal(form, id::from(row))
            />
            <TextField
                id=id::to(row)
                label=w.to
                kind=Kind::Date
                binding=to
                error=error_signal(form, id::to(row))
            />
            <button class="button button-tertiary button-icon-only" type="button" on:click=remove>
                <Icon name="delete"/>
                <span class="sr-only">{w.remove_range}</span>
            </button>
        </li>
    }
}

fn result_view(outcome: SuggestOutcome) -> AnyView {
    let words = use_words();
    let form = use_app().suggest;
    let body = match outcome.answer.result {
        Suggestion::Plan(plan) => plan_view(plan).into_any(),
        Suggestion::Impossible { impossible } => {
            view! { <p>{impossible_sentence(impossible)}</p> }.into_any()
        }
    };
    view! {
        <section class="result" aria-labelledby=form.result_id()>
            <h3 id=form.result_id() tabindex="-1">{words.suggest.result}</h3>
            {body}
        </section>
    }
    .into_any()
}

fn plan_view(plan: Plan) -> impl IntoView {
    let app = use_app();
    let words = use_words();
    let w = &words.suggest;
    let rows = plan.stays.iter().map(|stay| {
        view! {
            <tr>
                <th scope="row">{format::long_date(stay.arrival, words)}</th>
                <td>{format::long_date(stay.departure, words)}</td>
                <td class="amount">{stay.days}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let Plan { longest_gap, days_used, remaining, stays, .. } = plan;
    let accept = move |_| {
        app.respite.draft.update(|draft| {
            for stay in &stays {
                draft.add_stay(stay.arrival, stay.departure, app.context);
            }
        });
        app.respite.submit();
    };
    view! {
        <p>{w.summary(days_used, remaining, longest_gap)}</p>
        <p>{w.best(longest_gap)}</p>
        <table class="table">
            <caption>{w.table}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.respite.arrival}</th>
                    <th scope="col">{words.respite.departure}</th>
                    <th scope="col" class="amount">{words.respite.days}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <button class="button button-secondary d-print-none" type="button" on:click=accept>
            {w.accept}
        </button>
    }
}

fn impossible_sentence(impossible: Impossible) -> String {
    let words = use_words();
    let w = &words.suggest;
    match (impossible.reason, impossible.detail) {
        (Reason::OverGranted, Some(Detail::Days(days))) => w.over_granted(days),
        (Reason::CannotCover, Some(Detail::Date(date))) => {
            w.cannot_cover(format::long_date(date, words))
        }
        _ => w.no_room.to_owned(),
    }
}
