//! Find dates: the complaint deadline of a decision, and the follow-ups after moving in.

use maud::{Markup, html};

use super::payment::{offer_answers, weekday_below};
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::dates::{COMPLAINT_OFFER, FOLLOW_OFFER, MOVED_IN, RECEIVED};
use crate::html::fields::{Choice, Kind, Text, choice, text};
use crate::html::page::{View, form_with_result, intro};
use crate::html::parts;
use crate::text::format::short_date;

/// The page of dates.
pub fn page(view: View) -> Markup {
    html! {
        (intro(Page::Dates, view.words().dates.lead, view))
        (complaint(view))
        (follow_up(view))
        (parts::contact(view.context))
    }
}

fn complaint(view: View) -> Markup {
    let words = &view.words().dates.complaint;
    let body = html! {
        (offer(COMPLAINT_OFFER, words.offer, words.offer_hint, view))
        (date(RECEIVED, words.received, words.received_hint, view))
    };
    html! {
        section.section {
            h2 { (words.heading) }
            p { (words.intro) }
            (form_with_result(Tool::Complaint, words.submit, body, view))
        }
    }
}

fn follow_up(view: View) -> Markup {
    let words = &view.words().dates.follow_up;
    let approved = short_date(view.context.standard.approved, view.words());
    let body = html! {
        (offer(FOLLOW_OFFER, words.offer, "", view))
        (date(MOVED_IN, words.moved, &words.moved_hint(approved), view))
    };
    html! {
        section.section {
            h2 { (words.heading) }
            p { (words.intro) }
            (form_with_result(Tool::FollowUp, words.submit, body, view))
        }
    }
}

fn offer(id: &str, legend: &str, hint: &str, view: View) -> Markup {
    let answers = offer_answers(view.words());
    choice(Choice { id, legend, hint, answers: &answers, in_a_row: false, redraws: false }, view)
}

fn date(id: &str, label: &str, hint: &str, view: View) -> Markup {
    let field = Text { id, label, hint, optional: false, kind: Kind::Date };
    html! { (text(field, view)) (weekday_below(id, view)) }
}
