//! The check code of a result, and the button that saves its receipt (kvittering).

use maud::{Markup, html};

use crate::app::event::Action;
use crate::app::tool::{Outcome, Tool};
use crate::draft::Context;
use crate::exchange::receipt::write;
use crate::html::parts::icon;
use crate::request::Request;
use crate::results::payment::offer_name;

/// How many characters of a check code stand together, to be read aloud and compared.
const GROUP: usize = 4;

/// The codes and buttons of an outcome, one for each of its results.
pub fn receipts(outcome: &Outcome, context: Context) -> Markup {
    html! {
        div.receipts {
            @for (number, request) in (0..).zip(outcome.requests()) {
                (receipt(outcome.tool(), number, &request, context))
            }
            p.d-print-none { (context.words.result.save_receipt_text) }
        }
    }
}

/// The code and the button of a tool's result, counted from 0.
pub fn receipt(tool: Tool, number: u32, request: &Request, context: Context) -> Markup {
    html! {
        @if let Ok(receipt) = write(request, context.standard) {
            (code(&receipt.check, context))
            (button(tool, number, title(request, context), context))
        }
    }
}

/// The button alone, for a result whose code takes long to compute.
pub fn button(tool: Tool, number: u32, title: &str, context: Context) -> Markup {
    html! {
        ul.function-links role="list" {
            li {
                button.function-link type="button"
                    data-act=(Action::SaveReceipt(tool, number).code())
                {
                    (icon("download")) (context.words.result.save_receipt(title))
                }
            }
        }
    }
}

/// What a result is about, on its button.
fn title(request: &Request, context: Context) -> &'static str {
    let words = &context.words.brief;
    match request {
        Request::Respite(_) => words.respite.title,
        Request::Suggest(_) => context.words.suggest.receipt,
        Request::Payment(budget) => offer_name(budget.offer, context.words),
        Request::Complaint(_) => words.complaint.title,
        Request::FollowUp(_) => words.follow_up.title,
        Request::FreeChoice(_) => context.words.free_choice.result,
        Request::Eligibility(_) => words.eligibility.title,
    }
}

/// A check code in groups.
pub fn code(check: &str, context: Context) -> Markup {
    let mut groups = String::new();
    for (place, digit) in check.chars().enumerate() {
        if place > 0 && place.is_multiple_of(GROUP) {
            groups.push(' ');
        }
        groups.push(digit);
    }
    html! { p.check-code { (context.words.result.check_code) ": " code translate="no" { (groups) } } }
}
