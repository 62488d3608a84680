//! What choosing days in the calendar does: a first and a last day make a stay; a day of a stay
//! opens it, to be moved, lengthened, shortened or deleted.

use super::{Obstacle, Planner};
use crate::draft::respite::{self, STAYS};
use crate::draft::{Context, Sheet};
use crate::rules::date::Date;
use crate::rules::respite::Stay;
use crate::text::format;

/// What is being chosen in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picking {
    /// Nothing.
    Nothing,
    /// The last day of a stay that begins, or ends, on this one.
    From(Date),
    /// A stay is open to be changed: its row.
    Stay(u32),
    /// The new day of arrival of the stay in this row.
    Moving(u32),
}

/// Which end of a stay is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The day of arrival.
    Arrival,
    /// The day of departure.
    Departure,
    /// Both: the stay keeps its length.
    Both,
}

impl End {
    /// Every end, with its code.
    pub const ALL: [(End, &'static str); 3] =
        [(End::Arrival, "arrival"), (End::Departure, "departure"), (End::Both, "both")];
}

impl Planner {
    /// Takes a day that was clicked, tapped or chosen by Enter or Space.
    pub fn choose(&mut self, date: Date, sheet: &mut Sheet, context: Context) {
        self.cursor = date;
        self.stir_to(date);
        match self.picking {
            Picking::Nothing | Picking::Stay(_) => self.open(date, context),
            Picking::From(_) | Picking::Moving(_) => {
                let Some(stay) = self.would_be(date) else { return };
                self.place(stay, self.moving_row(), sheet, context);
            }
        }
    }

    /// Opens the stay that `date` lies in, or begins a new one.
    fn open(&mut self, date: Date, context: Context) {
        let words = &context.words.planner;
        let here = self.plan.stays.iter().find(|planned| planned.stay.range().contains(date));
        if let Some(planned) = here {
            let (row, stay) = (planned.row, planned.stay);
            let open = self.picking == Picking::Stay(row);
            self.picking = if open { Picking::Nothing } else { Picking::Stay(row) };
            self.say(match open {
                true => words.closed.to_owned(),
                false => words.opened(named(stay, context)),
            });
        } else if let Some(Obstacle::Unavailable(day)) =
            Stay::new(date, date).and_then(|stay| self.in_the_way(stay, None))
        {
            self.refuse(words.unavailable(format::long_date(day, context.words)));
        } else {
            self.begin(date, context);
        }
    }

    /// Begins a stay on a day; the next day chosen ends it.
    pub fn begin(&mut self, date: Date, context: Context) {
        self.picking = Picking::From(date);
        self.pointed = Some(date);
        self.cursor = date;
        self.say(context.words.planner.begun(format::long_date(date, context.words)));
    }

    /// Lets the next day chosen be the new day of arrival of the open stay.
    pub fn begin_move(&mut self, context: Context) {
        if let Some(planned) = self.chosen_stay() {
            self.picking = Picking::Moving(planned.row);
            self.cursor = planned.stay.arrival();
            self.pointed = Some(self.cursor);
            self.say(context.words.planner.moving);
        }
    }

    /// Puts a stay into the plan, into its own row when it has one, unless something stands in
    /// the way; then says what.
    fn place(&mut self, stay: Stay, row: Option<u32>, sheet: &mut Sheet, context: Context) {
        if let Some(obstacle) = self.in_the_way(stay, row) {
            self.refuse(obstacle_in_words(obstacle, context));
            return;
        }
        self.history.remember(sheet);
        let row = match row {
            Some(row) => {
                respite::set_stay(sheet, row, stay, context);
                row
            }
            None => respite::add_stay(sheet, stay, context),
        };
        self.picking = Picking::Stay(row);
        self.pointed = None;
        self.say(context.words.planner.placed(named(stay, context)));
    }

    /// Moves an end of the open stay, or the whole of it, by some days.
    pub fn nudge(&mut self, end: End, days: i32, sheet: &mut Sheet, context: Context) {
        let Some(planned) = self.chosen_stay() else { return };
        let (arrival, departure) = (planned.stay.arrival(), planned.stay.departure());
        let (arrival, departure) = match end {
            End::Arrival => (arrival.plus_days(days), departure),
            End::Departure => (arrival, departure.plus_days(days)),
            End::Both => (arrival.plus_days(days), departure.plus_days(days)),
        };
        match Stay::new(arrival, departure) {
            Some(stay) => {
                self.place(stay, Some(planned.row), sheet, context);
                self.go_to(if end == End::Departure { departure } else { arrival });
            }
            None => self.refuse(context.words.planner.shortest),
        }
    }

    /// Takes the open stay out of the plan.
    pub fn delete(&mut self, sheet: &mut Sheet, context: Context) {
        let Some(planned) = self.chosen_stay() else { return };
        self.history.remember(sheet);
        sheet.remove_row(STAYS, planned.row);
        self.picking = Picking::Nothing;
        self.say(context.words.planner.deleted(named(planned.stay, context)));
    }

    /// Stops choosing; false when nothing was being chosen.
    pub fn cancel(&mut self, context: Context) -> bool {
        let was = std::mem::replace(&mut self.picking, Picking::Nothing);
        self.pointed = None;
        if was == Picking::Nothing {
            return false;
        }
        self.say(match was {
            Picking::From(_) | Picking::Moving(_) => context.words.planner.cancelled.to_owned(),
            _ => context.words.planner.closed.to_owned(),
        });
        true
    }
}

/// A stay in words: `fre. 6. – man. 9. marts 2026: 4 døgn`.
pub fn named(stay: Stay, context: Context) -> String {
    let days = context.words.respite.days_count(stay.days());
    format!("{}: {days}", format::short_range(stay.range(), context.words))
}

/// Why a stay cannot stand there.
pub fn obstacle_in_words(obstacle: Obstacle, context: Context) -> String {
    let words = &context.words.planner;
    match obstacle {
        Obstacle::Stay(other) => words.taken(named(other, context)),
        Obstacle::Unavailable(day) => words.unavailable(format::long_date(day, context.words)),
        Obstacle::OutOfRange => context.words.errors.date_out_of_range.to_owned(),
    }
}
