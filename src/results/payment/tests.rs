use super::*;
use crate::draft::testing::context;
use crate::request::{Answer, ask};
use crate::rules::date::Date;
use crate::rules::logic::Truth;
use crate::rules::payment::{Budget, ChargeKind, ExpenseKind, IncomeKind, Line, Note, StepId};
use crate::text::format::kroner;
use crate::text::words::DA;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn kr(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

/// Income 14,500, medicine 350, rent 9,000 and food 3,600 in a temporary offer.
fn budget(birth_date: &str) -> Budget {
    Budget {
        offer: Housing::Temporary,
        date: date("2026-11-22"),
        birth_date: date(birth_date),
        income: vec![Line { kind: IncomeKind::Pension, amount: kr(14_500) }],
        expenses: vec![Line { kind: ExpenseKind::Medicine, amount: kr(350) }],
        charges: vec![
            Line { kind: ChargeKind::Rent, amount: kr(9_000) },
            Line { kind: ChargeKind::Food, amount: kr(3_600) },
        ],
        keeps_own_home: Some(Truth::No),
        housing_benefit: None,
        debt: None,
    }
}

fn outcome(budget: Budget) -> PaymentOutcome {
    let answer: Answer<Payment> = ask(&budget, context().standard).unwrap();
    PaymentOutcome { budget, answer }
}

fn shown_of(budget: Budget) -> Shown {
    shown(&outcome(budget), "payment-result", context())
}

#[test]
fn the_figure_is_named_an_upper_limit() {
    let summary = shown_of(budget("1999-05-04")).summary;
    assert!(summary.contains(&format!("<p class=\"figure\">{} ", kroner(kr(12_350)))));
    assert!(summary.contains(DA.payment.figure));
    assert!(summary.contains(r#"<h2 id="payment-result" tabindex="-1">"#));
    assert!(!summary.contains(DA.payment.shortfall));
    assert!(summary.contains(r#"<span class="part-payment" data-share="0.851">"#), "{summary}");
}

#[test]
fn what_is_missing_is_said() {
    let mut poor = budget("1999-05-04");
    poor.income = vec![Line { kind: IncomeKind::Other, amount: kr(1_000) }];
    let Shown { summary, details } = shown_of(poor);
    assert!(summary.contains(DA.payment.shortfall));
    assert!(summary.contains(&kroner(kr(1_150))));
    assert!(details.contains(DA.payment.notes.nothing_to_pay_heading));
}

#[test]
fn a_budget_of_nothing_has_no_bar() {
    let mut nothing = budget("1999-05-04");
    nothing.income = vec![Line { kind: IncomeKind::Other, amount: kr(0) }];
    nothing.expenses = vec![];
    nothing.charges = vec![];
    assert!(!shown_of(nothing).summary.contains("class=\"bar\""));
}

#[test]
fn every_step_has_its_words_and_amount() {
    let details = shown_of(budget("1999-05-04")).details;
    let steps = &DA.payment.steps;
    let names = StepId::ALL.iter().map(|id| match id {
        StepId::Income => steps.income,
        StepId::Expenses => steps.expenses,
        StepId::Available => steps.available,
        StepId::Minimum => steps.minimum,
        StepId::Ceiling => steps.ceiling,
        StepId::Charges => steps.charges,
        StepId::Estimate => steps.estimate,
        StepId::LeftOver => steps.left_over,
    });
    let amounts = [
        "14.500,00",
        "−350,00",
        "14.150,00",
        "−1.800,00",
        "12.350,00",
        "12.600,00",
        "12.350,00",
        "1.800,00",
    ];
    for (name, amount) in names.zip(amounts) {
        let row = details.split("<tr").find(|row| row.contains(name)).unwrap();
        assert!(row.contains(&format!("<td class=\"amount\">{amount}</td>")), "{row}");
    }
    assert!(details.contains(&DA.payment.reduction(kroner(kr(12_600)), kroner(kr(250)))));
}

#[test]
fn every_note_has_its_words() {
    let result = outcome(budget("1999-05-04")).answer.result;
    let words = &DA.payment.notes;
    for note in Note::ALL {
        let heading = match note {
            Note::RentWaivedOwnHome => words.rent_waived_own_home_heading,
            Note::OwnHomeMayWaiveRent => words.own_home_may_waive_rent_heading,
            Note::BelowMinimum => words.below_minimum_heading,
            Note::NothingToPay => words.nothing_to_pay_heading,
            Note::LeaseNotReduced => words.lease_not_reduced_heading,
            Note::HousingBenefitOnlyForLease => words.housing_benefit_only_for_lease_heading,
            Note::FoodNotInCharges => words.food_not_in_charges_heading,
        };
        let view = notes::note(*note, Housing::Temporary, &result, context()).into_string();
        assert!(view.contains(heading), "{view}");
    }
}

#[test]
fn a_lease_is_not_called_reduced() {
    let mut lease = budget("1980-01-01");
    lease.offer = Housing::Lease;
    lease.housing_benefit = Some(kr(500));
    let Shown { summary, details } = shown_of(lease.clone());
    assert!(summary.contains(DA.payment.figure_lease));
    assert!(summary.contains(DA.payment.estimate_lease));
    assert!(details.contains(DA.payment.notes.lease_not_reduced_heading));
    let sentence = DA.payment.steps.estimate_why_lease(kroner(kr(12_600)), kroner(kr(500)));
    assert!(details.contains(&sentence));
    lease.housing_benefit = Some(kr(20_000));
    assert!(shown_of(lease).details.contains(DA.payment.notes.nothing_to_pay_lease_heading));
}

#[test]
fn while_30_both_readings_stand_with_their_amounts() {
    let details = shown_of(budget("1996-05-04")).details;
    let [high, low] = [2_600, 1_800].map(kr);
    let sentence = |minimum: Money| {
        let paid = kr(14_150).minus(minimum);
        [minimum, paid.min(kr(12_600)), minimum].map(kroner)
    };
    let [minimum, paid, left] = sentence(high);
    assert!(details.contains(&DA.payment.reading_ours(minimum, paid, left)));
    let [minimum, paid, left] = sentence(low);
    assert!(details.contains(&DA.payment.reading_other(minimum, paid, left)));
    assert!(!shown_of(budget("1980-01-01")).details.contains(DA.payment.reading_heading));
}

#[test]
fn a_birthday_soon_and_debt_are_shown_apart() {
    let mut soon = budget("1997-03-04");
    soon.debt = Some(kr(2_000));
    let details = shown_of(soon).details;
    assert!(details.contains(&DA.payment.change("4. marts 2027", kroner(kr(2_600)))));
    assert!(details.contains(&DA.payment.debt_after(kroner(kr(2_000)), kroner(kr(-200)))));
}

#[test]
fn the_rule_of_the_law_is_mentioned_for_long_term_housing_only() {
    for (offer, mentioned) in
        [(Housing::Temporary, false), (Housing::LongTerm, true), (Housing::Lease, false)]
    {
        let details = shown_of(Budget { offer, ..budget("1980-01-01") }).details;
        assert_eq!(details.contains(DA.payment.question_law), mentioned);
        assert!(details.contains(DA.payment.question_family));
    }
}

#[test]
fn every_kind_and_answer_is_repeated() {
    let mut all = budget("1980-01-01");
    all.income = IncomeKind::ALL.iter().map(|kind| Line { kind: *kind, amount: kr(1) }).collect();
    all.expenses =
        ExpenseKind::ALL.iter().map(|kind| Line { kind: *kind, amount: kr(1) }).collect();
    all.charges = ChargeKind::ALL.iter().map(|kind| Line { kind: *kind, amount: kr(1) }).collect();
    let details = shown_of(all).details;
    let names = IncomeKind::ALL.iter().map(|kind| income_name(*kind, &DA));
    let names = names.chain(ExpenseKind::ALL.iter().map(|kind| expense_name(*kind, &DA)));
    let names = names.chain(ChargeKind::ALL.iter().map(|kind| charge_name(*kind, &DA)));
    for name in names {
        assert!(details.contains(&format!(": {name}</dt>")), "{name}");
    }
    assert!(details.contains(&format!("<dd>{}</dd>", DA.answers.no)));
    assert!(details.contains("only-print"));
}
