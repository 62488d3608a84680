//! Whether an offer can be chosen freely: the verdict, then what it rests on.

mod conditions;
mod elsewhere;
mod prices;
#[cfg(test)]
mod tests;

use maud::{Markup, html};

use crate::draft::Context;
use crate::draft::fields::first_answer;
use crate::draft::free_choice::{FreeChoiceOutcome, WANTED_PRICE, field};
use crate::html::parts;
use crate::results::eligibility::answer_word;
use crate::rules::free_choice::{Condition, FreeChoice, Question, Wish};
use crate::rules::logic::{Truth, Verdict};
use crate::rules::offer::Housing;
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format::{kroner, short_date};
use crate::text::words::Words;
pub use conditions::{condition_texts, state, state_word};
pub use prices::price;

/// The words of a question and what helps to answer it.
pub fn question_texts(question: Question, words: &Words) -> (&'static str, &'static str) {
    let words = &words.free_choice.questions;
    match question {
        Question::Suitable => (words.suitable.question, words.suitable.hint),
        Question::Registered => (words.registered.question, words.registered.hint),
        Question::NotMuchDearer => (words.not_much_dearer.question, words.not_much_dearer.hint),
        Question::OtherMunicipality => {
            (words.other_municipality.question, words.other_municipality.hint)
        }
        Question::BothMunicipalitiesAgree => {
            (words.both_municipalities_agree.question, words.both_municipalities_agree.hint)
        }
    }
}

/// The name of a kind of offer.
pub fn offer_name(offer: Housing, words: &Words) -> &'static str {
    let words = &words.free_choice.offers;
    match offer {
        Housing::Temporary => words.temporary,
        Housing::LongTerm => words.long_term,
        Housing::Lease => words.lease,
    }
}

/// What applies to a temporary offer in place of free choice.
fn temporary_instead(context: Context) -> Markup {
    let words = &context.words.free_choice;
    html! {
        h3 { (words.temporary_heading) }
        p { (words.temporary) }
        p { (words.temporary_notice) }
        (parts::source(WhichStandard::Temporary, Section::Supplier, context))
    }
}

/// The word of a verdict, and what it means in a sentence.
pub fn verdict_texts(verdict: Verdict, words: &Words) -> (&'static str, &'static str) {
    let words = &words.free_choice.verdicts;
    match verdict {
        Verdict::Likely => (words.likely.word, words.likely.why),
        Verdict::Possible => (words.possible.word, words.possible.why),
        Verdict::Unlikely => (words.unlikely.word, words.unlikely.why),
        Verdict::Incomplete => (words.incomplete.word, words.incomplete.why),
        // No bar is known to free choice.
        Verdict::NotOffered | Verdict::Barred => (words.not_offered.word, words.not_offered.why),
    }
}

/// The result itself.
pub fn summary(outcome: &FreeChoiceOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.free_choice;
    let result = &outcome.answer.result;
    let (word, why) = verdict_texts(result.verdict, context.words);
    let is_temporary = outcome.wish.offer == Housing::Temporary;
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" { (words.result) }
            p.figure { (word) }
            p { (why) }
            (not_met(outcome, context))
            @if is_temporary { (temporary_instead(context)) }
            @else { (missing(result, context)) }
            (parts::estimate(words.estimate))
            @if !is_temporary {
                (parts::source(WhichStandard::LongTerm, Section::Supplier, context))
            }
        }
    }
}

/// The conditions that do not seem met, where they decide.
fn not_met(outcome: &FreeChoiceOutcome, context: Context) -> Markup {
    let parameters = context.standard.on(outcome.wish.date).ok();
    let decides = outcome.answer.result.verdict == Verdict::Unlikely;
    html! {
        @if let Some(parameters) = parameters.filter(|_| decides) {
            p { (context.words.free_choice.unlikely_reasons) }
            ul {
                @for one in Condition::ALL {
                    @if state(*one, &outcome.wish, &parameters) == Verdict::Unlikely {
                        li { (condition_texts(*one, context.words).0) }
                    }
                }
            }
        }
    }
}

/// The open questions as links to where they are asked.
fn missing(result: &FreeChoice, context: Context) -> Markup {
    let words = &context.words.free_choice;
    html! {
        @if !result.missing.is_empty() {
            h3 { (words.missing) }
            ul.nobullet-list role="list" {
                @for question in &result.missing {
                    (link(&first_answer(field(*question)), question_texts(*question, context.words).0))
                    @if *question == Question::NotMuchDearer {
                        (link(WANTED_PRICE, words.missing_price))
                    }
                }
            }
        }
    }
}

fn link(id: &str, text: &str) -> Markup {
    html! { li { a.function-link href=(format!("#{id}")) data-focus=(id) { (text) } } }
}

/// What stands behind the result.
pub fn details(outcome: &FreeChoiceOutcome, context: Context) -> Markup {
    let words = &context.words.free_choice;
    let parameters = context.standard.on(outcome.wish.date).ok();
    let shown = parameters.filter(|_| outcome.wish.offer != Housing::Temporary);
    html! {
        @if let Some(parameters) = shown {
            (conditions::conditions(outcome, &parameters, context))
            @if may_lie_elsewhere(&outcome.wish) { (elsewhere::elsewhere(context)) }
        }
        section.section {
            h2 { (words.basis) }
            (parts::inputs(&inputs(&outcome.wish, context), context))
            (parts::assumptions(&assumptions(outcome, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
        }
    }
}

/// Whether the offer lies in another municipality, as far as is known.
fn may_lie_elsewhere(wish: &Wish) -> bool {
    wish.answers.get(Question::OtherMunicipality) != Some(Truth::No)
}

/// Every answer, with its question.
fn inputs(wish: &Wish, context: Context) -> Vec<(String, String)> {
    let words = context.words;
    let offer = (words.free_choice.offer, offer_name(wish.offer, words).to_owned());
    let answers = wish.answers.iter().map(|(question, truth)| {
        (question_texts(question, words).0, answer_word(truth, context).to_owned())
    });
    let prices = [
        (words.free_choice.wanted_price, wish.wanted_price),
        (words.free_choice.reference_price, wish.reference_price),
    ];
    let prices = prices.into_iter().filter_map(|(name, price)| Some((name, kroner(price?, words))));
    let all = std::iter::once(offer).chain(prices).chain(answers);
    all.map(|(asked, answer)| (asked.to_owned(), answer)).collect()
}

fn assumptions(outcome: &FreeChoiceOutcome, context: Context) -> Vec<String> {
    let words = &context.words.free_choice;
    let wish = &outcome.wish;
    let today = words.assume_today(short_date(wish.date, context.words));
    if wish.offer == Housing::Temporary {
        return vec![today];
    }
    let prices = match outcome.answer.result.price_difference_percent {
        Some(_) => words.assume_prices,
        None => words.assume_no_prices,
    };
    vec![today, words.assume_own.to_owned(), prices.to_owned()]
}
