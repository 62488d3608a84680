//! The income split into expenses, payment and what is left: a picture and its table.

use maud::{Markup, html};

use crate::draft::Context;
use crate::html::parts;
use crate::rules::payment::Payment;
use crate::text::format::kroner;

/// The picture and its table. When expenses and payment come to more than the income, the bar is
/// as long as they are and nothing is left. Without any amounts there is nothing to show.
pub fn bar(result: &Payment, context: Context) -> Markup {
    let words = &context.words.payment;
    let split = [
        ("part-expenses", words.bar_expenses, result.expenses),
        ("part-payment", words.bar_payment, result.estimate),
        ("part-left", words.bar_left, result.left_over),
    ];
    let parts = split.iter().map(|(_, _, amount)| amount.or_zero().oere());
    let whole = parts.fold(0_u64, u64::saturating_add);
    html! {
        @if whole > 0 {
            div.bar aria-hidden="true" {
                @for (class, _, amount) in split {
                    span class=(class) data-share=(parts::share(amount.or_zero().oere(), whole)) {}
                }
            }
            table.bar-table {
                caption.sr-only { (words.bar_table) }
                thead.sr-only {
                    tr { th scope="col" { (words.bar_part) } th scope="col" { (words.bar_amount) } }
                }
                tbody {
                    @for (class, name, amount) in split {
                        tr {
                            th scope="row" { i class=(class) aria-hidden="true" {} (name) }
                            td.amount translate="no" { (kroner(amount, context.words)) }
                        }
                    }
                }
            }
        }
    }
}
