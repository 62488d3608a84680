//! What an offer is: what it holds, how long, who decides, and where the rule stands.

use maud::{Markup, html};

use super::texts;
use crate::app::page::Page;
use crate::draft::Context;
use crate::html::parts;
use crate::rules::offer::Offer;
use crate::rules::standard::Parameters;

/// The offer in our own words, closed until it is asked for.
pub fn about(offer: Offer, parameters: Option<Parameters>, context: Context) -> Markup {
    let words = &context.words.check;
    let name = texts::offer(offer, context.words);
    html! {
        details.details {
            summary.details-summary { (words.more) span.sr-only { ": " (name) } }
            div.details-text {
                (item(words.about.holds_heading, texts::holds(offer, context.words)))
                (item(words.about.holds_not_heading, words.about.holds_not))
                @if offer == Offer::Respite { p { (words.about.holds_not_respite) } }
                @if let Some(parameters) = parameters { (in_time(offer, parameters, context)) }
                (item(words.about.decides_heading, words.about.decides))
                (next(offer, context))
                p { (texts::law(offer, context.words)) }
                @for section in sections(offer, context) {
                    (parts::source(texts::standard(offer), section, context))
                }
            }
        }
    }
}

fn item(heading: &str, text: &str) -> Markup {
    html! { h4 { (heading) } p { (text) } }
}

/// How long it lasts, and when the municipality looks at it again.
fn in_time(offer: Offer, parameters: Parameters, context: Context) -> Markup {
    let words = &context.words.check.about;
    let how_long = match offer {
        Offer::Temporary => words.how_long.temporary.to_owned(),
        Offer::Respite => words.how_long.respite(parameters.respite_days_per_year),
        Offer::Crisis => words.how_long.crisis.to_owned(),
        Offer::LongTerm | Offer::Lease => words.how_long.long_term.to_owned(),
    };
    let first = parameters.first_follow_up_months;
    let follow_up = match offer {
        Offer::Temporary => words.follow_up.temporary(first, parameters.temporary_follow_up_months),
        Offer::Respite | Offer::Crisis => {
            words.follow_up.short(parameters.temporary_follow_up_months)
        }
        Offer::LongTerm | Offer::Lease => {
            words.follow_up.long_term(first, parameters.long_term_follow_up_months)
        }
    };
    html! {
        (item(words.how_long_heading, &how_long))
        (item(words.follow_up_heading, &follow_up))
        p { (words.duty) }
    }
}

/// The page where one can go on with the offer.
fn next(offer: Offer, context: Context) -> Markup {
    let page = match offer {
        Offer::Temporary | Offer::Crisis => Page::Payment,
        Offer::Respite => Page::Respite,
        Offer::LongTerm | Offer::Lease => Page::FreeChoice,
    };
    html! {
        h4 { (context.words.check.about.next_heading) }
        p { a href=(page.href()) { (page.title(context.words)) } }
    }
}

/// The headings of the standard under which the offer's rules stand.
fn sections(offer: Offer, context: Context) -> Vec<&'static str> {
    let words = &context.words.check.sections;
    match offer {
        Offer::Temporary | Offer::Crisis | Offer::LongTerm => vec![words.receive, words.holds],
        Offer::Respite => vec![words.receive, words.holds, words.holds_not],
        Offer::Lease => vec![words.receive, words.supplier],
    }
}
