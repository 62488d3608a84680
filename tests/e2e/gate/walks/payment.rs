//! The payment: what is missing, estimates of every kind, short lists and long ones.

use botilbud::app::page::Page;

use crate::gate::case::Case;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "nothing typed",
    "sent empty",
    "about oneself",
    "one is missing",
    "an amount that is unclear",
    "an estimate",
    "an estimate, every fold open",
    "amounts by week and by year, and one of another name",
    "reduced to leave the minimum",
    "not enough to live on",
    "nothing to pay",
    "at the age at which the minimum changes",
    "three offers",
    "two offers, one without prices",
    "a lease",
    "long lists",
    "long lists of three offers",
    "an empty list",
];

/// A month's budget of a person of 26 years, in a long-term offer.
pub fn budget() -> Case {
    Case::new()
        .with(&[("pay-long-term", "yes")])
        .born("4", "5", "1999")
        .row("income", 1, &[("amount", "14500")])
        .row("expense", 1, &[("amount", "350")])
        .row("charge_long_term", 1, &[("amount", "4200")])
        .row("charge_long_term", 5, &[("amount", "3600")])
}

fn three_offers() -> Case {
    budget()
        .with(&[
            ("pay-temporary", "yes"),
            ("pay-own-home", "yes"),
            ("pay-lease", "yes"),
            ("pay-benefit", "1250"),
            ("pay-family", "yes"),
            ("pay-debt", "9000"),
        ])
        .row("charge_temporary", 1, &[("amount", "4200")])
        .row("charge_temporary", 5, &[("amount", "3600")])
        .row("charge_lease", 1, &[("amount", "5000")])
        .row("charge_lease", 5, &[("amount", "3600")])
}

/// As many lines as somebody with a box of bills has.
fn long(case: Case) -> Case {
    let lines = (1..=24).fold(case, |case, place| {
        let amount = (place * 37).to_string();
        let name = format!("Regning nummer {place} med et navn, der er langt");
        case.row("expense", place, &[("kind", ""), ("name", &name), ("amount", &amount)])
    });
    (2..=12).fold(lines, |case, place| case.row("income", place, &[("amount", "1200")]))
}

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Payment).await;
    visit.at_page("nothing typed").await;
    visit.ask_wrongly("payment").await;
    visit.at_page("sent empty").await;
    browser.press("who:me").await;
    visit.at("about oneself").await;

    let show = async |case: Case| visit.bring(case, Page::Payment).await;
    show(budget().born("", "", "")).await;
    visit.at("one is missing").await;
    show(budget().row("income", 1, &[("amount", "14.50")])).await;
    visit.ask_wrongly("payment").await;
    visit.at("an amount that is unclear").await;
    show(budget()).await;
    visit.ask("payment").await;
    visit.at_result("an estimate").await;
    visit.unfold_all().await;
    visit.at("an estimate, every fold open").await;
    let periods = budget()
        .row("expense", 1, &[("per", "week")])
        .row("income", 1, &[("per", "year"), ("amount", "180000")])
        .row("income", 2, &[("kind", ""), ("name", "Gave"), ("amount", "500")]);
    show(periods).await;
    visit.at("amounts by week and by year, and one of another name").await;
    let reduced = budget()
        .row("income", 1, &[("amount", "10000")])
        .row("charge_long_term", 1, &[("amount", "9000")]);
    show(reduced.clone().with(&[("pay-debt", "2000")])).await;
    visit.at_result("reduced to leave the minimum").await;
    show(reduced.row("income", 1, &[("amount", "900")])).await;
    visit.at("not enough to live on").await;
    let free = budget()
        .row("charge_long_term", 1, &[("amount", "0")])
        .row("charge_long_term", 5, &[("amount", "0")]);
    show(free).await;
    visit.at("nothing to pay").await;
    show(budget().born("1", "1", "1996")).await;
    visit.at("at the age at which the minimum changes").await;
    show(three_offers()).await;
    visit.ask("payment").await;
    visit.at_result("three offers").await;
    show(budget().with(&[("pay-temporary", "yes")])).await;
    visit.at("two offers, one without prices").await;
    show(three_offers().with(&[("pay-temporary", ""), ("pay-long-term", "")])).await;
    visit.at("a lease").await;
    show(long(budget())).await;
    visit.on_paper("long lists").await;
    show(long(three_offers())).await;
    visit.at("long lists of three offers").await;
    show(budget()).await;
    browser.click("[data-act^=\"remove:expense:\"]").await;
    visit.at("an empty list").await;
}
