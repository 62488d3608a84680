//! What stands below the figures: the offers side by side, each calculation, what would change
//! it, what it rests on, and what to ask about.

use maud::{Markup, html};

use super::steps::{called, steps};
use super::{
    bar, changes, charge_name, compare, curve, expense_name, income_name, notes, offer_name,
    period_name,
};
use crate::draft::Context;
use crate::draft::payment::{Entry, Estimate, PaymentOutcome};
use crate::html::parts::{self, Tone};
use crate::results::eligibility::answer_word;
use crate::rules::logic::Truth;
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::period::Period;
use crate::text::format::{kroner, short_date};

/// Everything below the figures.
pub fn details(outcome: &PaymentOutcome, context: Context) -> Markup {
    let words = &context.words.payment;
    let estimates = &outcome.estimates;
    let several = estimates.len() > 1;
    html! {
        (compare::compare(estimates, context))
        @for estimate in estimates { (of_offer(estimate, several, context)) }
        section.section {
            h2 { (words.basis) }
            @if outcome.supports_family == Some(Truth::Yes) {
                (parts::alert(Tone::Warning, words.family_heading, words.question_family_yes))
            }
            (questions(outcome, context))
            (parts::inputs(&inputs(outcome, context), context))
            (parts::assumptions(&assumptions(outcome, context), context))
            @if let Some(first) = estimates.first() {
                (parts::printed_on(&first.answer.standard, context))
            }
        }
    }
}

/// The calculation for one offer.
fn of_offer(estimate: &Estimate, several: bool, context: Context) -> Markup {
    let words = &context.words.payment;
    let result = &estimate.answer.result;
    let offer = estimate.budget.offer;
    let kroner = |amount| kroner(amount, context.words);
    html! {
        section.section {
            h2 {
                @if several { (words.details_of(offer_name(offer, context.words))) }
                @else { (words.details) }
            }
            @for note in &result.notes { (notes::note(*note, offer, result, context)) }
            @if several { (bar::bar(result, context)) }
            (steps(estimate, context))
            @if result.reduction > Money::ZERO {
                p { (words.reduction(kroner(result.charges), kroner(result.reduction))) }
            }
            @for reading in &result.readings { (notes::reading(reading, offer, result, context)) }
            @if let Some(change) = result.next_change { (notes::next_change(change, &estimate.budget, context)) }
            (after_debt(estimate, context))
            (changes::changes(estimate, context))
            (curve::curve(estimate, context))
        }
    }
}

/// What is left when the debt is paid too, when there is debt.
fn after_debt(estimate: &Estimate, context: Context) -> Markup {
    let words = &context.words.payment;
    let amounts = estimate.budget.debt.zip(estimate.answer.result.left_over_after_debt);
    html! {
        @if let Some((debt, left_over)) = amounts {
            (parts::alert(
                Tone::Info,
                words.debt_heading,
                &notes::after_debt(debt, left_over, context.words),
            ))
        }
    }
}

/// What the rules cannot answer: whom somebody supports, whether the amounts are still in force,
/// and what the law adds to the standard.
fn questions(outcome: &PaymentOutcome, context: Context) -> Markup {
    let words = &context.words.payment;
    let approved = short_date(context.standard.approved, context.words);
    let has = |offer: Housing| outcome.estimates.iter().any(|one| one.budget.offer == offer);
    html! {
        h3 { (words.questions) }
        ul {
            @if !matches!(outcome.supports_family, Some(Truth::Yes | Truth::No)) {
                li { (words.question_family) }
            }
            li { (words.question_current(approved)) }
            @if has(Housing::Temporary) { li { (words.question_notice) } }
            @if has(Housing::LongTerm) { li { (words.question_law) } }
        }
    }
}

/// What was typed: what counts for every offer, then each offer's own.
fn inputs(outcome: &PaymentOutcome, context: Context) -> Vec<(String, String)> {
    let words = context.words;
    let names = &words.payment;
    let mut inputs = Vec::new();
    let mut add = |name: &str, answer: String| inputs.push((name.to_owned(), answer));
    if let Some(Estimate { budget, typed, .. }) = outcome.estimates.first() {
        add(names.input_born, short_date(budget.birth_date, words));
        add(names.input_date, short_date(budget.date, words));
        for (line, entry) in budget.income.iter().zip(&typed.income) {
            let name = called(income_name(line.kind, words), entry);
            add(&names.input_line(names.input_income, name), amount(entry, context));
        }
        for (line, entry) in budget.expenses.iter().zip(&typed.expenses) {
            let name = called(expense_name(line.kind, words), entry);
            add(&names.input_line(names.input_expense, name), amount(entry, context));
        }
    }
    for Estimate { budget, typed, .. } in &outcome.estimates {
        let offer = offer_name(budget.offer, words);
        if let Some(answer) = budget.keeps_own_home {
            add(names.input_own_home, answer_word(answer, context).to_owned());
        }
        for (line, entry) in budget.charges.iter().zip(&typed.charges) {
            let name = called(charge_name(line.kind, words), entry);
            add(&names.input_line(offer, name), amount(entry, context));
        }
        if let Some(benefit) = budget.housing_benefit {
            add(names.input_benefit, kroner(benefit, words));
        }
    }
    if let Some(debt) = outcome.estimates.first().and_then(|one| one.budget.debt) {
        add(names.input_debt, kroner(debt, words));
    }
    inputs
}

/// `1.200 kr. om ugen`; how often is left out for a month.
fn amount(entry: &Entry, context: Context) -> String {
    let amount = kroner(entry.amount, context.words);
    match entry.period {
        Period::Month => amount,
        Period::Week | Period::Year => {
            format!("{amount} {}", period_name(entry.period, context.words))
        }
    }
}

fn assumptions(outcome: &PaymentOutcome, context: Context) -> Vec<String> {
    let words = &context.words.payment;
    let is_lease = |one: &Estimate| one.budget.offer == Housing::Lease;
    let leases = outcome.estimates.iter().filter(|one| is_lease(one)).count();
    let mut assumed =
        vec![words.assume_month, words.assume_net, words.assume_expenses, words.assume_empty];
    if leases < outcome.estimates.len() {
        assumed.push(words.assume_payee);
    }
    if leases > 0 {
        assumed.push(words.assume_payee_lease);
    }
    assumed.into_iter().map(str::to_owned).collect()
}
