//! Whether any plan fulfils the wishes, however long its gaps.
//!
//! Without a limit to the gaps most states can be left out: of two days with the same date to
//! cover next, whatever can be done from the later one can be done from the earlier one too. So a
//! few days for each placement are enough, where [`super::reach`] needs them all.

use super::calendar::Calendar;
use super::placements::{Placements, Way};
use super::steps::Work;

/// Whether the required stays can be placed and every wanted day be covered.
pub async fn has_plan(calendar: &Calendar, placements: &Placements, work: &Work) -> bool {
    let mut reached = vec![Vec::new(); placements.count];
    if let Some(first) = reached.first_mut() {
        first.push(0);
    }
    for placement in 0..placements.count {
        let days = reached.get_mut(placement).map(std::mem::take).unwrap_or_default();
        for day in days {
            if calendar.next_wanted(day).is_none() && placements.is_complete(placement) {
                return true;
            }
            let mut visits = 1_usize;
            for way in placements.ways(placement) {
                let Some(next) = reached.get_mut(way.next) else { continue };
                for after in days_after(calendar, &way, day) {
                    visits = visits.saturating_add(1);
                    if placements.has_room(calendar, way.next, after, calendar.length) {
                        keep_earliest(calendar, next, after);
                    }
                }
            }
            work.visited(visits).await;
        }
        work.visited(1).await;
    }
    false
}

/// The days after a stay placed from `day` on that are worth looking at: after the earliest such
/// stay, and after the earliest that covers the next wanted day as well, and so on.
fn days_after(calendar: &Calendar, way: &Way, day: usize) -> impl Iterator<Item = usize> {
    let latest = calendar.next_wanted(day).unwrap_or(calendar.length);
    let mut from = Some(day);
    std::iter::from_fn(move || {
        let start = calendar.next_startable(way.shape, from?)?;
        if start > latest {
            return None;
        }
        let after = start.saturating_add(way.days);
        from = calendar.next_wanted(after).map(|wanted| {
            let to_cover_it = wanted.saturating_add(1).saturating_sub(way.days);
            to_cover_it.max(start.saturating_add(1))
        });
        Some(after)
    })
}

/// Takes up a day, unless one before it has the same wanted day ahead.
fn keep_earliest(calendar: &Calendar, days: &mut Vec<usize>, day: usize) {
    let wanted = calendar.next_wanted(day);
    for known in days.iter_mut() {
        if calendar.next_wanted(*known) == wanted {
            *known = day.min(*known);
            return;
        }
    }
    days.push(day);
}
