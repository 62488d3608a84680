use std::pin::pin;

use super::steps::{VISITS_BETWEEN_PAUSES, Work, poll};
use super::*;
use crate::rules::standard::Standard;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn parameters() -> Parameters {
    Standard::built_in().unwrap().on(date("2026-11-22")).unwrap()
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
    let (wishes, parameters, work) = (heavy(), parameters(), Work::default());
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
    let (parameters, work) = (parameters(), Work::default());
    let (_, visits) = in_steps(&work, suggest_in_steps(&wishes, &parameters, &work));
    assert_bounded(&visits);
    assert!(visits.len() > 50, "{} steps", visits.len());
}

#[test]
fn a_search_answers_as_suggest_does_and_goes_on_answering() {
    let wishes = three_years(&[(Some(Weekday::Fri), 4, 9), (Some(Weekday::Mon), 7, 2)]);
    let mut search = Search::new(wishes.clone(), &parameters());
    let mut steps = 1;
    let answer = loop {
        match search.step() {
            Some(answer) => break answer,
            None => steps += 1,
        }
    };
    assert!(steps > 1);
    assert_eq!(answer, suggest(&wishes, &parameters()));
    assert_eq!(search.step(), Some(answer));
}
