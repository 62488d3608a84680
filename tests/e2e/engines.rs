//! What the three engines can do: each limit that the tests go around is tried, so that one that
//! is gone is noticed, and so is one that nobody has written down.

use serde_json::json;

use crate::support::{Ability, Engine, LIMITS, Setup, engine, host, in_browser_with};

#[tokio::test]
async fn it_can_do_what_it_is_said_to_and_nothing_else() {
    for ability in Ability::ALL {
        let forced_colours = ability == Ability::ForcedColours;
        let setup = Setup { forced_colours, ..Setup::default() };
        let page = host("<h1>Hello</h1><p>Hello".to_owned());
        in_browser_with(setup, page.clone(), async move |browser| {
            browser.open_address(&page).await;
            let said = browser.can(ability);
            let found = browser.shows(ability).await;
            assert_eq!(found, said, "{:?} and {ability:?}: see LIMITS", engine());
        })
        .await;
    }
}

#[tokio::test]
async fn the_stage_is_the_same_in_every_engine() {
    let setup = Setup { time_zone: "Pacific/Kiritimati", ..Setup::default() };
    let page = host("<h1>Hello</h1><p>Hello".to_owned());
    in_browser_with(setup, page.clone(), async move |browser| {
        browser.set_clock("2026, 2, 9, 0, 15, 0").await;
        browser.open_address(&page).await;
        // Firefox gives scripts of the driver's their own Date.
        let now = "
            const now = new window.Date();
            const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
            return [now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), zone];
        ";
        let expected = json!([2026, 2, 9, 0, "Pacific/Kiritimati"]);
        assert_eq!(browser.script(now, vec![]).await, expected);
        for width in [1280, 500, 360, 320] {
            browser.set_width(width).await;
            assert_eq!(
                browser.script("return [innerWidth, innerHeight]", vec![]).await,
                json!([width, 900])
            );
        }

        // Each kind of complaint is heard, once.
        assert_eq!(browser.complaints().await, [""; 0]);
        for (seed, told) in [
            ("console.warn('a warning')", "a warning"),
            ("setTimeout(() => { throw new Error('an error') })", "an error"),
            ("Promise.reject(new Error('a promise'))", "a promise"),
            ("fetch('/nothing-here?gone').catch(() => 0)", "gone"),
        ] {
            if told == "gone" {
                browser.block(&["gone"]).await;
            }
            // What goes wrong in a script of the driver's is not always told to the page.
            let in_page = "
                const script = document.createElement('script');
                script.textContent = arguments[0];
                document.head.append(script);
            ";
            browser.script(in_page, vec![json!(seed)]).await;
            browser.wait(told, async || !browser.complaints().await.is_empty()).await;
            browser.rest().await;
            browser.complaints().await;
        }
        assert!(browser.requested().iter().all(|address| address.starts_with(&page)));
    })
    .await;
}

#[test]
fn the_document_has_every_limit_and_no_other() {
    let text = include_str!("../../docs/browsers.md");
    let table = text.split("## What an engine cannot do").nth(1).expect("a part about it");
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(2).collect();
    for (engine, ability, reason) in LIMITS {
        let row = format!("| {engine:?} | {} | {reason} |", ability.words());
        assert!(rows.iter().any(|line| line.starts_with(&row)), "docs/browsers.md lacks\n{row}");
    }
    assert_eq!(rows.len(), LIMITS.len(), "{rows:#?}");
    assert!(Engine::Chromium.lacks(Ability::Paper).is_none(), "Chromium can do everything");
}
