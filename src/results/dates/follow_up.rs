//! Follow-ups as a timeline, by both readings of the text.

use maud::{Markup, html};

use super::save;
use crate::app::tool::Tool;
use crate::draft::Context;
use crate::draft::dates::FollowUpOutcome;
use crate::html::parts::{self, Tone};
use crate::results::payment::offer_name;
use crate::rules::date::Date;
use crate::rules::offer::Housing;
use crate::rules::standard::{Section, WhichStandard};
use crate::text::format::{long_date, short_date};

/// The result itself.
pub fn summary(outcome: &FollowUpOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.dates.follow_up;
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" { (words.result) }
            (timeline(outcome, context))
            (parts::estimate(words.estimate))
            (parts::source(WhichStandard::Both, Section::Starts, context))
        }
    }
}

/// Moving in and the follow-ups after it; what is past and what is next is said in words.
fn timeline(outcome: &FollowUpOutcome, context: Context) -> Markup {
    let words = &context.words.dates.follow_up;
    let moved_in = (outcome.move_in.moved_in, words.moved_in.to_owned(), None);
    let mut events: Vec<(Date, String, Option<Date>)> = vec![moved_in];
    let pairs = outcome.answer.result.dates.iter().zip(&outcome.from_move_in);
    for (place, (date, other)) in pairs.enumerate() {
        let earlier = (other < date).then_some(*other);
        events.push((*date, event(place, outcome, context), earlier));
    }
    let next = events.iter().position(|(date, _, _)| *date >= context.today);
    html! {
        ol.timeline role="list" {
            @for (place, (date, event, earlier)) in events.iter().enumerate() {
                @let is_past = *date < context.today;
                @let is_next = next == Some(place);
                li.is-past[is_past].is-next[is_next] aria-current=[is_next.then_some("step")] {
                    time datetime=(date.iso()) { (long_date(*date, context.words)) }
                    p {
                        (event) "."
                        @if is_past { " " (words.past) "." }
                        @if is_next { " " (words.next) "." }
                    }
                    @if let Some(earlier) = earlier {
                        p.other-date { (words.or_earlier(short_date(*earlier, context.words))) }
                    }
                }
            }
        }
    }
}

/// What happens on the date at a place of the list.
fn event(place: usize, outcome: &FollowUpOutcome, context: Context) -> String {
    let words = &context.words.dates.follow_up;
    let number = place.saturating_add(1);
    let time = interval(outcome.interval_months, context);
    match (place, outcome.move_in.offer) {
        (0, _) => words.first(outcome.first_months),
        (_, Housing::Temporary) => words.regular(number, time),
        (_, Housing::LongTerm | Housing::Lease) => words.at_latest(number, time),
    }
}

/// Whole years where they are.
fn interval(months: i32, context: Context) -> String {
    let words = &context.words.dates.follow_up;
    match months {
        12 => words.one_year.to_owned(),
        months if months % 12 == 0 => words.years(months / 12),
        months => words.months(months),
    }
}

/// What stands behind the result.
pub fn details(outcome: &FollowUpOutcome, context: Context) -> Markup {
    let words = &context.words.dates.follow_up;
    let duty = words.duty(context.department());
    html! {
        section.section {
            h2 { (words.details) }
            @if outcome.answer.result.dates.iter().any(|date| *date >= context.today) {
                (save(Tool::FollowUp, words.save, words.save_about))
            }
            (parts::alert(Tone::Info, words.duty_heading, &duty))
            (other_reading(outcome, context))
            (parts::inputs(&inputs(outcome, context), context))
            (parts::assumptions(&assumptions(outcome, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
        }
    }
}

/// The dates by both readings side by side.
fn other_reading(outcome: &FollowUpOutcome, context: Context) -> Markup {
    let words = &context.words.dates.follow_up;
    let pairs = outcome.answer.result.dates.iter().zip(&outcome.from_move_in);
    let table = html! {
        p { (words.reading) }
        div.table--responsive-scroll tabindex="0" role="region" aria-label=(words.table) {
            table.table {
                caption { (words.table) }
                thead {
                    tr { @for name in [words.number, words.ours, words.other] { th scope="col" { (name) } } }
                }
                tbody {
                    @for (place, (ours, other)) in pairs.enumerate() {
                        tr {
                            th scope="row" { (place.saturating_add(1)) }
                            td { (short_date(*ours, context.words)) }
                            td { (short_date(*other, context.words)) }
                        }
                    }
                }
            }
        }
    };
    parts::other_reading("follow-up-reading", words.reading_heading, table)
}

fn inputs(outcome: &FollowUpOutcome, context: Context) -> Vec<(String, String)> {
    let words = &context.words.dates;
    let offer = offer_name(outcome.move_in.offer, context.words);
    let moved_in = long_date(outcome.move_in.moved_in, context.words);
    vec![(words.input_offer.to_owned(), offer.to_owned()), (words.input_moved.to_owned(), moved_in)]
}

fn assumptions(outcome: &FollowUpOutcome, context: Context) -> Vec<String> {
    let words = &context.words.dates.follow_up;
    vec![
        words.assume_first(outcome.first_months),
        words.assume_interval(outcome.interval_months),
        words.assume_respite.to_owned(),
    ]
}
