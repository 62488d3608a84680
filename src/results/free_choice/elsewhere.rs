//! What it takes to move to an offer in another municipality.

use maud::{Markup, html};

use crate::draft::Context;
use crate::html::parts;
use crate::rules::standard::{Section, WhichStandard};

/// Who must agree, whom to ask first, and what the help must match.
pub fn elsewhere(context: Context) -> Markup {
    let words = &context.words.free_choice.elsewhere;
    let standard = context.standard;
    html! {
        section.section {
            h2 { (words.heading) }
            ul {
                li { (words.both) }
                li {
                    (words.ask(&standard.municipality, &standard.contacts.department)) " "
                    (parts::phone(context)) ". " (words.ask_also)
                }
                li { (words.help) }
                li { (words.portal) }
            }
            details.details {
                summary.details-summary { (words.more) }
                div.details-text {
                    p { (words.more_assessment) }
                    p { (words.more_plan) }
                }
            }
            (parts::source(WhichStandard::LongTerm, Section::Supplier, context))
        }
    }
}
