use Housing::{Lease, LongTerm, Temporary};

use super::*;
use crate::draft::FieldError;
use crate::draft::testing::context;
use crate::rules::money::Money;
use crate::rules::payment::Line;
use crate::rules::period::Period;
use crate::text::words::DA;

fn fresh() -> Sheet {
    let mut sheet = Sheet::default();
    prepare(&mut sheet);
    sheet
}

fn type_in(sheet: &mut Sheet, fields: &[(&str, &str)]) {
    fields.iter().for_each(|(field, text)| sheet.set(*field, *text));
}

fn type_amount(sheet: &mut Sheet, list: &str, place: usize, amount: &str) {
    let row = sheet.rows(list)[place];
    sheet.set(row_field(list, row, AMOUNT), amount);
}

/// Offers, birth date, one income and two charges of each offer.
fn filled(offers: &[Housing]) -> Sheet {
    let mut sheet = fresh();
    type_in(&mut sheet, &[("born-day", "4"), ("born-month", "5"), ("born-year", "1999")]);
    type_amount(&mut sheet, INCOME, 0, "14.500");
    for offer in offers {
        type_in(&mut sheet, &[(offer_field(*offer), "yes")]);
        type_amount(&mut sheet, charges_of(*offer), 0, "4.200 kr.");
        type_amount(&mut sheet, charges_of(*offer), 4, "3600,50");
    }
    sheet
}

/// The budget of the only offer.
fn budget_of(sheet: &Sheet) -> Budget {
    let [estimate] = <[Estimate; 1]>::try_from(check(sheet, context()).unwrap().estimates).unwrap();
    estimate.budget
}

fn fields(errors: &[FieldError]) -> Vec<&str> {
    errors.iter().map(|error| error.field.as_str()).collect()
}

const CHARGES: &str = charges_of(Temporary);

#[test]
fn an_empty_page_says_what_is_missing_in_its_order() {
    let mut sheet = fresh();
    let income = row_field(INCOME, sheet.rows(INCOME)[0], AMOUNT);
    let errors = check(&sheet, context()).unwrap_err();
    assert_eq!(fields(&errors), ["pay-temporary", "born-day", &income]);
    type_in(&mut sheet, &[("pay-long-term", "yes"), ("pay-lease", "yes")]);
    let [long_term, lease] =
        [LongTerm, Lease].map(charges_of).map(|list| row_field(list, sheet.rows(list)[0], AMOUNT));
    let errors = check(&sheet, context()).unwrap_err();
    assert_eq!(fields(&errors), ["born-day", &income, &long_term, &lease]);
    assert_eq!(errors[1].message, DA.payment.no_income);
}

#[test]
fn a_list_without_rows_has_its_error_at_its_button() {
    let mut sheet = filled(&[Temporary]);
    let row = sheet.rows(INCOME)[0];
    sheet.remove_row(INCOME, row);
    assert_eq!(fields(&check(&sheet, context()).unwrap_err()), ["income-add"]);
}

#[test]
fn a_filled_page_gives_its_budget() {
    let mut sheet = filled(&[Temporary]);
    type_in(&mut sheet, &[(OWN_HOME, "yes"), (DEBT, "500")]);
    let outcome = check(&sheet, context()).unwrap();
    let Estimate { budget, answer, .. } = &outcome.estimates[0];
    let kr = |kroner: i64| Money::from_oere(kroner * 100);
    assert_eq!(outcome.estimates.len(), 1);
    assert_eq!(budget.offer, Temporary);
    assert_eq!(budget.date, context().today);
    assert_eq!(budget.birth_date, Date::parse("1999-05-04").unwrap());
    assert_eq!(budget.income, [Line { kind: IncomeKind::Pension, amount: kr(14_500) }]);
    assert_eq!(budget.expenses, []);
    let food = Line { kind: ChargeKind::Food, amount: Money::from_oere(360_050) };
    assert_eq!(budget.charges, [Line { kind: ChargeKind::Rent, amount: kr(4_200) }, food]);
    assert_eq!(budget.keeps_own_home, Some(Truth::Yes));
    assert_eq!(budget.debt, Some(kr(500)));
    assert_eq!(answer.result.estimate, food.amount);
}

#[test]
fn offers_side_by_side_share_income_and_have_their_own_prices() {
    let mut sheet = filled(&[Lease, Temporary]);
    type_amount(&mut sheet, charges_of(Lease), 0, "5000");
    type_in(&mut sheet, &[(BENEFIT, "900"), (DEBT, "100")]);
    let estimates = check(&sheet, context()).unwrap().estimates;
    let [temporary, lease] = <[Estimate; 2]>::try_from(estimates).unwrap().map(|one| one.budget);
    assert_eq!((temporary.offer, lease.offer), (Temporary, Lease));
    assert_eq!(temporary.income, lease.income);
    assert_eq!(temporary.charges[0].amount.plain(), "4200.00");
    assert_eq!(lease.charges[0].amount.plain(), "5000.00");
    assert_eq!((temporary.housing_benefit, temporary.debt), (None, lease.debt));
    assert_eq!(lease.housing_benefit.map(Money::plain).as_deref(), Some("900.00"));
}

#[test]
fn amounts_by_week_and_year_are_counted_by_month() {
    let mut sheet = filled(&[LongTerm]);
    let row = sheet.rows(INCOME)[0];
    sheet.set(row_field(INCOME, row, PERIOD), "week");
    type_amount(&mut sheet, INCOME, 0, "3.000");
    assert_eq!(monthly(&sheet, INCOME, row), Some((Money::from_oere(1_300_000), Period::Week)));
    assert_eq!(readable_sum(&sheet, INCOME), Money::from_oere(1_300_000));
    assert_eq!(budget_of(&sheet).income[0].amount.plain(), "13000.00");
    sheet.set(row_field(INCOME, row, PERIOD), "");
    assert_eq!(monthly(&sheet, INCOME, row), None, "a month needs no conversion");
    sheet.set(row_field(INCOME, row, PERIOD), "week");
    type_amount(&mut sheet, INCOME, 0, "9.999.999");
    let field = row_field(INCOME, row, AMOUNT);
    assert_eq!(fields(&check(&sheet, context()).unwrap_err()), [&field], "too much for a month");
}

#[test]
fn a_name_belongs_to_what_no_kind_names() {
    let mut sheet = filled(&[LongTerm]);
    let row = sheet.add_row(EXPENSES);
    for (name, text) in [(AMOUNT, "100"), (NAME, " Telefon "), (PERIOD, "year")] {
        sheet.set(row_field(EXPENSES, row, name), text);
    }
    let entry =
        |sheet: &Sheet| check(sheet, context()).unwrap().estimates[0].typed.expenses.clone();
    let amount = Money::from_oere(10_000);
    let named = Entry { name: "Telefon".to_owned(), amount, period: Period::Year };
    assert_eq!(entry(&sheet), std::slice::from_ref(&named));
    assert_eq!(budget_of(&sheet).expenses[0].kind, ExpenseKind::Other);
    sheet.set(row_field(EXPENSES, row, KIND), "medicine");
    assert_eq!(entry(&sheet), [Entry { name: String::new(), ..named }]);
}

#[test]
fn prices_are_taken_from_another_offer_that_has_some() {
    let mut sheet = filled(&[Temporary]);
    type_in(&mut sheet, &[("pay-lease", "yes")]);
    assert_eq!(prices_to_take(&sheet, Temporary, Offers::ALL), None, "it has prices");
    assert_eq!(prices_to_take(&sheet, Lease, Offers::ALL), Some(Temporary));
    take_prices(&mut sheet, Temporary, Lease);
    let estimates = check(&sheet, context()).unwrap().estimates;
    assert_eq!(estimates[0].budget.charges, estimates[1].budget.charges);
    assert_eq!(prices_to_take(&sheet, Lease, Offers::ALL), None);
    type_amount(&mut sheet, charges_of(Lease), 0, "1");
    let estimates = check(&sheet, context()).unwrap().estimates;
    assert_eq!(estimates[0].budget.charges[0].amount.plain(), "4200.00", "the other is untouched");
}

#[test]
fn an_answer_whose_question_is_gone_does_not_count() {
    for (offer, own_home, benefit) in
        [(Temporary, true, false), (LongTerm, false, false), (Lease, false, true)]
    {
        let mut sheet = filled(&[offer]);
        type_in(&mut sheet, &[(OWN_HOME, "no"), (BENEFIT, "900")]);
        let budget = budget_of(&sheet);
        assert_eq!(budget.keeps_own_home.is_some(), own_home, "{offer:?}");
        assert_eq!(budget.housing_benefit.is_some(), benefit, "{offer:?}");
    }
    let mut sheet = filled(&[LongTerm]);
    type_in(&mut sheet, &[(BENEFIT, "?")]);
    assert!(check(&sheet, context()).is_ok(), "nobody can correct a field that is not shown");
}

#[test]
fn wrong_amounts_and_dates_are_named_where_they_stand() {
    let mut sheet = filled(&[Temporary, Lease]);
    type_amount(&mut sheet, EXPENSES, 0, "1.80");
    type_amount(&mut sheet, CHARGES, 1, "meget");
    type_amount(&mut sheet, charges_of(Lease), 2, "x");
    type_in(&mut sheet, &[(DATE, "31.2.2026"), (BENEFIT, "-1"), (DEBT, "x")]);
    let [expense, charge, rent] = [(EXPENSES, 0), (CHARGES, 1), (charges_of(Lease), 2)]
        .map(|(list, place)| row_field(list, sheet.rows(list)[place], AMOUNT));
    let errors = check(&sheet, context()).unwrap_err();
    assert_eq!(fields(&errors), [DATE, &expense, &charge, &rent, BENEFIT, DEBT]);
}

#[test]
fn what_the_rules_refuse_stands_at_its_field() {
    let mut young = filled(&[Temporary]);
    type_in(&mut young, &[("born-year", "2015")]);
    assert_eq!(fields(&check(&young, context()).unwrap_err()), ["born-day"]);
    let mut early = filled(&[Temporary]);
    type_in(&mut early, &[(DATE, "1.1.2023")]);
    assert_eq!(fields(&check(&early, context()).unwrap_err()), [DATE]);
}

#[test]
fn every_path_of_the_contract_has_a_field() {
    let sheet = filled(&[Lease]);
    let list = charges_of(Lease);
    let second = row_field(list, sheet.rows(list)[4], AMOUNT);
    for (path, field) in [
        ("birth_date", "born-day"),
        ("date", DATE),
        ("charges[1].amount", &second),
        ("housing_benefit", BENEFIT),
        ("debt", DEBT),
        ("offer", "pay-lease"),
    ] {
        assert_eq!(field_of(path, Lease, &sheet), field);
    }
}

#[test]
fn a_sum_counts_what_can_be_read() {
    let mut sheet = filled(&[Temporary]);
    type_amount(&mut sheet, CHARGES, 1, "meget");
    assert_eq!(readable_sum(&sheet, CHARGES), Money::from_oere(780_050));
}

#[test]
fn offers_that_are_filled_in_do_not_wait_for_others() {
    let mut sheet = filled(&[Temporary]);
    type_in(&mut sheet, &[("pay-lease", "yes")]);
    let rent = row_field(charges_of(Lease), sheet.rows(charges_of(Lease))[0], AMOUNT);
    let (outcome, missing) = so_far(&sheet, context());
    assert_eq!(fields(&missing), [&rent]);
    let offers = |outcome: Option<PaymentOutcome>| {
        outcome
            .map(|outcome| outcome.estimates.iter().map(|one| one.budget.offer).collect::<Vec<_>>())
    };
    assert_eq!(offers(outcome), Some(vec![Temporary]));
    assert_eq!(fields(&check(&sheet, context()).unwrap_err()), [&rent]);
    // What counts for all stops all.
    for (field, text) in [(DEBT, "x"), ("born-year", "")] {
        let mut sheet = sheet.clone();
        type_in(&mut sheet, &[(field, text)]);
        assert_eq!(offers(so_far(&sheet, context()).0), None, "{field}");
    }
    // What the rules refuse for every offer is told once.
    let mut young = filled(&[Temporary, Lease]);
    type_in(&mut young, &[("born-year", "2015")]);
    assert_eq!(fields(&so_far(&young, context()).1), ["born-day"]);
}
