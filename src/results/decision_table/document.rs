//! The rules and tables as a file of its own, to read, print and approve without the program.

use maud::{DOCTYPE, Markup, html};

use super::table;
use crate::app::verified;
use crate::draft::Context;
use crate::html::spoken::spoken;
use crate::text::format::{count, short_date};

/// No character here means something in HTML, so it stands in the file as it stands here.
const STYLE: &str = "
body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; }
body { line-height: 1.5; }
table { border-collapse: collapse; }
caption { padding-bottom: 0.5rem; font-weight: bold; text-align: left; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid #767676; }
th, td { text-align: left; vertical-align: top; }
dt { font-weight: bold; }
.source { color: #595959; }
.table--responsive-scroll { overflow-x: auto; }
@media print {
  section + section { break-before: page; }
  .table--responsive-scroll { overflow: visible; font-size: 0.7rem; }
}
";

/// The whole document.
pub fn document(context: Context) -> String {
    let words = &context.words.decision;
    let page = html! {
        (DOCTYPE)
        html lang=(words.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words.title) " – " (context.standard.municipality) }
                style { (STYLE) }
            }
            body {
                main {
                    h1 { (words.title) }
                    p { (words.lead) }
                    p { (words.estimate) }
                    (standard(context))
                    p { (words.checked(count(verified::ELIGIBILITY_STATES, context.words))) }
                    (table(context))
                }
            }
        }
    };
    let mut text = spoken(page.into_string(), false);
    text.push('\n');
    text
}

/// Which standards, and which version of them.
fn standard(context: Context) -> Markup {
    let words = context.words;
    let standard = context.standard;
    // Before the first version there is but the day of approval.
    let version = standard.on(context.today).map_or(standard.approved, |on| on.version);
    html! {
        p {
            (words.decision.based_on(
                &standard.municipality,
                &standard.approved_by,
                short_date(standard.approved, words),
                short_date(version, words),
            ))
        }
        ul {
            @for title in standard.titles.all() { li { (context.danish(title)) } }
        }
    }
}
