//! The respite page: stays and grant as typed.

use super::fields::Reader;
use super::{Checked, Context, Sheet, contract_error, row_field};
use crate::request::{Answer, ask};
use crate::rules::date::Date;
use crate::rules::respite::{Plan, Respite, Stay, TemporaryStay};
use crate::text::format::short_date;

/// The list of stays; its rows have [`ARRIVAL`] and [`DEPARTURE`].
pub const STAYS: &str = "stay";
/// The day of arrival, in a row of [`STAYS`].
pub const ARRIVAL: &str = "arrival";
/// The day of departure, in a row of [`STAYS`].
pub const DEPARTURE: &str = "departure";
/// The days granted a year; empty for the standard's maximum.
pub const GRANTED: &str = "granted";
/// The first day of the grant.
pub const GRANT_START: &str = "grant-start";
/// The first day of a temporary stay.
pub const HOUSING_FROM: &str = "housing-from";
/// The last day of a temporary stay; empty while the person lives there.
pub const HOUSING_TO: &str = "housing-to";

/// What the respite page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RespiteOutcome {
    /// The plan that was counted.
    pub plan: Plan,
    /// How it counts.
    pub answer: Answer<Respite>,
}

/// The page before anything is typed: one empty row.
pub fn prepare(sheet: &mut Sheet) {
    sheet.add_row(STAYS);
}

/// Removes a stay; one empty row always remains.
pub fn remove_stay(sheet: &mut Sheet, row: u32) {
    sheet.remove_row(STAYS, row);
    if sheet.rows(STAYS).is_empty() {
        sheet.add_row(STAYS);
    }
}

/// Adds a stay, in place of an empty row where there is one.
pub fn add_stay(sheet: &mut Sheet, arrival: Date, departure: Date, context: Context) {
    let empty = sheet.rows(STAYS).iter().copied().find(|row| sheet.is_row_empty(STAYS, *row));
    let row = empty.unwrap_or_else(|| sheet.add_row(STAYS));
    sheet.set(row_field(STAYS, row, ARRIVAL), short_date(arrival, context.words));
    sheet.set(row_field(STAYS, row, DEPARTURE), short_date(departure, context.words));
}

/// The stays that are typed and right, whatever else is wrong.
pub fn readable_stays(sheet: &Sheet, context: Context) -> Vec<Stay> {
    let rows = sheet.rows(STAYS).iter();
    rows.filter_map(|row| stay(*row, &mut Reader::new(sheet, context))).collect()
}

/// Counts the plan.
///
/// # Errors
/// One error for each field that is wrong.
pub fn check(sheet: &Sheet, context: Context) -> Checked<RespiteOutcome> {
    let words = context.words;
    let mut reader = Reader::new(sheet, context);
    let most = context.standard.on(context.today).map_or(u32::MAX, |p| p.respite_days_per_year);
    let rows: Vec<u32> =
        sheet.rows(STAYS).iter().copied().filter(|row| !sheet.is_row_empty(STAYS, *row)).collect();
    if let (true, Some(first)) = (rows.is_empty(), sheet.rows(STAYS).first()) {
        reader.error(row_field(STAYS, *first, ARRIVAL), words.respite.no_stays);
    }
    let stays = rows.iter().filter_map(|row| stay(*row, &mut reader)).collect();
    let granted_days = reader.optional_number(GRANTED, 0, most);
    let grant_start = reader.optional_date(GRANT_START);
    let temporary_housing = temporary_stay(&mut reader).into_iter().collect();
    let plan = reader.finish(Some(Plan { granted_days, stays, grant_start, temporary_housing }))?;
    let answer = ask(&plan, context.standard)
        .map_err(|error| contract_error(&error, words, |path| field_of(path, &rows)))?;
    Ok(RespiteOutcome { plan, answer })
}

/// Reads one row; an error stands at the field that is wrong.
fn stay(row: u32, reader: &mut Reader) -> Option<Stay> {
    let [arrival_field, departure_field] =
        [ARRIVAL, DEPARTURE].map(|name| row_field(STAYS, row, name));
    let arrival = reader.date(&arrival_field);
    let departure = reader.date(&departure_field);
    let (arrival, departure) = (arrival?, departure?);
    let stay = Stay::new(arrival, departure);
    if stay.is_none() {
        let words = reader.words();
        let message = words.errors.departure_before(short_date(arrival, words));
        reader.error(departure_field, message);
    }
    stay
}

fn temporary_stay(reader: &mut Reader) -> Option<TemporaryStay> {
    match (reader.is_empty(HOUSING_FROM), reader.is_empty(HOUSING_TO)) {
        (true, true) => None,
        (true, false) => {
            reader.error(HOUSING_FROM, reader.words().respite.housing_from_missing);
            None
        }
        (false, true) => Some(TemporaryStay { from: reader.date(HOUSING_FROM)?, to: None }),
        (false, false) => {
            let range = reader.range(HOUSING_FROM, HOUSING_TO)?;
            Some(TemporaryStay { from: range.from, to: Some(range.to) })
        }
    }
}

/// The field of a path such as `stays[1].departure`.
fn field_of(path: &str, rows: &[u32]) -> String {
    let stay = path.strip_prefix("stays[").and_then(|rest| rest.split_once(']'));
    let row = stay.and_then(|(index, _)| rows.get(index.parse::<usize>().ok()?));
    match row {
        Some(row) if path.ends_with(DEPARTURE) => row_field(STAYS, *row, DEPARTURE),
        Some(row) => row_field(STAYS, *row, ARRIVAL),
        None => GRANTED.to_owned(),
    }
}
