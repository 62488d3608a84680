//! What the municipality says of the pages themselves.

use super::dated::number;
use super::place::{Errors, Place};
use crate::rules::standard::{Accessibility, Conformance, Method, Privacy, Shortcoming, Site};

pub(super) fn site(place: &Place, errors: &mut Errors) -> Option<Site> {
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
