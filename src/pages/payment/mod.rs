//! Estimate the payment: offers, age and a budget. The estimate follows every key.

mod rows;
#[cfg(test)]
mod tests;

use maud::{Markup, html};

use crate::app::asked::Standing;
use crate::app::event::Action;
use crate::app::page::Page;
use crate::app::tool::{Outcome, Tool};
use crate::draft::Context;
use crate::draft::payment::{
    BENEFIT, BORN, DATE, DEBT, FAMILY, OWN_HOME, PaymentOutcome, chosen_offers, offer_field,
    prices_to_take,
};
use crate::html::fields::{Boxes, Kind, Text, boxes, date_parts, text, weekday, yes_no_unknown};
use crate::html::page::{View, error_links, form_with_result, inside, intro, live, whom};
use crate::html::parts;
use crate::results::payment::{offer_inside, offer_name};
use crate::rules::offer::Housing;
use crate::text::format::kroner;
use crate::text::words::Words;
pub use rows::{converted, sum};

/// The id of what is missing.
const MISSING: &str = "payment-missing";

/// The payment page.
pub fn page(view: View) -> Markup {
    let words = &view.words().payment;
    let chosen = chosen_offers(&view.model.sheet, view.context.standard.offers);
    let body = html! {
        (offers(view))
        (date_parts(BORN, words.born, words.born_hint, false, view))
        (date(view))
        (rows::budget(&rows::income(view.words()), html! {}, view))
        (rows::budget(&rows::expenses(view.words()), html! {}, view))
        @for offer in chosen { (prices(offer, view)) }
        (optional_amount(DEBT, words.debt, words.debt_hint, view))
        (yes_no_unknown(FAMILY, words.family, words.family_hint, view))
        div.estimate-line data-live="line:payment" { (inside(view, || line(view))) }
    };
    let waiting = live("missing:payment", view, || missing(view));
    html! {
        (intro(Page::Payment, words.lead, view))
        (whom(view))
        (form_with_result(Tool::Payment, words.submit, body, waiting, view))
        (live("said:payment", view, || said(view)))
        (parts::contact(view.context))
    }
}

/// The offers; each has prices and questions of its own.
fn offers(view: View) -> Markup {
    let words = &view.words().payment;
    let offers = view.context.standard.offers.housing();
    let answers: Vec<(&str, &str)> =
        offers.map(|offer| (offer_field(offer), offer_name(offer, view.words()))).collect();
    boxes(Boxes { legend: words.offer, hint: words.offer_hint, answers: &answers }, view)
}

/// The offers of the standard as the answers of a choice.
pub fn offer_answers(context: Context) -> Vec<(&'static str, &'static str)> {
    let offers = context.standard.offers.housing();
    offers.map(|offer| (offer.code(), offer_name(offer, context.words))).collect()
}

/// What an offer costs, and what is asked with that offer alone.
fn prices(offer: Housing, view: View) -> Markup {
    let words = &view.words().payment;
    let first = html! {
        @if offer == Housing::Temporary {
            (yes_no_unknown(OWN_HOME, words.own_home, words.own_home_hint, view))
        }
        (live(&format!("take:{}", offer.code()), view, || take_prices(offer, view)))
    };
    html! {
        (rows::budget(&rows::charges(offer, view.words()), first, view))
        @if offer == Housing::Lease {
            (optional_amount(BENEFIT, words.benefit, words.benefit_hint, view))
            p { a href=(BENEFIT_CALCULATION) target="_blank" rel="noopener noreferrer" { (words.benefit_link) } }
        }
    }
}

/// Another offer's prices, ready to be taken over; follows every key.
pub fn take_prices(offer: Housing, view: View) -> Markup {
    let words = &view.words().payment;
    html! {
        @if let Some(from) = prices_to_take(&view.model.sheet, offer, view.context.standard.offers) {
            button.button.button-secondary.take-prices type="button"
                data-act=(Action::TakePrices(offer).code())
            {
                (words.take_prices(offer_inside(from, view.words())))
            }
        }
    }
}

/// The public calculation of housing benefit.
const BENEFIT_CALCULATION: &str = "https://www.borger.dk/bolig-og-flytning/boligstoette-oversigt";

fn date(view: View) -> Markup {
    let words = &view.words().payment;
    let field = Text {
        id: DATE,
        label: words.date,
        hint: words.date_hint,
        optional: true,
        kind: Kind::Date,
    };
    html! { (text(field, view)) (weekday_below(DATE, view)) }
}

/// The weekday of a typed date, below its field; follows every key.
pub fn weekday_below(field: &str, view: View) -> Markup {
    html! {
        p.weekday data-live=(format!("weekday:{field}")) { (inside(view, || weekday(field, view))) }
    }
}

fn optional_amount(id: &str, label: &str, hint: &str, view: View) -> Markup {
    text(Text { id, label, hint, optional: true, kind: Kind::Amount }, view)
}

/// What is missing, each with the way to its field: in the result's place, or below the estimates
/// of those offers that are filled in.
pub fn missing(view: View) -> Markup {
    let words = &view.words().payment;
    let missing = view.model.missing(Tool::Payment);
    let (heading, text) = match view.model.standing(Tool::Payment) {
        Standing::None => (words.missing_heading, words.missing),
        Standing::Fresh(_) | Standing::Stale => (words.missing_rest_heading, words.missing_rest),
    };
    html! {
        @if !missing.is_empty() {
            section.result.is-waiting {
                h2 id=(MISSING) tabindex="-1" { (heading) }
                p { (text) }
                (error_links(missing))
            }
        }
    }
}

/// The estimate in one line, which stays in sight on a phone, where the result is far below.
pub fn line(view: View) -> Markup {
    let words = &view.words().payment;
    let result = match view.model.standing(Tool::Payment) {
        Standing::Fresh(Outcome::Payment(outcome)) => Some(outcome),
        _ => None,
    };
    html! {
        p {
            @match result {
                Some(outcome) => (words.line_estimate(figures(outcome, view.words()))),
                None => @match view.model.missing(Tool::Payment).len() {
                    1 => (words.line_missing_one),
                    count => (words.line_missing(count)),
                },
            }
            " "
            @let place = if result.is_some() { Tool::Payment.result_id() } else { MISSING.to_owned() };
            a href=(format!("#{place}")) data-focus=(place) { (words.line_more) }
        }
    }
}

/// The estimates of all offers, in their order.
fn figures(outcome: &PaymentOutcome, words: &Words) -> String {
    let figures = outcome.estimates.iter().map(|one| kroner(one.answer.result.estimate, words));
    figures.collect::<Vec<_>>().join(" / ")
}

/// The estimate in a sentence, for those who hear the page.
pub fn said(view: View) -> Markup {
    html! { p.sr-only role="status" { (view.model.said) } }
}
