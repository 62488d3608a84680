//! What a person would pay at most, for each offer that was chosen.

mod bar;
mod changes;
mod compare;
mod curve;
mod details;
mod kinds;
mod notes;
mod steps;
#[cfg(test)]
mod tests;

use maud::{Markup, html};

use crate::draft::Context;
use crate::draft::payment::{Estimate, PaymentOutcome};
use crate::html::parts;
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format::kroner;

pub use details::details;
pub use kinds::{
    charge_name, expense_name, income_name, offer_inside, offer_name, payment_kind, period_name,
    standard_of,
};
pub use notes::after_debt;
pub use steps::{charges_typed, expenses_typed, income_typed};

/// The figures in a sentence for each offer.
pub fn said(outcome: &PaymentOutcome, context: Context) -> String {
    let words = &context.words.payment;
    let kroner = |amount| kroner(amount, context.words);
    let mut said = Vec::new();
    for Estimate { budget, answer, .. } in &outcome.estimates {
        let result = &answer.result;
        let offer = offer_name(budget.offer, context.words);
        said.push(words.said(offer, kroner(result.estimate), kroner(result.left_over)));
        if result.shortfall > Money::ZERO {
            said.push(words.said_short(kroner(result.shortfall)));
        }
    }
    said.join(" ")
}

/// The result itself.
pub fn summary(outcome: &PaymentOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.payment;
    let several = outcome.estimates.len() > 1;
    let lease = |one: &Estimate| one.budget.offer == Housing::Lease;
    let (any_lease, all_lease) =
        (outcome.estimates.iter().any(lease), outcome.estimates.iter().all(lease));
    let mut standards = outcome.estimates.iter().map(|one| standard_of(one.budget.offer));
    let standard = match standards.next() {
        Some(first) if standards.all(|other| other == first) => first,
        _ => WhichStandard::Both,
    };
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" {
                @if several { (words.result_several) } @else { (words.result) }
            }
            @for estimate in &outcome.estimates { (figures(estimate, several, context)) }
            @if !all_lease { (parts::estimate(words.estimate)) }
            @if any_lease { (parts::estimate(words.estimate_lease)) }
            (parts::source(standard, Section::Payment, context))
        }
    }
}

/// The estimate for one offer: its figure, a picture, and what is left.
fn figures(estimate: &Estimate, several: bool, context: Context) -> Markup {
    let words = &context.words.payment;
    let result = &estimate.answer.result;
    let offer = estimate.budget.offer;
    let meaning = match offer {
        Housing::Temporary | Housing::LongTerm => words.figure,
        Housing::Lease => words.figure_lease,
    };
    html! {
        @if several { h3 { (offer_name(offer, context.words)) } }
        p.figure { (parts::untranslated(&kroner(result.estimate, context.words))) " " small { (words.per_month) } }
        p { (meaning) }
        @if !several { (bar::bar(result, context)) }
        dl.facts {
            @if result.shortfall > Money::ZERO { (fact(words.shortfall, result.shortfall, context)) }
            (fact(words.left_over, result.left_over, context))
            @if !several {
                (fact(words.minimum, result.minimum, context))
                (fact(words.ceiling, result.ceiling, context))
            }
        }
    }
}

fn fact(name: &str, amount: Money, context: Context) -> Markup {
    html! { div { dt { (name) } dd translate="no" { (kroner(amount, context.words)) } } }
}
