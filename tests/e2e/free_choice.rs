//! Whether an offer can be chosen freely.

use botilbud::app::page::Page;

use crate::support::{Browser, in_browser};

/// A wish that meets every condition.
pub async fn fill_wish(browser: &Browser) {
    browser.choose("choice-offer", "long_term").await;
    browser.fill("choice-wanted-price", "98.000").await;
    browser.fill("choice-reference-price", "95.000").await;
    browser.choose("choice-suitable", "yes").await;
    browser.choose("choice-registered", "yes").await;
    browser.choose("choice-elsewhere", "no").await;
}

#[tokio::test]
async fn prices_and_answers_decide_together() {
    in_browser(async |browser| {
        browser.open(Page::FreeChoice).await;
        fill_wish(&browser).await;
        assert_eq!(browser.count("[name=choice-agree]").await, 0, "it lies in this municipality");
        let page = browser.ask("free_choice").await;
        assert!(browser.text(".result").await.contains("Taler for"), "{page}");
        assert!(page.contains("3,16"), "{page}");
        for text in [
            "Grænsen ligger ved 104.500 kr. om måneden.",
            "Kilde: Serviceloven § 108, stk. 2. Grænsen gælder fra den 1. juli 2025.",
        ] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
        // The bar's mark lies beyond what the wanted offer costs.
        let ends = "
            const right = (css) => document.querySelector(css).getBoundingClientRect().right;
            return right('.verdict .bar .bar-limit') > right('.verdict .bar .part-payment');
        ";
        assert_eq!(browser.script(ends, vec![]).await, true);
        assert!(!page.contains("Hvis botilbuddet ligger i en anden kommune"), "{page}");

        browser.fill("choice-wanted-price", "150.000").await;
        browser.ask("free_choice").await;
        assert!(browser.text(".result").await.contains("Taler imod"));
    })
    .await;
}

#[tokio::test]
async fn moving_to_another_municipality_is_explained() {
    in_browser(async |browser| {
        browser.open(Page::FreeChoice).await;
        fill_wish(&browser).await;
        browser.choose("choice-elsewhere", "yes").await;
        browser.choose("choice-agree", "unknown").await;
        let page = browser.ask("free_choice").await;
        assert!(browser.text(".result").await.contains("Måske"), "{page}");
        for text in [
            "Hvis botilbuddet ligger i en anden kommune",
            "Er det Køge Kommune, så ring til Socialafdelingen på 56 67 67 67.",
            "På tilbudsportalen.dk står botilbud i hele landet.",
        ] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
        assert!(!page.contains("VUM"), "it is folded away");
        browser.click("[data-live=\"details:free_choice\"] summary").await;
        browser.see("main", "kaldes VUM").await;
    })
    .await;
}

#[tokio::test]
async fn a_temporary_offer_is_not_chosen_freely() {
    in_browser(async |browser| {
        browser.open(Page::FreeChoice).await;
        browser.choose("choice-offer", "temporary").await;
        assert_eq!(browser.count("[name=choice-suitable]").await, 0);
        browser.see("form", "Tryk på knappen, og se, hvad der gælder i stedet.").await;
        browser.ask("free_choice").await;
        assert!(browser.text(".result").await.contains("Gælder ikke her"));
    })
    .await;
}

#[tokio::test]
async fn wrong_prices_are_told() {
    in_browser(async |browser| {
        browser.open(Page::FreeChoice).await;
        browser.fill("choice-wanted-price", "dyrt").await;
        browser.fill("choice-reference-price", "0").await;
        let summary = browser.ask_wrongly("free_choice").await;
        assert!(summary.contains("Ret 3 svar"), "{summary}");
        assert!(summary.contains("Skriv en pris over 0 kr."), "{summary}");
        assert_eq!(browser.typed("choice-wanted-price").await, "dyrt");
    })
    .await;
}
