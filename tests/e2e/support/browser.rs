//! A session: how it begins and ends, and how to wait for something.

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::task::LocalSet;

use super::engine::{Setup, Vendor, capabilities};
use super::site::address_of;

/// How long something may take that a person would not notice.
const PATIENCE: Duration = Duration::from_secs(15);

/// The moment at which the tests take place: a Monday, where the browser is.
const NOW: &str = "2026, 2, 9, 10, 0, 0";
const CLOCK: &str = "
    const start = new Date(NOW).getTime() - Date.now();
    const Real = Date;
    globalThis.Date = class extends Real {
        constructor(...parts) {
            if (parts.length) super(...parts); else super(Real.now() + start);
        }
        static now() { return Real.now() + start; }
    };
";

/// A browser with one page open.
#[derive(Clone)]
pub struct Browser {
    pub(super) client: Client,
    address: String,
}

/// Runs a test in a session of its own, on the pages in dist/.
pub async fn in_browser(test: impl AsyncFnOnce(Browser) + 'static) {
    in_browser_with(Setup::default(), address_of("BOTILBUD_URL"), test).await;
}

/// Runs a test in a session of its own, on the pages at an address.
pub async fn in_browser_with(
    setup: Setup,
    address: String,
    test: impl AsyncFnOnce(Browser) + 'static,
) {
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let driver = address_of("WEBDRIVER_URL");
    let client = builder.capabilities(capabilities(setup)).connect(&driver);
    let client = client.await.expect("ChromeDriver opens a session");
    let browser = Browser { client, address };
    let body = {
        let browser = browser.clone();
        async move {
            browser.set_clock(NOW).await;
            browser.set_width(1280).await;
            let timely = tokio::time::timeout(setup.longest, test(browser.clone())).await;
            timely.expect("the test comes to an end");
            let complaints = browser.complaints().await;
            assert!(complaints.is_empty(), "the browser complains: {complaints:#?}");
        }
    };
    // A task of its own, so that a failed test still closes its session.
    let tasks = LocalSet::new();
    let running = tasks.spawn_local(body);
    let outcome = tasks.run_until(running).await;
    if outcome.is_err() {
        browser.take_picture().await;
    }
    browser.client.close().await.expect("the session closes");
    if let Err(failure) = outcome {
        resume_unwind(failure.into_panic());
    }
}

impl Browser {
    /// The address of a page.
    pub fn address(&self, page: Page) -> String {
        format!("{}{}", self.address, page.href())
    }

    /// Loads a page anew, and waits for the program.
    pub async fn open(&self, page: Page) {
        self.open_address(&self.address(page)).await;
        self.wait_for_page(page).await;
    }

    /// Loads a document, whatever it is.
    pub async fn open_address(&self, address: &str) {
        // A change of the fragment alone would load nothing.
        self.client.goto("about:blank").await.expect("the empty page opens");
        self.client.goto(address).await.expect("the address opens");
    }

    /// Waits until a page is shown, the planner's with the planner.
    pub async fn wait_for_page(&self, page: Page) {
        let title = DA.pages.window_title(page.title(&DA), "Køge Kommune");
        self.wait(&format!("the page »{title}«"), async || {
            let script = "
                const page = document.querySelector('main#main-content:has(h1):not(:has(.loading))');
                return page ? document.title : '';
            ";
            self.script(script, vec![]).await == json!(title)
        })
        .await;
        self.settle().await;
    }

    /// Runs a function's body in the page.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        let outcome = self.client.execute(body, arguments).await;
        outcome.unwrap_or_else(|error| panic!("{error}\nin the script {body}"))
    }

    /// Runs a function's body that ends by calling its last argument.
    pub async fn script_until_done(&self, body: &str, arguments: Vec<Value>) -> Value {
        let outcome = self.client.execute_async(body, arguments).await;
        outcome.unwrap_or_else(|error| panic!("{error}\nin the script {body}"))
    }

    /// Waits until the page has been drawn: the pages move the focus just before that.
    pub async fn settle(&self) {
        let frames = "
            const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => done()));
        ";
        self.script_until_done(frames, vec![]).await;
    }

    /// Waits until something holds.
    pub async fn wait(&self, what: &str, holds: impl AsyncFn() -> bool) {
        let begun = Instant::now();
        while !holds().await {
            if begun.elapsed() > PATIENCE {
                let shown = self.client.execute("return document.body.innerText", vec![]).await;
                panic!("waited in vain for {what}; the page shows:\n{shown:#?}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Does something with the page, again while the page is being drawn anew.
    pub(super) async fn persist<T>(
        &self,
        what: &str,
        work: impl AsyncFn() -> Result<T, CmdError>,
    ) -> T {
        let begun = Instant::now();
        loop {
            match work().await {
                Ok(done) => return done,
                Err(error) if begun.elapsed() > PATIENCE => panic!("{what}: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// Makes the page as wide as a screen; narrower than a window can be.
    pub async fn set_width(&self, width: u32) {
        let metrics =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.vendor(Vendor::DevTools("Emulation.setDeviceMetricsOverride", metrics)).await;
    }

    /// Sets the clock of every page loaded from now on: year, month from 0, day, hour, minute,
    /// second of the browser's time zone.
    pub async fn set_clock(&self, now: &str) {
        let source = json!({ "source": format!("{{{}}}", CLOCK.replace("NOW", now)) });
        self.vendor(Vendor::DevTools("Page.addScriptToEvaluateOnNewDocument", source)).await;
    }

    /// The errors and warnings that the browser has logged since it was last asked.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.vendor(Vendor::Log).await;
        let entries = log.as_array().expect("the log is a list").iter();
        let grave =
            entries.filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        grave.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    pub(super) async fn vendor(&self, command: Vendor) -> Value {
        let name = format!("{command:?}");
        let outcome = self.client.issue_cmd(command).await;
        outcome.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Keeps a picture of the page on which a test failed.
    async fn take_picture(&self) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        // Without it there is still the message.
        if let Ok(picture) = self.client.screenshot().await
            && std::fs::write(&path, picture).is_ok()
        {
            eprintln!("the page as it was: {}", path.display());
        }
    }
}
