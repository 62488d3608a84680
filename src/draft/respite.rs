//! The respite plan as typed: stays, grant, and what has to be planned around.
//!
//! The planner counts while it is filled in, so reading never fails as a whole: what can be read
//! counts, and every other field has an error.

use super::fields::Reader;
use super::{Context, FieldError, Sheet, contract_error, row_field};
use crate::request::{Answer, ask};
use crate::rules::date::{Date, DateRange};
use crate::rules::map::SortedMap;
use crate::rules::respite::{Plan, Respite, Stay, TemporaryStay};
use crate::rules::standard::RespiteQuota;
use crate::text::format::short_date;

/// The list of stays; its rows have [`ARRIVAL`], [`DEPARTURE`], [`HELD`] and [`NOTE`].
pub const STAYS: &str = "stay";
/// The day of arrival, in a row of [`STAYS`].
pub const ARRIVAL: &str = "arrival";
/// The day of departure, in a row of [`STAYS`].
pub const DEPARTURE: &str = "departure";
/// `yes` when the stay has taken place, in a row of [`STAYS`].
pub const HELD: &str = "held";
/// A note of one's own, in a row of [`STAYS`]; it never leaves the page.
pub const NOTE: &str = "note";
/// The days granted a year; empty for the standard's maximum.
pub const GRANTED: &str = "granted";
/// The first day of the grant.
pub const GRANT_START: &str = "grant-start";
/// The first day of a temporary stay.
pub const HOUSING_FROM: &str = "housing-from";
/// The last day of a temporary stay; empty while the person lives there.
pub const HOUSING_TO: &str = "housing-to";
/// The list of ranges that will not do; its rows have [`FROM`] and [`TO`].
pub const UNAVAILABLE: &str = "closed";
/// The list of ranges that must be covered; its rows have [`FROM`] and [`TO`].
pub const MUST_COVER: &str = "wanted";
/// What the stays are called in a calendar file; it tells the plans of two people apart.
pub const CALENDAR_TITLE: &str = "calendar-title";
/// The first day of a range.
pub const FROM: &str = "from";
/// The last day of a range.
pub const TO: &str = "to";

/// How a plan counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RespiteOutcome {
    /// The plan that was counted.
    pub plan: Plan,
    /// How it counts.
    pub answer: Answer<Respite>,
}

/// A stay of the plan and the row it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedStay {
    /// The stay.
    pub stay: Stay,
    /// Its row in [`STAYS`].
    pub row: u32,
    /// Whether it has taken place.
    pub held: bool,
}

/// What can be read of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadPlan {
    /// The stays that count, by arrival.
    pub stays: Vec<PlannedStay>,
    /// How many rows with something in them do not count, because they have errors.
    pub left_out: usize,
    /// The days granted a year.
    pub granted: u32,
    /// A longer stay in temporary housing.
    pub housing: Option<TemporaryStay>,
    /// The ranges on which no stay should lie.
    pub unavailable: Vec<DateRange>,
    /// The ranges that should lie in a stay.
    pub must_cover: Vec<DateRange>,
    /// One error for each wrong field, in the order of the page.
    pub errors: Vec<FieldError>,
    /// How the plan counts; none without a stay, or when the grant cannot be read.
    pub outcome: Option<RespiteOutcome>,
}

impl ReadPlan {
    /// What is read before anything is typed.
    pub fn of_nothing(context: Context) -> ReadPlan {
        ReadPlan { granted: most_days(context), ..ReadPlan::default() }
    }

    /// The stays alone, by arrival.
    pub fn plain_stays(&self) -> Vec<Stay> {
        self.stays.iter().map(|planned| planned.stay).collect()
    }

    /// The stay in a row.
    pub fn in_row(&self, row: u32) -> Option<PlannedStay> {
        self.stays.iter().copied().find(|planned| planned.row == row)
    }
}

/// Adds a stay and tells its row; an empty row takes it where there is one.
pub fn add_stay(sheet: &mut Sheet, stay: Stay, context: Context) -> u32 {
    let empty = sheet.rows(STAYS).iter().copied().find(|row| sheet.is_row_empty(STAYS, *row));
    let row = empty.unwrap_or_else(|| sheet.add_row(STAYS));
    set_stay(sheet, row, stay, context);
    row
}

/// Writes a stay's dates into its row.
pub fn set_stay(sheet: &mut Sheet, row: u32, stay: Stay, context: Context) {
    sheet.set(row_field(STAYS, row, ARRIVAL), short_date(stay.arrival(), context.words));
    sheet.set(row_field(STAYS, row, DEPARTURE), short_date(stay.departure(), context.words));
}

/// Puts the rows of the stays in order of arrival; rows without a stay come last, as they were.
pub fn sort_rows(sheet: &mut Sheet, plan: &ReadPlan) {
    let mut order: Vec<u32> = plan.stays.iter().map(|planned| planned.row).collect();
    let others = sheet.rows(STAYS).iter().copied().filter(|row| !order.contains(row));
    let others: Vec<u32> = others.collect();
    order.extend(others);
    sheet.order_rows(STAYS, order);
}

/// Adds a range of dates to a list.
pub fn add_range(sheet: &mut Sheet, list: &'static str, range: DateRange, context: Context) {
    let row = sheet.add_row(list);
    sheet.set(row_field(list, row, FROM), short_date(range.from, context.words));
    sheet.set(row_field(list, row, TO), short_date(range.to, context.words));
}

/// The days of respite that the standard gives on a date; none before it was approved, and where it
/// names no number.
pub fn quota(date: Date, context: Context) -> Option<RespiteQuota> {
    context.standard.on(date).ok()?.respite
}

/// The most days that can be granted a year.
pub fn most_days(context: Context) -> u32 {
    quota(context.today, context).map_or(u32::MAX, |quota| quota.days_per_year)
}

/// Reads the plan and counts it.
pub fn read(sheet: &Sheet, context: Context) -> ReadPlan {
    let mut reader = Reader::new(sheet, context);
    let most = most_days(context);
    let (stays, left_out) = read_stays(&mut reader);
    let stay_errors = reader.error_count();
    let granted_days = reader.optional_number(GRANTED, 0, most);
    let grant_start = reader.optional_date(GRANT_START);
    let housing = temporary_stay(&mut reader);
    let grant_is_readable = reader.error_count() == stay_errors;
    let unavailable = ranges(UNAVAILABLE, &mut reader);
    let must_cover = ranges(MUST_COVER, &mut reader);
    let mut errors = reader.into_errors();

    let plan = Plan {
        granted_days,
        stays: stays.iter().map(|planned| planned.stay).collect(),
        grant_start,
        temporary_housing: housing.into_iter().collect(),
    };
    let mut outcome = None;
    if grant_is_readable && !stays.is_empty() {
        match ask(&plan, context.standard) {
            Ok(answer) => outcome = Some(RespiteOutcome { plan, answer }),
            Err(error) => {
                errors.extend(contract_error(&error, context.words, |path| field_of(path, &stays)))
            }
        }
    }
    let granted = granted_days.unwrap_or(most);
    ReadPlan { stays, left_out, granted, housing, unavailable, must_cover, errors, outcome }
}

/// The stays that can be read and stand beside each other, by arrival, and how many rows do not
/// count. Of two that overlap, the one in the earlier row counts.
fn read_stays(reader: &mut Reader) -> (Vec<PlannedStay>, usize) {
    let mut stays: SortedMap<PlannedStay, ()> = SortedMap::default();
    let mut left_out = 0_usize;
    for row in reader.sheet.rows(STAYS) {
        if reader.sheet.is_row_empty(STAYS, *row) {
            continue;
        }
        let stay = stay(*row, reader);
        let in_the_way = stay.and_then(|stay| {
            stays.iter().map(|(other, ())| other.stay).find(|other| overlap(*other, stay))
        });
        if let Some(other) = in_the_way {
            let words = reader.words();
            let (from, to) =
                (short_date(other.arrival(), words), short_date(other.departure(), words));
            reader.error(row_field(STAYS, *row, ARRIVAL), words.planner.overlaps(from, to));
        }
        match stay.filter(|_| in_the_way.is_none()) {
            Some(stay) => {
                let held = reader.sheet.get_in(STAYS, *row, HELD) == "yes";
                stays.insert(PlannedStay { stay, row: *row, held }, ());
            }
            None => left_out = left_out.saturating_add(1),
        }
    }
    (stays.iter().map(|(planned, ())| *planned).collect(), left_out)
}

/// Whether two stays share more than a change-over day.
pub fn overlap(one: Stay, other: Stay) -> bool {
    one.arrival() < other.departure() && other.arrival() < one.departure()
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

/// The ranges typed in a list; empty rows are passed over.
pub fn ranges(list: &'static str, reader: &mut Reader) -> Vec<DateRange> {
    let rows = reader.sheet.rows(list).iter().copied();
    let typed: Vec<u32> = rows.filter(|row| !reader.sheet.is_row_empty(list, *row)).collect();
    let range = |row| reader.range(&row_field(list, row, FROM), &row_field(list, row, TO));
    typed.into_iter().filter_map(range).collect()
}

/// The field of a path such as `stays[1].departure`.
fn field_of(path: &str, stays: &[PlannedStay]) -> String {
    let stay = path.strip_prefix("stays[").and_then(|rest| rest.split_once(']'));
    let planned = stay.and_then(|(index, _)| stays.get(index.parse::<usize>().ok()?));
    match planned {
        Some(planned) if path.ends_with(DEPARTURE) => row_field(STAYS, planned.row, DEPARTURE),
        Some(planned) => row_field(STAYS, planned.row, ARRIVAL),
        None => GRANTED.to_owned(),
    }
}

/// Whether a date lies in one of the ranges.
pub fn lies_in(ranges: &[DateRange], date: Date) -> bool {
    ranges.iter().any(|range| range.contains(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{suggest, testing};

    #[test]
    fn nothing_typed_is_read_as_the_plan_of_nothing() {
        let context = testing::context();
        let mut sheet = Sheet::default();
        suggest::prepare(&mut sheet, context);
        let nothing = ReadPlan::of_nothing(context);
        assert_eq!(read(&sheet, context), nothing);
        assert_eq!(nothing.granted, 55);
        sheet.set(GRANTED, "30");
        assert_ne!(read(&sheet, context), nothing);
    }
}
