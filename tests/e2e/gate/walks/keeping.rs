//! Keeping on the device: on, found again, changed or deleted elsewhere, refused.

use botilbud::app::page::Page;
use serde_json::json;

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &[
    "what is typed is kept",
    "kept before",
    "kept before, deleting asked once more",
    "kept before, and something typed",
    "something newer elsewhere",
    "deleted elsewhere",
    "no room",
    "the browser refuses",
    "something kept that is broken",
    "something kept by a newer version",
];

/// As if another window had kept something else, or deleted it.
const ELSEWHERE: &str = "
    const [year] = arguments;
    const kept = localStorage.getItem('botilbud').replace(/(born-year\":\")[0-9]*/, `$1${year}`);
    if (year) localStorage.setItem('botilbud', kept); else localStorage.removeItem('botilbud');
    window.dispatchEvent(new StorageEvent('storage', { key: 'botilbud' }));
";
const NO_ROOM: &str = "
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
";
const REFUSES: &str = "
    Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get() { throw new DOMException('no', 'SecurityError'); },
    });
";

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    let notice = "#kept .alert";
    visit.open(Page::Payment).await;
    browser.fill("born-year", "1950").await;
    visit.go(Page::Overview).await;
    browser.press("keep:this").await;
    browser.wait_for_focus("kept").await;
    visit.at_page("what is typed is kept").await;
    visit.open(Page::Payment).await;
    visit.wait_for(notice).await;
    visit.at_page("kept before").await;
    browser.click("#kept summary").await;
    visit.at("kept before, deleting asked once more").await;
    browser.fill("born-month", "3").await;
    visit.at("kept before, and something typed").await;
    browser.press("keep:take").await;
    browser.wait("it to go", async || browser.count(notice).await == 0).await;

    browser.script(ELSEWHERE, vec![json!("1970")]).await;
    visit.wait_for(notice).await;
    visit.at("something newer elsewhere").await;
    browser.press("keep:take").await;
    browser.wait("it to go", async || browser.count(notice).await == 0).await;
    browser.script(ELSEWHERE, vec![json!("")]).await;
    visit.wait_for(notice).await;
    visit.at("deleted elsewhere").await;
    browser.press("keep:this").await;
    browser.wait("it to go", async || browser.count(notice).await == 0).await;

    browser.script(NO_ROOM, vec![]).await;
    browser.fill("born-month", "4").await;
    visit.wait_for(notice).await;
    visit.at("no room").await;
    browser.script(REFUSES, vec![]).await;
    browser.press("keep:this").await;
    visit.wait_for("#kept .alert").await;
    visit.at("the browser refuses").await;

    for (text, state) in [
        ("{\"case_file\":2,\"pro", "something kept that is broken"),
        ("{\"case_file\":99}", "something kept by a newer version"),
    ] {
        visit.open(Page::Payment).await;
        browser.script("localStorage.setItem('botilbud', arguments[0])", vec![json!(text)]).await;
        visit.open(Page::Payment).await;
        visit.wait_for(notice).await;
        visit.at(state).await;
    }
}
