//! What the municipality's file says: every number with its history and source, contacts, hours and
//! closing days, and how it is changed.

use maud::{Markup, html};

use crate::app::page::Page;
use crate::draft::Context;
use crate::html::page::{View, intro, print_button};
use crate::html::parts;
use crate::results::dates::closing_name;
use crate::results::eligibility::texts;
use crate::results::parameters::{name, source, value};
use crate::rules::date::WEEKDAYS;
use crate::rules::standard::{Entry, OpeningHours, Section};
use crate::text::format::{short_date, short_range, time_of_day, weekday_name};

/// The page of rules and rates.
pub fn page(view: View) -> Markup {
    let words = &view.words().rates;
    html! {
        (top(view))
        (coming(view.context))
        section.section {
            h2 { (words.numbers) }
            p { (words.numbers_lead) }
            (numbers(view.context))
            p {
                (view.words().about.tables) " "
                a href=(Page::DecisionTable.href()) { (Page::DecisionTable.title(view.words())) }
            }
        }
        (offers(view.context))
        (office(view.context))
        (headings(view.context))
        (editing(view.context))
        (print_button(view))
        (parts::contact(view.context))
    }
}

/// What the page begins with. It is the same on any day.
pub fn top(view: View) -> Markup {
    html! {
        (intro(Page::Rates, view.words().rates.lead, view))
        (file(view.context))
    }
}

/// Whose standard it is, and whether it is the file on the server or the one built in.
fn file(context: Context) -> Markup {
    let words = &context.words.rates;
    let standard = context.standard;
    let approved = short_date(standard.approved, context.words);
    html! {
        section.section {
            h2 { (words.standards) }
            p {
                (context.words.about.standards_lead(
                    &standard.municipality, &standard.approved_by, approved,
                ))
            }
            ul { @for title in standard.titles.all() { li { (context.danish(title)) } } }
            p {
                @if standard.is_built_in { (words.built_in) }
                @else { (words.served) " " a href="./standard.json" target="_blank" rel="noopener" { (words.file_link) } }
            }
        }
    }
}

/// The numbers that change after today.
fn coming(context: Context) -> Markup {
    let words = &context.words.rates;
    let later: Vec<Entry> = context.standard.entries();
    let later: Vec<&Entry> = later.iter().filter(|entry| entry.from > context.today).collect();
    html! {
        section.section {
            h2 { (words.coming) }
            @if later.is_empty() { p { (words.nothing_coming) } }
            @else {
                ul {
                    @for entry in later {
                        li {
                            (words.coming_number(
                                short_date(entry.from, context.words),
                                name(entry.id, context),
                                value(entry, context),
                            ))
                        }
                    }
                }
            }
        }
    }
}

/// Every parameter with its values, their dates and sources; those in force today are marked.
fn numbers(context: Context) -> Markup {
    let words = &context.words.about;
    html! {
        div.table--responsive-scroll tabindex="0" role="region" aria-label=(words.table) {
            table.table {
                caption { (words.table) }
                thead {
                    tr {
                        @for heading in [words.what, words.value, words.holds, words.source] {
                            th scope="col" { (heading) }
                        }
                    }
                }
                tbody { @for entry in context.standard.entries() { (number(&entry, context)) } }
            }
        }
    }
}

fn number(entry: &Entry, context: Context) -> Markup {
    let words = &context.words.about;
    let from = short_date(entry.from, context.words);
    let holds = match entry.to {
        Some(to) => words.from_to(from, short_date(to, context.words)),
        None => words.from(from),
    };
    let is_past = entry.to.is_some_and(|to| to < context.today);
    let is_now = !is_past && entry.from <= context.today;
    html! {
        tr.is-result[is_now] {
            th scope="row" { (name(entry.id, context)) }
            td { (value(entry, context)) }
            td {
                (holds)
                @if is_now { " " strong { "(" (context.words.rates.now) ")" } }
            }
            td { (source(&entry.source, context)) }
        }
    }
}

fn offers(context: Context) -> Markup {
    let words = &context.words.rates;
    html! {
        section.section {
            h2 { (words.offers) }
            p { (words.offers_lead) }
            ul {
                @for offer in context.standard.offers.iter() {
                    li { (texts::offer(offer, context.words)) }
                }
            }
        }
    }
}

/// Contacts, opening hours and the closing days that are not past.
fn office(context: Context) -> Markup {
    let words = &context.words.rates;
    let contacts = &context.standard.contacts;
    let closed = contacts.closing_days.iter().filter(|closed| closed.days.to >= context.today);
    let closed: Vec<_> = closed.collect();
    html! {
        section.section {
            h2 { (words.office) }
            address {
                (parts::department(context))
                (parts::phone(context)) br;
                (parts::mail(context))
            }
            h3 { (words.hours) }
            @match &contacts.opening_hours {
                Some(open) => (hours(open, context)),
                None => p { (words.no_hours) },
            }
            h3 { (words.closing_days) }
            @if closed.is_empty() { p { (words.no_closing_days) } }
            @else {
                ul {
                    @for closed in closed {
                        li {
                            (short_range(closed.days, context.words)) ": "
                            (closing_name(closed, context.words))
                        }
                    }
                }
            }
        }
    }
}

fn hours(open: &OpeningHours, context: Context) -> Markup {
    let words = &context.words.rates;
    let time = |time| time_of_day(time, context.words);
    html! {
        dl.answers {
            @for day in WEEKDAYS {
                div {
                    dt { (weekday_name(day, context.words)) }
                    dd {
                        @match open.on(day) {
                            Some(open) => (words.open(time(open.from), time(open.to))),
                            None => (words.closed),
                        }
                    }
                }
            }
        }
    }
}

/// The headings that the pages refer to.
fn headings(context: Context) -> Markup {
    let words = &context.words.rates;
    html! {
        section.section {
            h2 { (words.headings) }
            p { (words.headings_lead) }
            ul { @for section in Section::ALL { li { (context.heading(*section)) } } }
        }
    }
}

/// How the municipality changes all this.
fn editing(context: Context) -> Markup {
    let words = &context.words.rates;
    html! {
        section.section.d-print-none {
            h2 { (words.editing) }
            ol { @for step in words.editing_steps { li { (step) } } }
            p { a href="./standard.schema.json" target="_blank" rel="noopener" { (words.schema_link) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::draft::testing::context;
    use crate::rules::date::Date;
    use crate::rules::standard::{BUILT_IN, Standard};
    use crate::text::words::DA;

    fn drawn(text: &str, today: &str) -> String {
        let standard = Box::leak(Box::new(Standard::load(text).unwrap()));
        let today = Date::parse(today).unwrap();
        let context = Context { standard, today, ..context() };
        let model = Model::new(Page::Rates, context);
        page(View { model: &model, context, hollow: false }).into_string()
    }

    #[test]
    fn every_value_has_a_row_and_those_in_force_are_marked() {
        let page = drawn(BUILT_IN, "2026-11-22");
        let rows = Standard::built_in().unwrap().entries().len();
        assert_eq!(page.matches("<th scope=\"row\">").count(), rows);
        assert_eq!(page.matches(DA.rates.now).count(), rows - 1, "one price limit is past");
        assert!(page.contains(DA.rates.nothing_coming) && page.contains(DA.rates.no_hours));
    }

    #[test]
    fn what_is_to_come_is_told_and_history_is_kept() {
        let example = include_str!("../../examples/lilleby.json");
        let page = drawn(example, "2026-11-22");
        assert!(page.contains("1. januar 2027") && page.contains("2.100,50"), "{page}");
        assert!(page.contains("juleferie") && page.contains("10.00"));
        let later = drawn(example, "2027-02-01");
        assert!(later.contains(DA.rates.nothing_coming) && !later.contains("juleferie"));
        assert!(later.contains("2.000"), "what held before is still there");
    }
}
