//! The rules of eligibility for whoever answers for them: each rule in words, and its decision
//! table. Both are made from the rule that the program computes with.

mod document;
mod words;

pub use document::document;

use maud::{Markup, html};

use super::eligibility::{answer_word, texts};
use crate::draft::Context;
use crate::html::parts;
use crate::rules::eligibility::table::{Row, table as rows_of};
use crate::rules::eligibility::{Fact, rule};
use crate::rules::logic::{Criterion, Truth, Verdict};
use crate::rules::offer::{Offer, Offers};
use crate::rules::standard::Section;
use words::{name, sentence, term};

/// The verdicts of a table, from the most hopeful on.
const VERDICTS: [Verdict; 4] =
    [Verdict::Likely, Verdict::Possible, Verdict::Unlikely, Verdict::Barred];

/// Every offer: its rule, its decision table and its limits. Headings begin at the second level.
pub fn table(context: Context) -> Markup {
    html! {
        (outcomes(context))
        @for offer in context.standard.offers.iter() { (of_offer(offer, context)) }
    }
}

/// What the verdicts mean.
fn outcomes(context: Context) -> Markup {
    let words = &context.words.decision;
    html! {
        section.section {
            h2 { (words.outcomes) }
            dl.answers {
                @for verdict in VERDICTS {
                    @let (word, why) = texts::verdict(verdict, context.words);
                    div { dt { (word) } dd { (why) } }
                }
            }
            p { (words.incomplete(texts::verdict(Verdict::Incomplete, context.words).0)) }
            p { (words.how_to_read) }
        }
    }
}

fn of_offer(offer: Offer, context: Context) -> Markup {
    let words = &context.words.decision;
    html! {
        section.section {
            h2 { (texts::offer(offer, context.words)) }
            p { (texts::law(offer, context.words)) }
            @if let Some(other) = same_rule(offer, context.standard.offers) {
                p { (words.same_rule(texts::offer(other, context.words))) }
                (parts::source(
                    texts::standard(offer),
                    Section::Supplier,
                    context,
                ))
            } @else {
                h3 { (words.rule) }
                ul { (condition(rule(offer), true, context)) }
                (limits(offer, context))
                @for section in sections(offer, context) {
                    (parts::source(texts::standard(offer), section, context))
                }
                (rows(offer, context))
            }
        }
    }
}

/// The offer of a standard before this one that has the same rule.
fn same_rule(offer: Offer, offers: Offers) -> Option<Offer> {
    let mut before = offers.iter().take_while(|other| *other != offer);
    before.find(|other| std::ptr::eq(rule(*other), rule(offer)))
}

/// A condition as an item of a list; what it is made of is a list in it. Under a "not" everything
/// is wanted the other way round.
fn condition(criterion: &Criterion<Fact>, wanted: bool, context: Context) -> Markup {
    let words = &context.words.decision;
    match criterion {
        Criterion::Is(fact) => html! {
            li {
                strong { (name(*fact, context)) ": " (answer_word(Truth::from(wanted), context)) } ". "
                (sentence(*fact, wanted, context)) " "
                span.source {
                    @if let Some(term) = term(*fact, context) { (term) " " }
                    "(»" (context.heading(texts::section(*fact))) "«)"
                }
            }
        },
        Criterion::Not(inner) => condition(inner, !wanted, context),
        Criterion::AtMostPossible(inner) => html! {
            li {
                (words.at_most(possible(context)))
                ul { (condition(inner, wanted, context)) }
            }
        },
        Criterion::All(_) | Criterion::Any(_) => html! {
            li {
                @if is_all(criterion, wanted) { (words.all) } @else { (words.any) }
                ul { (conditions(criterion, wanted, context)) }
            }
        },
    }
}

/// The parts of a condition; a part that binds its own parts alike is one list with them.
fn conditions(criterion: &Criterion<Fact>, wanted: bool, context: Context) -> Markup {
    let (Criterion::All(parts) | Criterion::Any(parts)) = criterion else {
        return condition(criterion, wanted, context);
    };
    html! {
        @for part in *parts {
            @let (part, part_wanted) = without_not(part, wanted);
            @if is_list(part) && is_all(part, part_wanted) == is_all(criterion, wanted) {
                (conditions(part, part_wanted, context))
            } @else {
                (condition(part, part_wanted, context))
            }
        }
    }
}

/// What stands under every "not", and whether it is wanted.
fn without_not(mut criterion: &Criterion<Fact>, mut wanted: bool) -> (&Criterion<Fact>, bool) {
    while let Criterion::Not(inner) = criterion {
        criterion = inner;
        wanted = !wanted;
    }
    (criterion, wanted)
}

fn is_list(criterion: &Criterion<Fact>) -> bool {
    matches!(criterion, Criterion::All(_) | Criterion::Any(_))
}

/// Whether all parts are needed. Not all is: one of them not.
fn is_all(criterion: &Criterion<Fact>, wanted: bool) -> bool {
    matches!(criterion, Criterion::All(_)) == wanted
}

fn possible(context: Context) -> &'static str {
    texts::verdict(Verdict::Possible, context.words).0
}

/// Where no answers give more than "possible", and why.
fn limits(offer: Offer, context: Context) -> Markup {
    let why = match offer {
        Offer::Crisis => context.words.check.notes.crisis,
        Offer::LongTerm | Offer::Lease => context.words.decision.social,
        Offer::Temporary | Offer::Respite => return html! {},
    };
    html! {
        h3 { (context.words.decision.limits(possible(context))) }
        p { (why) }
    }
}

/// The sections of the standard that the conditions come from, each heading once.
fn sections(offer: Offer, context: Context) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for fact in facts(offer) {
        let section = texts::section(fact);
        let headings = &context.standard.headings;
        if !found.iter().any(|other| headings.of(*other) == headings.of(section)) {
            found.push(section);
        }
    }
    found
}

fn facts(offer: Offer) -> Vec<Fact> {
    let mut found = Vec::new();
    rule(offer).collect_facts(&mut found);
    found
}

/// The decision table.
fn rows(offer: Offer, context: Context) -> Markup {
    let words = &context.words.decision;
    let caption = words.table(texts::offer(offer, context.words));
    let facts = facts(offer);
    html! {
        div.table--responsive-scroll tabindex="0" role="region" aria-label=(caption) {
            table.table.table--compact {
                caption { (caption) }
                thead {
                    tr {
                        th scope="col" { (words.row) }
                        // Where the table is wider than the screen, the outcome is seen first.
                        th scope="col" { (words.outcome) }
                        @for fact in &facts { th scope="col" { (name(*fact, context)) } }
                    }
                }
                tbody {
                    @for (place, row) in rows_of(offer).iter().enumerate() {
                        tr {
                            th scope="row" { (row_name(place, row, context)) }
                            td { strong { (texts::verdict(row.verdict, context.words).0) } }
                            @for fact in &facts { td { (cell(*fact, row, context)) } }
                        }
                    }
                }
            }
        }
    }
}

fn row_name(place: usize, row: &Row, context: Context) -> String {
    match row.conditions.is_empty() {
        true => context.words.decision.otherwise.to_owned(),
        false => place.saturating_add(1).to_string(),
    }
}

fn cell(fact: Fact, row: &Row, context: Context) -> &'static str {
    match row.conditions.iter().find(|(other, _)| *other == fact) {
        Some((_, truth)) => answer_word(*truth, context),
        None => context.words.decision.does_not_count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;
    use crate::rules::eligibility::Question;

    const fn says(question: Question) -> Criterion<Fact> {
        Criterion::Is(Fact::Says(question))
    }

    /// That not all hold is that one of them does not; a list in a list of its kind is one list.
    #[test]
    fn under_a_not_everything_is_said_the_other_way_round() {
        static RULE: Criterion<Fact> = Criterion::Not(&Criterion::All(&[
            says(Question::NeedsRespite),
            Criterion::Not(&Criterion::Any(&[
                says(Question::InCrisisGroup),
                says(Question::SupportForAPeriod),
            ])),
        ]));
        let html = condition(&RULE, true, context()).into_string();
        let words = &context().words;
        assert_eq!(html.matches(words.decision.any).count(), 1);
        assert!(!html.contains(words.decision.all));
        let questions = &words.check.questions;
        for sentence in [
            questions.needs_respite.no,
            questions.in_crisis_group.yes,
            questions.support_for_a_period.yes,
        ] {
            assert!(html.contains(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_lease_is_said_to_be_like_long_term_housing() {
        let alike: Vec<Option<Offer>> =
            Offer::ALL.iter().map(|offer| same_rule(*offer, Offers::ALL)).collect();
        assert_eq!(alike, [None, None, None, None, Some(Offer::LongTerm)]);
    }
}
