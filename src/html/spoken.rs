//! What the marks in the words become on a page: spans of another language, and terms that open
//! their explanation.
//!
//! This is the one place where markup is not made by maud. It looks at markup that maud has made,
//! in which no sign of a tag can stand in a text or an attribute, and puts whole elements of its
//! own between texts.

use super::glossary;
use crate::text::marks::{DANISH, TERM, is_marked};

/// Elements in which nothing may be pressed by itself.
const CLOSED: [&str; 10] =
    ["a", "button", "h1", "h2", "h3", "h4", "label", "legend", "summary", "th"];
/// Elements in which there is nothing but text.
const BARE: [&str; 3] = ["option", "textarea", "title"];

/// The HTML with its marks as elements. Terms can be opened only when their explanations are there.
pub fn spoken(html: String, explains: bool) -> String {
    if !is_marked(&html) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 512);
    let mut place = Place::default();
    let mut rest = html.as_str();
    while let Some(at) =
        rest.find(|c| matches!(c, '<' | '>') || DANISH.contains(&c) || TERM.contains(&c))
    {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let mut letters = after.chars();
        let letter = letters.next().unwrap_or_default();
        rest = letters.as_str();
        match letter {
            '<' | '>' => {
                place.pass(letter, rest);
                out.push(letter);
            }
            _ if letter == TERM[0] => {
                let (code, words) = rest.split_once(TERM[1]).unwrap_or(("", rest));
                rest = words;
                let opening = glossary::opening(code).filter(|_| explains && place.is_open());
                place.opened = opening.is_some();
                out.push_str(&opening.unwrap_or_default());
            }
            _ if letter == TERM[2] => {
                if std::mem::take(&mut place.opened) {
                    out.push_str("</button>");
                }
            }
            _ if !place.has_elements() => {}
            _ if letter == DANISH[0] => out.push_str("<span lang=\"da\">"),
            _ => out.push_str("</span>"),
        }
    }
    out.push_str(rest);
    out
}

/// The name that a tag begins with.
fn name(tag: &str) -> &str {
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// Where in the markup one is.
#[derive(Default)]
struct Place {
    in_tag: bool,
    /// The element around, of those that matter, and whether it is bare.
    inside: Option<(&'static str, bool)>,
    /// Whether a term is open.
    opened: bool,
}

impl Place {
    /// Goes past the beginning or the end of a tag.
    fn pass(&mut self, sign: char, rest: &str) {
        self.in_tag = sign == '<';
        if !self.in_tag {
            return;
        }
        if let Some(end) = rest.strip_prefix('/') {
            if self.inside.is_some_and(|(open, _)| open == name(end)) {
                self.inside = None;
            }
        } else if self.inside.is_none() {
            let name = name(rest);
            let find = |names: &'static [&'static str]| names.iter().find(|known| **known == name);
            self.inside =
                find(&CLOSED).map(|name| (*name, false)).or(find(&BARE).map(|name| (*name, true)));
        }
    }

    /// Whether an element may stand here.
    fn has_elements(&self) -> bool {
        !self.in_tag && !self.inside.is_some_and(|(_, bare)| bare)
    }

    /// Whether something to press may stand here.
    fn is_open(&self) -> bool {
        !self.in_tag && self.inside.is_none()
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    const DANISH_WORD: &str = "\u{e000}aflastning\u{e001}";
    const TERM_WORD: &str = "\u{e002}respite\u{e003}aflastning\u{e004}";
    const SPAN: &str = "<span lang=\"da\">aflastning</span>";

    #[test]
    fn danish_is_marked_where_elements_may_stand() {
        let page = html! {
            p title=(DANISH_WORD) { (DANISH_WORD) }
            select { option { (DANISH_WORD) } }
            button { (DANISH_WORD) }
        };
        let expected = format!(
            "<p title=\"aflastning\">{SPAN}</p><select><option>aflastning</option></select>\
             <button>{SPAN}</button>"
        );
        assert_eq!(spoken(page.into_string(), true), expected);
    }

    #[test]
    fn a_term_is_a_button_where_one_may_stand() {
        let page = html! { p title=(TERM_WORD) { (TERM_WORD) } h2 { (TERM_WORD) } label { b { (TERM_WORD) } } };
        let html = spoken(page.clone().into_string(), true);
        let button = format!("{}aflastning</button>", glossary::opening("respite").unwrap());
        let expected = format!(
            "<p title=\"aflastning\">{button}</p><h2>aflastning</h2><label><b>aflastning</b></label>"
        );
        assert_eq!(html, expected);
        let plain = "<p title=\"aflastning\">aflastning</p><h2>aflastning</h2><label><b>aflastning</b></label>";
        assert_eq!(spoken(page.into_string(), false), plain);
    }

    #[test]
    fn what_is_typed_is_not_markup() {
        let typed = "‹a› [b](respite) <b> & \"";
        let page = html! { p { (typed) } input value=(typed); p { (DANISH_WORD) } };
        let before = page.clone().into_string();
        assert_eq!(spoken(before.clone(), true), before.replace(DANISH_WORD, SPAN));
    }

    #[test]
    fn marks_that_do_not_fit_break_nothing() {
        for text in ["\u{e002}", "\u{e004}", "\u{e003}a", "\u{e002}x\u{e004}"] {
            let html = spoken(html! { p { (text) } b { "c" } }.into_string(), true);
            assert!(html.ends_with("<b>c</b>"), "{html}");
        }
    }
}
