//! How many stays of each shape are placed, as one number.

use super::calendar::Calendar;
use super::steps::Work;

/// Numbers in mixed radix: placing a stay always leads to a higher number.
///
/// Of each shape some stays are required, and as many as were wished for may be placed. A
/// suggestion requires them all; the search for a conflict also asks what holds without.
pub struct Placements {
    shapes: Vec<Numbered>,
    /// How many numbers there are.
    pub count: usize,
    /// For each number: the stays still required, and their days.
    ahead: Vec<(usize, usize)>,
}

/// A shape's place in the number.
struct Numbered {
    place_value: usize,
    /// How many stays may be placed.
    wanted: usize,
    /// How many must be.
    required: usize,
    days: usize,
}

impl Numbered {
    /// How many stays of the shape are placed.
    fn placed(&self, placement: usize) -> usize {
        let number = placement.checked_div(self.place_value).unwrap_or_default();
        number.checked_rem(self.wanted.saturating_add(1)).unwrap_or_default()
    }
}

/// A way to place one stay more.
pub struct Way {
    /// The shape's number in the calendar.
    pub shape: usize,
    /// The days that the stay uses.
    pub days: usize,
    /// The placement after it.
    pub next: usize,
}

impl Placements {
    /// The placements of the calendar's shapes, of which so many stays each are required.
    pub async fn new(calendar: &Calendar, required: &[u32], work: &Work) -> Placements {
        let mut count = 1_usize;
        let mut shapes = Vec::new();
        for (shape, required) in calendar.shapes.iter().zip(required) {
            let wanted = shape.count as usize;
            let (required, days) = (*required as usize, shape.days as usize);
            shapes.push(Numbered { place_value: count, wanted, required, days });
            count = count.saturating_mul(wanted.saturating_add(1));
        }
        let mut ahead = Vec::with_capacity(count);
        for placement in 0..count {
            let (mut stays, mut days) = (0_usize, 0_usize);
            for shape in &shapes {
                let left = shape.required.saturating_sub(shape.placed(placement));
                stays = stays.saturating_add(left);
                days = days.saturating_add(left.saturating_mul(shape.days));
            }
            ahead.push((stays, days));
            work.visited(1).await;
        }
        Placements { ahead, shapes, count }
    }

    /// Whether every required stay is placed.
    pub fn is_complete(&self, placement: usize) -> bool {
        self.ahead.get(placement).is_some_and(|(stays, _)| *stays == 0)
    }

    /// The ways to place one stay more.
    pub fn ways(&self, placement: usize) -> impl Iterator<Item = Way> {
        let open = move |(number, shape): (usize, &Numbered)| {
            let next = placement.saturating_add(shape.place_value);
            let way = Way { shape: number, days: shape.days, next };
            (shape.placed(placement) < shape.wanted).then_some(way)
        };
        self.shapes.iter().enumerate().filter_map(open)
    }

    /// Whether a plan could still be completed from a state, by the counts alone.
    pub fn has_room(
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
