//! A suggested plan: what is wished for, and the most even plan that fits.

use leptos::prelude::*;

use crate::browser;
use crate::draft::respite::add_stay;
use crate::draft::row_field;
use crate::draft::suggest::{
    COUNT, DAYS, FROM, MUST_COVER, SHAPES, TO, UNAVAILABLE, WEEKDAY, YEAR, check,
};
use crate::rules::suggest::{MOST_SHAPES, Suggestion};
use crate::ui::components::errors::ErrorSummary;
use crate::ui::components::field::{Kind, Select, TextField};
use crate::ui::components::page::FormElement;
use crate::ui::components::result::ResultSummary;
use crate::ui::components::rows::{AddButton, RemoveButton, Rows};
use crate::ui::state::{use_app, use_words};

/// The wishes and the suggested plan.
#[component]
pub fn Wishes() -> impl IntoView {
    let words = &use_words().suggest;
    let form = use_app().suggest;
    view! {
        <section class="section">
            <h2>{words.heading}</h2>
            <p>{words.lead}</p>
            <ErrorSummary form/>
            <FormElement form submit=words.suggest>
                <Year/>
                <Shapes/>
                <Ranges
                    list=UNAVAILABLE
                    heading=words.unavailable
                    add_label=words.add_unavailable
                    row=|row| view! { <RangeFields list=UNAVAILABLE row/> }.into_any()
                />
                <Ranges
                    list=MUST_COVER
                    heading=words.must_cover
                    add_label=words.add_must_cover
                    row=|row| view! { <RangeFields list=MUST_COVER row/> }.into_any()
                />
            </FormElement>
            <ResultSummary form/>
            <Accept/>
        </section>
    }
}

/// The year to plan: the rest of this one or a whole later one.
#[component]
fn Year() -> impl IntoView {
    let app = use_app();
    let words = &use_words().suggest;
    let this_year = app.context.today.year();
    let options = (0..3).map(|ahead: i32| {
        let year = this_year.saturating_add(ahead);
        let word = if ahead == 0 { words.rest_of_year(year) } else { year.to_string() };
        (ahead.to_string(), word)
    });
    view! { <Select form=app.suggest id=YEAR label=words.year options=options.collect()/> }
}

#[component]
fn Shapes() -> impl IntoView {
    let words = &use_words().suggest;
    let form = use_app().suggest;
    let add = Callback::new(move |()| {
        if let Some(row) = form.sheet.try_update(|sheet| sheet.add_row(SHAPES)) {
            browser::focus_soon(row_field(SHAPES, row, WEEKDAY));
        }
    });
    let add_button = move || {
        let room = form.sheet.with(|sheet| sheet.rows(SHAPES).len() < MOST_SHAPES);
        room.then(|| view! { <AddButton label=words.add_shape add/> })
    };
    view! {
        <fieldset>
            <legend class="form-label">{words.shapes}</legend>
            <ul class="budget is-three" role="list">
                <Rows form list=SHAPES row=|row| view! { <ShapeFields row/> }.into_any()/>
            </ul>
            {add_button}
        </fieldset>
    }
}

#[component]
fn ShapeFields(row: u32) -> impl IntoView {
    let words = use_words();
    let w = &words.suggest;
    let form = use_app().suggest;
    let any = std::iter::once((String::new(), w.any_weekday.to_owned()));
    let named = words.calendar.weekdays.iter().enumerate();
    let named = named.map(|(day, name)| (day.to_string(), (*name).to_owned()));
    view! {
        <li>
            <Select
                form
                id=row_field(SHAPES, row, WEEKDAY)
                label=w.weekday
                options=any.chain(named).collect()
            />
            <TextField form id=row_field(SHAPES, row, DAYS) label=w.days kind=Kind::Number/>
            <TextField form id=row_field(SHAPES, row, COUNT) label=w.count kind=Kind::Number/>
            <RemoveButton label=w.remove_shape.to_owned() remove=remove_row(SHAPES, row)/>
        </li>
    }
}

/// Ranges of dates that will not do, or that must be covered.
#[component]
fn Ranges(
    list: &'static str,
    heading: &'static str,
    add_label: &'static str,
    row: fn(u32) -> AnyView,
) -> impl IntoView {
    let form = use_app().suggest;
    let add = Callback::new(move |()| {
        if let Some(row) = form.sheet.try_update(|sheet| sheet.add_row(list)) {
            browser::focus_soon(row_field(list, row, FROM));
        }
    });
    view! {
        <fieldset>
            <legend class="form-label">{heading}</legend>
            <ul class="budget" role="list"><Rows form list row/></ul>
            <AddButton label=add_label add/>
        </fieldset>
    }
}

#[component]
fn RangeFields(list: &'static str, row: u32) -> impl IntoView {
    let words = &use_words().suggest;
    let form = use_app().suggest;
    view! {
        <li>
            <TextField form id=row_field(list, row, FROM) label=words.from kind=Kind::Date/>
            <TextField form id=row_field(list, row, TO) label=words.to kind=Kind::Date/>
            <RemoveButton label=words.remove_range.to_owned() remove=remove_row(list, row)/>
        </li>
    }
}

fn remove_row(list: &'static str, row: u32) -> Callback<()> {
    let form = use_app().suggest;
    Callback::new(move |()| form.sheet.update(|sheet| sheet.remove_row(list, row)))
}

/// A button that takes the suggested stays into the plan.
#[component]
fn Accept() -> impl IntoView {
    let app = use_app();
    let words = &use_words().suggest;
    let accept = move |_| {
        let checked = untrack(|| check(&app.suggest.everything(), app.context));
        let Ok(Suggestion::Plan(plan)) = checked.map(|outcome| outcome.answer.result) else {
            return;
        };
        app.respite.sheet.update(|sheet| {
            for stay in plan.stays {
                add_stay(sheet, stay.arrival, stay.departure, app.context);
            }
        });
        app.respite.submit();
    };
    move || {
        app.suggest.result().map(|_| {
            view! {
                <button class="button button-secondary d-print-none" type="button" on:click=accept>
                    {words.accept}
                </button>
            }
        })
    }
}
