//! What to do now about an offer, and what to have ready for the talk with the municipality.

use maud::{Markup, html};

use super::about::source;
use super::texts;
use crate::app::page::Page;
use crate::draft::Context;
use crate::html::parts;
use crate::rules::eligibility::{Bar, OfferRow};
use crate::rules::logic::Verdict;
use crate::rules::offer::Offer;
use crate::rules::standard::{Parameters, Section, WhichStandard};

/// What to do now: whom to ring, what to say, and the page that goes on.
pub fn next(row: &OfferRow, parameters: Option<Parameters>, context: Context) -> Markup {
    let words = &context.words.check.next;
    // The standard lets nobody apply who is not an adult.
    let is_young = row.bars.contains(&Bar::Under18);
    html! {
        h4 { (words.heading) }
        p { (first_step(row, parameters, context)) }
        (source(Section::Starts, context))
        p {
            (words.call(&context.standard.municipality)) " " (parts::phone(context)) ", "
            (words.ask_for(context.department())) " "
            @if !is_young { (words.apply) " " }
            (words.tell)
            // Who reads that the answers speak against it has just been told, at more length.
            @if !is_young && row.verdict != Verdict::Unlikely { " " (words.always) }
        }
        @if row.offer == Offer::Crisis { p { (words.urgent) } }
        @if let Some(page) = goes_on(row).filter(|page| page.is_offered(context.standard)) {
            p.d-print-none { (words.go_on) " " a href=(page.href()) { (page.title(context.words)) } }
        }
    }
}

fn first_step(row: &OfferRow, parameters: Option<Parameters>, context: Context) -> String {
    let words = &context.words.check.next;
    let text = match row.verdict {
        Verdict::Likely => words.likely,
        Verdict::Possible => words.possible,
        Verdict::Unlikely => words.unlikely,
        Verdict::Incomplete => words.incomplete,
        Verdict::Barred | Verdict::NotOffered => match parameters {
            Some(parameters) if row.bars.contains(&Bar::Under18) => {
                return words.under_age(parameters.adult_age);
            }
            _ => words.housed,
        },
    };
    text.to_owned()
}

/// The page where one can go on with an offer that nothing speaks against.
fn goes_on(row: &OfferRow) -> Option<Page> {
    match row.verdict {
        Verdict::Likely | Verdict::Possible | Verdict::Incomplete => {}
        Verdict::Unlikely | Verdict::Barred | Verdict::NotOffered => return None,
    }
    Some(match row.offer {
        Offer::Temporary | Offer::Crisis => Page::Payment,
        Offer::Respite => Page::Respite,
        Offer::LongTerm | Offer::Lease => Page::FreeChoice,
    })
}

/// What to have ready, closed until it is asked for. The standards name the method in different
/// sections.
pub fn ready(offer: Offer, context: Context) -> Markup {
    let words = &context.words.check.ready;
    let section = match texts::standard(offer) {
        WhichStandard::Temporary | WhichStandard::Both => Section::Receive,
        WhichStandard::LongTerm => Section::Supplier,
    };
    html! {
        details.details {
            summary.details-summary {
                (words.heading) span.sr-only { ": " (texts::offer(offer, context.words)) }
            }
            div.details-text {
                p { (words.method) }
                (source(section, context))
                ul { @for item in items(offer, context) { li { (item) } } }
            }
        }
    }
}

/// What to think over and what to bring; the papers in the words of the overview.
fn items(offer: Offer, context: Context) -> [&'static str; 8] {
    let words = &context.words.check.ready;
    let documents = &context.words.brief.documents;
    let of_offer = match offer {
        Offer::Temporary => words.offers.temporary,
        Offer::Respite => words.offers.respite,
        Offer::Crisis => words.offers.crisis,
        Offer::LongTerm => documents.wanted,
        Offer::Lease => words.offers.lease,
    };
    [
        words.day,
        words.tried,
        words.wish,
        of_offer,
        documents.help,
        documents.decision,
        documents.health,
        words.beside,
    ]
}
