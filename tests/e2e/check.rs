//! Checking which offers may be for a person.

use botilbud::app::page::Page;

use crate::support::{Browser, in_browser};

/// A grown-up whom support at home does not help enough.
pub async fn fill_situation(browser: &Browser) {
    browser.fill_date("born", "4 5 1999").await;
    browser.choose("check-mental", "yes").await;
    browser.choose("check-home", "no").await;
}

#[tokio::test]
async fn answers_speak_for_an_offer_and_what_is_missing_is_linked() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        fill_situation(&browser).await;
        browser.ask("eligibility").await;
        let result = browser.text(".result").await;
        assert!(result.contains("Midlertidigt botilbud Taler for"), "{result}");
        assert!(result.contains("Længerevarende botilbud Mangler svar"), "{result}");
        browser.inspect("a check").await;

        browser.click(".verdicts a[data-focus=check-lasting-0]").await;
        browser.wait_for_focus("check-lasting-0").await;
        assert_eq!(browser.address_shown().await, browser.address(Page::CHECK));
        browser.choose("check-lasting", "yes").await;
        browser.see(".column-result", "Du har ændret et svar").await;
        browser.choose("check-need", "yes").await;
        browser.choose("check-elsewhere", "no").await;
        browser.ask("eligibility").await;
        let result = browser.text(".result").await;
        assert!(result.contains("Længerevarende botilbud Taler for"), "{result}");
    })
    .await;
}

#[tokio::test]
async fn a_child_is_told_from_when() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        browser.fill_date("born", "10 3 2010").await;
        browser.choose("check-mental", "yes").await;
        let page = browser.ask("eligibility").await;
        assert!(page.contains("Personen fylder 18 år den 10. marts 2028."), "{page}");
        browser.inspect("a child's check").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_answered_and_half_a_birth_date_are_errors() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        let summary = browser.ask_wrongly("eligibility").await;
        assert!(summary.contains("Svar på mindst ét spørgsmål"), "{summary}");
        browser.inspect("a check without answers").await;
        browser.fill("born-day", "31").await;
        browser.fill("born-month", "2").await;
        browser.fill("born-year", "1990").await;
        let summary = browser.ask_wrongly("eligibility").await;
        assert!(summary.contains("Den dag findes ikke"), "{summary}");
        browser.click("#eligibility-errors a").await;
        browser.wait_for_focus("born-day").await;
        browser.fill("born-day", "28").await;
        browser.choose("check-respite", "unknown").await;
        browser.ask("eligibility").await;
        assert_eq!(browser.count("#eligibility-errors").await, 0);
    })
    .await;
}
