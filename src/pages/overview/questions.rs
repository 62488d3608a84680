//! What to ask the municipality and what to bring, of all results together.

use maud::{Markup, html};

use crate::html::page::View;
use crate::results::brief::Brief;

/// The questions and documents of all results, each once.
pub fn lists<'a>(briefs: impl Iterator<Item = &'a Brief>, view: View) -> Markup {
    let words = &view.words().overview;
    let (mut questions, mut documents) = (Vec::new(), Vec::new());
    for brief in briefs {
        add(&mut questions, &brief.questions);
        add(&mut documents, &brief.documents);
    }
    html! {
        section.meeting-list {
            h2 { (words.questions) }
            ul { @for question in questions { li { (question) } } }
        }
        section.meeting-list {
            h2 { (words.documents) }
            ul { @for document in documents { li { (document) } } }
        }
    }
}

fn add<'a>(all: &mut Vec<&'a str>, more: &'a [String]) {
    for text in more {
        if !all.contains(&text.as_str()) {
            all.push(text);
        }
    }
}
