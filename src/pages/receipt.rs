//! Check a receipt: compute a saved result again, and say whether it is the same.

use maud::{Markup, html};

use crate::app::checking::{Checking, FILE, RESULT};
use crate::app::page::Page;
use crate::draft::Context;
use crate::exchange::receipt::{Checked, Difference, Opened, PROGRAM, ReceiptError};
use crate::html::brief::{Level, brief};
use crate::html::fields::file;
use crate::html::page::{View, intro};
use crate::html::parts::{self, Tone, message};
use crate::results::brief::of;
use crate::results::receipt::code;
use crate::text::contract;

/// The id of the heading of what came of checking.
const HEADING: &str = "receipt-heading";

/// The most differences shown: a receipt of thousands of stays may have as many.
const MOST_DIFFERENCES: usize = 50;

/// The page.
pub fn page(view: View) -> Markup {
    let words = &view.words().receipt;
    html! {
        (intro(Page::Receipt, words.lead, view))
        div.d-print-none { (file(FILE, words.choose, words.choose_hint, ".json,application/json")) }
        // It gets the focus, and is then read: a live region would be said besides.
        @match &view.model.checking {
            Some(checking) => div id=(RESULT) tabindex="-1" role="group" aria-labelledby=(HEADING) {
                (result(checking, view.context))
            },
            None => div id=(RESULT) tabindex="-1" {},
        }
        p.d-print-none { (words.command) }
        (parts::contact(view.context))
    }
}

fn result(checking: &Checking, context: Context) -> Markup {
    let words = &context.words.receipt;
    let (tone, heading, mut text) = said(&checking.checked, context);
    if checking.is_case_file {
        text = words.is_case_file.to_owned();
    }
    let differences = match &checking.checked {
        Ok(
            Checked::OtherVersion { differences, .. }
            | Checked::Altered { differences }
            | Checked::Different { differences },
        ) => differences.as_slice(),
        Ok(Checked::Same) | Err(_) => &[],
    };
    html! {
        (message(tone, html! { h2.alert-heading id=(HEADING) { (heading) } }, &text, html! {}))
        (table(differences, context))
        @if let Some(Opened { request, check }) = &checking.opened {
            @let trusted = matches!(
                checking.checked,
                Ok(Checked::Same | Checked::OtherVersion { .. })
            );
            p { @if trusted { (words.code_text) } @else { (words.code_altered) } }
            @if trusted { (code(check, context)) }
            @if let Ok(computed) = of(request, context) {
                section.section {
                    h2 { @if trusted { (words.says) } @else { (words.says_altered) } }
                    (brief(&computed, Level::Third, html! {}, context))
                }
            }
        }
    }
}

/// What came of checking, in words.
fn said(checked: &Result<Checked, ReceiptError>, context: Context) -> (Tone, &'static str, String) {
    let words = &context.words.receipt;
    let with = |text: &str, differences: &[Difference], same: &str| match differences {
        [] => format!("{text} {same}"),
        _ => text.to_owned(),
    };
    match checked {
        Ok(Checked::Same) => (Tone::Info, words.same, words.same_text.to_owned()),
        Ok(Checked::OtherVersion { program, differences }) => {
            let text = words.other_version_text(program, PROGRAM);
            (Tone::Warning, words.other_version, with(&text, differences, words.other_version_same))
        }
        Ok(Checked::Altered { differences }) => {
            let text = with(words.altered_text, differences, words.altered_same);
            (Tone::Warning, words.altered, text)
        }
        Ok(Checked::Different { .. }) => {
            (Tone::Warning, words.different, words.different_text.to_owned())
        }
        Err(error) => (Tone::Warning, words.refused, refusal(error, context)),
    }
}

fn refusal(error: &ReceiptError, context: Context) -> String {
    let words = &context.words.receipt;
    match error {
        ReceiptError::TooLarge => words.too_large.to_owned(),
        ReceiptError::NotAReceipt => words.not_a_receipt.to_owned(),
        ReceiptError::Newer => words.newer.to_owned(),
        ReceiptError::Refused(error) => {
            words.not_computed(&error.path, contract::message(error, context.words))
        }
    }
}

/// The places where the receipt and what is computed now differ.
fn table(differences: &[Difference], context: Context) -> Markup {
    let words = &context.words.receipt;
    let shown = differences.len().min(MOST_DIFFERENCES);
    let value = |text: &str| match text {
        "" => html! { em { (words.nothing) } },
        text => html! { (text) },
    };
    html! {
        @if !differences.is_empty() {
            div.table--responsive-scroll tabindex="0" role="region" aria-label=(words.differences) {
                table.table {
                    caption { (words.differences) }
                    thead {
                        tr {
                            th scope="col" { (words.field) }
                            th scope="col" { (words.there) }
                            th scope="col" { (words.now) }
                        }
                    }
                    tbody {
                        @for difference in differences.iter().take(MOST_DIFFERENCES) {
                            tr {
                                th scope="row" { code { (difference.path) } }
                                td { (value(&difference.receipt)) }
                                td { (value(&difference.now)) }
                            }
                        }
                    }
                }
            }
            @if shown < differences.len() { p { (words.not_shown(shown, differences.len())) } }
        }
    }
}
