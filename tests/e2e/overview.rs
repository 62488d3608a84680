//! All results on one page, and the way to delete them.

use botilbud::app::page::Page;
use serde_json::json;

use crate::check::fill_situation;
use crate::dates::fill_decision;
use crate::free_choice::fill_wish;
use crate::payment::fill_budget;
use crate::respite::fill_stay;
use crate::support::{Ability, Browser, in_browser};

/// Asks every tool but the suggestion and the follow-ups.
pub async fn ask_everything(browser: &Browser) {
    browser.go(Page::CHECK).await;
    fill_situation(browser).await;
    browser.go(Page::Respite).await;
    fill_stay(browser, 1, "6.3.2026", "9.3.2026").await;
    browser.go(Page::Payment).await;
    assert_eq!(browser.typed("born-year").await, "1999", "the birth date is asked for once");
    fill_budget(browser).await;
    browser.ask("payment").await;
    browser.go(Page::Dates).await;
    fill_decision(browser).await;
    browser.ask("complaint").await;
    browser.go(Page::FreeChoice).await;
    fill_wish(browser).await;
    browser.ask("free_choice").await;
    browser.go(Page::Overview).await;
}

const FIGURES: [&str; 5] = [
    "Midlertidigt botilbud Taler for",
    "4 af 55 døgn. 51 tilbage.",
    "7.800 kr. om måneden",
    "2. april 2026",
    "3,16",
];

#[tokio::test]
async fn the_overview_gathers_every_result_that_still_holds() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        ask_everything(&browser).await;
        let page = browser.page_text().await;
        for figure in FIGURES {
            assert!(page.contains(figure), "no »{figure}« in\n{page}");
        }

        // The plan is always counted; what had to be asked and no longer holds is left behind.
        browser.go(Page::Respite).await;
        let field = browser.in_row("stay", 1, "departure").await;
        browser.fill(&field, "10.3.2026").await;
        browser.go(Page::Dates).await;
        browser.fill("complaint-received", "4.3.2026").await;
        browser.go(Page::Overview).await;
        let page = browser.page_text().await;
        assert!(page.contains("5 af 55 døgn."), "{page}");
        assert!(!page.contains(FIGURES[3]), "{page}");
        assert!(page.contains(FIGURES[2]), "{page}");

        browser.script("window.print = () => { window.printed = true }", vec![]).await;
        browser.press("print").await;
        assert_eq!(browser.script("return window.printed", vec![]).await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn everything_can_be_deleted_at_once() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        ask_everything(&browser).await;
        assert!(!browser.is_shown("[data-act=clear]").await, "it takes two steps");
        browser.click("main details:has([data-act=clear]) summary").await;
        browser.press("clear").await;
        browser.wait_for_focus("case-opened").await;
        browser.see("#case-opened", "Alt er slettet").await;
        let page = browser.page_text().await;
        for figure in FIGURES {
            assert!(!page.contains(figure), "»{figure}« is left in\n{page}");
        }
        browser.go(Page::Payment).await;
        assert_eq!(browser.typed("born-year").await, "");
        assert_eq!(browser.count("main input:checked").await, 0);
        browser.go(Page::Respite).await;
        assert_eq!(browser.count("table.stays").await, 0);
        browser.see("main", "Planen er tom").await;
        // Nor can it be undone.
        browser.press("undo").await;
        assert_eq!(browser.count("table.stays").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_changed_birth_date_changes_every_result() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        fill_situation(&browser).await;
        browser.go(Page::Payment).await;
        browser.fill("born-year", "2019").await;
        browser.go(Page::Overview).await;
        browser.see("main", "Midlertidigt botilbud Ikke nu, tidligst 4. maj 2037").await;
    })
    .await;
}

/// Every tool with much to say: a year of stays, three offers at 30, follow-ups.
async fn ask_for_much(browser: &Browser) {
    ask_everything(browser).await;
    browser.go(Page::Respite).await;
    browser.press("year:2027").await;
    browser.press("template").await;
    browser.go(Page::Dates).await;
    browser.choose("follow-offer", "temporary").await;
    browser.fill("follow-moved", "31.1.2026").await;
    browser.ask("follow_up").await;
    browser.go(Page::Payment).await;
    browser.fill("born-year", "1996").await;
    browser.fill("born-month", "1").await;
    for field in ["pay-temporary", "pay-lease"] {
        browser.click(&format!("label[for=\"{field}\"]")).await;
    }
    for offer in ["temporary", "lease"] {
        browser.press(&format!("prices:{offer}")).await;
    }
    browser.go(Page::Overview).await;
}

#[tokio::test]
async fn everything_fits_on_two_pages_of_paper() {
    in_browser(async |browser| {
        browser.open(Page::Front).await;
        ask_for_much(&browser).await;
        assert_eq!(browser.count(".meeting > .brief").await, 8);
        if browser.can(Ability::Paper) {
            let pages = browser.pages_of_paper().await;
            assert!((1..=2).contains(&pages), "{pages} pages of paper");
        }

        browser.emulate_media("print").await;
        let page = browser.page_text().await;
        for text in [
            "Navn:",
            "Egenbetaling: midlertidigt botilbud",
            "Skal der mindst være 1.800 kr. tilbage",
            "Spørg kommunen om dette",
            "Tag det her med",
            "Kontrolkode:",
            "Udskrevet den 9. marts 2026",
            "Siden giver et skøn.",
        ] {
            assert!(page.contains(text), "no »{text}« on paper:\n{page}");
        }
        let once = |text: &str| page.matches(text).count();
        assert_eq!(once("Gælder beløbene fra 2023 stadig?"), 1, "a question stands once");
        for css in ["button", "input", "nav", "form", "details"] {
            assert_eq!(browser.count_seen(css).await, 0, "{css} is of no use on paper");
        }
        browser.emulate_media("").await;
        assert!(!browser.is_shown(".name-line").await, "on paper only");
    })
    .await;
}
