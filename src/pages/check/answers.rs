//! Every answer, to be looked over before the result.

use maud::{Markup, html};

use super::{back, go_on};
use crate::app::course::Course;
use crate::app::page::{Page, Step};
use crate::draft::Context;
use crate::draft::eligibility::{BORN, field, without_meaning};
use crate::draft::fields::{DATE_PARTS, Reader};
use crate::draft::who::{WHO, who};
use crate::html::fields::carried_note;
use crate::html::page::{HEADING, View};
use crate::html::parts;
use crate::results::eligibility::{answer_word, texts};
use crate::rules::eligibility::Question;
use crate::text::format::short_date;
use crate::text::parse;
use crate::text::words::Who;

/// The page of answers.
pub fn page(course: &Course, view: View) -> Markup {
    let words = &view.words().check;
    let before = course.before(Step::Answers).unwrap_or(Step::Start);
    html! {
        (back(before, view))
        div.page-intro {
            h1 id=(HEADING) tabindex="-1" { (words.answers_title) }
            p.font-lead { (lead(course, view)) }
        }
        dl.answers {
            (row(view.words().who.question, whom(view), Step::Start, &carried_note(WHO, view), view))
            (row(words.born_topic, born(view), Step::Start, &carried_note(BORN, view), view))
            @for (question, truth) in course.interview.asked() {
                @let asked = texts::question(question, view.words()).question;
                @let note = carried_note(field(question), view);
                (row(asked, answer_word(truth, view.context), course.step_of(question), &note, view))
            }
        }
        (without(course, view))
        @if is_born_lacking(course, view) { p { (words.answers_born) } }
        div.form-actions.d-print-none {
            @if course.interview.open.is_empty() {
                (go_on(Step::Result, words.submit))
                @if is_born_lacking(course, view) {
                    a.button.button-secondary href=(Page::CHECK.href()) { (words.born_button) }
                }
            } @else {
                (go_on(course.next(), words.answer_rest))
                a.button.button-secondary href=(Page::Check(Step::Result).href()) {
                    (words.see_now)
                }
            }
        }
        (parts::contact(view.context))
    }
}

/// Whether something is still to be answered.
fn lead(course: &Course, view: View) -> String {
    let words = &view.words().check;
    match course.interview.open.len() {
        0 => words.answers_all.to_owned(),
        1 => words.answers_open_one.to_owned(),
        count => words.answers_open(count),
    }
}

/// A question with its answer and the way to change it.
fn row(question: &str, answer: impl maud::Render, step: Step, note: &Markup, view: View) -> Markup {
    html! {
        div {
            dt { (question) }
            dd { (answer) (note) }
            dd.d-print-none {
                a href=(Page::Check(step).href()) {
                    (view.words().check.change) span.sr-only { ": " (question) }
                }
            }
        }
    }
}

fn whom(view: View) -> &'static str {
    let words = view.words();
    match who(&view.model.sheet) {
        Some(Who::Me) => words.who.me,
        Some(Who::Close) => words.who.close,
        None => words.check.not_answered,
    }
}

fn born(view: View) -> String {
    let [day, month, year] = DATE_PARTS.map(|part| view.model.sheet.get(&format!("{BORN}-{part}")));
    match parse::date_parts(day, month, year) {
        Ok(date) => short_date(date, view.words()),
        Err(_) => view.words().check.not_answered.to_owned(),
    }
}

/// Whether the birth date is what is still lacking.
fn is_born_lacking(course: &Course, view: View) -> bool {
    let reader = Reader::new(&view.model.sheet, view.context);
    course.interview.open.is_empty() && reader.is_birth_date_empty(BORN)
}

/// Answers that count no more, and why they are not thrown away.
fn without(course: &Course, view: View) -> Markup {
    let words = &view.words().check;
    let questions: Vec<Question> = without_meaning(&view.model.sheet, &course.interview);
    html! {
        @if !questions.is_empty() {
            section.section {
                h2 { (words.without_heading) }
                p { (words.without) }
                ul { @for question in questions { li { (asked(question, view.context)) } } }
            }
        }
    }
}

fn asked(question: Question, context: Context) -> &'static str {
    texts::question(question, context.words).question
}
