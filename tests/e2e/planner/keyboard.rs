//! The calendar by the keyboard alone, by the date grid of the ARIA Authoring Practices Guide.

use botilbud::app::page::Page;
use serde_json::{Value, json};

use super::texts;
use crate::support::hand::{
    DOWN, END, ENTER, ESCAPE, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SHIFT, SPACE, TAB, UP,
};
use crate::support::{Browser, in_browser};

/// Moves the focus to the day that Tab reaches.
async fn enter_calendar(browser: &Browser) {
    browser.script("document.getElementById('beside').focus()", vec![]).await;
    browser.press_key(TAB).await;
}

#[tokio::test]
async fn one_day_is_reached_by_tab_and_the_others_by_the_keys_of_a_date_grid() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        enter_calendar(&browser).await;
        assert_eq!(browser.focused().await, "day-2026-03-09", "today");
        browser.press_key(TAB).await;
        assert!(!browser.focused().await.starts_with("day-"), "Tab leaves the calendar");
        browser.press_keys(&[SHIFT, TAB]).await;
        assert_eq!(browser.focused().await, "day-2026-03-09");
        for (keys, to) in [
            (&[RIGHT][..], "2026-03-10"),
            (&[DOWN], "2026-03-17"),
            (&[HOME], "2026-03-16"),
            (&[END], "2026-03-22"),
            (&[UP], "2026-03-15"),
            (&[LEFT], "2026-03-14"),
            (&[PAGE_DOWN], "2026-04-14"),
            (&[PAGE_UP], "2026-03-14"),
            (&[SHIFT, PAGE_DOWN], "2027-03-14"),
            (&[SHIFT, PAGE_UP], "2026-03-14"),
            // Over the ends of months, and of the year shown.
            (&[PAGE_UP], "2026-02-14"),
            (&[PAGE_UP], "2026-01-14"),
            (&[PAGE_UP], "2025-12-14"),
            (&[DOWN], "2025-12-21"),
            (&[DOWN], "2025-12-28"),
            (&[DOWN], "2026-01-04"),
        ] {
            browser.press_keys(keys).await;
            assert_eq!(browser.focused().await, format!("day-{to}"));
            assert_eq!(browser.count(".year [tabindex=\"0\"]").await, 1, "one stop for Tab");
        }
        let seen = "
            const { top, bottom } = document.activeElement.getBoundingClientRect();
            return top >= 0 && bottom <= document.querySelector('.plan-panel').getBoundingClientRect().top;
        ";
        assert_eq!(browser.script(seen, vec![]).await, json!(true), "no focus under the panel");
        browser.press_key(TAB).await;
        browser.press_keys(&[SHIFT, TAB]).await;
        assert_eq!(browser.focused().await, "day-2026-01-04", "Tab comes back to where it was");
    })
    .await;
}

#[tokio::test]
async fn a_stay_is_planned_changed_deleted_and_restored_without_losing_the_focus() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        enter_calendar(&browser).await;
        browser.press_key(ENTER).await;
        browser.hear("Ankomst mandag den 9. marts 2026").await;
        browser.press_key(RIGHT).await;
        browser.press_key(RIGHT).await;
        browser.see("#preview", "man. 9. – ons. 11. marts 2026: 3 døgn").await;
        browser.press_key(SPACE).await;
        assert_eq!(browser.plan().await, ["9. marts 2026 – 11. marts 2026"]);
        assert_eq!(browser.focused().await, "day-2026-03-11");
        browser.press_key(ESCAPE).await;
        assert_eq!(browser.count(".panel-stay").await, 0, "Escape closes the open stay");
        assert_eq!(browser.focused().await, "day-2026-03-11");

        // Escape stops a choice, and what was chosen is forgotten.
        browser.press_key(DOWN).await;
        browser.press_key(ENTER).await;
        browser.press_key(RIGHT).await;
        browser.press_key(ESCAPE).await;
        browser.hear("Valget er stoppet. Intet er ændret.").await;
        assert_eq!(browser.focused().await, "day-2026-03-19");
        assert_eq!(browser.plan().await.len(), 1);

        // Open, go to the panel, and move the stay to another day.
        browser.press_key(UP).await;
        browser.press_key(LEFT).await;
        browser.press_key(ENTER).await;
        browser.hear("Ophold man. 9. – ons. 11. marts 2026: 3 døgn.").await;
        for act in ["nudge:departure:1", "nudge:arrival:-1", "more", "held"] {
            tab_to(&browser, act).await;
            browser.press_key(ENTER).await;
            assert_eq!(browser.focused().await, format!("panel-{act}"));
        }
        assert_eq!(browser.plan().await, ["8. marts 2026 – 12. marts 2026"]);
        tab_to(&browser, "move").await;
        browser.press_key(SPACE).await;
        assert_eq!(browser.focused().await, "day-2026-03-08");
        browser.press_key(PAGE_DOWN).await;
        browser.press_key(ENTER).await;
        assert_eq!(browser.plan().await, ["8. april 2026 – 12. april 2026"]);

        tab_to(&browser, "delete").await;
        browser.press_key(ENTER).await;
        assert_eq!(browser.focused().await, "day-2026-04-08");
        assert_eq!(browser.plan().await, Vec::<String>::new());
        for (act, left) in [("undo", 1), ("redo", 0), ("undo", 1)] {
            browser.script("document.getElementById(arguments[0]).focus()", vec![json!(act)]).await;
            browser.press_key(ENTER).await;
            assert_eq!(browser.focused().await, act);
            assert_eq!(browser.plan().await.len(), left);
        }

        // The last row of the list is removed by its own button.
        browser
            .script("document.querySelector('[data-act^=\"remove:stay\"]').focus()", vec![])
            .await;
        browser.press_key(ENTER).await;
        browser.wait_for_focus("stay-add").await;
        assert_eq!(browser.plan().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_panel_covers_nothing_that_has_the_focus() {
    in_browser(async |browser| {
        browser.set_width(360).await;
        browser.open(Page::Respite).await;
        browser.script("document.querySelector('.jumps a').focus()", vec![]).await;
        let covered = "
            const focused = document.activeElement;
            const { left, top, width, height } = focused.getBoundingClientRect();
            const above = document.elementFromPoint(left + width / 2, top + height / 2);
            return !(above && (focused.contains(above) || above.contains(focused)));
        ";
        let mut seen = Vec::new();
        for _ in 0..40 {
            browser.press_key(TAB).await;
            let focused = browser.focused().await;
            let covered = browser.script(covered, vec![]).await;
            assert_eq!(covered, json!(false), "something lies over {focused}");
            seen.push(focused);
        }
        for id in ["undo", "beside", "go-2026-12", "day-2026-03-09", "stay-add"] {
            assert!(seen.iter().any(|other| other == id), "Tab passes {id}: {seen:?}");
        }
    })
    .await;
}

/// Presses Tab until a button of the panel has the focus.
async fn tab_to(browser: &Browser, act: &str) {
    let id = format!("panel-{act}");
    for _ in 0..25 {
        if browser.focused().await == id {
            return;
        }
        browser.press_key(TAB).await;
    }
    // The panel stands after the calendar; what comes before the focus is reached backwards.
    for _ in 0..40 {
        browser.press_keys(&[SHIFT, TAB]).await;
        if browser.focused().await == id {
            return;
        }
    }
    panic!("Tab does not reach {id}");
}

/// Lets the page hear keys on the element that has the focus, and tells which it keeps from the
/// browser. A key is `name` or `Modifier+name`.
async fn kept_keys(browser: &Browser, keys: &[&str]) -> Vec<String> {
    let script = "
        return arguments[0].filter((whole) => {
            const parts = whole.split('+');
            const key = parts.pop().replace('Space', ' ');
            const [ctrlKey, altKey, metaKey, shiftKey] =
                ['Ctrl', 'Alt', 'Meta', 'Shift'].map((name) => parts.includes(name));
            const event = new KeyboardEvent('keydown',
                { key, ctrlKey, altKey, metaKey, shiftKey, bubbles: true, cancelable: true });
            return !document.activeElement.dispatchEvent(event);
        });
    ";
    let keys: Vec<Value> = keys.iter().map(|key| json!(key)).collect();
    texts(&browser.script(script, vec![Value::Array(keys)]).await)
}

/// Keys that belong to the browser, to a screen reader or to nobody.
const FOREIGN: [&str; 34] = [
    "Ctrl+f",
    "Ctrl+p",
    "Ctrl+z",
    "Ctrl+r",
    "Ctrl+c",
    "Ctrl+Home",
    "Ctrl+End",
    "Ctrl+PageDown",
    "Ctrl+ArrowLeft",
    "Ctrl+Enter",
    "Alt+ArrowLeft",
    "Alt+ArrowRight",
    "Alt+Home",
    "Alt+d",
    "Ctrl+Alt+ArrowRight",
    "Meta+ArrowUp",
    "Meta+f",
    "Tab",
    "Shift+Tab",
    "F1",
    "F3",
    "F5",
    "F6",
    "F7",
    "F12",
    "a",
    "K",
    "1",
    "/",
    "?",
    "Delete",
    "Backspace",
    "Insert",
    "ContextMenu",
];

const OWN: [&str; 12] = [
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Shift+PageUp",
    "Shift+PageDown",
    "Enter",
    "Space",
];

#[tokio::test]
async fn no_key_is_kept_from_the_browser_but_the_calendar_s_own() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        enter_calendar(&browser).await;
        let nothing = Vec::<String>::new();
        assert_eq!(kept_keys(&browser, &FOREIGN).await, nothing);
        assert_eq!(kept_keys(&browser, &["Escape"]).await, nothing, "nothing is being chosen");
        assert_eq!(kept_keys(&browser, &OWN).await, OWN);
        browser.settle().await;
        assert!(browser.focused().await.starts_with("day-"));

        // Enter and Space above have chosen a day, twice: a stay stands open.
        assert_eq!(kept_keys(&browser, &FOREIGN).await, nothing);
        assert_eq!(kept_keys(&browser, &["Ctrl+Escape", "Alt+Escape"]).await, nothing);
        assert_eq!(kept_keys(&browser, &["Escape"]).await, ["Escape"]);
        assert_eq!(kept_keys(&browser, &["Escape"]).await, nothing, "it has been closed");
        browser.press_key(DOWN).await;
        browser.press_key(ENTER).await;
        assert_eq!(browser.count("#preview").await, 1);
        assert_eq!(kept_keys(&browser, &FOREIGN).await, nothing, "while choosing");
        assert_eq!(kept_keys(&browser, &["Escape"]).await, ["Escape"]);

        // Elsewhere in the planner every key is the browser's.
        let arrival = browser.in_row("stay", 1, "arrival").await;
        for id in ["undo", "beside", arrival.as_str(), "wish-year", "calendar-title"] {
            browser.script("document.getElementById(arguments[0]).focus()", vec![json!(id)]).await;
            assert_eq!(browser.focused().await, id);
            assert_eq!(kept_keys(&browser, &FOREIGN).await, nothing, "on #{id}");
            assert_eq!(kept_keys(&browser, &OWN).await, nothing, "on #{id}");
            assert_eq!(kept_keys(&browser, &["Escape"]).await, nothing, "on #{id}");
        }
    })
    .await;
}
