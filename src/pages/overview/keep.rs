//! Keeping what is typed on this device, or as a file: how it stands, and what can be done.

use maud::{Markup, html};

use crate::app::event::Action;
use crate::app::keeping::{FILE, KeepDeed, NOTICE, OPENED, Opened, Refusal, State};
use crate::draft::case_file::{CaseFile, CaseFileError};
use crate::html::fields::file;
use crate::html::page::View;
use crate::html::parts::{self, Tone};
use crate::text::format::short_date;

/// The id of the heading of what a case file brought.
const OPENED_HEADING: &str = "case-opened-heading";

/// How keeping stands, above every page, when it needs the person.
pub fn notice(view: View) -> Markup {
    let words = &view.words().keeping;
    match &view.model.keeping.state {
        State::Off | State::On => html! {},
        State::Found(kept) => choice(words.found, words.found_text(date(kept, view)), view),
        State::Elsewhere(kept) => {
            choice(words.elsewhere, words.elsewhere_text(date(kept, view)), view)
        }
        State::Gone => warn(words.gone, words.gone_text, &[(KeepDeed::Keep, words.again)]),
        State::Unreadable(CaseFileError::Newer) => {
            warn(words.unreadable, words.unreadable_newer, &[])
        }
        State::Unreadable(_) => {
            let ways = [(KeepDeed::SaveKept, words.save_kept)];
            told(Tone::Warning, words.unreadable, words.unreadable_damaged, &ways, forget(view))
        }
        State::Refused(Refusal::Blocked) => {
            warn(words.blocked, words.blocked_text, &[(KeepDeed::SaveCase, words.save)])
        }
        State::Refused(Refusal::Full) => {
            let ways = [(KeepDeed::SaveCase, words.save), (KeepDeed::Keep, words.again)];
            warn(words.full, words.full_text, &ways)
        }
    }
}

/// A message whose heading is none of the page's.
fn message(tone: Tone, heading: &str, text: &str, ways: Markup) -> Markup {
    parts::message(tone, html! { p.alert-heading { (heading) } }, text, ways)
}

/// What is kept can be taken, replaced or deleted.
fn choice(heading: &str, text: String, view: View) -> Markup {
    let words = &view.words().keeping;
    let untouched = view.model.is_untouched(view.context);
    let text = if untouched { text } else { format!("{text} {}", words.replaces) };
    let mut ways = vec![(KeepDeed::TakeKept, words.take)];
    if !untouched {
        ways.push((KeepDeed::Keep, words.instead));
    }
    told(Tone::Info, heading, &text, &ways, forget(view))
}

/// A button and its words.
type Way = (KeepDeed, &'static str);

fn warn(heading: &str, text: &str, ways: &[Way]) -> Markup {
    told(Tone::Warning, heading, text, ways, html! {})
}

/// Deleting what is kept, which may be somebody else's, takes two steps.
fn forget(view: View) -> Markup {
    let words = &view.words().keeping;
    html! {
        details.details {
            summary.details-summary { (words.forget) }
            div.details-text {
                p { (words.forget_sure) }
                (button(KeepDeed::Forget, words.forget_now))
            }
        }
    }
}

fn told(tone: Tone, heading: &str, text: &str, ways: &[Way], more: Markup) -> Markup {
    let ways = html! { (buttons(ways)) (more) };
    html! {
        div.kept.d-print-none id=(NOTICE) tabindex="-1" {
            (message(tone, heading, text, ways))
        }
    }
}

fn buttons(ways: &[Way]) -> Markup {
    html! {
        @if !ways.is_empty() {
            div.button-row { @for (deed, words) in ways { (button(*deed, words)) } }
        }
    }
}

fn button(deed: KeepDeed, words: &str) -> Markup {
    html! {
        button.button.button-secondary type="button" data-act=(Action::Keep(deed).code()) {
            (words)
        }
    }
}

fn date(kept: &CaseFile, view: View) -> String {
    short_date(kept.saved, view.words())
}

/// The section of the overview.
pub fn section(view: View) -> Markup {
    let words = &view.words().keeping;
    html! {
        section.section.d-print-none aria-labelledby="keep-heading" {
            h2 id="keep-heading" tabindex="-1" { (words.heading) }
            @if view.model.keeping.state != State::On { p { (words.lead) } }
            h3 { (words.device) }
            (on_device(view))
            h3 { (words.file) }
            p { (words.file_text) }
            p { (button(KeepDeed::SaveCase, words.save)) }
            (file(FILE, words.open, words.open_hint, ".json,application/json"))
        }
    }
}

/// Keeping on this device: asked for, or stopped. What needs the person stands above the page.
fn on_device(view: View) -> Markup {
    let words = &view.words().keeping;
    match &view.model.keeping.state {
        State::On => html! {
            div id=(NOTICE) tabindex="-1" {
                p { strong { (words.on) "." } " " (words.on_text) }
            }
            p { (button(KeepDeed::Forget, words.stop)) }
        },
        State::Off => html! {
            div id=(NOTICE) tabindex="-1" { p { (words.device_text) } }
            (shared(view))
            p { (button(KeepDeed::Keep, words.start)) }
        },
        State::Found(_)
        | State::Elsewhere(_)
        | State::Gone
        | State::Unreadable(_)
        | State::Refused(_) => html! { p { (words.device_text) } },
    }
}

/// That a device which others use is no place to keep anything.
fn shared(view: View) -> Markup {
    let words = &view.words().keeping;
    message(Tone::Warning, words.shared, words.shared_text, html! {})
}

/// What a case file brought.
pub fn opened(view: View) -> Markup {
    let words = &view.words().keeping;
    let Some(opened) = &view.model.keeping.opened else {
        return html! { div id=(OPENED) tabindex="-1" {} };
    };
    let (tone, heading, text, ways) = match opened {
        Opened::Cleared => (Tone::Info, words.cleared, words.cleared_text.to_owned(), Vec::new()),
        Opened::Taken(saved) => {
            let date = short_date(*saved, view.words());
            (Tone::Info, words.taken, words.taken_text(date), Vec::new())
        }
        Opened::Waiting(file) => {
            let ways =
                vec![(KeepDeed::TakeCase, words.take_case), (KeepDeed::LeaveCase, words.leave)];
            (Tone::Warning, words.waiting, words.waiting_text(date(file, view)), ways)
        }
        Opened::Receipt => (Tone::Warning, words.refused, words.is_receipt.to_owned(), Vec::new()),
        Opened::Refused(error) => (Tone::Warning, words.refused, refusal(error, view), Vec::new()),
    };
    html! {
        // It gets the focus, and is then read.
        div.d-print-none id=(OPENED) tabindex="-1" role="group" aria-labelledby=(OPENED_HEADING) {
            (parts::message(
                tone,
                html! { p.alert-heading id=(OPENED_HEADING) { (heading) } },
                &text,
                buttons(&ways),
            ))
        }
    }
}

fn refusal(error: &CaseFileError, view: View) -> String {
    let words = &view.words().keeping;
    match error {
        CaseFileError::TooLarge => words.too_large.to_owned(),
        CaseFileError::NotACaseFile => words.not_a_case_file.to_owned(),
        CaseFileError::Newer => words.newer.to_owned(),
        CaseFileError::Damaged { place } if place.is_empty() => words.cut_off.to_owned(),
        CaseFileError::Damaged { place } => words.damaged(place),
    }
}
