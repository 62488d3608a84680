//! Where to turn: address, telephone, opening hours and closing days.

use super::place::{Errors, Place};
use crate::rules::date::{DateRange, WEEKDAYS, weekday_code};
use crate::rules::standard::{ClosingDays, Contacts, Open, OpeningHours, Problem};

pub(super) fn contacts(place: &Place, errors: &mut Errors) -> Option<Contacts> {
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
