//! Laws of what helps a person to plan: conflicts, gaps, ways back, templates.

use std::cell::Cell;

use botilbud::rules::date::{Date, DateRange};
use botilbud::rules::gaps::{gaps, longest_gap, sum_of_squared_gaps};
use botilbud::rules::relief::{Way, ways_back};
use botilbud::rules::respite::{Plan, Respite, Stay, TemporaryStay, respite, sorted};
use botilbud::rules::suggest::{ConflictSearch, Shape, Suggestion, Wishes, conflict, suggest};
use botilbud::rules::template::monthly_weekends_and_week;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::problem::{ByTrial, Problem, Size, problems};
use crate::{LAW_CASES, SMALL_PLANS, date, hold, quota, stays};

// ---- Conflicts ----

impl Problem {
    /// The problem with only these of its demands, in the order unavailable, to cover, shapes. A
    /// shape that is not insisted on may be placed any number of times.
    fn can_be_met(&self, stands: &[bool]) -> bool {
        let (unavailable, rest) = stands.split_at(self.unavailable.len());
        let (must_cover, shapes) = rest.split_at(self.must_cover.len());
        let kept = |ranges: &[(i32, i32)], stands: &[bool]| -> Vec<(i32, i32)> {
            let both = ranges.iter().zip(stands);
            both.filter(|(_, stands)| **stands).map(|(range, _)| *range).collect()
        };
        let mut relaxed = Problem {
            unavailable: kept(&self.unavailable, unavailable),
            must_cover: kept(&self.must_cover, must_cover),
            ..self.clone()
        };
        relaxed.some_counts_can_be_met(shapes, 0)
    }

    /// Tries every count of the shapes from `place` on that are not insisted on.
    fn some_counts_can_be_met(&mut self, insisted: &[bool], place: usize) -> bool {
        let Some(insists) = insisted.get(place) else {
            let mut found = false;
            self.for_each_plan(&mut |_| found = true);
            return found;
        };
        let wanted = self.shapes[place].2;
        let fewest = if *insists { wanted } else { 0 };
        let found = (fewest..=wanted).any(|count| {
            self.shapes[place].2 = count;
            self.some_counts_can_be_met(insisted, place + 1)
        });
        self.shapes[place].2 = wanted;
        found
    }

    /// How many stays of a shape fit, if there are no others: by trying one more each time.
    fn most_alone(&self, shape: (Option<usize>, u32, u32)) -> u32 {
        let has_room = |count: &u32| {
            let shapes = vec![(shape.0, shape.1, *count)];
            let mut alone = Problem { must_cover: vec![], shapes, ..self.clone() };
            alone.some_counts_can_be_met(&[true], 0)
        };
        (1..).take_while(has_room).count() as u32
    }
}

/// Which elements of `all` are the elements of `part`, both in the same order.
fn places<T: PartialEq>(all: &[T], part: &[T]) -> Vec<bool> {
    let mut left = part.iter().peekable();
    let found: Vec<bool> =
        all.iter().map(|element| left.next_if(|next| *next == element).is_some()).collect();
    assert!(left.peek().is_none(), "something that was not wished for");
    found
}

#[test]
fn a_conflict_cannot_be_met_and_can_without_any_one_part() {
    let size = Size { longest: 12, most_shapes: 3, most_count: 2, most_booked: 2 };
    let crowded = problems(size).prop_map(|problem| Problem { granted: Some(55), ..problem });
    let (found, of_several) = (Cell::new(0), Cell::new(0));
    hold(SMALL_PLANS, crowded, |problem| {
        let wishes = problem.wishes();
        let answer = conflict(&wishes, &quota()).unwrap();
        let no_room = problem.answer_by_trial() == ByTrial::NoRoom;
        prop_assert_eq!(answer.is_some(), no_room);
        let Some(conflict) = answer else { return Ok(()) };
        found.set(found.get() + 1);

        let mut stands = places(&wishes.unavailable, &conflict.unavailable);
        stands.extend(places(&wishes.must_cover, &conflict.must_cover));
        stands.extend(places(&wishes.shapes, &conflict.shapes));
        prop_assert!(!problem.can_be_met(&stands), "{:?}", conflict);
        let parts = stands.iter().filter(|stands| **stands).count();
        of_several.set(of_several.get() + u32::from(parts > 1));
        for place in 0..stands.len() {
            if stands[place] {
                stands[place] = false;
                prop_assert!(problem.can_be_met(&stands), "{:?} without {}", conflict, place);
                stands[place] = true;
            }
        }
        assert_fits(&problem, &wishes, &conflict.shapes, &conflict.fits)?;

        let mut search = ConflictSearch::new(wishes, &quota());
        prop_assert_eq!((0..3).find_map(|_| search.step()), Some(Ok(Some(conflict))));
        Ok(())
    });
    let (found, of_several) = (found.get(), of_several.get());
    println!(
        "checked: {found} conflicts, {of_several} of several wishes, none with a part too many or \
         too few"
    );
    assert!(found >= 1_000 && of_several >= 300, "{found} found, {of_several} of several wishes");
}

fn assert_fits(
    problem: &Problem,
    wishes: &Wishes,
    shapes: &[Shape],
    fits: &[u32],
) -> Result<(), TestCaseError> {
    prop_assert_eq!(shapes.len(), fits.len());
    for (shape, fits) in shapes.iter().zip(fits) {
        let place = wishes.shapes.iter().position(|wished| wished == shape).unwrap();
        prop_assert_eq!(*fits, problem.most_alone(problem.shapes[place]));
    }
    Ok(())
}

// ---- Gaps ----

/// The dates of a period on which nobody stays, one by one.
fn free_dates(period: DateRange, stays: &[Stay]) -> Vec<Date> {
    let free = |date: &Date| !stays.iter().any(|stay| stay.range().contains(*date));
    period.dates().filter(free).collect()
}

#[test]
fn gaps_are_the_dates_without_stays_in_runs_as_long_as_can_be() {
    let period = (0..900_i32, 0..500_i32).prop_map(|(start, nights)| {
        let from = date("2025-05-01").plus_days(start);
        DateRange { from, to: from.plus_days(nights) }
    });
    let shuffled = stays().prop_shuffle();
    hold(LAW_CASES, (period, shuffled), |(period, stays)| {
        let gaps = gaps(period, &stays);
        let dates: Vec<Date> = gaps.iter().flat_map(|gap| gap.dates()).collect();
        prop_assert_eq!(dates, free_dates(period, &stays));
        for pair in gaps.windows(2) {
            prop_assert!(pair[0].to.plus_days(1) < pair[1].from, "two gaps are one");
        }
        let longest = gaps.iter().map(|gap| gap.days()).max();
        let first = gaps.iter().find(|gap| Some(gap.days()) == longest);
        prop_assert_eq!(longest_gap(period, &stays), first.copied());
        Ok(())
    });
}

#[test]
fn gaps_agree_with_what_a_suggestion_says_of_itself() {
    let size = Size { longest: 120, most_shapes: 2, most_count: 3, most_booked: 3 };
    let plans = Cell::new(0);
    hold(LAW_CASES, problems(size), |problem| {
        let wishes = problem.wishes();
        let Ok(Suggestion::Plan(plan)) = suggest(&wishes, &quota()) else { return Ok(()) };
        plans.set(plans.get() + 1);
        let mut stays = wishes.booked.clone();
        let suggested = plan.stays.iter().map(|stay| Stay::new(stay.arrival, stay.departure));
        stays.extend(suggested.map(Option::unwrap));
        let longest = longest_gap(wishes.period, &stays).map_or(0, DateRange::days);
        prop_assert_eq!(longest, plan.longest_gap);
        prop_assert_eq!(sum_of_squared_gaps(wishes.period, &stays), plan.sum_of_squared_gaps);
        Ok(())
    });
    assert!(plans.get() >= 300, "{}", plans.get());
}

// ---- Ways back ----

fn plans() -> impl Strategy<Value = Plan> {
    let housing = (0..1_200_i32, option::of(0..120_i32)).prop_map(|(start, nights)| {
        let from = date("2025-05-01").plus_days(start);
        TemporaryStay { from, to: nights.map(|nights| from.plus_days(nights)) }
    });
    let grant_start = option::of((0..700_i32).prop_map(|days| date("2024-11-15").plus_days(days)));
    (stays(), 0..=55_u32, grant_start, vec(housing, 0..2)).prop_map(
        |(stays, granted, grant_start, temporary_housing)| Plan {
            granted_days: Some(granted),
            stays,
            grant_start,
            temporary_housing,
        },
    )
}

fn counted(plan: &Plan) -> Respite {
    respite(plan, &quota()).unwrap()
}

/// Every year of a plan and its days too many, calendar years first.
fn overs(plan: &Plan) -> Vec<(DateRange, u32)> {
    let counted = counted(plan);
    let years = counted.years.iter().map(|row| {
        let year = DateRange::calendar_year(row.year).unwrap();
        (year, row.usage.over)
    });
    let grant_years = counted.grant_years.iter().flatten().map(|row| (row.period, row.usage.over));
    years.chain(grant_years).collect()
}

fn over_in(overs: &[(DateRange, u32)], period: DateRange) -> u32 {
    overs.iter().find(|(known, _)| *known == period).map_or(0, |(_, over)| *over)
}

#[test]
fn every_way_back_brings_the_period_back_and_puts_no_other_over() {
    let kinds: [Cell<u32>; 4] = Default::default();
    hold(SMALL_PLANS, plans(), |plan| {
        let before = overs(&plan);
        let first = before.iter().find(|(_, over)| *over > 0).copied();
        let relief = ways_back(&plan, &quota());
        prop_assert_eq!(relief.as_ref().map(|relief| (relief.period, relief.over)), first);
        let Some(relief) = relief else { return Ok(()) };
        for way in &relief.ways {
            let changed = Plan { stays: way.applied(&plan.stays), ..plan.clone() };
            let after = overs(&changed);
            prop_assert_eq!(over_in(&after, relief.period), 0);
            for (period, over) in &after {
                prop_assert!(*over <= over_in(&before, *period), "{:?} in {:?}", way, period);
            }
            let kind = assert_small(&plan, way, relief.period, relief.over)?;
            kinds[kind].set(kinds[kind].get() + 1);
        }
        let has = |wanted: fn(&Way) -> bool| relief.ways.iter().find(|way| wanted(way)).cloned();
        let shortened = shorten_by_trial(&plan, relief.period, relief.over);
        prop_assert_eq!(has(|way| matches!(way, Way::Shorten { .. })), shortened);
        if plan.stays.len() <= 3 {
            let moved = move_by_trial(&plan, relief.period, 1..105);
            prop_assert_eq!(has(|way| matches!(way, Way::Move { .. })), moved);
        }
        // Giving up stays always helps.
        let gives_up = matches!(relief.ways.last(), Some(Way::Remove { .. }));
        prop_assert!(gives_up, "no stays to give up");
        Ok(())
    });
    let kinds = kinds.map(Cell::into_inner);
    let [shorter, several, moved, given_up] = kinds;
    println!(
        "checked: ways back: {shorter} shorten a stay, {several} shorten several, {moved} move \
         one, {given_up} give up stays"
    );
    assert!(kinds.iter().all(|count| *count >= 300), "{kinds:?}");
}

/// What a way promises beside its outcome; gives the number of its kind.
fn assert_small(
    plan: &Plan,
    way: &Way,
    period: DateRange,
    over: u32,
) -> Result<usize, TestCaseError> {
    match way {
        Way::Shorten { stay, by, to } => {
            prop_assert_eq!((*by, stay.days() - to.days()), (over, over));
            Ok(0)
        }
        Way::ShortenSeveral { changes } => {
            let taken: u32 = changes.iter().map(|(stay, to)| stay.days() - to.days()).sum();
            prop_assert!(changes.len() > 1 && taken == over);
            Ok(1)
        }
        Way::Move { from, to } => {
            let days = from.arrival().days_until(to.arrival());
            prop_assert_eq!((days % 7, from.days()), (0, to.days()));
            // That nothing is nearer is tried for the weeks just before.
            let weeks = days.abs() / 7;
            prop_assert_eq!(move_by_trial(plan, period, (weeks - 2).max(1)..weeks), None);
            Ok(2)
        }
        Way::Remove { stays } => {
            if plan.stays.len() <= 10 {
                let fewest = fewest_by_trial(&plan.stays, period, over);
                prop_assert_eq!(Some(stays), fewest.as_ref());
            }
            Ok(3)
        }
    }
}

/// Whether a stay can be moved to other dates: as promised, counted anew.
fn can_be_moved(plan: &Plan, place: usize, to: Stay, period: DateRange) -> bool {
    let mut changed = plan.clone();
    changed.stays.remove(place);
    let shares = |range: DateRange| range.intersection(to.range()).is_some();
    let lives = |home: &TemporaryStay| {
        shares(DateRange { from: home.from, to: home.to.unwrap_or(Date::LAST) })
    };
    if changed.stays.iter().any(|stay| shares(stay.range()))
        || plan.temporary_housing.iter().any(lives)
    {
        return false;
    }
    changed.stays.push(to);
    let (before, after) = (overs(plan), overs(&changed));
    over_in(&after, period) == 0
        && after.iter().all(|(year, over)| *over <= over_in(&before, *year))
}

/// The nearest move within so many weeks, by trying them all.
fn move_by_trial(plan: &Plan, period: DateRange, weeks: std::ops::Range<i32>) -> Option<Way> {
    for weeks in weeks {
        for days in [weeks * 7, weeks * -7] {
            for (place, from) in plan.stays.iter().enumerate().rev() {
                let (arrival, departure) = (from.arrival(), from.departure());
                let to = Stay::new(arrival.plus_days(days), departure.plus_days(days)).unwrap();
                if can_be_moved(plan, place, to, period) {
                    return Some(Way::Move { from: *from, to });
                }
            }
        }
    }
    None
}

/// The one stay to make shorter, by counting every plan with a shorter stay anew.
fn shorten_by_trial(plan: &Plan, period: DateRange, over: u32) -> Option<Way> {
    let mut best: Option<(Stay, Stay)> = None;
    let by = over as i32;
    for (place, stay) in plan.stays.iter().enumerate() {
        let from_end = Stay::new(stay.arrival(), stay.departure().plus_days(-by));
        let from_start = Stay::new(stay.arrival().plus_days(by), stay.departure());
        let enough = |to: &Stay| {
            let mut changed = plan.clone();
            changed.stays[place] = *to;
            over_in(&overs(&changed), period) == 0
        };
        let to = from_end.filter(enough).or_else(|| from_start.filter(enough));
        if let Some(to) = to.filter(|_| best.is_none_or(|(best, _)| stay.days() > best.days())) {
            best = Some((*stay, to));
        }
    }
    best.map(|(stay, to)| Way::Shorten { stay, by: over, to })
}

/// The stays to give up, by trying every choice.
fn fewest_by_trial(stays: &[Stay], period: DateRange, over: u32) -> Option<Vec<Stay>> {
    let stays = sorted(stays).unwrap();
    let mut best: Option<(u32, u32, std::cmp::Reverse<u32>)> = None;
    for choice in 0_u32..1 << stays.len() {
        let chosen = stays.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1);
        let days = |stay: &Stay| stay.range().intersection(period).map_or(0, DateRange::days);
        let (mut here, mut in_all) = (0, 0);
        for (_, stay) in chosen {
            here += days(stay);
            in_all += stay.days();
        }
        // Of equals the highest number: the latest stay, then the one before it.
        let rank = (choice.count_ones(), in_all, std::cmp::Reverse(choice));
        if here >= over && best.is_none_or(|best| rank < best) {
            best = Some(rank);
        }
    }
    let (_, _, std::cmp::Reverse(choice)) = best?;
    let chosen = stays.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1);
    Some(chosen.map(|(_, stay)| *stay).collect())
}

// ---- The standard's example ----

#[test]
fn the_standards_example_fits_every_year() {
    let mut longest = (0, 0);
    for year in 2024..=2060 {
        let stays = monthly_weekends_and_week(year, &[], &[], &quota(), 55, None);
        let plan = Plan { stays: stays.clone(), ..Plan::default() };
        assert_eq!(stays.iter().map(|stay| stay.days()).sum::<u32>(), 55, "{year}");
        assert_eq!(counted(&plan).notes, [], "{year}");
        let (weeks, weekends): (Vec<&Stay>, Vec<&Stay>) =
            stays.iter().partition(|stay| stay.days() == 7);
        assert_eq!((weeks.len(), weeks[0].arrival().month()), (1, 7), "{year}");
        let months = weekends.iter().map(|stay| {
            assert_eq!(stay.arrival().month(), stay.departure().month(), "{year}");
            stay.arrival().month()
        });
        assert_eq!(months.collect::<Vec<_>>(), (1..=12).collect::<Vec<_>>(), "{year}");
        let period = DateRange::calendar_year(year).unwrap();
        let gap = longest_gap(period, &stays).unwrap().days();
        longest = longest.max((gap, year));
    }
    println!("checked: the standard's example in 37 years; longest gap {longest:?} (days, year)");
    assert!(longest.0 <= 40, "{longest:?}");
}

#[test]
fn the_standards_example_fits_around_what_is_there() {
    let closed = vec((-20..380_i32, 0..40_i32), 0..5).prop_map(|ranges| {
        let range = |(start, nights): (i32, i32)| {
            let from = date("2026-01-01").plus_days(start);
            DateRange { from, to: from.plus_days(nights) }
        };
        ranges.into_iter().map(range).collect::<Vec<_>>()
    });
    let from = option::of((0..365_i32).prop_map(|days| date("2026-01-01").plus_days(days)));
    let added = Cell::new(0);
    hold(LAW_CASES, (stays(), closed, 0..80_u32, from), |(stays, closed, granted, from)| {
        let rules = quota();
        let year = DateRange::calendar_year(2026).unwrap();
        let template = monthly_weekends_and_week(2026, &stays, &closed, &rules, granted, from);
        added.set(added.get() + template.len());
        let mut taken: Vec<DateRange> = stays.iter().map(|stay| stay.range()).collect();
        taken.extend(&closed);
        for stay in &template {
            let range = stay.range();
            prop_assert!(taken.iter().all(|taken| taken.intersection(range).is_none()));
            prop_assert!(year.contains(stay.arrival()) && year.contains(stay.departure()));
            prop_assert!(from.is_none_or(|from| from <= stay.arrival()));
            taken.push(range);
        }
        prop_assert!(template.windows(2).all(|pair| pair[0] < pair[1]));

        let mut all = stays.clone();
        all.extend(&template);
        let days = |stays: &[Stay]| -> u32 {
            let inside = stays.iter().filter_map(|stay| stay.range().intersection(year));
            inside.map(DateRange::days).sum()
        };
        prop_assert!(template.is_empty() || days(&all) <= granted);
        // Nothing is left to add the second time.
        let again = monthly_weekends_and_week(2026, &all, &closed, &rules, granted, from);
        prop_assert_eq!(again, vec![]);
        Ok(())
    });
    assert!(added.get() >= 2_000, "{}", added.get());
}
