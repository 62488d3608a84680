//! One file for each page.

pub mod respite;

use leptos::prelude::*;

use super::nav::Page;

/// The page's view.
pub fn view_of(page: Page) -> AnyView {
    match page {
        Page::Respite => view! { <respite::RespitePage/> }.into_any(),
        _ => view! { <respite::RespitePage/> }.into_any(),
    }
}
