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
use botilbud::draft::who::WHO;
use botilbud::draft::{dates, eligibility, free_choice, payment, respite, suggest};
use botilbud::request::Request;
use botilbud::rules::date::Date;
use botilbud::rules::eligibility::Question;
use botilbud::rules::free_choice::Question as Choice;
use botilbud::rules::offer::Housing;

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
    use payment::{AMOUNT, EXPENSES, INCOME, KIND, NAME, PERIOD, charges_of, offer_field};
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
        (WHO, "me"),
        ("born-day", "4"),
        ("born-month", "7"),
        ("born-year", "1988"),
        (offer_field(Housing::Temporary), "yes"),
        (offer_field(Housing::Lease), "yes"),
        (payment::DATE, "1.4.2026"),
        (payment::OWN_HOME, "no"),
        (payment::BENEFIT, "1.200"),
        (payment::DEBT, "300,50"),
        (payment::FAMILY, "unknown"),
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
    let phone = [(KIND, ""), (NAME, "Telefon & net"), (AMOUNT, "960"), (PERIOD, "year")];
    person.adds(EXPENSES, &phone);
    let income = person.0.sheet.rows(INCOME)[0];
    person.types(row_field(INCOME, income, AMOUNT), "17.800");
    for (offer, rent) in [(Housing::Temporary, "4.900"), (Housing::Lease, "5.100")] {
        let list = charges_of(offer);
        person.adds(list, &[(KIND, ""), (AMOUNT, "99")]);
        let charge = person.0.sheet.rows(list)[0];
        person.types(row_field(list, charge, AMOUNT), rent);
    }
    person.0.sheet
}

#[test]
fn there_is_a_file_of_every_version() {
    for version in 1..=VERSION {
        let present = write(&everything(), Date::parse(SAVED).unwrap());
        assert!(path(version).exists(), "write {}, such as\n{present}", path(version).display());
    }
}

/// The text without the version of the program, which changes while the form does not.
fn without_program(text: &str) -> String {
    let (before, rest) = text.split_once("\"program\":\"").unwrap();
    format!("{before}{}", rest.split_once("\",").unwrap().1)
}

#[test]
fn the_file_of_every_version_can_be_read_and_says_which_it_is() {
    for version in 1..=VERSION {
        let text = fs::read_to_string(path(version)).unwrap();
        assert!(text.starts_with(&format!("{{\"case_file\":{version},")), "{text}");
        let CaseFile { sheet, saved } = read(text.as_bytes()).unwrap();
        assert_eq!(saved.iso(), SAVED);
        let again = write(&sheet, saved);
        assert_eq!(read(again.as_bytes()).unwrap().sheet, sheet);
        if version == VERSION {
            // The form itself has not changed since, which would have made another version.
            assert_eq!(without_program(&again), without_program(&text));
        }
    }
}

/// What the file of version 1 asks on the day it was saved, by what is typed in it.
const ASKED_BY_VERSION_1: [&str; 7] = [
    r#"{"tool":"respite","granted_days":40,"stays":[{"arrival":"2026-03-06","departure":"2026-03-09"},{"arrival":"2026-06-05","departure":"2026-06-08"}],"grant_start":"2026-02-01","temporary_housing":[{"from":"2026-09-01","to":"2026-09-14"}]}"#,
    r#"{"tool":"suggest","period":{"from":"2027-01-01","to":"2027-12-31"},"granted_days":40,"booked":[{"arrival":"2026-03-06","departure":"2026-03-09"},{"arrival":"2026-06-05","departure":"2026-06-08"}],"unavailable":[{"from":"2027-07-01","to":"2027-07-31"}],"must_cover":[{"from":"2027-12-24","to":"2027-12-26"}],"shapes":[{"arrival_weekday":"monday","days":7,"count":1},{"arrival_weekday":"wednesday","days":3,"count":2}]}"#,
    r#"{"tool":"eligibility","date":"2026-03-09","birth_date":"1988-07-04","answers":{"physical_impairment":"yes","enough_support_at_home":"no","needs_respite":"unknown"}}"#,
    r#"{"tool":"free_choice","offer":"long_term","date":"2026-03-09","answers":{"suitable":"yes","other_municipality":"no"},"wanted_price":"10500.00","reference_price":"10000.00"}"#,
    r#"{"tool":"payment","offer":"lease","date":"2026-04-01","birth_date":"1988-07-04","income":[{"kind":"pension","amount":"17800.00"},{"kind":"wages","amount":"4000.00"}],"expenses":[{"kind":"medicine","amount":"250.75"},{"kind":"other","amount":"80.00"}],"charges":[{"kind":"rent","amount":"5100.00"},{"kind":"other","amount":"99.00"}],"housing_benefit":"1200.00","debt":"300.50"}"#,
    r#"{"tool":"complaint","offer":"temporary","received":"2026-03-02"}"#,
    r#"{"tool":"follow_up","offer":"long_term","moved_in":"2026-01-31","count":4}"#,
];

/// What the tools make of a sheet: one line of the contract each.
fn requests(sheet: &Sheet) -> Vec<String> {
    let context = context();
    let plan = respite::read(sheet, context);
    let wishes = suggest::wishes(sheet, &plan, context).unwrap();
    let estimates = payment::check(sheet, context).unwrap().estimates;
    let budget = estimates.last().unwrap().budget.clone();
    let requests = [
        Request::Respite(plan.outcome.unwrap().plan),
        Request::Suggest(wishes),
        Request::Eligibility(eligibility::check(sheet, context).unwrap().situation),
        Request::FreeChoice(free_choice::check(sheet, context).unwrap().wish),
        Request::Payment(budget),
        Request::Complaint(dates::check_complaint(sheet, context).unwrap().decision),
        Request::FollowUp(dates::check_follow_up(sheet, context).unwrap().move_in),
    ];
    requests.iter().map(Request::canonical).collect()
}

#[test]
fn the_file_of_version_1_asks_the_rules_what_it_asked_then() {
    let text = fs::read_to_string(path(1)).unwrap();
    let CaseFile { sheet, .. } = read(text.as_bytes()).unwrap();
    assert_eq!(requests(&sheet), ASKED_BY_VERSION_1);
    let row = sheet.rows(respite::STAYS)[0];
    let in_stay = |name| sheet.get_in(respite::STAYS, row, name);
    assert_eq!(in_stay(respite::HELD), "yes");
    assert_eq!(in_stay(respite::NOTE), "\"Ferie\" \\ æøå 🌞");
    assert_eq!(sheet.rows(respite::STAYS).len(), 3, "the stay without a departure, too");
    assert_eq!(sheet.get(respite::CALENDAR_TITLE), "Aflastning Å.");
    assert_eq!(sheet.get(payment::OWN_HOME), "no", "typed, if not asked with this offer");
}
