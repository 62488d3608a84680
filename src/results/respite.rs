//! How a plan of respite counts.

use maud::{Markup, html};

use crate::draft::Context;
use crate::draft::respite::{RespiteOutcome, most_days};
use crate::html::parts::{self, Tone};
use crate::rules::date::Date;
use crate::rules::respite::{Note, Plan, Respite, Usage};
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format;

/// The days of each year with a bar.
pub fn summary(outcome: &RespiteOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.respite;
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" { (words.result) }
            @for row in &outcome.answer.result.years { (meter(row.year, row.usage, context)) }
            (parts::estimate(words.estimate))
            (parts::source(WhichStandard::Temporary, Section::Holds, context))
            @for note in &outcome.answer.result.notes { (note_view(*note, outcome, context)) }
        }
    }
}

/// The year's days as a figure, a sentence and a bar, which says nothing that the sentence does not.
fn meter(year: i32, usage: Usage, context: Context) -> Markup {
    let words = &context.words.respite;
    let Usage { days, granted, remaining, over, .. } = usage;
    let sentence = match over {
        0 => words.used(days, granted, year, remaining),
        _ => words.used_over(days, year, granted, over),
    };
    let share = |part: u32| parts::share(part.into(), days.max(granted).into());
    html! {
        p.figure { (words.days_count(days)) " " small { (words.in_year(year)) } }
        p { (sentence) }
        div.bar aria-hidden="true" {
            span.part-planned data-share=(share(days.min(granted))) {}
            @if over > 0 {
                span.part-over data-share=(share(over)) {}
                span.bar-limit data-at=(share(granted)) {}
            }
            span.part-rest data-share=(share(remaining)) {}
        }
    }
}

/// Every number of the count, the other readings and what was assumed.
pub fn details(outcome: &RespiteOutcome, context: Context) -> Markup {
    let words = &context.words.respite;
    let result = &outcome.answer.result;
    html! {
        section.section {
            h2 { (words.details) }
            (stay_table(result, context))
            (period_table(result, context))
            (parts::assumptions(&assumptions(outcome, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
        }
    }
}

fn assumptions(outcome: &RespiteOutcome, context: Context) -> Vec<String> {
    let words = &context.words.respite;
    let granted = outcome.answer.result.years.first().map(|row| row.usage.granted);
    let most = most_days(context);
    let no_start =
        outcome.plan.grant_start.is_none().then(|| words.assume_no_grant_start.to_owned());
    [words.assume_days.to_owned(), words.assume_year.to_owned()]
        .into_iter()
        .chain(granted.map(|days| words.assume_granted(days, most)))
        .chain(no_start)
        .collect()
}

/// A note in words, with both figures where the text is silent.
fn note_view(note: Note, outcome: &RespiteOutcome, context: Context) -> Markup {
    let words = &context.words.respite.notes;
    let result = &outcome.answer.result;
    match note {
        Note::SharedDay => parts::other_reading(
            "note-shared",
            words.shared_day_heading,
            html! {
                p { (words.shared_day) }
                @for row in result.years.iter().filter(|row| row.usage.days != row.usage.distinct_days) {
                    p { (words.shared_day_figures(row.year, row.usage.days, row.usage.distinct_days)) }
                }
            },
        ),
        Note::OverGranted => {
            parts::alert(Tone::Warning, words.over_granted_heading, words.over_granted)
        }
        Note::OverIn12Months => parts::other_reading(
            "note-window",
            words.which_year_heading,
            html! {
                @if let Some(window) = result.busiest_12_months {
                    p {
                        (words.over_in_12_months(
                            format::range(window.period, context.words), window.days, window.over,
                        ))
                    }
                }
                p { (words.which_year) }
            },
        ),
        Note::OverInGrantYear => parts::other_reading(
            "note-grant",
            words.grant_year_heading,
            html! {
                p { (words.over_in_grant_year) }
                @for row in result.grant_years.iter().flatten().filter(|row| row.usage.over > 0) {
                    p {
                        (words.grant_year_figures(
                            format::range(row.period, context.words), row.usage.days, row.usage.over,
                        ))
                    }
                }
            },
        ),
        Note::DuringTemporaryHousing => {
            let inside = days_in_temporary_housing(&outcome.plan);
            let all: u32 = result.stays.iter().map(|stay| stay.days).sum();
            let text = words.during_temporary(all, inside, all.saturating_sub(inside));
            parts::alert(Tone::Warning, words.during_temporary_heading, &text)
        }
        Note::SpansNewYear => parts::other_reading(
            "note-new-year",
            words.new_year_heading,
            html! {
                p { (words.new_year) }
                @for row in &result.years {
                    @let by_arrival = days_by_arrival(result, row.year);
                    @if by_arrival != row.usage.days {
                        p { (words.new_year_figures(row.year, row.usage.days, by_arrival)) }
                    }
                }
            },
        ),
    }
}

/// The days of the stays that touch a longer temporary stay.
pub fn days_in_temporary_housing(plan: &Plan) -> u32 {
    let homes = &plan.temporary_housing;
    let touched = plan.stays.iter().filter(|stay| homes.iter().any(|home| home.touches(**stay)));
    touched.map(|stay| stay.days()).sum()
}

/// The days of a year if every stay counted whole in the year of its arrival.
pub fn days_by_arrival(result: &Respite, year: i32) -> u32 {
    let arrived = result.stays.iter().filter(|stay| stay.arrival.year() == year);
    arrived.map(|stay| stay.days).sum()
}

fn stay_table(result: &Respite, context: Context) -> Markup {
    let stays = result.stays.iter().map(|stay| (stay.arrival, stay.departure, stay.days));
    stays_with_days(context.words.respite.table_stays, stays, context)
}

/// Stays with their weekdays and days, and the days added up.
pub fn stays_with_days(
    caption: &str,
    stays: impl Iterator<Item = (Date, Date, u32)>,
    context: Context,
) -> Markup {
    let words = context.words;
    let stays: Vec<(Date, Date, u32)> = stays.collect();
    let total: u32 = stays.iter().map(|(_, _, days)| days).sum();
    html! {
        table.table {
            caption { (caption) }
            thead {
                tr {
                    th scope="col" { (words.respite.arrival) }
                    th scope="col" { (words.respite.departure) }
                    th.amount scope="col" { (words.respite.days) }
                }
            }
            tbody {
                @for (arrival, departure, days) in stays {
                    tr {
                        th scope="row" { (format::long_date(arrival, words)) }
                        td { (format::long_date(departure, words)) }
                        td.amount { (days) }
                    }
                }
                tr.is-sum {
                    th scope="row" { (words.respite.total) }
                    td {}
                    td.amount { (total) }
                }
            }
        }
    }
}

/// The same days by calendar year, by grant year and in the busiest twelve months.
fn period_table(result: &Respite, context: Context) -> Markup {
    let words = &context.words.respite;
    let row = |name: String, usage: Usage| {
        html! {
            tr {
                th scope="row" { (name) }
                td.amount { (usage.days) }
                td.amount { (usage.remaining) }
                td.amount { (usage.over) }
            }
        }
    };
    let busiest = result.busiest_12_months.map(|window| {
        let granted = result.years.first().map_or(0, |year| year.usage.granted);
        let remaining = granted.saturating_sub(window.days);
        let usage = Usage { days: window.days, over: window.over, remaining, ..Usage::default() };
        row(words.busiest(format::range(window.period, context.words)), usage)
    });
    html! {
        div.table--responsive-scroll tabindex="0" role="region" aria-label=(words.table_periods) {
            table.table {
                caption { (words.table_periods) }
                thead {
                    tr {
                        th scope="col" { (words.period) }
                        th.amount scope="col" { (words.days) }
                        th.amount scope="col" { (words.left) }
                        th.amount scope="col" { (words.too_many) }
                    }
                }
                tbody {
                    @for year in &result.years { (row(words.calendar_year(year.year), year.usage)) }
                    @for grant in result.grant_years.iter().flatten() {
                        (row(words.grant_year(format::range(grant.period, context.words)), grant.usage))
                    }
                    @if let Some(busiest) = busiest { (busiest) }
                }
            }
        }
    }
}
