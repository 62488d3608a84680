//! The pages of the first file say everything they say without the words of the second, which are
//! not there yet when a person begins.
#![cfg(not(target_arch = "wasm32"))]

use botilbud::app::asked::Standing;
use botilbud::app::event::{Action, Event};
use botilbud::app::model::{Model, untouched_sheet};
use botilbud::app::page::{Page, Step};
use botilbud::app::planner::doors::Arrival;
use botilbud::app::sheet::row_field;
use botilbud::app::tool::Tool;
use botilbud::draft::payment::{
    AMOUNT, BENEFIT, BORN, DEBT, EXPENSES, INCOME, charges_of, offer_field,
};
use botilbud::draft::who::WHO;
use botilbud::draft::{Context, eligibility};
use botilbud::html::page::View;
use botilbud::pages;
use botilbud::rules::date::Date;
use botilbud::rules::eligibility::Question;
use botilbud::rules::offer::Housing;
use botilbud::rules::standard::Standard;
use botilbud::text::words::{Edition, Language, NOT_YET};

/// The words of a language without those of the second file.
fn context(language: Language) -> Context {
    let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
    let [first, _] = language.files();
    let edition = Box::leak(Box::new(Edition::read(language, first, None).unwrap()));
    Context::new(Date::parse("2026-03-09").unwrap(), standard, edition)
}

fn typed(field: &str, text: &str) -> Event {
    Event::Typed { field: field.to_owned(), text: text.to_owned() }
}

/// What a person with this income who asks about these offers fills in on the pages of the first
/// file, so that every tool has a result.
fn filled(offers: &[Housing], income: &str) -> Vec<Event> {
    let mut events = vec![
        typed(&format!("{BORN}-day"), "4"),
        typed(&format!("{BORN}-month"), "5"),
        typed(&format!("{BORN}-year"), "1996"),
        typed(DEBT, "500"),
        typed(BENEFIT, "100"),
        typed("complaint-offer", "temporary"),
        typed("complaint-received", "5.3.2026"),
        typed("follow-offer", "lease"),
        typed("follow-moved", "31.1.2026"),
        typed("choice-offer", "long_term"),
        typed("choice-wanted-price", "98000"),
        typed("choice-reference-price", "80000"),
    ];
    events.extend(offers.iter().map(|offer| typed(offer_field(*offer), "yes")));
    let untouched = untouched_sheet(context(Language::Danish));
    let lists = Housing::ALL.iter().map(|offer| (charges_of(*offer), "4.000"));
    for (list, amount) in lists.chain([(INCOME, income), (EXPENSES, "7.500")]) {
        let first = untouched.rows(list)[0];
        events.push(typed(&row_field(list, first, AMOUNT), amount));
    }
    events.extend(Question::ALL.iter().map(|one| typed(eligibility::field(*one), "no")));
    events
}

/// The pages that need nothing of the second file.
fn first_pages() -> Vec<Page> {
    let steps = [Step::Start, Step::Question(1), Step::Question(2), Step::Answers];
    let all = Page::ALL.into_iter().chain(steps.map(Page::Check));
    all.filter(|page| !page.comes_later()).collect()
}

fn drawn(model: &Model, context: Context) -> String {
    let view = View { model, context, hollow: false };
    let [page, menu, footer] = [pages::page(view), pages::menu(view), pages::footer(context)];
    [page.into_string(), menu.into_string(), footer.into_string(), pages::window_title(view)]
        .concat()
}

/// Draws a page, and what each of its buttons leads to.
fn read(page: Page, events: &[Event], arrival: Arrival, context: Context) -> usize {
    let begin = || {
        let mut model = Model::new(page, context);
        model.arrival = arrival;
        for event in events {
            model.update(event.clone(), context);
        }
        for tool in [Tool::Payment, Tool::Complaint, Tool::FollowUp, Tool::FreeChoice] {
            model.update(Event::Submitted(tool), context);
        }
        model
    };
    let first = drawn(&begin(), context);
    let codes = first.split(" data-act=\"").skip(1).map(|code| code.split_once('"').unwrap().0);
    let mut shown = vec![first.clone()];
    for action in codes.map(|code| Action::from_code(code).unwrap()) {
        let mut model = begin();
        model.update(Event::Pressed(action), context);
        shown.push(drawn(&model, context));
    }
    for html in &shown {
        if let Some((before, _)) = html.split_once(NOT_YET) {
            let near: String =
                before.chars().rev().take(200).collect::<Vec<_>>().into_iter().rev().collect();
            panic!("{page:?} lacks a word after: {near}");
        }
    }
    shown.len()
}

#[test]
fn no_word_of_the_second_file_is_read_before_it_is_there() {
    let mut count = 0;
    let context = context(Language::Danish);
    for who in ["close", "me"] {
        for arrival in [Arrival::Awaited, Arrival::Missing] {
            for page in first_pages() {
                let events = vec![typed(WHO, who)];
                count += read(page, &events, arrival, context);
                for offers in [Housing::ALL, &[Housing::Temporary], &[Housing::Lease]] {
                    for income in ["0", "9.000", "30.000"] {
                        let mut events = events.clone();
                        events.extend(filled(offers, income));
                        count += read(page, &events, arrival, context);
                    }
                }
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn what_is_filled_in_has_a_result_for_every_tool() {
    let context = context(Language::Danish);
    let mut model = Model::new(Page::Payment, context);
    for event in filled(Housing::ALL, "9.000") {
        model.update(event, context);
    }
    for tool in [Tool::Payment, Tool::Complaint, Tool::FollowUp, Tool::FreeChoice] {
        model.update(Event::Submitted(tool), context);
        let missing = model.missing(tool);
        assert!(matches!(model.standing(tool), Standing::Fresh(_)), "{tool:?}: {missing:?}");
    }
    let page = drawn(&model, context);
    assert_eq!(page.matches("class=\"figure").count(), Housing::ALL.len());
}

#[test]
fn a_word_that_is_not_there_yet_is_seen() {
    let mut model = Model::new(Page::About, context(Language::Danish));
    model.arrival = Arrival::Here;
    assert!(drawn(&model, context(Language::Danish)).contains(NOT_YET));
}
