//! The plan as a calendar file on the disk.

use std::path::Path;

use super::stay;
use crate::support::{Browser, events, in_browser};

/// Saves the calendar and takes the file from the disk.
async fn save(browser: &Browser, folder: &Path) -> String {
    browser.save_calendar("save-calendar", folder, "aflastning.ics").await
}

#[tokio::test]
async fn the_saved_file_has_every_stay_and_cancels_what_was_deleted() {
    in_browser(async move |browser| {
        browser
            .open_plan(&[stay("2026-03-06", "2026-03-09"), stay("2026-05-01", "2026-05-03")])
            .await;
        let folder = browser.saved().to_owned();
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
