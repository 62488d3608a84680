//! The exact search over a [`Calendar`].
//!
//! A state is a day on which a gap may begin (the first day of the period, or the day after a
//! stay) together with how many stays of each shape are placed. Placements are numbered in mixed
//! radix, so that placing a stay always leads to a higher number.
//!
//! 1. The shortest possible longest gap is found by bisection: for one gap length, [`reachable`]
//!    tells in one pass which states can be reached.
//! 2. For that gap length, [`Costs`] has the smallest sum of squared gaps from each such state on.
//! 3. [`earliest`] follows the optimal states and takes the earliest, then the shortest stay.
//!    Where two shapes give the same stay, it follows both.

use super::calendar::{Calendar, PlacedStay};

/// The best plan, by day numbers.
pub struct Best {
    /// The suggested stays in order.
    pub stays: Vec<PlacedStay>,
    /// The longest gap, in days.
    pub longest_gap: u32,
    /// The squares of all gaps, added up.
    pub sum_of_squared_gaps: u64,
}

/// The best plan, if any plan fulfils the wishes.
pub fn best(calendar: &Calendar) -> Option<Best> {
    let placements = Placements::new(calendar);
    let (longest_gap, reached) = shortest_longest_gap(calendar, &placements)?;
    let costs = Costs::new(calendar, &placements, &reached, longest_gap);
    Some(Best {
        stays: earliest(calendar, &placements, &costs, longest_gap),
        longest_gap: u32::try_from(longest_gap).unwrap_or(u32::MAX),
        sum_of_squared_gaps: u64::from(costs.get(0, 0)?),
    })
}

/// How many stays of each shape are placed, as one number in mixed radix.
struct Placements {
    /// For each shape: its place value and how many stays it wants.
    shapes: Vec<(usize, usize)>,
    /// How many numbers there are.
    count: usize,
    /// For each number: the stays still to place, and their days.
    ahead: Vec<(usize, usize)>,
}

impl Placements {
    fn new(calendar: &Calendar) -> Placements {
        let mut count = 1_usize;
        let shapes = calendar.shapes.iter().map(|shape| {
            let place_value = count;
            count = count.saturating_mul((shape.count as usize).saturating_add(1));
            (place_value, shape.count as usize)
        });
        let shapes: Vec<(usize, usize)> = shapes.collect();
        let ahead = (0..count).map(|placement| {
            let kinds = shapes.iter().zip(&calendar.shapes);
            kinds.fold((0_usize, 0_usize), |(stays, days), ((place_value, wanted), shape)| {
                let left = wanted.saturating_sub(placed(placement, *place_value, *wanted));
                let left_days = left.saturating_mul(shape.days as usize);
                (stays.saturating_add(left), days.saturating_add(left_days))
            })
        });
        Placements { ahead: ahead.collect(), shapes, count }
    }

    /// The number of the placement in which every stay is placed.
    fn last(&self) -> usize {
        self.count.saturating_sub(1)
    }

    /// The shapes of which `placement` can take one more: shape number and the next placement.
    fn next(&self, placement: usize) -> impl Iterator<Item = (usize, usize)> {
        self.shapes.iter().enumerate().filter_map(move |(shape, (place_value, wanted))| {
            let next = placement.saturating_add(*place_value);
            (placed(placement, *place_value, *wanted) < *wanted).then_some((shape, next))
        })
    }

    /// Whether a plan could still be completed from a state, by the counts alone.
    fn has_room(
        &self,
        calendar: &Calendar,
        placement: usize,
        day: usize,
        longest_gap: usize,
    ) -> bool {
        self.ahead
            .get(placement)
            .is_some_and(|(stays, days)| calendar.has_room(day, *stays, *days, longest_gap))
    }
}

/// How many stays of one shape are placed in a placement.
fn placed(placement: usize, place_value: usize, wanted: usize) -> usize {
    let number = placement.checked_div(place_value).unwrap_or_default();
    number.checked_rem(wanted.saturating_add(1)).unwrap_or_default()
}

/// A set of day numbers.
#[derive(Clone)]
struct DaySet(Vec<u64>);

impl DaySet {
    fn new(length: usize) -> DaySet {
        DaySet(vec![0; (length >> 6).saturating_add(1)])
    }

    fn insert(&mut self, day: usize) {
        if let Some(word) = self.0.get_mut(day >> 6) {
            *word |= 1 << (day & 63);
        }
    }

    fn contains(&self, day: usize) -> bool {
        self.0.get(day >> 6).is_some_and(|word| word & (1 << (day & 63)) != 0)
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn first(&self) -> Option<usize> {
        self.first_from(0)
    }

    /// The first day of the set that is not before `day`.
    fn first_from(&self, day: usize) -> Option<usize> {
        let (first_word, offset) = (day >> 6, day & 63);
        self.0.iter().enumerate().skip(first_word).find_map(|(place, word)| {
            let word = if place == first_word { word & (u64::MAX << offset) } else { *word };
            let bit = word.trailing_zeros() as usize;
            (word != 0).then(|| (place << 6).saturating_add(bit))
        })
    }

    /// The days of the set in order.
    fn days(&self) -> impl Iterator<Item = usize> {
        std::iter::successors(self.first(), |day| self.first_from(day.saturating_add(1)))
    }
}

/// For each placement: the days on which a gap may begin.
type Reached = Vec<DaySet>;

/// The shortest longest gap of any plan, with the states reachable under it.
///
/// The search begins with the shortest gap that the counts allow and doubles its steps until a
/// plan is found, then bisects: short gaps leave few states to visit.
fn shortest_longest_gap(calendar: &Calendar, placements: &Placements) -> Option<(usize, Reached)> {
    let mut too_short_below = 0;
    let mut step = 1_usize;
    let mut gap = shortest_by_counts(calendar, placements);
    let mut best = loop {
        if let Some(reached) = reachable(calendar, placements, gap) {
            break (gap, reached);
        }
        if gap >= calendar.length {
            return None;
        }
        too_short_below = gap.saturating_add(1);
        gap = gap.saturating_add(step).min(calendar.length);
        step = step.saturating_mul(2);
    };
    while too_short_below < best.0 {
        let middle = too_short_below.midpoint(best.0);
        match reachable(calendar, placements, middle) {
            Some(reached) => best = (middle, reached),
            None => too_short_below = middle.saturating_add(1),
        }
    }
    Some(best)
}

/// The shortest gap for which the counts alone leave room.
fn shortest_by_counts(calendar: &Calendar, placements: &Placements) -> usize {
    let mut gaps = 0..calendar.length;
    gaps.find(|gap| placements.has_room(calendar, 0, 0, *gap)).unwrap_or(calendar.length)
}

/// The states that can be reached with no gap longer than `longest_gap`, if a whole plan can.
///
/// Of the days on which the present gap may have begun, only the latest matters: it leaves the
/// shortest gap and the fewest days that must be covered.
fn reachable(calendar: &Calendar, placements: &Placements, longest_gap: usize) -> Option<Reached> {
    let mut reached = vec![DaySet::new(calendar.length); placements.count];
    reached.first_mut()?.insert(0);
    let mut whole_plan = false;
    for placement in 0..placements.count {
        let mut here = std::mem::replace(reached.get_mut(placement)?, DaySet::new(0));
        if here.is_empty() {
            continue;
        }
        let mut limit = None;
        let mut day = here.first().unwrap_or_default();
        while day <= calendar.length {
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
                whole_plan |= placement == placements.last() && day == calendar.length;
                for (shape, next) in placements.next(placement) {
                    if calendar.is_startable(shape, day) {
                        let after = day.saturating_add(calendar.shapes.get(shape)?.days as usize);
                        if placements.has_room(calendar, next, after, longest_gap) {
                            reached.get_mut(next)?.insert(after);
                        }
                    }
                }
            }
            day = day.saturating_add(1);
        }
        *reached.get_mut(placement)? = here;
    }
    whole_plan.then_some(reached)
}

/// A way to go on from a state.
#[derive(Clone, Copy)]
enum Move {
    /// Place a suggested stay.
    Place { stay: PlacedStay, next: usize },
    /// Pass the booked days and begin a gap after them.
    PassBooked { after: usize },
    /// Reach the end of the period with every stay placed.
    Finish,
}

/// The moves from a state, each with the square of the gap before it: stays by day, then the
/// passing of booked days, then the end.
fn moves(
    calendar: &Calendar,
    placements: &Placements,
    longest_gap: usize,
    placement: usize,
    day: usize,
) -> impl Iterator<Item = (u32, Move)> {
    let limit = calendar.gap_limit(day, longest_gap);
    let square = move |until: usize| {
        let gap = u32::try_from(until.saturating_sub(day)).unwrap_or(u32::MAX);
        gap.saturating_mul(gap)
    };
    let places = (day..=limit).flat_map(move |start| {
        placements.next(placement).filter_map(move |(shape, next)| {
            let startable = calendar.is_startable(shape, start);
            let days = calendar.shapes.get(shape)?.days as usize;
            let stay = PlacedStay { start, days };
            startable.then_some((square(start), Move::Place { stay, next }))
        })
    });
    let booked = calendar.next_booked(day);
    let pass = booked
        .filter(|booked| *booked <= limit)
        .map(|booked| (square(booked), Move::PassBooked { after: calendar.booked_until(booked) }));
    let at_end = booked.is_none() && limit == calendar.length && placement == placements.last();
    let finish = at_end.then(|| (square(calendar.length), Move::Finish));
    places.chain(pass).chain(finish)
}

/// The smallest sum of squared gaps from each reachable state on.
struct Costs {
    /// For each placement: its first reachable day, and the costs from that day on.
    rows: Vec<(usize, Vec<u32>)>,
}

/// No plan can be completed from the state.
const NO_WAY: u32 = u32::MAX;

impl Costs {
    fn new(
        calendar: &Calendar,
        placements: &Placements,
        reached: &Reached,
        longest_gap: usize,
    ) -> Costs {
        let mut costs = Costs { rows: vec![(0, Vec::new()); placements.count] };
        for (placement, days) in reached.iter().enumerate().rev() {
            let reachable: Vec<usize> = days.days().collect();
            let (Some(first), Some(last)) = (reachable.first(), reachable.last()) else {
                continue;
            };
            let width = last.saturating_sub(*first).saturating_add(1);
            if let Some(row) = costs.rows.get_mut(placement) {
                *row = (*first, vec![NO_WAY; width]);
            }
            for day in reachable.iter().rev() {
                let ways = moves(calendar, placements, longest_gap, placement, *day);
                let cheapest = ways.filter_map(|way| costs.through(placement, way)).min();
                costs.set(placement, *day, cheapest.unwrap_or(NO_WAY));
            }
        }
        costs
    }

    /// The cost of a state; none when no plan can be completed from it.
    fn get(&self, placement: usize, day: usize) -> Option<u32> {
        let (first, costs) = self.rows.get(placement)?;
        costs.get(day.checked_sub(*first)?).copied().filter(|cost| *cost != NO_WAY)
    }

    fn set(&mut self, placement: usize, day: usize, cost: u32) {
        let Some((first, costs)) = self.rows.get_mut(placement) else { return };
        let Some(place) = day.checked_sub(*first) else { return };
        if let Some(slot) = costs.get_mut(place) {
            *slot = cost;
        }
    }

    /// The cost of going on by one move.
    fn through(&self, placement: usize, (square, way): (u32, Move)) -> Option<u32> {
        let rest = match way {
            Move::Place { stay, next } => self.get(next, stay.start.saturating_add(stay.days))?,
            Move::PassBooked { after } => self.get(placement, after)?,
            Move::Finish => 0,
        };
        Some(square.saturating_add(rest))
    }
}

/// The optimal plan whose list of (arrival, days) is smallest.
fn earliest(
    calendar: &Calendar,
    placements: &Placements,
    costs: &Costs,
    longest_gap: usize,
) -> Vec<PlacedStay> {
    let mut stays = Vec::new();
    let mut day = 0;
    let mut frontier = vec![0];
    loop {
        let mut next: Option<(PlacedStay, Vec<usize>)> = None;
        for placement in frontier {
            for (stay, after) in
                first_stays(calendar, placements, costs, longest_gap, placement, day)
            {
                match &mut next {
                    Some((earliest, places)) if *earliest == stay => {
                        if !places.contains(&after) {
                            places.push(after);
                        }
                    }
                    Some((earliest, _)) if *earliest < stay => {}
                    _ => next = Some((stay, vec![after])),
                }
            }
        }
        let Some((stay, places)) = next else { return stays };
        stays.push(stay);
        day = stay.start.saturating_add(stay.days);
        frontier = places;
    }
}

/// The next suggested stays of optimal plans from a state on, each with the placement after it.
fn first_stays(
    calendar: &Calendar,
    placements: &Placements,
    costs: &Costs,
    longest_gap: usize,
    placement: usize,
    day: usize,
) -> Vec<(PlacedStay, usize)> {
    let mut found = Vec::new();
    let mut from = Some(day);
    while let Some(day) = from.take() {
        let optimum = costs.get(placement, day);
        for (square, way) in moves(calendar, placements, longest_gap, placement, day) {
            if costs.through(placement, (square, way)) != optimum {
                continue;
            }
            match way {
                Move::Place { stay, next } => found.push((stay, next)),
                Move::PassBooked { after } => from = Some(after),
                Move::Finish => {}
            }
        }
    }
    found
}
