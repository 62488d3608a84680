//! Which offers may be for a person, and why.

mod about;
mod changes;
mod next;
mod reasons;
pub mod texts;

use maud::{Markup, html};

use crate::app::page::Page;
use crate::draft::Context;
use crate::draft::eligibility::EligibilityOutcome;
use crate::html::parts::{self, icon};
use crate::rules::date::Date;
use crate::rules::eligibility::{
    Bar, Fact, Missing, OfferRow, Question, Situation, rule, verdict_of_adult,
};
use crate::rules::logic::{Truth, Verdict};
use crate::rules::offer::Offer;
use crate::rules::standard::{Parameters, Section};
use crate::text::format::short_date;
use reasons::{Stance, reasons};

/// The numbers in force on the day asked about.
fn parameters(situation: &Situation, context: Context) -> Option<Parameters> {
    context.standard.on(situation.date).ok()
}

/// The result itself.
pub fn summary(outcome: &EligibilityOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.check;
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" { (words.result) }
            p { (sentence(outcome, context)) }
            dl.facts {
                @for row in &outcome.answer.result.offers {
                    div {
                        dt { (link_to_card(row.offer, context)) }
                        dd { (verdict_word(row.verdict, context)) }
                    }
                }
            }
            (parts::estimate(words.estimate))
        }
    }
}

/// An offer's name as the way to its card, which on a phone is far below.
fn link_to_card(offer: Offer, context: Context) -> Markup {
    let id = card_id(offer);
    html! { a href=(format!("#{id}")) data-focus=(id) { (texts::offer(offer, context.words)) } }
}

/// The id of the heading of an offer's card.
fn card_id(offer: Offer) -> String {
    format!("offer-{}", offer.code())
}

/// The outcome in one sentence.
fn sentence(outcome: &EligibilityOutcome, context: Context) -> String {
    let words = &context.words.check;
    let offers = &outcome.answer.result.offers;
    let count = |wanted: &[Verdict]| offers.iter().filter(|r| wanted.contains(&r.verdict)).count();
    let promising = count(&[Verdict::Likely, Verdict::Possible]);
    if let Some((age, from)) = adult_from(outcome, context) {
        return words.summary_under_age(age, short_date(from, context.words));
    }
    match (promising, count(&[Verdict::Incomplete])) {
        (0, 0) => words.summary_none.to_owned(),
        (0, _) if offers.iter().all(lacks_birth_date_alone) => words.summary_born.to_owned(),
        (0, _) => words.summary_open.to_owned(),
        _ => words.summary_some(promising, offers.len()),
    }
}

/// Whether an offer's verdict is open for want of the birth date alone.
fn lacks_birth_date_alone(row: &OfferRow) -> bool {
    row.verdict != Verdict::Incomplete || row.missing == [Missing::BirthDate]
}

/// The age at which one is an adult and the day it is reached, when the person is too young.
fn adult_from(outcome: &EligibilityOutcome, context: Context) -> Option<(u32, Date)> {
    let from = outcome.answer.result.offers.iter().find_map(|row| row.eligible_from)?;
    Some((parameters(&outcome.situation, context)?.adult_age, from))
}

/// A verdict's symbol and word.
fn verdict_word(verdict: Verdict, context: Context) -> Markup {
    let (word, _) = texts::verdict(verdict, context.words);
    html! { (icon(verdict.code())) " " (word) }
}

/// What stands behind the result.
pub fn details(outcome: &EligibilityOutcome, context: Context) -> Markup {
    let words = &context.words.check;
    html! {
        section.section {
            h2 { (words.details) }
            ul.verdicts role="list" {
                @for row in &outcome.answer.result.offers {
                    li { (card(row, &outcome.situation, context)) }
                }
            }
        }
        section.section {
            h2 { (words.basis) }
            (parts::inputs(&inputs(&outcome.situation, context), context))
            (parts::assumptions(&assumptions(&outcome.situation, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
        }
    }
}

/// An offer: its verdict, what it rests on, what is missing and what to do now. What else there
/// is to know is folded, so that five cards can be read on a phone.
fn card(row: &OfferRow, situation: &Situation, context: Context) -> Markup {
    let words = &context.words.check;
    let (_, why) = texts::verdict(row.verdict, context.words);
    let parameters = parameters(situation, context);
    html! {
        article class=(format!("verdict is-{}", row.verdict.code())) {
            // After its heading, for those who go from heading to heading.
            h3 id=(card_id(row.offer)) tabindex="-1" { (texts::offer(row.offer, context.words)) }
            p.verdict-word { (verdict_word(row.verdict, context)) }
            p { (why) }
            @for bar in &row.bars { p { (bar_text(*bar, row, parameters, context)) } }
            (reason_lists(row, situation, context))
            (missing(row, situation, context))
            (notes(row, situation, context))
            (verdict_sources(row, context))
            (changes::fold(row, situation, context))
            @if row.verdict == Verdict::Unlikely {
                h4 { (words.instead_heading) }
                p { (instead(row.offer, situation, context)) " " (words.apply_anyway) }
            }
            (next::next(row, parameters, context))
            // The method is for adults.
            @if row.eligible_from.is_none() { (next::ready(row.offer, context)) }
            (about::about(row.offer, parameters, context))
        }
    }
}

/// The headings of the standard under which the verdict's reasons stand; the first with the
/// standard's name.
fn verdict_sources(row: &OfferRow, context: Context) -> Markup {
    let sections = verdict_sections(row);
    html! {
        @for (place, section) in sections.iter().enumerate() {
            @if place == 0 {
                (parts::source(texts::standard(row.offer), *section, context))
            } @else { (about::source(*section, context)) }
        }
    }
}

fn verdict_sections(row: &OfferRow) -> Vec<Section> {
    if row.bars == [Bar::LivesInTemporaryHousing] {
        return vec![Section::HoldsNot];
    }
    let mut facts = Vec::new();
    rule(row.offer).collect_facts(&mut facts);
    let mut found = Vec::new();
    for fact in facts {
        let section = texts::section(fact);
        if !found.contains(&section) {
            found.push(section);
        }
    }
    found
}

/// What may help where the answers speak against an offer, but for what they say is not enough.
fn instead(offer: Offer, situation: &Situation, context: Context) -> String {
    let words = &context.words.check.instead;
    let may_do = |question| situation.answers.get(question) != Some(Truth::No);
    let mut ways = Vec::new();
    if may_do(Question::EnoughSupportAtHome) {
        ways.push(words.support_at_home);
    }
    let is_long_term = matches!(offer, Offer::LongTerm | Offer::Lease);
    if is_long_term && may_do(Question::EnoughSupportElsewhere) {
        ways.push(words.support_elsewhere);
    }
    if ways.is_empty() {
        ways.push(words.ask);
    }
    ways.join(" ")
}

fn bar_text(bar: Bar, row: &OfferRow, parameters: Option<Parameters>, context: Context) -> String {
    let words = &context.words.check.bars;
    match (bar, row.eligible_from, parameters) {
        (Bar::Under18, Some(from), Some(parameters)) => {
            words.under_18(parameters.adult_age, short_date(from, context.words))
        }
        (Bar::Under18, ..) => String::new(),
        (Bar::LivesInTemporaryHousing, ..) => words.lives_in_temporary_housing.to_owned(),
    }
}

/// What speaks for the offer, what against, and what the person cannot tell.
fn reason_lists(row: &OfferRow, situation: &Situation, context: Context) -> Markup {
    let words = &context.words.check;
    let found = reasons(rule(row.offer), &|fact| known(fact, row, situation));
    let of = |wanted: Stance| -> Vec<&'static str> {
        let matching = found.iter().filter(|(_, stance)| *stance == wanted);
        matching.filter_map(|(fact, _)| fact_text(*fact, situation, context)).collect()
    };
    html! {
        (list(words.speaks_for, &of(Stance::For)))
        (list(words.speaks_against, &of(Stance::Against)))
        (list(words.unsure, &of(Stance::Unsure)))
    }
}

fn list(heading: &str, items: &[&str]) -> Markup {
    html! {
        @if !items.is_empty() {
            h4 { (heading) }
            ul { @for item in items { li { (item) } } }
        }
    }
}

/// How a fact stands. That the person is too young stands as a bar, not among the reasons.
fn known(fact: Fact, row: &OfferRow, situation: &Situation) -> Option<Truth> {
    match fact {
        Fact::Adult => {
            (situation.birth_date.is_some() && row.eligible_from.is_none()).then_some(Truth::Yes)
        }
        Fact::Says(question) => situation.answers.get(question),
    }
}

/// A fact in the words of the person's own answer.
fn fact_text(fact: Fact, situation: &Situation, context: Context) -> Option<&'static str> {
    let question = match fact {
        Fact::Adult => return Some(context.words.check.adult),
        Fact::Says(question) => question,
    };
    let truth = situation.answers.get(question)?;
    Some(texts::answer(question, truth, context.words))
}

/// What can still change the verdict; the birth date, which may be left out, with the way to it.
/// When that date is all, also what the verdict would be for an adult.
fn missing(row: &OfferRow, situation: &Situation, context: Context) -> Markup {
    let words = &context.words.check;
    let of_age = match row.missing.as_slice() {
        [Missing::BirthDate] => parameters(situation, context),
        _ => None,
    };
    html! {
        @if !row.missing.is_empty() {
            h4 { (words.missing) }
            ul { @for missing in &row.missing { li { (missing_item(*missing, context)) } } }
        }
        @if let Some(parameters) = of_age {
            p {
                (words.changes.of_age(parameters.adult_age)) " "
                strong { (verdict_word(verdict_of_adult(row.offer, situation), context)) }
            }
        }
    }
}

fn missing_item(missing: Missing, context: Context) -> Markup {
    match missing {
        Missing::BirthDate => html! { a href=(Page::CHECK.href()) { (context.words.check.born) } },
        Missing::Answer(question) => {
            html! { (texts::question(question, context.words).question) }
        }
    }
}

/// Where the standard is stricter or wider than the law, or leaves it to the municipality.
fn notes(row: &OfferRow, situation: &Situation, context: Context) -> Markup {
    let words = &context.words.check.notes;
    let is_long_term = matches!(row.offer, Offer::LongTerm | Offer::Lease);
    let says = |question, truth| situation.answers.get(question) == Some(truth);
    html! {
        @if row.offer == Offer::Crisis { p { (words.crisis) } }
        @if row.offer == Offer::Temporary && is_hopeful(row.verdict) {
            @if says(Question::EnoughSupportElsewhere, Truth::No) { p { (words.not_enough) } }
            @if says(Question::LivesInTemporaryHousing, Truth::Yes) { p { (words.lives_there) } }
        }
        @if is_long_term && row.verdict == Verdict::Possible && rests_on_social_problems(situation) {
            (parts::other_reading(
                &format!("reading-{}", row.offer.code()),
                words.social_heading,
                html! { p { (words.social) } },
            ))
        }
    }
}

fn is_hopeful(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Likely | Verdict::Possible)
}

/// Whether social problems are the only ground for long-term housing that is answered with a yes.
/// The standard names it, the Act (serviceloven § 108, stk. 1) does not.
pub fn rests_on_social_problems(situation: &Situation) -> bool {
    let is_yes = |question| situation.answers.get(question) == Some(Truth::Yes);
    let is_impaired = is_yes(Question::PhysicalImpairment) || is_yes(Question::MentalImpairment);
    is_yes(Question::SpecialSocialProblems)
        && !(is_impaired && is_yes(Question::ImpairmentIsLasting))
}

/// Every answer, with its question.
fn inputs(situation: &Situation, context: Context) -> Vec<(String, String)> {
    let words = context.words;
    let born = situation.birth_date.map(|date| (words.check.born_topic, short_date(date, words)));
    let answers = situation.answers.iter().map(|(question, truth)| {
        (texts::question(question, words).question, answer_word(truth, context).to_owned())
    });
    born.into_iter().chain(answers).map(|(asked, answer)| (asked.to_owned(), answer)).collect()
}

/// Yes, no or "ved ikke".
pub fn answer_word(truth: Truth, context: Context) -> &'static str {
    let words = &context.words.answers;
    match truth {
        Truth::Yes => words.yes,
        Truth::No => words.no,
        Truth::Unknown => words.unknown,
    }
}

fn assumptions(situation: &Situation, context: Context) -> Vec<String> {
    let words = &context.words.check;
    vec![
        words.assume_today(short_date(situation.date, context.words)),
        words.assume_open.to_owned(),
        words.assume_own.to_owned(),
    ]
}

#[cfg(test)]
mod tests;
