//! The stays as a table with typed dates; each date shows its weekday back.

use leptos::prelude::*;

use crate::browser;
use crate::draft::respite::{RespiteDraft, StayRow, id};
use crate::rules::respite::Stay;
use crate::text::{format, parse};
use crate::ui::components::errors::FieldMessage;
use crate::ui::components::field::{Input, Kind, error_signal};
use crate::ui::components::icon::Icon;
use crate::ui::state::{use_app, use_words};

/// The stays of the plan.
#[component]
pub fn Stays() -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let w = &words.respite;
    let rows = move || form.draft.with(|draft| numbered(draft));
    let add = move |_| {
        let Some(row) = form.draft.try_update(RespiteDraft::add_row) else { return };
        browser::focus_soon(id::arrival(row));
    };
    view! {
        <div class="stays-frame">
            <table class="table stays" role="table">
                <caption>{w.stays}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{w.stay}</th>
                        <th role="columnheader" scope="col">{w.arrival}</th>
                        <th role="columnheader" scope="col">{w.departure}</th>
                        <th role="columnheader" scope="col">{w.days}</th>
                        <th role="columnheader" scope="col">
                            <span class="sr-only">{w.actions}</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=rows key=|row| *row let((number, row))>
                        <StayFields number row/>
                    </For>
                </tbody>
            </table>
        </div>
        <p class="form-hint">{w.date_hint}</p>
        <button class="button button-secondary" type="button" on:click=add>
            <Icon name="plus"/>
            <span>{w.add_stay}</span>
        </button>
    }
}

/// The rows with their numbers for people.
fn numbered(draft: &RespiteDraft) -> Vec<(usize, u32)> {
    draft.stays.iter().enumerate().map(|(place, row)| (place + 1, row.id)).collect()
}

#[component]
fn StayFields(number: usize, row: u32) -> impl IntoView {
    let words = use_words();
    let app = use_app();
    let form = app.respite;
    let w = &words.respite;
    let days = move || {
        let stay = form.draft.with(|draft| typed_stay(draft.row(row)?, words));
        stay.map(|stay| w.days_count(stay.days()))
    };
    let remove = move |_| {
        form.draft.update(|draft| draft.remove_row(row));
        let next = form.draft.with_untracked(|draft| draft.stays.last().map(|row| row.id));
        if let Some(next) = next {
            browser::focus_soon(id::arrival(next));
        }
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <span class="stay-label">{w.stay} " "</span>
                {number}
            </th>
            <DateCell
                row
                field=id::arrival(row)
                label=w.arrival_of(number)
                get=|row| &row.arrival
                get_mut=|row| &mut row.arrival
            />
            <DateCell
                row
                field=id::departure(row)
                label=w.departure_of(number)
                get=|row| &row.departure
                get_mut=|row| &mut row.departure
            />
            <td role="cell" class="stay-days">{days}</td>
            <td role="cell" class="stay-actions">
                <button class="button button-tertiary button-icon-only" type="button" on:click=remove>
                    <Icon name="delete"/>
                    <span class="sr-only">{w.remove_stay(number)}</span>
                </button>
            </td>
        </tr>
    }
}

#[component]
fn DateCell(
    row: u32,
    field: String,
    label: String,
    get: fn(&StayRow) -> &String,
    get_mut: fn(&mut StayRow) -> &mut String,
) -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let error = error_signal(form, field.clone());
    let binding = form.bind(
        move |draft| draft.row(row).map(|row| get(row).clone()).unwrap_or_default(),
        move |draft, typed| {
            if let Some(row) = draft.row_mut(row) {
                *get_mut(row) = typed;
            }
        },
    );
    let weekday = move || {
        let date = parse::date(&binding.value.get(), words).ok()?;
        Some(format::long_date(date, words))
    };
    let input = Input { id: field.clone(), hint_id: None, kind: Kind::Date, binding, error };
    view! {
        <td role="cell" class:form-error=move || error.with(Option::is_some)>
            <label class="stay-label" for=field.clone()>{label}</label>
            <FieldMessage field error/>
            {input.view(words)}
            <p class="weekday">{weekday}</p>
        </td>
    }
}

/// The stay of a row, once both dates are typed and in order.
fn typed_stay(row: &StayRow, words: &crate::text::words::Words) -> Option<Stay> {
    let arrival = parse::date(&row.arrival, words).ok()?;
    let departure = parse::date(&row.departure, words).ok()?;
    Stay::new(arrival, departure)
}
