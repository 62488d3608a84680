//! What several pages and results show.

use maud::{Markup, html};

use crate::draft::Context;
use crate::request::StandardUsed;
use crate::rules::date::Date;
use crate::rules::standard::{Section, Source, WhichStandard};
use crate::text::format::{NO_BREAK_SPACE, short_date};

/// The head of a page around which nothing else works.
pub fn unframed_header(municipality: &str) -> Markup {
    html! {
        header.site-header { div.wrap { div.site-name { (municipality) } } }
    }
}

/// One of our own symbols, drawn once in index.html; never the only carrier of a meaning.
pub fn icon(name: &str) -> Markup {
    icon_of_class(name, "")
}

/// The same with a class of its own.
pub fn icon_of_class(name: &str, class: &str) -> Markup {
    html! {
        svg class=(format!("icon-svg {class}")) aria-hidden="true" focusable="false" {
            use href=(format!("#i-{name}")) {}
        }
    }
}

/// That this is an estimate and that the municipality decides.
pub fn estimate(sentence: &str) -> Markup {
    html! { p.estimate { (icon("info")) span { (sentence) } } }
}

/// Where the rule stands: which standard, under which heading, approved when.
pub fn source(standard: WhichStandard, section: Section, context: Context) -> Markup {
    html! { p.source { (source_text(standard, section, context)) } }
}

/// The words of [`source`].
pub fn source_text(standard: WhichStandard, section: Section, context: Context) -> String {
    text_of(standard, &context.heading(section), context)
}

fn text_of(standard: WhichStandard, heading: &str, context: Context) -> String {
    let approved = short_date(context.standard.approved, context.words);
    context.words.result.source(titles(standard, context), heading, approved)
}

/// The titles of the standards that are meant, as far as there are any.
pub fn titles(standard: WhichStandard, context: Context) -> String {
    match context.standard.titles.of(standard).as_slice() {
        [one, other] => {
            context.words.result.both_titles(context.danish(one), context.danish(other))
        }
        titles => context.danish(&titles.concat()),
    }
}

/// Where a value of the standard's data stands, in the words of [`source`].
pub fn cited_text(source: &Source, context: Context) -> String {
    match source {
        Source::Section { standard, heading } => {
            text_of(*standard, &context.danish(heading), context)
        }
        Source::Law(law) => context.danish(law),
    }
}

/// What the result takes for granted.
pub fn assumptions(items: &[String], context: Context) -> Markup {
    html! {
        h3 { (context.words.result.assumptions) }
        ul { @for item in items { li { (item) } } }
    }
}

/// The answers that the result rests on: question and answer.
pub fn inputs(items: &[(String, String)], context: Context) -> Markup {
    html! {
        h3 { (context.words.result.inputs) }
        dl.answers {
            @for (question, answers) in by_question(items) {
                div {
                    dt { (question) }
                    dd { @for (place, answer) in answers.iter().enumerate() {
                        @if place > 0 { br; }
                        (answer)
                    } }
                }
            }
        }
    }
}

/// The answers to each question, in the order in which the questions first come: rows of a list may
/// have the same name, and a list of terms has each term once.
fn by_question(items: &[(String, String)]) -> Vec<(&str, Vec<&str>)> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (question, answer) in items {
        match groups.iter_mut().find(|(asked, _)| asked == question) {
            Some((_, answers)) => answers.push(answer),
            None => groups.push((question, vec![answer])),
        }
    }
    groups
}

/// Another reading of the text, where the text is silent; `name` is used once on the page.
pub fn other_reading(name: &str, heading: &str, body: Markup) -> Markup {
    html! {
        aside.reading aria-labelledby=(name) {
            h3 id=(name) { (heading) }
            (body)
        }
    }
}

/// How urgent a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Something to change or to ask about.
    Warning,
}

/// A message with its symbol.
pub fn alert(tone: Tone, heading: &str, text: &str) -> Markup {
    message(tone, html! { h3.alert-heading { (heading) } }, text, html! {})
}

/// A message under a heading of its own level, and what can be done.
pub fn message(tone: Tone, heading: Markup, text: &str, ways: Markup) -> Markup {
    let kind = match tone {
        Tone::Info => "info",
        Tone::Warning => "warning",
    };
    html! {
        div class=(format!("alert alert-{kind}")) {
            (icon_of_class(kind, "alert-icon"))
            div.alert-body {
                (heading)
                p.alert-text { (text) }
                (ways)
            }
        }
    }
}

/// The telephone number as a link.
pub fn phone(context: Context) -> Markup {
    phone_link(&context.standard.contacts.phone)
}

/// A telephone number of eight digits, with or without +45, as a link.
pub fn phone_link(number: &str) -> Markup {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.get(digits.len().saturating_sub(8)..).unwrap_or(&digits);
    let shown = number.replace(' ', &NO_BREAK_SPACE.to_string());
    html! { a href=(format!("tel:+45{digits}")) translate="no" { (shown) } }
}

/// The mail address as a link.
pub fn mail(context: Context) -> Markup {
    let mail = &context.standard.contacts.mail;
    html! { a href=(format!("mailto:{mail}")) translate="no" { (mail) } }
}

/// The department's name and its postal address, for the beginning of an address.
pub fn department(context: Context) -> Markup {
    html! {
        (context.standard.municipality) ", " (context.department()) br;
        (place(context)) br;
    }
}

/// The postal address in a line.
pub fn place(context: Context) -> Markup {
    let contacts = &context.standard.contacts;
    untranslated(&format!("{}, {}", contacts.street, contacts.town))
}

/// What a browser's translator has to leave as it is: an amount whose point it would take for
/// another sign, a place that nobody finds under another name.
pub fn untranslated(text: &str) -> Markup {
    html! { span translate="no" { (text) } }
}

/// Whom to ask, as the last section of a page.
pub fn contact(context: Context) -> Markup {
    let words = &context.words.contact;
    html! {
        section.section {
            h2 { (words.heading) }
            p { (words.lead) }
            address { (department(context)) (words.phone) " " (phone(context)) }
            p { (words.no_private_mail) }
        }
    }
}

/// When and by which rules the page was computed; on paper only.
pub fn printed_on(standard: &StandardUsed, context: Context) -> Markup {
    printed_by(standard.version, context)
}

/// The same, by the day since which the rules hold.
pub fn printed_by(version: Date, context: Context) -> Markup {
    let words = context.words;
    let today = short_date(context.today, words);
    let version = short_date(version, words);
    html! { p.only-print { (words.result.printed_on(today, version)) } }
}

/// A part of a whole as a number between 0 and 1 with three decimals, for a bar.
pub fn share(part: u64, whole: u64) -> String {
    let thousandths = part.saturating_mul(1000).checked_div(whole).unwrap_or_default().min(1000);
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_three_decimals() {
        assert_eq!(share(0, 55), "0.000");
        assert_eq!(share(55, 55), "1.000");
        assert_eq!(share(1, 3), "0.333");
        assert_eq!(share(1, 0), "0.000");
    }

    #[test]
    fn a_question_stands_once_with_all_its_answers() {
        let items = [("rent", "1"), ("food", "2"), ("rent", "3")]
            .map(|(question, answer)| (question.to_owned(), answer.to_owned()));
        assert_eq!(by_question(&items), [("rent", vec!["1", "3"]), ("food", vec!["2"])]);
    }
}
