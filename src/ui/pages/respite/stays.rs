//! The stays as a table with typed dates; each date shows its weekday back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::draft::respite::{RespiteDraft, StayRow, id};
use crate::rules::respite::Stay;
use crate::text::words::Words;
use crate::text::{format, parse};
use crate::ui::components::errors::FieldMessage;
use crate::ui::components::field::{Input, Kind};
use crate::ui::components::rows::{AddButton, RemoveButton, Rows};
use crate::ui::state::{use_app, use_words};

/// The stays of the plan.
#[component]
pub fn Stays() -> impl IntoView {
    let w = &use_words().respite;
    let form = use_app().respite;
    let ids = Signal::derive(move || {
        form.draft.with(|draft| draft.stays.iter().map(|row| row.id).collect())
    });
    let add = Callback::new(move |()| {
        if let Some(row) = form.draft.try_update(RespiteDraft::add_row) {
            browser::focus_soon(id::arrival(row));
        }
    });
    let headings = [w.stay, w.arrival, w.departure, w.days].map(|heading| {
        view! { <th role="columnheader" scope="col">{heading}</th> }
    });
    view! {
        <div class="stays-frame">
            <table class="table stays" role="table">
                <caption>{w.stays}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {Vec::from(headings)}
                        <th role="columnheader" scope="col">
                            <span class="sr-only">{w.actions}</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <Rows ids row=Arc::new(|row| view! { <StayFields row/> }.into_any())/>
                </tbody>
            </table>
        </div>
        <p class="form-hint">{w.date_hint}</p>
        <AddButton label=w.add_stay add/>
    }
}

#[component]
fn StayFields(row: u32) -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let w = &words.respite;
    let number = Signal::derive(move || {
        let place = form.draft.with(|draft| draft.stays.iter().position(|stay| stay.id == row));
        place.map_or(0, |place| place.saturating_add(1))
    });
    let days = move || {
        let stay = form.draft.with(|draft| typed_stay(draft.row(row)?, words));
        stay.map(|stay| w.days_count(stay.days()))
    };
    let remove = Callback::new(move |()| {
        form.draft.update(|draft| draft.remove_row(row));
        let last = form.draft.with_untracked(|draft| draft.stays.last().map(|row| row.id));
        if let Some(last) = last {
            browser::focus_soon(id::arrival(last));
        }
    });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <span class="stay-label">{w.stay} " "</span>
                {number}
            </th>
            <DateCell
                row
                field=id::arrival(row)
                label=Signal::derive(move || w.arrival_of(number.get()))
                get=|row| &row.arrival
                get_mut=|row| &mut row.arrival
            />
            <DateCell
                row
                field=id::departure(row)
                label=Signal::derive(move || w.departure_of(number.get()))
                get=|row| &row.departure
                get_mut=|row| &mut row.departure
            />
            <td role="cell" class="stay-days">{days}</td>
            <td role="cell" class="stay-actions">
                <RemoveButton label=Signal::derive(move || w.remove_stay(number.get())) remove/>
            </td>
        </tr>
    }
}

#[component]
fn DateCell(
    row: u32,
    field: String,
    label: Signal<String>,
    get: fn(&StayRow) -> &String,
    get_mut: fn(&mut StayRow) -> &mut String,
) -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let error = form.error_at(field.clone());
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
fn typed_stay(row: &StayRow, words: &Words) -> Option<Stay> {
    let arrival = parse::date(&row.arrival, words).ok()?;
    let departure = parse::date(&row.departure, words).ok()?;
    Stay::new(arrival, departure)
}
