//! Whom to turn to, from the standard's data.

use leptos::prelude::*;

use crate::ui::state::{use_standard, use_words};

/// The phone number as a link.
#[component]
pub fn Phone() -> impl IntoView {
    let number = use_standard().contacts.phone.clone();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    view! { <a href=format!("tel:+45{digits}")>{number.replace(' ', "\u{a0}")}</a> }
}

/// The mail address as a link.
#[component]
pub fn Mail() -> impl IntoView {
    let mail = &use_standard().contacts.mail;
    view! { <a href=format!("mailto:{mail}")>{mail.clone()}</a> }
}

/// The next step of every result: whom to ask.
#[component]
pub fn Contact() -> impl IntoView {
    let words = use_words();
    let standard = use_standard();
    let contacts = &standard.contacts;
    view! {
        <section class="section">
            <h2>{words.contact.heading}</h2>
            <p>{words.contact.lead}</p>
            <address>
                {standard.municipality.clone()} ", " {contacts.department.clone()} <br/>
                {contacts.street.clone()} ", " {contacts.town.clone()} <br/>
                {words.contact.phone} " " <Phone/>
            </address>
            <p>{words.contact.no_private_mail}</p>
        </section>
    }
}
