//! A session: how it begins and ends, and how to wait for something.

use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::task::{JoinError, LocalSet};

use super::device::{Untried, of_this_test};
use super::driver::Driver;
use super::engine::{Ability, Setup, Vendor, engine};
use super::site::address_of;
use super::stage::Stage;

/// How long something may take that a person would not notice.
const PATIENCE: Duration = Duration::from_secs(15);

/// The moment at which the tests take place: a Monday, where the browser is.
const NOW: &str = "2026, 2, 9, 10, 0, 0";
/// How tall every page is.
const HEIGHT: u32 = 900;

/// A browser with one page open.
#[derive(Clone)]
pub struct Browser {
    pub(super) client: Client,
    address: String,
    pub(super) stage: Arc<Stage>,
    saved: PathBuf,
    /// What stands around the page in a window: across and down.
    around: (u32, u32),
    /// The way from the page to the frame that one is in, by number.
    pub(super) frames: Rc<RefCell<Vec<usize>>>,
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
    let engine = engine();
    let stage = Stage::new(setup);
    stage.set_clock(NOW);
    let driver = Driver::start(engine, setup).await;
    let asked = engine.capabilities(setup, &driver.home, &stage.address());
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(asked).connect(&driver.address).await;
    let client = client.unwrap_or_else(|error| panic!("{engine:?} opens no session: {error}"));
    let saved = driver.home.join("saved");
    let mut browser =
        Browser { client, address, stage, saved, around: (0, 0), frames: Rc::default() };
    browser.around = browser.measure_window().await;
    let body = {
        let browser = browser.clone();
        async move {
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
    let outcome = tasks.run_until(running).await.map_err(JoinError::into_panic);
    let is_untried = outcome.as_ref().is_err_and(|failure| failure.is::<Untried>());
    // A browser that does not answer any more goes with its driver.
    let ended = tokio::time::timeout(PATIENCE, async {
        if outcome.is_err() && !is_untried {
            eprintln!("what went wrong in the page: {:#?}", browser.stage.complaints());
            browser.take_picture().await;
        }
        browser.client.clone().close().await
    })
    .await;
    driver.tidy_up();
    if outcome.is_ok() {
        ended.expect("the browser ends in time").expect("the session closes");
    }
    match outcome {
        Err(failure) if !is_untried => resume_unwind(failure),
        _ => {}
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
        for address in ["about:blank", address] {
            self.persist(&format!("opening {address}"), async || self.client.goto(address).await)
                .await;
            self.frames.borrow_mut().clear();
        }
    }

    /// Waits until a page is shown and the program's own, the planner's with the planner.
    pub async fn wait_for_page(&self, page: Page) {
        let title = DA.pages.window_title(page.title(&DA), "Køge Kommune");
        self.wait(&format!("the page »{title}«"), async || {
            let script = "
                const page = 'main#main-content:has(h1):not(:has(.loading, #page[data-ahead]))';
                return document.querySelector(page) ? document.title : '';
            ";
            self.script(script, vec![]).await == json!(title)
        })
        .await;
        self.settle().await;
    }

    /// Runs a function's body in the page.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        let mut outcome = self.client.execute(body, arguments.clone()).await;
        // Where a frame has loaded another page, some engines have to be led into it again.
        let begun = Instant::now();
        while outcome.as_ref().is_err_and(is_lost) && begun.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(50)).await;
            if self.return_to_frame().await.is_ok() {
                outcome = self.client.execute(body, arguments.clone()).await;
            }
        }
        outcome.unwrap_or_else(|error| panic!("{error:?}\nin the script {body}"))
    }

    /// Runs a function's body that ends by calling its last argument.
    pub async fn script_until_done(&self, body: &str, arguments: Vec<Value>) -> Value {
        let outcome = self.client.execute_async(body, arguments).await;
        outcome.unwrap_or_else(|error| panic!("{error}\nin the script {body}"))
    }

    /// Waits until the page has been drawn: the pages move the focus just before that, and draw what
    /// follows from a choice after the picture of it, in two steps.
    pub async fn settle(&self) {
        let frames = "
            const done = arguments[0];
            const pictures = (left) => requestAnimationFrame(() =>
                setTimeout(() => (left > 1 ? pictures(left - 1) : done())));
            pictures(3);
        ";
        self.persist("the page is drawn", async || {
            let drawn = self.client.execute_async(frames, vec![]).await;
            if drawn.as_ref().is_err_and(is_lost) {
                self.return_to_frame().await?;
            }
            drawn
        })
        .await;
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
                Err(error) if begun.elapsed() > PATIENCE => panic!("{what}: {error:?}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// Makes the page as wide as a screen.
    pub async fn set_width(&self, width: u32) {
        let (across, down) = self.around;
        self.resize(width + across, HEIGHT + down).await;
        // Inside a frame it is the page around that has this width.
        let script = "return window !== top || innerWidth === arguments[0]";
        self.wait(&format!("a page {width} px wide"), async || {
            self.script(script, vec![json!(width)]).await == json!(true)
        })
        .await;
        self.settle().await;
    }

    async fn resize(&self, width: u32, height: u32) {
        let resized = self.client.set_window_rect(0, 0, width, height).await;
        resized.expect("a window of another size");
    }

    /// How much larger the window is than the page in it.
    async fn measure_window(&self) -> (u32, u32) {
        const ROUND: u32 = 1000;
        self.resize(ROUND, ROUND).await;
        // The window and the page in it do not change in the same moment.
        let around = "
            const around = [outerWidth - innerWidth, outerHeight - innerHeight];
            const is_settled = outerWidth === arguments[0] && outerHeight === arguments[0];
            return is_settled && Math.min(...around) >= 0 ? around : null;
        ";
        let found = Cell::new(None);
        self.wait("the window's size", async || {
            let around = self.script(around, vec![json!(ROUND)]).await;
            found.set(serde_json::from_value(around).expect("two numbers, or nothing yet"));
            found.get().is_some()
        })
        .await;
        found.get().expect("it was waited for")
    }

    /// Sets the clock of every page loaded from now on: year, month from 0, day, hour, minute,
    /// second of the browser's time zone.
    pub async fn set_clock(&self, now: &str) {
        self.stage.set_clock(now);
    }

    /// Lets nothing come from addresses that end like these.
    pub async fn block(&self, endings: &[&str]) {
        self.stage.block(endings);
    }

    /// The addresses that the browser has asked for so far, of whichever site here.
    pub fn requested(&self) -> Vec<String> {
        self.stage.asked()
    }

    /// The folder in which files land that the page saves.
    pub fn saved(&self) -> &Path {
        &self.saved
    }

    /// What has gone wrong since this was last asked: errors, warnings, breaches of the security
    /// policy, requests without an answer. What only the browser itself knows, such as that it
    /// does not understand a header, counts where it tells.
    pub async fn complaints(&self) -> Vec<String> {
        let said = self.stage.complaints();
        let logged = self.logged().await;
        if said.is_empty() { logged } else { said }
    }

    async fn logged(&self) -> Vec<String> {
        if engine().lacks(Ability::Log).is_some() {
            return vec![];
        }
        let log = self.client.issue_cmd(Vendor::Log).await.expect("the driver has a log");
        let entries = log.as_array().expect("the log is a list").iter();
        let grave =
            entries.filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        let grave = grave.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned());
        // That scripts are off is said of every page where they are.
        grave.filter(|message| !message.contains("'allow-scripts'")).collect()
    }

    /// Keeps a picture of the page on which a test failed.
    async fn take_picture(&self) {
        let path = of_this_test("png");
        // Without it there is still the message.
        if let Ok(picture) = self.client.screenshot().await
            && std::fs::write(&path, picture).is_ok()
        {
            eprintln!("the page as it was: {}", path.display());
        }
    }
}

/// Whether a command found no frame any more.
fn is_lost(error: &CmdError) -> bool {
    match error {
        CmdError::Standard(error) => {
            matches!(error.error, ErrorStatus::NoSuchFrame | ErrorStatus::NoSuchWindow)
        }
        _ => false,
    }
}
