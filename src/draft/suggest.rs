//! The wishes for a suggested plan, as typed on the respite page.

use super::fields::Reader;
use super::respite::RespiteDraft;
use super::{Context, Draft, FieldError, contract_error};
use crate::request::{Answer, ask};
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::respite::Stay;
use crate::rules::suggest::{MOST_DAYS, MOST_SHAPES, MOST_STAYS, Shape, Suggestion, Wishes};
use crate::text::format::short_date;

/// The ids of the page's fields.
pub mod id {
    /// The year to plan.
    pub const YEAR: &str = "wish-year";

    /// The weekday of a shape.
    pub fn weekday(row: u32) -> String {
        format!("wish-{row}-weekday")
    }

    /// The days of a shape.
    pub fn days(row: u32) -> String {
        format!("wish-{row}-days")
    }

    /// The count of a shape.
    pub fn count(row: u32) -> String {
        format!("wish-{row}-count")
    }

    /// The first day of a range.
    pub fn from(row: u32) -> String {
        format!("range-{row}-from")
    }

    /// The last day of a range.
    pub fn to(row: u32) -> String {
        format!("range-{row}-to")
    }
}

/// A shape as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShapeRow {
    /// Stable over the life of the page.
    pub id: u32,
    /// The weekday to arrive on, 0 for Monday; any day when absent.
    pub weekday: Option<u8>,
    /// Days of each stay.
    pub days: String,
    /// How many stays.
    pub count: String,
}

/// What a range of dates is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeKind {
    /// No suggested stay may lie there.
    Unavailable,
    /// Every day must lie in a stay.
    MustCover,
}

/// A range of dates as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeRow {
    /// Stable over the life of the page.
    pub id: u32,
    /// What it is for.
    pub kind: RangeKind,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// The wishes as typed, together with the stays that stand already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestDraft {
    /// How many years after this one; this year is planned from today on.
    pub years_ahead: u8,
    /// The shapes wished for.
    pub shapes: Vec<ShapeRow>,
    /// Ranges that will not do or must be covered.
    pub ranges: Vec<RangeRow>,
    /// The page's plan: its stays are booked, its grant is the limit.
    pub plan: RespiteDraft,
    next_row: u32,
}

impl Default for SuggestDraft {
    /// The standard's example: a long weekend each month and a week.
    fn default() -> Self {
        let shape = |id, weekday, days: &str, count: &str| ShapeRow {
            id,
            weekday: Some(weekday),
            days: days.to_owned(),
            count: count.to_owned(),
        };
        SuggestDraft {
            years_ahead: 1,
            shapes: vec![shape(1, 4, "4", "12"), shape(2, 0, "7", "1")],
            ranges: vec![],
            plan: RespiteDraft::default(),
            next_row: 3,
        }
    }
}

impl SuggestDraft {
    /// The shape with this id, to change.
    pub fn shape_mut(&mut self, id: u32) -> Option<&mut ShapeRow> {
        self.shapes.iter_mut().find(|row| row.id == id)
    }

    /// The shape with this id.
    pub fn shape(&self, id: u32) -> Option<&ShapeRow> {
        self.shapes.iter().find(|row| row.id == id)
    }

    /// Adds a shape, as long as there may be one more; tells its id.
    pub fn add_shape(&mut self) -> Option<u32> {
        if self.shapes.len() >= MOST_SHAPES {
            return None;
        }
        let id = self.take_id();
        self.shapes.push(ShapeRow { id, ..ShapeRow::default() });
        Some(id)
    }

    /// The range with this id.
    pub fn range(&self, id: u32) -> Option<&RangeRow> {
        self.ranges.iter().find(|row| row.id == id)
    }

    /// The range with this id, to change.
    pub fn range_mut(&mut self, id: u32) -> Option<&mut RangeRow> {
        self.ranges.iter_mut().find(|row| row.id == id)
    }

    /// Adds an empty range and tells its id.
    pub fn add_range(&mut self, kind: RangeKind) -> u32 {
        let id = self.take_id();
        self.ranges.push(RangeRow { id, kind, from: String::new(), to: String::new() });
        id
    }

    fn take_id(&mut self) -> u32 {
        let id = self.next_row;
        self.next_row = self.next_row.saturating_add(1);
        id
    }

    /// The days to plan: the rest of this year, or a whole later year.
    pub fn period(&self, today: Date) -> Option<DateRange> {
        let year = DateRange::calendar_year(today.year() + i32::from(self.years_ahead))?;
        DateRange::new(year.from.max(today), year.to)
    }

    fn shapes(&self, reader: &mut Reader) -> Vec<Shape> {
        let shape = |row: &ShapeRow| {
            let days = reader.number(&id::days(row.id), &row.days, 1, MOST_DAYS);
            let count = reader.number(&id::count(row.id), &row.count, 0, MOST_STAYS);
            let arrival_weekday = row.weekday.and_then(|day| Weekday::try_from(day).ok());
            Some(Shape { arrival_weekday, days: days?, count: count? })
        };
        self.shapes.iter().filter_map(shape).collect()
    }

    fn ranges(&self, kind: RangeKind, reader: &mut Reader) -> Vec<DateRange> {
        let typed = |row: &&RangeRow| {
            row.kind == kind && !(row.from.trim().is_empty() && row.to.trim().is_empty())
        };
        let range = |row: &RangeRow| {
            let from = reader.date(&id::from(row.id), &row.from);
            let to = reader.date(&id::to(row.id), &row.to);
            let (from, to) = (from?, to?);
            let range = DateRange::new(from, to);
            if range.is_none() {
                let words = reader.words();
                let message = words.errors.end_before(short_date(from, words));
                reader.error(id::to(row.id), message);
            }
            range
        };
        self.ranges.iter().filter(typed).filter_map(range).collect()
    }
}

/// What the respite page shows of a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestOutcome {
    /// The wishes that were asked with.
    pub wishes: Wishes,
    /// What can be suggested.
    pub answer: Answer<Suggestion>,
}

impl Draft for SuggestDraft {
    type Outcome = SuggestOutcome;

    fn check(&self, context: Context) -> Result<SuggestOutcome, Vec<FieldError>> {
        let words = context.words;
        let mut reader = Reader::new(context);
        let period = self.period(context.today);
        if period.is_none() {
            reader.error(id::YEAR, words.errors.date_out_of_range);
        }
        let shapes = self.shapes(&mut reader);
        if shapes.iter().map(|shape| shape.count).sum::<u32>() > MOST_STAYS
            && let Some(first) = self.shapes.first()
        {
            reader.error(id::count(first.id), words.errors.number_between(0, MOST_STAYS));
        }
        let unavailable = self.ranges(RangeKind::Unavailable, &mut reader);
        let must_cover = self.ranges(RangeKind::MustCover, &mut reader);
        let period = reader.finish(period)?;
        let booked = self.plan.readable_stays(context);
        let most = context.standard.on(context.today).map_or(0, |p| p.respite_days_per_year);
        let granted = self.plan.granted.trim().parse().unwrap_or(most).min(most);
        // Days held earlier in the year lie outside the period but use the year's days.
        let used_before = DateRange::calendar_year(period.from.year())
            .and_then(|year| DateRange::new(year.from, period.from.plus_days(-1)))
            .map_or(0, |before| days_within(&booked, before));
        let wishes = Wishes {
            period,
            granted_days: Some(granted.saturating_sub(used_before)),
            booked,
            unavailable,
            must_cover,
            shapes,
        };
        let answer = ask(&wishes, context.standard)
            .map_err(|error| contract_error(&error, words, |_| id::YEAR.to_owned()))?;
        Ok(SuggestOutcome { wishes, answer })
    }
}

fn days_within(stays: &[Stay], period: DateRange) -> u32 {
    let parts = stays.iter().filter_map(|stay| stay.range().intersection(period));
    parts.map(DateRange::days).sum()
}
