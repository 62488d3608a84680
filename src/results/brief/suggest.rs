//! A suggested plan in brief: the stays in one line, or why there is none.

use super::respite::{days_granted, new, one_year, used, year_span};
use super::{Brief, date_list};
use crate::draft::Context;
use crate::request::ask;
use crate::request::error::ContractError;
use crate::rules::date::DateRange;
use crate::rules::respite::Stay;
use crate::rules::suggest::{Detail, Impossible, Plan, Reason, Shape, Suggestion, Wishes};
use crate::text::format::{long_date, range, weekday_name};
use crate::text::words::Words;

/// A suggested plan in brief.
///
/// # Errors
/// [`ContractError`] when the rules refuse the wishes.
pub fn brief(wishes: &Wishes, context: Context) -> Result<Brief, ContractError> {
    let words = context.words;
    let found = ask(wishes, context.standard)?.result;
    let years = (wishes.period.from.year(), wishes.period.to.year());
    let year = one_year(Some(years));
    let mut brief = new(&words.brief.respite.suggestion(year_span(years)), context);
    let granted = match &found {
        Suggestion::Plan(plan) => {
            planned(&mut brief, plan, year, words);
            Some(plan.days_used.saturating_add(plan.remaining))
        }
        Suggestion::Impossible { impossible } => {
            brief.find(words.suggest.result, words.brief.suggest.impossible.to_owned());
            brief.note(&why(*impossible, words));
            None
        }
    };
    inputs(&mut brief, wishes, year, granted, words);
    Ok(brief)
}

fn planned(brief: &mut Brief, plan: &Plan, year: Option<i32>, words: &Words) {
    let names = &words.brief.suggest;
    let stays = plan.stays.iter();
    let stays = stays.map(|stay| DateRange { from: stay.arrival, to: stay.departure });
    let stays: Vec<DateRange> = stays.collect();
    let granted = plan.days_used.saturating_add(plan.remaining);
    brief.find(names.stays, date_list(&stays, true, year, words));
    brief.find(names.used, used(plan.days_used, granted, words));
    brief.find(names.longest_gap, days(plan.longest_gap, words));
}

/// `1 dag`, `2 dage`.
fn days(count: u32, words: &Words) -> String {
    match count {
        1 => words.brief.one_day.to_owned(),
        _ => words.brief.days(count),
    }
}

/// Why no plan fulfils the wishes, and what would help.
fn why(impossible: Impossible, words: &Words) -> String {
    match (impossible.reason, impossible.detail) {
        (Reason::OverGranted, Some(Detail::Days(days))) => words.suggest.over_granted(days),
        (Reason::CannotCover, Some(Detail::Date(date))) => {
            words.suggest.cannot_cover(long_date(date, words))
        }
        (Reason::OverGranted | Reason::CannotCover | Reason::NoRoom, _) => {
            words.suggest.no_room.to_owned()
        }
    }
}

fn inputs(
    brief: &mut Brief,
    wishes: &Wishes,
    year: Option<i32>,
    granted: Option<u32>,
    words: &Words,
) {
    let names = &words.brief.suggest;
    brief.answered(names.period, range(wishes.period, words));
    days_granted(brief, wishes.granted_days, granted, words);
    for shape in &wishes.shapes {
        brief.answered(names.wish, shape_in_words(*shape, words));
    }
    let booked: Vec<DateRange> = wishes.booked.iter().map(|stay| Stay::range(*stay)).collect();
    let lists = [
        (names.booked, &booked, true),
        (names.unavailable, &wishes.unavailable, false),
        (names.must_cover, &wishes.must_cover, false),
    ];
    for (name, ranges, with_days) in lists {
        if !ranges.is_empty() {
            brief.answered(name, date_list(ranges, with_days, year, words));
        }
    }
}

fn shape_in_words(shape: Shape, words: &Words) -> String {
    let Shape { arrival_weekday, days, count } = shape;
    let names = &words.brief.suggest;
    match arrival_weekday {
        Some(day) => names.shape_on(count, days, weekday_name(day, words)),
        None => names.shape(count, days),
    }
}
