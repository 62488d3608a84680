//! Reads the standard's JSON field by field and gathers everything that is wrong.

use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::parameters::{Dated, DatedParameters};
use super::{
    Accessibility, ClosingDays, Conformance, Contacts, Headings, Method, Open, OpeningHours, Part,
    Privacy, Problem, Section, Shortcoming, Site, Source, Standard, StandardError, TimeOfDay,
    Titles, Unit, WhichStandard, json,
};
use crate::rules::date::{Date, DateRange, WEEKDAYS, weekday_code};
use crate::rules::money::Money;
use crate::rules::offer::{Offer, Offers};

/// Reads and checks a standard's data.
pub fn load(text: &str) -> Result<Standard, Vec<StandardError>> {
    let value = json::parse(text).map_err(|error| vec![error])?;
    let mut errors = Vec::new();
    match standard(&Place { value: &value, path: String::new() }, &mut errors) {
        Some(standard) if errors.is_empty() => Ok(standard),
        _ => Err(errors),
    }
}

/// The municipality's name and its contacts, when at least those are right in a standard's data.
pub fn contacts_in(text: &str) -> Option<(String, Contacts)> {
    let value = json::parse(text).ok()?;
    let mut errors = Vec::new();
    let fields = value.as_object()?;
    let root = Object { fields, path: String::new() };
    let municipality = root.text("municipality", &mut errors)?;
    let contacts = contacts(&root.field("contacts", &mut errors)?, &mut errors)?;
    errors.is_empty().then_some((municipality, contacts))
}

type Errors = Vec<StandardError>;

/// The most characters of a text.
const LONGEST_TEXT: usize = 500;

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

    /// The list here, each entry with its path.
    fn list(&self, errors: &mut Errors) -> Option<Vec<Place<'a>>> {
        let Some(values) = self.value.as_array() else {
            return self.wrong(Problem::NotAList, errors);
        };
        let place = |(index, value)| Place { value, path: format!("{}[{index}]", self.path) };
        Some(values.iter().enumerate().map(place).collect())
    }

    fn text(&self, errors: &mut Errors) -> Option<String> {
        match self.value.as_str().map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) if text.chars().count() > LONGEST_TEXT => {
                self.wrong(Problem::TooLong(LONGEST_TEXT), errors)
            }
            Some(text) => Some(text.to_owned()),
            None => self.wrong(Problem::Empty, errors),
        }
    }

    /// A text of a form.
    fn text_that(
        &self,
        fits: fn(&str) -> bool,
        problem: Problem,
        errors: &mut Errors,
    ) -> Option<String> {
        let text = self.text(errors)?;
        if fits(&text) { Some(text) } else { self.wrong(problem, errors) }
    }

    fn phone(&self, errors: &mut Errors) -> Option<String> {
        self.text_that(is_phone, Problem::NotAPhone, errors)
    }

    fn mail(&self, errors: &mut Errors) -> Option<String> {
        self.text_that(is_mail, Problem::NotAMail, errors)
    }

    fn link(&self, errors: &mut Errors) -> Option<String> {
        self.text_that(is_link, Problem::NotALink, errors)
    }

    /// One of a set of codes.
    fn code<T: Copy>(
        &self,
        known: &[T],
        code: fn(T) -> &'static str,
        errors: &mut Errors,
    ) -> Option<T> {
        let text = self.value.as_str().unwrap_or_default();
        match known.iter().find(|one| code(**one) == text) {
            Some(one) => Some(*one),
            None => {
                let codes = known.iter().map(|one| code(*one)).collect();
                self.wrong(Problem::NotOneOf(codes), errors)
            }
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

/// Eight digits, with or without spaces and +45.
fn is_phone(text: &str) -> bool {
    let digits: String = text.chars().filter(|letter| *letter != ' ').collect();
    let digits = digits.strip_prefix("+45").unwrap_or(&digits);
    digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// Something before and after one `@`, the latter with a point, and no spaces.
fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let whole = |part: &str| !part.is_empty() && !part.contains(['@', ' ', '<', '>', '"', '?']);
    let named = host.split('.').all(|label| !label.is_empty()) && host.contains('.');
    whole(name) && whole(host) && named
}

fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").unwrap_or_default();
    !host.is_empty() && !host.contains([' ', '<', '>', '"']) && !host.starts_with('/')
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

    /// What stands in a field that may be left out.
    fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Place<'a>, &mut Errors) -> Option<T>,
        errors: &mut Errors,
    ) -> Option<T> {
        self.optional(name).and_then(|place| read(&place, errors))
    }
}

fn standard(root: &Place, errors: &mut Errors) -> Option<Standard> {
    let known = [
        "$schema",
        "id",
        "municipality",
        "approved",
        "approved_by",
        "standards",
        "sections",
        "offers",
        "contacts",
        "site",
        "parameters",
    ];
    let object = root.object(&known, errors)?;
    let id = object.text("id", errors);
    let municipality = object.text("municipality", errors);
    let approved = object.field("approved", errors).and_then(|place| place.date(errors));
    let approved_by = object.text("approved_by", errors);
    let titles = object.field("standards", errors).and_then(|place| titles(&place, errors));
    let headings = object.field("sections", errors).and_then(|place| headings(&place, errors));
    let offers = object.field("offers", errors).and_then(|place| offers(&place, &titles, errors));
    let contacts = object.field("contacts", errors).and_then(|place| contacts(&place, errors));
    let site = object.optional("site").map_or(Some(Site::default()), |place| site(&place, errors));
    let parameters = object.field("parameters", errors)?;
    let fields = parameters.object(DatedParameters::NAMES, errors)?;
    let (approved, titles, offers) = (approved?, titles?, offers?);
    let parameters = DatedParameters::read(&mut Parameters {
        fields,
        approved,
        titles: &titles,
        offers,
        errors,
    });
    Some(Standard {
        id: id?,
        municipality: municipality?,
        approved,
        approved_by: approved_by?,
        titles,
        headings: headings?,
        offers,
        contacts: contacts?,
        site: site?,
        is_built_in: false,
        parameters: parameters?,
        versions: OnceLock::new(),
    })
}

fn titles(place: &Place, errors: &mut Errors) -> Option<Titles> {
    let object = place.object(&["temporary", "long_term"], errors)?;
    if object.fields.is_empty() {
        return place.wrong(Problem::Empty, errors);
    }
    let titles = Titles {
        temporary: object.read("temporary", Place::text, errors),
        long_term: object.read("long_term", Place::text, errors),
    };
    Some(titles)
}

fn headings(place: &Place, errors: &mut Errors) -> Option<Headings> {
    let known: Vec<&str> = Section::ALL.iter().map(|section| section.code()).collect();
    let object = place.object(&known, errors)?;
    let before = errors.len();
    let mut found = Vec::new();
    for section in Section::ALL {
        let heading = object.text(section.code(), errors);
        found.extend(heading.map(|heading| (*section, heading)));
    }
    (errors.len() == before).then_some(Headings(found))
}

/// The offers of the standard. Each belongs to a title, and each title has an offer.
fn offers(place: &Place, titles: &Option<Titles>, errors: &mut Errors) -> Option<Offers> {
    let mut found: Vec<Offer> = Vec::new();
    let before = errors.len();
    for entry in place.list(errors)? {
        let Some(offer) = entry.code(Offer::ALL, Offer::code, errors) else { continue };
        let titled = titles.as_ref().is_none_or(|titles| titles.part(part_of(offer)).is_some());
        let problem = match () {
            () if found.contains(&offer) => Some(Problem::Repeated),
            () if !titled => Some(Problem::NotOffered),
            () => None,
        };
        errors.extend(problem.map(|problem| StandardError { path: entry.path, problem }));
        found.push(offer);
    }
    let offers = Offers::of(&found);
    if errors.len() > before {
        return None;
    }
    if found.is_empty() {
        return place.wrong(Problem::Empty, errors);
    }
    let short = [Offer::Respite, Offer::Crisis].iter().any(|offer| offers.has(*offer));
    if short && !offers.has(Offer::Temporary) {
        return place.wrong(Problem::NeedsTemporary, errors);
    }
    Some(offers)
}

/// The part of the standard that an offer belongs to.
fn part_of(offer: Offer) -> Part {
    match offer {
        Offer::Temporary | Offer::Respite | Offer::Crisis => Part::Temporary,
        Offer::LongTerm | Offer::Lease => Part::LongTerm,
    }
}

impl Titles {
    /// The title of the standard for a part, if there is one.
    fn part(&self, part: Part) -> Option<&String> {
        match part {
            Part::Always => self.temporary.as_ref().or(self.long_term.as_ref()),
            Part::Temporary | Part::Quota => self.temporary.as_ref(),
            Part::LongTerm => self.long_term.as_ref(),
        }
    }
}

fn contacts(place: &Place, errors: &mut Errors) -> Option<Contacts> {
    let known = ["department", "street", "town", "phone", "mail", "opening_hours", "closing_days"];
    let object = place.object(&known, errors)?;
    let department = object.text("department", errors);
    let street = object.text("street", errors);
    let town = object.text("town", errors);
    let phone = object.field("phone", errors).and_then(|place| place.phone(errors));
    let mail = object.field("mail", errors).and_then(|place| place.mail(errors));
    let opening_hours = object.read("opening_hours", opening_hours_at, errors);
    let closing_days = object.read("closing_days", closing_days_at, errors);
    Some(Contacts {
        department: department?,
        street: street?,
        town: town?,
        phone: phone?,
        mail: mail?,
        opening_hours,
        closing_days: closing_days.unwrap_or_default(),
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
        let open = object.read(weekday_code(day), open, errors);
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

fn closing_days_at(place: &Place, errors: &mut Errors) -> Option<Vec<ClosingDays>> {
    let places = place.list(errors)?;
    Some(places.iter().filter_map(|place| closed(place, errors)).collect())
}

/// Days in a row on which the office is closed; one day where no last day is given.
fn closed(place: &Place, errors: &mut Errors) -> Option<ClosingDays> {
    let object = place.object(&["from", "to", "name"], errors)?;
    let from = object.field("from", errors).and_then(|place| place.date(errors));
    let name = object.read("name", Place::text, errors);
    let Some(to_place) = object.optional("to") else {
        return Some(ClosingDays { days: DateRange::new(from?, from?)?, name });
    };
    let to = to_place.date(errors);
    match DateRange::new(from?, to?) {
        Some(days) => Some(ClosingDays { days, name }),
        None => to_place.wrong(Problem::EndsTooEarly, errors),
    }
}

fn site(place: &Place, errors: &mut Errors) -> Option<Site> {
    let object = place.object(&["accessibility", "privacy"], errors)?;
    Some(Site {
        accessibility: object.read("accessibility", accessibility, errors).unwrap_or_default(),
        privacy: object.read("privacy", privacy, errors).unwrap_or_default(),
    })
}

fn accessibility(place: &Place, errors: &mut Errors) -> Option<Accessibility> {
    let known = [
        "statement",
        "conformance",
        "method",
        "prepared",
        "reviewed",
        "shortcomings",
        "mail",
        "phone",
    ];
    let object = place.object(&known, errors)?;
    let conformance = |place: &Place, errors: &mut Errors| {
        place.code(Conformance::ALL, Conformance::code, errors)
    };
    let method = |place: &Place, errors: &mut Errors| place.code(Method::ALL, Method::code, errors);
    Some(Accessibility {
        statement: object.read("statement", Place::link, errors),
        conformance: object.read("conformance", conformance, errors),
        method: object.read("method", method, errors),
        prepared: object.read("prepared", Place::date, errors),
        reviewed: object.read("reviewed", Place::date, errors),
        shortcomings: object.read("shortcomings", shortcomings, errors).unwrap_or_default(),
        mail: object.read("mail", Place::mail, errors),
        phone: object.read("phone", Place::phone, errors),
    })
}

fn shortcomings(place: &Place, errors: &mut Errors) -> Option<Vec<Shortcoming>> {
    let places = place.list(errors)?;
    Some(places.iter().filter_map(|place| shortcoming(place, errors)).collect())
}

fn shortcoming(place: &Place, errors: &mut Errors) -> Option<Shortcoming> {
    let object = place.object(&["what", "why", "instead"], errors)?;
    let what = object.text("what", errors);
    let why = object.text("why", errors);
    let instead = object.text("instead", errors);
    Some(Shortcoming { what: what?, why: why?, instead: instead? })
}

fn privacy(place: &Place, errors: &mut Errors) -> Option<Privacy> {
    let known = ["host", "log_days", "officer_mail", "officer_phone"];
    let object = place.object(&known, errors)?;
    let days = |place: &Place, errors: &mut Errors| match number::<0, 3660>(place.value) {
        Ok(days) => Some(days),
        Err(problem) => place.wrong(problem, errors),
    };
    Some(Privacy {
        host: object.read("host", Place::text, errors),
        log_days: object.read("log_days", days, errors),
        officer_mail: object.read("officer_mail", Place::mail, errors),
        officer_phone: object.read("officer_phone", Place::phone, errors),
    })
}

/// The parameters of the data, and what has been found wrong with them.
pub struct Parameters<'a> {
    fields: Object<'a>,
    approved: Date,
    titles: &'a Titles,
    offers: Offers,
    errors: &'a mut Errors,
}

/// Reads one value, or tells what would be right.
pub type ReadValue<T> = fn(&Value) -> Result<T, Problem>;

impl Parameters<'_> {
    /// The values of one parameter, when there is exactly one on each date from the approval on;
    /// `Some(None)` when the standard rightly has none.
    pub(super) fn dated<T>(
        &mut self,
        name: &str,
        part: Part,
        unit: Unit,
        read: ReadValue<T>,
    ) -> Option<Option<Dated<T>>> {
        if !self.has(part) {
            return match self.fields.optional(name) {
                Some(place) => place.wrong(Problem::NotOffered, self.errors),
                None => Some(None),
            };
        }
        self.dated_of_part(name, unit, read).map(Some)
    }

    /// Whether the standard has a part, and so its parameters. Whoever gives one of the numbers
    /// for planning respite gives all of them.
    fn has(&self, part: Part) -> bool {
        match part {
            Part::Always => true,
            Part::Temporary => self.offers.has(Offer::Temporary),
            Part::LongTerm => self.offers.has_long_term_part(),
            Part::Quota => {
                let given = self.fields.fields.keys().any(|name| name.starts_with("respite_"));
                given && self.offers.has(Offer::Respite)
            }
        }
    }

    fn dated_of_part<T>(&mut self, name: &str, unit: Unit, read: ReadValue<T>) -> Option<Dated<T>> {
        let errors = &mut *self.errors;
        let object = self.fields.field(name, errors)?.object(&["unit", "values"], errors)?;
        let written = object.field("unit", errors)?;
        if written.value.as_str() != Some(unit.code()) {
            return written.wrong(Problem::WrongUnit(unit), errors);
        }
        let list = object.field("values", errors)?;
        let mut dated: Vec<(Date, T, Source)> = Vec::new();
        let mut whole = true;
        for place in list.list(errors)? {
            let before = dated.last().map(|(from, _, _)| *from);
            let first = dated.is_empty() && whole;
            let value =
                DatedValue { place: &place, before, approved: first.then_some(self.approved) };
            match value.read(read, self.titles, errors) {
                Some(value) => dated.push(value),
                None => whole = false,
            }
        }
        if dated.is_empty() && whole {
            return list.wrong(Problem::Empty, errors);
        }
        whole.then_some(Dated { values: dated })
    }
}

/// A value of a list that is to be read.
struct DatedValue<'a> {
    place: &'a Place<'a>,
    /// The first day of the value before it.
    before: Option<Date>,
    /// The day of the approval, when it is the first.
    approved: Option<Date>,
}

impl DatedValue<'_> {
    /// The value, its first day and its source. Everything wrong with it is told.
    fn read<T>(
        &self,
        read: ReadValue<T>,
        titles: &Titles,
        errors: &mut Errors,
    ) -> Option<(Date, T, Source)> {
        let object = self.place.object(&["from", "value", "source"], errors)?;
        let from = object.field("from", errors).and_then(|place| self.first_day(&place, errors));
        let value = object.field("value", errors).and_then(|place| match read(place.value) {
            Ok(value) => Some(value),
            Err(problem) => place.wrong(problem, errors),
        });
        let source =
            object.field("source", errors).and_then(|place| source(&place, titles, errors));
        Some((from?, value?, source?))
    }

    /// The first holds from the approval on, each other from a later day than the one before.
    fn first_day(&self, place: &Place, errors: &mut Errors) -> Option<Date> {
        let from = place.date(errors)?;
        match (self.approved, self.before) {
            (Some(approved), _) if from != approved => {
                place.wrong(Problem::NotFromApproval, errors)
            }
            (None, Some(before)) if from <= before => place.wrong(Problem::NotInOrder, errors),
            _ => Some(from),
        }
    }
}

fn source(place: &Place, titles: &Titles, errors: &mut Errors) -> Option<Source> {
    let object = place.object(&["standard", "section", "law"], errors)?;
    let text = |name| Some(object.optional(name)?.value.as_str()?.trim().to_owned());
    let text = |name| text(name).filter(|text: &String| !text.is_empty());
    match (text("standard"), text("section"), text("law")) {
        (Some(_), Some(heading), None) => {
            let named = object.field("standard", errors)?;
            let standard = named.code(WhichStandard::ALL, WhichStandard::code, errors)?;
            let is_there = match standard {
                WhichStandard::Temporary => titles.temporary.is_some(),
                WhichStandard::LongTerm => titles.long_term.is_some(),
                WhichStandard::Both => titles.temporary.is_some() && titles.long_term.is_some(),
            };
            match is_there {
                true => Some(Source::Section { standard, heading }),
                false => named.wrong(Problem::NoSuchStandard, errors),
            }
        }
        (None, None, Some(law)) => Some(Source::Law(law)),
        _ => place.wrong(Problem::NoSource, errors),
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
