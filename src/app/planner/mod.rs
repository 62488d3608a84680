//! The respite planner: what of it is not typed, and what its calendar does.
//!
//! The plan itself stands in the sheet, so that the calendar and the list are two views of the
//! same rows. [`pick`] turns days chosen in the calendar into changes of the sheet, [`keys`] knows
//! where the arrow keys lead, [`history`] undoes, [`propose`] looks for a plan in steps,
//! [`exchange`] compares what a link or a file brings, [`relieve`] brings a plan back under the
//! quota. The rest of the program comes in through [`doors`].

pub mod doors;
pub mod events;
pub mod exchange;
pub mod history;
pub mod keys;
pub mod pick;
pub mod propose;
pub mod relieve;

use std::cmp::Ordering;

use crate::draft::Context;
use crate::draft::respite::{self, PlannedStay, ReadPlan};
use crate::rules::date::{Date, DateRange};
use crate::rules::relief::Relief;
use crate::rules::respite::Stay;
use exchange::{Incoming, Opened};
use history::History;
use pick::Picking;
use propose::Looking;

/// The planner beside the sheet.
pub struct Planner {
    /// The year shown.
    pub year: i32,
    /// Whether the year after it is shown beside it.
    pub beside: bool,
    /// The one day of the calendar that the Tab key reaches.
    pub cursor: Date,
    /// What is being chosen.
    pub picking: Picking,
    /// The day under the pointer or the focus while a stay is chosen.
    pub pointed: Option<Date>,
    /// The days whose look the last step of the pointer or the cursor may have changed.
    pub stirred: DateRange,
    /// What was last done, for those who do not see it.
    pub said: String,
    /// Whether that was that something cannot be done.
    pub refused: bool,
    /// What can be undone.
    pub history: History,
    /// The plan as it can be read.
    pub plan: ReadPlan,
    /// What would bring the plan back under the quota, while it has too many days.
    pub relief: Option<Relief>,
    /// The search for a plan.
    pub looking: Looking,
    /// What a link brought, until it is dealt with.
    pub incoming: Option<Incoming>,
    /// What a calendar file brought, until it is dealt with.
    pub imported: Option<Opened>,
    /// Whether the link to the plan is shown.
    pub link_shown: bool,
    /// The stays of the last calendar file saved: those deleted since are cancelled in the next.
    pub saved: Vec<Stay>,
}

impl Planner {
    /// Before anything is planned.
    pub fn new(context: Context) -> Planner {
        Planner {
            year: context.today.year(),
            beside: false,
            cursor: context.today,
            picking: Picking::Nothing,
            pointed: None,
            stirred: DateRange { from: context.today, to: context.today },
            said: String::new(),
            refused: false,
            history: History::default(),
            plan: ReadPlan::of_nothing(context),
            relief: None,
            looking: Looking::Idle,
            incoming: None,
            imported: None,
            link_shown: false,
            saved: Vec::new(),
        }
    }

    /// The years shown.
    pub fn years(&self) -> impl Iterator<Item = i32> + use<> {
        self.year..=self.year.saturating_add(i32::from(self.beside))
    }

    /// The days shown.
    pub fn shown(&self) -> DateRange {
        let last = self.year.saturating_add(i32::from(self.beside));
        let (first, last) = (DateRange::calendar_year(self.year), DateRange::calendar_year(last));
        let (first, last) = (first.map(|year| year.from), last.map(|year| year.to));
        DateRange { from: first.unwrap_or(Date::FIRST), to: last.unwrap_or(Date::LAST) }
    }

    /// Moves the calendar to a year, and the cursor with it.
    pub fn show_year(&mut self, year: i32) {
        let year = year.clamp(Date::FIRST.year(), Date::LAST.year());
        self.year = year;
        let ahead = year.saturating_sub(self.cursor.year()).saturating_mul(12);
        if !self.shown().contains(self.cursor) {
            self.cursor = self.cursor.plus_months(ahead);
        }
    }

    /// Points at a day while a stay is chosen.
    pub fn point(&mut self, date: Date) {
        self.stir_to(date);
        self.pointed = Some(date);
    }

    /// A step of what is chosen from the day pointed at to another changes what lies between them.
    fn stir_to(&mut self, date: Date) {
        let before = self.pointed.unwrap_or(date);
        let anchor = match self.picking {
            Picking::From(first) => first,
            _ => date,
        };
        // A stay that moves reaches beyond the day pointed at.
        let days = self.moving_row().and_then(|row| self.plan.in_row(row));
        let days = days.map_or(0, |planned| i32::try_from(planned.stay.days()).unwrap_or_default());
        self.stir(before.min(date).min(anchor), before.max(date).max(anchor).plus_days(days));
    }

    fn stir(&mut self, from: Date, to: Date) {
        self.stirred = DateRange { from, to };
    }

    /// Puts the cursor on a day; the calendar shows its year.
    pub fn go_to(&mut self, date: Date) {
        let before = self.cursor;
        self.cursor = date.clamp(Date::FIRST, Date::LAST);
        if self.is_choosing() {
            self.point(self.cursor);
        }
        let (from, to) = (self.stirred.from, self.stirred.to);
        match self.is_choosing() {
            true => self.stir(from.min(before), to.max(before)),
            false => self.stir(before.min(self.cursor), before.max(self.cursor)),
        }
        if !self.shown().contains(self.cursor) {
            self.year = self.cursor.year();
        }
    }

    /// Whether there is nothing to choose, and nothing new to say.
    pub fn is_quiet(&self) -> bool {
        self.picking == Picking::Nothing && self.said.is_empty()
    }

    /// The month of the first year shown that lies nearest to what is being chosen. It stays the
    /// same while a stay is chosen, so that no day moves from under the finger.
    pub fn month_of_panel(&self) -> u32 {
        let date = match self.picking {
            Picking::Nothing => self.cursor,
            Picking::From(date) => date,
            Picking::Stay(row) | Picking::Moving(row) => {
                self.plan.in_row(row).map_or(self.cursor, |planned| planned.stay.arrival())
            }
        };
        match date.year().cmp(&self.year) {
            Ordering::Less => 1,
            Ordering::Equal => date.month(),
            Ordering::Greater => 12,
        }
    }

    /// Whether the next day chosen ends or moves a stay.
    pub fn is_choosing(&self) -> bool {
        matches!(self.picking, Picking::From(_) | Picking::Moving(_))
    }

    /// Whether there is something for Escape to stop.
    pub fn is_picking(&self) -> bool {
        self.picking != Picking::Nothing
    }

    /// The stay that would come of choosing `date` now.
    pub fn would_be(&self, date: Date) -> Option<Stay> {
        match self.picking {
            Picking::From(first) => Stay::new(first.min(date), first.max(date)),
            Picking::Moving(row) => {
                let days = self.plan.in_row(row)?.stay.days();
                Stay::new(date, date.plus_days(i32::try_from(days).ok()?.saturating_sub(1)))
            }
            Picking::Nothing | Picking::Stay(_) => None,
        }
    }

    /// The row that may be stood on while choosing, because it is the one that moves.
    pub fn moving_row(&self) -> Option<u32> {
        match self.picking {
            Picking::Moving(row) => Some(row),
            _ => None,
        }
    }

    /// The stay being changed.
    pub fn chosen_stay(&self) -> Option<PlannedStay> {
        match self.picking {
            Picking::Stay(row) | Picking::Moving(row) => self.plan.in_row(row),
            _ => None,
        }
    }

    /// Says what was done.
    pub fn say(&mut self, what: impl Into<String>) {
        self.said = what.into();
        self.refused = false;
    }

    /// Says why something cannot be done.
    pub fn refuse(&mut self, why: impl Into<String>) {
        self.said = why.into();
        self.refused = true;
    }

    /// What would stand in the way of a stay, the row `except` left out of account.
    pub fn in_the_way(&self, stay: Stay, except: Option<u32>) -> Option<Obstacle> {
        let others = self.plan.stays.iter().filter(|planned| Some(planned.row) != except);
        let mut others = others.map(|planned| planned.stay);
        if let Some(other) = others.find(|other| respite::overlap(*other, stay)) {
            return Some(Obstacle::Stay(other));
        }
        let closed =
            self.plan.unavailable.iter().find_map(|range| range.intersection(stay.range()));
        if let Some(closed) = closed {
            return Some(Obstacle::Unavailable(closed.from));
        }
        let possible = DateRange { from: Date::FIRST, to: Date::LAST };
        let inside = possible.contains(stay.arrival()) && possible.contains(stay.departure());
        (!inside).then_some(Obstacle::OutOfRange)
    }
}

/// What stands in the way of a stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Another stay.
    Stay(Stay),
    /// The person has said that this day will not do.
    Unavailable(Date),
    /// Before 1900 or after 2100.
    OutOfRange,
}
