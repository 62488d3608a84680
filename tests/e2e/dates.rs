//! Deadlines and follow-ups.

use botilbud::app::page::Page;

use crate::support::{Browser, in_browser};

/// A decision received a month before Easter.
pub async fn fill_decision(browser: &Browser) {
    browser.choose("complaint-offer", "long_term").await;
    browser.fill("complaint-received", "5.3.2026").await;
}

#[tokio::test]
async fn the_safest_date_comes_first_and_easter_moves_the_other() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        fill_decision(&browser).await;
        browser.see("main", "torsdag den 5. marts 2026").await;
        let page = browser.ask("complaint").await;
        for text in ["2. april 2026", "tirsdag den 7. april 2026", "Der er 24 dage til."] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
        browser.inspect("a deadline").await;
    })
    .await;
}

#[tokio::test]
async fn follow_ups_are_told_in_both_readings() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        browser.choose("follow-offer", "temporary").await;
        browser.fill("follow-moved", "31.1.2026").await;
        let page = browser.ask("follow_up").await;
        for text in ["30. april 2026", "30. april 2027", "31. januar 2027"] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
        browser.inspect("follow-ups").await;
    })
    .await;
}

#[tokio::test]
async fn a_decision_from_tomorrow_is_refused_beside_the_other_form() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        browser.fill("complaint-received", "10.3.2026").await;
        let summary = browser.ask_wrongly("complaint").await;
        assert!(summary.contains("Ret 2 svar"), "{summary}");
        assert!(summary.contains("Datoen ligger i fremtiden"), "{summary}");
        browser.submit("follow_up").await;
        browser.wait_for_focus("follow_up-errors").await;
        browser.inspect("errors in two forms").await;
        browser.click("#follow_up-errors a[href=\"#follow-offer-0\"]").await;
        browser.wait_for_focus("follow-offer-0").await;
        browser.click("#complaint-errors a[href=\"#complaint-received\"]").await;
        browser.wait_for_focus("complaint-received").await;
    })
    .await;
}
