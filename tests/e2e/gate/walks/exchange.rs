//! Plans as links, calendars as files.

use botilbud::app::page::Page;
use serde_json::json;

use crate::gate::case::Case;
use crate::gate::visit::Visit;
use crate::planner::{link_code, stay};

pub const STATES: &[&str] = &[
    "the link of a plan",
    "no plan to link to",
    "a plan from a link",
    "two plans to choose between",
    "a damaged link",
    "days from a calendar file",
    "a calendar file without a day",
    "a file that is no calendar",
];

const HOLIDAYS: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//DA\r\n\
BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Sommerferie\r\nDTSTART;VALUE=DATE:20260706\r\nDTEND;VALUE=DATE:20260713\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Efterårsferie\r\nDTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261017\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Uden dato\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const WITHOUT_A_DAY: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//DA\r\n\
BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Uden dato\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

impl Visit {
    /// Loads the planner anew with a plan, by its link.
    pub async fn open_plan(&self, stays: &[botilbud::rules::respite::Stay]) {
        let address = format!("{}?plan={}", self.address(Page::Respite), link_code(stays));
        self.browser.open_address(&address).await;
        self.wait_for("main table.stays").await;
    }

    /// Follows a plan's link while the planner is open.
    async fn follow(&self, code: &str) {
        let script = "location.hash = `${arguments[0]}?plan=${arguments[1]}`";
        let arguments = vec![json!(Page::Respite.href()), json!(code)];
        self.browser.script(script, arguments).await;
        self.browser.wait_for_focus("page-heading").await;
        self.browser.settle().await;
    }

    async fn choose(&self, name: &str, text: &str) {
        let path = self.write(name, text);
        self.browser.choose_file("calendar-file", &path).await;
        self.browser.wait_for_focus("import-result").await;
    }
}

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    let stays = [stay("2026-03-06", "2026-03-09"), stay("2027-07-05", "2027-07-11")];
    visit.open_plan(&stays).await;
    browser.press("link").await;
    browser.wait_for_focus("plan-link").await;
    visit.at_page("the link of a plan").await;
    visit.bring(Case::new(), Page::Respite).await;
    if browser.count("#plan-link").await == 0 {
        browser.press("link").await;
    }
    visit.at("no plan to link to").await;

    visit.open_plan(&stays).await;
    visit.at("a plan from a link").await;
    visit.follow(&link_code(&[stay("2026-03-06", "2026-03-09"), stay("2026-05-01", "2026-05-03")])).await;
    visit.at_page("two plans to choose between").await;
    browser.press("keep-mine").await;
    let good = link_code(&stays);
    visit.follow(&format!("{}A", &good[..good.len() - 1])).await;
    visit.at("a damaged link").await;

    visit.open(Page::Respite).await;
    visit.choose("holidays.ics", HOLIDAYS).await;
    visit.at_page("days from a calendar file").await;
    visit.choose("none.ics", WITHOUT_A_DAY).await;
    visit.at("a calendar file without a day").await;
    visit.choose("picture.ics", "\u{89}PNG no calendar at all").await;
    visit.at("a file that is no calendar").await;
}
