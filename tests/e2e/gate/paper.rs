//! A result on paper: no controls, and nothing that colour alone would tell.

use serde_json::{Value, json};

use super::looks::{DESK, Look};
use crate::support::Browser;

/// A page of A4 less its margins, at 96 points to the inch.
const PAPER: Look = Look { name: "on paper", width: 688, height: 1000, ..DESK };

/// What is wrong with the page on paper.
pub async fn check(browser: &Browser) -> Vec<String> {
    browser.look(PAPER).await;
    browser.emulate_media("print").await;
    // As high as what is on it: a picture of what lies below the window is taken of another layout.
    let height = browser.script("return document.documentElement.scrollHeight", vec![]).await;
    let metrics = json!({
        "width": PAPER.width, "height": height, "deviceScaleFactor": 1, "mobile": false,
    });
    browser.dev_tools("Emulation.setDeviceMetricsOverride", metrics).await;
    browser.settle().await;
    let mut found = texts(&browser.script(include_str!("paper.js"), vec![]).await);
    let groups = browser.script(include_str!("parts.js"), vec![]).await;
    for group in groups.as_array().expect("groups") {
        let mut pictures = Vec::new();
        for part in group["parts"].as_array().expect("parts") {
            pictures.push(picture(browser, part).await);
        }
        let arguments = vec![group.clone(), json!(pictures)];
        let alike = browser.script_until_done(include_str!("compare.js"), arguments).await;
        found.extend(texts(&alike));
    }
    browser.emulate_media("").await;
    found
}

/// A picture of a part of the page, without its edge.
async fn picture(browser: &Browser, part: &Value) -> Value {
    let number = |name: &str| part[name].as_f64().expect("a number");
    let clip = json!({
        "x": number("left") + 1.0,
        "y": number("top") + 1.0,
        "width": number("width") - 2.0,
        "height": number("height") - 2.0,
        "scale": 1,
    });
    let options = json!({ "clip": clip, "captureBeyondViewport": true });
    browser.dev_tools("Page.captureScreenshot", options).await["data"].clone()
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list").iter();
    list.map(|what| what.as_str().unwrap_or_default().to_owned()).collect()
}
