//! How the plan counts, live: days used, left and over, the longest pause, and what would bring a
//! plan back that has too many days.

use maud::{Markup, html};

use crate::app::asked::Standing;
use crate::app::event::Action;
use crate::app::planner::pick::named;
use crate::app::tool::Tool;
use crate::html::page::{View, live};
use crate::html::parts::{self, icon};
use crate::results;
use crate::rules::date::DateRange;
use crate::rules::gaps::longest_gap;
use crate::rules::relief::{Relief, Way};
use crate::rules::respite::Stay;
use crate::text::format;

/// The count at the head of the planner.
pub fn count(view: View) -> Markup {
    live("count:", view, || content(view))
}

/// What stands in [`count`].
pub fn content(view: View) -> Markup {
    let planner = &view.model.planner;
    html! {
        @match view.model.standing(Tool::Respite) {
            Standing::Fresh(outcome) => {
                (results::summary(outcome, view.context))
                (beside_the_years(view))
                @if let Some(relief) = &planner.relief { (ways(relief, view)) }
            },
            _ => @if planner.plan.stays.is_empty() { (empty(view)) },
        }
        (not_counted(view))
    }
}

/// Nothing is planned. The heading is the count's own, so that the focus finds it after the last
/// stay has gone.
fn empty(view: View) -> Markup {
    let words = &view.words().planner;
    let heading = Tool::Respite.result_id();
    html! {
        section.result aria-labelledby=(heading) {
            h2 id=(heading) tabindex="-1" { (words.empty_heading) }
            p { (words.empty(view.model.planner.plan.granted)) }
        }
    }
}

/// What the years alone do not tell: the longest pauses, the fullest twelve months, grant years.
fn beside_the_years(view: View) -> Markup {
    let words = view.words();
    let planner = &view.model.planner;
    let stays = planner.plan.plain_stays();
    let result = planner.plan.outcome.as_ref().map(|outcome| &outcome.answer.result);
    let days = |name: String, days: u32| format!("{name}: {}.", words.respite.days_count(days));
    html! {
        ul.count-notes {
            @for year in planner.years().filter(|year| planner.days_in(*year) > 0) {
                @if let Some(pause) = DateRange::calendar_year(year).and_then(|year| longest_gap(year, &stays)) {
                    li { (words.planner.longest_pause(year, pause.days(), format::short_range(pause, words))) }
                }
            }
            @if let Some(window) = result.and_then(|result| result.busiest_12_months) {
                li { (days(words.respite.busiest(format::range(window.period, words)), window.days)) }
            }
            @for grant in result.iter().flat_map(|result| result.grant_years.iter().flatten()) {
                li { (days(words.respite.grant_year(format::range(grant.period, words)), grant.usage.days)) }
            }
        }
    }
}

/// Rows that cannot be read: how many, and where.
fn not_counted(view: View) -> Markup {
    let words = &view.words().planner;
    let errors: Vec<_> = view.model.plan_errors().collect();
    html! {
        @if !errors.is_empty() {
            div.alert.alert-warning {
                (parts::icon_of_class("warning", "alert-icon"))
                div.alert-body {
                    h3.alert-heading {
                        @match view.model.planner.plan.left_out {
                            0 => (words.fields_wrong),
                            1 => (words.one_left_out),
                            count => (words.left_out(count)),
                        }
                    }
                    ul.alert-text.nobullet-list role="list" {
                        @for error in errors {
                            li {
                                a.function-link href=(format!("#{}", error.field))
                                    data-focus=(error.field) { (error.message) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Changes that would bring the plan back, each with a button that makes it.
fn ways(relief: &Relief, view: View) -> Markup {
    let words = &view.words().planner.ways;
    let year = DateRange::calendar_year(relief.period.from.year());
    let period = match year == Some(relief.period) {
        true => relief.period.from.year().to_string(),
        false => format::short_range(relief.period, view.words()),
    };
    html! {
        section.ways.d-print-none aria-labelledby="ways-heading" {
            h3 id="ways-heading" { (words.heading(period)) }
            p { (words.lead) }
            ul.nobullet-list role="list" {
                @for (number, way) in relief.ways.iter().enumerate() {
                    li {
                        span id=(format!("way-{number}")) { (way_in_words(way, view)) }
                        " "
                        button.button.button-secondary type="button"
                            id=(format!("take-way-{number}")) aria-describedby=(format!("way-{number}"))
                            data-act=(Action::WayBack(u32::try_from(number).unwrap_or_default()).code())
                        { (icon("check")) span { (words.take) } }
                    }
                }
            }
        }
    }
}

fn way_in_words(way: &Way, view: View) -> String {
    let words = &view.words().planner.ways;
    let name = |stay: &Stay| named(*stay, view.context);
    let names =
        |stays: &mut dyn Iterator<Item = &Stay>| stays.map(name).collect::<Vec<_>>().join("; ");
    match way {
        Way::Shorten { stay, by, to } => words.shorten(name(stay), *by, name(to)),
        Way::ShortenSeveral { changes } => {
            words.shorten_several(names(&mut changes.iter().map(|(_, to)| to)))
        }
        Way::Remove { stays } => words.remove(names(&mut stays.iter())),
        Way::Move { from, to } => words.move_it(name(from), name(to)),
    }
}
