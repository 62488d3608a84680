//! What the answers say of every offer.

use maud::{Markup, html};

use super::{back, go_on};
use crate::app::asked::Standing;
use crate::app::course::Course;
use crate::app::page::{Page, Step};
use crate::app::tool::Tool;
use crate::html::page::{HEADING, View, print_button, whom};
use crate::html::parts::{self, Tone};
use crate::results;

/// The page of the result.
pub fn page(view: View) -> Markup {
    let words = &view.words().check;
    html! {
        (back(Step::Answers, view))
        div.page-intro { h1 id=(HEADING) tabindex="-1" { (words.result_title) } }
        (whom(view))
        @match view.model.standing(Tool::Eligibility) {
            Standing::Fresh(outcome) => {
                (results::summary(outcome, view.context))
                (open(view))
                (results::details(outcome, view.context))
                (print_button(view))
            }
            Standing::None | Standing::Stale => {
                (parts::message(
                    Tone::Warning,
                    html! { h2.alert-heading { (words.wrong_heading) } },
                    words.wrong,
                    html! { (go_on(Step::Start, words.wrong_link)) },
                ))
            }
        }
        p.d-print-none { a href=(Page::Check(Step::Answers).href()) { (words.change_answers) } }
        (parts::contact(view.context))
    }
}

/// That some answers are still lacking, and the way to them.
fn open(view: View) -> Markup {
    let words = &view.words().check;
    let course = Course::of(&view.model.sheet, view.context);
    let open = course.as_ref().map_or(0, |course| course.interview.open.len());
    let next = course.map_or(Step::Start, |course| course.next());
    html! {
        @if open > 0 {
            p.d-print-none { (go_on(next, words.answer_rest)) }
        }
    }
}
