//! What an offer is: what it is for, what it holds, how long, who decides, what it costs, and
//! where each of these stands.

use maud::{Markup, html};

use super::texts;
use crate::app::page::Page;
use crate::draft::Context;
use crate::rules::offer::Offer;
use crate::rules::standard::{Parameters, WhichStandard};
use crate::text::format::short_date;

/// The offer in our own words, closed until it is asked for.
pub fn about(offer: Offer, parameters: Option<Parameters>, context: Context) -> Markup {
    let name = texts::offer(offer, context.words);
    html! {
        details.details {
            summary.details-summary {
                (context.words.check.more) span.sr-only { ": " (name) }
            }
            div.details-text {
                (content(offer, context))
                @if let Some(parameters) = parameters { (in_time(offer, parameters, context)) }
                (place(offer, context))
                (payment(offer, context))
                (law(offer, context))
            }
        }
    }
}

/// Something to know of an offer, and under which headings of its standard it stands.
fn topic(heading: &str, text: Markup, sections: &[&str], context: Context) -> Markup {
    html! {
        h4 { (heading) }
        (text)
        @for section in sections { (source(section, context)) }
    }
}

/// The heading something stands under, on a card that names the standard elsewhere.
pub fn source(section: &str, context: Context) -> Markup {
    html! { p.source { (context.words.check.about.section(section)) } }
}

fn text(text: &str) -> Markup {
    html! { p { (text) } }
}

/// The way to a page with more.
fn way(page: Page, context: Context) -> Markup {
    html! { p { a href=(page.href()) { (page.title(context.words)) } } }
}

fn is_temporary(offer: Offer) -> bool {
    texts::standard(offer) == WhichStandard::Temporary
}

/// What it is for, what it holds and what not, and the plan that one may have.
fn content(offer: Offer, context: Context) -> Markup {
    let words = &context.words.check.about;
    let sections = &context.words.check.sections;
    let purpose: &[&str] = match offer {
        Offer::Temporary | Offer::LongTerm | Offer::Lease => &[sections.purpose],
        Offer::Respite | Offer::Crisis => &[sections.needs, sections.purpose],
    };
    let holds: &[&str] = match offer {
        Offer::Temporary | Offer::Respite | Offer::Crisis => &[sections.activities, sections.holds],
        Offer::LongTerm => &[sections.holds],
        Offer::Lease => &[sections.basis, sections.supplier],
    };
    let besides = match offer {
        Offer::Temporary | Offer::Crisis => html! { p { (words.no_respite) } },
        Offer::Respite => html! { p { (words.no_respite) } p { (words.holds_not_respite) } },
        Offer::LongTerm | Offer::Lease => html! { p { (words.respite_silent) } },
    };
    let (plan, plan_section) = match is_temporary(offer) {
        true => (words.plan.temporary, sections.activities),
        false => (words.plan.long_term, sections.supplier),
    };
    let holds_not = html! { (text(words.holds_not)) (besides) };
    let purpose_text = text(texts::purpose(offer, context.words));
    let holds_text = text(texts::holds(offer, context.words));
    html! {
        (topic(words.purpose_heading, purpose_text, purpose, context))
        (topic(words.holds_heading, holds_text, holds, context))
        (topic(words.holds_not_heading, holds_not, &[sections.holds_not], context))
        (topic(words.plan_heading, text(plan), &[plan_section], context))
    }
}

/// How long it lasts, who decides that it begins, when the municipality looks at it again, and how
/// it ends.
fn in_time(offer: Offer, parameters: Parameters, context: Context) -> Markup {
    let words = &context.words.check.about;
    let sections = &context.words.check.sections;
    let how_long_sections: &[&str] = match offer {
        Offer::Temporary => &[sections.holds, sections.how_long],
        Offer::Respite => &[sections.holds],
        Offer::Crisis => &[sections.needs, sections.how_long],
        Offer::LongTerm | Offer::Lease => &[sections.how_long],
    };
    let how_long = html! {
        p { (how_long(offer, parameters, context)) }
        @if offer == Offer::Respite { (way(Page::Respite, context)) }
    };
    let follow_up_sections: &[&str] = match offer {
        Offer::Respite | Offer::Crisis => &[sections.how_long, sections.starts],
        Offer::Temporary | Offer::LongTerm | Offer::Lease => &[sections.starts],
    };
    let follow_up = html! { p { (follow_up(offer, parameters, context)) } p { (words.duty) } };
    // What the decision rests on stands elsewhere than who makes it.
    let decides_sections = &[sections.receive, sections.starts];
    let (ends, ends_section) = match offer {
        Offer::Temporary | Offer::Respite | Offer::Crisis => {
            (words.ends.temporary, sections.how_long)
        }
        Offer::LongTerm => (words.ends.long_term, sections.starts),
        Offer::Lease => (words.ends.lease, sections.starts),
    };
    html! {
        (topic(words.how_long_heading, how_long, how_long_sections, context))
        (topic(words.decides_heading, text(words.decides), decides_sections, context))
        (topic(words.follow_up_heading, follow_up, follow_up_sections, context))
        (topic(words.ends_heading, text(ends), &[ends_section], context))
    }
}

fn how_long(offer: Offer, parameters: Parameters, context: Context) -> String {
    let words = &context.words.check.about.how_long;
    match offer {
        Offer::Temporary => words.temporary.to_owned(),
        Offer::Respite => words.respite(
            parameters.respite_days_per_year,
            parameters.respite_weekend_days,
            parameters.respite_week_days,
        ),
        Offer::Crisis => words.crisis.to_owned(),
        Offer::LongTerm | Offer::Lease => words.long_term.to_owned(),
    }
}

fn follow_up(offer: Offer, parameters: Parameters, context: Context) -> String {
    let words = &context.words.check.about.follow_up;
    let first = parameters.first_follow_up_months;
    match offer {
        Offer::Temporary => words.temporary(first, parameters.temporary_follow_up_months),
        Offer::Respite | Offer::Crisis => words.short(parameters.temporary_follow_up_months),
        Offer::LongTerm | Offer::Lease => {
            words.long_term(first, parameters.long_term_follow_up_months)
        }
    }
}

/// Where it can be, and who chooses the place.
fn place(offer: Offer, context: Context) -> Markup {
    let words = &context.words.check.about;
    let sections = [context.words.check.sections.supplier];
    let (supplier, choice) = match is_temporary(offer) {
        true => (words.supplier.temporary, text(words.choice.temporary)),
        false => {
            let choice = html! { (text(words.choice.long_term)) (way(Page::FreeChoice, context)) };
            (words.supplier.long_term, choice)
        }
    };
    html! {
        (topic(words.supplier_heading, text(supplier), &sections, context))
        (topic(words.choice_heading, choice, &sections, context))
    }
}

/// What is paid for; of respite the standard does not say.
fn payment(offer: Offer, context: Context) -> Markup {
    let words = &context.words.check.about;
    let sentence = match offer {
        Offer::Temporary | Offer::Crisis | Offer::LongTerm => words.payment.housing,
        Offer::Respite => words.payment.respite,
        Offer::Lease => words.payment.lease,
    };
    let payment = html! {
        (text(sentence))
        @if offer != Offer::Respite { (way(Page::Payment, context)) }
    };
    topic(words.payment_heading, payment, &[context.words.check.sections.payment], context)
}

/// The Act, and the standard with the day since which it holds.
fn law(offer: Offer, context: Context) -> Markup {
    let words = &context.words.check.about;
    let titles = &context.standard.titles;
    let title = if is_temporary(offer) { &titles.temporary } else { &titles.long_term };
    let approved = short_date(context.standard.approved, context.words);
    let law = text(texts::law(offer, context.words));
    html! {
        (topic(words.law_heading, law, &[context.words.check.sections.basis], context))
        p.source { (words.source(title, approved)) }
    }
}
