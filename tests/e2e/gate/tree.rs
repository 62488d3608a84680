//! What a screen reader meets, kept as text that somebody has read: `tests/e2e/trees/`.
//! `RENEW=1` writes the texts anew; what has changed is then to be read again. The year's calendar is
//! kept whole once; elsewhere the weeks in which nothing is planned are counted.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use botilbud::text::words::Language;
use serde_json::{Value, json};

use crate::support::{Browser, words_of};

/// The languages whose texts are kept. The others have the same pages in other words.
pub const KEPT: [Language; 1] = [Language::Danish];

/// The walk and the state whose calendar is kept whole.
const WHOLE: (&str, &str) = ("planner", "empty");

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/trees")
}

/// Whether the texts are written anew.
pub fn is_renewing() -> bool {
    std::env::var_os("RENEW").is_some()
}

/// What the file of a state begins with, whatever its language.
fn name(walk: &str, state: &str) -> String {
    let words: Vec<&str> = state
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    format!("{walk}.{}", words.join("-"))
}

/// The frame that one is in, if in any.
async fn frame(browser: &Browser) -> Value {
    if browser.script("return parent === window", vec![]).await == json!(true) {
        return json!({});
    }
    let tree = browser.dev_tools("Page.getFrameTree", json!({})).await;
    json!({ "frameId": tree["frameTree"]["childFrames"][0]["frame"]["id"] })
}

/// The page as it stands, in words.
async fn tree(browser: &Browser, is_whole: bool) -> String {
    browser.dev_tools("Accessibility.enable", json!({})).await;
    let tree = browser.dev_tools("Accessibility.getFullAXTree", frame(browser).await).await;
    // Otherwise the browser goes on keeping it up to date.
    browser.dev_tools("Accessibility.disable", json!({})).await;
    let free = words_of(KEPT[0]).planner.day.free;
    let arguments = vec![tree["nodes"].clone(), json!(free), json!(is_whole)];
    let lines = browser.script(include_str!("tree.js"), arguments).await;
    format!("{}\n", lines.as_str().expect("lines"))
}

/// Compares the page with what is kept of it.
pub async fn compare(
    browser: &Browser,
    walk: &str,
    state: &str,
    language: Language,
) -> Vec<String> {
    let path = folder().join(format!("{}.{}.txt", name(walk, state), language.code()));
    let now = tree(browser, (walk, state) == WHOLE).await;
    if is_renewing() {
        fs::create_dir_all(folder()).expect("a folder");
        fs::write(&path, now).expect("the file is written");
        return Vec::new();
    }
    let Ok(kept) = fs::read_to_string(&path) else {
        return vec![format!("tree: nothing is kept in {}: RENEW=1", path.display())];
    };
    let differs = kept.lines().zip(now.lines()).find(|(kept, now)| kept != now);
    let (kept_line, now_line) = match differs {
        Some((kept, now)) => (kept, now),
        None if kept.lines().count() == now.lines().count() => return Vec::new(),
        None => ("", "more or fewer lines"),
    };
    let what = format!("»{}« was »{}«", now_line.trim(), kept_line.trim());
    vec![format!("tree: {what} in {}; if it is right, RENEW=1", path.display())]
}

/// The texts of a walk that belong to no state of it any more.
pub fn left_over(walk: &str, states: &BTreeSet<&str>) -> Vec<String> {
    let known: BTreeSet<String> = states.iter().map(|state| name(walk, state)).collect();
    let Ok(files) = fs::read_dir(folder()) else { return Vec::new() };
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let own = names.filter(|file| file.starts_with(&format!("{walk}.")));
    own.filter(|file| {
        let state = file.rsplitn(3, '.').last().unwrap_or_default();
        !known.contains(state)
    })
    .map(|file| format!("tree: {file} is kept for no state"))
    .collect()
}
