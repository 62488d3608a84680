//! Results in brief over thousands of requests and every case of the casebook: there is one
//! wherever there is a result, it says every note, and it depends on the request alone.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/requests.rs"]
mod requests;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use botilbud::draft::Context;
use botilbud::html::brief::{Level, brief};
use botilbud::request::{Request, read};
use botilbud::results::brief::{Brief, of};
use botilbud::rules::date::Date;
use botilbud::rules::standard::Standard;
use botilbud::text::words::{DA, Language};
use maud::html;
use serde_json::Value;

/// As many requests as take a few seconds.
const REQUESTS: usize = 7_000;
/// The most characters of a text that is no list of dates.
const LONGEST: usize = 300;

fn context(today: &str) -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    Context::new(Date::parse(today).unwrap(), standard, Language::Danish.edition())
}

/// The requests of the casebook, and thousands that were made up; those that can be read.
fn requests() -> Vec<Request> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut lines = requests::requests(REQUESTS);
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "json") {
            let cases: Vec<Value> =
                serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
            lines.extend(cases.iter().filter_map(|case| Some(case.get("request")?.to_string())));
        }
    }
    lines.iter().filter_map(|line| read(line.as_bytes()).ok()).collect()
}

/// Every request that has a result, with the result and the brief.
fn briefs() -> impl Iterator<Item = (Request, Value, Brief)> {
    let context = context("2026-11-22");
    requests().into_iter().filter_map(move |request| {
        let answer = request.answer(context.standard);
        let brief = of(&request, context);
        assert_eq!(answer.as_ref().err(), brief.as_ref().err(), "{}", request.canonical());
        Some((request, serde_json::from_str(&answer.ok()?).unwrap(), brief.ok()?))
    })
}

/// Every text of a brief but the lists of dates.
fn texts(brief: &Brief) -> Vec<&str> {
    let lists = [
        DA.respite.stays,
        DA.brief.suggest.stays,
        DA.brief.suggest.booked,
        DA.brief.suggest.unavailable,
        DA.brief.suggest.must_cover,
    ];
    let mut texts = vec![brief.title.as_str(), &brief.source];
    for (name, value) in brief.findings.iter().chain(&brief.inputs) {
        texts.push(name);
        if !lists.contains(&name.as_str()) {
            texts.push(value);
        }
    }
    let rest = brief.notes.iter().chain(&brief.questions).chain(&brief.documents);
    texts.extend(rest.map(String::as_str));
    texts
}

fn is_sound(text: &str) -> bool {
    let spoilt = ["{", "}", "NaN", "Some(", "None", "  ", "..", "din betaling"];
    let length = text.chars().count();
    (1..=LONGEST).contains(&length)
        && text.trim() == text
        && !spoilt.iter().any(|part| text.contains(part))
}

#[test]
fn every_text_is_there_and_short() {
    let mut tools = BTreeSet::new();
    let mut count = 0;
    for (request, answer, brief) in briefs() {
        for text in texts(&brief) {
            assert!(is_sound(text), "{}: {text:?}", request.canonical());
        }
        let lists = [brief.notes.len(), brief.questions.len(), brief.documents.len()];
        let pairs = [brief.findings.len(), brief.inputs.len()];
        assert!(lists.iter().chain(&pairs).all(|length| *length > 0), "{}", request.canonical());
        tools.insert(answer["tool"].to_string());
        count += 1;
    }
    assert_eq!(tools.len(), 7);
    assert!(count > 6_500, "only {count} briefs");
}

#[test]
fn nothing_is_said_twice_and_no_note_is_left_out() {
    for (request, answer, brief) in briefs() {
        for list in [&brief.notes, &brief.questions, &brief.documents] {
            let distinct: BTreeSet<&String> = list.iter().collect();
            assert_eq!(distinct.len(), list.len(), "{}: {list:?}", request.canonical());
        }
        let count = |field: &str| answer[field].as_array().map_or(0, Vec::len);
        let notes = count("notes") + count("readings");
        // The first one says that it is an estimate.
        assert!(brief.notes.len() > notes, "{}: {:?}", request.canonical(), brief.notes);
    }
}

#[test]
fn a_brief_depends_on_the_request_alone() {
    let later = context("2031-01-01");
    for (request, _, brief) in briefs() {
        assert_eq!(of(&request, later), Ok(brief), "{}", request.canonical());
    }
}

#[test]
fn a_brief_in_html_has_no_markup_but_its_own() {
    let context = context("2026-11-22");
    let known = ["article", "div", "h2", "dl", "dt", "dd", "ul", "li", "p", "span"];
    for (request, _, short) in briefs() {
        let page = brief(&short, Level::Second, html! {}, context).into_string();
        let tags = page.split('<').skip(1);
        for tag in tags.map(|tag| tag.trim_start_matches('/')) {
            let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
            assert!(known.contains(&name.as_str()), "{}: <{name}>", request.canonical());
        }
    }
}

#[test]
fn tools_that_ask_the_same_say_the_same() {
    let mut said: Vec<(String, BTreeSet<String>)> = Vec::new();
    for (_, answer, brief) in briefs() {
        let tool = answer["tool"].to_string();
        let texts = brief.questions.into_iter().chain(brief.documents);
        match said.iter_mut().find(|(known, _)| *known == tool) {
            Some((_, known)) => known.extend(texts),
            None => said.push((tool, texts.collect())),
        }
    }
    let by_tool = |text: &str| said.iter().filter(|(_, known)| known.contains(text)).count();
    assert_eq!(by_tool(DA.brief.documents.decision), 7);
    assert_eq!(by_tool(DA.brief.documents.prices), 2);
    assert_eq!(by_tool(DA.brief.questions.which_year), 2);
    assert_eq!(by_tool(DA.brief.questions.change), 2);
    // Every question and document is reached by some request.
    let asked: BTreeSet<&String> = said.iter().flat_map(|(_, known)| known).collect();
    assert!(asked.len() > 40, "only {} questions and documents", asked.len());
}
