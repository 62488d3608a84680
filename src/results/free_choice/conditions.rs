//! Each condition with its state and where it stands.

use maud::{Markup, html};

use super::prices::{Limit, bars, limit, price};
use crate::draft::Context;
use crate::draft::free_choice::FreeChoiceOutcome;
use crate::html::parts::{self, icon};
use crate::rules::free_choice::{Condition, Wish, condition};
use crate::rules::logic::{Truth, Verdict};
use crate::rules::standard::{Parameters, Section, Source, WhichStandard};
use crate::text::format::{short_date, whole_percent};
use crate::text::words::Words;

/// Every condition, and the price by both texts where the law has a limit.
pub fn conditions(
    outcome: &FreeChoiceOutcome,
    parameters: &Parameters,
    context: Context,
) -> Markup {
    let words = &context.words.free_choice;
    html! {
        section.section {
            h2 { (words.details) }
            p { (words.all_needed) }
            ul.verdicts role="list" {
                @for one in Condition::ALL {
                    li { (condition_card(*one, outcome, parameters, context)) }
                }
            }
            @if let Some(limit) = limit(outcome.wish.date, context) { (reading(&limit, context)) }
        }
    }
}

/// The law's limit beside the older wording of the standard.
fn reading(limit: &Limit, context: Context) -> Markup {
    let words = &context.words.free_choice;
    let from = short_date(limit.from, context.words);
    let both = html! {
        p { (words.reading(from, whole_percent(limit.percent, context.words))) }
        p { (words.reading_ours) }
    };
    parts::other_reading("reading-price", words.reading_heading, both)
}

/// A condition with its state as a symbol and a word.
fn condition_card(
    one: Condition,
    outcome: &FreeChoiceOutcome,
    parameters: &Parameters,
    context: Context,
) -> Markup {
    let state = state(one, &outcome.wish, parameters);
    let (name, why) = condition_texts(one, context.words);
    let code = state.code();
    html! {
        article class=(format!("verdict is-{code}")) {
            h3 { (name) }
            p.verdict-word { (icon(code)) (state_word(state, context)) }
            p { (why) }
            @if one == Condition::Price {
                @for sentence in price(&outcome.wish, &outcome.answer.result, context) {
                    p { (sentence) }
                }
                (bars(&outcome.wish, context))
                (limit_source(&outcome.wish, context))
            }
            (parts::source(WhichStandard::LongTerm, Section::Supplier, context))
        }
    }
}

/// Where the limit stands, and since when it holds.
fn limit_source(wish: &Wish, context: Context) -> Markup {
    let words = &context.words.free_choice;
    html! {
        @if let Some(limit) = limit(wish.date, context) {
            @match &limit.source {
                Source::Law(law) => p.source {
                    (words.law_source(context.danish(law), short_date(limit.from, context.words)))
                },
                section @ Source::Section { .. } => p.source { (parts::cited_text(section, context)) },
            }
        }
    }
}

/// The name of a condition, and what it asks for in a sentence.
pub fn condition_texts(one: Condition, words: &Words) -> (&'static str, &'static str) {
    let words = &words.free_choice.conditions;
    match one {
        Condition::Suitable => (words.suitable.name, words.suitable.why),
        Condition::Registered => (words.registered.name, words.registered.why),
        Condition::Price => (words.price.name, words.price.why),
        Condition::Municipality => (words.municipality.name, words.municipality.why),
    }
}

/// How a condition stands: like a verdict, so that "not answered" differs from "ved ikke".
pub fn state(one: Condition, wish: &Wish, parameters: &Parameters) -> Verdict {
    let mut questions = Vec::new();
    one.rule().collect_facts(&mut questions);
    let is_open = questions.iter().any(|question| wish.answers.get(*question).is_none());
    match condition(one, wish, parameters) {
        Truth::Unknown if is_open => Verdict::Incomplete,
        truth => Verdict::from(truth),
    }
}

/// How a condition stands, in words.
pub fn state_word(state: Verdict, context: Context) -> &'static str {
    let words = &context.words.free_choice.states;
    match state {
        Verdict::Likely => words.yes,
        Verdict::Unlikely => words.no,
        Verdict::Incomplete => words.open,
        Verdict::Possible | Verdict::Barred | Verdict::NotOffered => words.unknown,
    }
}
