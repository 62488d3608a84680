//! The pages in a browser that runs no scripts. Neither axe-core nor anything else could look at them
//! there: they stand as they would, while scripts run. `entries` reads them in such a browser.

use crate::entries::entries;
use crate::gate::visit::Visit;

pub const STATES: &[&str] = &["the front page", "a tool's page", "a page that tells"];

/// What is in `<noscript>`.
const STYLE: &str = "
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = document.querySelector('noscript').textContent.match(/href=\"([^\"]+)/)[1];
    style.onload = () => arguments[0]();
    document.querySelector('noscript').before(style);
";

pub async fn walk(visit: &Visit) {
    let files: Vec<String> = entries()
        .iter()
        .map(|entry| entry["file"].as_str().expect("a file").to_owned())
        .collect();
    visit.browser.block(&["/boot.js"]).await;
    let show = async |number: usize| {
        visit.browser.open_address(&visit.file(&files[number])).await;
        visit.browser.script_until_done(STYLE, vec![]).await;
        assert!(visit.browser.is_shown("#fallback").await);
    };
    show(0).await;
    visit.at_page("the front page").await;
    show(3).await;
    visit.at("a tool's page").await;
    show(7).await;
    visit.at("a page that tells").await;
    assert!(!visit.browser.complaints().await.is_empty(), "it is told in the log, too");
}
