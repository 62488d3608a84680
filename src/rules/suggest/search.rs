//! The exact search over a [`Calendar`].
//!
//! 1. Whether there is any plan at all, [`has_plan`] tells soonest.
//! 2. The shortest possible longest gap is found by bisection: for one gap length, [`reachable`]
//!    tells in one pass which states can be reached.
//! 3. For that gap length, [`Costs`] has the smallest sum of squared gaps from each such state on.
//! 4. [`earliest`] follows the optimal states and takes the earliest, then the shortest stay.
//!    Where two shapes give the same stay, it follows both.

use super::calendar::{Calendar, PlacedStay};
use super::feasible::has_plan;
use super::placements::{Placements, Way};
use super::reach::{NumberSet, Reached, reachable};
use super::steps::Work;

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
pub async fn best(calendar: &Calendar, work: &Work) -> Option<Best> {
    let every_stay: Vec<u32> = calendar.shapes.iter().map(|shape| shape.count).collect();
    let placements = Placements::new(calendar, &every_stay, work).await;
    if !has_plan(calendar, &placements, work).await {
        return None;
    }
    let (longest_gap, reached) = shortest_longest_gap(calendar, &placements, work).await?;
    let costs = Costs::new(calendar, &placements, &reached, longest_gap, work).await;
    Some(Best {
        stays: earliest(calendar, &placements, &costs, longest_gap, work).await,
        longest_gap: u32::try_from(longest_gap).unwrap_or(u32::MAX),
        sum_of_squared_gaps: u64::from(costs.get(0, 0)?),
    })
}

/// The shortest longest gap of any plan, with the states reachable under it.
///
/// The search begins with the shortest gap that the counts allow and doubles its steps until a
/// plan is found, then bisects: short gaps leave few states to visit.
async fn shortest_longest_gap(
    calendar: &Calendar,
    placements: &Placements,
    work: &Work,
) -> Option<(usize, Reached)> {
    let mut too_short_below = 0;
    let mut step = 1_usize;
    let mut gap = shortest_by_counts(calendar, placements);
    let mut best = loop {
        if let Some(reached) = reachable(calendar, placements, gap, work).await {
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
        match reachable(calendar, placements, middle, work).await {
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

/// The moves from a day with these ways to place a stay, each with the square of the gap before
/// it: stays by day, then the passing of booked days, then the end.
fn moves(
    calendar: &Calendar,
    ways: &[Way],
    longest_gap: usize,
    day: usize,
) -> impl Iterator<Item = (u32, Move)> {
    let limit = calendar.gap_limit(day, longest_gap);
    let square = move |until: usize| {
        let gap = u32::try_from(until.saturating_sub(day)).unwrap_or(u32::MAX);
        gap.saturating_mul(gap)
    };
    let places = (day..=limit).flat_map(move |start| {
        ways.iter().filter(move |way| calendar.is_startable(way.shape, start)).map(move |way| {
            let stay = PlacedStay { start, days: way.days };
            (square(start), Move::Place { stay, next: way.next })
        })
    });
    let booked = calendar.next_booked(day);
    let pass = booked
        .filter(|booked| *booked <= limit)
        .map(|booked| (square(booked), Move::PassBooked { after: calendar.booked_until(booked) }));
    // Every stay is required, so the plan is whole when no way is left to place one.
    let at_end = booked.is_none() && limit == calendar.length && ways.is_empty();
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
    async fn new(
        calendar: &Calendar,
        placements: &Placements,
        reached: &Reached,
        longest_gap: usize,
        work: &Work,
    ) -> Costs {
        let mut costs = Costs { rows: vec![(0, Vec::new()); placements.count] };
        for (placement, days) in reached.iter().enumerate().rev() {
            let reachable: Vec<usize> = days.numbers().collect();
            let (Some(first), Some(last)) = (reachable.first(), reachable.last()) else {
                continue;
            };
            let width = last.saturating_sub(*first).saturating_add(1);
            if let Some(row) = costs.rows.get_mut(placement) {
                *row = (*first, vec![NO_WAY; width]);
            }
            let ways: Vec<Way> = placements.ways(placement).collect();
            for day in reachable.iter().rev() {
                let moves = moves(calendar, &ways, longest_gap, *day);
                let cheapest = moves.filter_map(|way| costs.through(placement, way)).min();
                costs.set(placement, *day, cheapest.unwrap_or(NO_WAY));
                work.visited(calendar.days_to_limit(*day, longest_gap)).await;
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
async fn earliest(
    calendar: &Calendar,
    placements: &Placements,
    costs: &Costs,
    longest_gap: usize,
    work: &Work,
) -> Vec<PlacedStay> {
    let mut stays = Vec::new();
    let mut day = 0;
    let mut frontier = vec![0];
    loop {
        let mut next: Option<PlacedStay> = None;
        let mut after = NumberSet::new(placements.count);
        for placement in frontier {
            let found = first_stays(calendar, placements, costs, longest_gap, placement, day);
            for (stay, placement) in found.stays {
                if next.is_none_or(|earliest| stay < earliest) {
                    next = Some(stay);
                    after = NumberSet::new(placements.count);
                }
                if next == Some(stay) {
                    after.insert(placement);
                }
            }
            work.visited(found.visits).await;
        }
        let Some(stay) = next else { return stays };
        stays.push(stay);
        day = stay.start.saturating_add(stay.days);
        frontier = after.numbers().collect();
    }
}

/// The first suggested stays of some plans.
struct FirstStays {
    /// The stays, each with the placement after it.
    stays: Vec<(PlacedStay, usize)>,
    visits: usize,
}

/// The next suggested stays of optimal plans from a state on.
fn first_stays(
    calendar: &Calendar,
    placements: &Placements,
    costs: &Costs,
    longest_gap: usize,
    placement: usize,
    day: usize,
) -> FirstStays {
    let mut found = FirstStays { stays: Vec::new(), visits: 0 };
    let ways: Vec<Way> = placements.ways(placement).collect();
    let mut from = Some(day);
    while let Some(day) = from.take() {
        let optimum = costs.get(placement, day);
        found.visits = found.visits.saturating_add(calendar.days_to_limit(day, longest_gap));
        for (square, way) in moves(calendar, &ways, longest_gap, day) {
            if costs.through(placement, (square, way)) != optimum {
                continue;
            }
            match way {
                Move::Place { stay, next } => found.stays.push((stay, next)),
                Move::PassBooked { after } => from = Some(after),
                Move::Finish => {}
            }
        }
    }
    found
}
