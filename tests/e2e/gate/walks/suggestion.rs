//! A suggested plan: wished for, looked for, found or not.

use botilbud::app::page::Page;

use crate::gate::case::Case;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "a wish that is no number",
    "looking for a plan",
    "a suggestion",
    "a suggestion in part",
    "a suggestion taken",
    "more than is granted",
    "a day that cannot be covered",
    "wishes that collide",
    "a template",
    "whole weeks",
];

/// The next turn of what has been begun waits.
const HOLD: &str = "
    const timer = window.setTimeout;
    window.setTimeout = (work, time) => {
        if (time) return timer(work, time);
        window.setTimeout = timer;
        window.goOn = () => timer(work, 0);
    };
";

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Respite).await;
    let count = browser.in_row("wish", 1, "count").await;
    let before = browser.typed(&count).await;
    browser.fill(&count, "x").await;
    visit.ask_wrongly("suggest").await;
    visit.at("a wish that is no number").await;
    browser.fill(&count, &before).await;
    browser.leave().await;
    browser.script(HOLD, vec![]).await;
    browser.submit("suggest").await;
    visit.wait_for("[data-act=stop]").await;
    visit.at("looking for a plan").await;
    browser.script("goOn()", vec![]).await;
    browser.wait_for_focus("suggest-result").await;
    visit.at_page("a suggestion").await;
    for place in [1, 4, 12] {
        browser.click(&format!("label[for=take-{place}]")).await;
    }
    visit.at("a suggestion in part").await;
    browser.press("accept").await;
    browser.wait_for_focus("calendar-heading").await;
    visit.at("a suggestion taken").await;

    let ask = async |case: Case| {
        visit.bring(case, Page::Respite).await;
        visit.ask("suggest").await;
    };
    ask(Case::new().with(&[("granted", "50")])).await;
    visit.at("more than is granted").await;
    let covered = Case::new()
        .row("wanted", 1, &[("from", "2027-10-13"), ("to", "2027-10-13")])
        .row("closed", 1, &[("from", "2027-10-10"), ("to", "2027-10-16")]);
    ask(covered).await;
    visit.at("a day that cannot be covered").await;
    let collide = Case::new()
        .row("wish", 1, &[("weekday", "0"), ("days", "8"), ("count", "2")])
        .row("wish", 2, &[("weekday", "1"), ("days", "1"), ("count", "3")])
        .row("closed", 1, &[("from", "2027-01-09"), ("to", "2027-12-31")]);
    ask(collide).await;
    visit.at_page("wishes that collide").await;

    visit.bring(Case::new(), Page::Respite).await;
    browser.press("template").await;
    browser.wait_for_focus("calendar-heading").await;
    visit.on_paper("a template").await;
    browser.press("wish-weeks").await;
    browser.wait_for_focus("suggest-result").await;
    visit.at("whole weeks").await;
}
