//! The numbers of the rules: each with its unit, and by date with its source.

use super::data::{self, ReadValue};
use super::{NoStandard, Part, Source, WhichStandard};
use crate::rules::code::coded;
use crate::rules::date::Date;
use crate::rules::money::Money;
use crate::rules::offer::Offers;

coded! {
    /// What a value is measured in.
    pub enum Unit {
        /// Whole years.
        Years = "years",
        /// Whole days.
        Days = "days",
        /// Whole days in a year.
        DaysPerYear = "days_per_year",
        /// Whole months.
        Months = "months",
        /// Kroner a month.
        KronerPerMonth = "kroner_per_month",
        /// Whole percent.
        Percent = "percent",
    }
}

coded! {
    /// A parameter's name in the data.
    pub enum ParameterId {
        /// From this age on one is an adult.
        AdultAge = "adult_age",
        /// Days of respite a year, at most.
        RespiteDaysPerYear = "respite_days_per_year",
        /// Days of the weekend in the standard's example.
        RespiteWeekendDays = "respite_weekend_days",
        /// Days of the week in the standard's example.
        RespiteWeekDays = "respite_week_days",
        /// The age at which the minimum changes.
        MinimumAgeLimit = "minimum_age_limit",
        /// The minimum disposable amount below that age.
        MinimumUnderAgeLimit = "minimum_under_age_limit",
        /// The minimum disposable amount from that age on.
        MinimumFromAgeLimit = "minimum_from_age_limit",
        /// The days within which one can complain.
        ComplaintDays = "complaint_days",
        /// Months from moving in to the first follow-up.
        FirstFollowUpMonths = "first_follow_up_months",
        /// Months between follow-ups, temporary housing.
        TemporaryFollowUpMonths = "temporary_follow_up_months",
        /// Months between follow-ups, long-term housing and leases.
        LongTermFollowUpMonths = "long_term_follow_up_months",
        /// By how many percent a freely chosen offer may be dearer.
        PriceLimitPercent = "price_limit_percent",
    }
}

/// The values in force on one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// The day since which exactly this set is in force; the set's version.
    pub version: Date,
    /// The offers that the standard has.
    pub offers: Offers,
    /// From this age on one is an adult (years).
    pub adult_age: u32,
    /// How many days of respite there are; none where the standard names no number.
    pub respite: Option<RespiteQuota>,
    /// The age at which the minimum changes (years).
    pub minimum_age_limit: u32,
    /// The minimum disposable amount below that age (kroner a month).
    pub minimum_under_age_limit: Money,
    /// The minimum disposable amount from that age on (kroner a month).
    pub minimum_from_age_limit: Money,
    /// The days within which one can complain.
    pub complaint_days: i32,
    /// The standard that says so; none when it is general law.
    pub complaint_standard: Option<WhichStandard>,
    /// Months from moving in to the first follow-up.
    pub first_follow_up_months: i32,
    /// Months between follow-ups, temporary housing; none where the standard has none.
    pub temporary_follow_up_months: Option<i32>,
    /// Months between follow-ups, long-term housing and leases; none where the standard has none.
    pub long_term_follow_up_months: Option<i32>,
    /// By how many percent a freely chosen offer may be dearer; none where only words say so, and
    /// where there is no free choice.
    pub price_limit_percent: Option<u32>,
}

/// How many days of respite (aflastningsdøgn) the standard gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RespiteQuota {
    /// Days a year, at most.
    pub days_per_year: u32,
    /// Days of the weekend in the standard's example.
    pub weekend_days: u32,
    /// Days of the week in the standard's example.
    pub week_days: u32,
}

/// One dated value as it is shown to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which parameter.
    pub id: ParameterId,
    /// The first day on which it holds.
    pub from: Date,
    /// The last day on which it holds; none while no later value is known.
    pub to: Option<Date>,
    /// The value.
    pub value: Value,
    /// What it is measured in.
    pub unit: Unit,
    /// Where it stands.
    pub source: Source,
}

/// A parameter's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Number(u32),
    /// An amount.
    Amount(Money),
    /// The text names no figure.
    NotFixed,
}

/// The values of one parameter: each holds from its date until the next begins.
#[derive(Clone, Debug)]
pub(super) struct Dated<T> {
    pub(super) values: Vec<(Date, T, Source)>,
}

impl<T: Copy> Dated<T> {
    fn on(&self, date: Date) -> Option<&(Date, T, Source)> {
        self.values.iter().take_while(|(from, _, _)| *from <= date).last()
    }

    /// The same with the value of one date alone, as if it had always held and always would.
    fn as_on(&self, date: Date) -> Option<Dated<T>> {
        let (first, _, _) = self.values.first()?;
        let (_, value, source) = self.on(date)?;
        Some(Dated { values: vec![(*first, *value, source.clone())] })
    }

    fn days(&self) -> impl Iterator<Item = Date> {
        self.values.iter().map(|(from, _, _)| *from)
    }

    fn entries(&self, id: ParameterId, unit: Unit, value: fn(T) -> Value) -> Vec<Entry> {
        let ends = self.values.iter().skip(1).map(|(from, _, _)| Some(from.plus_days(-1)));
        let ends = ends.chain(std::iter::once(None));
        let entry = |((from, inner, source), to): (&(Date, T, Source), Option<Date>)| Entry {
            id,
            from: *from,
            to,
            value: value(*inner),
            unit,
            source: source.clone(),
        };
        self.values.iter().zip(ends).map(entry).collect()
    }
}

/// Every parameter by date. One macro line per parameter keeps the reading, the values on a date
/// and the list for people in step. A parameter belongs to a part of the standard, and is there
/// when that part is.
macro_rules! dated_parameters {
    ($( $field:ident: $type:ty = $id:ident in $unit:ident of $part:ident, $read:expr, $show:expr; )+) => {
        #[derive(Clone, Debug)]
        pub(super) struct DatedParameters {
            $( $field: Option<Dated<$type>>, )+
        }

        /// The values on one date; none of those whose part the standard does not have.
        struct OnDate {
            $( $field: Option<$type>, )+
        }

        impl DatedParameters {
            /// The names of all parameters.
            pub(super) const NAMES: &'static [&'static str] = &[$( stringify!($field) ),+];

            /// Reads every parameter, so that all errors are found at once.
            pub(super) fn read(data: &mut data::Parameters) -> Option<Self> {
                $(
                    let read: ReadValue<$type> = $read;
                    let $field = data.dated(stringify!($field), Part::$part, Unit::$unit, read);
                )+
                Some(DatedParameters { $( $field: $field?, )+ })
            }

            /// The values on a date, and the day since which they all hold.
            fn values_on(&self, date: Date) -> Option<(Date, OnDate)> {
                // A parameter that is there has a value on every date from the approval on.
                $(
                    let $field = match &self.$field {
                        Some(dated) => Some(dated.on(date)?),
                        None => None,
                    };
                )+
                let begun = [$( $field.map(|(from, _, _)| *from) ),+];
                let version = begun.into_iter().flatten().max()?;
                Some((version, OnDate { $( $field: $field.map(|(_, value, _)| *value), )+ }))
            }

            /// The same with the values of one date alone; none before the approval.
            pub(super) fn as_on(&self, date: Date) -> Option<Self> {
                $(
                    let $field = match &self.$field {
                        Some(dated) => Some(dated.as_on(date)?),
                        None => None,
                    };
                )+
                Some(DatedParameters { $( $field, )+ })
            }

            /// The days from which some value holds, in order and each once.
            pub(super) fn days(&self) -> Vec<Date> {
                let mut days = Vec::new();
                $( days.extend(self.$field.iter().flat_map(|dated| dated.days())); )+
                days.sort_unstable();
                days.dedup();
                days
            }

            /// Every value of every parameter.
            pub(super) fn entries(&self) -> Vec<Entry> {
                let mut entries = Vec::new();
                $(
                    if let Some(dated) = &self.$field {
                        entries.extend(dated.entries(ParameterId::$id, Unit::$unit, $show));
                    }
                )+
                entries
            }
        }
    };
}

dated_parameters! {
    adult_age: u32 = AdultAge in Years of Always, data::number::<1, 99>, Value::Number;
    respite_days_per_year: u32 = RespiteDaysPerYear in DaysPerYear of Quota,
        data::number::<1, 366>, Value::Number;
    respite_weekend_days: u32 = RespiteWeekendDays in Days of Quota,
        data::number::<1, 31>, Value::Number;
    respite_week_days: u32 = RespiteWeekDays in Days of Quota,
        data::number::<1, 31>, Value::Number;
    minimum_age_limit: u32 = MinimumAgeLimit in Years of Always,
        data::number::<1, 99>, Value::Number;
    minimum_under_age_limit: Money = MinimumUnderAgeLimit in KronerPerMonth of Always,
        data::amount, Value::Amount;
    minimum_from_age_limit: Money = MinimumFromAgeLimit in KronerPerMonth of Always,
        data::amount, Value::Amount;
    complaint_days: i32 = ComplaintDays in Days of Always, data::signed::<1, 366>, signed;
    first_follow_up_months: i32 = FirstFollowUpMonths in Months of Always,
        data::signed::<1, 120>, signed;
    temporary_follow_up_months: i32 = TemporaryFollowUpMonths in Months of Temporary,
        data::signed::<1, 120>, signed;
    long_term_follow_up_months: i32 = LongTermFollowUpMonths in Months of LongTerm,
        data::signed::<1, 120>, signed;
    price_limit_percent: Option<u32> = PriceLimitPercent in Percent of LongTerm,
        data::optional::<0, 1000>, optional;
}

impl DatedParameters {
    /// The parameters in force on `date`.
    ///
    /// # Errors
    /// [`NoStandard`] before the standard's approval: never the nearest value.
    pub(super) fn on(
        &self,
        date: Date,
        offers: Offers,
        approved: Date,
    ) -> Result<Parameters, NoStandard> {
        self.found_on(date, offers).ok_or(NoStandard { approved })
    }

    fn found_on(&self, date: Date, offers: Offers) -> Option<Parameters> {
        let (version, on) = self.values_on(date)?;
        let complaint = self.complaint_days.as_ref().and_then(|dated| dated.on(date));
        Some(Parameters {
            version,
            offers,
            adult_age: on.adult_age?,
            respite: quota(&on),
            minimum_age_limit: on.minimum_age_limit?,
            minimum_under_age_limit: on.minimum_under_age_limit?,
            minimum_from_age_limit: on.minimum_from_age_limit?,
            complaint_days: on.complaint_days?,
            complaint_standard: complaint.and_then(|(_, _, source)| source.standard()),
            first_follow_up_months: on.first_follow_up_months?,
            temporary_follow_up_months: on.temporary_follow_up_months,
            long_term_follow_up_months: on.long_term_follow_up_months,
            price_limit_percent: on.price_limit_percent.flatten(),
        })
    }

    /// Whether the standard says how many days of respite there are.
    pub(super) fn has_quota(&self) -> bool {
        self.respite_days_per_year.is_some()
    }
}

fn quota(on: &OnDate) -> Option<RespiteQuota> {
    Some(RespiteQuota {
        days_per_year: on.respite_days_per_year?,
        weekend_days: on.respite_weekend_days?,
        week_days: on.respite_week_days?,
    })
}

fn signed(number: i32) -> Value {
    Value::Number(number.unsigned_abs())
}

fn optional(number: Option<u32>) -> Value {
    number.map_or(Value::NotFixed, Value::Number)
}
