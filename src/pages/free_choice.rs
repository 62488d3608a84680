//! See whether an offer can be chosen freely.

use maud::{Markup, html};

use super::payment::offer_answers;
use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::free_choice::{
    OFFER, REFERENCE_PRICE, WANTED_PRICE, are_prices_compared, field, may_lie_elsewhere, offer,
};
use crate::html::fields::{Choice, Kind, Text, choice, text, yes_no_unknown};
use crate::html::page::{View, form_with_result, intro, live, whom};
use crate::html::parts;
use crate::results::free_choice::question_texts;
use crate::rules::free_choice::Question;
use crate::rules::offer::Housing;

/// The free-choice page.
pub fn page(view: View) -> Markup {
    let words = &view.words().free_choice;
    let body = html! {
        (offer_choice(view))
        @match offer(&view.model.sheet) {
            Some(Housing::Temporary) => (not_offered(view)),
            _ => (questions(view)),
        }
    };
    html! {
        (intro(Page::FreeChoice, words.lead, view))
        (whom(view))
        (form_with_result(Tool::FreeChoice, words.submit, body, html! {}, view))
        (parts::contact(view.context))
    }
}

fn offer_choice(view: View) -> Markup {
    let words = &view.words().free_choice;
    let answers = offer_answers(view.context);
    let offers = Choice {
        id: OFFER,
        legend: words.offer,
        hint: words.offer_hint,
        answers: &answers,
        in_a_row: false,
    };
    choice(offers, view)
}

/// Nothing more is asked about a temporary offer; the result tells what applies instead.
fn not_offered(view: View) -> Markup {
    let words = &view.words().free_choice;
    html! { (parts::estimate(words.verdicts.not_offered.why)) p { (words.temporary_see) } }
}

/// The prices come first: with both of them one question less needs an answer.
fn questions(view: View) -> Markup {
    let words = &view.words().free_choice;
    html! {
        h2 { (words.price_heading) }
        (price(WANTED_PRICE, words.wanted_price, words.wanted_price_hint, view))
        (price(REFERENCE_PRICE, words.reference_price, words.reference_price_hint, view))
        h2 { (words.questions_heading) }
        (question(Question::Suitable, view))
        (question(Question::Registered, view))
        (live("dearer:", view, || dearer(view)))
        (question(Question::OtherMunicipality, view))
        @if may_lie_elsewhere(&view.model.sheet) {
            (question(Question::BothMunicipalitiesAgree, view))
        }
    }
}

/// The person's own judgement of the price, as long as the prices do not say it.
pub fn dearer(view: View) -> Markup {
    let is_settled = are_prices_compared(&view.model.sheet, view.context);
    html! { @if !is_settled { (question(Question::NotMuchDearer, view)) } }
}

fn price(id: &str, label: &str, hint: &str, view: View) -> Markup {
    text(Text { id, label, hint, optional: true, kind: Kind::Amount }, view)
}

fn question(question: Question, view: View) -> Markup {
    let (legend, hint) = question_texts(question, view.words());
    yes_no_unknown(field(question), legend, hint, view)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::draft::Context;
    use crate::rules::date::Date;
    use crate::rules::standard::Standard;
    use crate::text::words::{DA, Language};

    fn drawn(fields: &[(&str, &str)]) -> String {
        let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
        let today = Date::parse("2026-11-22").unwrap();
        let context = Context::new(today, standard, Language::Danish.edition());
        let mut model = Model::new(Page::FreeChoice, context);
        for (field, typed) in fields {
            model.sheet.set(*field, *typed);
        }
        page(View { model: &model, context, hollow: false }).into_string()
    }

    #[test]
    fn both_municipalities_are_asked_about_only_where_it_matters() {
        let agree = "id=\"choice-agree-0\"";
        assert!(drawn(&[]).contains(agree));
        assert!(drawn(&[("choice-elsewhere", "yes")]).contains(agree));
        assert!(drawn(&[("choice-elsewhere", "unknown")]).contains(agree));
        assert!(!drawn(&[("choice-elsewhere", "no")]).contains(agree));
    }

    #[test]
    fn a_temporary_offer_is_told_at_once() {
        let page = drawn(&[(OFFER, "temporary")]);
        assert!(page.contains(DA.free_choice.verdicts.not_offered.why));
        assert!(page.contains(DA.free_choice.temporary_see));
        assert!(!page.contains("choice-suitable-0"));
    }
}
