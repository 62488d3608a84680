//! Whom it is about, and how old they are.

use maud::{Markup, html};

use crate::app::course::Course;
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::eligibility::{BORN, field};
use crate::draft::who::{WHO, who};
use crate::html::fields::{Choice, choice, date_parts};
use crate::html::page::{View, error_summary, form, intro, live, privacy};
use crate::html::parts;
use crate::results::eligibility::texts;
use crate::rules::eligibility::Question;
use crate::rules::logic::Truth;
use crate::text::words::Who;

/// The first step.
pub fn page(view: View) -> Markup {
    let words = &view.words().check;
    let tool = Tool::Eligibility;
    let is_own = who(&view.model.sheet) == Some(Who::Me);
    let body = html! {
        (whom(view))
        // The browser may know the reader's own birth date, but no one else's.
        (date_parts(BORN, words.born, words.born_hint, is_own, view))
        (live("most:", view, || most(view)))
    };
    html! {
        (intro(Page::CHECK, words.lead, view))
        (error_summary(tool, view))
        (taken(view))
        div.one-column { (form(tool, words.go_on, body)) }
        (privacy(view))
        (parts::contact(view.context))
    }
}

/// An answer that another page has given, so that its question will not be seen.
fn taken(view: View) -> Markup {
    let question = Question::LivesInTemporaryHousing;
    let from = view.model.carried.from(field(question), view.model.page);
    let answer = texts::answer(question, Truth::Yes, view.words());
    html! {
        @if let Some(from) = from {
            p.carried-note { (view.words().check.taken(from.title(view.words()), answer)) }
        }
    }
}

fn whom(view: View) -> Markup {
    let words = &view.words().who;
    let answers = [(Who::Me.code(), words.me), (Who::Close.code(), words.close)];
    let whom = Choice {
        id: WHO,
        legend: words.question,
        hint: words.hint,
        answers: &answers,
        in_a_row: false,
    };
    choice(whom, view)
}

/// How many questions can come at most, when some can: it may follow from the birth date.
pub fn most(view: View) -> Markup {
    let course = Course::of(&view.model.sheet, view.context);
    let count = course.map_or(0, |course| course.interview.open.len());
    html! { @if count > 0 { p.progress { (view.words().check.at_most_all(count)) } } }
}
