//! The standard as data: every number of the rules with its unit, the date it holds from and the
//! place where it stands.
//!
//! [`Standard::load`] is the only way in. It accepts a text only when every parameter has exactly
//! one value on every date from the standard's approval on, so that no rule ever meets a gap.
//! `data` reads the JSON.

mod data;
mod hours;

use super::code::coded;
use super::date::Date;
use super::money::Money;
pub use hours::{Open, OpeningHours, TimeOfDay};

/// The standard's data as it is built in.
pub const BUILT_IN: &str = include_str!("../../../public/standard.json");

/// A municipality's standard: names, contacts and dated parameters.
#[derive(Clone, Debug)]
pub struct Standard {
    /// A short name, such as `koege`.
    pub id: String,
    /// The municipality's name.
    pub municipality: String,
    /// The day it was approved; no earlier date can be asked about.
    pub approved: Date,
    /// Who approved it.
    pub approved_by: String,
    /// The titles of the two standards.
    pub titles: Titles,
    /// Where to turn.
    pub contacts: Contacts,
    parameters: DatedParameters,
}

/// The titles of the two standards.
#[derive(Clone, Debug)]
pub struct Titles {
    /// The standard for temporary housing.
    pub temporary: String,
    /// The standard for long-term housing and leases.
    pub long_term: String,
}

/// Where to turn.
#[derive(Clone, Debug)]
pub struct Contacts {
    /// The department that decides.
    pub department: String,
    /// Street and number.
    pub street: String,
    /// Postal code and town.
    pub town: String,
    /// Telephone number.
    pub phone: String,
    /// Mail address for complaints.
    pub mail: String,
    /// When the office is open; none when the municipality has not said so.
    pub opening_hours: Option<OpeningHours>,
}

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In one or both standards, under a heading.
    Section {
        /// Which standard.
        standard: WhichStandard,
        /// The heading.
        heading: String,
    },
    /// In an Act.
    Law(String),
}

coded! {
    /// Which of the two standards a value stands in.
    pub enum WhichStandard {
        /// The standard for temporary housing.
        Temporary = "temporary",
        /// The standard for long-term housing and leases.
        LongTerm = "long_term",
        /// Both, in the same words.
        Both = "both",
    }
}

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
    /// From this age on one is an adult (years).
    pub adult_age: u32,
    /// Days of respite a year, at most.
    pub respite_days_per_year: u32,
    /// Days of the weekend in the standard's example.
    pub respite_weekend_days: u32,
    /// Days of the week in the standard's example.
    pub respite_week_days: u32,
    /// The age at which the minimum changes (years).
    pub minimum_age_limit: u32,
    /// The minimum disposable amount below that age (kroner a month).
    pub minimum_under_age_limit: Money,
    /// The minimum disposable amount from that age on (kroner a month).
    pub minimum_from_age_limit: Money,
    /// The days within which one can complain.
    pub complaint_days: i32,
    /// Months from moving in to the first follow-up.
    pub first_follow_up_months: i32,
    /// Months between follow-ups, temporary housing.
    pub temporary_follow_up_months: i32,
    /// Months between follow-ups, long-term housing and leases.
    pub long_term_follow_up_months: i32,
    /// By how many percent a freely chosen offer may be dearer; none where only words say so.
    pub price_limit_percent: Option<u32>,
}

/// The standard was not yet approved on the date asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStandard {
    /// The first date that can be asked about.
    pub approved: Date,
}

/// What is wrong with the standard's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandardError {
    /// The field, such as `parameters.complaint_days.values[0].from`.
    pub path: String,
    /// What would be right.
    pub problem: Problem,
}

/// What would be right in the standard's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text must be JSON; where the parser stopped.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The field must be there.
    Missing,
    /// The field is not known; it must be taken out or spelt as the others are.
    Unknown,
    /// An object must stand here.
    NotAnObject,
    /// A list must stand here.
    NotAList,
    /// It must be a date `YYYY-MM-DD` between 1900 and 2100.
    NotADate,
    /// The first value must hold from the day of the approval on.
    NotFromApproval,
    /// Each value must hold from a later date than the one before.
    NotInOrder,
    /// The unit must be this one.
    WrongUnit(Unit),
    /// The value must be a whole number between the two.
    NotANumberBetween(u32, u32),
    /// The value must be an amount such as `1800.00`.
    NotAnAmount,
    /// The source must name either a standard with a section, or a law.
    NoSource,
    /// A text that is not empty must stand here, or at least one value.
    Empty,
    /// It must be a time `HH:MM` between 00:00 and 23:59.
    NotATime,
    /// The office must close later than it opens.
    ClosesTooEarly,
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

impl Standard {
    /// Køge's standard as it is built in.
    ///
    /// # Errors
    /// Never; a test keeps the built-in data valid.
    pub fn built_in() -> Result<Standard, Vec<StandardError>> {
        Standard::load(BUILT_IN)
    }

    /// Reads and checks a standard's data.
    ///
    /// # Errors
    /// Everything that is wrong: each field, and what would be right there.
    pub fn load(text: &str) -> Result<Standard, Vec<StandardError>> {
        data::load(text)
    }

    /// The parameters in force on `date`.
    ///
    /// # Errors
    /// [`NoStandard`] before the standard's approval: never the nearest value.
    pub fn on(&self, date: Date) -> Result<Parameters, NoStandard> {
        self.parameters.on(date).ok_or(NoStandard { approved: self.approved })
    }

    /// The parameters of the last change known, for questions that name no date.
    ///
    /// # Errors
    /// Never in a standard that was loaded.
    pub fn newest(&self) -> Result<Parameters, NoStandard> {
        self.on(Date::LAST)
    }

    /// Every value of every parameter, with its dates and its source.
    pub fn entries(&self) -> Vec<Entry> {
        self.parameters.entries()
    }

    /// The value of a parameter in force on `date`, with its dates and its source; none before
    /// the standard's approval.
    pub fn entry(&self, id: ParameterId, date: Date) -> Option<Entry> {
        let is_in_force =
            |entry: &Entry| entry.from <= date && entry.to.is_none_or(|to| date <= to);
        self.entries().into_iter().find(|entry| entry.id == id && is_in_force(entry))
    }
}

/// The values of one parameter: each holds from its date until the next begins.
#[derive(Clone, Debug)]
struct Dated<T> {
    values: Vec<(Date, T, Source)>,
}

impl<T: Copy> Dated<T> {
    fn on(&self, date: Date) -> Option<(Date, T)> {
        let begun = self.values.iter().take_while(|(from, _, _)| *from <= date);
        begun.last().map(|(from, value, _)| (*from, *value))
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
/// and the list for people in step.
macro_rules! dated_parameters {
    ($( $field:ident: $type:ty = $id:ident in $unit:ident, $read:expr, $show:expr; )+) => {
        #[derive(Clone, Debug)]
        struct DatedParameters {
            $( $field: Dated<$type>, )+
        }

        impl DatedParameters {
            /// The names of all parameters.
            const NAMES: &'static [&'static str] = &[$( stringify!($field) ),+];

            /// Reads every parameter, so that all errors are found at once.
            fn read(data: &mut data::Parameters) -> Option<Self> {
                $( let $field = data.dated(stringify!($field), Unit::$unit, $read); )+
                Some(DatedParameters { $( $field: $field?, )+ })
            }

            fn on(&self, date: Date) -> Option<Parameters> {
                $( let $field = self.$field.on(date)?; )+
                let version = [$( $field.0 ),+].into_iter().max()?;
                Some(Parameters { version, $( $field: $field.1 ),+ })
            }

            fn entries(&self) -> Vec<Entry> {
                [$( self.$field.entries(ParameterId::$id, Unit::$unit, $show) ),+].concat()
            }
        }
    };
}

dated_parameters! {
    adult_age: u32 = AdultAge in Years, data::number::<1, 99>, Value::Number;
    respite_days_per_year: u32 = RespiteDaysPerYear in DaysPerYear,
        data::number::<1, 366>, Value::Number;
    respite_weekend_days: u32 = RespiteWeekendDays in Days, data::number::<1, 31>, Value::Number;
    respite_week_days: u32 = RespiteWeekDays in Days, data::number::<1, 31>, Value::Number;
    minimum_age_limit: u32 = MinimumAgeLimit in Years, data::number::<1, 99>, Value::Number;
    minimum_under_age_limit: Money = MinimumUnderAgeLimit in KronerPerMonth,
        data::amount, Value::Amount;
    minimum_from_age_limit: Money = MinimumFromAgeLimit in KronerPerMonth,
        data::amount, Value::Amount;
    complaint_days: i32 = ComplaintDays in Days, data::signed::<1, 366>, signed;
    first_follow_up_months: i32 = FirstFollowUpMonths in Months, data::signed::<1, 120>, signed;
    temporary_follow_up_months: i32 = TemporaryFollowUpMonths in Months,
        data::signed::<1, 120>, signed;
    long_term_follow_up_months: i32 = LongTermFollowUpMonths in Months,
        data::signed::<1, 120>, signed;
    price_limit_percent: Option<u32> = PriceLimitPercent in Percent,
        data::optional::<0, 1000>, optional;
}

fn signed(number: i32) -> Value {
    Value::Number(number.unsigned_abs())
}

fn optional(number: Option<u32>) -> Value {
    number.map_or(Value::NotFixed, Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// The only problem after putting `new` in place of the first `old`.
    fn problem(old: &str, new: &str) -> StandardError {
        let problems = problems(old, new);
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems[0].clone()
    }

    fn problems(old: &str, new: &str) -> Vec<StandardError> {
        let changed = BUILT_IN.replacen(old, new, 1);
        assert_ne!(changed, BUILT_IN, "the change must change something");
        Standard::load(&changed).unwrap_err()
    }

    #[test]
    fn the_version_is_the_day_the_set_began() {
        let standard = Standard::built_in().unwrap();
        let version = |on: &str| standard.on(date(on)).map(|p| p.version.iso());
        assert_eq!(version("2023-04-17").as_deref(), Ok("2023-04-17"));
        assert_eq!(version("2025-06-30").as_deref(), Ok("2023-04-17"));
        assert_eq!(version("2025-07-01").as_deref(), Ok("2025-07-01"));
        assert_eq!(version("2023-04-16"), Err(NoStandard { approved: date("2023-04-17") }));
    }

    #[test]
    fn wrong_data_names_field_and_remedy() {
        let unit = problem("\"days_per_year\"", "\"days\"");
        assert_eq!(unit.path, "parameters.respite_days_per_year.unit");
        assert_eq!(unit.problem, Problem::WrongUnit(Unit::DaysPerYear));

        let from = "\"from\": \"2023-04-17\", \"value\": 55";
        let gap = problem(from, "\"from\": \"2023-04-18\", \"value\": 55");
        assert_eq!(gap.problem, Problem::NotFromApproval);

        let overlap = problem("2025-07-01", "2023-04-17");
        assert_eq!(overlap.path, "parameters.price_limit_percent.values[1].from");
        assert_eq!(overlap.problem, Problem::NotInOrder);

        assert_eq!(problem("\"1800.00\"", "\"1.800\"").problem, Problem::NotAnAmount);
        assert_eq!(
            problem("\"value\": 55", "\"value\": 0").problem,
            Problem::NotANumberBetween(1, 366)
        );
        assert_eq!(
            problem("\"section\": \"Klagemulighed\"", "\"law\": \"x\"").problem,
            Problem::NoSource
        );
        assert_eq!(problem("\"Torvet 1\"", "\" \"").path, "contacts.street");
        assert_eq!(problem("\"value\": null, ", "").problem, Problem::Missing);
        assert!(matches!(problem("{", "[").problem, Problem::NotJson { line: 2, .. }));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let found = problems("\"adult_age\"", "\"adult_aeg\"");
        let found: Vec<_> =
            found.iter().map(|wrong| (wrong.path.as_str(), &wrong.problem)).collect();
        assert_eq!(
            found,
            [
                ("parameters.adult_aeg", &Problem::Unknown),
                ("parameters.adult_age", &Problem::Missing),
            ]
        );
    }

    #[test]
    fn the_list_for_people_has_every_value() {
        let entries = Standard::built_in().unwrap().entries();
        assert_eq!(entries.len(), ParameterId::ALL.len() + 1);
        let limits: Vec<_> =
            entries.iter().filter(|entry| entry.id == ParameterId::PriceLimitPercent).collect();
        assert_eq!(limits[0].to, Some(date("2025-06-30")));
        assert_eq!(limits[1].value, Value::Number(10));
        assert_eq!(limits[1].source, Source::Law("Serviceloven § 108, stk. 2".to_owned()));
    }

    #[test]
    fn a_value_is_found_by_its_date() {
        let standard = Standard::built_in().unwrap();
        let limit = |on| standard.entry(ParameterId::PriceLimitPercent, date(on));
        assert_eq!(limit("2023-04-16"), None);
        assert_eq!(limit("2025-06-30").map(|entry| entry.value), Some(Value::NotFixed));
        let in_force = limit("2025-07-01").unwrap();
        assert_eq!((in_force.value, in_force.from), (Value::Number(10), date("2025-07-01")));
        assert_eq!(limit("2100-12-31"), Some(in_force));
    }

    /// The data with these opening hours.
    fn with_hours(hours: &str) -> Result<Standard, Vec<StandardError>> {
        let mail = "\"mail\": \"vf@koege.dk\"";
        let changed = BUILT_IN.replacen(mail, &format!("{mail}, \"opening_hours\": {hours}"), 1);
        assert_ne!(changed, BUILT_IN);
        Standard::load(&changed)
    }

    #[test]
    fn opening_hours_are_read_where_there_are_any() {
        assert_eq!(Standard::built_in().unwrap().contacts.opening_hours, None);
        let standard = with_hours(
            r#"{"monday": {"from": "09:00", "to": "15:00"}, "friday": {"from": "08:30", "to": "13:05"}}"#,
        );
        let hours = standard.unwrap().contacts.opening_hours.unwrap();
        let on = |text: &str| hours.on(date(text).weekday()).map(|open| (open.from, open.to));
        let time = |hour, minute| TimeOfDay { hour, minute };
        assert_eq!(on("2026-11-23"), Some((time(9, 0), time(15, 0))));
        assert_eq!(on("2026-11-27"), Some((time(8, 30), time(13, 5))));
        assert_eq!(on("2026-11-24"), None);
    }

    #[test]
    fn wrong_opening_hours_name_field_and_remedy() {
        for (hours, path, problem) in [
            ("[]", "", Problem::NotAnObject),
            ("{}", "", Problem::Empty),
            (r#"{"mandag": {"from": "09:00", "to": "15:00"}}"#, ".mandag", Problem::Unknown),
            (r#"{"monday": "9-15"}"#, ".monday", Problem::NotAnObject),
            (r#"{"monday": {"from": "09:00"}}"#, ".monday.to", Problem::Missing),
            (r#"{"monday": {"from": "9", "to": "15:00"}}"#, ".monday.from", Problem::NotATime),
            (r#"{"monday": {"from": "09:00", "to": 15}}"#, ".monday.to", Problem::NotATime),
            (
                r#"{"monday": {"from": "09:00", "to": "09:00"}}"#,
                ".monday.to",
                Problem::ClosesTooEarly,
            ),
        ] {
            let path = format!("contacts.opening_hours{path}");
            assert_eq!(with_hours(hours).unwrap_err(), [StandardError { path, problem }]);
        }
    }

    #[test]
    fn every_wrong_day_is_told_at_once() {
        let hours = r#"{"monday": {"from": "9", "to": "15"}, "friday": {"to": "13:00"}}"#;
        assert_eq!(with_hours(hours).unwrap_err().len(), 3);
    }
}
