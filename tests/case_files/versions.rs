//! A file of every version there has been, as that version wrote it: it can still be opened, and
//! asks the rules the same.

use std::fs;
use std::path::{Path, PathBuf};

use botilbud::app::event::{Action, Event};
use botilbud::app::model::Model;
use botilbud::app::page::Page;
use botilbud::app::sheet::{Sheet, row_field};
use botilbud::draft::case_file::{CaseFile, VERSION, read, write};
use botilbud::draft::eligibility::field as check_field;
use botilbud::draft::free_choice::field as choice_field;
use botilbud::draft::{dates, eligibility, free_choice, payment, respite, suggest};
use botilbud::request::Request;
use botilbud::rules::date::Date;
use botilbud::rules::eligibility::Question;
use botilbud::rules::free_choice::Question as Choice;

use super::pages::{context, does};

const SAVED: &str = "2026-03-09";

fn path(version: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/case_files");
    folder.join(format!("version_{version}.json"))
}

/// A person who fills in every page; with this the present version's file is written.
struct Person(Model);

impl Person {
    fn types(&mut self, field: impl Into<String>, text: &str) {
        let (field, text) = (field.into(), text.to_owned());
        does(&mut self.0, Event::Typed { field, text }, context());
    }

    /// A new row with these texts.
    fn adds(&mut self, list: &'static str, texts: &[(&str, &str)]) {
        does(&mut self.0, Event::Pressed(Action::Add(list)), context());
        let row = *self.0.sheet.rows(list).last().unwrap();
        for (field, text) in texts {
            self.types(row_field(list, row, field), text);
        }
    }

    fn removes_first(&mut self, list: &'static str) {
        let row = self.0.sheet.rows(list)[0];
        does(&mut self.0, Event::Pressed(Action::Remove(list, row)), context());
    }
}

fn everything() -> Sheet {
    use payment::{AMOUNT, CHARGES, EXPENSES, INCOME, KIND};
    use respite::{ARRIVAL, DEPARTURE, FROM, HELD, MUST_COVER, NOTE, STAYS, TO, UNAVAILABLE};
    let mut person = Person(Model::new(Page::Respite, context()));
    let stay =
        |from, to, held, note| [(ARRIVAL, from), (DEPARTURE, to), (HELD, held), (NOTE, note)];
    person.adds(STAYS, &stay("6/3-2026", "9. marts 2026", "yes", "\"Ferie\" \\ æøå 🌞"));
    person.adds(STAYS, &stay("1.1.2026", "", "", "hvornår?"));
    person.adds(STAYS, &stay("5.6.2026", "8.6.2026", "", ""));
    person.removes_first(suggest::SHAPES);
    person.adds(suggest::SHAPES, &[("weekday", "2"), ("days", "3"), ("count", "2")]);
    person.adds(UNAVAILABLE, &[(FROM, "1.7.2027"), (TO, "31.7.2027")]);
    person.adds(MUST_COVER, &[(FROM, "24.12.2027"), (TO, "26.12.2027")]);
    for (field, text) in [
        (respite::GRANTED, "40"),
        (respite::GRANT_START, "1. februar 2026"),
        (respite::HOUSING_FROM, "1.9.2026"),
        (respite::HOUSING_TO, "14.9.2026"),
        (respite::CALENDAR_TITLE, "Aflastning Å."),
        ("born-day", "4"),
        ("born-month", "7"),
        ("born-year", "1988"),
        (payment::OFFER, "lease"),
        (payment::DATE, "1.4.2026"),
        (payment::OWN_HOME, "no"),
        (payment::BENEFIT, "1.200"),
        (payment::DEBT, "300,50"),
        (check_field(Question::PhysicalImpairment), "yes"),
        (check_field(Question::NeedsRespite), "unknown"),
        (check_field(Question::EnoughSupportAtHome), "no"),
        (free_choice::OFFER, "long_term"),
        (free_choice::WANTED_PRICE, "10.500"),
        (free_choice::REFERENCE_PRICE, "10.000"),
        (choice_field(Choice::Suitable), "yes"),
        (choice_field(Choice::OtherMunicipality), "no"),
        (dates::COMPLAINT_OFFER, "temporary"),
        (dates::RECEIVED, "2.3.2026"),
        (dates::FOLLOW_OFFER, "long_term"),
        (dates::MOVED_IN, "31.1.2026"),
    ] {
        person.types(field, text);
    }
    person.removes_first(EXPENSES);
    person.adds(INCOME, &[(KIND, "wages"), (AMOUNT, "4.000")]);
    person.adds(EXPENSES, &[(KIND, "medicine"), (AMOUNT, "250,75")]);
    person.adds(EXPENSES, &[(KIND, ""), (AMOUNT, "ved ikke")]);
    person.removes_first(EXPENSES);
    person.adds(CHARGES, &[(KIND, ""), (AMOUNT, "99")]);
    let (income, charge) = (person.0.sheet.rows(INCOME)[0], person.0.sheet.rows(CHARGES)[0]);
    person.types(row_field(INCOME, income, AMOUNT), "17.800");
    person.types(row_field(CHARGES, charge, AMOUNT), "5.100");
    person.0.sheet
}

#[test]
fn there_is_a_file_of_every_version() {
    for version in 1..=VERSION {
        let present = write(&everything(), Date::parse(SAVED).unwrap());
        assert!(path(version).exists(), "write {}, such as\n{present}", path(version).display());
    }
}

#[test]
fn the_file_of_every_version_can_be_read_and_says_which_it_is() {
    for version in 1..=VERSION {
        let text = fs::read_to_string(path(version)).unwrap();
        assert!(text.starts_with(&format!("{{\"case_file\":{version},")), "{text}");
        let CaseFile { sheet, saved } = read(text.as_bytes()).unwrap();
        assert_eq!(saved.iso(), SAVED);
        let again = read(write(&sheet, saved).as_bytes()).unwrap();
        assert_eq!(again.sheet, sheet);
    }
}
