//! Where every rule and amount stands, what the text leaves open, and how this was tested.

use maud::{Markup, html};

use crate::app::page::Page;
use crate::app::verified;
use crate::draft::Context;
use crate::html::page::{View, intro};
use crate::html::parts;
use crate::rules::eligibility::Question;
use crate::rules::standard::{Entry, ParameterId, Source, Unit, Value, WhichStandard};
use crate::text::format;

/// The About page.
pub fn page(view: View) -> Markup {
    let words = &view.words().about;
    let standard = view.context.standard;
    let approved = format::short_date(standard.approved, view.words());
    html! {
        (intro(Page::About, words.lead, view))
        section.section {
            h2 { (words.standards) }
            p { (words.standards_lead(&standard.municipality, &standard.approved_by, approved)) }
            ul {
                @for title in standard.titles.all() { li { (title) } }
            }
            p { (words.outside_law) }
        }
        section.section {
            h2 { (words.numbers) }
            p { (words.numbers_lead) }
            (numbers(view.context))
            p {
                (words.tables) " "
                a href=(Page::DecisionTable.href()) { (Page::DecisionTable.title(view.words())) }
            }
        }
        section.section {
            h2 { (words.open) }
            p { (words.open_lead) }
            ul { @for item in open_items(view.context) { li { (item) } } }
        }
        (tested(view))
        section.section {
            h2 { (words.privacy) }
            ul { @for item in view.words().front.privacy_items { li { (item) } } }
        }
        (parts::contact(view.context))
    }
}

/// What the text leaves open about the offers that the standard has.
fn open_items(context: Context) -> impl Iterator<Item = &'static str> {
    let words = &context.words.about;
    let of_part = |part: &'static [&'static str], is_there| if is_there { part } else { &[] };
    let standard = context.standard;
    let parts = [
        of_part(words.open_respite, standard.has_quota()),
        words.open_items,
        of_part(words.open_long_term, standard.offers.has_long_term_part()),
    ];
    parts.into_iter().flatten().copied()
}

/// Every parameter with its value, its dates and its source, from the standard's data.
fn numbers(context: Context) -> Markup {
    let words = &context.words.about;
    html! {
        div.table--responsive-scroll tabindex="0" role="region" aria-label=(words.table) {
            table.table {
                caption { (words.table) }
                thead {
                    tr {
                        th scope="col" { (words.what) }
                        th scope="col" { (words.value) }
                        th scope="col" { (words.holds) }
                        th scope="col" { (words.source) }
                    }
                }
                tbody { @for entry in context.standard.entries() { (number(&entry, context)) } }
            }
        }
    }
}

fn number(entry: &Entry, context: Context) -> Markup {
    let words = &context.words.about;
    let from = format::short_date(entry.from, context.words);
    let holds = match entry.to {
        Some(to) => words.from_to(from, format::short_date(to, context.words)),
        None => words.from(from),
    };
    html! {
        tr {
            th scope="row" { (name(entry.id, context)) }
            td { (value(entry, context)) }
            td { (holds) }
            td { (source(&entry.source, context)) }
        }
    }
}

fn value(entry: &Entry, context: Context) -> String {
    let words = &context.words.about.units;
    match (entry.value, entry.unit) {
        (Value::NotFixed, _) => words.not_fixed.to_owned(),
        (Value::Amount(amount), _) => words.kroner_per_month(format::kroner(amount)),
        (Value::Number(number), _) if is_of_respite(entry.id) => words.respite_days(number),
        (Value::Number(number), unit) => match unit {
            Unit::Years => words.years(number),
            Unit::Days => words.days(number),
            Unit::DaysPerYear => words.days_per_year(number),
            Unit::Months => words.months(number),
            Unit::Percent => words.percent(number),
            Unit::KronerPerMonth => words.kroner_per_month(number),
        },
    }
}

/// Whether it counts days of respite, which the standard calls døgn.
fn is_of_respite(id: ParameterId) -> bool {
    matches!(id, ParameterId::RespiteWeekendDays | ParameterId::RespiteWeekDays)
}

fn source(source: &Source, context: Context) -> String {
    let words = &context.words.about;
    match source {
        Source::Law(law) => law.clone(),
        Source::Section { standard: WhichStandard::Both, heading } => {
            words.section(words.both, heading)
        }
        Source::Section { standard, heading } => {
            words.section(context.standard.titles.of(*standard).concat(), heading)
        }
    }
}

/// A parameter's name for people.
fn name(id: ParameterId, context: Context) -> &'static str {
    let words = &context.words.about.parameters;
    match id {
        ParameterId::AdultAge => words.adult_age,
        ParameterId::RespiteDaysPerYear => words.respite_days_per_year,
        ParameterId::RespiteWeekendDays => words.respite_weekend_days,
        ParameterId::RespiteWeekDays => words.respite_week_days,
        ParameterId::MinimumAgeLimit => words.minimum_age_limit,
        ParameterId::MinimumUnderAgeLimit => words.minimum_under_age_limit,
        ParameterId::MinimumFromAgeLimit => words.minimum_from_age_limit,
        ParameterId::ComplaintDays => words.complaint_days,
        ParameterId::FirstFollowUpMonths => words.first_follow_up_months,
        ParameterId::TemporaryFollowUpMonths => words.temporary_follow_up_months,
        ParameterId::LongTermFollowUpMonths => words.long_term_follow_up_months,
        ParameterId::PriceLimitPercent => words.price_limit_percent,
    }
}

/// What is checked on every build, with the real counts.
fn tested(view: View) -> Markup {
    let words = &view.words().about;
    let count = format::count;
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
                li { (words.tested_files(count(verified::BROKEN_FILES.saturating_mul(2)))) }
                li { (words.tested_network) }
                li { (words.tested_access) }
            }
        }
    }
}
