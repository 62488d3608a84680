//! See what may fit: questions about the person's situation, none of them compulsory.

use maud::{Markup, html};

use crate::app::page::Page;
use crate::app::tool::Tool;
use crate::draft::eligibility::{BORN, field};
use crate::html::fields::{date_parts, yes_no_unknown};
use crate::html::page::{View, form_with_result, intro};
use crate::html::parts;
use crate::results::eligibility::texts;
use crate::rules::eligibility::Question;

/// What makes everyday life hard.
const EVERYDAY: &[Question] = &[
    Question::PhysicalImpairment,
    Question::MentalImpairment,
    Question::SpecialSocialProblems,
    Question::SupportForAPeriod,
];
/// How much help is needed, and for how long.
const EXTENT: &[Question] = &[Question::ImpairmentIsLasting, Question::ExtensiveLastingNeed];
/// What might be enough.
const ENOUGH: &[Question] = &[Question::EnoughSupportAtHome, Question::EnoughSupportElsewhere];
/// What only some offers ask about.
const SPECIAL: &[Question] =
    &[Question::NeedsRespite, Question::InCrisisGroup, Question::LivesInTemporaryHousing];

/// The check page.
pub fn page(view: View) -> Markup {
    let words = &view.words().check;
    html! {
        (intro(Page::Check, words.lead, view))
        (form_with_result(Tool::Eligibility, words.submit, questions(view), html! {}, view))
        (parts::contact(view.context))
    }
}

fn questions(view: View) -> Markup {
    let words = &view.words().check;
    let groups = &words.groups;
    html! {
        h2 { (groups.who) }
        // The reader may be a relative, so the browser must not fill in the reader's own date.
        (date_parts(BORN, words.born, words.born_hint, false, view))
        (group(groups.everyday, EVERYDAY, view))
        (group(groups.extent, EXTENT, view))
        (group(groups.enough, ENOUGH, view))
        (group(groups.special, SPECIAL, view))
    }
}

fn group(heading: &str, questions: &[Question], view: View) -> Markup {
    html! {
        h2 { (heading) }
        @for question in questions {
            @let texts = texts::question(*question, view.words());
            (yes_no_unknown(field(*question), texts.question, texts.hint, false, view))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::draft::Context;
    use crate::rules::date::Date;
    use crate::rules::standard::Standard;
    use crate::text::words::DA;

    #[test]
    fn every_question_is_asked_once_and_names_no_paragraph() {
        let standard = Box::leak(Box::new(Standard::built_in().unwrap()));
        let today = Date::parse("2026-11-22").unwrap();
        let context = Context { today, standard, words: &DA, address: "" };
        let model = Model::new(Page::Check, context);
        let page = page(View { model: &model, context, hollow: false }).into_string();
        for question in Question::ALL {
            let first = format!("id=\"{}-0\"", field(*question));
            assert_eq!(page.matches(&first).count(), 1, "{question:?}");
        }
        assert!(!page.contains('§'));
    }
}
