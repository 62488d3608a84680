//! The events of a calendar file, each with the properties that say when it is.

use std::collections::BinaryHeap;

use super::lines::{Lines, Property};
use super::moment::{Moment, SECONDS_OF_A_DAY, read_length};
use super::repeat::Rule;
use super::{ImportError, LONGEST_TITLE, MOST_EVENTS, MOST_RANGES, Why};
use crate::rules::date::{Date, DateRange};

/// An event as it is written.
#[derive(Default)]
pub struct Event {
    /// The title, as one line.
    pub title: String,
    /// The lasting name; events that change one day of another carry that one's name.
    pub uid: String,
    /// Beginnings of this event that do not happen.
    pub excluded: Vec<Moment>,
    /// The first thing that keeps it from being taken in.
    fault: Option<Why>,
    replaced: Option<Replaced>,
    start: Option<Moment>,
    end: Option<Moment>,
    /// In seconds.
    length: Option<i64>,
    rule: Option<String>,
    /// Beginnings beside those of the rule.
    added: Vec<Moment>,
}

/// The day of a repeating event that another event replaces.
#[derive(Clone, Copy)]
pub enum Replaced {
    /// The one that would have begun here.
    One(Moment),
    /// Several, or one that cannot be read.
    Unclear,
}

/// What a repeating event may last: more could only overlap with itself for years.
const LONGEST_REPEATED: i64 = 366 * SECONDS_OF_A_DAY;

/// The events of a file, in its order. Everything else in it (zones, tasks, alarms) is passed over.
///
/// # Errors
/// [`ImportError`] when there is no calendar in the file, or too many events.
pub fn events(file: &[u8]) -> Result<Vec<Event>, ImportError> {
    let mut events = Vec::new();
    let mut is_calendar = false;
    let mut open: Option<Event> = None;
    // Components inside the open event: what stands in them is not about the event.
    let mut inside = 0_u32;
    for line in Lines::new(file) {
        let Some(property) = Property::new(&line) else { continue };
        let (begins, ends) = (property.is("BEGIN"), property.is("END"));
        let bounds_event = (begins || ends) && property.has("VEVENT");
        if begins && property.has("VCALENDAR") {
            is_calendar = true;
        } else if bounds_event {
            if let Some(event) = open.take() {
                events.push(if ends { event } else { event.cut_short() });
            }
            open = begins.then(Event::default);
            inside = 0;
        } else if begins {
            inside = inside.saturating_add(1);
        } else if ends {
            inside = inside.saturating_sub(1);
        } else if let Some(event) = open.as_mut().filter(|_| inside == 0) {
            event.take(&property);
        }
        if events.len() > MOST_EVENTS {
            return Err(ImportError::TooBig);
        }
    }
    events.extend(open.map(Event::cut_short));
    if is_calendar { Ok(events) } else { Err(ImportError::NotACalendar) }
}

impl Event {
    fn cut_short(mut self) -> Event {
        self.fault = Some(Why::Incomplete);
        self
    }

    /// Leaves it out, unless it is left out already.
    pub fn refuse(&mut self, why: Why) {
        self.fault.get_or_insert(why);
    }

    /// Takes in one property.
    fn take(&mut self, property: &Property) {
        match property.name.trim().to_ascii_uppercase().as_str() {
            "SUMMARY" => self.title = property.text(LONGEST_TITLE),
            "UID" => self.uid = property.value.trim().to_owned(),
            "STATUS" if property.has("CANCELLED") => self.fault = Some(Why::Cancelled),
            "DTSTART" => self.start = self.moment(property),
            "DTEND" => self.end = self.moment(property),
            "DURATION" => {
                self.length = read_length(property.value);
                if self.length.is_none() {
                    self.refuse(Why::UnreadableDate);
                }
            }
            // Two rules together are allowed, and nobody writes them.
            "RRULE" if self.rule.is_some() => self.refuse(Why::RepeatsInAWayWeCannotRead),
            "RRULE" => self.rule = Some(property.value.to_owned()),
            "RDATE" => {
                let moments = self.moments(property);
                self.added.extend(moments);
            }
            "EXDATE" => {
                let moments = self.moments(property);
                self.excluded.extend(moments);
            }
            "EXRULE" => self.refuse(Why::RepeatsInAWayWeCannotRead),
            "RECURRENCE-ID" => {
                // It may also change every later day at once.
                let only_one = property.parameter("RANGE").is_none();
                let moment = read(property, property.value).filter(|_| only_one);
                self.replaced = Some(moment.map_or(Replaced::Unclear, Replaced::One));
            }
            _ => {}
        }
    }

    fn moment(&mut self, property: &Property) -> Option<Moment> {
        let moment = read(property, property.value);
        if moment.is_none() {
            self.refuse(Why::UnreadableDate);
        }
        moment
    }

    /// A list of moments; a period among them is refused.
    fn moments(&mut self, property: &Property) -> Vec<Moment> {
        let mut moments = Vec::new();
        for value in property.value.split(',') {
            match read(property, value) {
                Some(moment) => moments.push(moment),
                None => self.refuse(Why::RepeatsInAWayWeCannotRead),
            }
        }
        moments
    }

    /// What it replaces, if it is no event of its own.
    pub fn replaces(&self) -> Option<Replaced> {
        let repeats = self.rule.is_some() || !self.added.is_empty();
        if repeats { self.replaced.map(|_| Replaced::Unclear) } else { self.replaced }
    }

    /// The dates that it takes up in a window of dates: a range for each time it happens. None
    /// are left when all that touch the window are called off or replaced.
    ///
    /// # Errors
    /// [`Why`] it cannot be taken in.
    pub fn ranges(&self, window: DateRange) -> Result<Vec<DateRange>, Why> {
        if let Some(why) = self.fault {
            return Err(why);
        }
        if matches!(self.replaces(), Some(Replaced::Unclear)) {
            return Err(Why::RepeatsInAWayWeCannotRead);
        }
        let start = self.start.ok_or(Why::NoDate)?;
        let length = self.length_from(start)?;
        let excluded = self.excluded_keys();
        let mut ranges = Vec::new();
        let mut is_outside = true;
        for start in self.beginnings(start, length, window)? {
            let range = range(start, length).ok_or(Why::UnreadableDate)?;
            if range.intersection(window).is_none() {
                continue;
            }
            is_outside = false;
            let (date, second) = start.in_denmark();
            let is_excluded = |key| excluded.binary_search(&key).is_ok();
            if is_excluded((date, None)) || is_excluded((date, Some(second))) {
                continue;
            }
            if ranges.len() == MOST_RANGES {
                return Err(Why::TooMany);
            }
            ranges.push(range);
        }
        if is_outside { Err(Why::OutsideTheYears) } else { Ok(ranges) }
    }

    /// The beginnings in Denmark that do not happen, in order. A day without a time means all of
    /// the day.
    fn excluded_keys(&self) -> Vec<(Date, Option<u32>)> {
        let mut keys = BinaryHeap::new();
        for excluded in &self.excluded {
            let (date, second) = excluded.in_denmark();
            keys.push((date, excluded.second.map(|_| second)));
        }
        keys.into_sorted_vec()
    }

    /// How many seconds it lasts; 0 for a moment.
    fn length_from(&self, start: Moment) -> Result<i64, Why> {
        let length = match (self.end, self.length, start.second) {
            (Some(end), _, _) => start.seconds_until(end),
            (None, Some(length), _) => length,
            (None, None, None) => SECONDS_OF_A_DAY,
            (None, None, Some(_)) => return Ok(0),
        };
        if length > 0 { Ok(length) } else { Err(Why::EndsTooEarly) }
    }

    /// When it begins, each time at which it may touch the window.
    fn beginnings(
        &self,
        start: Moment,
        length: i64,
        window: DateRange,
    ) -> Result<Vec<Moment>, Why> {
        if self.added.len() > MOST_RANGES {
            return Err(Why::TooMany);
        }
        let dates = match &self.rule {
            None => vec![start.date],
            Some(rule) => {
                let rule = Rule::read(rule, start).filter(|_| length <= LONGEST_REPEATED);
                let rule = rule.ok_or(Why::RepeatsInAWayWeCannotRead)?;
                rule.dates(start, before_and_after(window, length))
            }
        };
        let mut beginnings = Vec::new();
        for added in &self.added {
            let known = *added == start.on(added.date) && dates.binary_search(&added.date).is_ok();
            if !known && !beginnings.contains(added) {
                beginnings.push(*added);
            }
        }
        for date in dates {
            beginnings.push(start.on(date));
        }
        Ok(beginnings)
    }
}

/// The dates on which something that touches the window may begin: earlier by what it lasts, and
/// a day more on each side, where midnight in Denmark is another date in universal time.
fn before_and_after(window: DateRange, length: i64) -> DateRange {
    let days = length.saturating_div(SECONDS_OF_A_DAY).saturating_add(2);
    let days = i32::try_from(days).unwrap_or(i32::MAX).saturating_neg();
    let from = window.from.plus_days(days).max(Date::FIRST);
    let to = window.to.plus_days(1).min(Date::LAST);
    DateRange::new(from, to).unwrap_or(window)
}

fn read(property: &Property, value: &str) -> Option<Moment> {
    Moment::read(value, property.parameter("TZID"))
}

/// The dates from a moment on, for so many seconds; none when one may not be asked about.
///
/// An end at midnight does not touch the day that begins then. So the end of whole days, which is
/// written as the first day after them, needs no rule of its own.
fn range(start: Moment, length: i64) -> Option<DateRange> {
    let (from, _) = start.in_denmark();
    let (end, second) = start.plus_seconds(length).in_denmark();
    let to = if second == 0 { end.plus_days(-1) } else { end };
    let range = DateRange::new(from, to.max(from))?;
    (Date::FIRST <= range.from && range.to <= Date::LAST).then_some(range)
}
