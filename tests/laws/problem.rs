//! Small wishes for a plan of respite, and the contract's answer to them by trying every plan.

use botilbud::rules::date::{Date, DateRange, Weekday};
use botilbud::rules::respite::Stay;
use botilbud::rules::suggest::{Detail, Impossible, Shape, Suggestion, Wishes, suggest};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{date, quota};

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Wishes on days counted from the first of the period; ranges may reach beyond it.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The weekday of day 0, Monday 0.
    pub first_weekday: i32,
    pub length: i32,
    pub granted: Option<u32>,
    pub booked: Vec<(i32, i32)>,
    pub unavailable: Vec<(i32, i32)>,
    pub must_cover: Vec<(i32, i32)>,
    /// Weekday, days, count.
    pub shapes: Vec<(Option<usize>, u32, u32)>,
}

/// The size of generated problems.
#[derive(Clone, Copy)]
pub struct Size {
    pub longest: i32,
    pub most_shapes: usize,
    pub most_count: u32,
    pub most_booked: usize,
}

pub fn problems(size: Size) -> impl Strategy<Value = Problem> {
    (size.longest * 2 / 5..=size.longest).prop_flat_map(move |length| {
        let range = move |longest: i32| {
            (-2..length + 2, 0..longest).prop_map(|(from, nights)| (from, from + nights))
        };
        let booked = vec((0..length / 2 + 1, 0..4_i32), 0..=size.most_booked).prop_map(|steps| {
            let mut last = -2;
            let stay = |(gap, nights): (i32, i32)| {
                let arrival = last + gap;
                last = arrival + nights;
                (arrival, last)
            };
            steps.into_iter().map(stay).collect()
        });
        let weekday = prop_oneof![3 => Just(None), 2 => (0..7_usize).prop_map(Some)];
        let count = prop_oneof![1 => Just(0), 8 => 1..=size.most_count];
        let days = prop_oneof![Just(1), Just(2), 1..=4_u32];
        let shape = (weekday, days, count);
        (
            0..7_i32,
            prop_oneof![3 => Just(None), 1 => (4..=20_u32).prop_map(Some)],
            booked,
            vec(range(3), 0..3),
            prop_oneof![2 => Just(vec![]), 1 => vec(range(1), 1..3), 1 => vec(range(2), 1..2)],
            prop_oneof![1 => Just(vec![]), 15 => vec(shape, 1..=size.most_shapes)],
            any::<bool>(),
        )
            .prop_map(
                move |(
                    first_weekday,
                    granted,
                    booked,
                    unavailable,
                    must_cover,
                    mut shapes,
                    equally_long,
                )| {
                    // Shapes of one length can stand for each other on some days.
                    let length_of_first = shapes.first().map_or(1, |shape| shape.1);
                    if equally_long {
                        shapes.iter_mut().for_each(|shape| shape.1 = length_of_first);
                    }
                    Problem {
                        first_weekday,
                        length,
                        granted,
                        booked,
                        unavailable,
                        must_cover,
                        shapes,
                    }
                },
            )
    })
}

impl Problem {
    /// Day 0: a date of 2026 with the problem's weekday (5 January 2026 is a Monday).
    pub fn date(&self, day: i32) -> Date {
        date("2026-01-05").plus_days(self.first_weekday + day)
    }

    pub fn wishes(&self) -> Wishes {
        let range =
            |(from, to): &(i32, i32)| DateRange { from: self.date(*from), to: self.date(*to) };
        Wishes {
            period: range(&(0, self.length - 1)),
            granted_days: self.granted,
            booked: self
                .booked
                .iter()
                .map(|(from, to)| Stay::new(self.date(*from), self.date(*to)).unwrap())
                .collect(),
            unavailable: self.unavailable.iter().map(range).collect(),
            must_cover: self.must_cover.iter().map(range).collect(),
            shapes: self
                .shapes
                .iter()
                .map(|(weekday, days, count)| Shape {
                    arrival_weekday: weekday.map(|number| WEEKDAYS[number]),
                    days: *days,
                    count: *count,
                })
                .collect(),
        }
    }

    fn lies_in(ranges: &[(i32, i32)], day: i32) -> bool {
        ranges.iter().any(|(from, to)| (*from..=*to).contains(&day))
    }

    /// Booked days in the period, stay by stay, and days wished for.
    fn days_used(&self) -> u32 {
        let inside = |stay: &(i32, i32)| {
            (0..self.length).filter(|day| Problem::lies_in(&[*stay], *day)).count()
        };
        let booked: usize = self.booked.iter().map(inside).sum();
        booked as u32 + self.shapes.iter().map(|(_, days, count)| days * count).sum::<u32>()
    }

    pub fn granted(&self) -> u32 {
        self.granted.unwrap_or(55)
    }

    /// Whether a stay of this shape may arrive on a day, as far as it alone is concerned.
    pub fn fits(&self, (weekday, days, _): (Option<usize>, u32, u32), arrival: i32) -> bool {
        let right_day =
            weekday.is_none_or(|wanted| (self.first_weekday + arrival) % 7 == wanted as i32);
        right_day
            && (arrival..arrival + days as i32).all(|day| {
                (0..self.length).contains(&day)
                    && !Problem::lies_in(&self.booked, day)
                    && !Problem::lies_in(&self.unavailable, day)
            })
    }

    /// The days of the period that no stay covers, as runs.
    pub fn gaps(&self, stays: &[(i32, u32)]) -> Vec<u32> {
        let covered = |day: i32| {
            Problem::lies_in(&self.booked, day)
                || stays.iter().any(|(from, days)| (*from..*from + *days as i32).contains(&day))
        };
        let days: Vec<bool> = (0..self.length).map(covered).collect();
        let runs = days.split(|covered| *covered).map(|run| run.len() as u32);
        runs.filter(|run| *run > 0).collect()
    }

    pub fn covers_what_it_must(&self, stays: &[(i32, u32)]) -> bool {
        (0..self.length).filter(|day| Problem::lies_in(&self.must_cover, *day)).all(|day| {
            Problem::lies_in(&self.booked, day)
                || stays.iter().any(|(from, days)| (*from..*from + *days as i32).contains(&day))
        })
    }

    /// Every allowed plan, by trying each shape on each day.
    pub fn for_each_plan(&self, visit: &mut impl FnMut(&[(i32, u32)])) {
        let mut left: Vec<u32> = self.shapes.iter().map(|(_, _, count)| *count).collect();
        self.go_on(0, &mut left, &mut Vec::new(), visit);
    }

    fn go_on(
        &self,
        day: i32,
        left: &mut Vec<u32>,
        stays: &mut Vec<(i32, u32)>,
        visit: &mut impl FnMut(&[(i32, u32)]),
    ) {
        if day >= self.length {
            if left.iter().all(|count| *count == 0) && self.covers_what_it_must(stays) {
                visit(stays);
            }
            return;
        }
        self.go_on(day + 1, left, stays, visit);
        for (place, shape) in self.shapes.iter().enumerate() {
            if left[place] == 0 || !self.fits(*shape, day) {
                continue;
            }
            left[place] -= 1;
            stays.push((day, shape.1));
            self.go_on(day + shape.1 as i32, left, stays, visit);
            stays.pop();
            left[place] += 1;
        }
    }

    /// The contract's answer by trying every plan.
    pub fn answer_by_trial(&self) -> ByTrial {
        let (used, granted) = (self.days_used(), self.granted());
        if used > granted {
            return ByTrial::OverGranted(used - granted);
        }
        let hopeless = |day: &i32| {
            let wished = self.shapes.iter().filter(|(_, _, count)| *count > 0);
            Problem::lies_in(&self.must_cover, *day)
                && !Problem::lies_in(&self.booked, *day)
                && !wished.into_iter().any(|shape| {
                    (*day + 1 - shape.1 as i32..=*day).any(|arrival| self.fits(*shape, arrival))
                })
        };
        if let Some(day) = (0..self.length).find(hopeless) {
            return ByTrial::CannotCover(day);
        }
        let mut best: Option<Ranked> = None;
        self.for_each_plan(&mut |stays| {
            let gaps = self.gaps(stays);
            let longest = gaps.iter().copied().max().unwrap_or(0);
            let squares = gaps.iter().map(|gap| u64::from(*gap) * u64::from(*gap)).sum();
            let plan = (longest, squares, stays.to_vec());
            if best.as_ref().is_none_or(|best| plan < *best) {
                best = Some(plan);
            }
        });
        best.map_or(ByTrial::NoRoom, ByTrial::Best)
    }

    /// The rules' answer in the same form.
    pub fn answer_by_rules(&self) -> ByTrial {
        let day = |date: Date| self.date(0).days_until(date);
        match suggest(&self.wishes(), &quota()).unwrap() {
            Suggestion::Plan(plan) => {
                assert_eq!(plan.days_used, self.days_used());
                assert_eq!(plan.remaining, self.granted() - self.days_used());
                let stays = plan.stays.iter().map(|stay| {
                    assert_eq!(stay.arrival.days_until(stay.departure) + 1, stay.days as i32);
                    (day(stay.arrival), stay.days)
                });
                let stays = stays.collect();
                ByTrial::Best((plan.longest_gap, plan.sum_of_squared_gaps, stays))
            }
            Suggestion::Impossible { impossible: Impossible { reason, detail } } => {
                match (reason.code(), detail) {
                    ("over_granted", Some(Detail::Days(days))) => ByTrial::OverGranted(days),
                    ("cannot_cover", Some(Detail::Date(date))) => ByTrial::CannotCover(day(date)),
                    ("no_room", None) => ByTrial::NoRoom,
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

/// A plan as the contract ranks it: longest gap, sum of squared gaps, stays by arrival and days.
pub type Ranked = (u32, u64, Vec<(i32, u32)>);

#[derive(Debug, PartialEq)]
pub enum ByTrial {
    OverGranted(u32),
    CannotCover(i32),
    NoRoom,
    Best(Ranked),
}
