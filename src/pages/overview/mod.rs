//! All results together, short enough for a page or two of paper at the meeting with the
//! municipality; what to ask and to bring; keeping, moving and deleting what is typed.

mod keep;
mod questions;

use maud::{Markup, html};

use crate::app::asked::Standing;
use crate::app::event::{Action, Deed};
use crate::app::page::Page;
use crate::app::tool::{Outcome, Tool};
use crate::draft::payment::{Estimate, chosen_offers};
use crate::html::brief::{Level, brief};
use crate::html::page::{View, intro, live};
use crate::html::parts::{self, icon};
use crate::request::Request;
use crate::results::brief::{Brief, of};
use crate::results::receipt::receipt;
use crate::rules::logic::Truth;
pub use keep::{notice, opened};
use questions::lists;

/// The page of each tool.
fn page_of(tool: Tool) -> Page {
    match tool {
        Tool::Respite | Tool::Suggest => Page::Respite,
        Tool::Eligibility => Page::CHECK,
        Tool::FreeChoice => Page::FreeChoice,
        Tool::Payment => Page::Payment,
        Tool::Complaint | Tool::FollowUp => Page::Dates,
    }
}

/// A result in brief, and which of its tool's it is.
struct InBrief {
    tool: Tool,
    number: u32,
    request: Request,
    brief: Brief,
}

/// The overview.
pub fn page(view: View) -> Markup {
    let words = &view.words().overview;
    let results = results(view);
    html! {
        (intro(Page::Overview, words.lead, view))
        (live("case:", view, || opened(view)))
        @if is_unfinished(view) {
            p.d-print-none {
                (words.unfinished) " " a href=(Page::Payment.href()) { (words.unfinished_link) }
            }
        }
        @if results.is_empty() {
            p { (words.empty) }
        } @else {
            (print_button(view))
            div.meeting {
                p.name-line.only-print { (words.name_line) }
                @for result in &results { (in_brief(result, view)) }
                (lists(results.iter().map(|result| &result.brief), view))
                (printed_on(view))
            }
        }
        (to_do(view))
        (keep::section(view))
        section.section.d-print-none {
            h2 { (words.receipts) }
            p { a href=(Page::Receipt.href()) { (words.receipts_link) } }
        }
        (delete(view))
        (parts::contact(view.context))
    }
}

/// Whether a payment was begun of which something is missing.
fn is_unfinished(view: View) -> bool {
    let is_begun = !chosen_offers(&view.model.sheet, view.context.standard.offers).is_empty();
    is_begun && !view.model.missing(Tool::Payment).is_empty()
}

/// Every result that still holds, in brief.
fn results(view: View) -> Vec<InBrief> {
    let mut results = Vec::new();
    for tool in Tool::ALL {
        let Standing::Fresh(outcome) = view.model.standing(*tool) else { continue };
        let mut estimates = estimates(outcome);
        for (number, request) in (0..).zip(outcome.requests()) {
            let Ok(mut brief) = of(&request, view.context) else { continue };
            if let Some((estimate, supports_family)) = estimates.next() {
                brief.take_own_words(estimate, supports_family, view.context);
            }
            results.push(InBrief { tool: *tool, number, request, brief });
        }
    }
    results
}

/// The estimates of a payment, and whether the person supports somebody; of other tools none.
fn estimates(outcome: &Outcome) -> impl Iterator<Item = (&Estimate, Option<Truth>)> {
    let payment = match outcome {
        Outcome::Payment(payment) => Some(payment),
        Outcome::Respite(_)
        | Outcome::Eligibility(_)
        | Outcome::FreeChoice(_)
        | Outcome::Complaint(_)
        | Outcome::FollowUp(_) => None,
    };
    payment.into_iter().flat_map(|payment| {
        payment.estimates.iter().map(|estimate| (estimate, payment.supports_family))
    })
}

fn in_brief(result: &InBrief, view: View) -> Markup {
    let words = &view.words().overview;
    let InBrief { tool, number, request, brief: shown } = result;
    let end = html! {
        (receipt(*tool, *number, request, view.context))
        p.d-print-none {
            a href=(page_of(*tool).href()) { (words.change) span.sr-only { ": " (shown.title) } }
        }
    };
    brief(shown, Level::Second, end, view.context)
}

fn print_button(view: View) -> Markup {
    html! {
        p.d-print-none {
            button.button.button-primary type="button" data-act=(Action::Do(Deed::Print).code()) {
                (icon("print")) span { (view.words().overview.print) }
            }
        }
    }
}

/// When and by which rules the page was computed, and whom to ask; on paper only.
fn printed_on(view: View) -> Markup {
    let newest = view.context.standard.newest().ok();
    html! {
        p.only-print {
            (view.context.standard.municipality) ", " (view.context.department()) ", "
            (parts::place(view.context)) ", " (parts::phone(view.context)) ". "
            (view.words().frame.estimate_only)
        }
        @if let Some(parameters) = newest {
            (parts::printed_by(parameters.version, view.context))
        }
    }
}

/// The tools that have no result yet, or one that is out of date.
fn to_do(view: View) -> Markup {
    let words = &view.words().overview;
    let is_open = |tool: &&Tool| {
        // A suggestion becomes a part of the plan.
        **tool != Tool::Suggest
            && tool.is_offered(view.context.standard)
            && !matches!(view.model.standing(**tool), Standing::Fresh(_))
    };
    let open = Tool::ALL.iter().filter(is_open).map(|tool| page_of(*tool));
    let mut pages: Vec<Page> = open.collect();
    pages.dedup();
    html! {
        @if !pages.is_empty() {
            section.section.d-print-none {
                h2 { (words.to_do) }
                ul { @for page in pages { li { a href=(page.href()) { (page.title(view.words())) } } } }
            }
        }
    }
}

/// Deleting asks once more, so that a slip of the finger loses nothing.
fn delete(view: View) -> Markup {
    let words = &view.words().overview;
    html! {
        section.section.d-print-none {
            h2 { (words.delete) }
            p { (words.delete_lead) }
            details.details {
                summary.details-summary { (words.delete_ask) }
                div.details-text {
                    p { (words.delete_sure) }
                    button.button.button-warning type="button" data-act=(Action::Do(Deed::Clear).code()) {
                        (icon("delete")) span { (words.delete_now) }
                    }
                }
            }
        }
    }
}
