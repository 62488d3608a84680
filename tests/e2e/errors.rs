//! What a wrong answer leads to.

use botilbud::app::page::Page;

use crate::respite::fill_stay;
use crate::support::in_browser;

#[tokio::test]
async fn every_error_is_listed_linked_and_gone_once_it_is_right() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "31.2.2026", "").await;
        browser.fill("granted", "100").await;
        browser.fill("grant-start", "i morgen").await;
        browser.click("main details summary").await;
        browser.fill("housing-to", "1.5.2026").await;

        let summary = browser.ask_wrongly("respite").await;
        assert!(summary.contains("Ret 5 svar"), "{summary}");
        let wrong = [
            ("stay-1-arrival", "31.2.2026", "Den dag findes ikke"),
            ("stay-1-departure", "", "Skriv en dato"),
            ("granted", "100", "Skriv et helt tal fra 0 til 55"),
            ("grant-start", "i morgen", "Skriv datoen med dag, måned og år"),
            ("housing-from", "", "Skriv den dag, personen flyttede ind"),
        ];
        for (field, typed, message) in wrong {
            assert!(summary.contains(message), "no »{message}« in\n{summary}");
            assert_eq!(browser.typed(field).await, typed, "what was typed in {field}");
            let described = browser.text(&format!("[id=\"{field}-error\"]")).await;
            assert!(described.contains(message), "»{described}« at {field}");
            browser.click(&format!("#respite-errors a[href=\"#{field}\"]")).await;
            browser.wait_for_focus(field).await;
        }
        // A link to a field is no change of page.
        assert_eq!(browser.address_shown().await, browser.address(Page::Respite));
        browser.inspect("a form with errors").await;

        fill_stay(&browser, 1, "28.2.2026", "1.3.2026").await;
        browser.fill("granted", "").await;
        browser.fill("grant-start", "").await;
        browser.fill("housing-to", "").await;
        let page = browser.ask("respite").await;
        assert!(page.contains("2 af 55 døgn er brugt i 2026."), "{page}");
        assert_eq!(browser.count("#respite-errors, .form-error, [aria-invalid]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_is_never_markup() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        let typed = "<img src=x onerror=alert(1)>\"'&amp;";
        fill_stay(&browser, 1, typed, typed).await;
        browser.ask_wrongly("respite").await;
        assert_eq!(browser.typed("stay-1-arrival").await, typed);
        assert_eq!(browser.count("main img").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_empty_form_asks_for_the_first_stay() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        let summary = browser.ask_wrongly("respite").await;
        assert!(summary.contains("Ret ét svar"), "{summary}");
        browser.click("#respite-errors a").await;
        browser.wait_for_focus("stay-1-arrival").await;
    })
    .await;
}
