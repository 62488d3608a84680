//! Plan respite: type stays, see how they count, ask for a suggestion.

mod stays;
mod wishes;

use maud::{Markup, html};

use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::respite::{GRANT_START, GRANTED, HOUSING_FROM, HOUSING_TO};
use crate::html::fields::{Kind, Text, text};
use crate::html::page::{View, form_with_result, intro};
use crate::html::parts;

pub use stays::{days, weekday};
pub use wishes::accept_button;

/// The respite page.
pub fn page(view: View) -> Markup {
    let words = &view.words().respite;
    let body = html! { (stays::stays(view)) (grant(view)) (temporary_housing(view)) };
    html! {
        (intro(Page::Respite, words.lead, view))
        (form_with_result(Tool::Respite, words.count, body, view))
        (wishes::wishes(view))
        (parts::contact(view.context))
    }
}

fn grant(view: View) -> Markup {
    let words = &view.words().respite;
    let granted = Text {
        id: GRANTED,
        label: words.granted,
        hint: words.granted_hint,
        optional: true,
        kind: Kind::Number,
    };
    let start = Text {
        id: GRANT_START,
        label: words.grant_start,
        hint: words.grant_start_hint,
        optional: true,
        kind: Kind::Date,
    };
    html! { (text(granted, view)) (text(start, view)) }
}

/// A longer temporary stay, beside which no respite is given.
fn temporary_housing(view: View) -> Markup {
    let words = &view.words().respite;
    let fields = [HOUSING_FROM, HOUSING_TO];
    let open = fields.iter().any(|id| !view.model.sheet.get(id).is_empty() || view.has_error(id));
    let from = Text {
        id: HOUSING_FROM,
        label: words.housing_from,
        hint: "",
        optional: false,
        kind: Kind::Date,
    };
    let to = Text {
        id: HOUSING_TO,
        label: words.housing_to,
        hint: words.housing_to_hint,
        optional: true,
        kind: Kind::Date,
    };
    html! {
        details.details open[open] {
            summary.details-summary { (words.housing) }
            div.details-text {
                p { (words.housing_lead) }
                (text(from, view))
                (text(to, view))
            }
        }
    }
}
