//! What a person comes for, by keys alone.

use botilbud::app::page::{Page, Step};
use serde_json::json;

use crate::support::hand::{DOWN, ENTER, ESCAPE, SHIFT, SPACE, TAB};
use crate::support::{Browser, in_browser};

/// Sends a form by its button.
async fn send(browser: &Browser, tool: &str) {
    browser.enter(&format!("form[data-tool=\"{tool}\"] button[type=submit]")).await;
}

/// Sends a form with nothing in it: the focus goes to what is wrong, and from there to each field.
async fn send_wrongly(browser: &Browser, tool: &str, first_field: &str) {
    send(browser, tool).await;
    browser.wait_for_focus(&format!("{tool}-errors")).await;
    browser.enter(&format!("#{tool}-errors a")).await;
    browser.wait_for_focus(first_field).await;
}

/// Follows a link to a page, whose heading then has the focus.
async fn follow(browser: &Browser, page: Page) {
    browser.enter(&format!("main a[href=\"{}\"]", page.href())).await;
    browser.wait_for_page(page).await;
    browser.wait_for_focus("page-heading").await;
}

async fn at_step(browser: &Browser, step: Step) {
    let fragment = Page::Check(step).href();
    let there = "return location.hash === arguments[0] && !document.querySelector('main .loading')";
    browser
        .wait(&fragment, async || browser.script(there, vec![json!(fragment)]).await == json!(true))
        .await;
    browser.wait_for_focus("page-heading").await;
}

#[tokio::test]
async fn the_check_from_the_front_page_to_its_result() {
    in_browser(async |browser| {
        browser.open_still(Page::Front).await;
        browser.enter(".skipnav").await;
        browser.wait_for_focus("main-content").await;
        follow(&browser, Page::CHECK).await;

        // A wrong birth date, put right from the summary.
        for (field, typed) in [("born-day", "31"), ("born-month", "2"), ("born-year", "1990")] {
            browser.type_at(&format!("#{field}"), typed).await;
        }
        send_wrongly(&browser, "eligibility", "born-day").await;
        browser.script("document.activeElement.select()", vec![]).await;
        browser.strike('8').await;
        // Enter in a field sends the form.
        browser.strike(ENTER).await;
        at_step(&browser, Step::Question(1)).await;
        send_wrongly(&browser, "eligibility", "check-home-0").await;

        let mut steps = 0;
        while browser.count("form input[name^=\"check-\"]").await > 0 {
            let css = "form input[name^=\"check-\"]";
            if !browser.is_at(css).await {
                browser.tab_to(css).await;
            }
            // From the first answer to the second, which an arrow chooses.
            browser.strike(DOWN).await;
            let before = browser.script("return location.hash", vec![]).await;
            browser.strike(TAB).await;
            browser.press_keys(&[SHIFT, TAB]).await;
            assert_eq!(browser.count("form input:checked").await, 1);
            send(&browser, "eligibility").await;
            browser
                .wait("the next step", async || {
                    browser.script("return location.hash", vec![]).await != before
                })
                .await;
            browser.wait_for_focus("page-heading").await;
            steps += 1;
            assert!(steps <= 11, "there are eleven questions");
        }
        at_step(&browser, Step::Answers).await;
        browser.enter(&format!("main a[href=\"{}\"]", Page::Check(Step::Result).href())).await;
        at_step(&browser, Step::Result).await;
        // From the summary to an offer, and back to an answer.
        browser.enter(".result a[data-focus=\"offer-respite\"]").await;
        browser.wait_for_focus("offer-respite").await;
        browser.enter("main summary").await;
        assert!(
            browser.script("return document.activeElement.parentElement.open", vec![]).await
                == json!(true)
        );
        browser.open_still(Page::CHECK).await;
    })
    .await;
}

#[tokio::test]
async fn an_estimate_of_the_payment() {
    in_browser(async |browser| {
        browser.open_still(Page::Payment).await;
        send_wrongly(&browser, "payment", "pay-temporary").await;
        browser.tab_to("#pay-long-term").await;
        browser.strike(SPACE).await;
        for (field, typed) in [("born-day", "4"), ("born-month", "5"), ("born-year", "1999")] {
            browser.type_at(&format!("#{field}"), typed).await;
        }
        browser.type_at("[id^=\"income-\"][id$=\"-amount\"]", "14500").await;
        browser.enter("[data-act=\"add:income\"]").await;
        let kind = browser.in_row("income", 2, "kind").await;
        browser.wait_for_focus(&kind).await;
        browser.strike(DOWN).await;
        browser.type_at("[id^=\"income-\"][id$=\"-amount\"]", "500").await;
        browser.enter("[data-act^=\"remove:income\"]").await;
        browser.wait_for_focus("income-add").await;
        browser.type_at("[id^=\"charge_long_term-\"][id$=\"-amount\"]", "4200").await;
        send(&browser, "payment").await;
        browser.wait_for_focus("payment-result").await;
        browser.see(".result", "4.200 kr. om måneden").await;
        // Whom it is about, without losing one's place.
        browser.open_still(Page::Payment).await;
        browser.enter("#whom").await;
        browser.wait_for_focus("whom").await;
    })
    .await;
}

#[tokio::test]
async fn both_dates() {
    in_browser(async |browser| {
        browser.open_still(Page::Dates).await;
        send_wrongly(&browser, "complaint", "complaint-offer-0").await;
        browser.strike(DOWN).await;
        browser.type_at("#complaint-received", "5.3.2026").await;
        browser.strike(ENTER).await;
        browser.wait_for_focus("complaint-result").await;
        browser.see(".result", "2. april 2026").await;
        send_wrongly(&browser, "follow_up", "follow-offer-0").await;
        browser.strike(SPACE).await;
        browser.type_at("#follow-moved", "31.1.2026").await;
        browser.strike(ENTER).await;
        browser.wait_for_focus("follow_up-result").await;
    })
    .await;
}

#[tokio::test]
async fn the_free_choice() {
    in_browser(async |browser| {
        browser.open_still(Page::FreeChoice).await;
        send_wrongly(&browser, "free_choice", "choice-offer-0").await;
        browser.strike(DOWN).await;
        browser.type_at("#choice-wanted-price", "98000").await;
        browser.type_at("#choice-reference-price", "95000").await;
        for question in ["suitable", "registered", "elsewhere"] {
            browser.tab_to(&format!("[name=\"choice-{question}\"]")).await;
            browser.strike(SPACE).await;
        }
        send(&browser, "free_choice").await;
        browser.wait_for_focus("free_choice-result").await;
    })
    .await;
}

#[tokio::test]
async fn a_plan_by_list_and_by_suggestion() {
    in_browser(async |browser| {
        browser.open_still(Page::Respite).await;
        browser.enter("#stay-add").await;
        let arrival = browser.in_row("stay", 1, "arrival").await;
        browser.wait_for_focus(&arrival).await;
        for key in "6.3.2026".chars() {
            browser.strike(key).await;
        }
        browser.type_at("[id^=\"stay-\"][id$=\"-departure\"]", "9.3.2026").await;
        browser.strike(TAB).await;
        browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
        browser.enter("[data-act^=\"remove:stay\"]").await;
        browser.wait_for_focus("stay-add").await;

        // Wishes come and go, and a suggestion is looked at, taken and taken back.
        for list in ["wish", "wish"] {
            browser.enter(&format!("[data-act^=\"remove:{list}\"]")).await;
        }
        browser.wait_for_focus("wish-add").await;
        browser.strike(ENTER).await;
        browser.type_at("[id^=\"wish-\"][id$=\"-days\"]", "7").await;
        browser.type_at("[id^=\"wish-\"][id$=\"-count\"]", "2").await;
        send(&browser, "suggest").await;
        browser.wait_for_focus("suggest-result").await;
        browser.tab_to("#take-1").await;
        browser.strike(SPACE).await;
        browser.enter("[data-act=\"accept\"]").await;
        browser.wait_for_focus("calendar-heading").await;
        assert_eq!(browser.plan().await.len(), 1);
        browser.enter("#undo").await;
        browser.wait_for_focus("undo").await;
        assert_eq!(browser.plan().await.len(), 0);
        // A template, two years, another year, the link: each leaves the focus where it is told.
        for (css, focus) in [("#beside", "beside"), ("[data-act=\"template\"]", "calendar-heading")]
        {
            browser.enter(css).await;
            browser.wait_for_focus(focus).await;
        }
        browser.enter("[data-act=\"link\"]").await;
        browser.wait_for_focus("plan-link").await;
    })
    .await;
}

#[tokio::test]
async fn keeping_and_deleting_everything() {
    in_browser(async |browser| {
        browser.open_still(Page::Overview).await;
        browser.enter("[data-act=\"keep:this\"]").await;
        browser.wait_for_focus("kept").await;
        browser.enter("[data-act=\"keep:forget\"]").await;
        browser.wait_for_focus("kept").await;
        browser.enter("main details:has([data-act=clear]) summary").await;
        browser.enter("[data-act=clear]").await;
        browser.wait_for_focus("case-opened").await;
    })
    .await;
}

#[tokio::test]
async fn the_menu_of_a_phone_and_the_languages() {
    in_browser(async |browser| {
        browser.set_width(360).await;
        browser.open_still(Page::Front).await;
        browser.enter("header summary").await;
        browser.enter(&format!("header details a[href=\"{}\"]", Page::Dates.href())).await;
        browser.wait_for_page(Page::Dates).await;
        browser.wait_for_focus("page-heading").await;
        assert!(!browser.is_shown("header details ul a").await, "it is closed behind the person");
        browser.enter("#language-en").await;
        browser
            .wait("English", async || {
                browser.script("return document.documentElement.lang", vec![]).await == json!("en")
            })
            .await;
        browser.settle().await;
        let faults = browser.faults_of_focus(false).await;
        assert!(faults.is_empty(), "the focus is not lost: {faults:#?}");
    })
    .await;
}

#[tokio::test]
async fn a_word_that_is_explained() {
    in_browser(async |browser| {
        browser.open_still(Page::Front).await;
        browser.enter("main button.term").await;
        let open = "return !!document.querySelector(':popover-open')";
        assert_eq!(browser.script(open, vec![]).await, json!(true));
        browser.strike(ESCAPE).await;
        assert_eq!(browser.script(open, vec![]).await, json!(false));
        let back = "return document.activeElement.matches('button.term')";
        assert_eq!(browser.script(back, vec![]).await, json!(true), "the focus is back");
    })
    .await;
}
