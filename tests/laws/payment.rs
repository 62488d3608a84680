//! Laws of the payment: what an estimate leaves and takes, its kinds, and what would change it.

use std::cell::Cell;

use botilbud::request::ask;
use botilbud::rules::date::Date;
use botilbud::rules::logic::Truth;
use botilbud::rules::money::Money;
use botilbud::rules::offer::Housing;
use botilbud::rules::payment::what_if::{
    KindFrom, Point, Thresholds, curve, on_limit_birthday, one_more_expense, thresholds,
    with_income,
};
use botilbud::rules::payment::{
    Budget, ChargeKind, ExpenseKind, IncomeKind, Line, Payment, PaymentKind, payment,
};
use botilbud::rules::standard::{Parameters, Standard};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::{LAW_CASES, date, hold, parameters};

// ---- Budgets ----

/// Round amounts, as people name them, and odd ones to the øre.
fn amount() -> impl Strategy<Value = Money> {
    let oere = prop_oneof![
        Just(0),
        0..10_i64,
        (0..150_i64).prop_map(|hundreds| hundreds * 10_000),
        0..500_000_i64,
        0..3_000_000_i64,
        0..1_000_000_000_i64
    ];
    oere.prop_map(Money::from_oere)
}

fn lines<Kind: Copy + std::fmt::Debug + 'static>(
    kinds: &'static [Kind],
) -> impl Strategy<Value = Vec<Line<Kind>>> {
    vec((select(kinds), amount()).prop_map(|(kind, amount)| Line { kind, amount }), 0..6)
}

/// Adults, many of them about to become 30 or 31, or just become so.
fn birth_date() -> impl Strategy<Value = Date> {
    let (thirty, thirty_one) = (date("1996-11-22"), date("1995-11-22"));
    prop_oneof![
        (-1..=1_i32).prop_map(move |days| thirty.plus_days(days)),
        (-1..=1_i32).prop_map(move |days| thirty_one.plus_days(days)),
        (0..10_000_i32).prop_map(|days| date("2008-11-22").plus_days(-days)),
    ]
}

fn budget() -> impl Strategy<Value = Budget> {
    (
        select(Housing::ALL),
        birth_date(),
        (lines(IncomeKind::ALL), lines(ExpenseKind::ALL), lines(ChargeKind::ALL)),
        option::of(select(Truth::ALL)),
        option::of(amount()),
        option::of(amount()),
    )
        .prop_map(
            |(offer, birth_date, (income, expenses, charges), keeps_own_home, benefit, debt)| {
                Budget {
                    offer,
                    date: date("2026-11-22"),
                    birth_date,
                    income,
                    expenses,
                    charges,
                    keeps_own_home,
                    housing_benefit: benefit,
                    debt,
                }
            },
        )
}

// ---- Estimates ----

fn estimated(budget: &Budget) -> Payment {
    payment(budget, &parameters()).unwrap()
}

/// The municipality never takes so much that less than the minimum is left; what is missing was
/// missing before.
#[test]
fn payment_leaves_the_minimum_or_takes_nothing() {
    hold(LAW_CASES, budget(), |budget| {
        let paid = estimated(&budget);
        if budget.offer != Housing::Lease {
            let enough = paid.left_over >= paid.minimum;
            prop_assert!(enough || (paid.available < paid.minimum && paid.estimate == Money::ZERO));
            prop_assert!(paid.estimate <= paid.ceiling);
        }
        for reading in &paid.readings {
            prop_assert!(budget.offer == Housing::Lease || reading.estimate <= reading.ceiling);
        }
        Ok(())
    });
}

#[test]
fn an_estimate_is_between_nothing_and_the_charges() {
    hold(LAW_CASES, budget(), |budget| {
        let paid = estimated(&budget);
        let all: Money = budget.charges.iter().map(|line| line.amount).sum();
        prop_assert!(Money::ZERO <= paid.estimate && paid.estimate <= paid.charges);
        prop_assert!(paid.charges <= all);
        prop_assert!(
            budget.offer == Housing::Lease || paid.estimate.plus(paid.reduction) == paid.charges
        );
        prop_assert_eq!(paid.estimate.plus(paid.left_over), paid.available);
        prop_assert_eq!(paid.available.plus(paid.expenses), paid.income);
        Ok(())
    });
}

#[test]
fn a_krone_more_of_income_never_lowers_what_is_left() {
    let richer = (budget(), select(IncomeKind::ALL), 1..10_000_i64);
    hold(LAW_CASES, richer, |(budget, kind, oere)| {
        let before = estimated(&budget);
        let more = Money::from_oere(oere);
        let mut richer = budget.clone();
        richer.income.push(Line { kind, amount: more });
        let after = estimated(&richer);
        prop_assert!(after.left_over >= before.left_over);
        prop_assert!(after.left_over <= before.left_over.plus(more));
        prop_assert!(after.estimate >= before.estimate);
        prop_assert!(after.shortfall <= before.shortfall);
        Ok(())
    });
}

// ---- Kinds ----

fn kind(result: &Payment, offer: Housing) -> PaymentKind {
    PaymentKind::of(result, offer)
}

fn oere(oere: i64) -> Money {
    Money::from_oere(oere)
}

fn kind_with(budget: &Budget, income: Money) -> PaymentKind {
    kind(&estimated(&with_income(budget, income)), budget.offer)
}

fn turns(budget: &Budget) -> Thresholds {
    thresholds(budget, &parameters()).unwrap()
}

/// The kind that holds for an income: the last that begins at or below it.
fn kind_at(by_income: &[KindFrom], income: Money) -> PaymentKind {
    by_income.iter().rev().find(|from| from.income <= income).unwrap().kind
}

/// A budget, and an income that is at one of its thresholds, near it, or any.
fn income_and_budget() -> impl Strategy<Value = (Budget, Money)> {
    let away = prop_oneof![Just(0), -3..=3_i64, -100_000..100_000_i64];
    let inputs = (budget(), any::<Index>(), away, amount());
    inputs.prop_map(|(budget, place, away, any)| {
        let by_income = turns(&budget).by_income;
        let income = match place.index(by_income.len()) {
            0 => any,
            place => by_income[place].income.plus(oere(away)).or_zero(),
        };
        (budget, income)
    })
}

/// Each kind says of the amounts what its name says, and is met often.
#[test]
fn the_kind_of_a_result_is_what_its_amounts_say() {
    let seen: [Cell<u32>; 6] = Default::default();
    hold(LAW_CASES * 3, income_and_budget(), |(budget, income)| {
        let paid = estimated(&with_income(&budget, income));
        let lease = budget.offer == Housing::Lease;
        let kind = kind(&paid, budget.offer);
        seen[kind as usize].set(seen[kind as usize].get() + 1);
        let minimum_left = paid.left_over >= paid.minimum;
        prop_assert_eq!(minimum_left, kind != PaymentKind::BelowMinimum);
        let (estimate, charges) = (paid.estimate, paid.charges);
        let fits = match kind {
            PaymentKind::BelowMinimum => lease || estimate == Money::ZERO,
            PaymentKind::NoCharges => charges == Money::ZERO,
            PaymentKind::Nothing => !lease && estimate == Money::ZERO && charges > Money::ZERO,
            PaymentKind::Reduced => !lease && estimate > Money::ZERO && estimate < charges,
            PaymentKind::Full if lease => estimate > Money::ZERO,
            PaymentKind::Full => estimate > Money::ZERO && estimate == charges,
            PaymentKind::Covered => lease && estimate == Money::ZERO && charges > Money::ZERO,
        };
        prop_assert!(fits, "{:?}: {:?}", kind, paid);
        Ok(())
    });
    let seen = seen.map(Cell::into_inner);
    assert!(seen.iter().all(|count| *count >= 40), "{seen:?}");
}

/// At each threshold the kind is the one said, one øre below it still the one before.
#[test]
fn every_threshold_is_exact_to_the_oere() {
    hold(LAW_CASES, budget(), |budget| {
        let by_income = turns(&budget).by_income;
        prop_assert_eq!(by_income[0].income, Money::ZERO);
        prop_assert_eq!(by_income[0].kind, kind_with(&budget, Money::ZERO));
        for pair in by_income.windows(2) {
            let [before, from] = [pair[0], pair[1]];
            prop_assert!(before.income < from.income && before.kind != from.kind);
            prop_assert_eq!(kind_with(&budget, from.income), from.kind);
            prop_assert_eq!(kind_with(&budget, from.income.minus(oere(1))), before.kind);
        }
        Ok(())
    });
}

/// Whatever the income, the kind is that of the last threshold.
#[test]
fn between_two_thresholds_the_kind_stays() {
    hold(LAW_CASES * 2, income_and_budget(), |(budget, income)| {
        prop_assert_eq!(kind_with(&budget, income), kind_at(&turns(&budget).by_income, income));
        Ok(())
    });
}

/// The thresholds do not depend on the income that the budget has now, nor on its lines.
#[test]
fn thresholds_are_the_same_from_every_income() {
    hold(LAW_CASES, income_and_budget(), |(budget, income)| {
        let elsewhere = with_income(&budget, income);
        prop_assert_eq!(turns(&elsewhere).by_income, turns(&budget).by_income);
        let in_one_line = with_income(&budget, estimated(&budget).income);
        prop_assert_eq!(turns(&in_one_line), turns(&budget));
        Ok(())
    });
}

fn with_charges(budget: &Budget, total: Money) -> Budget {
    let charges = vec![Line { kind: ChargeKind::Other, amount: total }];
    Budget { charges, ..budget.clone() }
}

/// All of the highest charges is paid and the minimum is left; of an øre more that is not so.
#[test]
fn the_highest_charges_are_exact_to_the_oere() {
    let found = Cell::new(0);
    hold(LAW_CASES, income_and_budget(), |(budget, income)| {
        let budget = with_income(&budget, income);
        let all_paid = |charges| {
            let kind = kind(&estimated(&with_charges(&budget, charges)), budget.offer);
            matches!(kind, PaymentKind::Full | PaymentKind::Covered | PaymentKind::NoCharges)
        };
        match turns(&budget).highest_charges {
            Some(charges) => {
                found.set(found.get() + 1);
                prop_assert!(all_paid(charges) && !all_paid(charges.plus(oere(1))));
            }
            None => prop_assert!(!all_paid(Money::ZERO)),
        }
        Ok(())
    });
    assert!((100..LAW_CASES - 100).contains(&found.get()), "{}", found.get());
}

// ---- A world of a few øre, tried out ----

/// The kind by the standard's text, counted in øre.
fn kind_by_hand(world: &World, income: i64) -> PaymentKind {
    let &World { offer, minimum, expenses, charges, benefit } = world;
    let to_pay = if offer == Housing::Lease { (charges - benefit).max(0) } else { 0 };
    let room = income - expenses - minimum - to_pay;
    match offer {
        _ if room < 0 => PaymentKind::BelowMinimum,
        _ if charges == 0 => PaymentKind::NoCharges,
        Housing::Lease if to_pay == 0 => PaymentKind::Covered,
        Housing::Lease => PaymentKind::Full,
        _ if room >= charges => PaymentKind::Full,
        _ if room > 0 => PaymentKind::Reduced,
        _ => PaymentKind::Nothing,
    }
}

/// All that decides a kind besides the income, in øre.
#[derive(Debug)]
struct World {
    offer: Housing,
    minimum: i64,
    expenses: i64,
    charges: i64,
    benefit: i64,
}

impl World {
    fn each(mut visit: impl FnMut(&World)) {
        for offer in Housing::ALL.iter().copied() {
            for minimum in [0, 1, 7] {
                for expenses in 0..4 {
                    for charges in 0..10 {
                        for benefit in [0, 1, 5, 12] {
                            visit(&World { offer, minimum, expenses, charges, benefit });
                        }
                    }
                }
            }
        }
    }

    fn parameters(&self) -> Parameters {
        Parameters { minimum_under_age_limit: oere(self.minimum), ..parameters() }
    }

    fn budget(&self) -> Budget {
        Budget {
            offer: self.offer,
            date: date("2026-11-22"),
            birth_date: date("2000-01-01"),
            income: vec![],
            expenses: vec![Line { kind: ExpenseKind::Medicine, amount: oere(self.expenses) }],
            charges: vec![Line { kind: ChargeKind::Food, amount: oere(self.charges) }],
            keeps_own_home: None,
            housing_benefit: Some(oere(self.benefit)),
            debt: None,
        }
    }
}

/// Every income from 0 to 60 øre: the kinds are those of the text, and the thresholds are all the
/// incomes at which the kind changes and no other.
#[test]
fn in_a_small_world_the_thresholds_are_all_changes_there_are() {
    let mut worlds = 0;
    World::each(|world| {
        let (budget, parameters) = (world.budget(), world.parameters());
        let mut tried: Vec<KindFrom> = Vec::new();
        for income in 0..=60 {
            let result = payment(&with_income(&budget, oere(income)), &parameters).unwrap();
            let kind = kind(&result, world.offer);
            assert_eq!(kind, kind_by_hand(world, income), "{world:?} with {income}");
            if tried.last().is_none_or(|before| before.kind != kind) {
                tried.push(KindFrom { income: oere(income), kind });
            }
        }
        assert_eq!(thresholds(&budget, &parameters).unwrap().by_income, tried, "{world:?}");
        worlds += 1;
    });
    println!("checked: {worlds} budgets of a few øre, every income from 0 to 60 øre");
    assert_eq!(worlds, 3 * 3 * 4 * 10 * 4);
}

/// Every income from 0 to 60 øre lies on the line between the corners on both sides.
#[test]
fn in_a_small_world_every_point_lies_on_the_curve() {
    World::each(|world| {
        let (budget, parameters) = (world.budget(), world.parameters());
        let corners = curve(&budget, &parameters, oere(60)).unwrap();
        for pair in corners.windows(2) {
            let [from, to] = [&pair[0], &pair[1]];
            for income in from.income.oere()..=to.income.oere() {
                let income = oere(income as i64);
                let result = payment(&with_income(&budget, income), &parameters).unwrap();
                assert!(is_between(from, to, income, &result), "{world:?}: {from:?} {to:?}");
            }
        }
    });
}

// ---- The curve ----

fn in_oere(amount: Money) -> i128 {
    amount.plain().replace('.', "").parse().unwrap()
}

/// Whether a result lies on the straight line between two corners, in whole øre without rounding.
fn is_between(from: &Point, to: &Point, income: Money, result: &Payment) -> bool {
    let along = in_oere(income) - in_oere(from.income);
    let whole = in_oere(to.income) - in_oere(from.income);
    let on_line = |start: Money, end: Money, here: Money| {
        (in_oere(here) - in_oere(start)) * whole == (in_oere(end) - in_oere(start)) * along
    };
    on_line(from.estimate, to.estimate, result.estimate)
        && on_line(from.left_over, to.left_over, result.left_over)
}

#[test]
fn the_corners_are_results_and_between_them_run_straight_lines() {
    let three = Cell::new(0);
    let inputs = (income_and_budget(), 1..100_i64);
    hold(LAW_CASES, inputs, |((budget, up_to), percent)| {
        let corners = curve(&budget, &parameters(), up_to).unwrap();
        prop_assert_eq!(corners[0].income, Money::ZERO);
        prop_assert_eq!(corners[corners.len() - 1].income, up_to);
        three.set(three.get() + u32::from(corners.len() > 3));
        for corner in &corners {
            let result = estimated(&with_income(&budget, corner.income));
            prop_assert_eq!(
                (corner.estimate, corner.left_over),
                (result.estimate, result.left_over)
            );
        }
        for pair in corners.windows(2) {
            let [from, to] = [&pair[0], &pair[1]];
            prop_assert!(from.income < to.income);
            let width = in_oere(to.income) - in_oere(from.income);
            for part in [1, width / 2, width * i128::from(percent) / 100, width - 1] {
                let income = from.income.plus(oere(part as i64));
                let result = estimated(&with_income(&budget, income));
                prop_assert!(is_between(from, to, income, &result), "at {}", income.plain());
            }
        }
        Ok(())
    });
    assert!(three.get() >= 50, "{} curves with both bends", three.get());
}

/// Every kind that begins below the end is marked by a point, but for the part that begins with
/// the first øre after the minimum.
#[test]
fn every_threshold_below_the_end_is_a_point_of_the_curve() {
    hold(LAW_CASES, income_and_budget(), |(budget, up_to)| {
        let points: Vec<Money> = curve(&budget, &parameters(), up_to)
            .unwrap()
            .iter()
            .map(|point| point.income)
            .collect();
        let marked = turns(&budget).by_income.into_iter();
        let marked = marked.filter(|from| from.kind != PaymentKind::Reduced);
        let below = marked.map(|from| from.income).filter(|income| *income < up_to);
        prop_assert_eq!(below.chain([up_to]).collect::<Vec<_>>(), points);
        Ok(())
    });
}

// ---- Other budgets, other days ----

/// An expense more is the same as computing anew, in a line of its own or added to one there is.
#[test]
fn one_more_expense_is_a_budget_with_one_more() {
    let inputs = (income_and_budget(), amount(), select(ExpenseKind::ALL));
    hold(LAW_CASES, inputs, |((budget, income), amount, kind)| {
        let mut budget = with_income(&budget, income);
        let shift = one_more_expense(&budget, &parameters(), amount).unwrap();
        let before = estimated(&budget);
        match budget.expenses.last_mut() {
            Some(line) => line.amount = line.amount.plus(amount),
            None => budget.expenses.push(Line { kind, amount }),
        }
        let after = estimated(&budget);
        prop_assert_eq!(before.estimate.plus(shift.estimate_by), after.estimate);
        prop_assert_eq!(before.left_over.plus(shift.left_over_by), after.left_over);
        prop_assert!(shift.estimate_by <= Money::ZERO && shift.left_over_by <= Money::ZERO);
        prop_assert_eq!(shift.estimate_by.plus(shift.left_over_by).plus(amount), Money::ZERO);
        Ok(())
    });
}

/// A higher income never lowers what is left, the payment or the kind, and what is paid is never
/// more than what is charged or, where the municipality cuts it, than what leaves the minimum.
#[test]
fn a_higher_income_never_lowers_anything() {
    hold(LAW_CASES, (income_and_budget(), amount()), |((budget, income), more)| {
        let [low, high] =
            [income, income.plus(more)].map(|income| estimated(&with_income(&budget, income)));
        prop_assert!(low.estimate <= high.estimate && low.left_over <= high.left_over);
        prop_assert!(kind(&low, budget.offer) as u8 <= kind(&high, budget.offer) as u8);
        for paid in [low, high] {
            prop_assert!(paid.estimate <= paid.charges);
            prop_assert!(budget.offer == Housing::Lease || paid.estimate <= paid.ceiling);
        }
        Ok(())
    });
}

/// On the 30th birthday the result is that of asking for that day, and only when it lies ahead.
#[test]
fn the_birthday_is_asked_about_as_any_other_day() {
    let standard = Standard::built_in().unwrap();
    let ahead = Cell::new(0);
    hold(LAW_CASES, budget(), |budget| {
        let thirty = budget.birth_date.birthday(30);
        let Some(later) = on_limit_birthday(&budget, &standard) else {
            prop_assert!(thirty <= budget.date);
            return Ok(());
        };
        ahead.set(ahead.get() + 1);
        prop_assert!(later.date == thirty && thirty > budget.date);
        let then = Budget { date: thirty, ..budget };
        let asked = ask(&then, &standard).unwrap();
        prop_assert_eq!(&asked.result, &later.result);
        prop_assert_eq!((later.result.age, later.result.minimum), (30, oere(260_000)));
        Ok(())
    });
    assert!((100..LAW_CASES - 100).contains(&ahead.get()), "{}", ahead.get());
}
