//! The stays as a table with typed dates; each date shows its weekday back.

use leptos::prelude::*;

use crate::browser;
use crate::draft::respite::{ARRIVAL, DEPARTURE, STAYS, remove_stay};
use crate::draft::{Sheet, row_field};
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
    let words = &use_words().respite;
    let form = use_app().respite;
    let add = Callback::new(move |()| {
        if let Some(row) = form.sheet.try_update(|sheet| sheet.add_row(STAYS)) {
            browser::focus_soon(row_field(STAYS, row, ARRIVAL));
        }
    });
    let headings = [words.stay, words.arrival, words.departure, words.days];
    let headings: Vec<_> = headings
        .into_iter()
        .map(|heading| view! { <th role="columnheader" scope="col">{heading}</th> })
        .collect();
    view! {
        <div class="stays-frame">
            <table class="table stays" role="table">
                <caption>{words.stays}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {headings}
                        <th role="columnheader" scope="col">
                            <span class="sr-only">{words.actions}</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <Rows form list=STAYS row=|row| view! { <StayFields row/> }.into_any()/>
                </tbody>
            </table>
        </div>
        <p class="form-hint">{words.date_hint}</p>
        <AddButton label=words.add_stay add/>
    }
}

#[component]
fn StayFields(row: u32) -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let number = Signal::derive(move || form.sheet.with(|sheet| number_of(row, sheet)));
    let days = move || {
        let stay = form.sheet.with(|sheet| typed_stay(row, sheet, words));
        stay.map(|stay| words.respite.days_count(stay.days()))
    };
    let remove = Callback::new(move |()| {
        form.sheet.update(|sheet| remove_stay(sheet, row));
        let last = form.sheet.with_untracked(|sheet| sheet.rows(STAYS).last().copied());
        if let Some(last) = last {
            browser::focus_soon(row_field(STAYS, last, ARRIVAL));
        }
    });
    let remove_label =
        Signal::derive(move || words.respite.remove_stay(number.get()));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <span class="stay-label">{words.respite.stay} " "</span>
                {number}
            </th>
            <DateCell row name=ARRIVAL number/>
            <DateCell row name=DEPARTURE number/>
            <td role="cell" class="stay-days">{days}</td>
            <td role="cell" class="stay-actions"><RemoveButton label=remove_label remove/></td>
        </tr>
    }
}

#[component]
fn DateCell(row: u32, name: &'static str, number: Signal<usize>) -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let id = row_field(STAYS, row, name);
    let label = move || match name {
        ARRIVAL => words.respite.arrival_of(number.get()),
        _ => words.respite.departure_of(number.get()),
    };
    let field = id.clone();
    let weekday = move || {
        let date = form.sheet.with(|sheet| parse::date(sheet.get(&field), words));
        date.ok().map(|date| format::long_date(date, words))
    };
    let field = id.clone();
    view! {
        <td role="cell" class:form-error=move || form.error_at(&field).is_some()>
            <label class="stay-label" for=id.clone()>{label}</label>
            <FieldMessage form field=id.clone()/>
            <Input form id hint_id=None kind=Kind::Date/>
            <p class="weekday">{weekday}</p>
        </td>
    }
}

/// The place of a row, counted from one.
fn number_of(row: u32, sheet: &Sheet) -> usize {
    let place = sheet.rows(STAYS).iter().position(|other| *other == row);
    place.map_or(0, |place| place.saturating_add(1))
}

/// The stay of a row, once both dates are typed and in order.
fn typed_stay(row: u32, sheet: &Sheet, words: &Words) -> Option<Stay> {
    let date = |name| parse::date(sheet.get_in(STAYS, row, name), words).ok();
    Stay::new(date(ARRIVAL)?, date(DEPARTURE)?)
}
