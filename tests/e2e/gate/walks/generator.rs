//! The page that gives the code for other pages, and the sample page.

use botilbud::app::page::Page;

use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["nothing chosen", "a tool that asks for an offer", "the sample page"];

pub async fn walk(visit: &Visit) {
    let browser = &visit.browser;
    visit.open(Page::Embed).await;
    visit.at_page("nothing chosen").await;
    browser.choose("embed-tool", "free_choice").await;
    browser.choose("embed-offer", "lease").await;
    visit.at("a tool that asks for an offer").await;
    browser.press("preview").await;
    visit.wait_for("iframe.preview").await;
    visit.at("the sample page").await;
}
