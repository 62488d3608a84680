//! The page that gives the code, and the code itself on a page of somebody else's.

use botilbud::app::embed::snippet::{CODE, INTEGRITY, SCRIPT, Shown};
use botilbud::app::page::Page;
use botilbud::text::words::DA;
use serde_json::json;

use crate::support::{Browser, host, in_browser};

/// The code that the page shows.
async fn code(browser: &Browser) -> String {
    browser.typed(CODE).await
}

/// How many files the page has asked for, and how many frames it has.
async fn asked(browser: &Browser) -> u64 {
    let count = "
        return performance.getEntriesByType('resource').length
            + document.querySelectorAll('iframe').length;
    ";
    browser.script(count, vec![]).await.as_u64().expect("a number")
}

#[tokio::test]
async fn the_code_follows_the_choices_and_pins_the_script() {
    in_browser(async |browser| {
        browser.open(Page::Embed).await;
        let folder = browser.address(Page::Front).replace("#/", "");
        let front = code(&browser).await;
        let shown = "return document.getElementById('embed-lang').selectedOptions[0]?.text";
        assert_eq!(browser.script(shown, vec![]).await, json!(DA.embed.danish));
        assert!(
            front.starts_with(&format!("<a href=\"{folder}index.html\" data-botilbud ")),
            "{front}"
        );
        browser.choose("embed-tool", "payment").await;
        browser.choose("embed-offer", "lease").await;
        browser.choose("embed-who", "close").await;
        browser.fill("embed-title", "Hvad koster \"det\"?").await;
        let payment = code(&browser).await;
        let link = format!(
            "<a href=\"{folder}egenbetaling.html\" data-botilbud data-tool=\"payment\" \
             data-lang=\"da\" data-offer=\"lease\" data-who=\"close\" \
             data-title=\"Hvad koster &quot;det&quot;?\">Beregn egenbetaling</a>\n"
        );
        assert!(payment.starts_with(&link), "{payment}");
        browser.choose("embed-tool", "respite").await;
        assert!(!code(&browser).await.contains("data-offer"), "the planner asks for no offer");

        let hash = "
            const [file, done] = arguments;
            fetch(file)
                .then((answer) => answer.arrayBuffer())
                .then((bytes) => crypto.subtle.digest('SHA-384', bytes))
                .then((hash) => done(btoa(String.fromCharCode(...new Uint8Array(hash)))));
        ";
        let hash = browser.script_until_done(hash, vec![json!(SCRIPT)]).await;
        assert_eq!(INTEGRITY, format!("sha384-{}", hash.as_str().expect("a hash")));
        assert!(payment.contains(&format!("integrity=\"{INTEGRITY}\"")), "{payment}");

        browser.press("copy-code").await;
        let selected = "
            const field = document.getElementById(arguments[0]);
            return field.selectionStart === 0 && field.selectionEnd === field.value.length;
        ";
        assert_eq!(browser.script(selected, vec![json!(CODE)]).await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn every_tool_can_be_chosen_and_opens_by_its_code() {
    in_browser(async |browser| {
        browser.open(Page::Embed).await;
        let mut codes = Vec::new();
        for shown in Shown::ALL {
            let code = if *shown == Shown::Front { "" } else { shown.code() };
            browser.choose("embed-tool", code).await;
            codes.push((shown.page(), browser.typed(CODE).await));
        }
        for (page, code) in codes {
            browser.open_host(&host(code), page).await;
            browser.see_fit().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_script_that_was_changed_does_not_run_and_the_link_stays() {
    in_browser(async |browser| {
        browser.open(Page::Embed).await;
        browser.choose("embed-tool", "payment").await;
        let code = code(&browser).await;
        let other = code.replace("sha384-", "sha384-AAAA");
        let start = other.find("AAAA").expect("the hash");
        // As long as a hash is.
        let other = format!("{}{}", &other[..start + 60], &other[start + 64..]);
        browser.open_address(&host(other)).await;
        browser.wait("the refusal", async || !browser.complaints().await.is_empty()).await;
        assert_eq!(browser.count("iframe").await, 0);
        assert!(browser.is_shown("a[data-botilbud]").await);
    })
    .await;
}

#[tokio::test]
async fn the_sample_page_is_fetched_on_demand_and_shows_what_was_chosen() {
    in_browser(async |browser| {
        browser.open(Page::Embed).await;
        let before = asked(&browser).await;
        browser.choose("embed-tool", "dates").await;
        browser.choose("embed-offer", "lease").await;
        browser.fill("embed-title", "<b>Frister</b>").await;
        assert_eq!(asked(&browser).await, before);

        browser.press("preview").await;
        browser.wait("the sample page", async || browser.count("iframe.preview").await == 1).await;
        browser.enter_frame().await;
        browser.wait("its frame", async || browser.count("iframe").await == 1).await;
        let title = "return document.querySelector('iframe').title";
        assert_eq!(browser.script(title, vec![]).await, json!("<b>Frister</b>"));
        assert_eq!(browser.count("b").await, 0);
        browser.enter_frame().await;
        browser.wait_for_page(Page::Dates).await;
        browser.see_fit().await;
        assert_eq!(browser.count("[name=complaint-offer][value=lease]:checked").await, 1);
        browser.leave_frame().await;
        browser.leave_frame().await;

        // What it shows is another code now.
        browser.choose("embed-tool", "check").await;
        assert_eq!(browser.count("iframe.preview").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_sample_page_takes_nothing_but_codes_and_text() {
    in_browser(async |browser| {
        let page = browser.address(Page::Front).replace("#/", "preview.html");
        let odd = "tool=%22%3E%3Cimg&offer=javascript:alert(1)&text=%3Cimg%20src=x%20onerror=a%3E&href=//x";
        browser.open_host(&format!("{page}#{odd}"), Page::Front).await;
        browser.see_fit().await;
        browser.leave_frame().await;
        assert_eq!(browser.count("img").await, 0);
        let title = "return document.querySelector('iframe').title";
        assert_eq!(browser.script(title, vec![]).await, json!("<img src=x onerror=a>"));
    })
    .await;
}

#[tokio::test]
async fn the_page_can_be_found() {
    in_browser(async |browser| {
        browser.open(Page::About).await;
        browser.click(&format!("main a[href=\"{}\"]", Page::Embed.href())).await;
        browser.wait_for_page(Page::Embed).await;
        browser.see("main", DA.embed.how_place).await;
    })
    .await;
}
