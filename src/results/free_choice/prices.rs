//! The two prices beside each other and beside the limit: in sentences, as bars and as a table.

use std::cmp::Ordering;

use maud::{Markup, html};

use crate::draft::Context;
use crate::html::parts;
use crate::rules::date::Date;
use crate::rules::free_choice::{FreeChoice, Wish};
use crate::rules::money::Percent;
use crate::rules::standard::{ParameterId, Source, Value};
use crate::text::format::{kroner, percent as percent_text, short_date, whole_percent};
use crate::text::words::Words;

/// By how much a wished offer may be dearer, with the day since when and the place where it says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Whole percent of the municipality's price.
    pub percent: u32,
    /// The first day on which it holds.
    pub from: Date,
    /// Where it stands.
    pub source: Source,
}

/// The limit in force on a date; none where only words say how dear an offer may be.
pub fn limit(date: Date, context: Context) -> Option<Limit> {
    let entry = context.standard.entry(ParameterId::PriceLimitPercent, date)?;
    match entry.value {
        Value::Number(percent) => Some(Limit { percent, from: entry.from, source: entry.source }),
        Value::Amount(_) | Value::NotFixed => None,
    }
}

/// The difference between the two prices, and where it lies to the law's limit; nothing when one
/// of them is not known.
pub fn price(wish: &Wish, result: &FreeChoice, context: Context) -> Vec<String> {
    let words = &context.words.free_choice;
    let prices = wish.wanted_price.zip(wish.reference_price);
    let Some(((wanted, reference), percent)) = prices.zip(result.price_difference_percent) else {
        return Vec::new();
    };
    let mut sentences = vec![match wanted.cmp(&reference) {
        Ordering::Greater => words.dearer(unsigned(percent, context.words)),
        Ordering::Equal => words.same_price.to_owned(),
        Ordering::Less => words.cheaper(unsigned(percent, context.words)),
    }];
    if let Some(limit) = limit(wish.date, context) {
        let from = short_date(limit.from, context.words);
        let percent = whole_percent(limit.percent, context.words);
        sentences.push(match wanted.is_within(reference, limit.percent) {
            true => words.within_limit(from, percent),
            false => words.over_limit(from, percent),
        });
        let most = reference.with_percent(limit.percent);
        sentences.push(words.limit_amount(kroner(most, context.words)));
    }
    sentences
}

/// A percentage whose direction the sentence tells.
fn unsigned(percent: Percent, words: &Words) -> String {
    percent_text(percent, words).trim_start_matches('\u{2212}').to_owned()
}

/// Both prices on one scale with the limit as a mark, and their numbers; nothing without both.
pub fn bars(wish: &Wish, context: Context) -> Markup {
    let words = &context.words.free_choice;
    let Some((wanted, reference)) = wish.wanted_price.zip(wish.reference_price) else {
        return html! {};
    };
    let limit = limit(wish.date, context);
    let limit = limit.map(|limit| (limit.percent, reference.with_percent(limit.percent)));
    let most = limit.map_or(reference, |(_, amount)| amount).max(wanted).oere();
    // Room beyond the longest, so that a mark at its end is seen.
    let scale = most.saturating_add(most / 20);
    let prices = [
        ("part-payment", words.price_wanted, wanted),
        ("part-expenses", words.price_reference, reference),
    ];
    html! {
        @for (class, _, amount) in prices {
            div.bar aria-hidden="true" {
                span class=(class) data-share=(parts::share(amount.oere(), scale)) {}
                @if let Some((_, limit)) = limit {
                    span.bar-limit data-at=(parts::share(limit.oere(), scale)) {}
                }
            }
        }
        table.bar-table {
            caption.sr-only { (words.price_table) }
            thead.sr-only {
                tr { th scope="col" { (words.price_what) } th scope="col" { (words.price_amount) } }
            }
            tbody {
                @for (class, name, amount) in prices {
                    tr {
                        th scope="row" { i class=(class) aria-hidden="true" {} (name) }
                        td.amount translate="no" { (kroner(amount, context.words)) }
                    }
                }
                @if let Some((percent, amount)) = limit {
                    tr {
                        th scope="row" {
                            i.part-limit aria-hidden="true" {}
                            (words.price_limit(whole_percent(percent, context.words)))
                        }
                        td.amount translate="no" { (kroner(amount, context.words)) }
                    }
                }
            }
        }
    }
}
