//! The same pages under a path, and in frames on somebody else's page.

mod generator;
mod hosts;
mod looks;
mod messages;
mod scrolling;

use std::time::Duration;

use botilbud::app::page::Page;
use serde_json::{Value, json};

use crate::respite::fill_stay;
use crate::support::{Browser, Setup, address_of, host, in_browser, in_browser_with};

/// Remembers every message that a page hears, and every error in it.
const RECORD: &str = "<script>
    window.heard = [];
    window.wrong = [];
    const plain = (_, value) => typeof value === 'bigint' ? String(value) : value;
    addEventListener('message', ({ data }) => {
        try { heard.push(JSON.stringify(data, plain) ?? 'nothing'); } catch { heard.push('odd'); }
    });
    addEventListener('error', ({ message }) => wrong.push(message));
</script>";

/// The link that becomes a frame.
fn link(attributes: &str) -> String {
    let folder = address_of("BOTILBUD_URL");
    format!(
        "<a href='{folder}egenbetaling.html' data-botilbud {attributes}>Beregn egenbetaling</a>"
    )
}

fn script() -> String {
    format!("<script src='{}embed-1.js' async></script>", address_of("BOTILBUD_URL"))
}

/// A frame with the payment page, and what makes it one.
fn embedded() -> String {
    format!("{RECORD}{}{}", link("data-tool=payment"), script())
}

impl Browser {
    /// Opens somebody else's page and goes into its frame, which shows a page.
    async fn open_host(&self, address: &str, page: Page) {
        self.open_address(address).await;
        self.wait("a frame", async || self.count("iframe").await > 0).await;
        self.enter_frame().await;
        self.wait_for_page(page).await;
    }

    /// Presses without a pointer: WebDriver does not find its way through a transformed page, nor
    /// to what lies outside the window of the page around the frame.
    async fn touch(&self, css: &str) {
        self.script("document.querySelector(arguments[0]).click()", vec![json!(css)]).await;
        self.settle().await;
    }

    /// How tall the frame is that one is in.
    async fn frame_height(&self) -> f64 {
        self.script("return innerHeight", vec![]).await.as_f64().expect("a number")
    }

    /// Waits until the frame is as tall as what it shows: nothing scrolls, nothing is left over.
    async fn see_fit(&self) -> f64 {
        let fits = "
            const root = document.documentElement;
            const over = innerHeight - root.getBoundingClientRect().height;
            return root.dataset.framed === 'fits' && over >= 0 && over < 2
                && root.scrollHeight <= innerHeight && root.clientWidth === innerWidth;
        ";
        self.wait("the frame to fit", async || self.script(fits, vec![]).await == json!(true))
            .await;
        self.frame_height().await
    }

    /// Waits until the frame fits and has another height than before.
    async fn see_refit(&self, before: f64) -> f64 {
        self.wait("another height", async || self.frame_height().await != before).await;
        self.see_fit().await
    }

    /// The frame grows with what is added, shrinks with what is removed, follows from page to page
    /// and back, and then stays as it is.
    async fn see_follow(&self) {
        let first = self.see_fit().await;
        let rows = self.count("[data-act^='remove:expense']").await;
        self.touch("[data-act='add:expense']").await;
        let grown = self.see_refit(first).await;
        assert!(grown > first, "{grown} after {first}");
        assert_eq!(self.count("[data-act^='remove:expense']").await, rows + 1);
        self.touch("li:last-child [data-act^='remove:expense']").await;
        assert_eq!(self.see_refit(grown).await, first, "as tall as it was");

        self.script("self.isSame = true; location.hash = '#/datoer'", vec![]).await;
        self.wait_for_page(Page::Dates).await;
        let dates = self.see_refit(first).await;
        self.script("history.back()", vec![]).await;
        self.wait_for_page(Page::Payment).await;
        assert_eq!(self.script("return self.isSame", vec![]).await, json!(true), "loaded anew");
        // What leads back has gone again.
        assert_eq!(self.see_refit(dates).await, first);

        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(self.see_fit().await, first, "it stays as it is");
    }

    /// What the page has heard so far: heights and places alone, and no error.
    async fn heard(&self) -> Vec<String> {
        let heard = self.script("return [heard, wrong]", vec![]).await;
        assert_eq!(heard[1], json!([]), "errors on the page");
        let heard: Vec<String> = heard[0].as_array().expect("a list").iter().map(text_of).collect();
        for message in &heard {
            let number = ["height\",\"height", "scroll\",\"top"].into_iter().find_map(|kind| {
                let start = format!("{{\"botilbud\":1,\"kind\":\"{kind}\":");
                message.strip_prefix(&start)?.strip_suffix('}')
            });
            let number = number.and_then(|number| number.parse::<u32>().ok());
            assert!(number.is_some(), "something else is said: {message}");
        }
        heard
    }
}

fn text_of(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn the_pages_work_under_a_path() {
    let address = address_of("BOTILBUD_SUBPATH_URL");
    in_browser_with(Setup::default(), address, async |browser| {
        browser.open(Page::Front).await;
        browser.go(Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
        browser.reload(Page::Respite).await;
        assert!(browser.address_shown().await.ends_with("/borger/botilbud/#/aflastning"));
    })
    .await;
}

#[tokio::test]
async fn a_frame_without_the_script_works_and_says_nothing() {
    in_browser(async |browser| {
        let address = browser.address(Page::Respite);
        let frame = format!("{RECORD}<iframe width=800 height=700 src='{address}'></iframe>");
        browser.open_host(&host(frame), Page::Respite).await;
        fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
        browser.script("location.hash = '#/egenbetaling'", vec![]).await;
        browser.wait_for_page(Page::Payment).await;
        let scrolls = "scrollTo(0, 100); return scrollY";
        assert_eq!(browser.script(scrolls, vec![]).await, json!(100));
        browser.leave_frame().await;
        assert_eq!(browser.heard().await, [""; 0]);
    })
    .await;
}
