//! What every result shows: that it is an estimate, where the rule stands, what it rests on.

use leptos::prelude::*;

use super::icon::Icon;
use crate::browser;
use crate::request::StandardUsed;
use crate::rules::standard::WhichStandard;
use crate::text::format::short_date;
use crate::ui::state::{use_app, use_standard, use_words};

/// That this is an estimate and that the municipality decides.
#[component]
pub fn Estimate(sentence: &'static str) -> impl IntoView {
    view! { <p class="estimate"><Icon name="info"/><span>{sentence}</span></p> }
}

/// Where the rule stands.
#[component]
pub fn Source(
    standard: WhichStandard,
    /// The section's heading.
    section: &'static str,
) -> impl IntoView {
    let words = use_words();
    let data = use_standard();
    let titles = match standard {
        WhichStandard::Temporary => data.titles.temporary.clone(),
        WhichStandard::LongTerm => data.titles.long_term.clone(),
        WhichStandard::Both => {
            words.result.both_titles(&data.titles.temporary, &data.titles.long_term)
        }
    };
    let approved = short_date(data.approved, words);
    view! { <p class="source">{words.result.source(titles, section, approved)}</p> }
}

/// What the result takes for granted.
#[component]
pub fn Assumptions(items: Vec<String>) -> impl IntoView {
    let words = use_words();
    let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
    view! { <h3>{words.result.assumptions}</h3> <ul>{items}</ul> }
}

/// Another reading of the text, where the text is silent.
#[component]
pub fn OtherReading(
    /// A name for the heading's id, used once on the page.
    name: &'static str,
    heading: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <aside class="reading" aria-labelledby=name>
            <h3 id=name>{heading}</h3>
            {children()}
        </aside>
    }
}

/// That something was changed after the result was asked for.
#[component]
pub fn StaleNotice(when: Signal<bool>) -> impl IntoView {
    let words = use_words();
    view! {
        <p class="status" role="status">
            {move || when.get().then(|| view! { <Icon name="info"/><span>{words.result.stale}</span> })}
        </p>
    }
}

/// A button that prints the page, and when and by which rules it was computed, on paper.
#[component]
pub fn Print(standard: StandardUsed) -> impl IntoView {
    let words = use_words();
    let today = short_date(use_app().context.today, words);
    let version = short_date(standard.version, words);
    view! {
        <ul class="function-links" role="list">
            <li>
                <button class="function-link" type="button" on:click=|_| browser::print()>
                    <Icon name="print"/>
                    {words.result.print}
                </button>
            </li>
        </ul>
        <p class="only-print">{words.result.printed_on(today, version)}</p>
    }
}
