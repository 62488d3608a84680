//! Result views, drawn from the HTML of [`crate::results`].

use leptos::html::Div;
use leptos::prelude::*;
use maud::Markup;

use crate::browser;

/// Draws what `content` gives, anew whenever it changes; nothing while it gives nothing.
///
/// Bars have their shares in `data-share`: the page's security policy allows no style in markup,
/// so they are set once the markup stands.
#[component]
pub fn Html(
    content: Signal<Option<String>>,
    #[prop(default = "")] class: &'static str,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        content.track();
        if let Some(place) = place.get() {
            browser::apply_shares(&place);
        }
    });
    view! { <div class=class node_ref=place inner_html=move || content.get().unwrap_or_default()></div> }
}

/// Markup that never changes.
#[component]
pub fn StaticHtml(markup: Markup) -> impl IntoView {
    view! { <div inner_html=markup.into_string()></div> }
}
