//! The overview: nothing, something begun, everything; deleting; case files.

use botilbud::app::page::Page;

use super::free_choice::WISH;
use super::payment::budget;
use crate::gate::case::Case;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "nothing yet",
    "something begun",
    "every result",
    "every result, at length",
    "deleting, asked once more",
    "everything deleted",
    "a case file opened",
    "a case file that waits",
    "a broken case file",
    "a newer case file",
    "no case file",
    "a receipt in place of a case file",
];

/// Something for every tool.
pub fn everything() -> Case {
    budget()
        .with(&[
            ("check-home", "no"),
            ("check-elsewhere", "no"),
            ("check-temporary", "no"),
            ("check-mental", "yes"),
            ("check-crisis", "no"),
            ("check-social", "unknown"),
            ("check-physical", "unknown"),
            ("check-period", "unknown"),
            ("check-respite", "unknown"),
            ("check-need", "unknown"),
            ("check-lasting", "unknown"),
            ("complaint-offer", "long_term"),
            ("complaint-received", "2026-03-05"),
            ("follow-offer", "temporary"),
            ("follow-moved", "2026-01-31"),
        ])
        .with(WISH)
        .stays(&[("2026-03-06", "2026-03-09"), ("2026-05-01", "2026-05-03")])
}

/// Goes to the overview with a result of every tool.
pub async fn show_everything(visit: &Visit) {
    visit.bring(everything(), Page::Dates).await;
    visit.ask("complaint").await;
    visit.ask("follow_up").await;
    visit.go(Page::FreeChoice).await;
    visit.ask("free_choice").await;
    visit.go(Page::Overview).await;
}

/// The same with a year of stays, and three offers at the age at which the minimum changes.
async fn show_at_length(visit: &Visit) {
    visit.go(Page::Respite).await;
    visit.browser.press("template").await;
    visit.browser.wait_for_focus("calendar-heading").await;
    visit.go(Page::Payment).await;
    visit.browser.fill_date("born", "1 1 1996").await;
    for offer in ["temporary", "lease"] {
        visit.browser.click(&format!("label[for=\"pay-{offer}\"]")).await;
        visit.browser.press(&format!("prices:{offer}")).await;
    }
    visit.go(Page::Overview).await;
}

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Overview).await;
    visit.at_page("nothing yet").await;
    visit.bring(budget().born("", "", ""), Page::Overview).await;
    visit.at("something begun").await;
    visit.open(Page::Front).await;
    show_everything(visit).await;
    visit.at_result("every result").await;
    show_at_length(visit).await;
    visit.at("every result, at length").await;
    browser.click("main details:has([data-act=clear]) summary").await;
    visit.at("deleting, asked once more").await;
    browser.press("clear").await;
    browser.wait_for_focus("case-opened").await;
    visit.at("everything deleted").await;

    let choose = async |text: &str| {
        visit.choose_file("case-file", "#case-opened", text).await;
    };
    let case = everything().text();
    choose(&case).await;
    visit.at("a case file opened").await;
    visit.go(Page::Payment).await;
    browser.fill("born-year", "1960").await;
    visit.go(Page::Overview).await;
    choose(&case).await;
    visit.at_page("a case file that waits").await;
    browser.press("keep:leave-case").await;
    choose(&case.replace("born-year", "born-hour")).await;
    visit.at("a broken case file").await;
    choose(&case.replacen("{\"case_file\":", "{\"case_file\":9", 1)).await;
    visit.at("a newer case file").await;
    choose("nothing of ours").await;
    visit.at("no case file").await;
    choose(&super::receipts::receipt()).await;
    visit.at("a receipt in place of a case file").await;
}
