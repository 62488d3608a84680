//! What a public site has to say of itself: how accessible it is, and what becomes of data. What the
//! municipality has not told is said to be untold; nobody else can tell it.

use maud::{Markup, html};

use crate::app::page::Page;
use crate::draft::Context;
use crate::html::page::{View, intro, print_button};
use crate::html::parts::{self, Tone, phone_link};
use crate::rules::date::Date;
use crate::rules::standard::{Conformance, Method, Shortcoming};
use crate::text::format::short_date;

/// After so many months a statement is due to be looked over.
const REVIEW_MONTHS: i32 = 12;

/// The accessibility statement (tilgængelighedserklæring).
pub fn accessibility(view: View) -> Markup {
    let words = &view.words().accessibility;
    let context = view.context;
    let told = &context.standard.site.accessibility;
    html! {
        (intro(Page::Accessibility, words.lead, view))
        section.section {
            h2 { (words.conformance) }
            p { (conformance(told.conformance, context)) }
        }
        section.section {
            h2 { (words.shortcomings) }
            (shortcomings(&told.shortcomings, context))
        }
        section.section {
            h2 { (words.tested) }
            p { (method(told.method, context)) }
            p { (words.own_tests) }
            (reviewed(told.prepared, told.reviewed, context))
        }
        section.section {
            h2 { (words.barrier) }
            p { (words.barrier_lead) }
            (reach(told.mail.as_deref(), told.phone.as_deref(), context))
        }
        section.section {
            h2 { (words.complain) }
            p { (words.complain_lead) }
            p {
                @match &told.statement {
                    Some(address) => a href=(address) { (words.official) },
                    None => (words.no_official),
                }
            }
        }
        (print_button(view))
    }
}

fn conformance(told: Option<Conformance>, context: Context) -> &'static str {
    let words = &context.words.accessibility;
    match told {
        Some(Conformance::Full) => words.full,
        Some(Conformance::Partial) => words.partial,
        Some(Conformance::None) => words.none,
        None => words.conformance_untold,
    }
}

fn shortcomings(told: &[Shortcoming], context: Context) -> Markup {
    let words = &context.words.accessibility;
    html! {
        @if told.is_empty() { p { (words.no_shortcomings) } }
        @else {
            ul {
                @for one in told {
                    li { (one.what) " " (words.why(&one.why)) " " (words.instead(&one.instead)) }
                }
            }
        }
    }
}

fn method(told: Option<Method>, context: Context) -> &'static str {
    let words = &context.words.accessibility;
    match told {
        Some(Method::SelfEvaluation) => words.self_evaluation,
        Some(Method::ThirdParty) => words.third_party,
        None => words.method_untold,
    }
}

/// When the statement was made and last looked over, and that it is due when it is.
fn reviewed(prepared: Option<Date>, reviewed: Option<Date>, context: Context) -> Markup {
    let words = &context.words.accessibility;
    let last = reviewed.or(prepared);
    let is_due = last.is_none_or(|last| last.plus_months(REVIEW_MONTHS) < context.today);
    html! {
        @if let Some(date) = prepared { p { (words.prepared(short_date(date, context.words))) } }
        @if let Some(date) = reviewed { p { (words.reviewed(short_date(date, context.words))) } }
        @if is_due { (parts::alert(Tone::Info, words.due_heading, words.due)) }
    }
}

/// Mail address and telephone number; the department's where there are no others.
fn reach(mail: Option<&str>, phone: Option<&str>, context: Context) -> Markup {
    let contacts = &context.standard.contacts;
    let mail = mail.unwrap_or(&contacts.mail);
    html! {
        address {
            (context.standard.municipality) br;
            a href=(format!("mailto:{mail}")) { (mail) } br;
            (phone_link(phone.unwrap_or(&contacts.phone)))
        }
    }
}

/// What becomes of data (privatliv).
pub fn privacy(view: View) -> Markup {
    let words = &view.words().privacy;
    let context = view.context;
    let told = &context.standard.site.privacy;
    html! {
        (intro(Page::Privacy, words.lead, view))
        section.section {
            h2 { (words.typed) }
            ul { @for item in view.words().front.privacy_items { li { (item) } } }
        }
        section.section {
            h2 { (words.cookies) }
            ul { @for item in words.cookies_items { li { (item) } } }
        }
        section.section {
            h2 { (words.server) }
            p { (words.server_lead) }
            p { (host(told.host.as_deref(), context)) " " (log(told.log_days, context)) }
            p { (words.embedded) }
        }
        section.section {
            h2 { (words.responsible) }
            p { (words.responsible_lead(&context.standard.municipality)) }
            (officer(context))
            p { (words.complain) }
        }
        (print_button(view))
        (parts::contact(context))
    }
}

fn host(told: Option<&str>, context: Context) -> String {
    let words = &context.words.privacy;
    told.map_or_else(|| words.host_untold.to_owned(), |host| words.host(host))
}

fn log(days: Option<u32>, context: Context) -> String {
    let words = &context.words.privacy;
    match days {
        Some(0) => words.log_never.to_owned(),
        Some(1) => words.log_one_day.to_owned(),
        Some(days) => words.log_days(days),
        None => words.log_untold.to_owned(),
    }
}

/// The data protection officer (databeskyttelsesrådgiver).
fn officer(context: Context) -> Markup {
    let words = &context.words.privacy;
    let told = &context.standard.site.privacy;
    html! {
        p {
            @if told.officer_mail.is_none() && told.officer_phone.is_none() { (words.officer_untold) }
            @else {
                (words.officer) " "
                @if let Some(mail) = &told.officer_mail {
                    a href=(format!("mailto:{mail}")) { (mail) } " "
                }
                @if let Some(phone) = &told.officer_phone { (phone_link(phone)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::draft::testing::context;
    use crate::rules::standard::{BUILT_IN, Standard};
    use crate::text::words::DA;

    const EXAMPLE: &str = include_str!("../../examples/lilleby.json");

    fn drawn(text: &str, today: &str, draw: fn(View) -> Markup) -> String {
        let standard = Box::leak(Box::new(Standard::load(text).unwrap()));
        let context = Context { standard, today: Date::parse(today).unwrap(), ..context() };
        let model = Model::new(Page::Accessibility, context);
        draw(View { model: &model, context, hollow: false }).into_string()
    }

    #[test]
    fn what_the_municipality_has_not_told_is_said_to_be_untold() {
        let words = &DA.accessibility;
        let page = drawn(BUILT_IN, "2026-11-22", accessibility);
        for untold in [words.conformance_untold, words.method_untold, words.no_official, words.due]
        {
            assert!(page.contains(untold), "{untold}");
        }
        assert!(page.contains("mailto:vf@koege.dk"));
        let page = drawn(BUILT_IN, "2026-11-22", privacy);
        let words = &DA.privacy;
        for untold in [words.host_untold, words.log_untold, words.officer_untold] {
            assert!(page.contains(untold), "{untold}");
        }
    }

    #[test]
    fn what_it_has_told_is_shown() {
        let page = drawn(EXAMPLE, "2026-11-22", accessibility);
        let words = &DA.accessibility;
        assert!(page.contains(words.partial) && page.contains(words.self_evaluation));
        assert!(page.contains("was.digst.dk/lilleby-example\""));
        assert!(page.contains("Brug tabellen under kurven.") && !page.contains(words.due));
        assert!(page.contains("mailto:web@lilleby.example") && page.contains("tel:+4512345678"));
        let page = drawn(EXAMPLE, "2026-11-22", privacy);
        assert!(page.contains("dpo@lilleby.example") && page.contains(&DA.privacy.log_days(14)));
    }

    #[test]
    fn a_statement_is_due_after_a_year() {
        let due = |today| drawn(EXAMPLE, today, accessibility).contains(DA.accessibility.due);
        assert!(!due("2027-11-01") && due("2027-11-02"));
    }
}
