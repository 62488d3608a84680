//! Whether an offer can be chosen freely, condition by condition.

use std::cmp::Ordering;

use maud::{Markup, html};

use crate::draft::Context;
use crate::draft::free_choice::{FreeChoiceOutcome, WANTED_PRICE, field};
use crate::html::fields::first_answer;
use crate::html::parts::{self, icon};
use crate::results::eligibility::answer_word;
use crate::rules::free_choice::{Condition, FreeChoice, Question, Wish, condition};
use crate::rules::logic::{Truth, Verdict};
use crate::rules::money::Percent;
use crate::rules::offer::Housing;
use crate::rules::standard::{Parameters, WhichStandard};
use crate::text::format::{self, short_date};
use crate::text::words::Words;

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
        (parts::source(WhichStandard::Temporary, words.section, context))
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
            @if is_temporary { (temporary_instead(context)) }
            @else { (missing(result, context)) }
            (parts::estimate(words.estimate))
            @if !is_temporary {
                (parts::source(WhichStandard::LongTerm, words.section, context))
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
        @if let Some(parameters) = shown { (conditions(outcome, &parameters, context)) }
        section.section {
            h2 { (words.basis) }
            (parts::inputs(&inputs(&outcome.wish, context), context))
            (parts::assumptions(&assumptions(outcome, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
        }
    }
}

fn conditions(outcome: &FreeChoiceOutcome, parameters: &Parameters, context: Context) -> Markup {
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
            @if let Some(limit) = parameters.price_limit_percent {
                (parts::other_reading(
                    "reading-price",
                    words.reading_heading,
                    html! { p { (words.reading(whole_percent(limit))) } p { (words.reading_ours) } },
                ))
            }
        }
    }
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
            p.verdict-word { (icon(code)) (state_word(state, context)) }
            h3 { (name) }
            p { (why) }
            @if one == Condition::Price {
                @for sentence in price(&outcome.wish, &outcome.answer.result, parameters, context) {
                    p { (sentence) }
                }
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

/// The difference between the two prices, and where it lies to the law's limit; nothing when one
/// of them is not known.
pub fn price(
    wish: &Wish,
    result: &FreeChoice,
    parameters: &Parameters,
    context: Context,
) -> Vec<String> {
    let words = &context.words.free_choice;
    let prices = wish.wanted_price.zip(wish.reference_price);
    let Some(((wanted, reference), percent)) = prices.zip(result.price_difference_percent) else {
        return Vec::new();
    };
    let mut sentences = vec![match wanted.cmp(&reference) {
        Ordering::Greater => words.dearer(unsigned(percent)),
        Ordering::Equal => words.same_price.to_owned(),
        Ordering::Less => words.cheaper(unsigned(percent)),
    }];
    if let Some(limit) = parameters.price_limit_percent {
        sentences.push(match wanted.is_within(reference, limit) {
            true => words.within_limit(whole_percent(limit)),
            false => words.over_limit(whole_percent(limit)),
        });
    }
    sentences
}

/// A percentage whose direction the sentence tells.
fn unsigned(percent: Percent) -> String {
    format::percent(percent).trim_start_matches('\u{2212}').to_owned()
}

/// `10 %`.
pub fn whole_percent(percent: u32) -> String {
    format!("{percent}{}%", format::NO_BREAK_SPACE)
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
    let prices =
        prices.into_iter().filter_map(|(name, price)| Some((name, format::kroner(price?))));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Sheet;
    use crate::draft::free_choice::{OFFER, REFERENCE_PRICE, check};
    use crate::draft::testing::context;
    use crate::results::Shown;

    use crate::text::words::DA;

    fn asked(fields: &[(&str, &str)]) -> (Verdict, Shown) {
        let mut sheet = Sheet::default();
        for (field, typed) in fields {
            sheet.set(*field, *typed);
        }
        let outcome = check(&sheet, context()).unwrap();
        let shown = Shown {
            summary: summary(&outcome, "free_choice-result", context()).into_string(),
            details: details(&outcome, context()).into_string(),
        };
        (outcome.answer.result.verdict, shown)
    }

    /// A wish whose answers are all yes but for the one about the place.
    fn wish(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
        let all = [
            (OFFER, "long_term"),
            ("choice-suitable", "yes"),
            ("choice-registered", "yes"),
            ("choice-dearer", "yes"),
            ("choice-elsewhere", "no"),
        ];
        all.into_iter().chain(changes.iter().copied()).collect()
    }

    #[test]
    fn every_verdict_shows_its_word() {
        let cases = [
            (wish(&[]), Verdict::Likely),
            (wish(&[("choice-suitable", "unknown")]), Verdict::Possible),
            (wish(&[("choice-registered", "no")]), Verdict::Unlikely),
            (wish(&[("choice-elsewhere", "yes")]), Verdict::Incomplete),
            (wish(&[(OFFER, "temporary")]), Verdict::NotOffered),
        ];
        for (fields, expected) in cases {
            let (verdict, shown) = asked(&fields);
            let (word, why) = verdict_texts(expected, &DA);
            assert_eq!(verdict, expected);
            assert!(shown.summary.contains(word), "{expected:?}");
            assert!(shown.summary.contains(why), "{expected:?}");
            assert!(!format!("{}{}", shown.summary, shown.details).contains("ret til"));
        }
    }

    #[test]
    fn each_condition_has_its_own_state() {
        let (_, shown) = asked(&[
            (OFFER, "lease"),
            ("choice-suitable", "yes"),
            ("choice-registered", "no"),
            ("choice-dearer", "unknown"),
        ]);
        for class in ["is-likely", "is-unlikely", "is-possible", "is-incomplete"] {
            assert_eq!(shown.details.matches(class).count(), 1, "{class}");
        }
    }

    #[test]
    fn what_is_missing_is_a_link_to_its_question() {
        let (_, shown) = asked(&[(OFFER, "lease"), ("choice-suitable", "yes")]);
        assert!(shown.summary.contains(r##"data-focus="choice-registered-0""##));
        assert!(shown.summary.contains(&format!("data-focus=\"{WANTED_PRICE}\"")));
        assert!(!shown.summary.contains("choice-suitable-0"));
    }

    #[test]
    fn the_price_is_shown_beside_the_limit_and_the_older_wording() {
        let priced = |wanted| asked(&wish(&[(WANTED_PRICE, wanted), (REFERENCE_PRICE, "95.000")]));
        let text = |details: &str| details.replace(format::NO_BREAK_SPACE, " ");
        let (verdict, shown) = priced("98.000");
        assert_eq!(verdict, Verdict::Likely);
        assert!(text(&shown.details).contains("3,16 % dyrere"));
        assert!(shown.details.contains("reading-price"));
        let (verdict, shown) = priced("110.000");
        assert_eq!(verdict, Verdict::Unlikely);
        assert!(text(&shown.details).contains(&DA.free_choice.over_limit("10 %")));
        let (_, shown) = priced("90.000");
        assert!(text(&shown.details).contains("5,26 % billigere"));
    }

    #[test]
    fn a_temporary_offer_is_told_what_applies_instead() {
        let (_, shown) = asked(&[(OFFER, "temporary")]);
        assert!(shown.summary.contains(DA.free_choice.temporary));
        assert!(shown.summary.contains(DA.free_choice.temporary_notice));
        assert!(!shown.details.contains("reading-price"));
    }
}
