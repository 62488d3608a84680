//! Put a tool on another page: what to show, the code for it, and what it looks like there.

use maud::{Markup, html};

use super::payment::offer_answers;
use crate::app::embed::snippet::{
    CODE, LANGUAGE, OFFER, Shown, Snippet, TITLE, TOOL, WHO, folder_of, origin_of,
};
use crate::app::event::{Action, Deed};
use crate::app::page::Page;
use crate::html::fields::{Choice, Kind, Text, choice, select, text};
use crate::html::page::{View, intro, live};
use crate::html::parts::icon;
use crate::text::words::Language;

/// The page.
pub fn page(view: View) -> Markup {
    let words = &view.words().embed;
    html! {
        (intro(Page::Embed, words.lead, view))
        (live("embed:fields", view, || fields(view)))
        (text(Text { id: TITLE, label: words.title, hint: words.title_hint, optional: true, kind: Kind::Words }, view))
        section.section {
            h2 { (words.copy_heading) }
            (live("embed:code", view, || code(view)))
        }
        section.section {
            h2 { (words.see_heading) }
            p { (words.see_text) }
            (live("embed:preview", view, || preview(view)))
        }
        section.section {
            h2 { (words.how) }
            ul {
                li { (words.how_place) }
                li { (words.how_policy(origin_of(view.context.address))) }
                @for item in words.how_items { li { (item) } }
            }
        }
    }
}

/// A part of the page that follows the fields, by its name.
pub fn part(name: &str, view: View) -> Option<Markup> {
    match name {
        "fields" => Some(fields(view)),
        "code" => Some(code(view)),
        "preview" => Some(preview(view)),
        _ => None,
    }
}

/// The choices. The first answer of each is what the code says before anything is chosen.
fn fields(view: View) -> Markup {
    let words = &view.words().embed;
    let shown = Snippet::of(&view.model.sheet).shown;
    let tools = Shown::ALL.iter().filter(|tool| tool.page().is_offered(view.context.standard));
    let tools: Vec<(&str, &str)> =
        tools.map(|tool| (answer(*tool), tool.page().title(view.words()))).collect();
    let languages: Vec<(String, String)> = Language::ALL
        .iter()
        .map(|language| (code_of(*language).to_owned(), language.own_name().to_owned()))
        .collect();
    let offers = [vec![("", words.open)], offer_answers(view.context)].concat();
    let who = &view.words().who;
    let whom = [("", words.open), ("me", who.me), ("close", who.close)];
    html! {
        (radios(TOOL, words.tool, "", &tools, view))
        (select(LANGUAGE, words.language, &languages, view))
        @if shown.asks_for_offer() { (radios(OFFER, words.offer, words.begin_hint, &offers, view)) }
        (radios(WHO, words.who, words.begin_hint, &whom, view))
    }
}

/// What the sheet holds for a tool; nothing for the one that is shown anyway.
fn answer(tool: Shown) -> &'static str {
    if tool == Shown::Front { "" } else { tool.code() }
}

/// The same for a language.
fn code_of(language: Language) -> &'static str {
    if language == Language::Danish { "" } else { language.code() }
}

fn radios(id: &str, legend: &str, hint: &str, answers: &[(&str, &str)], view: View) -> Markup {
    choice(Choice { id, legend, hint, answers, in_a_row: false }, view)
}

fn code(view: View) -> Markup {
    let words = &view.words().embed;
    let code = Snippet::of(&view.model.sheet).code(folder_of(view.context.address), view.words());
    html! {
        div.form-group {
            label.form-label for=(CODE) { (words.code) }
            textarea.form-input.code-field id=(CODE) readonly rows="7" spellcheck="false" translate="no" { (code) }
        }
        (button(Deed::CopyCode, "link", words.copy))
    }
}

/// The sample page as it was asked for; it goes when the code becomes another.
fn preview(view: View) -> Markup {
    let words = &view.words().embed;
    let address = Snippet::of(&view.model.sheet).preview(view.context);
    html! {
        (button(Deed::Preview, "forward", words.see))
        @if view.model.preview.as_ref() == Some(&address) {
            iframe.preview src=(address) title=(words.preview) {}
        }
    }
}

fn button(deed: Deed, symbol: &str, label: &str) -> Markup {
    html! {
        button.button.button-secondary type="button" id=(format!("embed-{}", deed.code()))
            data-act=(Action::Do(deed).code()) { (icon(symbol)) span { (label) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::draft::testing::context;

    #[test]
    fn what_the_code_says_before_anything_is_chosen_is_chosen() {
        let model = Model::new(Page::Embed, context());
        let page = page(View { model: &model, context: context(), hollow: false }).into_string();
        let chosen = [
            "<option value=\"\" selected>Dansk</option>",
            &format!("id=\"{TOOL}-0\" name=\"{TOOL}\" value=\"\" checked"),
        ];
        for chosen in chosen {
            assert!(page.contains(chosen), "{chosen} in {page}");
        }
    }
}
