//! Reads the standard's JSON field by field and gathers everything that is wrong.

use serde_json::{Map, Value};

use super::{
    Contacts, Dated, DatedParameters, Open, OpeningHours, Problem, Source, Standard, StandardError,
    TimeOfDay, Titles, Unit, WhichStandard,
};
use crate::rules::date::{Date, WEEKDAYS, weekday_code};
use crate::rules::money::Money;

/// Reads and checks a standard's data.
pub fn load(text: &str) -> Result<Standard, Vec<StandardError>> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let problem = Problem::NotJson { line: error.line(), column: error.column() };
        vec![StandardError { path: String::new(), problem }]
    })?;
    let mut errors = Vec::new();
    match standard(&Place { value: &value, path: String::new() }, &mut errors) {
        Some(standard) if errors.is_empty() => Ok(standard),
        _ => Err(errors),
    }
}

type Errors = Vec<StandardError>;

/// A value with its path.
struct Place<'a> {
    value: &'a Value,
    path: String,
}

impl<'a> Place<'a> {
    /// Notes what would be right here.
    fn wrong<T>(&self, problem: Problem, errors: &mut Errors) -> Option<T> {
        errors.push(StandardError { path: self.path.clone(), problem });
        None
    }

    /// The object here, when all its fields are known.
    fn object(&self, known: &[&str], errors: &mut Errors) -> Option<Object<'a>> {
        let Some(fields) = self.value.as_object() else {
            return self.wrong(Problem::NotAnObject, errors);
        };
        let object = Object { fields, path: self.path.clone() };
        for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
            let path = object.path_of(name);
            errors.push(StandardError { path, problem: Problem::Unknown });
        }
        Some(object)
    }

    fn text(&self, errors: &mut Errors) -> Option<String> {
        match self.value.as_str().filter(|text| !text.trim().is_empty()) {
            Some(text) => Some(text.to_owned()),
            None => self.wrong(Problem::Empty, errors),
        }
    }

    fn date(&self, errors: &mut Errors) -> Option<Date> {
        match self.value.as_str().and_then(Date::parse) {
            Some(date) => Some(date),
            None => self.wrong(Problem::NotADate, errors),
        }
    }

    fn time(&self, errors: &mut Errors) -> Option<TimeOfDay> {
        match self.value.as_str().and_then(TimeOfDay::parse) {
            Some(time) => Some(time),
            None => self.wrong(Problem::NotATime, errors),
        }
    }
}

/// An object with its path.
struct Object<'a> {
    fields: &'a Map<String, Value>,
    path: String,
}

impl<'a> Object<'a> {
    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn optional(&self, name: &str) -> Option<Place<'a>> {
        Some(Place { value: self.fields.get(name)?, path: self.path_of(name) })
    }

    fn field(&self, name: &str, errors: &mut Errors) -> Option<Place<'a>> {
        let field = self.optional(name);
        if field.is_none() {
            errors.push(StandardError { path: self.path_of(name), problem: Problem::Missing });
        }
        field
    }

    fn text(&self, name: &str, errors: &mut Errors) -> Option<String> {
        self.field(name, errors)?.text(errors)
    }
}

fn standard(root: &Place, errors: &mut Errors) -> Option<Standard> {
    let known =
        ["id", "municipality", "approved", "approved_by", "standards", "contacts", "parameters"];
    let object = root.object(&known, errors)?;
    let id = object.text("id", errors);
    let municipality = object.text("municipality", errors);
    let approved = object.field("approved", errors).and_then(|place| place.date(errors));
    let approved_by = object.text("approved_by", errors);
    let titles = object.field("standards", errors).and_then(|place| titles(&place, errors));
    let contacts = object.field("contacts", errors).and_then(|place| contacts(&place, errors));
    let parameters = object.field("parameters", errors)?;
    let fields = parameters.object(DatedParameters::NAMES, errors)?;
    let parameters = DatedParameters::read(&mut Parameters { fields, approved: approved?, errors });
    Some(Standard {
        id: id?,
        municipality: municipality?,
        approved: approved?,
        approved_by: approved_by?,
        titles: titles?,
        contacts: contacts?,
        parameters: parameters?,
    })
}

fn titles(place: &Place, errors: &mut Errors) -> Option<Titles> {
    let object = place.object(&["temporary", "long_term"], errors)?;
    let temporary = object.text("temporary", errors);
    let long_term = object.text("long_term", errors);
    Some(Titles { temporary: temporary?, long_term: long_term? })
}

fn contacts(place: &Place, errors: &mut Errors) -> Option<Contacts> {
    let known = ["department", "street", "town", "phone", "mail", "opening_hours"];
    let object = place.object(&known, errors)?;
    let department = object.text("department", errors);
    let street = object.text("street", errors);
    let town = object.text("town", errors);
    let phone = object.text("phone", errors);
    let mail = object.text("mail", errors);
    let opening_hours = object.optional("opening_hours");
    let opening_hours = opening_hours.and_then(|place| opening_hours_at(&place, errors));
    Some(Contacts {
        department: department?,
        street: street?,
        town: town?,
        phone: phone?,
        mail: mail?,
        opening_hours,
    })
}

/// The office's hours; a day of the week that is not there is one on which it is closed.
fn opening_hours_at(place: &Place, errors: &mut Errors) -> Option<OpeningHours> {
    let object = place.object(&WEEKDAYS.map(weekday_code), errors)?;
    if object.fields.is_empty() {
        return place.wrong(Problem::Empty, errors);
    }
    let mut days = Vec::new();
    for day in WEEKDAYS {
        let open = object.optional(weekday_code(day)).and_then(|place| open(&place, errors));
        days.extend(open.map(|open| (day, open)));
    }
    Some(OpeningHours::new(days))
}

fn open(place: &Place, errors: &mut Errors) -> Option<Open> {
    let object = place.object(&["from", "to"], errors)?;
    let from = object.field("from", errors).and_then(|place| place.time(errors));
    let to_place = object.field("to", errors)?;
    let to = to_place.time(errors);
    match Open::new(from?, to?) {
        Some(open) => Some(open),
        None => to_place.wrong(Problem::ClosesTooEarly, errors),
    }
}

/// The parameters of the data, and what has been found wrong with them.
pub struct Parameters<'a> {
    fields: Object<'a>,
    approved: Date,
    errors: &'a mut Errors,
}

/// Reads one value, or tells what would be right.
type ReadValue<T> = fn(&Value) -> Result<T, Problem>;

impl Parameters<'_> {
    /// The values of one parameter, when there is exactly one on each date from the approval on.
    pub(super) fn dated<T>(
        &mut self,
        name: &str,
        unit: Unit,
        read: ReadValue<T>,
    ) -> Option<Dated<T>> {
        let errors = &mut *self.errors;
        let object = self.fields.field(name, errors)?.object(&["unit", "values"], errors)?;
        let written = object.field("unit", errors)?;
        if written.value.as_str() != Some(unit.code()) {
            return written.wrong(Problem::WrongUnit(unit), errors);
        }
        let list = object.field("values", errors)?;
        let Some(values) = list.value.as_array() else {
            return list.wrong(Problem::NotAList, errors);
        };
        let mut dated: Vec<(Date, T, Source)> = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let place = Place { value, path: format!("{}[{index}]", list.path) };
            let before = dated.last().map(|(from, _, _)| *from);
            dated.push(dated_value(&place, before, self.approved, read, errors)?);
        }
        if dated.is_empty() {
            return list.wrong(Problem::Empty, errors);
        }
        Some(Dated { values: dated })
    }
}

/// One value, which holds from a later date than the one before; the first from the approval on.
fn dated_value<T>(
    place: &Place,
    before: Option<Date>,
    approved: Date,
    read: ReadValue<T>,
    errors: &mut Errors,
) -> Option<(Date, T, Source)> {
    let object = place.object(&["from", "value", "source"], errors)?;
    let from_place = object.field("from", errors)?;
    let from = from_place.date(errors)?;
    match before {
        None if from != approved => return from_place.wrong(Problem::NotFromApproval, errors),
        Some(before) if from <= before => return from_place.wrong(Problem::NotInOrder, errors),
        _ => {}
    }
    let value_place = object.field("value", errors)?;
    let value = match read(value_place.value) {
        Ok(value) => value,
        Err(problem) => return value_place.wrong(problem, errors),
    };
    let source_place = object.field("source", errors)?;
    match source(&source_place, errors) {
        Some(source) => Some((from, value, source)),
        None => source_place.wrong(Problem::NoSource, errors),
    }
}

fn source(place: &Place, errors: &mut Errors) -> Option<Source> {
    let object = place.object(&["standard", "section", "law"], errors)?;
    let text = |name| Some(object.optional(name)?.value.as_str()?.trim().to_owned());
    let text = |name| text(name).filter(|text: &String| !text.is_empty());
    match (text("standard"), text("section"), text("law")) {
        (Some(standard), Some(heading), None) => {
            Some(Source::Section { standard: WhichStandard::from_code(&standard)?, heading })
        }
        (None, None, Some(law)) => Some(Source::Law(law)),
        _ => None,
    }
}

/// A whole number between the two.
pub fn number<const LEAST: u32, const MOST: u32>(value: &Value) -> Result<u32, Problem> {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    let within = number.filter(|number| (LEAST..=MOST).contains(number));
    within.ok_or(Problem::NotANumberBetween(LEAST, MOST))
}

/// A whole number between the two, to count dates with.
pub fn signed<const LEAST: u32, const MOST: u32>(value: &Value) -> Result<i32, Problem> {
    let number = number::<LEAST, MOST>(value)?;
    i32::try_from(number).map_err(|_| Problem::NotANumberBetween(LEAST, MOST))
}

/// A whole number between the two, or `null` where the text names none.
pub fn optional<const LEAST: u32, const MOST: u32>(value: &Value) -> Result<Option<u32>, Problem> {
    if value.is_null() { Ok(None) } else { number::<LEAST, MOST>(value).map(Some) }
}

/// An amount such as `1800.00`.
pub fn amount(value: &Value) -> Result<Money, Problem> {
    let text = value.as_str().ok_or(Problem::NotAnAmount)?;
    Money::parse(text).map_err(|_| Problem::NotAnAmount)
}
