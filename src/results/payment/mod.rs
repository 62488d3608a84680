//! What a person would pay at most.

mod details;
mod kinds;
mod notes;
#[cfg(test)]
mod tests;

use maud::{Markup, html};

use crate::app::tool::Shown;
use crate::draft::Context;
use crate::draft::payment::PaymentOutcome;
use crate::html::parts;
use crate::rules::money::Money;
use crate::rules::offer::Housing;
use crate::rules::payment::Payment;
use crate::rules::standard::WhichStandard;
use crate::text::format;

pub use kinds::{charge_name, expense_name, income_name, offer_name};

/// The figure beside the form, and every step behind it.
pub fn shown(outcome: &PaymentOutcome, heading_id: &str, context: Context) -> Shown {
    Shown {
        summary: summary(outcome, heading_id, context).into_string(),
        details: details::details(outcome, context).into_string(),
    }
}

/// The highest payment, what is left of the income, and a bar of both.
fn summary(outcome: &PaymentOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.payment;
    let result = &outcome.answer.result;
    let (meaning, caution) = match outcome.budget.offer {
        Housing::Temporary | Housing::LongTerm => (words.figure, words.estimate),
        Housing::Lease => (words.figure_lease, words.estimate_lease),
    };
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" { (words.result) }
            p.figure { (format::kroner(result.estimate)) " " small { (words.per_month) } }
            p { (meaning) }
            (bar(result, context))
            dl.facts {
                (fact(words.left_over, result.left_over))
                (fact(words.minimum, result.minimum))
                @if result.shortfall > Money::ZERO { (fact(words.shortfall, result.shortfall)) }
            }
            (parts::estimate(caution))
            (parts::source(WhichStandard::Both, words.section, context))
        }
    }
}

fn fact(name: &str, amount: Money) -> Markup {
    html! { div { dt { (name) } dd { (format::kroner(amount)) } } }
}

/// The income split into expenses, payment and what is left. When they come to more than the
/// income, the bar is as long as they are and nothing is left.
fn bar(result: &Payment, context: Context) -> Markup {
    let words = &context.words.payment;
    let left = result.left_over.or_zero();
    let split = [
        ("part-expenses", words.bar_expenses, result.expenses),
        ("part-payment", words.bar_payment, result.estimate),
        ("part-left", words.bar_left, left),
    ];
    let whole = split.iter().fold(0_u64, |sum, (_, _, amount)| sum.saturating_add(amount.oere()));
    html! {
        @if whole > 0 {
            div.bar aria-hidden="true" {
                @for (class, _, amount) in split {
                    span class=(class) data-share=(parts::share(amount.oere(), whole)) {}
                }
            }
            ul.bar-key role="list" {
                @for (class, name, amount) in split {
                    li { i class=(class) {} (name) " " span.amount { (format::kroner(amount)) } }
                }
            }
        }
    }
}
