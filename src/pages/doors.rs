//! The ways to the pages that come with the second file: `app::planner::doors` tells what doors
//! are.

use maud::{Markup, html};

use super::{
    about, check, decision_table, embed, late, overview, rates, receipt, statements, trouble,
};
use crate::html::glossary;
use crate::html::page::View;
use crate::rules::standard::StandardError;
use crate::text::words::Words;

/// [`about::page`].
#[inline(never)]
pub fn about(view: View) -> Markup {
    about::page(view)
}

/// [`glossary::explanations`].
#[inline(never)]
pub fn explanations(view: View) -> Markup {
    glossary::explanations(view.words())
}

/// [`overview::page`].
#[inline(never)]
pub fn overview(view: View) -> Markup {
    overview::page(view)
}

/// [`overview::opened`].
#[inline(never)]
pub fn case_opened(view: View) -> Markup {
    overview::opened(view)
}

/// [`late::note`] and [`overview::notice`].
#[inline(never)]
pub fn notice(view: View) -> Markup {
    html! { (late::note(view)) (overview::notice(view)) }
}

/// [`receipt::page`].
#[inline(never)]
pub fn receipt(view: View) -> Markup {
    receipt::page(view)
}

/// [`check::result`].
#[inline(never)]
pub fn check_result(view: View) -> Markup {
    check::result(view)
}

/// [`decision_table::page`].
#[inline(never)]
pub fn decision_table(view: View) -> Markup {
    decision_table::page(view)
}

/// [`embed::page`].
#[inline(never)]
pub fn embed(view: View) -> Markup {
    embed::page(view)
}

/// [`embed::part`].
#[inline(never)]
pub fn embed_part(name: &str, view: View) -> Option<Markup> {
    embed::part(name, view)
}

/// [`trouble::problems`].
#[inline(never)]
pub fn problems(errors: &[StandardError], words: &Words) -> Markup {
    trouble::problems(errors, words)
}

/// [`rates::page`].
#[inline(never)]
pub fn rates(view: View) -> Markup {
    rates::page(view)
}

/// [`statements::accessibility`].
#[inline(never)]
pub fn accessibility(view: View) -> Markup {
    statements::accessibility(view)
}

/// [`statements::privacy`].
#[inline(never)]
pub fn privacy(view: View) -> Markup {
    statements::privacy(view)
}
