//! The complaint deadline: the safest date first, then why the deadline may be later.

use maud::{Markup, html};

use crate::draft::Context;
use crate::draft::dates::ComplaintOutcome;
use crate::html::parts::{self, Tone};
use crate::results::payment::offer_name;
use crate::rules::date::Date;
use crate::rules::deadlines::{Complaint, Note};
use crate::rules::holidays::{Holiday, holiday};
use crate::rules::standard::WhichStandard;
use crate::text::format::{long_date, short_date, weekday};
use crate::text::words::Words;

/// The result itself.
pub fn summary(outcome: &ComplaintOutcome, heading_id: &str, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    let result = &outcome.answer.result;
    let deadline = long_date(result.deadline, context.words);
    html! {
        section.result aria-labelledby=(heading_id) {
            h2 id=(heading_id) tabindex="-1" { (words.result) }
            p.figure {
                (short_date(result.four_weeks, context.words)) " "
                small { (weekday(result.four_weeks, context.words)) }
            }
            p { (words.safest) }
            p {
                @if result.deadline == result.four_weeks { (words.same) }
                @else { (words.moved(reason(result.four_weeks, context.words), deadline)) }
            }
            (time_left(result, context))
            (parts::estimate(words.estimate))
            (parts::source(WhichStandard::LongTerm, words.section, context))
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

/// What stands behind the result.
pub fn details(outcome: &ComplaintOutcome, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    let result = &outcome.answer.result;
    html! {
        section.section {
            h2 { (words.details) }
            @for note in &result.notes { (note_view(*note, result, context)) }
            (where_to_send(context))
            p { (words.hours) }
            p { (words.digital) }
            p { (words.late) }
            p { (words.relative) }
            p { (words.what_next) }
            (parts::inputs(&inputs(outcome, context), context))
            (parts::assumptions(&assumptions(outcome, context), context))
            (parts::printed_on(&outcome.answer.standard, context))
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

fn note_view(note: Note, result: &Complaint, context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    match note {
        Note::MovedToWeekday => parts::other_reading(
            "complaint-moved",
            words.why_heading,
            html! {
                ul {
                    @for date in days_off(result) {
                        @let day = long_date(date, context.words);
                        li { (words.why(day, reason(date, context.words))) }
                    }
                }
                p { (words.why_practice) }
            },
        ),
        Note::OfficeMayBeClosed => {
            let deadline = long_date(result.deadline, context.words);
            parts::alert(Tone::Warning, words.office_heading, &words.office(deadline))
        }
        Note::GeneralRules => parts::alert(Tone::Info, words.general_heading, words.general),
    }
}

/// The days from the safest date to the deadline on which no deadline ends.
pub fn days_off(result: &Complaint) -> impl Iterator<Item = Date> {
    let last = result.deadline;
    let days = std::iter::successors(Some(result.four_weeks), |date| Some(date.plus_days(1)));
    days.take_while(move |date| *date < last)
}

/// Why a deadline does not end on a date: the holiday, or that it is a weekend.
pub fn reason(date: Date, words: &Words) -> &'static str {
    holiday(date).map_or(words.dates.complaint.weekend, |holiday| holiday_name(holiday, words))
}

/// The name of a public holiday.
pub fn holiday_name(holiday: Holiday, words: &Words) -> &'static str {
    let words = &words.dates.holidays;
    match holiday {
        Holiday::NewYearsDay => words.new_years_day,
        Holiday::MaundyThursday => words.maundy_thursday,
        Holiday::GoodFriday => words.good_friday,
        Holiday::EasterSunday => words.easter_sunday,
        Holiday::EasterMonday => words.easter_monday,
        Holiday::GreatPrayerDay => words.great_prayer_day,
        Holiday::AscensionDay => words.ascension_day,
        Holiday::WhitSunday => words.whit_sunday,
        Holiday::WhitMonday => words.whit_monday,
        Holiday::ChristmasDay => words.christmas_day,
        Holiday::SecondChristmasDay => words.second_christmas_day,
    }
}

fn where_to_send(context: Context) -> Markup {
    let words = &context.words.dates.complaint;
    let contacts = &context.standard.contacts;
    html! {
        h3 { (words.where_heading) }
        address {
            (context.standard.municipality) ", " (contacts.department) br;
            (contacts.street) ", " (contacts.town) br;
            (words.mail) " " (parts::mail(context))
        }
        p { (context.words.contact.no_private_mail) }
    }
}
