//! What would change an estimate: another income, other charges, one expense more, the birthday on
//! which the minimum changes.
//!
//! Source: both standards, "Er der egenbetaling?": the payment follows income and necessary
//! expenses, and the minimum disposable amount follows the age.
//!
//! No estimate is made here in a way of its own. Each is [`payment`] for the budget with one thing
//! changed and all else as it is; this file knows what to change. So what it says can be computed
//! again on the page.

use super::{Budget, ExpenseKind, IncomeKind, Line, Payment, PaymentKind, Under18};
use super::{benefit, payment};
use crate::rules::date::Date;
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::standard::{Parameters, Standard};

/// Where the result becomes one of another kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// The kinds by rising income: the first from no income on, each other from the income at
    /// which it takes the place of the one before. A kind that no income leads to is left out.
    pub by_income: Vec<KindFrom>,
    /// The highest sum of the charges that count at which all of it is paid and the minimum is
    /// left, in kroner a month; for a lease the housing benefit helps to pay it. None when the
    /// minimum is not there before anything is charged.
    pub highest_charges: Option<Money>,
}

/// An income, and the kind of result that begins there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindFrom {
    /// The smallest total income for which the result is of this kind, in kroner a month, exact
    /// to the øre.
    pub income: Money,
    /// The kind from there up to the next one.
    pub kind: PaymentKind,
}

impl Thresholds {
    /// The smallest total income for which the result is of this kind, if there is one.
    pub fn income_for(&self, kind: PaymentKind) -> Option<Money> {
        self.by_income.iter().find(|from| from.kind == kind).map(|from| from.income)
    }
}

/// The incomes and the charges at which the result becomes one of another kind.
///
/// # Errors
/// [`Under18`] when the budget has no estimate.
pub fn thresholds(budget: &Budget, parameters: &Parameters) -> Result<Thresholds, Under18> {
    let now = payment(budget, parameters)?;
    let mut by_income: Vec<KindFrom> = Vec::new();
    for income in turning_points(&now, budget.offer) {
        let result = payment(&with_income(budget, income), parameters)?;
        let kind = PaymentKind::of(&result, budget.offer);
        if by_income.last().is_none_or(|before| before.kind != kind) {
            by_income.push(KindFrom { income, kind });
        }
    }
    let highest_charges = match budget.offer {
        _ if now.available < now.minimum => None,
        Housing::Temporary | Housing::LongTerm => Some(now.ceiling),
        Housing::Lease => Some(now.ceiling.plus(benefit(budget))),
    };
    Ok(Thresholds { by_income, highest_charges })
}

/// Every income at which the kind may change, in order: where the minimum is reached, the øre that
/// can be paid first, and the whole of the charges. A lease is paid before the minimum is reached;
/// the last two change nothing then.
fn turning_points(result: &Payment, offer: Housing) -> [Money; 4] {
    let paid_first = match offer {
        Housing::Temporary | Housing::LongTerm => Money::ZERO,
        Housing::Lease => result.estimate,
    };
    let enough = result.expenses.plus(result.minimum).plus(paid_first);
    let one_oere_more = enough.plus(Money::from_oere(1));
    [Money::ZERO, enough, one_oere_more, enough.plus(result.charges)]
}

/// The budget with another total income, in kroner a month: one line in place of all.
pub fn with_income(budget: &Budget, total: Money) -> Budget {
    let income = vec![Line { kind: IncomeKind::Other, amount: total }];
    Budget { income, ..budget.clone() }
}

/// By how much the result changes, in kroner a month; negative when it becomes less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The change of the estimated payment.
    pub estimate_by: Money,
    /// The change of what is left after it.
    pub left_over_by: Money,
}

/// What happens when the necessary expenses rise by `amount` kroner a month. The two changes
/// together are the amount, taken away.
///
/// # Errors
/// [`Under18`] when the budget has no estimate.
pub fn one_more_expense(
    budget: &Budget,
    parameters: &Parameters,
    amount: Money,
) -> Result<Shift, Under18> {
    let before = payment(budget, parameters)?;
    let mut dearer = budget.clone();
    dearer.expenses.push(Line { kind: ExpenseKind::Other, amount });
    let after = payment(&dearer, parameters)?;
    Ok(Shift {
        estimate_by: after.estimate.minus(before.estimate),
        left_over_by: after.left_over.minus(before.left_over),
    })
}

/// The result on a later day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// The day.
    pub date: Date,
    /// The result with the age and the minimum of that day.
    pub result: Payment,
}

/// The same budget on the birthday on which the minimum changes (30 år), with the parameters in
/// force on that day. None when the birthday is not after the budget's date, or when the standard
/// was not yet approved on that date.
pub fn on_limit_birthday(budget: &Budget, standard: &Standard) -> Option<Later> {
    let limit = standard.on(budget.date).ok()?.minimum_age_limit;
    let date = budget.birth_date.birthday(limit);
    if date <= budget.date {
        return None;
    }
    let then = Budget { date, ..budget.clone() };
    let result = payment(&then, &standard.on(date).ok()?).ok()?;
    Some(Later { date, result })
}

/// The result for one income; amounts in kroner a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The total income.
    pub income: Money,
    /// The estimated payment.
    pub estimate: Money,
    /// What is left after it; may be negative.
    pub left_over: Money,
}

/// The results from no income up to `up_to` kroner a month: both ends, and between them every
/// income at which the kind changes, in order and none twice. From one point to the next, estimate
/// and what is left are straight lines.
///
/// That a part can be paid ([`PaymentKind::Reduced`]) begins an øre after the corner, which is
/// where the minimum is reached, and gets no point of its own.
///
/// # Errors
/// [`Under18`] when the budget has no estimate.
pub fn curve(
    budget: &Budget,
    parameters: &Parameters,
    up_to: Money,
) -> Result<Vec<Point>, Under18> {
    let mut points = Vec::new();
    for from in thresholds(budget, parameters)?.by_income {
        let is_corner = from.kind != PaymentKind::Reduced;
        if from.income == Money::ZERO || (is_corner && from.income < up_to) {
            points.push(point(budget, parameters, from.income)?);
        }
    }
    if up_to > Money::ZERO {
        points.push(point(budget, parameters, up_to)?);
    }
    Ok(points)
}

fn point(budget: &Budget, parameters: &Parameters, income: Money) -> Result<Point, Under18> {
    let Payment { estimate, left_over, .. } = payment(&with_income(budget, income), parameters)?;
    Ok(Point { income, estimate, left_over })
}
