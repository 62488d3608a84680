//! A walk in progress: from state to state, and what is found at each.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::Path;

use botilbud::app::page::{Page, Step};
use botilbud::text::words::Language;
use serde_json::json;

use super::axe::{self, REVIEWED};
use super::case::Case;
use super::checks::check;
use super::extent::{Extent, has_every_state, has_state};
use super::looks::{DESK, LOOKS, looks, with_axe};
use super::paper;
use super::tree::{self, KEPT};
use super::walks::Walk;
use crate::support::{Browser, folder};

/// One walk in one language.
pub struct Visit {
    pub browser: Browser,
    pub language: Language,
    /// The folder of the pages.
    folder: String,
    walk: &'static Walk,
    seen: RefCell<Vec<&'static str>>,
    found: RefCell<Vec<String>>,
    /// Which of those reviewed were met.
    met: RefCell<BTreeSet<usize>>,
    /// The states whose tree is kept.
    kept: RefCell<BTreeSet<&'static str>>,
    extent: Extent,
    files: Cell<u32>,
}

impl Visit {
    pub fn new(browser: Browser, language: Language, folder: String, walk: &'static Walk) -> Visit {
        let (seen, found, met, kept, files) = Default::default();
        let extent = Extent::asked();
        Visit { browser, language, folder, walk, seen, found, met, kept, extent, files }
    }

    /// Looks at a state.
    pub async fn at(&self, state: &'static str) {
        let turn = self.turn();
        self.seen.borrow_mut().push(state);
        if !has_state(state) {
            return;
        }
        match self.extent {
            Extent::Usual | Extent::Whole => self.look_at(state, turn).await,
            Extent::Pictures => self.take_pictures(state).await,
            Extent::Trees | Extent::Paper => {}
        }
    }

    async fn look_at(&self, state: &str, turn: usize) {
        let name = format!("{} {state} {}", self.walk.name, self.language.code());
        self.browser.see_markup(&name).await;
        let axe_looks = with_axe(turn, self.language, self.extent);
        for look in looks(&axe_looks, self.language) {
            self.browser.look(look).await;
            self.note(state, look.name, check(&self.browser, look).await);
            if axe_looks.contains(&look) {
                let (found, met) = axe::find(&self.browser).await;
                self.note(state, look.name, found);
                self.met.borrow_mut().extend(met);
            }
        }
        self.browser.look(DESK).await;
    }

    /// Keeps what was found.
    fn note(&self, state: &str, how: &str, found: Vec<String>) {
        let place = format!("{} / {state} / {} {how}", self.walk.name, self.language.code());
        self.found.borrow_mut().extend(found.into_iter().map(|what| format!("{place}: {what}")));
    }

    /// Pictures of a state, for somebody to look at.
    async fn take_pictures(&self, state: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        std::fs::create_dir_all(&folder).expect("a folder");
        for look in LOOKS {
            self.browser.look(look).await;
            let options = json!({ "captureBeyondViewport": true });
            let picture = self.browser.dev_tools("Page.captureScreenshot", options).await;
            let name = format!(
                "{}, {state}, {} {}.png.base64",
                self.walk.name,
                self.language.code(),
                look.name
            );
            let picture = picture["data"].as_str().expect("a picture");
            std::fs::write(folder.join(name), picture).expect("the picture is written");
        }
        self.browser.look(DESK).await;
    }

    /// A number that differs from state to state, from walk to walk and from language to language.
    fn turn(&self) -> usize {
        let letters = self.walk.name.bytes().map(usize::from).sum::<usize>();
        letters + self.seen.borrow().len() + self.language as usize
    }

    /// Looks at a state whose tree is kept.
    pub async fn at_page(&self, state: &'static str) {
        self.kept.borrow_mut().insert(state);
        if KEPT.contains(&self.language) && self.extent.has_trees() && has_state(state) {
            let (browser, walk) = (&self.browser, self.walk.name);
            let found = tree::compare(browser, walk, state, self.language).await;
            self.note(state, "to the ear", found);
        }
        self.at(state).await;
    }

    /// The same of a result, which is printed, too.
    pub async fn at_result(&self, state: &'static str) {
        self.at_page(state).await;
        self.print(state).await;
    }

    /// Looks at a state that is printed, too.
    pub async fn on_paper(&self, state: &'static str) {
        self.at(state).await;
        self.print(state).await;
    }

    async fn print(&self, state: &str) {
        if self.extent.has_paper() && has_state(state) {
            self.note(state, "on paper", paper::check(&self.browser).await);
            self.browser.look(DESK).await;
        }
    }

    /// Ends the walk: everything found, and every state that was not reached.
    pub fn end(self) {
        let mut found = self.found.into_inner();
        let seen = self.seen.into_inner();
        if seen != self.walk.states {
            found.push(format!("{}: the states were {seen:#?}", self.walk.name));
        }
        found.extend(tree::left_over(self.walk.name, &self.kept.into_inner()));
        let met = self.met.into_inner();
        let own = REVIEWED.iter().enumerate().filter(|(_, entry)| entry.walk == self.walk.name);
        for (_, entry) in own.filter(|(number, _)| !met.contains(number)) {
            let is_looked_for = match self.extent {
                Extent::Usual => self.language == Language::Danish,
                Extent::Whole => true,
                Extent::Trees | Extent::Paper | Extent::Pictures => false,
            };
            if is_looked_for && has_every_state() {
                found.push(format!("met no more: {}, {}: {}", entry.rule, entry.css, entry.why));
            }
        }
        assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    }
}

impl Browser {
    /// Waits until the program has taken over a page that stood in its file.
    pub async fn wait_until_alive(&self) {
        self.wait("a page alive", async || self.count("#page[data-ahead]").await == 0).await;
        self.settle().await;
    }
}

/// Getting from place to place, by ids and codes, in any language.
impl Visit {
    /// The address of a page.
    pub fn address(&self, page: Page) -> String {
        format!("{}{}{}", self.folder, self.language.file("index.html"), page.href())
    }

    /// The address of a file beside the pages.
    pub fn file(&self, name: &str) -> String {
        format!("{}{}", self.folder, self.language.file(name))
    }

    /// Loads a page anew.
    pub async fn open(&self, page: Page) {
        self.browser.open_address(&self.address(page)).await;
        self.wait_for_page().await;
    }

    /// Goes to a page, as by a link.
    pub async fn go(&self, page: Page) {
        let leave = "
            const old = document.querySelector('main h1');
            if (location.hash !== arguments[0] && old) old.left = true;
            location.hash = arguments[0];
        ";
        self.browser.script(leave, vec![json!(page.href())]).await;
        self.wait_for_page().await;
    }

    async fn wait_for_page(&self) {
        let here = "
            const heading = document.querySelector('main#main-content h1');
            return !!heading && !heading.left && !document.querySelector('main .loading');
        ";
        self.browser
            .wait("a page", async || self.browser.script(here, vec![]).await == json!(true))
            .await;
        self.browser.wait_until_alive().await;
    }

    /// Goes to a step of the check, as by a link.
    pub async fn go_to_step(&self, step: Step) {
        self.go(Page::Check(step)).await;
    }

    /// Waits until something is there.
    pub async fn wait_for(&self, css: &str) {
        self.browser.wait(css, async || self.browser.count(css).await > 0).await;
        self.browser.settle().await;
    }

    /// A file of this walk's own.
    pub fn write(&self, name: &str, text: &str) -> std::path::PathBuf {
        let number = self.files.replace(self.files.get() + 1);
        let code = self.language.code();
        let folder = folder(&format!("gate-{}-{code}-{number}", self.walk.name));
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the file is written");
        path
    }

    /// Opens a case file in place of everything typed, and goes to a page.
    pub async fn bring(&self, case: Case, page: Page) {
        self.go(Page::Overview).await;
        // What is said of it names the day, so that it differs from what was said before.
        let number = i32::try_from(self.files.get()).expect("a number of files");
        self.choose_file("case-file", "#case-opened", &case.saved(number)).await;
        if self.browser.count("[data-act=\"keep:take-case\"]").await > 0 {
            self.browser.press("keep:take-case").await;
        }
        self.wait_for("#case-opened .alert-info").await;
        self.go(page).await;
    }

    /// Chooses a file with this text, and waits until something else is said of it than before.
    pub async fn choose_file(&self, field: &str, said: &str, text: &str) {
        let before = self.browser.text(said).await;
        let path = self.write("file.json", text);
        self.browser.choose_file(field, &path).await;
        self.browser.wait(said, async || self.browser.text(said).await != before).await;
        self.browser.settle().await;
    }

    /// Sends a form whose result then has the focus.
    pub async fn ask(&self, tool: &str) {
        self.browser.submit(tool).await;
        self.browser.wait_for_focus(&format!("{tool}-result")).await;
    }

    /// Sends a form whose summary of errors then has the focus.
    pub async fn ask_wrongly(&self, tool: &str) {
        self.browser.submit(tool).await;
        self.browser.wait_for_focus(&format!("{tool}-errors")).await;
    }

    /// Opens every fold of the page, or closes them.
    pub async fn unfold_all(&self) {
        let unfold = "
            for (const fold of document.querySelectorAll('main details')) fold.open = true;
        ";
        self.browser.script(unfold, vec![]).await;
        self.browser.settle().await;
    }
}
