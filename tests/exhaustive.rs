//! Whole spaces, each state against a second computation that shares no code with the rules.
//!
//! Every test prints how many states it went through in a line that begins with `checked:`. The
//! numbers are constants, so that the pages can cite them.

#[path = "support/truth_table.rs"]
mod truth;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use botilbud::app::verified;
use botilbud::rules::date::{Date, Weekday};
use botilbud::rules::eligibility::{Question, eligibility};
use botilbud::rules::holidays::{holiday, is_working_day, office_may_be_closed};
use botilbud::rules::logic::Truth;
use botilbud::rules::respite::{Plan, Respite, Stay, respite};
use botilbud::rules::standard::{Parameters, Standard, Value};
use truth::{
    Age, BARRED, LIKELY, NO, OFFERS, POSSIBLE, QUESTIONS, UNLIKELY, VERDICTS, YES, digits,
    parameters, place_value, situation, truth_table,
};

// ---- Eligibility: every answer to every question ----

/// 3 answers to each of 11 questions, adult or not.
const ANSWERED_STATES: usize = 3_usize.pow(11) * 2;
const HALF: usize = ANSWERED_STATES / 2;
const MONOTONE_STEPS: usize = 12_990_780;
const PARTIAL_STATES: usize = 6_000;

/// The truth table's verdicts of every state (adults first), two bits for each offer.
fn table() -> &'static [u16] {
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let row = |state: usize| {
            let verdicts = truth_table(state < HALF, &digits(state % HALF));
            verdicts.iter().rev().fold(0, |packed, verdict| packed << 2 | u16::from(*verdict))
        };
        (0..ANSWERED_STATES).map(row).collect()
    })
}

fn verdict_in(packed: u16, offer: usize) -> u8 {
    (packed >> (2 * offer) & 3) as u8
}

fn day((year, month, day): (i32, u32, u32)) -> Date {
    Date::new(year, month, day).unwrap()
}

/// The rules' rows, as codes.
fn asked(birth_date: Option<bool>, answers: &[Option<u8>; QUESTIONS], on: &Parameters) -> Vec<Row> {
    let age = match birth_date {
        Some(true) => Age::Adult,
        Some(false) => Age::TooYoung,
        None => Age::NotGiven,
    };
    let situation = situation(age, *answers);
    let rows = eligibility(&situation, on).offers.into_iter().map(|row| Row {
        offer: row.offer.code(),
        verdict: row.verdict.code(),
        missing: row.missing.iter().map(|missing| missing.code()).collect(),
    });
    rows.collect()
}

#[derive(Debug, PartialEq)]
struct Row {
    offer: &'static str,
    verdict: &'static str,
    missing: Vec<&'static str>,
}

#[test]
fn every_answered_state_has_the_verdict_of_the_truth_table() {
    let on = parameters();
    let table = table();
    let check = |states: std::iter::StepBy<std::ops::Range<usize>>| {
        let mut checked = 0;
        for state in states {
            let answers = digits(state % HALF).map(Some);
            let rows = asked(Some(state < HALF), &answers, &on);
            for (offer, row) in rows.iter().enumerate() {
                let expected = VERDICTS[verdict_in(table[state], offer) as usize];
                assert_eq!((row.offer, row.verdict), (OFFERS[offer], expected), "{answers:?}");
                assert!(row.missing.is_empty(), "{} of {answers:?}", row.offer);
            }
            assert_eq!(rows.len(), OFFERS.len());
            checked += 1;
        }
        checked
    };
    let checked: usize = std::thread::scope(|threads| {
        let odd = threads.spawn(|| check((1..ANSWERED_STATES).step_by(2)));
        check((0..ANSWERED_STATES).step_by(2)) + odd.join().unwrap()
    });
    assert_eq!(checked, ANSWERED_STATES);
    assert_eq!(checked as u64, verified::ELIGIBILITY_STATES);
    println!("checked: {checked} fully answered situations, one verdict for each of 5 offers");
}

/// Who needs less help, or fits the group less, is never told more: in particular a "no" never
/// becomes a "yes". Every question but the birth date, in every state. (The truth table stands
/// for the rules; the test above holds them together.)
#[test]
fn needing_less_help_never_raises_a_verdict() {
    // Whether a yes to the question means more need of the offer.
    let yes_is_more_need = [true, true, true, true, true, true, false, false, true, true, false];
    let table = table();
    let mut steps = 0;
    for (state, packed) in table.iter().enumerate() {
        let answers = digits(state % HALF);
        for (question, more) in yes_is_more_need.into_iter().enumerate() {
            // One step towards less need: down to no, or up to yes.
            let less = match (more, answers[question]) {
                (true, NO) | (false, YES) => continue,
                (true, _) => state - place_value(question),
                (false, _) => state + place_value(question),
            };
            for (offer, name) in OFFERS.iter().enumerate() {
                let (before, after) = (verdict_in(*packed, offer), verdict_in(table[less], offer));
                assert!(after <= before, "{name}: question {question} of {answers:?}");
                steps += 1;
            }
        }
    }
    assert_eq!(steps, MONOTONE_STEPS);
    println!("checked: {steps} steps towards less need of help, none of which raises a verdict");
}

#[test]
fn every_possible_verdict_has_a_witness() {
    let on = parameters();
    let possible = [
        vec![BARRED, UNLIKELY, POSSIBLE, LIKELY],
        vec![BARRED, UNLIKELY, POSSIBLE, LIKELY],
        vec![BARRED, UNLIKELY, POSSIBLE],
        vec![BARRED, UNLIKELY, POSSIBLE, LIKELY],
        vec![BARRED, UNLIKELY, POSSIBLE, LIKELY],
    ];
    let mut witnesses = 0;
    for (offer, verdicts) in possible.iter().enumerate() {
        let found: BTreeSet<u8> = table().iter().map(|packed| verdict_in(*packed, offer)).collect();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), *verdicts, "{}", OFFERS[offer]);
        for verdict in verdicts {
            let is_witness = |state: &usize| verdict_in(table()[*state], offer) == *verdict;
            let state = (0..ANSWERED_STATES).find(is_witness).unwrap();
            let answers = digits(state % HALF);
            let name = VERDICTS[*verdict as usize];
            let rows = asked(Some(state < HALF), &answers.map(Some), &on);
            assert_eq!(rows[offer].verdict, name);
            println!("  {} is {name}: {}", OFFERS[offer], spelled(state < HALF, &answers));
            witnesses += 1;
        }
    }
    // Everything open, everything asked: the one verdict that needs a gap.
    for row in asked(None, &[None; QUESTIONS], &on) {
        assert_eq!(row.verdict, "incomplete");
        witnesses += 1;
    }
    assert_eq!(witnesses, 24);
    println!("checked: {witnesses} witnesses, one for each verdict that an offer can have");
}

fn spelled(adult: bool, answers: &[u8; QUESTIONS]) -> String {
    let age = if adult { "adult" } else { "under 18" };
    let said = Question::ALL.iter().zip(answers).filter(|(_, answer)| **answer != NO);
    let said = said.map(|(question, answer)| {
        format!("{} {}", question.code(), Truth::ALL[*answer as usize].code())
    });
    format!("{age}; {}", said.collect::<Vec<_>>().join(", "))
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((number ^ (number >> 31)) % limit as u64) as usize
    }
}

/// What is missing, by its definition: all ways of answering the open questions are tried, and a
/// question is missing when two of its answers differ in the verdict for some way.
#[test]
fn missing_is_what_trial_of_all_answers_finds() {
    let on = parameters();
    let mut numbers = Numbers(2026);
    let mut incomplete = 0;
    let mut trials = 0;
    for sample in 0..PARTIAL_STATES {
        // Mostly few open questions; now and then nearly all of them.
        let open_wanted = if sample % 600 == 0 { 9 + sample / 600 % 4 } else { numbers.below(8) };
        let mut open = BTreeSet::new();
        while open.len() < open_wanted {
            open.insert(numbers.below(QUESTIONS + 1));
        }
        let adult = numbers.below(8) != 0;
        let answers: [u8; QUESTIONS] = std::array::from_fn(|_| numbers.below(3) as u8);
        let birth_date = (!open.contains(&QUESTIONS)).then_some(adult);
        let given: [Option<u8>; QUESTIONS] =
            std::array::from_fn(|place| (!open.contains(&place)).then_some(answers[place]));

        let trial = try_all(birth_date, &given);
        trials += trial.ways;
        for (offer, row) in asked(birth_date, &given, &on).into_iter().enumerate() {
            let mut missing: Vec<&str> = Vec::new();
            if trial.differs_at(QUESTIONS, offer) {
                missing.push("birth_date");
            }
            let differing = Question::ALL.iter().enumerate();
            let differing = differing.filter(|(place, _)| trial.differs_at(*place, offer));
            missing.extend(differing.map(|(_, question)| question.code()));
            assert_eq!(row.missing, missing, "{} of {birth_date:?} {given:?}", OFFERS[offer]);

            let verdict = match missing.is_empty() {
                true => VERDICTS[verdict_in(trial.some_verdicts, offer) as usize],
                false => "incomplete",
            };
            assert_eq!(row.verdict, verdict, "{} of {birth_date:?} {given:?}", OFFERS[offer]);
            incomplete += usize::from(verdict == "incomplete");
        }
    }
    // The sample is worth something only when both kinds are frequent.
    assert!((PARTIAL_STATES..4 * PARTIAL_STATES).contains(&incomplete), "{incomplete}");
    println!(
        "checked: {PARTIAL_STATES} partly answered situations against {trials} ways of answering"
    );
}

struct Trial {
    /// For each question, the birth date last: the bits of the verdicts that its answers change.
    changes: [u16; QUESTIONS + 1],
    /// The verdicts of one way of answering everything.
    some_verdicts: u16,
    ways: usize,
}

impl Trial {
    fn differs_at(&self, question: usize, offer: usize) -> bool {
        verdict_in(self.changes[question], offer) != 0
    }
}

fn try_all(birth_date: Option<bool>, given: &[Option<u8>; QUESTIONS]) -> Trial {
    let table = table();
    // A question's step in the table, the number of its answers.
    let mut open: Vec<(usize, usize, usize)> = (0..QUESTIONS)
        .filter(|place| given[*place].is_none())
        .map(|place| (place, place_value(place), 3))
        .collect();
    if birth_date.is_none() {
        open.push((QUESTIONS, HALF, 2));
    }
    let answered: usize = (0..QUESTIONS)
        .filter_map(|place| Some(usize::from(given[place]?) * place_value(place)))
        .sum();
    let base = answered + if birth_date == Some(false) { HALF } else { 0 };
    let ways: usize = open.iter().map(|(_, _, answers)| answers).product();

    let mut changes = [0; QUESTIONS + 1];
    for way in 0..ways {
        let mut rest = way;
        let mut state = base;
        let mut own = [0; QUESTIONS + 1];
        for (place, step, answers) in &open {
            own[*place] = rest % answers * step;
            state += own[*place];
            rest /= answers;
        }
        for (place, _, _) in &open {
            changes[*place] |= table[state] ^ table[state - own[*place]];
        }
    }
    Trial { changes, some_verdicts: table[base], ways }
}

// ---- Respite: pairs of stays ----

/// Every pair of arrivals in 2027 and 2028, a leap year.
const ARRIVALS: usize = 731;
const PAIRS_OF_STAYS: usize = ARRIVALS * (ARRIVALS + 1) / 2;

/// Dates as a calendar on paper has them: day numbers counted from 1 January 1900, a Monday.
struct PaperCalendar {
    days: Vec<(i32, u32, u32)>,
    numbers: BTreeMap<(i32, u32, u32), usize>,
}

impl PaperCalendar {
    fn until(last_year: i32) -> PaperCalendar {
        let mut days = Vec::new();
        for year in 1900..=last_year {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let february = if leap { 29 } else { 28 };
            let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (month, length) in (1..).zip(months) {
                days.extend((1..=length).map(|day| (year, month, day)));
            }
        }
        let numbers = days.iter().enumerate().map(|(number, day)| (*day, number)).collect();
        PaperCalendar { days, numbers }
    }

    fn number(&self, date: (i32, u32, u32)) -> usize {
        self.numbers[&date]
    }

    fn number_of(&self, date: Date) -> usize {
        self.number((date.year(), date.month(), date.day()))
    }

    fn date(&self, number: usize) -> Date {
        day(self.days[number])
    }

    /// The last day of the twelve months that begin on a day.
    fn end_of_twelve_months(&self, from: usize) -> usize {
        let (year, month, day) = self.days[from];
        let same_day = (year + 1, month, day);
        let next = self.numbers.get(&same_day).copied();
        next.unwrap_or_else(|| self.number((year + 1, 2, 28))) - 1
    }

    /// For each day the day on which its year begins, when years begin on this month and day.
    fn year_starts(&self, month: u32, day_of_month: u32) -> Vec<usize> {
        let mut start = 0;
        let days = self.days.iter().enumerate().map(|(number, day)| {
            if (day.1, day.2) == (month, day_of_month) {
                start = number;
            }
            start
        });
        days.collect()
    }
}

/// A stay by day numbers, both ends included.
type Days = (usize, usize);

/// First day of a period, marks in it, days with a mark in it.
type Count = (usize, u32, u32);

/// What a person with a paper calendar counts: how often each day is marked.
fn marked(stays: &[Days]) -> Vec<(usize, u32)> {
    let mut marks: Vec<(usize, u32)> = Vec::new();
    for (arrival, departure) in stays {
        for day in *arrival..=*departure {
            match marks.iter_mut().find(|(marked, _)| *marked == day) {
                Some((_, times)) => *times += 1,
                None => marks.push((day, 1)),
            }
        }
    }
    marks.sort_unstable();
    marks
}

/// Each period with a mark, when `starts` has for each day the first day of its period.
fn by_period(marks: &[(usize, u32)], starts: &[usize]) -> Vec<Count> {
    let mut periods: Vec<Count> = Vec::new();
    for (day, times) in marks {
        match periods.last_mut() {
            Some((start, marks, days)) if *start == starts[*day] => {
                *marks += times;
                *days += 1;
            }
            _ => periods.push((starts[*day], *times, 1)),
        }
    }
    periods
}

/// The first of the busiest twelve months that begin on a marked day: first day, last day, marks.
fn busiest(marks: &[(usize, u32)], calendar: &PaperCalendar) -> (usize, usize, u32) {
    let mut best = (0, 0, 0);
    for (place, (from, _)) in marks.iter().enumerate() {
        let to = calendar.end_of_twelve_months(*from);
        let inside = marks[place..].iter().take_while(|(day, _)| *day <= to);
        let sum = inside.map(|(_, times)| times).sum();
        if sum > best.2 {
            best = (*from, to, sum);
        }
    }
    best
}

/// Two stays may share one day at an end of both, nothing more.
fn may_stand_together([a, b]: [Days; 2]) -> bool {
    a.1 <= b.0 || b.1 <= a.0
}

#[test]
fn two_stays_count_as_marks_on_a_paper_calendar() {
    let space = RespitePairs::new();
    let pairs = |first: usize| (first..ARRIVALS).step_by(2).map(|a| space.check_from(a)).sum();
    let found: Found = std::thread::scope(|threads| {
        let odd = threads.spawn(|| pairs(1));
        let even: Found = pairs(0);
        [even, odd.join().unwrap()].into_iter().sum()
    });
    let Found { checked, refused, shared } = found;
    assert_eq!(checked, PAIRS_OF_STAYS);
    assert!(refused > 1_000 && shared > 1_000, "{refused} refused, {shared} share a day");
    println!("checked: {checked} pairs of stays, {refused} refused, {shared} sharing a day");
}

#[derive(Default)]
struct Found {
    checked: usize,
    refused: usize,
    shared: usize,
}

impl std::iter::Sum for Found {
    fn sum<I: Iterator<Item = Found>>(parts: I) -> Found {
        parts.fold(Found::default(), |all, part| Found {
            checked: all.checked + part.checked,
            refused: all.refused + part.refused,
            shared: all.shared + part.shared,
        })
    }
}

struct RespitePairs {
    calendar: PaperCalendar,
    on: Parameters,
    /// The first day of each day's calendar year and grant year.
    new_years: Vec<usize>,
    grant_years: Vec<usize>,
}

impl RespitePairs {
    const GRANTED: u32 = 12;

    fn new() -> RespitePairs {
        let calendar = PaperCalendar::until(2032);
        let new_years = calendar.year_starts(1, 1);
        let grant_years = calendar.year_starts(2, 15);
        RespitePairs { calendar, on: parameters(), new_years, grant_years }
    }

    fn stay(&self, days: Days) -> Stay {
        Stay::new(self.calendar.date(days.0), self.calendar.date(days.1)).unwrap()
    }

    /// Every second stay beside a stay that arrives on this day.
    fn check_from(&self, a: usize) -> Found {
        let first = self.calendar.number((2027, 1, 1));
        let mut found = Found::default();
        for b in a..ARRIVALS {
            // Lengths of 1 to 10 days; each pair of lengths comes up more than 2,000 times.
            let (nights_a, nights_b) = ((a + 3 * b) % 10, (b + 7 * a / 10) % 10);
            let pair = [(first + a, first + a + nights_a), (first + b, first + b + nights_b)];
            let plan = Plan {
                granted_days: Some(Self::GRANTED),
                stays: vec![self.stay(pair[1]), self.stay(pair[0])],
                grant_start: Some(day((2027, 2, 15))),
                temporary_housing: vec![],
            };
            found.checked += 1;
            match respite(&plan, &self.on.respite.unwrap()) {
                Ok(counted) => {
                    assert!(may_stand_together(pair), "{pair:?}");
                    found.shared += usize::from(self.compare(pair, &counted));
                }
                Err(_) => {
                    assert!(!may_stand_together(pair), "{pair:?}");
                    found.refused += 1;
                }
            }
        }
        found
    }

    /// Compares the rules' counts with the marks; tells whether the stays share a day.
    fn compare(&self, pair: [Days; 2], counted: &Respite) -> bool {
        let calendar = &self.calendar;
        let marks = marked(&pair);

        let years = by_period(&marks, &self.new_years);
        let rows = counted.years.iter().map(|row| {
            (calendar.number((row.year, 1, 1)), row.usage.days, row.usage.distinct_days)
        });
        assert_eq!(rows.collect::<Vec<_>>(), years, "{pair:?}");

        let grant_years = by_period(&marks, &self.grant_years);
        let rows = counted.grant_years.iter().flatten().map(|row| {
            (calendar.number_of(row.period.from), row.usage.days, row.usage.distinct_days)
        });
        assert_eq!(rows.collect::<Vec<_>>(), grant_years, "{pair:?}");

        let (from, to, days) = busiest(&marks, calendar);
        let window = counted.busiest_12_months.unwrap();
        let ends = (calendar.number_of(window.period.from), calendar.number_of(window.period.to));
        assert_eq!((ends, window.days), ((from, to), days), "{pair:?}");

        let over = |(_, days, _): &Count| *days > Self::GRANTED;
        let year_over = years.iter().any(over);
        let shares = marks.iter().any(|(_, times)| *times > 1);
        let year = |number: usize| calendar.days[number].0;
        let notes: Vec<&str> = [
            ("shared_day", shares),
            ("over_granted", year_over),
            ("over_in_12_months", !year_over && days > Self::GRANTED),
            ("over_in_grant_year", !year_over && grant_years.iter().any(over)),
            ("spans_new_year", pair.iter().any(|stay| year(stay.0) != year(stay.1))),
        ]
        .iter()
        .filter_map(|(note, applies)| applies.then_some(*note))
        .collect();
        let found: Vec<&str> = counted.notes.iter().map(|note| note.code()).collect();
        assert_eq!(found, notes, "{pair:?}");
        shares
    }
}

// ---- The calendar ----

const DAYS_1900_TO_2100: usize = 73_414;
const PUBLIC_HOLIDAYS_1900_TO_2100: usize = 2_134;

/// Easter Sunday by Gauss's rule: March and April as days from 1 March.
fn easter_by_gauss(year: i32) -> (u32, u32) {
    let (a, b, c, k) = (year % 19, year % 4, year % 7, year / 100);
    let p = (13 + 8 * k) / 25;
    let m = (15 - p + k - k / 4) % 30;
    let n = (4 + k - k / 4) % 7;
    let d = (19 * a + m) % 30;
    let e = (2 * b + 4 * c + 6 * d + n) % 7;
    let day = match 22 + d + e {
        57 => 50,
        56 if d == 28 && e == 6 && a > 10 => 49,
        day => day,
    };
    if day <= 31 { (3, day as u32) } else { (4, day as u32 - 31) }
}

/// From almanacs, among them the earliest and the latest possible and Gauss's exceptions.
const KNOWN_EASTERS: [(i32, u32, u32); 24] = [
    (1900, 4, 15),
    (1913, 3, 23),
    (1918, 3, 31),
    (1940, 3, 24),
    (1943, 4, 25),
    (1954, 4, 18),
    (1961, 4, 2),
    (1981, 4, 19),
    (1999, 4, 4),
    (2000, 4, 23),
    (2008, 3, 23),
    (2011, 4, 24),
    (2016, 3, 27),
    (2019, 4, 21),
    (2020, 4, 12),
    (2023, 4, 9),
    (2024, 3, 31),
    (2025, 4, 20),
    (2026, 4, 5),
    (2027, 3, 28),
    (2038, 4, 25),
    (2049, 4, 18),
    (2076, 4, 19),
    (2100, 3, 28),
];

#[test]
fn easter_falls_where_almanacs_have_it() {
    for (year, month, day_of_month) in KNOWN_EASTERS {
        assert_eq!(easter_by_gauss(year), (month, day_of_month), "{year}");
        let found = holiday(day((year, month, day_of_month))).map(|holiday| holiday.code());
        assert_eq!(found, Some("easter_sunday"), "{year}");
    }
    println!("checked: {} Easters of almanacs", KNOWN_EASTERS.len());
}

#[test]
fn every_day_of_two_centuries_has_its_weekday_and_its_holiday() {
    let calendar = PaperCalendar::until(2101);
    let weekdays = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    let holidays: BTreeMap<usize, &str> =
        (1900..=2100).flat_map(|year| holidays_of(&calendar, year)).collect();
    let (mut checked, mut found) = (0, 0);
    for (number, parts) in calendar.days.iter().enumerate() {
        if parts.0 > 2100 {
            break;
        }
        let date = day(*parts);
        assert_eq!(date.weekday(), weekdays[number % 7], "{parts:?}");
        assert_eq!(date.iso(), format!("{:04}-{:02}-{:02}", parts.0, parts.1, parts.2));
        assert_eq!(Date::parse(&date.iso()), Some(date));
        assert_eq!(Date::FIRST.days_until(date), number as i32);
        assert_eq!(Date::FIRST.plus_days(number as i32), date);

        let own = holidays.get(&number).copied();
        assert_eq!(holiday(date).map(|holiday| holiday.code()), own, "{parts:?}");
        assert_eq!(is_working_day(date), number % 7 < 5 && own.is_none(), "{parts:?}");
        let bridge = number > 0 && holidays.get(&(number - 1)) == Some(&"ascension_day");
        let closed = matches!((parts.1, parts.2), (6, 5) | (12, 24) | (12, 31)) || bridge;
        assert_eq!(office_may_be_closed(date), closed, "{parts:?}");
        found += usize::from(own.is_some());
        checked += 1;
    }
    assert_eq!(checked, DAYS_1900_TO_2100);
    assert_eq!(checked as u64, verified::CALENDAR_DAYS);
    assert_eq!(found, PUBLIC_HOLIDAYS_1900_TO_2100);
    println!("checked: {checked} days from 1900 to 2100, {found} of them public holidays");
}

fn holidays_of(calendar: &PaperCalendar, year: i32) -> Vec<(usize, &'static str)> {
    let (month, day_of_month) = easter_by_gauss(year);
    let easter = calendar.number((year, month, day_of_month));
    // Friday before the fourth Sunday after Easter; the sixth Thursday and the seventh Sunday
    // after Easter.
    let mut holidays = vec![
        (calendar.number((year, 1, 1)), "new_years_day"),
        (easter - 3, "maundy_thursday"),
        (easter - 2, "good_friday"),
        (easter, "easter_sunday"),
        (easter + 1, "easter_monday"),
        (easter + 4 * 7 - 2, "great_prayer_day"),
        (easter + 6 * 7 - 3, "ascension_day"),
        (easter + 7 * 7, "whit_sunday"),
        (easter + 7 * 7 + 1, "whit_monday"),
        (calendar.number((year, 12, 25)), "christmas_day"),
        (calendar.number((year, 12, 26)), "second_christmas_day"),
    ];
    holidays.retain(|(_, name)| year <= 2023 || *name != "great_prayer_day");
    holidays
}

// ---- The standard ----

const DAYS_WITH_STANDARD: usize = verified::STANDARD_DAYS as usize;
const DAYS_BEFORE_STANDARD: usize = DAYS_1900_TO_2100 - DAYS_WITH_STANDARD;
const PARAMETERS: usize = 12;

#[test]
fn every_day_has_one_value_of_each_parameter_from_the_approval_on_and_none_before() {
    let standard = Standard::built_in().unwrap();
    let entries = standard.entries();
    let (mut with, mut without) = (0, 0);
    for number in 0..DAYS_1900_TO_2100 {
        let date = Date::FIRST.plus_days(number as i32);
        let in_force = entries
            .iter()
            .filter(|entry| entry.from <= date && entry.to.is_none_or(|to| date <= to));
        let in_force: Vec<_> = in_force.collect();
        let Ok(parameters) = standard.on(date) else {
            assert!(date < day((2023, 4, 17)), "{}", date.iso());
            assert!(in_force.is_empty(), "{}", date.iso());
            without += 1;
            continue;
        };
        assert!(date >= day((2023, 4, 17)), "{}", date.iso());
        let listed: BTreeMap<&str, Value> =
            in_force.iter().map(|entry| (entry.id.code(), entry.value)).collect();
        assert_eq!(in_force.len(), PARAMETERS, "{}", date.iso());
        assert_eq!(listed, values_of(&parameters), "{}", date.iso());
        let begun = in_force.iter().map(|entry| entry.from).max();
        assert_eq!(Some(parameters.version), begun, "{}", date.iso());
        with += 1;
    }
    assert_eq!((with, without), (DAYS_WITH_STANDARD, DAYS_BEFORE_STANDARD));
    println!("checked: {with} days with one value of each of {PARAMETERS} parameters");
    println!("checked: {without} days before the standard, all without parameters");
}

fn values_of(on: &Parameters) -> BTreeMap<&'static str, Value> {
    let months = |number: i32| Value::Number(number.unsigned_abs());
    let quota = on.respite.unwrap();
    BTreeMap::from([
        ("adult_age", Value::Number(on.adult_age)),
        ("respite_days_per_year", Value::Number(quota.days_per_year)),
        ("respite_weekend_days", Value::Number(quota.weekend_days)),
        ("respite_week_days", Value::Number(quota.week_days)),
        ("minimum_age_limit", Value::Number(on.minimum_age_limit)),
        ("minimum_under_age_limit", Value::Amount(on.minimum_under_age_limit)),
        ("minimum_from_age_limit", Value::Amount(on.minimum_from_age_limit)),
        ("complaint_days", months(on.complaint_days)),
        ("first_follow_up_months", months(on.first_follow_up_months)),
        ("temporary_follow_up_months", months(on.temporary_follow_up_months.unwrap())),
        ("long_term_follow_up_months", months(on.long_term_follow_up_months.unwrap())),
        ("price_limit_percent", on.price_limit_percent.map_or(Value::NotFixed, Value::Number)),
    ])
}
