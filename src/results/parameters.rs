//! The numbers of the standard's data in words: what each is called, its value and its source.

use crate::draft::Context;
use crate::html::parts;
use crate::rules::standard::{Entry, ParameterId, Source, Unit, Value, WhichStandard};
use crate::text::format;

/// A value with its unit.
pub fn value(entry: &Entry, context: Context) -> String {
    let words = &context.words.about.units;
    match (entry.value, entry.unit) {
        (Value::NotFixed, _) => words.not_fixed.to_owned(),
        (Value::Amount(amount), _) => words.kroner_per_month(format::kroner(amount, context.words)),
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

/// Where a value stands, in a few words.
pub fn source(source: &Source, context: Context) -> String {
    let words = &context.words.about;
    match source {
        Source::Law(law) => context.danish(law),
        Source::Section { standard: WhichStandard::Both, heading } => {
            words.section(words.both, context.danish(heading))
        }
        Source::Section { standard, heading } => {
            words.section(parts::titles(*standard, context), context.danish(heading))
        }
    }
}

/// A parameter's name for people.
pub fn name(id: ParameterId, context: Context) -> &'static str {
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
