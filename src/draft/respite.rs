//! The respite page: stays and grant as typed.

use super::fields::Reader;
use super::{Context, Draft, FieldError, contract_error};
use crate::request::{Answer, ask};
use crate::rules::date::Date;
use crate::rules::respite::{Plan, Respite, Stay, TemporaryStay};
use crate::text::format::short_date;

/// The ids of the page's fields.
pub mod id {
    /// The days granted.
    pub const GRANTED: &str = "granted";
    /// The first day of the grant.
    pub const GRANT_START: &str = "grant-start";
    /// The first day of a temporary stay.
    pub const HOUSING_FROM: &str = "housing-from";
    /// The last day of a temporary stay.
    pub const HOUSING_TO: &str = "housing-to";

    /// The arrival of a row.
    pub fn arrival(row: u32) -> String {
        format!("stay-{row}-arrival")
    }

    /// The departure of a row.
    pub fn departure(row: u32) -> String {
        format!("stay-{row}-departure")
    }
}

/// A stay as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StayRow {
    /// Stable over the life of the page, so that a field keeps its place when others go.
    pub id: u32,
    /// The day of arrival.
    pub arrival: String,
    /// The day of departure.
    pub departure: String,
}

impl StayRow {
    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.arrival.trim().is_empty() && self.departure.trim().is_empty()
    }
}

/// The respite page as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RespiteDraft {
    /// Days granted; empty for the standard's maximum.
    pub granted: String,
    /// The first day of the grant.
    pub grant_start: String,
    /// The stays; at least one row, perhaps empty.
    pub stays: Vec<StayRow>,
    /// The first day of a temporary stay.
    pub housing_from: String,
    /// The last day of a temporary stay; empty while the person lives there.
    pub housing_to: String,
    next_row: u32,
}

impl Default for RespiteDraft {
    fn default() -> Self {
        RespiteDraft {
            granted: String::new(),
            grant_start: String::new(),
            stays: vec![StayRow { id: 1, ..StayRow::default() }],
            housing_from: String::new(),
            housing_to: String::new(),
            next_row: 2,
        }
    }
}

impl RespiteDraft {
    /// The row with this id.
    pub fn row(&self, id: u32) -> Option<&StayRow> {
        self.stays.iter().find(|row| row.id == id)
    }

    /// The row with this id, to change.
    pub fn row_mut(&mut self, id: u32) -> Option<&mut StayRow> {
        self.stays.iter_mut().find(|row| row.id == id)
    }

    /// Adds an empty row and tells its id.
    pub fn add_row(&mut self) -> u32 {
        let id = self.next_row;
        self.next_row = self.next_row.saturating_add(1);
        self.stays.push(StayRow { id, ..StayRow::default() });
        id
    }

    /// Removes a row; one empty row always stays.
    pub fn remove_row(&mut self, id: u32) {
        self.stays.retain(|row| row.id != id);
        if self.stays.is_empty() {
            self.add_row();
        }
    }

    /// Adds a stay, in place of an empty row where there is one.
    pub fn add_stay(&mut self, arrival: Date, departure: Date, context: Context) {
        let empty = self.stays.iter().find(|row| row.is_empty()).map(|row| row.id);
        let id = empty.unwrap_or_else(|| self.add_row());
        if let Some(row) = self.row_mut(id) {
            row.arrival = short_date(arrival, context.words);
            row.departure = short_date(departure, context.words);
        }
    }

    /// The stays that are typed and right, whatever else is wrong.
    pub fn readable_stays(&self, context: Context) -> Vec<Stay> {
        self.stays.iter().filter_map(|row| stay(row, &mut Reader::new(context))).collect()
    }
}

/// What the respite page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RespiteOutcome {
    /// The plan that was counted.
    pub plan: Plan,
    /// How it counts.
    pub answer: Answer<Respite>,
}

impl Draft for RespiteDraft {
    type Outcome = RespiteOutcome;

    fn check(&self, context: Context) -> Result<RespiteOutcome, Vec<FieldError>> {
        let words = context.words;
        let mut reader = Reader::new(context);
        let most = context.standard.on(context.today).map_or(u32::MAX, |p| p.respite_days_per_year);
        let granted_days = reader.optional_number(id::GRANTED, &self.granted, 0, most);
        let grant_start = reader.optional_date(id::GRANT_START, &self.grant_start);
        let rows: Vec<&StayRow> = self.stays.iter().filter(|row| !row.is_empty()).collect();
        if let (true, Some(first)) = (rows.is_empty(), self.stays.first()) {
            reader.error(id::arrival(first.id), words.respite.no_stays);
        }
        let stays = rows.iter().filter_map(|row| stay(row, &mut reader)).collect();
        let temporary_housing = self.temporary_stay(&mut reader, context);
        let plan = Plan { granted_days, stays, grant_start, temporary_housing };
        let plan = reader.finish(Some(plan))?;
        let answer = ask(&plan, context.standard)
            .map_err(|error| contract_error(&error, words, |path| field_of(path, &rows)))?;
        Ok(RespiteOutcome { plan, answer })
    }
}

impl RespiteDraft {
    fn temporary_stay(&self, reader: &mut Reader, context: Context) -> Vec<TemporaryStay> {
        let from = reader.optional_date(id::HOUSING_FROM, &self.housing_from);
        let to = reader.optional_date(id::HOUSING_TO, &self.housing_to);
        match (from, to) {
            (Some(from), Some(to)) if to < from => {
                let message = context.words.errors.end_before(short_date(from, context.words));
                reader.error(id::HOUSING_TO, message);
                vec![]
            }
            (None, Some(_)) if self.housing_from.trim().is_empty() => {
                reader.error(id::HOUSING_FROM, context.words.respite.housing_from_missing);
                vec![]
            }
            (Some(from), to) => vec![TemporaryStay { from, to }],
            (None, _) => vec![],
        }
    }
}

/// Reads one row; an error stands at the field that is wrong.
fn stay(row: &StayRow, reader: &mut Reader) -> Option<Stay> {
    let arrival = reader.date(&id::arrival(row.id), &row.arrival);
    let departure = reader.date(&id::departure(row.id), &row.departure);
    let (arrival, departure) = (arrival?, departure?);
    let stay = Stay::new(arrival, departure);
    if stay.is_none() {
        let words = reader.words();
        let message = words.errors.departure_before(short_date(arrival, words));
        reader.error(id::departure(row.id), message);
    }
    stay
}

/// The field of a path such as `stays[1].departure`.
fn field_of(path: &str, rows: &[&StayRow]) -> String {
    let stay = path.strip_prefix("stays[").and_then(|rest| rest.split_once(']'));
    let row = stay.and_then(|(index, _)| rows.get(index.parse::<usize>().ok()?));
    match row {
        Some(row) if path.ends_with("departure") => id::departure(row.id),
        Some(row) => id::arrival(row.id),
        None => id::GRANTED.to_owned(),
    }
}
