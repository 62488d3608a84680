//! What an offer is: what it is for, what it holds, how long, who decides, what it costs, and
//! where each of these stands.

use maud::{Markup, html};

use super::texts;
use crate::app::page::Page;
use crate::draft::Context;
use crate::html::parts;
use crate::rules::offer::Offer;
use crate::rules::standard::{Parameters, Section, WhichStandard};
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
fn topic(heading: &str, text: Markup, sections: &[Section], context: Context) -> Markup {
    html! {
        h4 { (heading) }
        (text)
        @for section in sections { (source(*section, context)) }
    }
}

/// The heading something stands under, on a card that names the standard elsewhere.
pub fn source(section: Section, context: Context) -> Markup {
    html! { p.source { (context.words.check.about.section(context.heading(section))) } }
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
    let purpose: &[Section] = match offer {
        Offer::Temporary | Offer::LongTerm | Offer::Lease => &[Section::Purpose],
        Offer::Respite | Offer::Crisis => &[Section::Needs, Section::Purpose],
    };
    let holds: &[Section] = match offer {
        Offer::Temporary | Offer::Respite | Offer::Crisis => &[Section::Activities, Section::Holds],
        Offer::LongTerm => &[Section::Holds],
        Offer::Lease => &[Section::Basis, Section::Supplier],
    };
    let besides = match offer {
        _ if !context.standard.offers.has(Offer::Respite) => html! {},
        Offer::Temporary | Offer::Crisis => html! { p { (words.no_respite) } },
        Offer::Respite => html! { p { (words.no_respite) } p { (words.holds_not_respite) } },
        Offer::LongTerm | Offer::Lease => html! { p { (words.respite_silent) } },
    };
    let (plan, plan_section) = match is_temporary(offer) {
        true => (words.plan.temporary, Section::Activities),
        false => (words.plan.long_term, Section::Supplier),
    };
    let holds_not = html! { (text(words.holds_not)) (besides) };
    let purpose_text = text(texts::purpose(offer, context.words));
    let holds_text = text(texts::holds(offer, context.words));
    html! {
        (topic(words.purpose_heading, purpose_text, purpose, context))
        (topic(words.holds_heading, holds_text, holds, context))
        (topic(words.holds_not_heading, holds_not, &[Section::HoldsNot], context))
        (topic(words.plan_heading, text(plan), &[plan_section], context))
    }
}

/// How long it lasts, who decides that it begins, when the municipality looks at it again, and how
/// it ends.
fn in_time(offer: Offer, parameters: Parameters, context: Context) -> Markup {
    let words = &context.words.check.about;
    let how_long_sections: &[Section] = match offer {
        Offer::Temporary => &[Section::Holds, Section::HowLong],
        Offer::Respite => &[Section::Holds],
        Offer::Crisis => &[Section::Needs, Section::HowLong],
        Offer::LongTerm | Offer::Lease => &[Section::HowLong],
    };
    let how_long = html! {
        p { (how_long(offer, parameters, context)) }
        @if offer == Offer::Respite && parameters.respite.is_some() {
            (way(Page::Respite, context))
        }
    };
    let follow_up_sections: &[Section] = match offer {
        Offer::Respite | Offer::Crisis => &[Section::HowLong, Section::Starts],
        Offer::Temporary | Offer::LongTerm | Offer::Lease => &[Section::Starts],
    };
    let follow_up = html! { p { (follow_up(offer, parameters, context)) } p { (words.duty) } };
    // What the decision rests on stands elsewhere than who makes it.
    let decides = words.decides(context.department());
    let decides_sections = &[Section::Receive, Section::Starts];
    let (ends, ends_section) = match offer {
        Offer::Temporary | Offer::Respite | Offer::Crisis => {
            (words.ends.temporary, Section::HowLong)
        }
        Offer::LongTerm => (words.ends.long_term, Section::Starts),
        Offer::Lease => (words.ends.lease, Section::Starts),
    };
    html! {
        (topic(words.how_long_heading, how_long, how_long_sections, context))
        (topic(words.decides_heading, text(&decides), decides_sections, context))
        (topic(words.follow_up_heading, follow_up, follow_up_sections, context))
        (topic(words.ends_heading, text(ends), &[ends_section], context))
    }
}

fn how_long(offer: Offer, parameters: Parameters, context: Context) -> String {
    let words = &context.words.check.about.how_long;
    match offer {
        Offer::Temporary => words.temporary.to_owned(),
        Offer::Respite => match parameters.respite {
            Some(quota) => words.respite(quota.days_per_year, quota.weekend_days, quota.week_days),
            None => words.respite_without_number.to_owned(),
        },
        Offer::Crisis => words.crisis.to_owned(),
        Offer::LongTerm | Offer::Lease => words.long_term.to_owned(),
    }
}

fn follow_up(offer: Offer, parameters: Parameters, context: Context) -> String {
    let words = &context.words.check.about.follow_up;
    let first = parameters.first_follow_up_months;
    let months = match is_temporary(offer) {
        true => parameters.temporary_follow_up_months,
        false => parameters.long_term_follow_up_months,
    };
    // A card is drawn only of an offer that the standard has.
    let months = months.unwrap_or_default();
    match offer {
        Offer::Temporary => words.temporary(first, months),
        Offer::Respite | Offer::Crisis => words.short(months),
        Offer::LongTerm | Offer::Lease => words.long_term(first, months),
    }
}

/// Where it can be, and who chooses the place.
fn place(offer: Offer, context: Context) -> Markup {
    let words = &context.words.check.about;
    let sections = [Section::Supplier];
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
    topic(words.payment_heading, payment, &[Section::Payment], context)
}

/// The Act, and the standard with the day since which it holds.
fn law(offer: Offer, context: Context) -> Markup {
    let words = &context.words.check.about;
    let title = parts::titles(texts::standard(offer), context);
    let approved = short_date(context.standard.approved, context.words);
    let law = text(texts::law(offer, context.words));
    html! {
        (topic(words.law_heading, law, &[Section::Basis], context))
        p.source { (words.source(title, approved)) }
    }
}
