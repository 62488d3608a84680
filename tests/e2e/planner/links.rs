//! The plan as a link: dates alone, and never in place of a plan without being asked.

use botilbud::app::page::Page;
use botilbud::exchange::plan_link;
use serde_json::json;

use super::{link_code, stay};
use crate::support::{Browser, in_browser};

/// Follows a link while the page is open.
async fn follow(browser: &Browser, code: &str) {
    let script = "location.hash = `#/aflastning?plan=${arguments[0]}`";
    browser.script(script, vec![json!(code)]).await;
    browser.wait_for_focus("page-heading").await;
}

#[tokio::test]
async fn ones_own_link_brings_the_plan_back_and_nothing_but_its_dates() {
    in_browser(async |browser| {
        let stays = [stay("2026-03-06", "2026-03-09"), stay("2027-07-05", "2027-07-11")];
        browser.open_plan(&stays).await;
        browser.hear("Planen fra linket er hentet: 2 ophold.").await;
        let plan = ["6. marts 2026 – 9. marts 2026", "5. juli 2027 – 11. juli 2027"];
        assert_eq!(browser.plan().await, plan);
        let note = browser.in_row("stay", 1, "note").await;
        browser.fill(&note, "Hemmelig seddel").await;
        browser.fill("calendar-title", "Aflastning for os").await;
        browser.fill_setting("granted", "31").await;

        browser.press("link").await;
        browser.wait_for_focus("plan-link").await;
        let link = browser.typed("plan-link").await;
        let code = link.rsplit_once("?plan=").expect("the plan in the link").1.to_owned();
        assert_eq!(link, browser.link_address(&code));
        assert_eq!(plan_link::decode(&code), Ok(stays.to_vec()), "the dates alone");
        assert_eq!(plan_link::encode(&stays), Some(code.clone()));
        assert_eq!(browser.count(".qr svg[role=img][aria-label]").await, 1);
        browser.press("copy").await;
        let selected = "
            const { selectionStart, selectionEnd, value } = document.getElementById('plan-link');
            return value.slice(selectionStart, selectionEnd);
        ";
        assert_eq!(browser.script(selected, vec![]).await, json!(link));

        // It follows the plan.
        browser.click_day("2026-03-07").await;
        browser.press("delete").await;
        let shorter = browser.typed("plan-link").await;
        assert!(shorter.ends_with(&link_code(&stays[1..])), "{shorter}");
        browser.open_address(&link).await;
        browser.wait_for_page(Page::Respite).await;
        assert_eq!(browser.plan().await, plan);
        assert_eq!(browser.typed("granted").await, "");
    })
    .await;
}

#[tokio::test]
async fn another_plan_is_compared_and_taken_only_when_it_is_chosen() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        browser.click_day("2026-03-08").await;
        browser.click_day("2026-03-10").await;
        let mine = "8. marts 2026 – 10. marts 2026";
        let code = link_code(&[stay("2026-03-06", "2026-03-09"), stay("2026-07-06", "2026-07-12")]);

        follow(&browser, &code).await;
        assert_eq!(browser.plan().await, [mine], "nothing has changed yet");
        let compared = browser.text("section:has(> #incoming-heading)").await;
        for text in [
            "Planen fra linket har 2 ophold med 11 døgn. Din plan her har 1 ophold med 3 døgn.",
            "fre. 6. – man. 9. marts 2026: 4 døgn",
            "søn. 8. – tir. 10. marts 2026: 3 døgn",
        ] {
            assert!(compared.contains(text), "no »{text}« in\n{compared}");
        }
        browser.press("keep-mine").await;
        browser.wait_for_focus("calendar-heading").await;
        assert_eq!(browser.plan().await, [mine]);
        assert_eq!(browser.count("#incoming-heading").await, 0);

        browser.go(Page::Front).await;
        follow(&browser, &code).await;
        browser.press("add-incoming").await;
        let both = [mine, "6. juli 2026 – 12. juli 2026"];
        assert_eq!(browser.plan().await, both, "what overlaps is left out");

        browser.go(Page::Front).await;
        follow(&browser, &code).await;
        browser.press("take-incoming").await;
        let theirs = ["6. marts 2026 – 9. marts 2026", "6. juli 2026 – 12. juli 2026"];
        assert_eq!(browser.plan().await, theirs);
        browser.press("undo").await;
        assert_eq!(browser.plan().await, both, "and it can be undone");

        // Its own link is no other plan.
        browser.go(Page::Front).await;
        follow(
            &browser,
            &link_code(&[stay("2026-03-08", "2026-03-10"), stay("2026-07-06", "2026-07-12")]),
        )
        .await;
        assert_eq!(browser.count("#incoming-heading").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_damaged_or_newer_says_so_and_changes_nothing() {
    in_browser(async |browser| {
        let good = link_code(&[stay("2026-03-06", "2026-03-09")]);
        let damaged = format!("{}A", &good[..good.len() - 1]);
        browser.open_link(&damaged).await;
        browser.see(".alert", "Linket er gået i stykker på vejen.").await;
        browser.see("main", "Planen er tom").await;

        browser.click_day("2026-05-01").await;
        browser.click_day("2026-05-03").await;
        for (code, sentence) in [
            (format!("2{}", &good[1..]), "nyere udgave af siden"),
            (good[..good.len() - 2].to_owned(), "gået i stykker"),
            ("A".repeat(3000), "for langt til at være en plan"),
            ("%22%3E%3Cimg%20src%3Dx%3E".to_owned(), "gået i stykker"),
        ] {
            follow(&browser, &code).await;
            browser.see(".alert", sentence).await;
            assert_eq!(browser.plan().await, ["1. maj 2026 – 3. maj 2026"]);
            assert_eq!(browser.count("main img").await, 0);
        }
    })
    .await;
}
