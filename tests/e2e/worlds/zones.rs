//! Today is the day where the person is, from the last zone to the first, and a day that is typed
//! is the same day everywhere.

use std::cell::OnceCell;
use std::rc::Rc;

use botilbud::app::page::Page;
use serde_json::json;

use crate::dates::fill_decision;
use crate::keeping::saved;
use crate::respite::fill_stay;
use crate::support::{Browser, Setup, address_of, in_browser_with};

/// From eleven hours behind to fourteen ahead, the odd ones among them.
const ZONES: [&str; 5] = [
    "Pacific/Pago_Pago",
    "America/St_Johns",
    "Europe/Copenhagen",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
];

/// Just after one midnight and just before the next, of the 9th of March.
const TIMES: [&str; 2] = ["2026, 2, 9, 0, 1, 0", "2026, 2, 9, 23, 50, 0"];

/// Everything that rests on today or on days.
async fn everything(browser: &Browser) -> Vec<String> {
    browser.open(Page::Respite).await;
    fill_stay(browser, 1, "6.3.2026", "9.3.2026").await;
    browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
    // What stands behind the count is drawn after it.
    browser.settle().await;
    let today = "return document.querySelector('[data-day][aria-current=date]').dataset.day";
    let today = browser.script(today, vec![]).await;
    assert_eq!(today, json!("2026-03-09"));
    let mut found = vec![browser.page_text().await];
    found.push(without_stamp(
        browser.save_calendar("save-calendar", browser.saved(), "aflastning.ics").await,
    ));
    browser.go(Page::Dates).await;
    fill_decision(browser).await;
    found.push(browser.ask("complaint").await);
    let file = browser.save_calendar("dates:complaint", browser.saved(), "klagefrist.ics").await;
    found.push(without_stamp(file));
    browser.go(Page::Payment).await;
    // Thirty years old tomorrow.
    browser.fill_date("born", "10 3 1996").await;
    found.push(browser.page_text().await);
    browser.go(Page::Overview).await;
    found.push(browser.page_text().await);
    browser.press("keep:save").await;
    let (path, text) = saved(browser, browser.saved(), "botilbud-2026-03-09").await;
    std::fs::remove_file(path).expect("the file can be taken away");
    found.push(text);
    found
}

/// A calendar file without the moment at which it was made, and what is made of that.
fn without_stamp(file: String) -> String {
    let is_stamped =
        |line: &&str| ["DTSTAMP", "SEQUENCE", "UID"].iter().any(|name| line.starts_with(name));
    let lines = file.lines().filter(|line| !is_stamped(line));
    lines.collect::<Vec<_>>().join("\n")
}

async fn same_in(zones: &[&'static str]) {
    let first = Rc::new(OnceCell::new());
    for &zone in zones {
        let first = Rc::clone(&first);
        let setup = Setup { time_zone: zone, ..Setup::default() };
        in_browser_with(setup, address_of("BOTILBUD_URL"), async move |browser| {
            for time in TIMES {
                browser.set_clock(time).await;
                let found = everything(&browser).await;
                let first = first.get_or_init(|| found.clone());
                for (found, first) in found.iter().zip(first.iter()) {
                    assert_eq!(found, first, "{zone} at {time}");
                }
            }
        })
        .await;
    }
}

#[tokio::test]
async fn a_day_is_the_same_west_of_denmark() {
    same_in(&ZONES[..3]).await;
}

#[tokio::test]
async fn a_day_is_the_same_east_of_denmark() {
    same_in(&ZONES[2..]).await;
}
