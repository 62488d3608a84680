//! Find dates: the complaint deadline of a decision, and the follow-ups after moving in.

use maud::{Markup, html};

use super::payment::{offer_answers, weekday_below};
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::dates::{COMPLAINT_OFFER, FOLLOW_OFFER, MOVED_IN, RECEIVED};
use crate::html::fields::{Choice, Kind, Text, choice, text};
use crate::html::page::{View, form_with_result, intro, whom};
use crate::html::parts;
use crate::text::format::short_date;

/// The page of dates.
pub fn page(view: View) -> Markup {
    html! {
        (intro(Page::Dates, view.words().dates.lead, view))
        (whom(view))
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
            (form_with_result(Tool::Complaint, words.submit, body, html! {}, view))
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
            (form_with_result(Tool::FollowUp, words.submit, body, html! {}, view))
        }
    }
}

fn offer(id: &str, legend: &str, hint: &str, view: View) -> Markup {
    let answers = offer_answers(view.context);
    choice(Choice { id, legend, hint, answers: &answers, in_a_row: false }, view)
}

fn date(id: &str, label: &str, hint: &str, view: View) -> Markup {
    let field = Text { id, label, hint, optional: false, kind: Kind::Date };
    html! { (text(field, view)) (weekday_below(id, view)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::event::Event;
    use crate::app::model::Model;
    use crate::draft::Context;
    use crate::rules::date::Date;
    use crate::rules::standard::Standard;
    use crate::text::words::Language;

    fn context() -> Context {
        let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
        Context::new(Date::parse("2026-11-22").unwrap(), standard, Language::Danish.edition())
    }

    #[test]
    fn both_forms_show_weekday_and_result() {
        let mut model = Model::new(Page::Dates, context());
        for (field, text) in [
            (COMPLAINT_OFFER, "long_term"),
            (RECEIVED, "2.11.2026"),
            (FOLLOW_OFFER, "temporary"),
            (MOVED_IN, "1.11.2026"),
        ] {
            let event = Event::Typed { field: field.to_owned(), text: text.to_owned() };
            model.update(event, context());
        }
        for tool in [Tool::Complaint, Tool::FollowUp] {
            let effects = model.update(Event::Submitted(tool), context());
            assert_eq!(effects.focus, Some(tool.result_id()));
        }
        let html = page(View { model: &model, context: context(), hollow: false }).into_string();
        assert!(html.contains("mandag den 2. november 2026"));
        assert!(html.contains("søndag den 1. november 2026"));
        for tool in [Tool::Complaint, Tool::FollowUp] {
            assert!(html.contains(&format!("<h2 id=\"{}\"", tool.result_id())));
        }
    }

    #[test]
    fn an_unanswered_offer_is_named_at_its_first_answer() {
        let mut model = Model::new(Page::Dates, context());
        model.update(Event::Submitted(Tool::Complaint), context());
        let html = page(View { model: &model, context: context(), hollow: false }).into_string();
        assert!(html.contains("data-focus=\"complaint-offer-0\""));
        assert!(html.contains("id=\"complaint-offer-0-error\""));
        assert!(!html.contains("follow-offer-0-error"));
    }
}
