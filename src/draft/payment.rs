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
