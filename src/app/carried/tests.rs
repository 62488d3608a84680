//! What is taken over, from where, and what is left alone.

use crate::app::event::Event;
use crate::app::model::{Extent, Model};
use crate::app::page::Page;
use crate::app::planner::doors::Arrival;
use crate::app::tool::Tool;
use crate::draft::testing::context;
use crate::html::page::View;
use crate::text::words::DA;

/// A person who goes from page to page.
struct Person(Model);

impl Person {
    fn at(page: Page) -> Person {
        let mut model = Model::new(page, context());
        model.arrival = Arrival::Here;
        Person(model)
    }

    fn types(&mut self, fields: &[(&str, &str)]) -> &mut Person {
        for (field, text) in fields {
            let (field, text) = ((*field).to_owned(), (*text).to_owned());
            self.0.update(Event::Typed { field, text }, context());
        }
        self
    }

    fn goes_to(&mut self, page: Page) -> &mut Person {
        self.0.come_to(page, context());
        self
    }

    fn finds(&self, field: &str, text: &str, from: Option<Page>) {
        assert_eq!(self.0.sheet.get(field), text, "{field}");
        assert_eq!(self.0.carried.from(field, self.0.page), from, "{field}");
    }

    fn sees(&self) -> String {
        let view = View { model: &self.0, context: context(), hollow: false };
        crate::pages::page(view).into_string()
    }
}

#[test]
fn an_offer_is_asked_for_once_and_the_page_says_where_it_is_from() {
    let mut person = Person::at(Page::Dates);
    person.types(&[("complaint-offer", "long_term")]).goes_to(Page::FreeChoice);
    person.finds("choice-offer", "long_term", Some(Page::Dates));
    let note = DA.frame.carried(DA.pages.dates);
    assert!(person.sees().contains(&note));
    person.goes_to(Page::Payment).finds("pay-long-term", "yes", Some(Page::Dates));
    assert!(person.sees().contains(&note));
    person.finds("pay-temporary", "", None);
    person.finds("pay-lease", "", None);
}

#[test]
fn what_was_taken_over_follows_its_source_until_it_is_changed() {
    let mut person = Person::at(Page::Dates);
    person.types(&[("complaint-offer", "lease")]).goes_to(Page::FreeChoice);
    person.goes_to(Page::Dates).types(&[("complaint-offer", "long_term")]);
    person.goes_to(Page::FreeChoice).finds("choice-offer", "long_term", Some(Page::Dates));
    person.types(&[("choice-offer", "lease")]).finds("choice-offer", "lease", None);
    person.goes_to(Page::Dates).goes_to(Page::FreeChoice);
    person.finds("choice-offer", "lease", None);
    assert!(!person.sees().contains("carried-note"));
}

#[test]
fn sources_that_disagree_are_not_taken_over() {
    let mut person = Person::at(Page::Dates);
    person.types(&[("complaint-offer", "long_term"), ("follow-offer", "temporary")]);
    person.goes_to(Page::FreeChoice).finds("choice-offer", "", None);
    person.goes_to(Page::Payment).finds("pay-long-term", "", None);
    assert!(!person.sees().contains("carried-note"));
}

#[test]
fn who_has_ticked_an_offer_is_given_no_other() {
    let mut person = Person::at(Page::Dates);
    person.types(&[("complaint-offer", "lease")]).goes_to(Page::Payment);
    person.types(&[("pay-lease", ""), ("pay-temporary", "yes")]);
    person.goes_to(Page::Dates).goes_to(Page::Payment);
    person.finds("pay-lease", "", None);
    person.finds("pay-temporary", "yes", None);
}

#[test]
fn a_move_into_temporary_housing_is_known_to_the_planner_and_the_other_way_round() {
    let mut person = Person::at(Page::Dates);
    person.types(&[("follow-offer", "temporary"), ("follow-moved", "1.9.2026")]);
    person.goes_to(Page::Respite).finds("housing-from", "1.9.2026", Some(Page::Dates));
    let row = person.0.sheet.add_row("stay");
    let [arrival, departure] = ["arrival", "departure"].map(|end| format!("stay-{row}-{end}"));
    person.types(&[(&arrival, "4.12.2026"), (&departure, "7.12.2026")]);
    let plan = &person.0.planner.plan;
    let housing = plan.outcome.as_ref().map(|outcome| outcome.plan.temporary_housing.len());
    assert_eq!(housing, Some(1), "the plan counts with it");

    let mut person = Person::at(Page::Respite);
    person.types(&[("housing-from", "1.9.2026")]).goes_to(Page::Dates);
    person.finds("follow-moved", "1.9.2026", Some(Page::Respite));

    let mut person = Person::at(Page::Dates);
    person.types(&[("follow-offer", "lease"), ("follow-moved", "1.9.2026")]);
    person.goes_to(Page::Respite).finds("housing-from", "", None);
}

#[test]
fn a_stay_that_lasts_today_answers_the_question_about_it() {
    let asked = |from: &str, to: &str| {
        let mut person = Person::at(Page::Respite);
        person.types(&[("housing-from", from), ("housing-to", to)]).goes_to(Page::CHECK);
        person.0.sheet.get("check-temporary").to_owned()
    };
    // Today is 22 November 2026.
    assert_eq!(asked("1.9.2026", ""), "yes");
    assert_eq!(asked("22.11.2026", "22.11.2026"), "yes");
    assert_eq!(asked("1.9.2026", "21.11.2026"), "");
    assert_eq!(asked("23.11.2026", ""), "");
    assert_eq!(asked("1.9.2026", "soon"), "");
}

#[test]
fn only_a_move_that_lies_ahead_is_the_day_of_the_estimate() {
    let day = |moved: &str| {
        let mut person = Person::at(Page::Dates);
        person.types(&[("follow-moved", moved)]).goes_to(Page::Payment);
        person.0.sheet.get("pay-date").to_owned()
    };
    assert_eq!(day("1.2.2027"), "1.2.2027");
    assert_eq!(day("22.11.2026"), "");
    assert_eq!(day("sometime"), "");
}

#[test]
fn the_birth_date_of_two_pages_says_where_it_was_typed() {
    let mut person = Person::at(Page::CHECK);
    person.types(&[("born-day", "4"), ("born-month", "5"), ("born-year", "1999")]);
    assert_eq!(person.0.carried.from("born", person.0.page), None);
    person.goes_to(Page::Payment);
    assert_eq!(person.0.carried.from("born", person.0.page), Some(Page::CHECK));
    assert!(person.sees().contains(&DA.frame.carried(DA.pages.check)));
}

#[test]
fn nothing_is_taken_over_where_the_second_file_is_not_there_yet() {
    let mut person = Person::at(Page::Dates);
    person.0.arrival = Arrival::Awaited;
    person.types(&[("complaint-offer", "lease")]).goes_to(Page::FreeChoice);
    person.finds("choice-offer", "", None);
    let effects = person.0.update(Event::Arrived(Arrival::Here), context());
    assert_eq!(effects.extent, Extent::Page, "the choice stands in no live part");
    person.finds("choice-offer", "lease", Some(Page::Dates));
}

#[test]
fn what_is_taken_over_is_estimated_with() {
    let mut person = Person::at(Page::Dates);
    person.types(&[("complaint-offer", "lease")]).goes_to(Page::Payment);
    let lacking = person.0.missing(Tool::Payment);
    assert!(lacking.iter().all(|error| error.field != "pay-temporary"), "{lacking:?}");
}
