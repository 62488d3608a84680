//! What would change an estimate: another income, another price, one expense more, a birthday.

use maud::{Markup, html};

use super::payment_kind;
use crate::draft::Context;
use crate::draft::payment::Estimate;
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::PaymentKind;
use crate::rules::payment::what_if::{
    KindFrom, Later, Shift, Thresholds, on_limit_birthday, one_more_expense, thresholds,
};
use crate::text::format::{kroner, short_date};

/// The expense whose effect is shown, in øre: 100 kr.
const ONE_EXPENSE: i64 = 10_000;

/// Everything that would change the estimate.
pub fn changes(estimate: &Estimate, context: Context) -> Markup {
    let words = &context.words.payment;
    let budget = &estimate.budget;
    let expense = Money::from_oere(ONE_EXPENSE);
    let parameters = context.standard.on(budget.date).ok();
    let thresholds = parameters.as_ref().and_then(|now| thresholds(budget, now).ok());
    let shift = parameters.as_ref().and_then(|now| one_more_expense(budget, now, expense).ok());
    let birthday = on_limit_birthday(budget, context.standard);
    html! {
        h3 { (words.changes) }
        @if let Some(thresholds) = &thresholds { (by_income(thresholds, estimate, context)) }
        ul {
            @if let Some(most) = thresholds.and_then(|found| found.highest_charges) {
                li { (highest_charges(most, budget.offer, context)) }
            }
            @if let Some(shift) = shift { li { (one_expense(expense, shift, context)) } }
            @if let Some(later) = birthday { li { (on_birthday(&later, estimate, context)) } }
        }
    }
}

/// The kinds of result by rising income, with the one of the estimate marked.
fn by_income(thresholds: &Thresholds, estimate: &Estimate, context: Context) -> Markup {
    let words = &context.words.payment;
    let offer = estimate.budget.offer;
    let rows = ranges(thresholds);
    let now = PaymentKind::of(&estimate.answer.result, offer);
    // A kind without a range of its own is the beginning of the next.
    let has_row = rows.iter().any(|row| row.kind == now);
    let now = if has_row { now } else { PaymentKind::Reduced };
    html! {
        table.table.changes {
            caption { (words.changes_table) }
            thead {
                tr {
                    th scope="col" { (words.changes_income) }
                    th scope="col" { (words.changes_then) }
                }
            }
            tbody {
                @for row in rows {
                    tr.is-result[row.kind == now] {
                        th scope="row" { (row.range(context)) }
                        td {
                            @if row.kind == now { strong { (words.changes_now) ": " } }
                            (payment_kind(row.kind, offer, context.words))
                        }
                    }
                }
            }
        }
    }
}

/// A range of incomes for which the result is of one kind.
struct Range {
    kind: PaymentKind,
    from: Money,
    to: Option<Money>,
}

impl Range {
    fn range(&self, context: Context) -> String {
        let words = &context.words.payment;
        let kroner = |amount| kroner(amount, context.words);
        let from = kroner(self.from);
        match self.to.map(kroner) {
            Some(to) if self.from == Money::ZERO => words.changes_below(to),
            Some(to) => words.changes_between(from, to),
            None if self.from == Money::ZERO => words.changes_any.to_owned(),
            None => words.changes_from(from),
        }
    }
}

/// That nothing is left to pay with holds for one øre of income alone, which is no range: a part
/// can be paid from there.
fn ranges(thresholds: &Thresholds) -> Vec<Range> {
    let mut ranges: Vec<Range> = Vec::new();
    let mut from_before = None;
    for KindFrom { income, kind } in &thresholds.by_income {
        let from = from_before.take().unwrap_or(*income);
        if let Some(before) = ranges.last_mut().filter(|before| before.to.is_none()) {
            before.to = Some(from);
        }
        match kind {
            PaymentKind::Nothing => from_before = Some(*income),
            kind => ranges.push(Range { kind: *kind, from, to: None }),
        }
    }
    ranges
}

fn highest_charges(most: Money, offer: Housing, context: Context) -> String {
    let words = &context.words.payment;
    let most = kroner(most, context.words);
    match offer {
        Housing::Temporary | Housing::LongTerm => words.changes_charges(most),
        Housing::Lease => words.changes_charges_lease(most),
    }
}

fn one_expense(expense: Money, shift: Shift, context: Context) -> String {
    let words = &context.words.payment;
    let down = |by: Money| kroner(Money::ZERO.minus(by), context.words);
    let paid = match shift.estimate_by == Money::ZERO {
        true => words.changes_expense_same.to_owned(),
        false => words.changes_expense_paid(down(shift.estimate_by)),
    };
    let left = match shift.left_over_by == Money::ZERO {
        true => words.changes_expense_left_same.to_owned(),
        false => words.changes_expense_left(down(shift.left_over_by)),
    };
    format!("{}{paid} {left}", words.changes_expense(kroner(expense, context.words)))
}

fn on_birthday(later: &Later, estimate: &Estimate, context: Context) -> String {
    let words = &context.words.payment;
    let result = &later.result;
    let kroner = |amount| kroner(amount, context.words);
    let [minimum, payment, left] = [result.minimum, result.estimate, result.left_over].map(kroner);
    let date = short_date(later.date, context.words);
    let mut said = words.changes_birthday(date, result.age, minimum, payment, left);
    if result.shortfall > Money::ZERO && estimate.answer.result.shortfall < result.shortfall {
        said.push(' ');
        said.push_str(&words.changes_birthday_short(kroner(result.shortfall)));
    }
    said
}
