use super::what_if::{
    Later, Point, Shift, curve, on_limit_birthday, one_more_expense, thresholds, with_income,
};
use super::*;
use crate::rules::standard::{BUILT_IN, Standard};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn kr(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

fn oere(oere: i64) -> Money {
    Money::from_oere(oere)
}

fn parameters() -> Parameters {
    Standard::built_in().unwrap().on(date("2026-11-22")).unwrap()
}

/// Age 27, income 14,500, medicine 900, rent 4,200 and food 3,600.
fn budget(offer: Housing) -> Budget {
    Budget {
        offer,
        date: date("2026-11-22"),
        birth_date: date("1999-05-04"),
        income: vec![
            Line { kind: IncomeKind::Wages, amount: kr(6_000) },
            Line { kind: IncomeKind::Pension, amount: kr(8_500) },
        ],
        expenses: vec![Line { kind: ExpenseKind::Medicine, amount: kr(900) }],
        charges: vec![
            Line { kind: ChargeKind::Rent, amount: kr(4_200) },
            Line { kind: ChargeKind::Food, amount: kr(3_600) },
        ],
        keeps_own_home: None,
        housing_benefit: None,
        debt: None,
    }
}

fn kind_with(budget: &Budget, income: Money) -> PaymentKind {
    PaymentKind::of(&payment(&with_income(budget, income), &parameters()).unwrap(), budget.offer)
}

fn kinds(budget: &Budget) -> Vec<(Money, PaymentKind)> {
    let thresholds = thresholds(budget, &parameters()).unwrap();
    thresholds.by_income.into_iter().map(|from| (from.income, from.kind)).collect()
}

#[test]
fn the_kind_says_how_much_is_paid_and_whether_the_minimum_is_left() {
    let temporary = budget(Housing::Temporary);
    assert_eq!(kind_with(&temporary, kr(2_699)), PaymentKind::BelowMinimum);
    assert_eq!(kind_with(&temporary, kr(2_700)), PaymentKind::Nothing);
    assert_eq!(kind_with(&temporary, kr(10_499)), PaymentKind::Reduced);
    assert_eq!(kind_with(&temporary, kr(10_500)), PaymentKind::Full);
    let free = Budget { charges: vec![], ..temporary };
    assert_eq!(kind_with(&free, kr(2_699)), PaymentKind::BelowMinimum);
    assert_eq!(kind_with(&free, kr(10_500)), PaymentKind::NoCharges);

    let lease = |benefit| Budget { housing_benefit: benefit, ..budget(Housing::Lease) };
    assert_eq!(kind_with(&lease(None), kr(10_499)), PaymentKind::BelowMinimum);
    assert_eq!(kind_with(&lease(None), kr(10_500)), PaymentKind::Full);
    assert_eq!(kind_with(&lease(Some(kr(800))), kr(9_700)), PaymentKind::Full);
    assert_eq!(kind_with(&lease(Some(kr(7_800))), kr(2_700)), PaymentKind::Covered);
    assert_eq!(kind_with(&lease(Some(kr(7_800))), kr(2_699)), PaymentKind::BelowMinimum);
}

#[test]
fn thresholds_of_a_stay_are_the_minimum_the_first_oere_and_the_whole() {
    for offer in [Housing::Temporary, Housing::LongTerm] {
        let expected = [
            (kr(0), PaymentKind::BelowMinimum),
            (kr(2_700), PaymentKind::Nothing),
            (oere(270_001), PaymentKind::Reduced),
            (kr(10_500), PaymentKind::Full),
        ];
        assert_eq!(kinds(&budget(offer)), expected);
        let found = thresholds(&budget(offer), &parameters()).unwrap();
        assert_eq!(found.highest_charges, Some(kr(11_800)));
        assert_eq!(found.income_for(PaymentKind::Full), Some(kr(10_500)));
        assert_eq!(found.income_for(PaymentKind::Covered), None);
    }
}

#[test]
fn a_lease_has_one_threshold_the_minimum_after_the_rent() {
    let lease = Budget { housing_benefit: Some(kr(800)), ..budget(Housing::Lease) };
    let expected = [(kr(0), PaymentKind::BelowMinimum), (kr(9_700), PaymentKind::Full)];
    assert_eq!(kinds(&lease), expected);
    let found = thresholds(&lease, &parameters()).unwrap();
    assert_eq!(found.highest_charges, Some(kr(12_600)));
}

#[test]
fn a_kind_that_no_income_leads_to_is_left_out() {
    let nothing_charged = Budget { charges: vec![], ..budget(Housing::Temporary) };
    let expected = [(kr(0), PaymentKind::BelowMinimum), (kr(2_700), PaymentKind::NoCharges)];
    assert_eq!(kinds(&nothing_charged), expected);

    let charges = vec![Line { kind: ChargeKind::Tv, amount: oere(1) }];
    let one_oere = Budget { charges, ..budget(Housing::Temporary) };
    let found = kinds(&one_oere);
    assert_eq!(found[1..], [(kr(2_700), PaymentKind::Nothing), (oere(270_001), PaymentKind::Full)]);
}

/// Rent that does not count because the own home is kept moves no threshold.
#[test]
fn only_charges_that_count_move_a_threshold() {
    let kept = Budget { keeps_own_home: Some(Truth::Yes), ..budget(Housing::Temporary) };
    let found = thresholds(&kept, &parameters()).unwrap();
    assert_eq!(found.income_for(PaymentKind::Full), Some(kr(6_300)));
}

#[test]
fn no_charges_can_be_paid_below_the_minimum() {
    for offer in Housing::ALL {
        let poor = with_income(&budget(*offer), oere(269_999));
        assert_eq!(thresholds(&poor, &parameters()).unwrap().highest_charges, None);
        let enough = with_income(&budget(*offer), kr(2_700));
        assert_eq!(thresholds(&enough, &parameters()).unwrap().highest_charges, Some(kr(0)));
    }
}

#[test]
fn an_expense_is_first_taken_from_what_is_left_then_from_the_payment() {
    let shift = |offer, amount| {
        let Shift { estimate_by, left_over_by } =
            one_more_expense(&budget(offer), &parameters(), amount).unwrap();
        (estimate_by, left_over_by)
    };
    // 4,000 more than the minimum is left now.
    assert_eq!(shift(Housing::LongTerm, kr(4_000)), (kr(0), kr(-4_000)));
    assert_eq!(shift(Housing::LongTerm, kr(4_500)), (kr(-500), kr(-4_000)));
    assert_eq!(shift(Housing::LongTerm, kr(12_000)), (kr(-7_800), kr(-4_200)));
    assert_eq!(shift(Housing::Lease, kr(4_500)), (kr(0), kr(-4_500)));
}

#[test]
fn the_curve_bends_where_the_minimum_is_reached_and_where_all_is_paid() {
    let curve = |offer, up_to| {
        let points = curve(&budget(offer), &parameters(), up_to).unwrap();
        let amounts = |point: Point| (point.income, point.estimate, point.left_over);
        points.into_iter().map(amounts).collect::<Vec<_>>()
    };
    let start = (kr(0), kr(0), kr(-900));
    let reached = (kr(2_700), kr(0), kr(1_800));
    let paid = (kr(10_500), kr(7_800), kr(1_800));
    let end = (kr(15_000), kr(7_800), kr(6_300));
    assert_eq!(curve(Housing::Temporary, kr(15_000)), [start, reached, paid, end]);
    assert_eq!(curve(Housing::Temporary, kr(10_500)), [start, reached, paid]);
    assert_eq!(curve(Housing::Temporary, kr(2_000)), [start, (kr(2_000), kr(0), kr(1_100))]);
    assert_eq!(curve(Housing::Temporary, kr(0)), [start]);
    let start = (kr(0), kr(7_800), kr(-8_700));
    assert_eq!(curve(Housing::Lease, kr(15_000)), [start, paid, end]);
}

#[test]
fn on_the_30th_birthday_the_higher_minimum_counts() {
    let standard = Standard::built_in().unwrap();
    let budget = with_income(&budget(Housing::Temporary), kr(10_500));
    let Later { date: day, result } = on_limit_birthday(&budget, &standard).unwrap();
    assert_eq!((day, result.age, result.minimum), (date("2029-05-04"), 30, kr(2_600)));
    assert_eq!((result.estimate, result.left_over), (kr(7_000), kr(2_600)));
    let on_the_day = Budget { date: day, ..budget.clone() };
    assert_eq!(on_limit_birthday(&on_the_day, &standard), None);
    let the_day_before = Budget { date: day.plus_days(-1), ..budget.clone() };
    assert_eq!(on_limit_birthday(&the_day_before, &standard), Some(Later { date: day, result }));
    let before_the_standard = Budget { date: date("2023-04-16"), ..budget };
    assert_eq!(on_limit_birthday(&before_the_standard, &standard), None);
}

/// A minimum that is raised before the birthday is the one that counts on it.
#[test]
fn the_birthday_has_the_parameters_of_its_own_day() {
    let old = "\"value\": \"2600.00\", \"source\": { \"standard\": \"both\", \"section\": \"Er der egenbetaling?\" } }";
    let new = format!("{old}, {{ \"from\": \"2029-05-04\", {} ", old.replace("2600", "3000"));
    let raised = BUILT_IN.replacen(old, &new, 1);
    assert_ne!(raised, BUILT_IN);
    let standard = Standard::load(&raised).unwrap();
    let later = on_limit_birthday(&budget(Housing::Temporary), &standard).unwrap();
    assert_eq!(later.result.minimum, kr(3_000));
}

#[test]
fn a_budget_without_an_estimate_has_no_what_if() {
    let young = Budget { birth_date: date("2009-01-01"), ..budget(Housing::Temporary) };
    let parameters = parameters();
    assert_eq!(thresholds(&young, &parameters), Err(Under18));
    assert_eq!(one_more_expense(&young, &parameters, kr(1)), Err(Under18));
    assert_eq!(curve(&young, &parameters, kr(10_000)), Err(Under18));
}
