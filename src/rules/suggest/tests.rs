use std::pin::pin;

use super::conflict::conflict_in_steps;
use super::steps::{VISITS_BETWEEN_PAUSES, Work, poll};
use super::*;
use crate::rules::standard::Standard;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn quota() -> RespiteQuota {
    Standard::built_in().unwrap().on(date("2026-11-22")).unwrap().respite.unwrap()
}

/// Wishes for the three years from 2026 on, with these shapes.
fn three_years(shapes: &[(Option<Weekday>, u32, u32)]) -> Wishes {
    let shape = |(arrival_weekday, days, count): &(Option<Weekday>, u32, u32)| Shape {
        arrival_weekday: *arrival_weekday,
        days: *days,
        count: *count,
    };
    Wishes {
        period: DateRange { from: date("2026-01-01"), to: date("2028-12-31") },
        granted_days: None,
        booked: vec![],
        unavailable: vec![],
        must_cover: vec![],
        shapes: shapes.iter().map(shape).collect(),
    }
}

/// Four shapes with few arrivals each: some 7,000 placements.
fn heavy() -> Wishes {
    let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Thu, Weekday::Sat];
    three_years(&weekdays.map(|weekday| (Some(weekday), 1, 8)))
}

/// The answer with the days looked at in each step, as `work` counts them.
fn in_steps<T>(work: &Work, running: impl Future<Output = T>) -> (T, Vec<usize>) {
    let mut running = pin!(running);
    let mut visits = Vec::new();
    loop {
        let answer = poll(running.as_mut());
        visits.push(work.since_pause());
        if let Some(answer) = answer {
            return (answer, visits);
        }
    }
}

/// Between two pauses lie the visits allowed and at most one row of the period more.
fn assert_bounded(visits: &[usize]) {
    let most = VISITS_BETWEEN_PAUSES + 1_096 + 2;
    let (last, paused) = visits.split_last().unwrap();
    assert!(*last < most, "{last} in the last step");
    for visits in paused {
        assert!((VISITS_BETWEEN_PAUSES..most).contains(visits), "{visits} in one step");
    }
}

#[test]
fn a_heavy_search_takes_many_small_steps() {
    let (wishes, parameters, work) = (heavy(), quota(), Work::default());
    let (answer, visits) = in_steps(&work, suggest_in_steps(&wishes, &parameters, &work));
    assert_bounded(&visits);
    assert!(visits.len() > 20, "{} steps", visits.len());
    assert_eq!(answer, suggest(&wishes, &parameters));
}

/// A year that is closed allows gaps of a year in the two that follow: few states, but from each
/// of them a year of days to choose.
#[test]
fn a_search_with_long_gaps_takes_small_steps() {
    let closed = DateRange { from: date("2026-01-01"), to: date("2026-12-31") };
    let wishes = Wishes { unavailable: vec![closed], ..three_years(&[(None, 1, 10)]) };
    let (parameters, work) = (quota(), Work::default());
    let (_, visits) = in_steps(&work, suggest_in_steps(&wishes, &parameters, &work));
    assert_bounded(&visits);
    assert!(visits.len() > 50, "{} steps", visits.len());
}

#[test]
fn a_search_answers_as_suggest_does_and_goes_on_answering() {
    let wishes = three_years(&[(Some(Weekday::Fri), 4, 9), (Some(Weekday::Mon), 7, 2)]);
    let mut search = Search::new(wishes.clone(), &quota());
    let mut steps = 1;
    let answer = loop {
        match search.step() {
            Some(answer) => break answer,
            None => steps += 1,
        }
    };
    assert!(steps > 1);
    assert_eq!(answer, suggest(&wishes, &quota()));
    assert_eq!(search.step(), Some(answer));
}

/// Four shapes that would have room, were it not for closed Saturdays.
#[test]
fn the_search_for_a_conflict_takes_small_steps() {
    let saturday = |week| date("2026-01-03").plus_days(week * 7);
    let closed = (0..157).map(|week| DateRange { from: saturday(week), to: saturday(week) });
    let wishes = Wishes {
        unavailable: closed.filter(|day| day.from != date("2027-05-01")).collect(),
        ..heavy()
    };
    let (parameters, work) = (quota(), Work::default());
    let (answer, visits) = in_steps(&work, conflict_in_steps(&wishes, &parameters, &work));
    assert_bounded(&visits);
    assert!(visits.len() > 20, "{} steps", visits.len());

    // Eight Saturdays are wanted and one is open: one of seven more would do.
    let found = answer.unwrap().unwrap();
    assert_eq!(found.unavailable.len(), 156 - 6);
    assert_eq!((found.shapes, found.fits), (vec![wishes.shapes[3]], vec![1]));
    assert_eq!(found.must_cover, vec![]);
}

fn conflict_of(wishes: &Wishes) -> Conflict {
    conflict(wishes, &quota()).unwrap().unwrap()
}

fn day_range(from: &str, to: &str) -> DateRange {
    DateRange { from: date(from), to: date(to) }
}

#[test]
fn two_dates_that_one_stay_cannot_cover_are_in_conflict() {
    let (january, march) =
        (day_range("2026-01-14", "2026-01-14"), day_range("2026-03-11", "2026-03-11"));
    let wishes = Wishes {
        must_cover: vec![january, march],
        unavailable: vec![day_range("2026-05-01", "2026-05-20")],
        ..three_years(&[(None, 3, 1), (Some(Weekday::Fri), 4, 2)])
    };
    let expected = Conflict { must_cover: vec![january, march], ..Conflict::default() };
    assert_eq!(conflict_of(&wishes), expected);
}

#[test]
fn too_many_stays_for_a_period_are_in_conflict_alone() {
    let wishes = Wishes {
        period: day_range("2026-03-01", "2026-03-31"),
        unavailable: vec![day_range("2026-04-01", "2026-04-02")],
        ..three_years(&[(None, 1, 2), (Some(Weekday::Fri), 4, 5)])
    };
    let weekends = wishes.shapes[1];
    let expected = Conflict { shapes: vec![weekends], fits: vec![4], ..Conflict::default() };
    assert_eq!(conflict_of(&wishes), expected);
    assert_eq!(ConflictSearch::new(wishes, &quota()).step(), Some(Ok(Some(expected))));
}

#[test]
fn only_wishes_without_room_are_in_conflict() {
    let room = three_years(&[(Some(Weekday::Fri), 4, 3)]);
    let over_granted = three_years(&[(Some(Weekday::Fri), 4, 20)]);
    let uncoverable =
        Wishes { must_cover: vec![day_range("2026-01-07", "2026-01-07")], ..room.clone() };
    for wishes in [room, over_granted, uncoverable] {
        assert_eq!(conflict(&wishes, &quota()), Ok(None));
    }
}
