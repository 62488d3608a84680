//! What day it is, where that is hard to believe. A clock that is too early computes nothing
//! (`app::served`).

use maud::{Markup, html};

use crate::html::page::View;
use crate::html::parts::{self, Tone};
use crate::text::format::short_date;

/// How many years after its approval a standard is hardly the one that holds.
const OLDEST: i32 = 20;

/// The note above every page.
pub fn note(view: View) -> Markup {
    let (today, words) = (view.context.today, view.words());
    let is_late = today.year().saturating_sub(OLDEST) > view.context.standard.approved.year();
    html! {
        @if is_late {
            (parts::message(Tone::Warning, html! {}, &words.frame.late(short_date(today, words)), html! {}))
        }
    }
}
