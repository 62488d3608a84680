//! Another municipality: other numbers and contacts, no quota of respite, no long-term part.

use botilbud::app::event::Event;
use botilbud::app::model::Model;
use botilbud::app::page::Page;
use botilbud::app::planner::doors::Arrival;
use botilbud::app::tool::Tool;
use botilbud::draft::Context;
use botilbud::html::page::View;
use botilbud::pages;
use botilbud::rules::date::Date;
use botilbud::rules::offer::Offer;
use botilbud::rules::standard::{BUILT_IN, Section, Standard};
use botilbud::text::words::Language;
use serde_json::{Value, json};

use super::{EXAMPLE, evaluate, file, load, text};

fn context() -> Context {
    let standard = Box::leak(Box::new(load(EXAMPLE)));
    Context::new(Date::parse("2026-11-22").unwrap(), standard, Language::Danish.edition())
}

/// The answers of the program with a standard's file.
fn answers(standard: &str, requests: &[&str]) -> Vec<Value> {
    let path = file(&format!("standard-{}.json", standard.len()), standard);
    let arguments = ["--standard", path.to_str().unwrap()];
    let output = evaluate(&arguments, &requests.join("\n"));
    assert!(output.status.success(), "{output:?}");
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const PAYMENT: &str = r#"{"tool":"payment","offer":"temporary","date":"2026-11-22","birth_date":"2000-05-04","income":[{"kind":"pension","amount":"9000.00"}],"expenses":[],"charges":[{"kind":"food","amount":"8000.00"}]}"#;

#[test]
fn other_numbers_give_other_results() {
    let later = PAYMENT.replace("2026-11-22", "2027-01-01");
    let past = PAYMENT.replace("2026-11-22", "2024-02-01");
    let requests = [
        PAYMENT,
        &later,
        &past,
        r#"{"tool":"complaint","offer":"temporary","received":"2026-03-02"}"#,
        r#"{"tool":"follow_up","offer":"temporary","moved_in":"2026-01-31","count":3}"#,
    ];
    let answers = answers(EXAMPLE, &requests);
    let [now, then, young, complaint, follow_up] = answers.as_slice() else {
        panic!("{answers:?}")
    };
    assert_eq!(now["standard"], json!({ "id": "lilleby", "version": "2024-01-01" }));
    // 26 years, and the age at which the minimum changes is 25.
    assert_eq!((&now["minimum"], &now["estimate"]), (&json!("3000.00"), &json!("6000.00")));
    assert_eq!(then["standard"]["version"], "2027-01-01");
    assert_eq!((&then["minimum"], &then["estimate"]), (&json!("3150.00"), &json!("5850.00")));
    assert_eq!((&young["age"], &young["minimum"]), (&json!(23), &json!("2000.00")));
    assert_eq!(complaint["four_weeks"], "2026-04-13");
    assert_eq!(complaint["notes"], json!([]), "its standard has a section on complaints");
    assert_eq!(follow_up["dates"], json!(["2026-03-31", "2026-09-30", "2027-03-31"]));
}

#[test]
fn a_birthday_after_a_change_tells_the_minimum_that_holds_then() {
    let soon = PAYMENT.replace("2000-05-04", "2002-03-01");
    let answers = answers(EXAMPLE, &[&soon]);
    assert_eq!(answers[0]["next_change"], json!({ "date": "2027-03-01", "minimum": "3150.00" }));
}

#[test]
fn what_the_standard_does_not_have_is_refused_and_what_it_has_is_named() {
    let requests = [
        r#"{"tool":"respite","stays":[]}"#,
        r#"{"tool":"suggest","period":{"from":"2026-01-01","to":"2026-12-31"},"shapes":[]}"#,
        r#"{"tool":"free_choice","offer":"temporary","date":"2026-11-22"}"#,
        r#"{"tool":"follow_up","offer":"lease","moved_in":"2026-01-31","count":1}"#,
        r#"{"tool":"complaint","offer":"long_term","received":"2026-03-02"}"#,
    ];
    let answers = answers(EXAMPLE, &requests);
    let told: Vec<(&str, &str)> = answers
        .iter()
        .map(|answer| {
            let error = &answer["error"];
            (error["code"].as_str().unwrap(), error["path"].as_str().unwrap())
        })
        .collect();
    let (tool, offer) = (("unknown_tool", "tool"), ("invalid_value", "offer"));
    assert_eq!(told, [tool, tool, tool, offer, offer]);
    let message = answers[0]["error"]["message"].as_str().unwrap();
    assert!(message.contains("payment") && !message.contains("suggest"), "{message}");
    let message = answers[3]["error"]["message"].as_str().unwrap();
    assert!(message.contains("temporary") && !message.contains("lease"), "{message}");
}

#[test]
fn only_its_own_offers_are_checked_and_only_their_questions_asked() {
    let request = r#"{"tool":"eligibility","date":"2026-11-22","birth_date":"1990-01-01"}"#;
    let answers = answers(EXAMPLE, &[request]);
    let offers: Vec<&str> = answers[0]["offers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["offer"].as_str().unwrap())
        .collect();
    assert_eq!(offers, ["temporary", "respite", "crisis"]);

    let mut model = Model::new(Page::CHECK, context());
    model.arrival = Arrival::Here;
    for (field, typed) in
        [("who", "me"), ("born-day", "1"), ("born-month", "1"), ("born-year", "1990")]
    {
        let (field, text) = (field.to_owned(), typed.to_owned());
        model.update(Event::Typed { field, text }, context());
    }
    let course = botilbud::app::course::Course::of(&model.sheet, context()).unwrap();
    let open: Vec<&str> = course.interview.open.iter().map(|question| question.code()).collect();
    assert!(open.contains(&"needs_respite"));
    for of_the_long_run in
        ["extensive_lasting_need", "impairment_is_lasting", "enough_support_elsewhere"]
    {
        assert!(!open.contains(&of_the_long_run), "{open:?}");
    }
}

/// Everything that a page shows.
fn drawn(page: Page) -> String {
    let mut model = Model::new(page, context());
    model.arrival = Arrival::Here;
    let view = View { model: &model, context: context(), hollow: false };
    let parts = [pages::page(view), pages::menu(view), pages::footer(context())];
    parts.map(maud::PreEscaped::<String>::from).map(|part| part.into_string()).concat()
}

#[test]
fn its_pages_have_nothing_of_the_first_municipality_and_no_way_to_what_it_lacks() {
    let own = load(BUILT_IN);
    let contacts = &own.contacts;
    let mut traces: Vec<&str> = vec![&own.municipality, &own.approved_by, &contacts.department];
    traces.extend([contacts.street.as_str(), &contacts.town, &contacts.phone, &contacts.mail]);
    traces.extend(own.titles.all());
    traces.extend(Section::ALL.iter().map(|section| own.headings.of(*section)));
    traces.extend(["1.800", "2.600", "55 døgn", "Køge"]);
    for page in Page::ALL {
        if !page.is_offered(&load(EXAMPLE)) {
            continue;
        }
        let page_drawn = drawn(page);
        for trace in &traces {
            assert!(!page_drawn.contains(trace), "{page:?}: {trace}");
        }
        for gone in [Page::Respite, Page::FreeChoice] {
            let way = format!("href=\"{}\"", gone.href());
            assert!(!page_drawn.contains(&way), "{page:?} leads to {gone:?}");
        }
    }
    assert!(drawn(Page::Front).contains("Lilleby Kommune"));
}

#[test]
fn each_part_can_be_lacking_alone() {
    let whole: Value = serde_json::from_str(BUILT_IN).unwrap();
    let without_quota = {
        let mut value = whole.clone();
        let parameters = value["parameters"].as_object_mut().unwrap();
        parameters.retain(|name, _| !name.starts_with("respite_"));
        load(&value.to_string())
    };
    assert!(without_quota.offers.has(Offer::Respite) && !without_quota.has_quota());
    let tools =
        |standard: &Standard| Tool::ALL.iter().filter(|tool| tool.is_offered(standard)).count();
    assert_eq!((tools(&load(BUILT_IN)), tools(&without_quota)), (7, 5));

    let without_temporary = {
        let text = BUILT_IN
            .replace("\"standard\": \"both\"", "\"standard\": \"long_term\"")
            .replace("\"temporary\", \"respite\", \"crisis\", ", "");
        let mut value: Value = serde_json::from_str(&text).unwrap();
        value["standards"].as_object_mut().unwrap().remove("temporary");
        let parameters = value["parameters"].as_object_mut().unwrap();
        parameters
            .retain(|name, _| !name.starts_with("respite_") && !name.starts_with("temporary_"));
        load(&value.to_string())
    };
    assert_eq!(
        without_temporary.offers.iter().collect::<Vec<_>>(),
        [Offer::LongTerm, Offer::Lease]
    );
    assert_eq!(tools(&without_temporary), 5);
    assert_eq!(tools(&load(EXAMPLE)), 4);
}
