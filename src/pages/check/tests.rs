//! The steps of the check as a person goes through them.

use crate::app::event::{Action, Event};
use crate::app::model::{Effects, Extent, Model, Outside};
use crate::app::page::{Page, Step};
use crate::app::planner::doors::Arrival;
use crate::app::tool::Tool;
use crate::draft::eligibility::field;
use crate::draft::testing::context;
use crate::html::page::View;
use crate::results::eligibility::texts;
use crate::rules::eligibility::Question;
use crate::rules::eligibility::interview::ORDER;
use crate::text::words::{DA, DA_ME, Who};

struct Person(Model);

impl Person {
    fn new() -> Person {
        let mut model = Model::new(Page::CHECK, context());
        model.arrival = Arrival::Here;
        Person(model)
    }

    fn types(&mut self, field: &str, text: &str) -> Effects {
        let (field, text) = (field.to_owned(), text.to_owned());
        self.0.update(Event::Typed { field, text }, context())
    }

    fn answers(&mut self, question: Question, answer: &str) {
        self.types(field(question), answer);
    }

    /// Presses "go on" and goes where it leads.
    fn goes_on(&mut self) -> Effects {
        let effects = self.0.update(Event::Submitted(Tool::Eligibility), context());
        if let Some(Outside::Go(page)) = effects.outside {
            self.0.come_to(page, context());
        }
        effects
    }

    fn goes_to(&mut self, step: Step) {
        self.0.come_to(Page::Check(step), context());
    }

    /// The page in the words that fit whom it is about.
    fn sees(&self) -> String {
        let context = context().speaking_as(&self.0.sheet);
        crate::pages::page(View { model: &self.0, context, hollow: false }).into_string()
    }

    /// The question that is asked.
    fn is_asked(&self) -> Option<Question> {
        let page = self.sees();
        let asks = |question: &Question| page.contains(&format!("name=\"{}\"", field(*question)));
        ORDER.into_iter().find(asks)
    }

    fn window(&self) -> String {
        let view = View { model: &self.0, context: context(), hollow: false };
        crate::pages::window_title(view)
    }
}

#[test]
fn one_question_a_page_and_only_those_that_matter() {
    let mut person = Person::new();
    person.goes_on();
    let mut asked = Vec::new();
    while let Some(question) = person.is_asked() {
        let page = person.sees();
        assert_eq!(page.matches("<fieldset").count(), 1, "{question:?}");
        assert!(page.contains(texts::question(question, &DA).question));
        assert!(page.contains(DA.answers.unknown));
        assert!(!page.contains('§'));
        assert!(person.window().contains(texts::question(question, &DA).question));
        asked.push(question);
        person.answers(question, "unknown");
        person.goes_on();
    }
    assert!(asked.len() > 5, "who knows nothing is asked much: {asked:?}");
    let in_order = ORDER.into_iter().filter(|question| asked.contains(question));
    assert_eq!(asked, in_order.collect::<Vec<_>>());
    assert_eq!(person.0.page, Page::Check(Step::Answers));
}

#[test]
fn an_answer_that_settles_everything_ends_the_questions() {
    let mut person = Person::new();
    person.goes_on();
    person.answers(Question::EnoughSupportAtHome, "yes");
    person.goes_on();
    assert_eq!(person.is_asked(), Some(Question::LivesInTemporaryHousing));
    person.answers(Question::LivesInTemporaryHousing, "no");
    person.goes_on();
    assert_eq!(person.0.page, Page::Check(Step::Answers));
    assert!(person.sees().contains("#/tjek/resultat"));
}

#[test]
fn going_on_without_an_answer_names_the_question() {
    let mut person = Person::new();
    person.goes_on();
    let effects = person.goes_on();
    assert_eq!(effects.focus, Some(Tool::Eligibility.summary_id()));
    assert_eq!(effects.outside, None);
    assert!(person.sees().contains("data-focus=\"check-home-0\""));
    assert!(person.sees().contains("id=\"check-home-0-error\""));
    // The next question has not been asked wrongly yet.
    person.answers(Question::EnoughSupportAtHome, "no");
    person.goes_on();
    assert!(!person.sees().contains("alert-error"));
}

#[test]
fn a_wrong_birth_date_is_mended_before_going_on_and_none_is_right() {
    let mut person = Person::new();
    person.types("born-day", "31");
    person.types("born-month", "2");
    person.types("born-year", "1990");
    let effects = person.goes_on();
    assert_eq!(effects.focus, Some(Tool::Eligibility.summary_id()));
    assert_eq!(person.0.page, Page::CHECK);
    for part in ["born-day", "born-month", "born-year"] {
        person.types(part, "");
    }
    assert!(matches!(person.goes_on().outside, Some(Outside::Go(_))));
}

#[test]
fn back_loses_nothing_and_going_on_leads_to_what_is_lacking() {
    let mut person = Person::new();
    person.goes_on();
    for answer in ["no", "no", "yes"] {
        let question = person.is_asked().unwrap();
        person.answers(question, answer);
        person.goes_on();
    }
    let at = person.0.page;
    person.goes_to(Step::Question(2));
    let page = person.sees();
    assert!(page.contains("value=\"no\" checked"), "{page}");
    assert!(page.contains("href=\"#/tjek/1\""), "the way back");
    person.goes_on();
    assert_eq!(person.0.page, at);
}

#[test]
fn a_changed_answer_keeps_those_that_lost_their_meaning_and_says_which() {
    let mut person = Person::new();
    person.goes_on();
    while let Some(question) = person.is_asked() {
        person.answers(question, "no");
        person.goes_on();
    }
    assert!(!person.sees().contains(DA.check.without_heading));
    person.answers(Question::EnoughSupportAtHome, "yes");
    let page = person.sees();
    assert!(page.contains(DA.check.without_heading));
    let without = page.split_once(DA.check.without_heading).unwrap().1;
    let lost = texts::question(Question::PhysicalImpairment, &DA).question;
    assert!(without.contains(lost));
    let answers = page.split_once(DA.check.without_heading).unwrap().0;
    assert!(!answers.contains(lost), "it counts no more");
    person.answers(Question::EnoughSupportAtHome, "no");
    assert!(!person.sees().contains(DA.check.without_heading));
}

#[test]
fn the_words_follow_whom_it_is_about_and_the_answers_stay() {
    let mut person = Person::new();
    person.types("born-year", "1990");
    assert!(person.sees().contains(DA.check.born));
    person.types("who", "me");
    assert!(person.sees().contains(DA_ME.check.born));
    assert!(!person.sees().contains(DA.check.born));
    assert!(person.sees().contains("value=\"1990\""));
    for page in [Page::Payment, Page::Dates, Page::FreeChoice, Page::Respite] {
        person.0.come_to(page, context());
        assert!(person.sees().contains(DA_ME.who.line), "{page:?}");
        person.0.update(Event::Pressed(Action::Who(Who::Close)), context());
        assert!(person.sees().contains(DA.who.line), "{page:?}");
        person.0.update(Event::Pressed(Action::Who(Who::Me)), context());
    }
}

#[test]
fn what_was_called_wrong_is_said_in_the_new_words() {
    let mut person = Person::new();
    for (part, typed) in [("born-day", "1"), ("born-month", "1"), ("born-year", "2090")] {
        person.types(part, typed);
    }
    person.goes_on();
    assert!(person.sees().contains(DA.errors.birth_date_in_future));
    assert_eq!(person.types("who", "me").extent, Extent::Page);
    assert!(person.sees().contains(DA_ME.errors.birth_date_in_future));
    assert!(!person.sees().contains(DA.errors.birth_date_in_future));
}

#[test]
fn the_result_says_what_is_lacking_and_a_wrong_birth_date_stops_it() {
    let mut person = Person::new();
    person.answers(Question::EnoughSupportAtHome, "no");
    person.goes_to(Step::Result);
    assert!(person.sees().contains(DA.check.answer_rest));
    assert!(person.sees().contains("class=\"verdict is-incomplete\""));
    person.types("born-year", "1");
    assert!(person.sees().contains(DA.check.wrong_heading));
    assert!(!person.sees().contains("class=\"verdict"));
}
