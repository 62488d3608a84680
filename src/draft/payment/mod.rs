//! The payment page: one or more offers, birth date and a budget as typed.
//!
//! Income and expenses are typed once and count for every offer chosen; each offer has its own
//! list of prices, so that offers can stand side by side.

mod lines;
#[cfg(test)]
mod tests;

use super::fields::Reader;
use super::{Checked, Context, FieldError, Sheet, contract_error, row_field};
use crate::request::{Answer, ask};
use crate::rules::date::Date;
use crate::rules::logic::Truth;
use crate::rules::offer::{Housing, Offers};
use crate::rules::payment::{Budget, ChargeKind, ExpenseKind, IncomeKind, Payment};
pub use lines::{Entry, monthly, readable_sum};
use lines::{Lines, field_of_line, lines, need_an_amount};

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
/// Whether the person supports somebody who lives elsewhere; no rule reads it.
pub const FAMILY: &str = "pay-family";
/// The list of income.
pub const INCOME: &str = "income";
/// The list of necessary expenses.
pub const EXPENSES: &str = "expense";
/// What a row of the budget is for; empty for anything else than the kinds named.
pub const KIND: &str = "kind";
/// What a row for anything else is called; for the person alone, no rule reads it.
pub const NAME: &str = "name";
/// Kroner; a row without is left out.
pub const AMOUNT: &str = "amount";
/// How often the amount comes or is paid; empty for once a month.
pub const PERIOD: &str = "per";

/// The box that chooses an offer.
pub const fn offer_field(offer: Housing) -> &'static str {
    match offer {
        Housing::Temporary => "pay-temporary",
        Housing::LongTerm => "pay-long-term",
        Housing::Lease => "pay-lease",
    }
}

/// The list of what an offer charges for.
pub const fn charges_of(offer: Housing) -> &'static str {
    match offer {
        Housing::Temporary => "charge_temporary",
        Housing::LongTerm => "charge_long_term",
        Housing::Lease => "charge_lease",
    }
}

/// What the payment page shows: an estimate for each offer chosen, in the contract's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentOutcome {
    /// At least one.
    pub estimates: Vec<Estimate>,
    /// Whether the person supports somebody who lives elsewhere: a question for the municipality.
    pub supports_family: Option<Truth>,
}

/// The estimate for one offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The budget that was computed.
    pub budget: Budget,
    /// What it comes to.
    pub answer: Answer<Payment>,
    /// How the lines of the budget were typed.
    pub typed: TypedLines,
}

/// How the lines of a budget were typed, each list in the order of the budget's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedLines {
    /// Income.
    pub income: Vec<Entry>,
    /// Necessary expenses.
    pub expenses: Vec<Entry>,
    /// What the offer charges for.
    pub charges: Vec<Entry>,
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
    for offer in Housing::ALL {
        add_rows(sheet, charges_of(*offer), &charges.map(ChargeKind::code));
    }
}

fn add_rows(sheet: &mut Sheet, list: &'static str, kinds: &[&str]) {
    for kind in kinds {
        let row = sheet.add_row(list);
        sheet.set(row_field(list, row, KIND), *kind);
    }
}

/// The offers chosen among those that the standard has, in the contract's order.
pub fn chosen_offers(sheet: &Sheet, offers: Offers) -> Vec<Housing> {
    offers.housing().filter(|offer| sheet.get(offer_field(*offer)) == "yes").collect()
}

/// Another chosen offer with prices, which could be taken over to one that has none yet.
pub fn prices_to_take(sheet: &Sheet, offer: Housing, offers: Offers) -> Option<Housing> {
    let has_prices = |offer: Housing| !lines::rows_with_amount(sheet, charges_of(offer)).is_empty();
    let mut others = chosen_offers(sheet, offers).into_iter().filter(|other| *other != offer);
    if has_prices(offer) { None } else { others.find(|other| has_prices(*other)) }
}

/// Takes the prices of one offer over to another, in place of its rows.
pub fn take_prices(sheet: &mut Sheet, from: Housing, to: Housing) {
    let (from, to) = (charges_of(from), charges_of(to));
    for row in sheet.rows(to).to_vec() {
        sheet.remove_row(to, row);
    }
    for row in sheet.rows(from).to_vec() {
        let copy = sheet.add_row(to);
        for name in [KIND, NAME, AMOUNT, PERIOD] {
            let text = sheet.get_in(from, row, name).to_owned();
            sheet.set(row_field(to, copy, name), text);
        }
    }
}

/// Estimates the payment for each offer chosen.
///
/// # Errors
/// One error for each field that is wrong, in the order of the page.
pub fn check(sheet: &Sheet, context: Context) -> Checked<PaymentOutcome> {
    let (outcome, errors) = so_far(sheet, context);
    outcome.filter(|_| errors.is_empty()).ok_or(errors)
}

/// The estimates of those offers that are filled in, if there are any, and one error for each
/// field that is wrong or missing, in the order of the page.
pub fn so_far(sheet: &Sheet, context: Context) -> (Option<PaymentOutcome>, Vec<FieldError>) {
    let mut reader = Reader::new(sheet, context);
    let budgets = budgets(&mut reader);
    let mut errors = reader.into_errors();
    let mut estimates = Vec::new();
    for (budget, typed) in budgets {
        match ask(&budget, context.standard) {
            Ok(answer) => estimates.push(Estimate { budget, answer, typed }),
            Err(error) => {
                let field_of = |path: &str| field_of(path, budget.offer, sheet);
                for error in contract_error(&error, context.words, field_of) {
                    // What is wrong for every offer is told once.
                    if !errors.contains(&error) {
                        errors.push(error);
                    }
                }
            }
        }
    }
    let supports_family = Truth::from_code(sheet.get(FAMILY));
    let outcome = PaymentOutcome { estimates, supports_family };
    (Some(outcome).filter(|outcome| !outcome.estimates.is_empty()), errors)
}

/// Reads the page in its order: what counts for every offer, then each offer chosen. The budgets
/// are of those offers that are filled in, and none when something that counts for all is wrong.
fn budgets(reader: &mut Reader) -> Vec<(Budget, TypedLines)> {
    let words = &reader.words().payment;
    let today = reader.context.today;
    let offers = chosen_offers(reader.sheet, reader.context.standard.offers);
    if offers.is_empty() {
        reader.error(offer_field(Housing::Temporary), words.offer_missing);
    }
    let birth_date = reader.birth_date(BORN);
    let date = if reader.is_empty(DATE) { Some(today) } else { reader.date(DATE) };
    need_an_amount(INCOME, words.no_income, reader);
    let income = lines(INCOME, IncomeKind::from_code, IncomeKind::Other, reader);
    let expenses = lines(EXPENSES, ExpenseKind::from_code, ExpenseKind::Other, reader);
    let shared_is_right = reader.error_count() == 0;
    let shared = Shared { birth_date, date, income, expenses };
    let mut budgets = Vec::new();
    for offer in offers {
        let before = reader.error_count();
        let budget = shared.with(offer, reader);
        budgets.extend(budget.filter(|_| reader.error_count() == before));
    }
    let before_debt = reader.error_count();
    let debt = reader.optional_amount(DEBT);
    if !shared_is_right || reader.error_count() > before_debt {
        return Vec::new();
    }
    for (budget, _) in &mut budgets {
        budget.debt = debt;
    }
    budgets
}

/// What counts for every offer.
struct Shared {
    birth_date: Option<Date>,
    date: Option<Date>,
    income: Lines<IncomeKind>,
    expenses: Lines<ExpenseKind>,
}

impl Shared {
    /// The budget of an offer, still without debt. A question that belongs to another offer is
    /// not asked.
    fn with(&self, offer: Housing, reader: &mut Reader) -> Option<(Budget, TypedLines)> {
        let list = charges_of(offer);
        let keeps_own_home = match offer {
            Housing::Temporary => reader.truth(OWN_HOME),
            Housing::LongTerm | Housing::Lease => None,
        };
        need_an_amount(list, reader.words().payment.no_charges, reader);
        let charges = lines(list, ChargeKind::from_code, ChargeKind::Other, reader);
        let housing_benefit = match offer {
            Housing::Lease => reader.optional_amount(BENEFIT),
            Housing::Temporary | Housing::LongTerm => None,
        };
        let budget = Budget {
            offer,
            date: self.date?,
            birth_date: self.birth_date?,
            income: self.income.lines.clone(),
            expenses: self.expenses.lines.clone(),
            charges: charges.lines,
            keeps_own_home,
            housing_benefit,
            debt: None,
        };
        let typed = TypedLines {
            income: self.income.entries.clone(),
            expenses: self.expenses.entries.clone(),
            charges: charges.entries,
        };
        Some((budget, typed))
    }
}

/// The field of a path of the contract such as `birth_date` or `charges[1].amount`.
fn field_of(path: &str, offer: Housing, sheet: &Sheet) -> String {
    let line = path.strip_suffix("].amount").and_then(|line| line.split_once('['));
    let row = line.and_then(|(name, index)| {
        let list = match name {
            "income" => INCOME,
            "expenses" => EXPENSES,
            "charges" => charges_of(offer),
            _ => return None,
        };
        field_of_line(list, index.parse().ok()?, sheet)
    });
    match path {
        "date" => DATE.to_owned(),
        "housing_benefit" => BENEFIT.to_owned(),
        "debt" => DEBT.to_owned(),
        "offer" => offer_field(offer).to_owned(),
        _ => row.unwrap_or_else(|| format!("{BORN}-day")),
    }
}
