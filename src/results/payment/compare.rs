//! The offers side by side: the same income and expenses, each offer's own prices and rules.

use maud::{Markup, html};

use super::offer_name;
use crate::draft::Context;
use crate::draft::payment::Estimate;
use crate::rules::offer::Housing;
use crate::text::format::kroner;

/// A table with a column for each offer; nothing for one offer alone.
pub fn compare(estimates: &[Estimate], context: Context) -> Markup {
    let words = &context.words.payment;
    html! {
        @if estimates.len() > 1 {
            section.section {
                h2 { (words.compare) }
                table.table.compare {
                    caption { (words.compare_table) }
                    thead {
                        tr {
                            td {}
                            @for one in estimates {
                                th scope="col" { (offer_name(one.budget.offer, context.words)) }
                            }
                        }
                    }
                    tbody {
                        @for (name, value) in rows(context) {
                            tr {
                                th scope="row" { (name) }
                                @for one in estimates { td { (value(one, context)) } }
                            }
                        }
                    }
                }
                p { (words.compare_note) }
            }
        }
    }
}

type Value = fn(&Estimate, Context) -> String;

fn rows(context: Context) -> [(&'static str, Value); 7] {
    let words = &context.words.payment;
    [
        (words.compare_price, |one, context| kroner(one.answer.result.charges, context.words)),
        (words.compare_estimate, |one, context| kroner(one.answer.result.estimate, context.words)),
        (words.compare_reduced, |one, context| kroner(one.answer.result.reduction, context.words)),
        (words.compare_left, |one, context| kroner(one.answer.result.left_over, context.words)),
        (words.compare_missing, |one, context| kroner(one.answer.result.shortfall, context.words)),
        (words.compare_benefit, |one, context| {
            let answers = &context.words.answers;
            match one.budget.offer {
                Housing::Temporary | Housing::LongTerm => answers.no.to_owned(),
                Housing::Lease => answers.yes.to_owned(),
            }
        }),
        (words.compare_decides, |one, context| {
            let words = &context.words.payment;
            match one.budget.offer {
                Housing::Temporary | Housing::LongTerm => words.compare_municipality.to_owned(),
                Housing::Lease => words.compare_landlord.to_owned(),
            }
        }),
    ]
}
