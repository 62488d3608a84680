//! Reads the standard's JSON field by field and gathers everything that is wrong.

mod contacts;
mod dated;
mod place;
mod site;

use std::sync::OnceLock;

use super::parameters::DatedParameters;
use super::{
    Contacts, Headings, Part, Problem, Section, Site, Standard, StandardError, Titles, json,
};
use crate::rules::offer::{Offer, Offers};
use contacts::contacts;
pub use dated::{Parameters, ReadValue, amount, number, optional, signed};
use place::{Errors, Object, Place};
use site::site;

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
