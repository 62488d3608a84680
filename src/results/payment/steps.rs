//! The calculation step by step, each step as a sentence with its numbers.

use maud::{Markup, html};

use super::{charge_name, expense_name, income_name, period_name};
use crate::draft::Context;
use crate::draft::payment::{Entry, Estimate};
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::{ChargeKind, Note, Step, StepId};
use crate::rules::period::Period;
use crate::text::format::{kroner, number};
use crate::text::words::Words;

/// The most lines that stand in a sum; all of them stand among the answers.
const MOST_LINES: usize = 9;

/// The table of the steps.
pub fn steps(estimate: &Estimate, context: Context) -> Markup {
    let words = &context.words.payment;
    html! {
        table.table.steps {
            caption { (words.table) }
            thead {
                tr {
                    th scope="col" { (words.step) }
                    th.amount scope="col" { (words.step_amount) }
                }
            }
            tbody { @for step in &estimate.answer.result.steps { (row(*step, estimate, context)) } }
        }
    }
}

fn row(step: Step, estimate: &Estimate, context: Context) -> Markup {
    let class = match step.id {
        StepId::Available | StepId::Ceiling => Some("is-sum"),
        StepId::Estimate => Some("is-result"),
        StepId::Income
        | StepId::Expenses
        | StepId::Minimum
        | StepId::Charges
        | StepId::LeftOver => None,
    };
    let amount = match step.id {
        StepId::Expenses | StepId::Minimum => Money::ZERO.minus(step.amount),
        _ => step.amount,
    };
    let (name, why) = step_words(step.id, estimate, context);
    html! {
        tr class=[class] {
            th scope="row" { (name) " " small { (why) } }
            td.amount { (number(amount, context.words)) }
        }
    }
}

/// The name of a step, and a sentence that says how it comes about.
fn step_words(id: StepId, estimate: &Estimate, context: Context) -> (&'static str, String) {
    let names = &context.words.payment.steps;
    let Estimate { budget, answer, .. } = estimate;
    let result = &answer.result;
    let words = context.words;
    let kroner = |amount| kroner(amount, words);
    let benefit = budget.housing_benefit.unwrap_or(Money::ZERO);
    let [available, minimum, ceiling, charges, payment] =
        [result.available, result.minimum, result.ceiling, result.charges, result.estimate]
            .map(kroner);
    match id {
        StepId::Income => (names.income, sentence(income_typed(estimate, words), words)),
        StepId::Expenses => (names.expenses, sentence(expenses_typed(estimate, words), words)),
        StepId::Available => {
            let [income, expenses] = [result.income, result.expenses].map(kroner);
            (names.available, names.available_why(income, expenses))
        }
        StepId::Minimum => (names.minimum, names.minimum_why(result.age, minimum)),
        StepId::Ceiling => (names.ceiling, names.ceiling_why(available, minimum)),
        StepId::Charges => (names.charges, charges_why(estimate, context)),
        StepId::Estimate if budget.offer == Housing::Lease => {
            (names.estimate, names.estimate_why_lease(charges, kroner(benefit)))
        }
        StepId::Estimate => (names.estimate, names.estimate_why(charges, ceiling)),
        StepId::LeftOver => (names.left_over, names.left_over_why(available, payment)),
    }
}

/// What the offer charges for, without rent where it does not count.
fn charges_why(estimate: &Estimate, context: Context) -> String {
    let names = &context.words.payment.steps;
    let Estimate { budget, answer, typed } = estimate;
    let waived = answer.result.notes.contains(&Note::RentWaivedOwnHome);
    let mut lines = Vec::new();
    let mut entries = Vec::new();
    for (line, entry) in budget.charges.iter().zip(&typed.charges) {
        if !(waived && line.kind == ChargeKind::Rent) {
            lines.push((charge_name(line.kind, context.words), line.amount));
            entries.push(entry.clone());
        }
    }
    if waived && lines.is_empty() {
        return context.words.payment.no_other_prices.to_owned();
    }
    let sum = sentence(added_up(lines.into_iter(), &entries, context.words), context.words);
    if waived { names.charges_why_no_rent(sum) } else { sum }
}

/// A sum as a sentence; that there is nothing, when nothing was typed.
fn sentence(sum: String, words: &Words) -> String {
    match sum.is_empty() {
        true => words.payment.list_none.to_owned(),
        false => words.payment.list_one(sum),
    }
}

/// The income as it was typed, added up; empty when nothing was.
pub fn income_typed(estimate: &Estimate, words: &'static Words) -> String {
    let lines = estimate.budget.income.iter();
    let lines = lines.map(|line| (income_name(line.kind, words), line.amount));
    added_up(lines, &estimate.typed.income, words)
}

/// The necessary expenses as they were typed, added up; empty when nothing was.
pub fn expenses_typed(estimate: &Estimate, words: &'static Words) -> String {
    let lines = estimate.budget.expenses.iter();
    let lines = lines.map(|line| (expense_name(line.kind, words), line.amount));
    added_up(lines, &estimate.typed.expenses, words)
}

/// What the offer charges for as it was typed, added up; empty when nothing was.
pub fn charges_typed(estimate: &Estimate, words: &'static Words) -> String {
    let lines = estimate.budget.charges.iter();
    let lines = lines.map(|line| (charge_name(line.kind, words), line.amount));
    added_up(lines, &estimate.typed.charges, words)
}

/// `Pension 14.500 kr. + Løn 500 kr. = 15.000 kr.`; a line alone has no sum.
fn added_up(
    lines: impl Iterator<Item = (&'static str, Money)>,
    typed: &[Entry],
    words: &Words,
) -> String {
    let mut sum = Money::ZERO;
    let mut shown: Vec<String> = Vec::new();
    let mut others = 0_usize;
    for ((name, monthly), entry) in lines.zip(typed) {
        sum = sum.plus(monthly);
        if shown.len() < MOST_LINES {
            shown.push(line(name, monthly, entry, words));
        } else {
            others = others.saturating_add(1);
        }
    }
    let total = kroner(sum, words);
    let words = &words.payment;
    match (shown.len(), others) {
        (0 | 1, _) => shown.concat(),
        (_, 0) => words.list_sum(shown.join(" + "), total),
        (_, others) => words.list_sum(words.list_more(shown.join(" + "), others), total),
    }
}

/// `Medicin 433,33 kr. (100 kr. om ugen)`; what the person calls it, where that is more telling.
fn line(name: &str, monthly: Money, entry: &Entry, words: &Words) -> String {
    let name = called(name, entry);
    let kroner = |amount| kroner(amount, words);
    match entry.period {
        Period::Month => words.payment.list_line(name, kroner(monthly)),
        Period::Week | Period::Year => {
            let period = period_name(entry.period, words);
            words.payment.list_line_converted(name, kroner(monthly), kroner(entry.amount), period)
        }
    }
}

/// What the person calls a line, or its kind.
pub fn called<'a>(kind: &'a str, entry: &'a Entry) -> &'a str {
    if entry.name.is_empty() { kind } else { &entry.name }
}
