//! Pages that say the same to everybody, and the menu.

use botilbud::app::page::Page;

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "the front page",
    "the menu open",
    "about",
    "the decision tables",
    "the rates",
    "the accessibility statement",
    "privacy",
];

pub async fn walk(visit: &Visit) {
    visit.open(Page::Front).await;
    visit.at_page("the front page").await;
    visit.browser.script("document.getElementById('menu').open = true", vec![]).await;
    visit.at("the menu open").await;
    for (page, state) in [
        (Page::About, "about"),
        (Page::DecisionTable, "the decision tables"),
        (Page::Rates, "the rates"),
        (Page::Accessibility, "the accessibility statement"),
        (Page::Privacy, "privacy"),
    ] {
        visit.go(page).await;
        visit.at_page(state).await;
    }
}
