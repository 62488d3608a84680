//! The payment page: offer, birth date and budget as typed.

use super::fields::Reader;
use super::{Checked, Context, Sheet, contract_error, row_field};
use crate::app::model::add_button_id;
use crate::html::fields::first_answer;
use crate::request::{Answer, ask};
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::{Budget, ChargeKind, ExpenseKind, IncomeKind, Line, Payment};
use crate::text::parse;

/// The offer; what else is asked depends on it.
pub const OFFER: &str = "pay-offer";
/// The birth date, in three fields; shared with the other pages.
pub const BORN: &str = "born";
/// The day to compute for; empty for today.
pub const DATE: &str = "pay-date";
/// Whether the own home is kept; asked with a temporary offer only.
pub const OWN_HOME: &str = "pay-own-home";
/// Housing benefit; asked with a lease only.
pub const BENEFIT: &str = "pay-benefit";
/// Instalments on debt.
pub const DEBT: &str = "pay-debt";
/// The list of income; its rows have [`KIND`] and [`AMOUNT`].
pub const INCOME: &str = "income";
/// The list of necessary expenses; its rows have [`KIND`] and [`AMOUNT`].
pub const EXPENSES: &str = "expense";
/// The list of what the offer charges for; its rows have [`KIND`] and [`AMOUNT`].
pub const CHARGES: &str = "charge";
/// What a row is for; empty for anything else than the kinds named.
pub const KIND: &str = "kind";
/// Kroner per month; a row without is left out.
pub const AMOUNT: &str = "amount";

/// What the payment page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentOutcome {
    /// The budget that was computed.
    pub budget: Budget,
    /// What it comes to.
    pub answer: Answer<Payment>,
}

/// The page before anything is typed: the rows that most people need, without amounts.
pub fn prepare(sheet: &mut Sheet) {
    add_rows(sheet, INCOME, &[IncomeKind::Pension.code()]);
    add_rows(sheet, EXPENSES, &[ExpenseKind::Medicine.code()]);
    let charges = [
        ChargeKind::Rent,
        ChargeKind::Electricity,
        ChargeKind::Water,
        ChargeKind::Heating,
        ChargeKind::Food,
    ];
    add_rows(sheet, CHARGES, &charges.map(ChargeKind::code));
}

fn add_rows(sheet: &mut Sheet, list: &'static str, kinds: &[&str]) {
    for kind in kinds {
        let row = sheet.add_row(list);
        sheet.set(row_field(list, row, KIND), *kind);
    }
}

/// The offer chosen, if one is.
pub fn chosen_offer(sheet: &Sheet, field: &str) -> Option<Housing> {
    Housing::from_code(sheet.get(field))
}

/// The offer, which must be chosen; the error stands at the first answer.
pub(super) fn offer(field: &str, reader: &mut Reader) -> Option<Housing> {
    let offer = chosen_offer(reader.sheet, field);
    if offer.is_none() {
        reader.error(first_answer(field), reader.words().payment.offer_missing);
    }
    offer
}

/// The sum of the amounts of a list that can be read, whatever else is wrong.
pub fn readable_sum(sheet: &Sheet, list: &str) -> Money {
    let rows = sheet.rows(list).iter();
    rows.filter_map(|row| parse::amount(sheet.get_in(list, *row, AMOUNT)).ok()).sum()
}

/// Estimates the payment.
///
/// # Errors
/// One error for each field that is wrong.
pub fn check(sheet: &Sheet, context: Context) -> Checked<PaymentOutcome> {
    let mut reader = Reader::new(sheet, context);
    let budget = budget(&mut reader);
    let budget = reader.finish(budget)?;
    let answer = ask(&budget, context.standard)
        .map_err(|error| contract_error(&error, context.words, |path| field_of(path, sheet)))?;
    Ok(PaymentOutcome { budget, answer })
}

/// Reads the page in its order. An answer whose question is not asked with the chosen offer is
/// left out, even when it was given before the offer was changed.
fn budget(reader: &mut Reader) -> Option<Budget> {
    let words = &reader.words().payment;
    let today = reader.context.today;
    let offer = offer(OFFER, reader);
    let keeps_own_home = reader.truth(OWN_HOME).filter(|_| offer == Some(Housing::Temporary));
    let birth_date = reader.birth_date(BORN);
    let date = if reader.is_empty(DATE) { Some(today) } else { reader.date(DATE) };
    need_an_amount(INCOME, words.no_income, reader);
    let income = lines(INCOME, IncomeKind::from_code, IncomeKind::Other, reader);
    let expenses = lines(EXPENSES, ExpenseKind::from_code, ExpenseKind::Other, reader);
    need_an_amount(CHARGES, words.no_charges, reader);
    let charges = lines(CHARGES, ChargeKind::from_code, ChargeKind::Other, reader);
    let lease = offer == Some(Housing::Lease);
    let housing_benefit = if lease { reader.optional_amount(BENEFIT) } else { None };
    let debt = reader.optional_amount(DEBT);
    Some(Budget {
        offer: offer?,
        date: date?,
        birth_date: birth_date?,
        income,
        expenses,
        charges,
        keeps_own_home,
        housing_benefit,
        debt,
    })
}

/// The rows of a list with an amount.
fn rows_with_amount(sheet: &Sheet, list: &str) -> Vec<u32> {
    let rows = sheet.rows(list).iter().copied();
    rows.filter(|row| !sheet.get_in(list, *row, AMOUNT).trim().is_empty()).collect()
}

/// A list that has no amount gets an error at its first row, or at its button without rows.
fn need_an_amount(list: &str, message: &str, reader: &mut Reader) {
    if rows_with_amount(reader.sheet, list).is_empty() {
        let first = reader.sheet.rows(list).first();
        let field = first.map_or_else(|| add_button_id(list), |row| row_field(list, *row, AMOUNT));
        reader.error(field, message);
    }
}

/// The lines of a list; rows without an amount are left out.
fn lines<Kind>(
    list: &str,
    from_code: impl Fn(&str) -> Option<Kind>,
    other: Kind,
    reader: &mut Reader,
) -> Vec<Line<Kind>>
where
    Kind: Copy,
{
    let rows = rows_with_amount(reader.sheet, list);
    let line = |row: u32| {
        let kind = from_code(reader.sheet.get_in(list, row, KIND)).unwrap_or(other);
        let amount = reader.amount(&row_field(list, row, AMOUNT))?;
        Some(Line { kind, amount })
    };
    rows.into_iter().filter_map(line).collect()
}

/// The field of a path of the contract such as `birth_date` or `charges[1].amount`.
fn field_of(path: &str, sheet: &Sheet) -> String {
    let line = path.strip_suffix("].amount").and_then(|line| line.split_once('['));
    let row = line.and_then(|(name, index)| {
        let list = match name {
            "income" => INCOME,
            "expenses" => EXPENSES,
            "charges" => CHARGES,
            _ => return None,
        };
        let row = *rows_with_amount(sheet, list).get(index.parse::<usize>().ok()?)?;
        Some(row_field(list, row, AMOUNT))
    });
    match path {
        "date" => DATE.to_owned(),
        "housing_benefit" => BENEFIT.to_owned(),
        "debt" => DEBT.to_owned(),
        "offer" => first_answer(OFFER),
        _ => row.unwrap_or_else(|| format!("{BORN}-day")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::FieldError;
    use crate::draft::testing::context;
    use crate::rules::date::Date;
    use crate::rules::logic::Truth;

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

    /// Offer, birth date, one income and two charges.
    fn filled(offer: &str) -> Sheet {
        let mut sheet = fresh();
        let born = [("born-day", "4"), ("born-month", "5"), ("born-year", "1999")];
        type_in(&mut sheet, &[(OFFER, offer)]);
        type_in(&mut sheet, &born);
        type_amount(&mut sheet, INCOME, 0, "14.500");
        type_amount(&mut sheet, CHARGES, 0, "4.200 kr.");
        type_amount(&mut sheet, CHARGES, 4, "3600,50");
        sheet
    }

    fn fields(errors: &[FieldError]) -> Vec<&str> {
        errors.iter().map(|error| error.field.as_str()).collect()
    }

    #[test]
    fn an_empty_page_says_what_is_missing_in_its_order() {
        let sheet = fresh();
        let errors = check(&sheet, context()).unwrap_err();
        let [income, charge] = [INCOME, CHARGES]
            .map(|list| row_field(list, *sheet.rows(list).first().unwrap(), AMOUNT));
        assert_eq!(fields(&errors), ["pay-offer-0", "born-day", &income, &charge]);
        assert_eq!(errors[2].message, DA.payment.no_income);
    }

    #[test]
    fn a_list_without_rows_has_its_error_at_its_button() {
        let mut sheet = filled("temporary");
        let row = sheet.rows(INCOME)[0];
        sheet.remove_row(INCOME, row);
        assert_eq!(fields(&check(&sheet, context()).unwrap_err()), ["income-add"]);
    }

    #[test]
    fn a_filled_page_gives_its_budget() {
        let mut sheet = filled("temporary");
        type_in(&mut sheet, &[(OWN_HOME, "yes"), (DEBT, "500")]);
        let PaymentOutcome { budget, answer } = check(&sheet, context()).unwrap();
        let kr = |kroner: i64| Money::from_oere(kroner * 100);
        assert_eq!(budget.offer, Housing::Temporary);
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
    fn a_row_without_a_kind_is_anything_else() {
        let mut sheet = filled("long_term");
        let row = sheet.add_row(EXPENSES);
        sheet.set(row_field(EXPENSES, row, AMOUNT), "100");
        let budget = check(&sheet, context()).unwrap().budget;
        assert_eq!(budget.expenses.first().map(|line| line.kind), Some(ExpenseKind::Other));
    }

    #[test]
    fn an_answer_whose_question_is_gone_does_not_count() {
        for (offer, own_home, benefit) in
            [("temporary", true, false), ("long_term", false, false), ("lease", false, true)]
        {
            let mut sheet = filled(offer);
            type_in(&mut sheet, &[(OWN_HOME, "no"), (BENEFIT, "900")]);
            let budget = check(&sheet, context()).unwrap().budget;
            assert_eq!(budget.keeps_own_home.is_some(), own_home, "{offer}");
            assert_eq!(budget.housing_benefit.is_some(), benefit, "{offer}");
        }
        let mut sheet = filled("long_term");
        type_in(&mut sheet, &[(BENEFIT, "?")]);
        assert!(check(&sheet, context()).is_ok(), "nobody can correct a field that is not shown");
    }

    #[test]
    fn wrong_amounts_and_dates_are_named_where_they_stand() {
        let mut sheet = filled("lease");
        type_amount(&mut sheet, EXPENSES, 0, "1.80");
        type_amount(&mut sheet, CHARGES, 1, "meget");
        type_in(&mut sheet, &[(DATE, "31.2.2026"), (BENEFIT, "-1"), (DEBT, "x")]);
        let [expense, charge] = [(EXPENSES, 0), (CHARGES, 1)]
            .map(|(list, place)| row_field(list, sheet.rows(list)[place], AMOUNT));
        let errors = check(&sheet, context()).unwrap_err();
        assert_eq!(fields(&errors), [DATE, &expense, &charge, BENEFIT, DEBT]);
    }

    #[test]
    fn what_the_rules_refuse_stands_at_its_field() {
        let mut young = filled("temporary");
        type_in(&mut young, &[("born-year", "2015")]);
        assert_eq!(fields(&check(&young, context()).unwrap_err()), ["born-day"]);
        let mut early = filled("temporary");
        type_in(&mut early, &[(DATE, "1.1.2023")]);
        assert_eq!(fields(&check(&early, context()).unwrap_err()), [DATE]);
    }

    #[test]
    fn every_path_of_the_contract_has_a_field() {
        let sheet = filled("lease");
        let second = row_field(CHARGES, sheet.rows(CHARGES)[4], AMOUNT);
        for (path, field) in [
            ("birth_date", "born-day"),
            ("date", DATE),
            ("charges[1].amount", &second),
            ("housing_benefit", BENEFIT),
            ("debt", DEBT),
            ("offer", "pay-offer-0"),
        ] {
            assert_eq!(field_of(path, &sheet), field);
        }
    }

    #[test]
    fn a_sum_counts_what_can_be_read() {
        let mut sheet = filled("lease");
        type_amount(&mut sheet, CHARGES, 1, "meget");
        assert_eq!(readable_sum(&sheet, CHARGES), Money::from_oere(780_050));
    }
}
