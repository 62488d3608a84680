//! The plan as a calendar file on the disk.

use std::path::Path;

use super::stay;
use crate::support::{Browser, folder, in_browser};

/// Saves the calendar and takes the file from the disk.
async fn save(browser: &Browser, folder: &Path) -> String {
    let file = folder.join("aflastning.ics");
    browser.press("save-calendar").await;
    browser
        .wait("the calendar file", async || {
            std::fs::read_to_string(&file).is_ok_and(|text| text.ends_with("END:VCALENDAR\r\n"))
        })
        .await;
    let text = std::fs::read_to_string(&file).expect("the file is text");
    std::fs::remove_file(&file).expect("the file can be taken away");
    text.replace("\r\n ", "")
}

/// The events of a calendar, each as the values of these properties.
fn events(calendar: &str, properties: &[&str]) -> Vec<String> {
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    let value = |event: &str, name: &str| {
        let mut lines = event.lines();
        let line = lines.find(|line| line.split([':', ';']).next() == Some(name));
        line.and_then(|line| line.split_once(':')).map_or("-", |(_, value)| value).to_owned()
    };
    let all = |event: &str| properties.iter().map(|name| value(event, name)).collect::<Vec<_>>();
    events.map(|event| all(event).join(" ")).collect()
}

#[tokio::test]
async fn the_saved_file_has_every_stay_and_cancels_what_was_deleted() {
    let folder = folder("saved-calendars");
    in_browser(async move |browser| {
        browser
            .open_plan(&[stay("2026-03-06", "2026-03-09"), stay("2026-05-01", "2026-05-03")])
            .await;
        browser.save_files_in(&folder).await;
        let note = browser.in_row("stay", 1, "note").await;
        browser.fill(&note, "Hemmelig seddel").await;
        browser.fill("calendar-title", "Aflastning for os").await;
        let first = save(&browser, &folder).await;
        // The day after the last, as the format wants it.
        let dates = ["DTSTART", "DTEND", "SUMMARY", "STATUS"];
        assert_eq!(
            events(&first, &dates),
            [
                "20260306 20260310 Aflastning for os CONFIRMED",
                "20260501 20260504 Aflastning for os CONFIRMED",
            ]
        );
        assert!(!first.contains("Hemmelig"), "{first}");

        // One stay longer, the other deleted: the next file says both.
        browser.click_day("2026-03-07").await;
        browser.press("nudge:departure:1").await;
        browser.click_day("2026-05-02").await;
        browser.press("delete").await;
        let second = save(&browser, &folder).await;
        let changed = events(&second, &["DTSTART", "DTEND", "STATUS"]);
        assert!(changed.contains(&"20260306 20260311 CONFIRMED".to_owned()), "{changed:?}");
        assert!(changed.contains(&"20260501 20260504 CANCELLED".to_owned()), "{changed:?}");
        let uids = |file: &str| events(file, &["DTSTART", "UID"]);
        for uid in uids(&first) {
            assert!(uids(&second).contains(&uid), "{uid} is not the same event any more");
        }
    })
    .await;
}
