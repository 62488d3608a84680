//! Where every rule and amount stands, what the text leaves open, and how this was tested.

use maud::{Markup, html};

use crate::app::page::Page;
use crate::app::verified;
use crate::draft::Context;
use crate::html::glossary;
use crate::html::page::{View, intro};
use crate::html::parts;
use crate::rules::eligibility::Question;
use crate::text::format;

/// The About page.
pub fn page(view: View) -> Markup {
    let words = &view.words().about;
    html! {
        (top(view))
        (glossary::section(view.words()))
        (tested(view))
        section.section {
            h2 { (words.privacy) }
            ul { @for item in view.words().front.privacy_items { li { (item) } } }
        }
        section.section {
            h2 { (Page::Embed.title(view.words())) }
            p { (words.embed) " " a href=(Page::Embed.href()) { (words.embed_link) } }
        }
        (parts::contact(view.context))
    }
}

/// What the page begins with: where everything stands, and what is open.
pub fn top(view: View) -> Markup {
    let words = &view.words().about;
    let standard = view.context.standard;
    let approved = format::short_date(standard.approved, view.words());
    html! {
        (intro(Page::About, words.lead, view))
        section.section {
            h2 { (words.standards) }
            p { (words.standards_lead(&standard.municipality, &standard.approved_by, approved)) }
            ul {
                @for title in standard.titles.all() { li { (view.context.danish(title)) } }
            }
            p { (words.outside_law) }
        }
        section.section {
            h2 { (words.numbers) }
            p { (words.numbers_lead) " " (way(Page::Rates, view)) }
            p { (words.tables) " " (way(Page::DecisionTable, view)) }
        }
        section.section {
            h2 { (words.open) }
            p { (words.open_lead) }
            ul { @for item in open_items(view.context) { li { (item) } } }
        }
    }
}

fn way(page: Page, view: View) -> Markup {
    html! { a href=(page.href()) { (page.title(view.words())) } }
}

/// What the text leaves open about the offers that the standard has.
fn open_items(context: Context) -> impl Iterator<Item = &'static str> {
    let words = &context.words.about;
    let of_part = |part: &'static [&'static str], is_there| if is_there { part } else { &[] };
    let standard = context.standard;
    let parts = [
        of_part(&words.open_respite, standard.has_quota()),
        &words.open_items,
        of_part(&words.open_long_term, standard.offers.has_long_term_part()),
    ];
    parts.into_iter().flatten().copied()
}

/// What is checked on every build, with the real counts.
fn tested(view: View) -> Markup {
    let words = &view.words().about;
    let count = |number| format::count(number, view.words());
    html! {
        section.section {
            h2 { (words.tested) }
            p { (words.tested_lead) }
            ul {
                li { (words.tested_answers(count(verified::ELIGIBILITY_STATES))) }
                li { (words.tested_interview(count(verified::INTERVIEWS))) }
                li { (words.tested_ways(count(verified::INTERVIEW_WAYS))) }
                li { (words.tested_matter(Question::ALL.len())) }
                li { (words.tested_back) }
                li { (words.tested_changes(count(verified::CHANGED_SITUATIONS))) }
                li { (words.tested_calendar(count(verified::CALENDAR_DAYS))) }
                li { (words.tested_standard(count(verified::STANDARD_DAYS))) }
                li { (words.tested_cases(count(verified::CASES))) }
                li { (words.tested_receipts(count(verified::RECEIPTS))) }
                li { (words.tested_files(count(verified::BROKEN_FILES.saturating_mul(3)))) }
                li { (words.tested_network) }
                li { (words.tested_access) }
            }
        }
    }
}
