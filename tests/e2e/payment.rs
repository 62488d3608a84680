//! Estimating the payment.

use botilbud::app::page::Page;

use crate::support::{Browser, in_browser};

/// A row's amount in one of the budget's lists, counted from one.
async fn fill_amount(browser: &Browser, list: &str, row: usize, amount: &str) {
    let field = browser.in_row(list, row, "amount").await;
    browser.fill(&field, amount).await;
}

/// A month's budget of a person of 26 years.
pub async fn fill_budget(browser: &Browser) {
    browser.choose("pay-offer", "long_term").await;
    browser.fill_date("born", "4 5 1999").await;
    fill_amount(browser, "income", 1, "14.500").await;
    fill_amount(browser, "expense", 1, "350").await;
    fill_amount(browser, "charge", 1, "4200").await;
    fill_amount(browser, "charge", 5, "3600,00").await;
}

#[tokio::test]
async fn a_budget_becomes_an_estimate_with_every_step() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        // Sums follow every key.
        browser.see("main", "7.800 kr.").await;
        let page = browser.ask("payment").await;
        for figure in [
            "Skøn over betalingen 7.800 kr. om måneden",
            "Tilbage om måneden 6.350 kr.",
            "14.500 kr. minus 350 kr.",
            "14.150 kr.",
        ] {
            assert!(page.contains(figure), "no »{figure}« in\n{page}");
        }
        browser.inspect("an estimate").await;

        browser.press("add:income").await;
        browser.wait_for_focus(&browser.in_row("income", 2, "kind").await).await;
        fill_amount(&browser, "income", 2, "500").await;
        browser.see("main", "Du har ændret et svar").await;
        let page = browser.ask("payment").await;
        assert!(page.contains("Tilbage om måneden 6.850 kr."), "{page}");
    })
    .await;
}

#[tokio::test]
async fn the_minimum_limits_what_is_paid() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        fill_amount(&browser, "income", 1, "10.000").await;
        fill_amount(&browser, "charge", 1, "9000").await;
        let page = browser.ask("payment").await;
        let left = browser.text(".result").await;
        assert!(page.contains("Botilbuddets pris er 12.600 kr."), "{page}");
        assert!(!left.contains("12.600"), "{left}");
        browser.inspect("a payment that is reduced").await;
    })
    .await;
}

#[tokio::test]
async fn questions_follow_the_offer_and_their_answers_go_with_them() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.choose("pay-offer", "temporary").await;
        browser.choose("pay-own-home", "yes").await;
        let page = browser.ask("payment").await;
        assert!(page.contains("Huslejen er ikke talt med"), "{page}");
        assert!(page.contains("Skøn over betalingen 3.600 kr. om måneden"), "{page}");
        browser.inspect("an estimate without rent").await;

        browser.choose("pay-offer", "lease").await;
        assert_eq!(browser.count("[name=pay-own-home]").await, 0);
        browser.fill("pay-benefit", "1.250,50").await;
        let page = browser.ask("payment").await;
        assert!(page.contains("6.549,50 kr. om måneden"), "{page}");
        assert!(!page.contains("Huslejen er ikke talt med"), "{page}");
        browser.inspect("an estimate of a lease").await;
    })
    .await;
}

#[tokio::test]
async fn an_empty_budget_and_an_unclear_amount_are_told() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        let summary = browser.ask_wrongly("payment").await;
        assert!(summary.contains("Ret 4 svar"), "{summary}");
        browser.inspect("an empty budget").await;
        for (link, field) in
            [("pay-offer-0", "pay-offer-0".to_owned()), ("born-day", "born-day".to_owned())]
        {
            browser.click(&format!("#payment-errors a[href=\"#{link}\"]")).await;
            browser.wait_for_focus(&field).await;
        }
        fill_budget(&browser).await;
        fill_amount(&browser, "income", 1, "14.50").await;
        let summary = browser.ask_wrongly("payment").await;
        assert!(summary.contains("Vi kan ikke se, om 14.50 er med øre"), "{summary}");
        fill_amount(&browser, "income", 1, "14.500").await;
        browser.ask("payment").await;
    })
    .await;
}
