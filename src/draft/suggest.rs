//! The wishes for a suggested plan, as typed on the respite page beside the plan itself.

use super::fields::Reader;
use super::respite::{MUST_COVER, ReadPlan, UNAVAILABLE, quota, ranges};
use super::{Checked, Context, Sheet, row_field};
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::respite::Stay;
use crate::rules::suggest::{MOST_DAYS, MOST_STAYS, Shape, Wishes};

/// How many years after this one; this year is planned from today on.
pub const YEAR: &str = "wish-year";
/// How many years ahead a plan can be wished for.
pub const MOST_YEARS_AHEAD: i32 = 2;
/// The list of shapes; its rows have [`WEEKDAY`], [`DAYS`] and [`COUNT`].
pub const SHAPES: &str = "wish";
/// The weekday to arrive on, 0 for Monday; empty for any day.
pub const WEEKDAY: &str = "weekday";
/// Days of each stay.
pub const DAYS: &str = "days";
/// How many stays.
pub const COUNT: &str = "count";

/// The wishes before anything is typed: next year, by the standard's example of a long weekend
/// each month and a week.
pub fn prepare(sheet: &mut Sheet, context: Context) {
    sheet.set(YEAR, "1");
    let Some(quota) = quota(context.today, context) else { return };
    let weekend = (4, quota.weekend_days, 12);
    let week = (0, quota.week_days, 1);
    for (weekday, days, count) in [weekend, week] {
        let row = sheet.add_row(SHAPES);
        for (name, number) in [(WEEKDAY, weekday), (DAYS, days), (COUNT, count)] {
            sheet.set(row_field(SHAPES, row, name), number.to_string());
        }
    }
}

/// Wishes for a plan of this year.
pub fn set_year(sheet: &mut Sheet, year: i32, context: Context) {
    let ahead = year.saturating_sub(context.today.year()).clamp(0, MOST_YEARS_AHEAD);
    sheet.set(YEAR, ahead.to_string());
}

/// Wishes for this shape alone.
pub fn set_shape(sheet: &mut Sheet, weekday: Weekday, days: u32, count: u32) {
    for row in sheet.rows(SHAPES).to_vec() {
        sheet.remove_row(SHAPES, row);
    }
    let row = sheet.add_row(SHAPES);
    let weekday = weekday.num_days_from_monday();
    for (name, number) in [(WEEKDAY, weekday), (DAYS, days), (COUNT, count)] {
        sheet.set(row_field(SHAPES, row, name), number.to_string());
    }
}

/// The days to plan: the rest of this year, or a whole later year.
pub fn period(sheet: &Sheet, today: Date) -> Option<DateRange> {
    let years_ahead: i32 = sheet.get(YEAR).parse().unwrap_or_default();
    let year = DateRange::calendar_year(today.year().saturating_add(years_ahead))?;
    DateRange::new(year.from.max(today), year.to)
}

/// What is wished for, beside the stays of the plan.
///
/// # Errors
/// One error for each field of the wishes that is wrong.
pub fn wishes(sheet: &Sheet, plan: &ReadPlan, context: Context) -> Checked<Wishes> {
    let mut reader = Reader::new(sheet, context);
    let period = period(sheet, context.today);
    if period.is_none() {
        reader.error(YEAR, context.words.errors.date_out_of_range);
    }
    let shapes = shapes(&mut reader);
    let unavailable = ranges(UNAVAILABLE, &mut reader);
    let must_cover = ranges(MUST_COVER, &mut reader);
    let period = reader.finish(period)?;
    let booked = plan.plain_stays();
    let granted_days = Some(granted_in(period, &booked, plan.granted));
    Ok(Wishes { period, granted_days, booked, unavailable, must_cover, shapes })
}

/// The days granted, less those held earlier in the year than the period begins.
fn granted_in(period: DateRange, booked: &[Stay], granted: u32) -> u32 {
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
