//! How the plan counts: the figure beside the form, and the details below it.

use leptos::prelude::*;

use crate::draft::respite::RespiteOutcome;
use crate::rules::respite::{BusiestWindow, Note, Respite, Usage};
use crate::rules::standard::WhichStandard;
use crate::text::format;
use crate::ui::components::icon::Icon;
use crate::ui::components::result::{
    Assumptions, Estimate, OtherReading, Print, Source, StaleNotice,
};
use crate::ui::state::{use_app, use_words};

/// The days of each year, beside the form.
#[component]
pub fn RespiteResult() -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    let body = move || {
        form.result().map(|outcome| {
            let years = outcome.answer.result.years.iter();
            let meters = years.map(|row| meter(row.year, row.usage)).collect_view();
            view! {
                <section class="result" aria-labelledby=form.result_id()>
                    <h2 id=form.result_id() tabindex="-1">{words.respite.result}</h2>
                    {meters}
                    <Estimate sentence=words.respite.estimate/>
                    <Source standard=WhichStandard::Temporary section=words.respite.section/>
                </section>
            }
        })
    };
    view! {
        <div class="column-result">
            <StaleNotice when=Signal::derive(move || form.has_stale_result())/>
            {body}
        </div>
    }
}

/// The year's days as a sentence and a bar.
fn meter(year: i32, usage: Usage) -> impl IntoView {
    let words = use_words();
    let w = &words.respite;
    let id = format!("meter-{year}");
    let Usage { days, granted, remaining, over, .. } = usage;
    let sentence = match over {
        0 => w.used(days, granted, year, remaining),
        _ => w.used_over(days, granted, year, over),
    };
    let whole = f64::from(days.max(granted).max(1));
    let share = move |part: u32| (f64::from(part) / whole).to_string();
    let limit =
        (over > 0).then(|| view! { <span class="bar-limit" style:--at=share(granted)></span> });
    view! {
        <p class="figure">{w.days_count(days)} " " <small>{w.in_year(year)}</small></p>
        <p id=id.clone()>{sentence.clone()}</p>
        <div
            class="bar"
            role="meter"
            aria-labelledby=id
            aria-valuemin="0"
            aria-valuemax=granted.max(1).to_string()
            aria-valuenow=days.min(granted).to_string()
            aria-valuetext=sentence
        >
            <span class="part-planned" style:--share=share(days.min(granted))></span>
            <span class="part-over" style:--share=share(over)></span>
            <span class="part-rest" style:--share=share(remaining)></span>
            {limit}
        </div>
    }
}

/// Every number of the count, the other readings and what was assumed.
#[component]
pub fn RespiteDetails() -> impl IntoView {
    let words = use_words();
    let form = use_app().respite;
    move || {
        form.result().map(|outcome| {
            let RespiteOutcome { plan, answer } = outcome;
            let result = answer.result;
            let notes = result.notes.iter().map(|note| note_view(*note, &result)).collect_view();
            let granted =
                result.years.first().map_or_else(String::new, |row| row.usage.granted.to_string());
            let mut assumptions = vec![
                words.respite.assume_days.to_owned(),
                words.respite.assume_year.to_owned(),
                words.respite.assume_granted(granted),
            ];
            if plan.grant_start.is_none() {
                assumptions.push(words.respite.assume_no_grant_start.to_owned());
            }
            view! {
                <section class="section">
                    <h2>{words.respite.details}</h2>
                    {notes}
                    {stay_table(&result)}
                    {period_table(&result)}
                    <Assumptions items=assumptions/>
                    <Print standard=answer.standard/>
                </section>
            }
        })
    }
}

fn note_view(note: Note, result: &Respite) -> AnyView {
    let words = use_words();
    let w = &words.respite.notes;
    let shared = || {
        let rows = result.years.iter().filter(|row| row.usage.days != row.usage.distinct_days);
        rows.map(|row| {
            let Usage { days, distinct_days, .. } = row.usage;
            view! { <p>{w.shared_day_figures(row.year, days, distinct_days)}</p> }
        })
        .collect_view()
    };
    let window = |window: BusiestWindow| {
        w.over_in_12_months(format::range(window.period, words), window.days, window.over)
    };
    let figures = shared();
    let window = result.busiest_12_months.map(window);
    match note {
        Note::SharedDay => view! {
            <OtherReading name="note-shared" heading=w.shared_day_heading>
                <p>{w.shared_day}</p>
                {figures}
            </OtherReading>
        }
        .into_any(),
        Note::OverGranted => alert("warning", w.over_granted_heading, w.over_granted.to_owned()),
        Note::OverIn12Months => view! {
            <OtherReading name="note-window" heading=w.which_year_heading>
                <p>{window}</p>
                <p>{w.which_year}</p>
            </OtherReading>
        }
        .into_any(),
        Note::OverInGrantYear => view! {
            <OtherReading name="note-grant" heading=w.grant_year_heading>
                <p>{w.over_in_grant_year}</p>
            </OtherReading>
        }
        .into_any(),
        Note::DuringTemporaryHousing => {
            alert("warning", w.during_temporary_heading, w.during_temporary.to_owned())
        }
        Note::SpansNewYear => view! {
            <OtherReading name="note-new-year" heading=w.new_year_heading>
                <p>{w.new_year}</p>
            </OtherReading>
        }
        .into_any(),
    }
}

fn alert(kind: &'static str, heading: &'static str, text: String) -> AnyView {
    view! {
        <div class=format!("alert alert-{kind}")>
            <Icon name=kind class="alert-icon"/>
            <div class="alert-body">
                <h3 class="alert-heading">{heading}</h3>
                <p class="alert-text">{text}</p>
            </div>
        </div>
    }
    .into_any()
}

fn stay_table(result: &Respite) -> impl IntoView + use<> {
    let words = use_words();
    let w = &words.respite;
    let rows = result.stays.iter().map(|stay| {
        view! {
            <tr>
                <th scope="row">{format::long_date(stay.arrival, words)}</th>
                <td>{format::long_date(stay.departure, words)}</td>
                <td class="amount">{stay.days}</td>
            </tr>
        }
    });
    let total: u32 = result.stays.iter().map(|stay| stay.days).sum();
    view! {
        <table class="table">
            <caption>{w.table_stays}</caption>
            <thead>
                <tr>
                    <th scope="col">{w.arrival}</th>
                    <th scope="col">{w.departure}</th>
                    <th scope="col" class="amount">{w.days}</th>
                </tr>
            </thead>
            <tbody>
                {rows.collect_view()}
                <tr class="is-sum">
                    <th scope="row">{w.total}</th>
                    <td></td>
                    <td class="amount">{total}</td>
                </tr>
            </tbody>
        </table>
    }
}

/// The same days by calendar year, by grant year and in the busiest twelve months.
fn period_table(result: &Respite) -> impl IntoView + use<> {
    let words = use_words();
    let w = &words.respite;
    let row = |name: String, usage: Usage| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="amount">{usage.days}</td>
                <td class="amount">{usage.remaining}</td>
                <td class="amount">{usage.over}</td>
            </tr>
        }
    };
    let years =
        result.years.iter().map(|year| row(w.calendar_year(year.year), year.usage)).collect_view();
    let grants = result.grant_years.iter().flatten();
    let grants = grants
        .map(|grant| row(w.grant_year(format::range(grant.period, words)), grant.usage))
        .collect_view();
    let busiest = result.busiest_12_months.map(|window| {
        let granted = result.years.first().map_or(0, |year| year.usage.granted);
        let remaining = granted.saturating_sub(window.days);
        let usage = Usage { days: window.days, over: window.over, remaining, ..Usage::default() };
        row(w.busiest(format::range(window.period, words)), usage)
    });
    view! {
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-label=w.table_periods>
            <table class="table">
                <caption>{w.table_periods}</caption>
                <thead>
                    <tr>
                        <th scope="col">{w.period}</th>
                        <th scope="col" class="amount">{w.days}</th>
                        <th scope="col" class="amount">{w.left}</th>
                        <th scope="col" class="amount">{w.too_many}</th>
                    </tr>
                </thead>
                <tbody>{years} {grants} {busiest}</tbody>
            </table>
        </div>
    }
}
