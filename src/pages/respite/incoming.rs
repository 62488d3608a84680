//! The plan of a link beside the one that is there: compare and choose.

use maud::{Markup, html};

use crate::app::event::{Action, Deed};
use crate::app::planner::exchange::Incoming;
use crate::app::planner::pick::named;
use crate::html::page::View;
use crate::html::parts::icon_of_class;
use crate::rules::respite::Stay;

/// What a link brought, until it is dealt with.
pub fn incoming(view: View) -> Markup {
    let words = &view.words().planner.link;
    html! {
        @match &view.model.planner.incoming {
            None => {},
            Some(Incoming::Broken(error)) => div.alert.alert-warning {
                (icon_of_class("warning", "alert-icon"))
                div.alert-body {
                    // The first heading after the page's own.
                    h2.alert-heading { (words.broken) }
                    p.alert-text { (error.message(view.words())) }
                }
            },
            Some(Incoming::Plan(stays)) => (compare(stays, view)),
        }
    }
}

fn compare(theirs: &[Stay], view: View) -> Markup {
    let words = &view.words().planner.link;
    let mine = view.model.planner.plan.plain_stays();
    let days = |stays: &[Stay]| stays.iter().map(|stay| stay.days()).sum::<u32>();
    let only = |stays: &[Stay], others: &[Stay]| -> Vec<Stay> {
        stays.iter().copied().filter(|stay| !others.contains(stay)).collect()
    };
    html! {
        section.section.result aria-labelledby="incoming-heading" {
            h2 id="incoming-heading" tabindex="-1" { (words.heading) }
            p { (words.lead(theirs.len(), days(theirs), mine.len(), days(&mine))) }
            (list(words.only_theirs, &only(theirs, &mine), view))
            (list(words.only_mine, &only(&mine, theirs), view))
            div.button-row {
                (button(Deed::TakeIncoming, words.take))
                (button(Deed::AddIncoming, words.add))
                (button(Deed::KeepMine, words.keep))
            }
        }
    }
}

fn list(heading: &str, stays: &[Stay], view: View) -> Markup {
    html! {
        @if !stays.is_empty() {
            h3 { (heading) }
            ul { @for stay in stays { li { (named(*stay, view.context)) } } }
        }
    }
}

fn button(deed: Deed, label: &str) -> Markup {
    html! {
        button.button.button-secondary type="button" id=(deed.code())
            data-act=(Action::Do(deed).code()) { (label) }
    }
}
