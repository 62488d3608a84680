//! What a person would pay at most (egenbetaling).
//!
//! Source: both standards, "Er der egenbetaling?": the municipality computes the payment from
//! income and necessary expenses so that at least the minimum disposable amount (rådighedsbeløb)
//! is left. Own home kept during a temporary stay: serviceloven § 163, stk. 2.
//!
//! `budget` is what is asked, this file computes the estimate, `kind` says what kind of result it
//! is, and [`what_if`] what would change it.

mod budget;
mod kind;
#[cfg(test)]
mod tests;
pub mod what_if;

use serde::Serialize;

use super::code::coded;
use super::date::Date;
use super::logic::Truth;
use super::money::Money;
use super::offer::Housing;
use super::standard::{Parameters, Standard};
pub use budget::{Budget, ChargeKind, ExpenseKind, IncomeKind, Line};
pub use kind::PaymentKind;

coded! {
    /// Something a person should know about an estimate.
    pub enum Note {
        /// Rent is not counted because the own home is kept.
        RentWaivedOwnHome = "rent_waived_own_home",
        /// Rent would not be counted if the own home were kept.
        OwnHomeMayWaiveRent = "own_home_may_waive_rent",
        /// Less than the minimum is left.
        BelowMinimum = "below_minimum",
        /// Nothing is left to pay with.
        NothingToPay = "nothing_to_pay",
        /// A landlord's rent is not cut by the municipality.
        LeaseNotReduced = "lease_not_reduced",
        /// Housing benefit is given for a lease only.
        HousingBenefitOnlyForLease = "housing_benefit_only_for_lease",
        /// Food is not among the charges.
        FoodNotInCharges = "food_not_in_charges",
    }
}

coded! {
    /// A line of the calculation.
    pub enum StepId {
        /// The sum of the income.
        Income = "income",
        /// The sum of the necessary expenses.
        Expenses = "expenses",
        /// Income less expenses.
        Available = "available",
        /// The minimum disposable amount.
        Minimum = "minimum",
        /// The highest payment that leaves the minimum.
        Ceiling = "ceiling",
        /// The sum of the charges counted.
        Charges = "charges",
        /// The estimated payment.
        Estimate = "estimate",
        /// What is left after it.
        LeftOver = "left_over",
    }
}

coded! {
    /// Another reading of the standard's text.
    pub enum ReadingId {
        /// "Over 30" begins only with the 31st birthday, and the lower minimum lasts until then.
        MinimumUnder30StillApplies = "minimum_under_30_still_applies",
    }
}

/// An estimate of the payment; amounts in kroner per month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Payment {
    /// Age on the date.
    pub age: u32,
    /// The minimum disposable amount.
    pub minimum: Money,
    /// The sum of the income.
    pub income: Money,
    /// The sum of the necessary expenses.
    pub expenses: Money,
    /// Income less expenses; may be negative.
    pub available: Money,
    /// The highest payment that leaves the minimum.
    pub ceiling: Money,
    /// The sum of the charges counted.
    pub charges: Money,
    /// The estimated payment.
    pub estimate: Money,
    /// How much the charges would have to be reduced.
    pub reduction: Money,
    /// What is left after the payment; may be negative.
    pub left_over: Money,
    /// How much of the minimum is missing.
    pub shortfall: Money,
    /// What is left after payment and debt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_over_after_debt: Option<Money>,
    /// Other readings of the text that change the result.
    pub readings: Vec<Reading>,
    /// A change of the minimum within twelve months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_change: Option<NextChange>,
    /// What a person should know.
    pub notes: Vec<Note>,
    /// The calculation in order.
    pub steps: Vec<Step>,
}

/// The result by another reading of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Which reading.
    pub id: ReadingId,
    /// The minimum by this reading.
    pub minimum: Money,
    /// The highest payment that leaves it.
    pub ceiling: Money,
    /// The estimated payment.
    pub estimate: Money,
    /// What is left after it.
    pub left_over: Money,
}

/// A change of the minimum on the 30th birthday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NextChange {
    /// The first day of the new minimum.
    pub date: Date,
    /// The new minimum.
    pub minimum: Money,
}

impl NextChange {
    /// The change with the minimum that is in force when it comes, which may be another than today.
    pub fn as_in_force(self, standard: &Standard) -> NextChange {
        let minimum = standard.on(self.date).map(|then| then.minimum_from_age_limit);
        NextChange { minimum: minimum.unwrap_or(self.minimum), ..self }
    }
}

/// A line of the calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Which line.
    pub id: StepId,
    /// Its amount.
    pub amount: Money,
}

/// The offers are for adults, and the person is younger on the date asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Under18;

/// Estimates the payment.
///
/// # Errors
/// [`Under18`] when the person is not yet an adult on the date.
pub fn payment(budget: &Budget, parameters: &Parameters) -> Result<Payment, Under18> {
    if budget.birth_date.birthday(parameters.adult_age) > budget.date {
        return Err(Under18);
    }
    let age = budget.birth_date.age_on(budget.date);
    let older_from = budget.birth_date.birthday(parameters.minimum_age_limit);
    let minimum = match older_from <= budget.date {
        true => parameters.minimum_from_age_limit,
        false => parameters.minimum_under_age_limit,
    };
    let rent = RentRule::of(budget);
    let income: Money = budget.income.iter().map(|line| line.amount).sum();
    let expenses: Money = budget.expenses.iter().map(|line| line.amount).sum();
    let available = income.minus(expenses);
    let charges = budget.charges.iter().filter(|line| rent.counts(line.kind));
    let charges: Money = charges.map(|line| line.amount).sum();
    let main = Split::new(budget, available, charges, minimum);

    let readings = (age == parameters.minimum_age_limit).then(|| {
        let minimum = parameters.minimum_under_age_limit;
        let split = Split::new(budget, available, charges, minimum);
        let Split { ceiling, estimate, left_over } = split;
        Reading { id: ReadingId::MinimumUnder30StillApplies, minimum, ceiling, estimate, left_over }
    });
    let changes_soon = older_from > budget.date && older_from <= budget.date.plus_months(12);
    let next_change = changes_soon
        .then_some(NextChange { date: older_from, minimum: parameters.minimum_from_age_limit });
    let Split { ceiling, estimate, left_over } = main;
    let shortfall = minimum.minus(left_over).or_zero();
    let reduction = match budget.offer {
        Housing::Lease => Money::ZERO,
        Housing::Temporary | Housing::LongTerm => charges.minus(estimate),
    };
    let step = |id| {
        let amount = match id {
            StepId::Income => income,
            StepId::Expenses => expenses,
            StepId::Available => available,
            StepId::Minimum => minimum,
            StepId::Ceiling => ceiling,
            StepId::Charges => charges,
            StepId::Estimate => estimate,
            StepId::LeftOver => left_over,
        };
        Step { id, amount }
    };
    Ok(Payment {
        age,
        minimum,
        income,
        expenses,
        available,
        ceiling,
        charges,
        estimate,
        reduction,
        left_over,
        shortfall,
        left_over_after_debt: budget.debt.map(|debt| left_over.minus(debt)),
        readings: readings.into_iter().collect(),
        next_change,
        notes: notes(budget, rent, charges, main, shortfall),
        steps: StepId::ALL.iter().copied().map(step).collect(),
    })
}

/// What the charges come to for the person, by one minimum.
#[derive(Clone, Copy)]
struct Split {
    ceiling: Money,
    estimate: Money,
    left_over: Money,
}

impl Split {
    fn new(budget: &Budget, available: Money, charges: Money, minimum: Money) -> Split {
        let ceiling = available.minus(minimum).or_zero();
        let estimate = match budget.offer {
            Housing::Temporary | Housing::LongTerm => charges.min(ceiling),
            Housing::Lease => charges.minus(benefit(budget)).or_zero(),
        };
        Split { ceiling, estimate, left_over: available.minus(estimate) }
    }
}

fn benefit(budget: &Budget) -> Money {
    budget.housing_benefit.unwrap_or(Money::ZERO)
}

/// What keeping the own home does to the rent of a temporary stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RentRule {
    /// There is no rent, or the rule is not for this offer or this person.
    Counts,
    /// The own home is kept: rent does not count.
    Waived,
    /// Not known whether the own home is kept: rent counts until then.
    MayBeWaived,
}

impl RentRule {
    fn of(budget: &Budget) -> RentRule {
        let has_rent = budget.charges.iter().any(|line| line.kind == ChargeKind::Rent);
        match (budget.offer, budget.keeps_own_home) {
            (Housing::LongTerm | Housing::Lease, _) | (_, Some(Truth::No)) => RentRule::Counts,
            _ if !has_rent => RentRule::Counts,
            (Housing::Temporary, Some(Truth::Yes)) => RentRule::Waived,
            (Housing::Temporary, Some(Truth::Unknown) | None) => RentRule::MayBeWaived,
        }
    }

    fn counts(self, kind: ChargeKind) -> bool {
        !(self == RentRule::Waived && kind == ChargeKind::Rent)
    }
}

fn notes(
    budget: &Budget,
    rent: RentRule,
    charges: Money,
    split: Split,
    shortfall: Money,
) -> Vec<Note> {
    let lease = budget.offer == Housing::Lease;
    let applies = |note: &Note| match note {
        Note::RentWaivedOwnHome => rent == RentRule::Waived,
        Note::OwnHomeMayWaiveRent => rent == RentRule::MayBeWaived,
        Note::BelowMinimum => shortfall > Money::ZERO,
        Note::NothingToPay => split.estimate == Money::ZERO && charges > Money::ZERO,
        Note::LeaseNotReduced => lease && split.estimate > split.ceiling,
        Note::HousingBenefitOnlyForLease => !lease && benefit(budget) > Money::ZERO,
        Note::FoodNotInCharges => budget.charges.iter().all(|line| line.kind != ChargeKind::Food),
    };
    Note::ALL.iter().copied().filter(|note| applies(note)).collect()
}
