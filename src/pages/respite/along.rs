//! Take the plan along: a calendar file, a link with a symbol for the phone, a page of paper.

use maud::{Markup, html};

use crate::app::event::{Action, Deed};
use crate::draft::respite::CALENDAR_TITLE;
use crate::exchange::qr;
use crate::html::page::{View, live};
use crate::html::parts::icon;

/// The id of the section's heading.
pub const HEADING: &str = "along-heading";

/// The ways to take the plan along.
pub fn along(view: View) -> Markup {
    let words = &view.words().planner.along;
    html! {
        section.section.d-print-none aria-labelledby=(HEADING) {
            h2 id=(HEADING) tabindex="-1" { (words.heading) }
            h3 { (words.calendar) }
            p { (words.calendar_lead) }
            div.form-group {
                label.form-label for=(CALENDAR_TITLE) { (words.title) }
                span.form-hint id="calendar-title-hint" { (words.title_hint) }
                input.form-input id=(CALENDAR_TITLE) type="text" autocomplete="off" maxlength="80"
                    aria-describedby="calendar-title-hint" value=(view.model.sheet.get(CALENDAR_TITLE));
            }
            (button(Deed::SaveCalendar, "download", words.save))
            h3 { (words.link) }
            p { (words.link_lead) }
            (button(Deed::Link, "link", words.show_link))
            (live("link:", view, || link(view)))
            h3 { (words.paper) }
            p { (words.paper_lead) }
            (button(Deed::Print, "print", words.print))
        }
    }
}

fn button(deed: Deed, symbol: &str, label: &str) -> Markup {
    html! {
        button.button.button-secondary type="button" id=(format!("along-{}", deed.code()))
            data-act=(Action::Do(deed).code()) { (icon(symbol)) span { (label) } }
    }
}

/// The link, once it is asked for; it follows the plan.
pub fn link(view: View) -> Markup {
    let words = &view.words().planner.along;
    let planner = &view.model.planner;
    html! {
        @if planner.link_shown {
            @match planner.link().filter(|_| !planner.plan.stays.is_empty()) {
                None => p id="plan-link" tabindex="-1" { (words.no_link) },
                Some(code) => {
                    @let address = format!("{}#/aflastning?plan={code}", view.context.address);
                    div.form-group {
                        label.form-label for="plan-link" { (words.the_link) }
                        input.form-input id="plan-link" type="text" readonly value=(address);
                    }
                    (button(Deed::Copy, "link", words.copy))
                    (symbol(&address, words.symbol))
                },
            }
        }
    }
}

/// The symbol, whose name stands below it for those who see it.
fn symbol(address: &str, name: &str) -> Markup {
    html! {
        @if let Some(symbol) = qr::symbol(address) {
            @let size = symbol.size();
            figure.qr {
                svg viewBox=(format!("0 0 {size} {size}")) role="img" aria-label=(name) {
                    path d=(qr::svg_path(&symbol)) {}
                }
                figcaption aria-hidden="true" { (name) }
            }
        }
    }
}
