//! Days from a calendar file, as days that will not do or that must be covered.

use std::path::{Path, PathBuf};

use botilbud::app::page::Page;

use crate::support::in_browser;

/// A file on the disk with this text.
fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the file is written");
    path
}

const HOLIDAYS: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//DA\r\n\
BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Sommerferie <b>\r\nDTSTART;VALUE=DATE:20260706\r\nDTEND;VALUE=DATE:20260713\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Efterårsferie\r\nDTSTART;VALUE=DATE:20261012\r\nDTEND;VALUE=DATE:20261017\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Uden dato\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[tokio::test]
async fn the_ranges_of_a_file_are_taken_as_they_are_chosen() {
    let calendar = file("holidays.ics", HOLIDAYS);
    in_browser(async move |browser| {
        browser.open(Page::Respite).await;
        browser.choose_file("calendar-file", &calendar).await;
        browser.wait_for_focus("import-result").await;
        browser.see("#import-result", "Fundet i filen: 2").await;
        let found = browser.text("section:has(> #import-result)").await;
        for text in [
            "Sommerferie <b>: man. 6. – søn. 12. juli 2026",
            "Efterårsferie: man. 12. – fre. 16. oktober 2026",
            "Uden dato: Der står ingen dato.",
        ] {
            assert!(found.contains(text), "no »{text}« in\n{found}");
        }
        assert_eq!(browser.days_with("is-unavailable").await, Vec::<String>::new());

        // One is left out.
        browser.click("label[for=import-1]").await;
        browser.press("import-closed").await;
        browser.hear("1 periode er hentet.").await;
        assert_ne!(browser.focused().await, "body");
        let closed = browser.days_with("is-unavailable").await;
        assert_eq!((closed.len(), closed[0].as_str()), (7, "2026-07-06"));
        assert_eq!(browser.count("#import-result").await, 0);

        // The same file again, for the other purpose.
        browser.choose_file("calendar-file", &calendar).await;
        browser.wait_for_focus("import-result").await;
        browser.click("label[for=import-0]").await;
        browser.press("import-wanted").await;
        let wanted = browser.days_with("is-wanted").await;
        assert_eq!((wanted.len(), wanted[0].as_str()), (5, "2026-10-12"));
        assert_eq!(browser.days_with("is-unavailable").await.len(), 7);
        browser.press("undo").await;
        assert_eq!(browser.days_with("is-wanted").await, Vec::<String>::new());

        // And none at all.
        browser.choose_file("calendar-file", &calendar).await;
        browser.wait_for_focus("import-result").await;
        browser.press("import-none").await;
        browser.wait_for_focus("import-heading").await;
        assert_eq!(browser.count("#import-result").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_calendar_is_refused_with_the_reason() {
    let picture = file("picture.ics", "\u{89}PNG no calendar at all");
    let empty = file("empty.ics", "");
    in_browser(async move |browser| {
        browser.open(Page::Respite).await;
        for path in [picture, empty] {
            browser.choose_file("calendar-file", &path).await;
            browser.wait_for_focus("import-result").await;
            browser.see("#import-result", "Filen er ikke en kalender.").await;
            assert_eq!(browser.count("[data-act^=\"import-\"]").await, 0);
        }
    })
    .await;
}
