//! Which stays to give up: as few as possible, of those with the fewest days, of those the latest.

use std::collections::BinaryHeap;

use crate::rules::respite::Stay;

/// The most numbers that the exact choice may need. Larger plans are far beyond a year of respite;
/// for them the stays with the most days are given up.
const MOST_NUMBERS: usize = 1_000_000;

/// The fewest stays that have `over` days together, counting of each stay the days in
/// `days_here`; none when all of them are not enough.
pub fn fewest(stays: &[Stay], days_here: &[u32], over: u32) -> Option<Vec<Stay>> {
    let places = greatest(days_here, over)?;
    let over = over as usize;
    let numbers = stays.len().saturating_add(1).saturating_mul(places.len().saturating_add(1));
    let places = match numbers.saturating_mul(over.saturating_add(1)) <= MOST_NUMBERS {
        true => shortest(stays, days_here, over, places.len()),
        false => places,
    };
    let chosen = stays.iter().enumerate().filter(|(place, _)| places.contains(place));
    Some(chosen.map(|(_, stay)| *stay).collect())
}

/// The places of the stays with the most days, the later of equals first, until they have `over`.
fn greatest(days_here: &[u32], over: u32) -> Option<Vec<usize>> {
    let mut by_days: BinaryHeap<(u32, usize)> =
        days_here.iter().enumerate().map(|(place, days)| (*days, place)).collect();
    let (mut places, mut together) = (Vec::new(), 0_u32);
    while together < over {
        let (days, place) = by_days.pop().filter(|(days, _)| *days > 0)?;
        together = together.saturating_add(days);
        places.push(place);
    }
    Some(places)
}

/// The places of `count` stays that have `over` days together and the fewest days in all, later
/// stays rather than earlier ones.
fn shortest(stays: &[Stay], days_here: &[u32], over: usize, count: usize) -> Vec<usize> {
    let mut table = Table::new(stays.len(), count, over);
    let each: Vec<(u32, usize)> =
        stays.iter().zip(days_here).map(|(stay, here)| (stay.days(), *here as usize)).collect();
    for (place, (days, here)) in each.iter().enumerate() {
        let among = place.saturating_add(1);
        for chosen in 0..=count {
            for needed in 0..=over {
                let without = table.get(place, chosen, needed);
                let with = table.with(place, chosen, needed, *days, *here);
                table.set(among, chosen, needed, without.min(with));
            }
        }
    }
    let (mut places, mut chosen, mut needed) = (Vec::new(), count, over);
    for (place, (days, here)) in each.iter().enumerate().rev() {
        let best = table.get(place.saturating_add(1), chosen, needed);
        if best != NO_WAY && table.with(place, chosen, needed, *days, *here) == best {
            places.push(place);
            chosen = chosen.saturating_sub(1);
            needed = needed.saturating_sub(*here);
        }
    }
    places
}

/// No choice has the days needed.
const NO_WAY: u32 = u32::MAX;

/// The fewest days in all of so many stays, among the first so many, that have the days needed.
struct Table {
    days: Vec<u32>,
    count: usize,
    over: usize,
}

impl Table {
    /// A table that knows only that nothing chosen has no days.
    fn new(stays: usize, count: usize, over: usize) -> Table {
        let mut table = Table { days: Vec::new(), count, over };
        let size = table.place(stays.saturating_add(1), 0, 0);
        table.days = vec![NO_WAY; size];
        table.set(0, 0, 0, 0);
        table
    }

    fn place(&self, among: usize, chosen: usize, needed: usize) -> usize {
        let row = among.saturating_mul(self.count.saturating_add(1)).saturating_add(chosen);
        row.saturating_mul(self.over.saturating_add(1)).saturating_add(needed)
    }

    fn get(&self, among: usize, chosen: usize, needed: usize) -> u32 {
        self.days.get(self.place(among, chosen, needed)).copied().unwrap_or(NO_WAY)
    }

    fn set(&mut self, among: usize, chosen: usize, needed: usize, days: u32) {
        let place = self.place(among, chosen, needed);
        if let Some(slot) = self.days.get_mut(place) {
            *slot = days;
        }
    }

    /// The fewest days when the stay at `place`, with `days` in all and `here` in the period, is
    /// one of those chosen.
    fn with(&self, place: usize, chosen: usize, needed: usize, days: u32, here: usize) -> u32 {
        let Some(others) = chosen.checked_sub(1) else { return NO_WAY };
        self.get(place, others, needed.saturating_sub(here)).saturating_add(days)
    }
}
