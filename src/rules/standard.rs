//! The standard as data: every number of the rules with its unit, the date it holds from and the
//! place where it stands.
//!
//! [`Standard::load`] is the only way in. It accepts a text only when every parameter has exactly
//! one value on every date from the standard's approval on, so that no rule ever meets a gap.

use serde::{Deserialize, Deserializer};

use super::code::coded;
use super::date::Date;
use super::money::Money;

/// The standard's data as it is built in.
pub const KOEGE: &str = include_str!("../../public/standard/koege.json");

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
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titles {
    /// The standard for temporary housing.
    pub temporary: String,
    /// The standard for long-term housing and leases.
    pub long_term: String,
}

/// Where to turn.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// The text must be JSON of the standard's form; the parser's words.
    NotOfTheForm(String),
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
    /// The text may not be empty.
    Empty,
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
    /// [`StandardError`]; a test keeps the built-in data valid.
    pub fn built_in() -> Result<Standard, StandardError> {
        Standard::load(KOEGE)
    }

    /// Reads and checks a standard's data.
    ///
    /// # Errors
    /// [`StandardError`] names the first field that is wrong and what would be right.
    pub fn load(text: &str) -> Result<Standard, StandardError> {
        let raw: raw::Standard = serde_json::from_str(text).map_err(|error| StandardError {
            path: String::new(),
            problem: Problem::NotOfTheForm(error.to_string()),
        })?;
        let approved = raw::date(&raw.approved, "approved")?;
        let texts = [
            ("id", &raw.id),
            ("municipality", &raw.municipality),
            ("approved_by", &raw.approved_by),
            ("standards.temporary", &raw.standards.temporary),
            ("standards.long_term", &raw.standards.long_term),
            ("contacts.department", &raw.contacts.department),
            ("contacts.street", &raw.contacts.street),
            ("contacts.town", &raw.contacts.town),
            ("contacts.phone", &raw.contacts.phone),
            ("contacts.mail", &raw.contacts.mail),
        ];
        for (path, text) in texts {
            if text.trim().is_empty() {
                return Err(StandardError { path: path.to_owned(), problem: Problem::Empty });
            }
        }
        Ok(Standard {
            parameters: DatedParameters::check(raw.parameters, approved)?,
            id: raw.id,
            municipality: raw.municipality,
            approved,
            approved_by: raw.approved_by,
            titles: raw.standards,
            contacts: raw.contacts,
        })
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

    fn entries(&self, id: ParameterId, unit: Unit, value: impl Fn(T) -> Value) -> Vec<Entry> {
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

/// Every parameter by date. One macro line per parameter keeps the raw form, the checked form,
/// the values on a date and the list for people in step.
macro_rules! dated_parameters {
    ($( $field:ident: $type:ty = $id:ident in $unit:ident, $read:expr, $show:expr; )+) => {
        #[derive(Clone, Debug)]
        struct DatedParameters {
            $( $field: Dated<$type>, )+
        }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct RawParameters {
            $( $field: raw::Parameter, )+
        }

        impl DatedParameters {
            fn check(raw: RawParameters, approved: Date) -> Result<Self, StandardError> {
                Ok(DatedParameters {
                    $( $field: raw.$field.check(
                        stringify!($field), Unit::$unit, approved, $read,
                    )?, )+
                })
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
    adult_age: u32 = AdultAge in Years, read::number(1, 99), Value::Number;
    respite_days_per_year: u32 = RespiteDaysPerYear in DaysPerYear,
        read::number(1, 366), Value::Number;
    respite_weekend_days: u32 = RespiteWeekendDays in Days, read::number(1, 31), Value::Number;
    respite_week_days: u32 = RespiteWeekDays in Days, read::number(1, 31), Value::Number;
    minimum_age_limit: u32 = MinimumAgeLimit in Years, read::number(1, 99), Value::Number;
    minimum_under_age_limit: Money = MinimumUnderAgeLimit in KronerPerMonth,
        read::amount, Value::Amount;
    minimum_from_age_limit: Money = MinimumFromAgeLimit in KronerPerMonth,
        read::amount, Value::Amount;
    complaint_days: i32 = ComplaintDays in Days, read::signed(1, 366), show::signed;
    first_follow_up_months: i32 = FirstFollowUpMonths in Months,
        read::signed(1, 120), show::signed;
    temporary_follow_up_months: i32 = TemporaryFollowUpMonths in Months,
        read::signed(1, 120), show::signed;
    long_term_follow_up_months: i32 = LongTermFollowUpMonths in Months,
        read::signed(1, 120), show::signed;
    price_limit_percent: Option<u32> = PriceLimitPercent in Percent,
        read::optional(0, 1000), show::optional;
}

/// How the values of the data are read.
mod read {
    use super::{Money, Problem};
    use serde_json::Value as Json;

    pub fn number(least: u32, most: u32) -> impl Fn(&Json) -> Result<u32, Problem> {
        move |value| {
            let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
            number
                .filter(|number| (least..=most).contains(number))
                .ok_or(Problem::NotANumberBetween(least, most))
        }
    }

    pub fn signed(least: u32, most: u32) -> impl Fn(&Json) -> Result<i32, Problem> {
        move |value| {
            let number = number(least, most)(value)?;
            i32::try_from(number).map_err(|_| Problem::NotANumberBetween(least, most))
        }
    }

    pub fn optional(least: u32, most: u32) -> impl Fn(&Json) -> Result<Option<u32>, Problem> {
        move |value| match value {
            Json::Null => Ok(None),
            _ => number(least, most)(value).map(Some),
        }
    }

    pub fn amount(value: &Json) -> Result<Money, Problem> {
        let text = value.as_str().ok_or(Problem::NotAnAmount)?;
        Money::parse(text).map_err(|_| Problem::NotAnAmount)
    }
}

/// How the values are handed to people.
mod show {
    use super::Value;

    pub fn signed(number: i32) -> Value {
        Value::Number(number.unsigned_abs())
    }

    pub fn optional(number: Option<u32>) -> Value {
        number.map_or(Value::NotFixed, Value::Number)
    }
}

/// The data's own form, before it is checked.
mod raw {
    use super::{
        Contacts, Date, Dated, Deserialize, Deserializer, Problem, RawParameters, Source,
        StandardError, Titles, Unit, WhichStandard,
    };

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Standard {
        pub id: String,
        pub municipality: String,
        pub approved: String,
        pub approved_by: String,
        pub standards: Titles,
        pub contacts: Contacts,
        pub parameters: RawParameters,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct Parameter {
        unit: String,
        values: Vec<DatedValue>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct DatedValue {
        from: String,
        #[serde(deserialize_with = "present")]
        value: serde_json::Value,
        source: RawSource,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct RawSource {
        standard: Option<String>,
        section: Option<String>,
        law: Option<String>,
    }

    /// A value must stand there, even where it is `null`.
    fn present<'de, D: Deserializer<'de>>(input: D) -> Result<serde_json::Value, D::Error> {
        serde_json::Value::deserialize(input)
    }

    pub fn date(text: &str, path: &str) -> Result<Date, StandardError> {
        Date::parse(text)
            .ok_or_else(|| StandardError { path: path.to_owned(), problem: Problem::NotADate })
    }

    impl Parameter {
        pub fn check<T>(
            self,
            name: &str,
            unit: Unit,
            approved: Date,
            read: impl Fn(&serde_json::Value) -> Result<T, Problem>,
        ) -> Result<Dated<T>, StandardError> {
            let wrong = |place: &str, problem| StandardError {
                path: format!("parameters.{name}.{place}"),
                problem,
            };
            if self.unit != unit.code() {
                return Err(wrong("unit", Problem::WrongUnit(unit)));
            }
            let mut values: Vec<(Date, T, Source)> = Vec::new();
            for (index, raw) in self.values.into_iter().enumerate() {
                let place = |field: &str| format!("values[{index}].{field}");
                let from = date(&raw.from, &format!("parameters.{name}.{}", place("from")))?;
                match values.last() {
                    None if from != approved => {
                        return Err(wrong(&place("from"), Problem::NotFromApproval));
                    }
                    Some((before, _, _)) if from <= *before => {
                        return Err(wrong(&place("from"), Problem::NotInOrder));
                    }
                    _ => {}
                }
                let value = read(&raw.value).map_err(|problem| wrong(&place("value"), problem))?;
                let source =
                    raw.source.check().ok_or_else(|| wrong(&place("source"), Problem::NoSource))?;
                values.push((from, value, source));
            }
            match values.is_empty() {
                true => Err(wrong("values", Problem::Empty)),
                false => Ok(Dated { values }),
            }
        }
    }

    impl RawSource {
        fn check(self) -> Option<Source> {
            let text = |text: String| (!text.trim().is_empty()).then_some(text);
            match (self.standard, self.section, self.law) {
                (Some(standard), Some(section), None) => Some(Source::Section {
                    standard: WhichStandard::from_code(&standard)?,
                    heading: text(section)?,
                }),
                (None, None, Some(law)) => Some(Source::Law(text(law)?)),
                _ => None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn problem_after(change: impl Fn(&str) -> String) -> StandardError {
        let changed = change(KOEGE);
        assert_ne!(changed, KOEGE, "the change must change something");
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
        let wrong = problem_after(|text| text.replacen("\"days_per_year\"", "\"days\"", 1));
        assert_eq!(wrong.path, "parameters.respite_days_per_year.unit");
        assert_eq!(wrong.problem, Problem::WrongUnit(Unit::DaysPerYear));

        let gap = problem_after(|text| {
            text.replacen(
                "\"from\": \"2023-04-17\", \"value\": 55",
                "\"from\": \"2023-04-18\", \"value\": 55",
                1,
            )
        });
        assert_eq!(gap.problem, Problem::NotFromApproval);

        let overlap = problem_after(|text| text.replacen("2025-07-01", "2023-04-17", 1));
        assert_eq!(overlap.path, "parameters.price_limit_percent.values[1].from");
        assert_eq!(overlap.problem, Problem::NotInOrder);

        let amount = problem_after(|text| text.replacen("\"1800.00\"", "\"1.800\"", 1));
        assert_eq!(amount.problem, Problem::NotAnAmount);

        let unknown = problem_after(|text| text.replacen("\"id\"", "\"idd\"", 1));
        assert!(matches!(unknown.problem, Problem::NotOfTheForm(_)));

        let source = problem_after(|text| {
            text.replacen("\"section\": \"Klagemulighed\"", "\"law\": \"x\"", 1)
        });
        assert_eq!(source.problem, Problem::NoSource);

        let number = problem_after(|text| text.replacen("\"value\": 55", "\"value\": 0", 1));
        assert_eq!(number.problem, Problem::NotANumberBetween(1, 366));
    }
}
