//! Which states a plan can pass through.
//!
//! A state is a day on which a gap may begin (the first day of the period, or the day after a
//! stay) together with a placement: how many stays of each shape are placed.

use super::calendar::Calendar;
use super::placements::{Placements, Way};
use super::steps::Work;

/// A set of numbers up to a length: days, or placements.
#[derive(Clone)]
pub struct NumberSet(Vec<u64>);

impl NumberSet {
    /// The empty set of numbers below `length` or equal to it.
    pub fn new(length: usize) -> NumberSet {
        NumberSet(vec![0; (length >> 6).saturating_add(1)])
    }

    /// Puts a number in; one above the length is left out.
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number >> 6) {
            *word |= 1 << (number & 63);
        }
    }

    /// Whether a number is in the set.
    pub fn contains(&self, number: usize) -> bool {
        self.0.get(number >> 6).is_some_and(|word| word & (1 << (number & 63)) != 0)
    }

    /// Whether no number is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The lowest number.
    pub fn first(&self) -> Option<usize> {
        self.first_from(0)
    }

    /// The first number of the set that is not below `number`.
    pub fn first_from(&self, number: usize) -> Option<usize> {
        let (first_word, offset) = (number >> 6, number & 63);
        self.0.iter().enumerate().skip(first_word).find_map(|(place, word)| {
            let word = if place == first_word { word & (u64::MAX << offset) } else { *word };
            let bit = word.trailing_zeros() as usize;
            (word != 0).then(|| (place << 6).saturating_add(bit))
        })
    }

    /// The numbers of the set in order.
    pub fn numbers(&self) -> impl Iterator<Item = usize> {
        std::iter::successors(self.first(), |number| self.first_from(number.saturating_add(1)))
    }
}

/// For each placement: the days on which a gap may begin.
pub type Reached = Vec<NumberSet>;

/// The states that can be reached with no gap longer than `longest_gap`, if a whole plan can.
pub async fn reachable(
    calendar: &Calendar,
    placements: &Placements,
    longest_gap: usize,
    work: &Work,
) -> Option<Reached> {
    let mut reached = vec![NumberSet::new(calendar.length); placements.count];
    reached.first_mut()?.insert(0);
    for placement in 0..placements.count {
        let row = go_through(calendar, placements, longest_gap, placement, &mut reached)?;
        if row.whole_plan {
            return Some(reached);
        }
        work.visited(row.visits).await;
    }
    None
}

/// What going through the days of one placement came to.
struct Row {
    visits: usize,
    /// Whether the end of the period was reached with every required stay placed.
    whole_plan: bool,
}

/// Takes one placement's states further, from day to day.
///
/// Of the days on which the present gap may have begun, only the latest matters: it leaves the
/// shortest gap and the fewest days that must be covered.
fn go_through(
    calendar: &Calendar,
    placements: &Placements,
    longest_gap: usize,
    placement: usize,
    reached: &mut Reached,
) -> Option<Row> {
    let mut row = Row { visits: 1, whole_plan: false };
    let mut here = std::mem::replace(reached.get_mut(placement)?, NumberSet::new(0));
    if here.is_empty() {
        return Some(row);
    }
    let ways: Vec<Way> = placements.ways(placement).collect();
    let mut limit = None;
    let mut day = here.first().unwrap_or_default();
    while day <= calendar.length {
        row.visits = row.visits.saturating_add(1);
        if limit.is_none_or(|limit| limit < day) {
            // Nothing goes on from here; the next state may lie far ahead.
            let Some(next) = here.first_from(day) else { break };
            day = next;
        }
        if here.contains(day) {
            limit = Some(calendar.gap_limit(day, longest_gap));
        }
        let within = limit.is_some_and(|limit| day <= limit);
        if calendar.next_booked(day) == Some(day) {
            let after = calendar.booked_until(day);
            if within && placements.has_room(calendar, placement, after, longest_gap) {
                here.insert(after);
            }
            limit = None;
            day = after;
            continue;
        }
        if within {
            row.whole_plan |= day == calendar.length && placements.is_complete(placement);
            for way in &ways {
                let after = day.saturating_add(way.days);
                if calendar.is_startable(way.shape, day)
                    && placements.has_room(calendar, way.next, after, longest_gap)
                {
                    reached.get_mut(way.next)?.insert(after);
                }
            }
        }
        day = day.saturating_add(1);
    }
    *reached.get_mut(placement)? = here;
    Some(row)
}
