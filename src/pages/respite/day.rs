//! How a day of the calendar looks, and what it is called.

use crate::app::planner::pick::{Picking, named};
use crate::app::planner::{Obstacle, Planner};
use crate::draft::Context;
use crate::draft::respite::{PlannedStay, lies_in};
use crate::html::page::View;
use crate::results::dates::holiday_name;
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::holidays::holiday;
use crate::rules::respite::Stay;
use crate::text::format;

/// A day of the calendar: its classes and its name.
pub struct Look {
    /// The classes of its cell.
    pub class: String,
    /// Weekday, date, year and state.
    pub name: String,
    /// Whether it is part of what is being chosen.
    pub selected: bool,
    /// Whether choosing it does nothing but say why.
    pub cannot: bool,
}

/// What the days of a month are looked up in.
pub struct Days<'a> {
    planner: &'a Planner,
    context: Context,
    /// The stays that the month has days of.
    stays: Vec<PlannedStay>,
    /// From this day on, the year's days are more than the days granted.
    over_from: Option<Date>,
    /// The stay being chosen.
    preview: Option<Stay>,
}

impl<'a> Days<'a> {
    /// The days of a month, from this one on.
    pub fn new(view: View<'a>, first: Date) -> Days<'a> {
        let planner = &view.model.planner;
        let month = DateRange { from: first, to: first.plus_months(1).plus_days(-1) };
        let stays = planner.plan.stays.iter().copied();
        Days {
            planner,
            context: view.context,
            stays: stays.filter(|stay| stay.stay.range().intersection(month).is_some()).collect(),
            over_from: over_from(planner, first.year()),
            preview: planner.pointed.and_then(|date| planner.would_be(date)),
        }
    }

    /// How a day looks, and what it is called.
    pub fn look(&self, date: Date) -> Look {
        let mut look = Look {
            class: "day".to_owned(),
            name: format::long_date(date, self.context.words),
            selected: false,
            cannot: false,
        };
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            look.class("is-weekend");
        }
        if let Some(holiday) = holiday(date) {
            look.class("is-holiday");
            look.says(holiday_name(holiday, self.context.words));
        }
        if date == self.context.today {
            look.says(self.context.words.planner.day.today);
        }
        self.in_plan(date, &mut look);
        self.around_plan(date, &mut look);
        self.being_chosen(date, &mut look);
        look
    }

    /// The stays that the day lies in; two share a change-over day.
    fn in_plan(&self, date: Date, look: &mut Look) {
        let words = &self.context.words.planner.day;
        let mut stays = 0;
        for PlannedStay { stay, held, row } in &self.stays {
            if !stay.range().contains(date) {
                continue;
            }
            stays += 1;
            look.class(if *held { "is-held" } else { "is-planned" });
            if date == stay.arrival() {
                look.says(words.arrival);
            }
            if date == stay.departure() {
                look.says(words.departure);
            }
            let name = named(*stay, self.context);
            look.says(&if *held { words.held(name) } else { words.planned(name) });
            look.selected |= self.planner.picking == Picking::Stay(*row);
        }
        if stays > 1 {
            look.class("is-shared");
        }
        if stays > 0 && self.over_from.is_some_and(|first| first <= date) {
            look.class("is-over");
            look.says(&words.over(self.planner.plan.granted));
        }
        if stays == 0 {
            if let Some(suggested) = self.planner.proposed_on(date) {
                look.class("is-suggested");
                let stay = Stay::new(suggested.arrival, suggested.departure);
                let name = stay.map(|stay| named(stay, self.context)).unwrap_or_default();
                look.says(&words.suggested(name));
            } else {
                look.says(words.free);
            }
        }
    }

    /// What has to be planned around.
    fn around_plan(&self, date: Date, look: &mut Look) {
        let words = &self.context.words.planner.day;
        let plan = &self.planner.plan;
        if lies_in(&plan.unavailable, date) {
            look.class("is-unavailable");
            look.says(words.unavailable);
            // A day of a stay can still be opened.
            look.cannot = !self.stays.iter().any(|planned| planned.stay.range().contains(date));
        }
        if lies_in(&plan.must_cover, date) {
            look.class("is-wanted");
            look.says(words.wanted);
        }
        let housing = plan.housing;
        if housing.is_some_and(|home| home.from <= date && home.to.is_none_or(|to| date <= to)) {
            look.class("is-housing");
            look.says(words.housing);
        }
    }

    /// The stay being chosen, and why this day cannot end it.
    fn being_chosen(&self, date: Date, look: &mut Look) {
        if let Some(preview) = self.preview.filter(|stay| stay.range().contains(date)) {
            look.selected = true;
            look.class(match date {
                _ if date == preview.arrival() => "is-start",
                _ if date == preview.departure() => "is-end",
                _ => "is-within",
            });
        }
        let Some(stay) = self.planner.would_be(date) else { return };
        let obstacle = self.planner.in_the_way(stay, self.planner.moving_row());
        look.cannot = obstacle.is_some();
        let words = &self.context.words.planner.day;
        match obstacle {
            Some(Obstacle::Stay(_)) => look.says(words.in_the_way),
            Some(Obstacle::Unavailable(_)) => look.says(words.unavailable_between),
            Some(Obstacle::OutOfRange) => look.says(self.context.words.errors.date_out_of_range),
            // Only the day one is on says the count: other days keep their names, so that a step
            // changes little of the page.
            None if self.planner.pointed == Some(date) => {
                look.says(&words.chosen(named(stay, self.context)));
            }
            None => {}
        }
    }
}

impl Look {
    fn class(&mut self, class: &str) {
        self.class.push(' ');
        self.class.push_str(class);
    }

    fn says(&mut self, text: &str) {
        self.name.push_str(", ");
        self.name.push_str(text);
    }
}

/// The first day of a year with which the days granted are used up and exceeded.
fn over_from(planner: &Planner, year: i32) -> Option<Date> {
    let year = DateRange::calendar_year(year)?;
    let mut left = planner.plan.granted;
    for planned in &planner.plan.stays {
        let Some(here) = planned.stay.range().intersection(year) else { continue };
        match left.checked_sub(here.days()) {
            Some(rest) => left = rest,
            None => return Some(here.from.plus_days(i32::try_from(left).ok()?)),
        }
    }
    None
}
