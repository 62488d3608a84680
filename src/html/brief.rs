//! A result in brief, on the screen and on paper.

use maud::{Markup, html};

use crate::draft::Context;
use crate::results::brief::Brief;

/// The level of a brief's heading, below what it stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// `h2`.
    Second,
    /// `h3`.
    Third,
}

/// A result in brief, and what the caller puts at its end, such as a check code. Questions and
/// documents are left to the caller, who lists those of several briefs once.
pub fn brief(brief: &Brief, level: Level, end: Markup, context: Context) -> Markup {
    html! {
        article.brief {
            div.brief-head {
                (heading(&brief.title, level))
                (pairs("brief-findings", &brief.findings))
            }
            ul.brief-notes { @for note in &brief.notes { li { (note) } } }
            p.brief-label { (context.words.result.inputs) }
            (inputs(&brief.inputs))
            p.source { (brief.source) }
            (end)
        }
    }
}

fn heading(title: &str, level: Level) -> Markup {
    html! {
        @match level {
            Level::Second => h2 { (title) },
            Level::Third => h3 { (title) },
        }
    }
}

/// What was answered. The same answer may stand there more than once, so it names nothing.
fn inputs(inputs: &[(String, String)]) -> Markup {
    html! {
        ul.brief-inputs role="list" {
            @for (name, value) in inputs { li { span { (name) } " " (value) } }
        }
    }
}

/// Names and values.
fn pairs(class: &str, pairs: &[(String, String)]) -> Markup {
    html! {
        dl class=(class) {
            @for (name, value) in pairs { div { dt { (name) } dd { (value) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::context;

    const MARKUP: &str = "<b title=\"x\">&";
    const ESCAPED: &str = "&lt;b title=&quot;x&quot;&gt;&amp;";

    /// A brief whose every text is markup.
    fn hostile() -> Brief {
        let text = MARKUP.to_owned();
        let pair = || vec![(text.clone(), text.clone())];
        Brief {
            title: text.clone(),
            findings: pair(),
            notes: vec![text.clone()],
            inputs: pair(),
            source: text.clone(),
            questions: vec![text.clone()],
            documents: vec![text.clone()],
        }
    }

    #[test]
    fn no_text_becomes_markup() {
        let html = brief(&hostile(), Level::Second, html! {}, context()).into_string();
        assert!(!html.contains("<b"), "{html}");
        assert_eq!(html.matches(ESCAPED).count(), 7, "{html}");
    }

    #[test]
    fn the_parts_stand_in_reading_order() {
        let pair = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        let short = Brief {
            title: "T".to_owned(),
            findings: pair("f", "1"),
            notes: vec!["n".to_owned()],
            inputs: pair("i", "2"),
            source: "s".to_owned(),
            ..Brief::default()
        };
        let end = html! { p { "e" } };
        let html = brief(&short, Level::Third, end, context()).into_string();
        assert_eq!(
            html,
            "<article class=\"brief\"><div class=\"brief-head\"><h3>T</h3>\
             <dl class=\"brief-findings\"><div><dt>f</dt><dd>1</dd></div></dl></div>\
             <ul class=\"brief-notes\"><li>n</li></ul>\
             <p class=\"brief-label\">Det har du svaret</p>\
             <ul class=\"brief-inputs\" role=\"list\"><li><span>i</span> 2</li></ul>\
             <p class=\"source\">s</p><p>e</p></article>"
        );
    }
}
