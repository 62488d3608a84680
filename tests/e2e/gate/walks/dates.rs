//! Deadlines and follow-ups: ahead, today, past, moved.

use botilbud::app::page::Page;

use crate::gate::case::Case;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "nothing typed",
    "both sent empty",
    "a decision from tomorrow",
    "a deadline ahead, moved past Easter",
    "a deadline about oneself",
    "a result out of date",
    "the deadline today",
    "the safest day was a day off",
    "a deadline that has passed",
    "a deadline that nothing moves",
    "follow-ups ahead",
    "follow-ups long after the move",
    "both results",
];

fn decision(offer: &str, received: &str) -> Case {
    Case::new().with(&[("complaint-offer", offer), ("complaint-received", received)])
}

fn move_in(offer: &str, moved: &str) -> Case {
    Case::new().with(&[("follow-offer", offer), ("follow-moved", moved)])
}

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Dates).await;
    visit.at_page("nothing typed").await;
    browser.submit("complaint").await;
    visit.ask_wrongly("follow_up").await;
    visit.at_page("both sent empty").await;
    browser.fill("complaint-received", "2026-03-10").await;
    visit.ask_wrongly("complaint").await;
    visit.at("a decision from tomorrow").await;

    let deadline = async |case: Case| {
        visit.bring(case, Page::Dates).await;
        visit.ask("complaint").await;
    };
    deadline(decision("long_term", "2026-03-05")).await;
    visit.at_result("a deadline ahead, moved past Easter").await;
    browser.press("who:me").await;
    visit.at("a deadline about oneself").await;
    browser.choose("complaint-offer", "lease").await;
    visit.at("a result out of date").await;
    deadline(decision("temporary", "2026-02-09")).await;
    visit.at("the deadline today").await;
    deadline(decision("lease", "2026-02-07")).await;
    visit.at("the safest day was a day off").await;
    deadline(decision("long_term", "2026-01-05")).await;
    visit.at_result("a deadline that has passed").await;
    deadline(decision("temporary", "2026-03-03")).await;
    visit.at("a deadline that nothing moves").await;

    visit.bring(move_in("temporary", "2026-01-31"), Page::Dates).await;
    visit.ask("follow_up").await;
    visit.at_result("follow-ups ahead").await;
    visit.bring(move_in("long_term", "2023-05-01"), Page::Dates).await;
    visit.ask("follow_up").await;
    visit.at("follow-ups long after the move").await;
    let both = decision("long_term", "2026-03-05")
        .with(&[("follow-offer", "temporary"), ("follow-moved", "2026-01-31")]);
    deadline(both).await;
    visit.ask("follow_up").await;
    visit.at("both results").await;
}
