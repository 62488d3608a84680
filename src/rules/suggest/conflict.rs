//! Which wishes cannot stand together (hvorfor et forslag ikke kan lade sig gøre).
//!
//! Each range to cover, each closed range and each shape is one demand. A demand to cover a range
//! is dropped by not covering it, one to stay away by staying whenever it suits. A shape is
//! dropped by no longer insisting on it: its stays may still be placed, since they may be what
//! covers a date. So dropping a demand never makes anything harder, and a set from which no demand
//! can be dropped is found by dropping one after the other (a deletion filter).

use crate::rules::date::DateRange;
use crate::rules::respite::Overlap;
use crate::rules::standard::RespiteQuota;

use super::calendar::Calendar;
use super::feasible::has_plan;
use super::placements::Placements;
use super::steps::{Stepwise, Work, to_the_end};
use super::{FirstLook, Shape, Wishes, booked_in_period, look};

/// Wishes that cannot all be fulfilled, though they could if any one of them were dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Ranges that must be covered.
    pub must_cover: Vec<DateRange>,
    /// Ranges that no stay may touch.
    pub unavailable: Vec<DateRange>,
    /// Shapes of which every stay must be placed. Of the shapes not named here any number of
    /// stays, up to those wished for, may be placed, and it helps nothing.
    pub shapes: Vec<Shape>,
    /// For each of `shapes`: how many such stays there is room for, if there were no others but
    /// the booked ones and nothing had to be covered. Every unavailable date counts.
    pub fits: Vec<u32>,
}

/// Which wishes cannot stand together; none unless the answer of [`super::suggest`] is
/// [`super::Reason::NoRoom`].
///
/// Where several sets of wishes collide, one of them is found: of the unavailable ranges, the
/// ranges to cover and the shapes, the earlier in that order are dropped first.
///
/// # Errors
/// [`Overlap`] when two booked stays share more than one date.
pub fn conflict(wishes: &Wishes, quota: &RespiteQuota) -> Result<Option<Conflict>, Overlap> {
    to_the_end(conflict_in_steps(wishes, quota, &Work::default()))
}

/// The search for a conflict, a step at a time; answers as [`conflict`] does.
pub type ConflictSearch = Stepwise<Result<Option<Conflict>, Overlap>>;

impl ConflictSearch {
    /// A search that has not begun.
    pub fn new(wishes: Wishes, quota: &RespiteQuota) -> ConflictSearch {
        let quota = *quota;
        Stepwise::begin(async move { conflict_in_steps(&wishes, &quota, &Work::default()).await })
    }
}

pub(super) async fn conflict_in_steps(
    wishes: &Wishes,
    quota: &RespiteQuota,
    work: &Work,
) -> Result<Option<Conflict>, Overlap> {
    if let FirstLook::Hopeless(_) = look(wishes, quota)? {
        return Ok(None);
    }
    let booked = booked_in_period(wishes)?;
    let mut demands = Demands::of(wishes);
    if demands.can_be_met(&booked, work).await {
        return Ok(None);
    }
    demands.drop_all_but_a_conflict(&booked, work).await;
    let shapes = demands.shapes();
    let calendar = Calendar::new(wishes, &booked);
    let fits = shapes.iter().map(|shape| calendar.most_alone(*shape)).collect();
    let Wishes { must_cover, unavailable, .. } = demands.ranges();
    Ok(Some(Conflict { must_cover, unavailable, shapes, fits }))
}

/// What is demanded of a plan, some of it dropped.
struct Demands<'a> {
    wishes: &'a Wishes,
    /// Whether each demand still stands: unavailable ranges, ranges to cover, shapes.
    stands: Vec<bool>,
}

impl<'a> Demands<'a> {
    fn of(wishes: &'a Wishes) -> Self {
        let ranges = wishes.unavailable.len().saturating_add(wishes.must_cover.len());
        let count = ranges.saturating_add(wishes.shapes.len());
        Demands { wishes, stands: vec![true; count] }
    }

    /// Drops demands as long as those that are left cannot be met.
    ///
    /// It tries many at once, and half as many when that is too many: most demands have no part
    /// in the conflict.
    async fn drop_all_but_a_conflict(&mut self, booked: &[DateRange], work: &Work) {
        let mut from = 0_usize;
        let mut size = self.stands.len();
        while from < self.stands.len() {
            let until = from.saturating_add(size).min(self.stands.len());
            size = until.saturating_sub(from);
            self.set(from, until, false);
            if !self.can_be_met(booked, work).await {
                from = until;
                continue;
            }
            self.set(from, until, true);
            if size > 1 {
                size >>= 1;
            } else {
                // Without this one the others can be met, so it is part of the conflict.
                from = until;
                size = self.stands.len();
            }
        }
    }

    fn set(&mut self, from: usize, until: usize, stands: bool) {
        if let Some(demands) = self.stands.get_mut(from..until) {
            demands.fill(stands);
        }
    }

    /// Whether some plan meets the demands that stand.
    async fn can_be_met(&self, booked: &[DateRange], work: &Work) -> bool {
        let calendar = Calendar::new(&self.ranges(), booked);
        let demanded = self.shapes();
        let required = calendar.shapes.iter().map(|kind| {
            let same = demanded.iter().filter(|shape| shape.is_same_kind(*kind));
            same.fold(0_u32, |sum, shape| sum.saturating_add(shape.count))
        });
        let required: Vec<u32> = required.collect();
        // Laying out the calendar looks at every day too.
        work.visited(calendar.length).await;
        let placements = Placements::new(&calendar, &required, work).await;
        has_plan(&calendar, &placements, work).await
    }

    /// The wishes with only the ranges that stand, and with every shape.
    fn ranges(&self) -> Wishes {
        let mut stands = self.stands.iter();
        Wishes {
            unavailable: standing(&self.wishes.unavailable, &mut stands),
            must_cover: standing(&self.wishes.must_cover, &mut stands),
            ..self.wishes.clone()
        }
    }

    /// The shapes that stand.
    fn shapes(&self) -> Vec<Shape> {
        let ranges = self.stands.len().saturating_sub(self.wishes.shapes.len());
        standing(&self.wishes.shapes, &mut self.stands.iter().skip(ranges))
    }
}

/// The elements that stand; takes one mark for each.
fn standing<'a, T: Copy>(all: &[T], stands: &mut impl Iterator<Item = &'a bool>) -> Vec<T> {
    let mut left = Vec::new();
    for element in all {
        if stands.next().is_some_and(|stands| *stands) {
            left.push(*element);
        }
    }
    left
}
