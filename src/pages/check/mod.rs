//! See what may fit: one question after another, only those that still matter, then all answers
//! to look over, then what they say of each offer.

mod answers;
mod question;
mod result;
mod start;

use maud::{Markup, html};

use super::doors;
use crate::app::course::Course;
use crate::app::page::{Page, Step};
use crate::html::page::View;
use crate::html::parts::icon;
use crate::rules::eligibility::Question;
pub use result::page as result;
pub use start::most;

/// What a step shows.
enum Shown {
    Start,
    Question(Question, Course),
    Answers(Course),
    Result,
}

/// What is shown where a step is asked for.
fn shown(wanted: Step, view: View) -> Shown {
    let Some(course) = Course::of(&view.model.sheet, view.context) else { return Shown::Start };
    match course.shown(wanted) {
        Step::Start => Shown::Start,
        Step::Question(place) => match course.question(place) {
            Some(question) => Shown::Question(question, course),
            None => Shown::Start,
        },
        Step::Answers => Shown::Answers(course),
        Step::Result => Shown::Result,
    }
}

/// A step of the check.
pub fn page(wanted: Step, view: View) -> Markup {
    match shown(wanted, view) {
        Shown::Start => start::page(view),
        Shown::Question(question, course) => question::page(question, &course, view),
        Shown::Answers(course) => answers::page(&course, view),
        Shown::Result => doors::check_result(view),
    }
}

/// The name of the window at a step.
pub fn title(wanted: Step, view: View) -> String {
    let words = &view.words().check;
    match shown(wanted, view) {
        Shown::Start => Page::CHECK.title(view.words()).to_owned(),
        Shown::Question(question, course) => question::title(question, &course, view),
        Shown::Answers(_) => words.answers_title.to_owned(),
        Shown::Result => words.result_title.to_owned(),
    }
}

/// The way to the step before.
fn back(to: Step, view: View) -> Markup {
    html! {
        a.back-link.d-print-none href=(Page::Check(to).href()) {
            (icon("back")) (view.words().check.back)
        }
    }
}

/// A step as a link that looks like a button.
fn go_on(to: Step, label: &str) -> Markup {
    html! { a.button.button-primary href=(Page::Check(to).href()) { (label) } }
}

#[cfg(test)]
mod tests;
