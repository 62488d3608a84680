//! The year as a calendar: every day can be reached, chosen and heard.
//!
//! A month is a grid of the ARIA Authoring Practices Guide; all months together have one tab stop.

use maud::{Markup, html};

use super::day::Days;
use crate::app::event::{Action, Deed};
use crate::app::planner::events::day_id;
use crate::html::page::{View, inside, live};
use crate::html::parts::icon;
use crate::rules::date::{Date, DateRange};
use crate::rules::respite::Stay;
use crate::text::words::Words;

/// The id of the calendar's heading.
pub const HEADING: &str = "calendar-heading";

/// The calendar with its tools and the panel of what is being chosen.
pub fn calendar(view: View) -> Markup {
    let words = &view.words().planner;
    let planner = &view.model.planner;
    html! {
        section.section.planner-calendar aria-labelledby=(HEADING) {
            h2 id=(HEADING) tabindex="-1" { (words.calendar) }
            p.d-print-none { (words.calendar_lead) }
            (live("tools:", view, || tools(view)))
            div.years.is-beside[planner.beside] {
                @for year in planner.years() { (whole_year(year, view)) }
            }
            (key(view))
            (keyboard_help(view))
            @if view.model.framed.is_none() { (panel(view)) }
        }
    }
}

/// The panel: at the window's foot; in a frame, which has none in sight, among the months.
fn panel(view: View) -> Markup {
    live("panel:", view, || super::panel::panel(view))
}

/// Undo, redo and the year shown.
pub fn tools(view: View) -> Markup {
    let words = &view.words().planner;
    let planner = &view.model.planner;
    let history = &planner.history;
    let year = planner.year;
    let first = Date::FIRST.year();
    let last = Date::LAST.year();
    html! {
        div.planner-tools.d-print-none {
            div.button-row {
                (tool(Deed::Undo, "undo", words.undo, history.can_undo()))
                (tool(Deed::Redo, "redo", words.redo, history.can_redo()))
            }
            div.button-row {
                @if year > first { (year_button(year.saturating_sub(1), "chevron-left", words.show_year(year - 1))) }
                strong.year-shown { (year) }
                @if year < last { (year_button(year.saturating_add(1), "chevron-right", words.show_year(year + 1))) }
                button.button.button-secondary type="button" id="beside" aria-pressed=(planner.beside)
                    data-act=(Action::Do(Deed::Beside).code()) { (words.beside) }
            }
        }
    }
}

fn year_button(year: i32, symbol: &str, label: String) -> Markup {
    html! {
        button.button.button-secondary.button-icon-only type="button" id=(format!("year-{symbol}"))
            data-act=(Action::Year(year).code()) { (icon(symbol)) span.sr-only { (label) } }
    }
}

/// A button that stays where it is, and in reach, when there is nothing for it to do.
fn tool(deed: Deed, symbol: &str, label: &str, works: bool) -> Markup {
    html! {
        button.button.button-secondary type="button" id=(symbol) data-act=(Action::Do(deed).code())
            aria-disabled=[(!works).then_some("true")] { (icon(symbol)) span { (label) } }
    }
}

fn whole_year(year: i32, view: View) -> Markup {
    let words = view.words();
    html! {
        div.year-block {
            h3.year-name { (year) }
            nav.month-links.d-print-none aria-label=(words.planner.go_to_month(year)) {
                @for month in 1..=12_u32 {
                    @if let Some(first) = Date::new(year, month, 1) {
                        button.month-link type="button" id=(format!("go-{year}-{month}"))
                            data-act=(Action::GoTo(first).code())
                        { (month_name(first, words)) span.sr-only { " " (year) } }
                    }
                }
            }
            div.year {
                @for month in 1..=12_u32 {
                    @if let Some(first) = Date::new(year, month, 1) {
                        div data-live=(month_part(first)) { (inside(view, || month_grid(first, view))) }
                    }
                }
                @if view.model.framed.is_some() && year == view.model.planner.year { (panel(view)) }
            }
        }
    }
}

fn month_name(date: Date, words: &Words) -> &'static str {
    words.calendar.months.get(date.month() as usize - 1).copied().unwrap_or_default()
}

/// A month with its week numbers; `first` is its first day.
pub fn month_grid(first: Date, view: View) -> Markup {
    let words = view.words();
    let days = Days::new(view, first);
    let monday = first.monday();
    let last = first.plus_months(1).plus_days(-1);
    let weeks = (0..6).map(|week| monday.plus_days(week * 7)).filter(|monday| *monday <= last);
    html! {
        table.month role="grid" {
            caption { (month_name(first, words)) span.month-year { " " (first.year()) } }
            thead {
                tr {
                    th.week scope="col" abbr=(words.planner.week) { span.sr-only { (words.planner.week) } }
                    @for name in words.calendar.weekdays {
                        th scope="col" abbr=(name) { (name.chars().take(2).collect::<String>()) }
                    }
                }
            }
            tbody {
                @for monday in weeks {
                    tr {
                        th.week scope="row" {
                            span.sr-only { (words.planner.week) " " }
                            (monday.iso_week())
                        }
                        @for date in (0..7).map(|day| monday.plus_days(day)) {
                            @if date.month() == first.month() { (cell(date, &days, view)) }
                            @else { td.day.is-outside {} }
                        }
                    }
                }
            }
        }
    }
}

/// A day of the calendar drawn by itself.
pub struct DrawnDay {
    /// The id of its cell.
    pub id: String,
    /// The live part that the cell is in.
    pub part: String,
    /// The cell.
    pub cell: Markup,
}

/// The days that the last choice has made one stay of, or the one day chosen: what of a choice is to
/// be seen first.
pub fn chosen(view: View) -> Vec<DrawnDay> {
    let planner = &view.model.planner;
    let date = planner.cursor;
    let begun = planner.pointed.and_then(|to| planner.would_be(to));
    let planned = planner.plan.stays.iter().map(|planned| planned.stay);
    let stay = begun.into_iter().chain(planned).map(Stay::range).find(|stay| stay.contains(date));
    let drawn = |date: Date| DrawnDay {
        id: day_id(date),
        part: month_part(date.first_of_month()),
        cell: cell(date, &Days::new(view, date), view),
    };
    stay.unwrap_or(DateRange { from: date, to: date }).dates().map(drawn).collect()
}

/// The live part that a month is, by its first day.
fn month_part(first: Date) -> String {
    format!("month:{}", first.iso())
}

fn cell(date: Date, days: &Days, view: View) -> Markup {
    let look = days.look(date);
    let cursor = date == view.model.planner.cursor;
    html! {
        // tabindex comes first: to change it where the focus is makes Chromium style anew whatever
        // has changed before.
        td id=(day_id(date)) tabindex=(if cursor { "0" } else { "-1" })
            class=(look.class) data-day=(date.iso()) aria-label=(look.name)
            aria-selected=[look.selected.then_some("true")]
            aria-disabled=[look.cannot.then_some("true")]
            aria-current=[(date == view.context.today).then_some("date")]
        { (date.day()) }
    }
}

/// What the fills and marks of the days mean.
fn key(view: View) -> Markup {
    let words = &view.words().planner.key;
    html! {
        ul.calendar-key role="list" {
            @for (class, meaning) in [
                ("is-planned", words.planned),
                ("is-held", words.held),
                ("is-shared", words.shared),
                ("is-suggested", words.suggested),
                ("is-over", words.over),
                ("is-wanted", words.wanted),
                ("is-unavailable", words.unavailable),
                ("is-holiday", words.holiday),
            ] {
                li { span class=(format!("day {class}")) aria-hidden="true" { "6" } span { (meaning) } }
            }
        }
    }
}

fn keyboard_help(view: View) -> Markup {
    let words = &view.words().planner;
    html! {
        details.details.d-print-none id="keyboard-help" {
            summary.details-summary { (words.keyboard) }
            div.details-text {
                dl.answers {
                    @for pair in words.keys.chunks(2) {
                        div { @if let [key, does] = pair { dt { (key) } dd { (does) } } }
                    }
                }
            }
        }
    }
}
