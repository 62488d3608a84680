//! What brings a plan with too many days back under the quota, and making such a change.

use super::Planner;
use crate::draft::respite::{self, STAYS, quota};
use crate::draft::{Context, Sheet};
use crate::rules::relief::{Relief, Way, ways_back};
use crate::rules::respite::Stay;

impl Planner {
    /// The changes that would bring the plan back, while it has too many days.
    pub(super) fn ways_back(&self, context: Context) -> Option<Relief> {
        let outcome = self.plan.outcome.as_ref()?;
        let last = outcome.plan.stays.last()?;
        let quota = quota(last.departure(), context)?;
        let mut relief = ways_back(&outcome.plan, &quota)?;
        relief.ways.retain(|way| self.can_still(way, context));
        Some(relief)
    }

    /// Whether a change is still to be made: what has been held stays as it was, and nobody can
    /// come in the past.
    fn can_still(&self, way: &Way, context: Context) -> bool {
        let open = |stay: &Stay| !self.plan.stays.iter().any(|p| p.stay == *stay && p.held);
        match way {
            Way::Shorten { stay, .. } => open(stay),
            Way::ShortenSeveral { changes } => changes.iter().all(|(stay, _)| open(stay)),
            Way::Remove { stays } => stays.iter().all(open),
            Way::Move { from, to } => open(from) && to.arrival() >= context.today,
        }
    }

    /// Makes one of these changes.
    pub fn take_way(&mut self, number: u32, sheet: &mut Sheet, context: Context) {
        let Some(relief) = self.relief.take() else { return };
        let Some(way) = relief.ways.get(number as usize) else { return };
        self.history.remember(sheet);
        match way {
            Way::Shorten { stay, to, .. } | Way::Move { from: stay, to } => {
                self.set(*stay, *to, sheet, context);
            }
            Way::ShortenSeveral { changes } => {
                for (stay, to) in changes {
                    self.set(*stay, *to, sheet, context);
                }
            }
            Way::Remove { stays } => {
                for stay in stays {
                    if let Some(row) = self.row_of(*stay) {
                        sheet.remove_row(STAYS, row);
                    }
                }
            }
        }
        self.say(context.words.planner.ways.taken);
    }

    fn row_of(&self, stay: Stay) -> Option<u32> {
        self.plan.stays.iter().find(|planned| planned.stay == stay).map(|planned| planned.row)
    }

    fn set(&self, stay: Stay, to: Stay, sheet: &mut Sheet, context: Context) {
        if let Some(row) = self.row_of(stay) {
            respite::set_stay(sheet, row, to, context);
        }
    }
}
