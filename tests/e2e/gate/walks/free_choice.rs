//! Free choice: every answer, offers here and elsewhere, prices that are wrong.

use botilbud::app::page::Page;

use crate::gate::case::Case;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "nothing typed",
    "wrong prices",
    "about oneself",
    "speaks for it",
    "speaks for it, every fold open",
    "speaks against it",
    "elsewhere, and nobody knows",
    "elsewhere, every fold open",
    "without prices",
    "a lease",
    "a temporary offer, before it is asked",
    "a temporary offer",
];

/// A wish for which everything speaks.
pub const WISH: &[(&str, &str)] = &[
    ("choice-offer", "long_term"),
    ("choice-wanted-price", "98000"),
    ("choice-reference-price", "95000"),
    ("choice-suitable", "yes"),
    ("choice-registered", "yes"),
    ("choice-elsewhere", "no"),
];

fn wish() -> Case {
    Case::new().with(WISH)
}

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::FreeChoice).await;
    visit.at_page("nothing typed").await;
    browser.fill("choice-wanted-price", "x").await;
    browser.fill("choice-reference-price", "0").await;
    visit.ask_wrongly("free_choice").await;
    visit.at_page("wrong prices").await;
    browser.press("who:me").await;
    visit.at("about oneself").await;

    let ask = async |case: Case| {
        visit.bring(case, Page::FreeChoice).await;
        visit.ask("free_choice").await;
    };
    ask(wish()).await;
    visit.at_result("speaks for it").await;
    visit.unfold_all().await;
    visit.at("speaks for it, every fold open").await;
    ask(wish().with(&[("choice-wanted-price", "150000")])).await;
    visit.at_result("speaks against it").await;
    ask(wish().with(&[("choice-elsewhere", "yes"), ("choice-agree", "unknown")])).await;
    visit.at_result("elsewhere, and nobody knows").await;
    visit.unfold_all().await;
    visit.at("elsewhere, every fold open").await;
    let open = [
        ("choice-wanted-price", ""),
        ("choice-reference-price", ""),
        ("choice-suitable", ""),
        ("choice-dearer", "unknown"),
    ];
    ask(wish().with(&open)).await;
    visit.at("without prices").await;
    ask(wish().with(&[("choice-offer", "lease")])).await;
    visit.at("a lease").await;
    visit.bring(Case::new().with(&[("choice-offer", "temporary")]), Page::FreeChoice).await;
    visit.at("a temporary offer, before it is asked").await;
    visit.ask("free_choice").await;
    visit.at("a temporary offer").await;
}
