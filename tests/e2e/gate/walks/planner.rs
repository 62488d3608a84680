//! The planner's calendar and list.

use botilbud::app::page::Page;

use crate::gate::case::Case;
use crate::gate::visit::Visit;
use crate::planner::{day, stay};
use crate::support::hand::Mouse;

pub const STATES: &[&str] = &[
    "empty",
    "about oneself",
    "a stay being chosen",
    "a stay as it would be",
    "an open stay",
    "a choice that was refused",
    "an open stay, held, every fold open",
    "a stay being moved",
    "days that will not do or must be covered",
    "a row begun",
    "rows that are wrong",
    "settings that are wrong",
    "a row over another",
    "a counted plan",
    "every reading of the year",
    "during temporary housing",
    "too many days",
    "too many days in any twelve months",
    "no days granted",
    "two years",
    "two years in different years",
    "the last year",
];

pub async fn walk(visit: &Visit) {
    calendar(visit).await;
    list(visit).await;
    counts(visit).await;
}

async fn calendar(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Respite).await;
    visit.at_page("empty").await;
    browser.press("who:me").await;
    visit.at("about oneself").await;
    browser.press("who:close").await;

    browser.click_day("2026-03-06").await;
    visit.at("a stay being chosen").await;
    browser.bring_into_sight(&day("2026-03-09")).await;
    browser.mouse(&[Mouse::To(&day("2026-03-09"))]).await;
    visit.at("a stay as it would be").await;
    browser.click_day("2026-03-09").await;
    visit.at_page("an open stay").await;
    browser.click_day("2026-03-04").await;
    browser.click_day("2026-03-07").await;
    visit.at("a choice that was refused").await;
    browser.press("cancel").await;
    browser.click_day("2026-03-08").await;
    visit.unfold_all().await;
    browser.press("held").await;
    visit.at("an open stay, held, every fold open").await;
    browser.press("move").await;
    browser.bring_into_sight(&day("2026-03-19")).await;
    browser.mouse(&[Mouse::To(&day("2026-03-19"))]).await;
    visit.at("a stay being moved").await;
    browser.press("cancel").await;

    let round = Case::new()
        .stays(&[("2026-05-14", "2026-05-17")])
        .row("closed", 1, &[("from", "2026-03-16"), ("to", "2026-03-18")])
        .row("wanted", 1, &[("from", "2026-10-13"), ("to", "2026-10-14")]);
    visit.bring(round, Page::Respite).await;
    browser.click_day("2026-03-16").await;
    visit.at("days that will not do or must be covered").await;
}

async fn list(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Respite).await;
    browser.press("add:stay").await;
    visit.at("a row begun").await;
    browser.fill(&browser.in_row("stay", 1, "arrival").await, "2026-02-31").await;
    browser.fill(&browser.in_row("stay", 1, "departure").await, "x").await;
    browser.leave().await;
    visit.wait_for(".form-error-message").await;
    visit.at_page("rows that are wrong").await;
    let wrong = [("granted", "100"), ("grant-start", "x"), ("housing-to", "2026-05-01")];
    visit.bring(Case::new().with(&wrong), Page::Respite).await;
    browser.click("#granted").await;
    browser.leave().await;
    visit.wait_for(".form-error-message").await;
    visit.at("settings that are wrong").await;
    let over = Case::new().stays(&[("2026-03-06", "2026-03-09"), ("2026-03-08", "2026-03-12")]);
    visit.bring(over, Page::Respite).await;
    visit.at("a row over another").await;
}

async fn counts(visit: &Visit) {
    let browser = &visit.browser;
    let plan = [
        ("2026-03-06", "2026-03-09"),
        ("2026-03-09", "2026-03-11"),
        ("2026-12-30", "2027-01-02"),
    ];
    let counted = Case::new().stays(&plan);
    visit.bring(counted.clone(), Page::Respite).await;
    visit.at_result("a counted plan").await;
    visit.bring(counted.clone().with(&[("grant-start", "2026-02-01")]), Page::Respite).await;
    visit.unfold_all().await;
    visit.at("every reading of the year").await;
    visit.bring(counted.with(&[("housing-from", "2026-02-01")]), Page::Respite).await;
    visit.at("during temporary housing").await;
    let much = Case::new().stays(&[("2026-05-01", "2026-05-07"), ("2026-06-05", "2026-06-09")]);
    visit.bring(much.clone().with(&[("granted", "10")]), Page::Respite).await;
    visit.wait_for("#ways-heading").await;
    visit.at_result("too many days").await;
    let window = [("2026-12-02", "2026-12-31"), ("2027-01-02", "2027-01-31")];
    visit.bring(Case::new().stays(&window), Page::Respite).await;
    visit.at("too many days in any twelve months").await;
    visit.bring(much.with(&[("granted", "0")]), Page::Respite).await;
    visit.at("no days granted").await;

    let plan = [stay("2026-12-30", "2027-01-02"), stay("2027-03-05", "2027-03-08")];
    visit.open_plan(&plan).await;
    browser.press("beside").await;
    visit.at_page("two years").await;
    browser.press("year:2027").await;
    visit.at("two years in different years").await;
    browser.press("beside").await;
    visit.bring(Case::new(), Page::Respite).await;
    for year in [2028, 2029, 2030] {
        if browser.count(&format!("[data-act=\"year:{year}\"]")).await > 0 {
            browser.press(&format!("year:{year}")).await;
        }
    }
    visit.at("the last year").await;
}
