//! Every page, in every state that one or two presses lead to: what can be typed into is saved.

use std::collections::BTreeSet;

use botilbud::app::course::Course;
use botilbud::app::event::{Action, Event};
use botilbud::app::model::{Extent, Model};
use botilbud::app::page::Page;
use botilbud::app::planner::exchange::IMPORT;
use botilbud::app::planner::propose::TAKE;
use botilbud::app::sheet::row_field;
use botilbud::app::tool::Tool;
use botilbud::draft::Context;
use botilbud::draft::case_file::names;
use botilbud::draft::eligibility::field;
use botilbud::html::page::View;
use botilbud::rules::date::Date;
use botilbud::rules::standard::Standard;
use botilbud::text::words::Language;

/// Controls that hold nothing typed: the link to copy, the field that opens calendar files.
const NOT_TYPED: [&str; 4] = ["plan-link", "calendar-file", "case-file", "receipt-file"];
/// The beginnings of the names of what says nothing of a case: boxes that belong to what was found,
/// and go with it, and the choices of the page that gives the code for other pages.
const OF_NO_CASE: [&str; 3] = [TAKE, IMPORT, "embed"];

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n\
    DTSTART;VALUE=DATE:20260706\r\nDTEND;VALUE=DATE:20260720\r\nSUMMARY:Ferie\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

pub fn context() -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    Context::new(Date::parse("2026-03-09").unwrap(), standard, Language::Danish.edition())
}

pub fn does(model: &mut Model, event: Event, context: Context) {
    model.update(event, context);
    while model.planner.is_looking() {
        model.step_search(context);
    }
}

/// A control that a person can type into or choose in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Control {
    /// The field it stands for, as `ui/events.rs` names it.
    field: String,
    /// What can be chosen in it; empty for a text.
    choices: Vec<String>,
}

/// The value of an attribute of an element, of which `tag` is the text from its name on.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split_once('>').unwrap().0;
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    Some(value.split_once('"').unwrap().0.to_owned())
}

fn controls(html: &str) -> BTreeSet<Control> {
    let mut controls = BTreeSet::new();
    let mut add = |field: Option<String>, choices: Vec<String>| {
        let field = field.expect("a control has a name");
        controls.insert(Control { field, choices });
    };
    let is_readonly = |tag: &str| tag.split_once('>').unwrap().0.contains(" readonly");
    assert!(html.split("<textarea").skip(1).all(is_readonly), "{html}");
    assert!(!html.contains("contenteditable"), "{html}");
    for tag in html.split("<input").skip(1) {
        match attribute(tag, "type").unwrap().as_str() {
            "radio" => {
                add(attribute(tag, "name"), attribute(tag, "value").into_iter().collect());
            }
            "checkbox" => add(attribute(tag, "id"), vec!["yes".to_owned(), String::new()]),
            _ => add(attribute(tag, "id"), vec![]),
        }
    }
    for list in html.split("<select").skip(1) {
        let options = list.split_once("</select>").unwrap().0.split("<option").skip(1);
        add(attribute(list, "id"), options.filter_map(|tag| attribute(tag, "value")).collect());
    }
    controls
}

fn drawn(model: &Model, context: Context) -> String {
    botilbud::pages::page(View { model, context, hollow: false }).into_string()
}

/// What can be done on a page, but for typing: every choice, and every button.
fn steps(html: &str) -> Vec<Event> {
    let mut steps: Vec<Event> = Vec::new();
    for Control { field, choices } in controls(html) {
        let chose = |text: String| Event::Typed { field: field.clone(), text };
        steps.extend(choices.into_iter().map(chose));
    }
    for code in html.split(" data-act=\"").skip(1) {
        let action = Action::from_code(code.split_once('"').unwrap().0).unwrap();
        steps.push(Event::Pressed(action));
    }
    steps.extend(Tool::ALL.iter().map(|tool| Event::Submitted(*tool)));
    steps
}

/// What the page looks like after these steps.
fn after(page: Page, steps: &[Event], context: Context) -> String {
    let mut model = Model::new(page, context);
    for step in steps {
        does(&mut model, step.clone(), context);
    }
    drawn(&model, context)
}

/// Every page, and every question of the check that these ways of answering lead to.
fn places() -> Vec<(Page, Vec<Event>)> {
    let mut places: Vec<(Page, Vec<Event>)> = Vec::new();
    for page in Page::ALL {
        places.extend(beginnings(page).into_iter().map(|beginning| (page, beginning)));
    }
    for answer in ["yes", "no", "unknown"] {
        let mut model = Model::new(Page::CHECK, context());
        let mut answered = Vec::new();
        loop {
            let course = Course::of(&model.sheet, context()).unwrap();
            let Some(question) = course.interview.next() else { break };
            places.push((Page::Check(course.next()), answered.clone()));
            // What would be enough settles everything at once.
            let is_enough =
                field(question).ends_with("-home") || field(question).ends_with("where");
            let text = if is_enough { "no" } else { answer }.to_owned();
            let event = Event::Typed { field: field(question).to_owned(), text };
            does(&mut model, event.clone(), context());
            answered.push(event);
        }
    }
    places
}

/// What is done before the steps: on the planner's page there is a stay and a file to choose from.
fn beginnings(page: Page) -> Vec<Vec<Event>> {
    let day = |day| Event::Chose(Date::parse(day).unwrap());
    let with_stay = vec![day("2026-04-03"), day("2026-04-06")];
    let (field, bytes) = ("calendar-file".to_owned(), CALENDAR.as_bytes().to_vec());
    let with_file = vec![Event::Opened { field, bytes }];
    match page {
        Page::Respite => vec![vec![], with_stay, with_file],
        _ => vec![vec![]],
    }
}

/// The controls in every state that is at most two steps from the beginning; on the planner's
/// page, which is large and has its rows from the start, one.
fn controls_of(page: Page, beginning: &[Event], context: Context) -> BTreeSet<Control> {
    let html = after(page, beginning, context);
    let mut found = controls(&html);
    for one in steps(&html) {
        let taken = [beginning, &[one]].concat();
        let html = after(page, &taken, context);
        found.extend(controls(&html));
        if page == Page::Respite {
            continue;
        }
        for two in steps(&html) {
            found.extend(controls(&after(page, &[&taken[..], &[two]].concat(), context)));
        }
    }
    found
}

fn is_exception(field: &str) -> bool {
    let of_no_case = |start: &&str| field.starts_with(&format!("{start}-"));
    NOT_TYPED.contains(&field) || OF_NO_CASE.iter().any(of_no_case)
}

fn is_known(field: &str) -> bool {
    names::stands_alone(field) || names::row_of(field).is_some()
}

#[test]
fn all_that_can_be_typed_is_saved_and_nothing_else_is() {
    let context = context();
    let places = places().into_iter();
    let found: BTreeSet<Control> =
        places.flat_map(|(page, beginning)| controls_of(page, &beginning, context)).collect();
    let fields: BTreeSet<&str> = found.iter().map(|control| control.field.as_str()).collect();

    let (exceptions, typed): (Vec<&str>, Vec<&str>) =
        fields.iter().partition(|field| is_exception(field));
    let missing: Vec<&&str> = typed.iter().filter(|field| !is_known(field)).collect();
    assert!(missing.is_empty(), "in no case file: {missing:?}");

    // Every exception is met and is no field after all; every name is a field on some page.
    for start in NOT_TYPED.iter().chain(&OF_NO_CASE) {
        assert!(exceptions.iter().any(|field| field.starts_with(start)), "no control {start}");
    }
    assert!(exceptions.iter().all(|field| !is_known(field)), "{exceptions:?}");
    for name in names::alone() {
        assert!(fields.contains(name.as_str()), "{name} stands on no page");
    }
    for list in &names::LISTS {
        for field in list.fields {
            let stands_in = |name: &&str| {
                names::row_of(name).is_some_and(|(of, row)| {
                    of.name == list.name && **name == row_field(list.name, row, field)
                })
            };
            assert!(typed.iter().any(stands_in), "{field} stands in no row of {}", list.name);
        }
    }
}

/// The page without its live parts and without what its controls show by themselves.
fn frame(model: &Model, context: Context) -> String {
    let page = botilbud::pages::page(View { model, context, hollow: true }).into_string();
    let mut frame = page.replace(" checked", "").replace(" selected", "");
    while let Some((before, rest)) = frame.split_once(" value=\"") {
        frame = format!("{before}{}", rest.split_once('"').unwrap().1);
    }
    frame
}

#[test]
fn what_a_choice_opens_is_drawn() {
    let context = context();
    let mut whole_pages = 0;
    for (page, beginning) in places().into_iter().filter(|(page, _)| *page != Page::Respite) {
        for choice in steps(&after(page, &beginning, context)) {
            let mut model = Model::new(page, context);
            beginning.iter().for_each(|event| does(&mut model, event.clone(), context));
            let before = frame(&model, context);
            let effects = model.update(choice.clone(), context);
            if effects.extent == Extent::Page {
                whole_pages += 1;
            } else if effects.outside.is_none() {
                assert_eq!(frame(&model, context), before, "{page:?} {choice:?}");
            }
        }
    }
    assert!(whole_pages > 0);
}

#[test]
fn the_reader_of_pages_sees_every_kind_of_control() {
    let html = "<input class=\"a\" id=\"one\" type=\"text\"><select id=\"two\"><option value=\"\">\
        <option value=\"x\"></select><input type=\"radio\" id=\"three-0\" name=\"three\" value=\"y\">\
        <input id=\"four\" type=\"checkbox\"><input id=\"five\" type=\"file\">";
    let fields: Vec<String> = controls(html).into_iter().map(|control| control.field).collect();
    assert_eq!(fields, ["five", "four", "one", "three", "two"]);
    assert_eq!(steps(html).len(), 2 + 1 + 2 + Tool::ALL.len());
}
