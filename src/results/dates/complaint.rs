//! The complaint deadline: the safest date first, then why the deadline may be later.

use maud::{Markup, html};

use super::{complaint_source, count, days_off, hours, notes, office_warning, reason, save};
use crate::app::tool::Tool;
use crate::draft::Context;
use crate::draft::dates::ComplaintOutcome;
use crate::exchange::dates_file::has_deadline_ahead;
use crate::html::parts::{self, Tone};
use crate::results::payment::offer_name;
use crate::rules::date::Date;
use crate::rules::deadlines::{Complaint, Note};
use crate::text::format::{long_date, short_date, weekday};

/// The result itself.
pub fn summary(outcome: &ComplaintOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    let result = &outcome.answer.result;
    let deadline = long_date(result.deadline, context.words);
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" {
                @if context.today > result.four_weeks { (words.result_passed) } @else { (words.result) }
            }
            p.figure {
                (short_date(result.four_weeks, context.words)) " "
                small { (weekday(result.four_weeks, context.words)) }
            }
            p { (words.safest(time_to_complain(outcome.decision.received, result, context))) }
            p {
                @if result.deadline == result.four_weeks { (words.same) }
                @else { (words.moved(reason(result.four_weeks, context.words), deadline)) }
            }
            (time_left(result, context))
            (parts::estimate(words.estimate))
            p.source { (complaint_source(outcome.decision.received, context)) }
        }
    }
}

/// How the dates lie to today. Nobody is told that it is too late: a late complaint may be heard.
fn time_left(result: &Complaint, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    if context.today > result.deadline {
        return parts::alert(Tone::Warning, words.passed_heading, words.passed);
    }
    match context.today.days_until(result.four_weeks) {
        0 => html! { p { (words.today) } },
        1 => html! { p { (words.one_day) } },
        days if days > 1 => html! { p { (words.days_left(days)) } },
        _ => {
            let deadline = long_date(result.deadline, context.words);
            let text = words.safest_passed(deadline);
            parts::alert(Tone::Warning, words.safest_passed_heading, &text)
        }
    }
}

/// What stands behind the result: how to complain, and how the days were counted.
pub fn details(outcome: &ComplaintOutcome, context: Context) -> Markup {
    html! { (how_to_complain(outcome, context)) (how_counted(outcome, context)) }
}

fn how_to_complain(outcome: &ComplaintOutcome, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    let result = &outcome.answer.result;
    html! {
        section.section {
            h2 { (words.details) }
            @for note in notes(result, context) { (how_note(note, outcome.decision.received, result, context)) }
            (where_to_send(context))
            h3 { (words.time_heading) }
            p { (hours::sentence(result.four_weeks, context)) }
            p { (words.digital) }
            h3 { (words.late_heading) }
            p { (words.late) }
            h3 { (words.who_heading) }
            p { (words.relative) }
            h3 { (words.after_heading) }
            p { (words.what_next) }
            @if has_deadline_ahead(result, context.today) {
                div.d-print-none {
                    h3 { (words.save_heading) }
                    (save(Tool::Complaint, words.save, words.save_about))
                }
            }
        }
    }
}

fn how_counted(outcome: &ComplaintOutcome, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    let result = &outcome.answer.result;
    html! {
        section.section {
            h2 { (words.count.heading) }
            (count::count(outcome.decision.received, result, context))
            @if result.deadline != result.four_weeks { (why_moved(result, context)) }
            (parts::inputs(&inputs(outcome, context), context))
            (parts::assumptions(&assumptions(outcome, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
        }
    }
}

/// Each day off that the deadline moves past, by its name.
fn why_moved(result: &Complaint, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    let days = html! {
        ul {
            @for date in days_off(result) {
                @let day = long_date(date, context.words);
                li { (words.why(day, reason(date, context.words))) }
            }
        }
        p { (words.why_practice) }
    };
    parts::other_reading("complaint-moved", words.why_heading, days)
}

/// How long one has to complain: whole weeks where they are.
fn time_to_complain(received: Date, result: &Complaint, context: Context) -> String {
    let words = &context.words.dates.complaint.count;
    match received.days_until(result.four_weeks) {
        7 => words.one_week.to_owned(),
        days if days % 7 == 0 => words.weeks(days / 7),
        days => words.days(days),
    }
}

/// What a note means for whoever complains.
fn how_note(note: Note, received: Date, result: &Complaint, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    match note {
        // It stands with the count.
        Note::MovedToWeekday => html! {},
        Note::OfficeMayBeClosed => {
            let heading = match context.standard.contacts.closed_on(result.deadline) {
                Some(_) => words.office_closed_heading,
                None => words.office_heading,
            };
            parts::alert(Tone::Warning, heading, &office_warning(result.deadline, context))
        }
        Note::GeneralRules => {
            let text = words.general(time_to_complain(received, result, context));
            parts::alert(Tone::Info, words.general_heading, &text)
        }
    }
}

fn inputs(outcome: &ComplaintOutcome, context: Context) -> Vec<(String, String)> {
    let words = &context.words.dates;
    let offer = offer_name(outcome.decision.offer, context.words);
    let received = long_date(outcome.decision.received, context.words);
    vec![
        (words.input_offer.to_owned(), offer.to_owned()),
        (words.input_received.to_owned(), received),
    ]
}

fn assumptions(outcome: &ComplaintOutcome, context: Context) -> Vec<String> {
    let words = &context.words.dates.complaint;
    let days = outcome.decision.received.days_until(outcome.answer.result.four_weeks);
    vec![words.assume_day(days), words.assume_scope.to_owned()]
}

fn where_to_send(context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    html! {
        h3 { (words.where_heading) }
        address { (parts::department(context)) (words.mail) " " (parts::mail(context)) }
        p { (context.words.contact.no_private_mail) }
    }
}
