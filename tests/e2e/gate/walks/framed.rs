//! The tools in a frame on somebody else's page.

use botilbud::app::page::Page;

use super::payment::budget;
use crate::gate::visit::Visit;
use crate::support::host;

pub const STATES: &[&str] = &[
    "the front page",
    "the menu open",
    "the check",
    "the planner",
    "the planner with an open stay",
    "the payment",
    "an estimate",
    "the payment sent empty",
    "the dates",
    "free choice",
    "the overview",
];

impl Visit {
    /// Goes into a frame that shows a tool.
    async fn enter(&self, tool: &str) {
        let link = self.file("index.html");
        let script = self.file("embed-1.js");
        let code = self.language.code();
        let page = format!(
            "<a href='{link}' data-botilbud data-tool={tool} data-lang={code}>x</a>
             <script src='{script}' async></script>"
        );
        self.browser.open_address(&host(page)).await;
        self.wait_for("iframe").await;
        self.browser.enter_frame().await;
        self.wait_for("main#main-content h1").await;
        self.browser
            .wait("the second file", async || self.browser.count("main .loading").await == 0)
            .await;
        self.wait_for("[data-framed=fits]").await;
    }

    async fn touch(&self, css: &str) {
        let script = "document.querySelector(arguments[0]).click()";
        self.browser.script(script, vec![css.into()]).await;
        self.browser.settle().await;
    }
}

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.enter("front").await;
    visit.at_page("the front page").await;
    visit.touch("main a[href='#/tjek']").await;
    visit.wait_for("#frame-before summary").await;
    visit.touch("#frame-before summary").await;
    visit.at_page("the menu open").await;
    visit.enter("check").await;
    visit.at("the check").await;
    visit.enter("respite").await;
    visit.at("the planner").await;
    visit.touch("#day-2026-05-15").await;
    visit.touch("#day-2026-05-18").await;
    visit.at("the planner with an open stay").await;
    visit.enter("payment").await;
    visit.at("the payment").await;
    visit.bring(budget(), Page::Payment).await;
    visit.at("an estimate").await;
    visit.enter("payment").await;
    visit.touch("form[data-tool=payment] button[type=submit]").await;
    browser.wait_for_focus("payment-errors").await;
    visit.at("the payment sent empty").await;
    for (tool, state) in
        [("dates", "the dates"), ("free_choice", "free choice"), ("overview", "the overview")]
    {
        visit.enter(tool).await;
        visit.at(state).await;
    }
}
