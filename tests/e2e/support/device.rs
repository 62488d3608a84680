//! The device around the page: its screen, its clock's zone, its disk and its printer.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use super::browser::Browser;
use super::engine::{Ability, Engine, Vendor, engine};
use super::host::host;
use super::site::address_of;

/// An empty folder of one test's own.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It may be there from the last run, or not.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    folder
}

/// A copy of a folder, to change.
pub fn copy_of(from: &str, name: &str) -> PathBuf {
    let copy = folder(name);
    copy_folder(Path::new(from), &copy);
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a new folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy_folder(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).expect("a copy")),
        }
    }
}

/// Turns the rules for a screen and those for paper, or turns them back.
const TURN_MEDIA: &str = "
    const [paper] = arguments;
    const turn = (owner) => {
        for (const rule of owner.cssRules) {
            if (rule.media) {
                rule.kept ??= rule.media.mediaText;
                const turned = rule.kept.replace(/\\b(print|screen)\\b/g, (medium) =>
                    medium === 'print' ? 'all' : 'not all');
                const text = paper ? turned : rule.kept;
                if (text !== rule.media.mediaText) rule.media.mediaText = text;
            }
            if (rule.cssRules) turn(rule);
        }
    };
    for (const sheet of document.styleSheets) turn(sheet);
";

/// How a test ends that needs more than the engine can do.
pub(super) struct Untried;

impl Browser {
    /// A command of the browser's own protocol. Where there is none, the test ends.
    pub async fn dev_tools(&self, command: &'static str, parameters: Value) -> Value {
        self.need(Ability::DevTools);
        let outcome = self.client.issue_cmd(Vendor::DevTools(command, parameters)).await;
        outcome.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Shows the page as paper would, or as a screen does.
    pub async fn emulate_media(&self, media: &str) {
        if engine() == Engine::Chromium {
            self.dev_tools("Emulation.setEmulatedMedia", json!({ "media": media })).await;
        } else {
            self.script(TURN_MEDIA, vec![json!(media == "print")]).await;
        }
        self.settle().await;
    }

    /// Ends the test where the engine cannot do something; the run tells so.
    pub fn need(&self, ability: Ability) {
        if !self.can(ability) {
            resume_unwind(Box::new(Untried));
        }
    }

    /// Whether this engine can do something; if not, the run tells so.
    pub fn can(&self, ability: Ability) -> bool {
        let lacks = engine().lacks(ability);
        if let Some(reason) = lacks {
            tell_untried(ability, reason);
        }
        lacks.is_none()
    }

    /// Whether this engine is seen to do something.
    pub async fn shows(&self, ability: Ability) -> bool {
        match ability {
            Ability::Paper => self.print().await.is_some(),
            Ability::TaggedPaper => {
                self.print().await.is_some_and(|paper| paper["headings"] == json!(true))
            }
            Ability::Touch => {
                let listen = "
                    window.touched = [];
                    addEventListener('pointerdown', (event) => touched.push(event.pointerType));
                ";
                self.script(listen, vec![]).await;
                self.try_to_tap("p").await
                    && self.script("return touched", vec![]).await == json!(["touch"])
            }
            Ability::Swipe => {
                self.script("document.body.style.height = '3000px'", vec![]).await;
                if !self.try_to_tap("p").await {
                    return false;
                }
                let place = "document.querySelector('p').style.marginTop = '400px'";
                self.script(place, vec![]).await;
                self.swipe_up_from("p", 200.0).await;
                self.rest().await;
                self.script("return scrollY > 100", vec![]).await == json!(true)
            }
            Ability::ForcedColours => {
                let forced = "return matchMedia('(forced-colors: active)').matches";
                self.script(forced, vec![]).await == json!(true)
            }
            Ability::OriginlessPage => {
                let page = format!(
                    "<iframe sandbox=allow-scripts width=800 height=700 src='{}'></iframe>",
                    address_of("BOTILBUD_URL"),
                );
                self.open_address(&host(page)).await;
                self.enter_frame().await;
                let runs =
                    async || self.count("#main-content:has(h1):not(:has(.loading))").await > 0;
                for _ in 0..20 {
                    if !runs().await {
                        tokio::time::sleep(Duration::from_millis(200)).await;
                    }
                }
                runs().await
            }
            Ability::Log => self.client.issue_cmd(Vendor::Log).await.is_ok(),
            Ability::Languages => {
                self.script("return navigator.language", vec![]).await == json!("da")
            }
            Ability::DevTools => {
                let version = Vendor::DevTools("Browser.getVersion", json!({}));
                self.client.issue_cmd(version).await.is_ok()
            }
        }
    }
}

/// A place for what a test leaves behind to be looked at.
pub(super) fn of_this_test(kind: &str) -> PathBuf {
    let name = test().replace("::", "-");
    let engine = format!("{:?}", engine()).to_lowercase();
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{engine}.{kind}"))
}

fn test() -> String {
    std::thread::current().name().unwrap_or("test").to_owned()
}

/// Leaves word for the end of the run; the harness keeps what a passed test prints to itself.
fn tell_untried(ability: Ability, reason: &str) {
    let Ok(list) = std::env::var("E2E_UNTRIED") else { return };
    let line = format!("{}: {}: {reason}\n", test(), ability.words());
    let list = OpenOptions::new().create(true).append(true).open(list);
    list.and_then(|mut list| list.write_all(line.as_bytes())).expect("the list can be written");
}
