//! What a wrong answer leads to.

use botilbud::app::page::Page;

use crate::respite::fill_stay;
use crate::support::in_browser;

#[tokio::test]
async fn every_error_is_listed_linked_and_gone_once_it_is_right() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        fill_stay(&browser, 1, "31.2.2026", "").await;
        for (field, typed) in
            [("granted", "100"), ("grant-start", "i morgen"), ("housing-to", "1.5.2026")]
        {
            browser.fill_setting(field, typed).await;
        }
        let arrival = browser.in_row("stay", 1, "arrival").await;
        let departure = browser.in_row("stay", 1, "departure").await;
        // The last field is called wrong once it is left.
        browser.leave().await;
        let wrong = [
            (arrival.as_str(), "31.2.2026", "Den dag findes ikke"),
            (departure.as_str(), "", "Skriv en dato"),
            ("granted", "100", "Skriv et helt tal fra 0 til 55"),
            ("grant-start", "i morgen", "Skriv datoen med dag, måned og år"),
            ("housing-from", "", "Skriv den dag, personen flyttede ind"),
        ];
        for (field, typed, message) in wrong {
            browser.see(".alert-warning", message).await;
            assert_eq!(browser.typed(field).await, typed, "what was typed in {field}");
            browser.click(&format!(".alert-warning a[href=\"#{field}\"]")).await;
            browser.wait_for_focus(field).await;
            let described = browser.text(&format!("[id=\"{field}-error\"]")).await;
            assert!(described.contains(message), "»{described}« at {field}");
        }
        // A link to a field is no change of page.
        assert_eq!(browser.address_shown().await, browser.address(Page::Respite));

        fill_stay(&browser, 1, "28.2.2026", "1.3.2026").await;
        for field in ["granted", "grant-start", "housing-to"] {
            browser.fill_setting(field, "").await;
        }
        browser.see("main", "2 af 55 døgn er brugt i 2026.").await;
        assert_eq!(browser.count(".alert-warning, .form-error, [aria-invalid]").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_is_never_markup() {
    in_browser(async |browser| {
        browser.open(Page::Respite).await;
        let typed = "<img src=x onerror=alert(1)>\"'&amp;";
        fill_stay(&browser, 1, typed, typed).await;
        browser.fill("calendar-title", typed).await;
        browser.see(".alert-warning", "Skriv datoen").await;
        let arrival = browser.in_row("stay", 1, "arrival").await;
        assert_eq!(browser.typed(&arrival).await, typed);
        assert_eq!(browser.count("main img").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_empty_form_asks_for_its_answers() {
    in_browser(async |browser| {
        browser.open(Page::Dates).await;
        let summary = browser.ask_wrongly("complaint").await;
        assert!(summary.contains("Ret 2 svar"), "{summary}");
        browser.click("#complaint-errors a").await;
        browser.wait_for_focus("complaint-offer-0").await;
    })
    .await;
}
