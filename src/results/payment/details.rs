//! The calculation step by step, what it rests on, and what to ask about.

use maud::{Markup, html};

use super::{charge_name, expense_name, income_name, notes, offer_name};
use crate::draft::Context;
use crate::draft::payment::PaymentOutcome;
use crate::html::parts::{self, Tone};
use crate::results::eligibility::answer_word;
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::{Note, Step, StepId};
use crate::text::format::{kroner, number, short_date};

/// Every step, note and assumption.
pub fn details(outcome: &PaymentOutcome, context: Context) -> Markup {
    let words = &context.words.payment;
    let result = &outcome.answer.result;
    html! {
        section.section {
            h2 { (words.details) }
            @for note in &result.notes {
                (notes::note(*note, outcome.budget.offer, result, context))
            }
            (steps(outcome, context))
            @if result.reduction > Money::ZERO {
                p { (words.reduction(kroner(result.charges), kroner(result.reduction))) }
            }
            @for reading in &result.readings { (notes::reading(reading, result, context)) }
            @if let Some(change) = result.next_change { (notes::next_change(change, context)) }
            (after_debt(outcome, context))
            (questions(outcome, context))
            (parts::inputs(&inputs(outcome, context), context))
            (parts::assumptions(&assumptions(outcome, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
        }
    }
}

fn steps(outcome: &PaymentOutcome, context: Context) -> Markup {
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
            tbody { @for step in &outcome.answer.result.steps { (step_row(*step, outcome, context)) } }
        }
    }
}

fn step_row(step: Step, outcome: &PaymentOutcome, context: Context) -> Markup {
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
    let (name, why) = step_words(step.id, outcome, context);
    html! {
        tr class=[class] {
            th scope="row" { (name) " " small { (why) } }
            td.amount { (number(amount)) }
        }
    }
}

/// The name of a step, and a sentence that says how it comes about.
fn step_words(id: StepId, outcome: &PaymentOutcome, context: Context) -> (&'static str, String) {
    let words = &context.words.payment.steps;
    let result = &outcome.answer.result;
    let lease = outcome.budget.offer == Housing::Lease;
    let benefit = outcome.budget.housing_benefit.unwrap_or(Money::ZERO);
    let [income, expenses, available, minimum] =
        [result.income, result.expenses, result.available, result.minimum].map(kroner);
    let [ceiling, charges, estimate] =
        [result.ceiling, result.charges, result.estimate].map(kroner);
    match id {
        StepId::Income => (words.income, words.income_why.to_owned()),
        StepId::Expenses => (words.expenses, words.expenses_why.to_owned()),
        StepId::Available => (words.available, words.available_why(income, expenses)),
        StepId::Minimum => (words.minimum, words.minimum_why(result.age)),
        StepId::Ceiling => (words.ceiling, words.ceiling_why(available, minimum)),
        StepId::Charges if result.notes.contains(&Note::RentWaivedOwnHome) => {
            (words.charges, words.charges_why_no_rent.to_owned())
        }
        StepId::Charges => (words.charges, words.charges_why.to_owned()),
        StepId::Estimate if lease => {
            (words.estimate, words.estimate_why_lease(charges, kroner(benefit)))
        }
        StepId::Estimate => (words.estimate, words.estimate_why(charges, ceiling)),
        StepId::LeftOver => (words.left_over, words.left_over_why(available, estimate)),
    }
}

/// What is left when the debt is paid too, when there is debt.
fn after_debt(outcome: &PaymentOutcome, context: Context) -> Markup {
    let words = &context.words.payment;
    let amounts = outcome.budget.debt.zip(outcome.answer.result.left_over_after_debt);
    html! {
        @if let Some((debt, left_over)) = amounts {
            (parts::alert(
                Tone::Info,
                words.debt_heading,
                &words.debt_after(kroner(debt), kroner(left_over)),
            ))
        }
    }
}

/// What the rules cannot answer: whom somebody supports, whether the amounts are still in force,
/// and what the law adds to the standard.
fn questions(outcome: &PaymentOutcome, context: Context) -> Markup {
    let words = &context.words.payment;
    let approved = short_date(context.standard.approved, context.words);
    let of_offer = match outcome.budget.offer {
        Housing::Temporary => Some(words.question_notice),
        Housing::LongTerm => Some(words.question_law),
        Housing::Lease => None,
    };
    html! {
        h3 { (words.questions) }
        ul {
            li { (words.question_family) }
            li { (words.question_current(approved)) }
            @if let Some(question) = of_offer { li { (question) } }
        }
    }
}

fn inputs(outcome: &PaymentOutcome, context: Context) -> Vec<(String, String)> {
    let words = context.words;
    let names = &words.payment;
    let budget = &outcome.budget;
    let line =
        |list: &str, kind: &str, amount: Money| (names.input_line(list, kind), kroner(amount));
    let income = budget.income.iter();
    let income = income.map(|l| line(names.input_income, income_name(l.kind, words), l.amount));
    let expenses = budget.expenses.iter();
    let expenses =
        expenses.map(|l| line(names.input_expense, expense_name(l.kind, words), l.amount));
    let charges = budget.charges.iter();
    let charges = charges.map(|l| line(names.input_charge, charge_name(l.kind, words), l.amount));
    let pair = |name: &str, answer: String| (name.to_owned(), answer);
    let own_home = budget
        .keeps_own_home
        .map(|answer| pair(names.input_own_home, answer_word(answer, context).to_owned()));
    let benefit = budget.housing_benefit.map(|amount| pair(names.input_benefit, kroner(amount)));
    let debt = budget.debt.map(|amount| pair(names.input_debt, kroner(amount)));
    [
        pair(names.input_offer, offer_name(budget.offer, words).to_owned()),
        pair(names.input_born, short_date(budget.birth_date, words)),
        pair(names.input_date, short_date(budget.date, words)),
    ]
    .into_iter()
    .chain(own_home)
    .chain(income)
    .chain(expenses)
    .chain(charges)
    .chain(benefit)
    .chain(debt)
    .collect()
}

fn assumptions(outcome: &PaymentOutcome, context: Context) -> Vec<String> {
    let words = &context.words.payment;
    let payee = match outcome.budget.offer {
        Housing::Temporary | Housing::LongTerm => words.assume_payee,
        Housing::Lease => words.assume_payee_lease,
    };
    [words.assume_month, words.assume_net, words.assume_expenses, words.assume_empty, payee]
        .map(str::to_owned)
        .to_vec()
}
