//! The wishes for a suggested plan, as typed on the respite page beside the plan itself.

use super::fields::Reader;
use super::respite::{self, readable_stays};
use super::{Checked, Context, Sheet, contract_error, row_field};
use crate::request::{Answer, ask};
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::respite::Stay;
use crate::rules::suggest::{MOST_DAYS, MOST_STAYS, Shape, Suggestion, Wishes};
use crate::text::parse;

/// How many years after this one; this year is planned from today on.
pub const YEAR: &str = "wish-year";
/// The list of shapes; its rows have [`WEEKDAY`], [`DAYS`] and [`COUNT`].
pub const SHAPES: &str = "wish";
/// The weekday to arrive on, 0 for Monday; empty for any day.
pub const WEEKDAY: &str = "weekday";
/// Days of each stay.
pub const DAYS: &str = "days";
/// How many stays.
pub const COUNT: &str = "count";
/// The list of ranges that will not do; its rows have [`FROM`] and [`TO`].
pub const UNAVAILABLE: &str = "closed";
/// The list of ranges that must be covered; its rows have [`FROM`] and [`TO`].
pub const MUST_COVER: &str = "wanted";
/// The first day of a range.
pub const FROM: &str = "from";
/// The last day of a range.
pub const TO: &str = "to";

/// What the respite page shows of a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestOutcome {
    /// The wishes that were asked with.
    pub wishes: Wishes,
    /// What can be suggested.
    pub answer: Answer<Suggestion>,
}

/// The wishes before anything is typed: next year, by the standard's example of a long weekend
/// each month and a week.
pub fn prepare(sheet: &mut Sheet, context: Context) {
    sheet.set(YEAR, "1");
    let Ok(parameters) = context.standard.on(context.today) else { return };
    let weekend = (4, parameters.respite_weekend_days, 12);
    let week = (0, parameters.respite_week_days, 1);
    for (weekday, days, count) in [weekend, week] {
        let row = sheet.add_row(SHAPES);
        for (name, number) in [(WEEKDAY, weekday), (DAYS, days), (COUNT, count)] {
            sheet.set(row_field(SHAPES, row, name), number.to_string());
        }
    }
}

/// The days to plan: the rest of this year, or a whole later year.
pub fn period(sheet: &Sheet, today: Date) -> Option<DateRange> {
    let years_ahead: i32 = sheet.get(YEAR).parse().unwrap_or_default();
    let year = DateRange::calendar_year(today.year().saturating_add(years_ahead))?;
    DateRange::new(year.from.max(today), year.to)
}

/// Finds the best plan for the wishes and the page's plan together.
///
/// # Errors
/// One error for each field that is wrong.
pub fn check(sheet: &Sheet, context: Context) -> Checked<SuggestOutcome> {
    let words = context.words;
    let mut reader = Reader::new(sheet, context);
    let period = period(sheet, context.today);
    if period.is_none() {
        reader.error(YEAR, words.errors.date_out_of_range);
    }
    let shapes = shapes(&mut reader);
    let unavailable = ranges(UNAVAILABLE, &mut reader);
    let must_cover = ranges(MUST_COVER, &mut reader);
    let period = reader.finish(period)?;
    let booked = readable_stays(sheet, context);
    let granted_days = Some(granted_in(period, &booked, sheet, context));
    let wishes = Wishes { period, granted_days, booked, unavailable, must_cover, shapes };
    let answer = ask(&wishes, context.standard)
        .map_err(|error| contract_error(&error, words, |_| YEAR.to_owned()))?;
    Ok(SuggestOutcome { wishes, answer })
}

/// The days granted, less those held earlier in the year than the period begins.
fn granted_in(period: DateRange, booked: &[Stay], sheet: &Sheet, context: Context) -> u32 {
    let most = context.standard.on(context.today).map_or(0, |p| p.respite_days_per_year);
    let granted = parse::number(sheet.get(respite::GRANTED), 0, most).unwrap_or(most);
    let used_before = DateRange::calendar_year(period.from.year())
        .and_then(|year| DateRange::new(year.from, period.from.plus_days(-1)))
        .map_or(0, |before| {
            let parts = booked.iter().filter_map(|stay| stay.range().intersection(before));
            parts.map(DateRange::days).sum()
        });
    granted.saturating_sub(used_before)
}

fn shapes(reader: &mut Reader) -> Vec<Shape> {
    let mut left = MOST_STAYS;
    let mut shapes = Vec::new();
    for row in reader.sheet.rows(SHAPES) {
        let weekday = reader.sheet.get_in(SHAPES, *row, WEEKDAY).parse::<u8>().ok();
        let arrival_weekday = weekday.and_then(|day| Weekday::try_from(day).ok());
        let days = reader.number(&row_field(SHAPES, *row, DAYS), 1, MOST_DAYS);
        let count = reader.number(&row_field(SHAPES, *row, COUNT), 0, left);
        if let (Some(days), Some(count)) = (days, count) {
            left = left.saturating_sub(count);
            shapes.push(Shape { arrival_weekday, days, count });
        }
    }
    shapes
}

fn ranges(list: &'static str, reader: &mut Reader) -> Vec<DateRange> {
    let rows = reader.sheet.rows(list).iter().copied();
    let typed: Vec<u32> = rows.filter(|row| !reader.sheet.is_row_empty(list, *row)).collect();
    let range = |row| reader.range(&row_field(list, row, FROM), &row_field(list, row, TO));
    typed.into_iter().filter_map(range).collect()
}
