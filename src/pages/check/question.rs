//! One question.

use maud::{Markup, html};

use super::back;
use crate::app::course::Course;
use crate::app::page::{Page, Step};
use crate::app::tool::Tool;
use crate::draft::eligibility::field;
use crate::html::fields::yes_no_unknown_as_heading;
use crate::html::page::{View, error_summary, form, privacy};
use crate::results::eligibility::texts;
use crate::rules::eligibility::Question;

/// The page of a question.
pub fn page(question: Question, course: &Course, view: View) -> Markup {
    let words = &view.words().check;
    let tool = Tool::Eligibility;
    let texts = texts::question(question, view.words());
    let body = html! {
        (yes_no_unknown_as_heading(field(question), texts.question, texts.hint, view))
        p.progress { (progress(question, course, view)) }
    };
    html! {
        (back(course.before(course.step_of(question)).unwrap_or(Step::Start), view))
        (error_summary(tool, view))
        p.step-number { (words.number(number(question, course))) }
        div.one-column { (form(tool, words.go_on, body)) }
        @if !course.interview.counted.is_empty() {
            p.d-print-none {
                a href=(Page::Check(Step::Answers).href()) { (words.see_answers) }
                " " (words.or) " "
                a href=(Page::Check(Step::Result).href()) { (words.see_now) }
            }
        }
        (privacy(view))
    }
}

/// The question and its number: it is what tells one window from another.
pub fn title(question: Question, course: &Course, view: View) -> String {
    let texts = texts::question(question, view.words());
    view.words().check.question_title(number(question, course), texts.question)
}

fn number(question: Question, course: &Course) -> u8 {
    match course.step_of(question) {
        Step::Question(place) => place,
        Step::Start | Step::Answers | Step::Result => 0,
    }
}

/// How many questions can come at most after this one.
fn progress(question: Question, course: &Course, view: View) -> String {
    let words = &view.words().check;
    match course.interview.most_after(question) {
        0 => words.last.to_owned(),
        1 => words.at_most_one.to_owned(),
        count => words.at_most(count),
    }
}
