//! A suggested plan: looked for in steps, shown over the calendar, taken whole or in part.

use super::Planner;
use crate::draft::respite::quota;
use crate::draft::{Context, Sheet, respite, suggest};
use crate::rules::date::{Date, DateRange, Weekday};
use crate::rules::gaps::longest_gap;
use crate::rules::respite::Stay;
use crate::rules::suggest::{Conflict, ConflictSearch};
use crate::rules::suggest::{Impossible, Reason, Search, SuggestedStay, Suggestion, Wishes};

/// The beginning of the names of the fields that say which suggested stays are taken.
pub const TAKE: &str = "take";

/// How the search for a plan stands.
#[derive(Default)]
pub enum Looking {
    /// Nothing is looked for.
    #[default]
    Idle,
    /// Looking for the best plan.
    Searching(Wishes, Search),
    /// There is none: looking for the wishes that stand in each other's way.
    Explaining(ConflictSearch),
    /// The best plan.
    Found(Proposal),
    /// There is none, and why.
    Impossible(Impossible, Option<Conflict>),
}

/// The best plan for the wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What was wished for.
    pub wishes: Wishes,
    /// The suggested stays, in order.
    pub stays: Vec<SuggestedStay>,
    /// Days used in the period, those of the plan among them.
    pub days_used: u32,
    /// Days granted that are left.
    pub remaining: u32,
    /// The longest run of days without respite.
    pub longest_gap: u32,
    /// The longest such run of the plan as it is now.
    pub gap_now: u32,
}

impl Planner {
    /// The suggestion, when there is one.
    pub fn proposal(&self) -> Option<&Proposal> {
        match &self.looking {
            Looking::Found(proposal) => Some(proposal),
            _ => None,
        }
    }

    /// Whether a search goes on.
    pub fn is_looking(&self) -> bool {
        matches!(self.looking, Looking::Searching(..) | Looking::Explaining(_))
    }

    /// Begins to look for a plan.
    pub fn look(&mut self, wishes: Wishes, context: Context) {
        if let Some(quota) = quota(wishes.period.to, context) {
            let search = Search::new(wishes.clone(), &quota);
            self.looking = Looking::Searching(wishes, search);
        }
    }

    /// Goes one step on; true when the search has come to its end.
    pub fn step(&mut self, sheet: &mut Sheet, context: Context) -> bool {
        match std::mem::take(&mut self.looking) {
            Looking::Searching(wishes, mut search) => match search.step() {
                None => self.looking = Looking::Searching(wishes, search),
                Some(Ok(found)) => self.take_answer(wishes, found, sheet, context),
                // The stays of the plan were checked when they were read.
                Some(Err(_)) => {}
            },
            Looking::Explaining(mut search) => match search.step() {
                None => self.looking = Looking::Explaining(search),
                Some(found) => {
                    let conflict = found.ok().flatten();
                    let why = Impossible { reason: Reason::NoRoom, detail: None };
                    self.looking = Looking::Impossible(why, conflict);
                }
            },
            other => self.looking = other,
        }
        !self.is_looking()
    }

    fn take_answer(
        &mut self,
        wishes: Wishes,
        found: Suggestion,
        sheet: &mut Sheet,
        context: Context,
    ) {
        self.looking = match found {
            Suggestion::Plan(plan) => {
                for place in 0..plan.stays.len() {
                    sheet.set(take_field(place), "yes");
                }
                self.show_year(wishes.period.from.year());
                let now = longest_gap(wishes.period, &wishes.booked);
                Looking::Found(Proposal {
                    wishes,
                    stays: plan.stays,
                    days_used: plan.days_used,
                    remaining: plan.remaining,
                    longest_gap: plan.longest_gap,
                    gap_now: now.map_or(0, DateRange::days),
                })
            }
            Suggestion::Impossible { impossible } => match impossible.reason {
                Reason::NoRoom => match quota(wishes.period.to, context) {
                    Some(quota) => Looking::Explaining(ConflictSearch::new(wishes, &quota)),
                    None => Looking::Idle,
                },
                _ => Looking::Impossible(impossible, None),
            },
        };
    }

    /// Takes the chosen suggested stays into the plan and tells how many.
    pub fn accept(&mut self, sheet: &mut Sheet, context: Context) -> usize {
        let Looking::Found(proposal) = std::mem::take(&mut self.looking) else { return 0 };
        let chosen = proposal.stays.iter().enumerate().filter(|(place, _)| takes(sheet, *place));
        let chosen: Vec<Stay> = chosen
            .filter_map(|(_, suggested)| Stay::new(suggested.arrival, suggested.departure))
            .collect();
        self.add_all(&chosen, sheet, context)
    }

    /// Adds those of the stays that nothing stands in the way of, as one change; tells how many.
    pub fn add_all(&mut self, stays: &[Stay], sheet: &mut Sheet, context: Context) -> usize {
        let free: Vec<Stay> =
            stays.iter().copied().filter(|stay| self.in_the_way(*stay, None).is_none()).collect();
        if !free.is_empty() {
            self.history.remember(sheet);
        }
        for stay in &free {
            respite::add_stay(sheet, *stay, context);
        }
        free.len()
    }
}

/// Writes a wish for one shape of stay, as often as the days that are left give, in place of the
/// present wishes.
pub fn wish_for(
    weekday: Weekday,
    days: u32,
    planner: &mut Planner,
    sheet: &mut Sheet,
    context: Context,
) {
    planner.history.remember(sheet);
    let year = planner.year.max(context.today.year());
    suggest::set_year(sheet, year, context);
    let used = planner.days_in(year);
    let most = planner.plan.granted.saturating_sub(used).checked_div(days).unwrap_or_default();
    // No more than a stay every other week: a plan for the rest of a year must have room.
    let weeks = suggest::period(sheet, context.today).map_or(0, |period| period.days() / 14);
    suggest::set_shape(sheet, weekday, days, most.min(weeks));
}

impl Planner {
    /// The days of respite in a calendar year.
    pub fn days_in(&self, year: i32) -> u32 {
        let Some(year) = DateRange::calendar_year(year) else { return 0 };
        let parts = self.plan.stays.iter();
        parts
            .filter_map(|planned| planned.stay.range().intersection(year))
            .map(DateRange::days)
            .sum()
    }

    /// The suggested stay that a day lies in.
    pub fn proposed_on(&self, date: Date) -> Option<SuggestedStay> {
        let stays = &self.proposal()?.stays;
        stays.iter().copied().find(|stay| (stay.arrival..=stay.departure).contains(&date))
    }
}

/// The field that says whether a suggested stay is taken.
pub fn take_field(place: usize) -> String {
    format!("{TAKE}-{place}")
}

fn takes(sheet: &Sheet, place: usize) -> bool {
    sheet.get(&take_field(place)) == "yes"
}
