//! Receipts: saved with a result, the same bytes as natively, and checked on a page of their own.

use botilbud::app::page::Page;
use botilbud::exchange::receipt;
use botilbud::rules::standard::Standard;

use crate::keeping::saved;
use crate::payment::fill_budget;
use crate::support::in_browser;

#[tokio::test]
async fn a_receipt_is_saved_and_checked_by_anybody() {
    in_browser(async move |browser| {
        let folder = browser.saved().to_owned();
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.ask("payment").await;
        browser.press("receipt:payment:0").await;
        let (path, text) = saved(&browser, &folder, "kvittering-payment-2026-03-09").await;

        // The bytes are those of the program on the command line.
        let standard = Standard::built_in().expect("the standard's data is right");
        let opened = receipt::open(&text).expect("it is a receipt");
        let native = receipt::write(&opened.request, &standard).expect("its request is right");
        assert_eq!(text, native.text);
        // The code on the page, on the overview and on paper is that of the file.
        let plain = |text: String| text.replace(' ', "");
        assert!(plain(browser.text(".check-code").await).ends_with(&native.check));
        browser.go(Page::Overview).await;
        browser.emulate_media("print").await;
        assert!(plain(browser.text(".check-code").await).ends_with(&native.check));
        browser.emulate_media("").await;

        browser.open(Page::Receipt).await;
        browser.choose_file("receipt-file", &path).await;
        browser.wait_for_focus("receipt-result").await;
        browser.see("#receipt-result", "Resultatet er det samme").await;
        let said = browser.text("#receipt-result").await;
        assert!(said.contains("Skøn over betalingen 7.800 kr. om måneden"), "{said}");

        let other = folder.join("other.json");
        for (from, to, words) in [
            ("\"estimate\":\"7800.00\"", "\"estimate\":\"6800.00\"", "Kvitteringen er ændret"),
            ("\"tool\":\"payment\"", "\"tool\":\"paiment\"", "Filen kan ikke regnes efter"),
            ("{\"receipt\":1", "{\"receipt\":9", "Den er lavet med en nyere udgave af siden."),
            ("{", "", "Den er ikke en kvittering herfra."),
        ] {
            assert!(text.contains(from), "{text}");
            std::fs::write(&other, text.replacen(from, to, 1)).expect("another receipt");
            browser.choose_file("receipt-file", &other).await;
            browser.see("#receipt-result", words).await;
            if words.contains("ændret") {
                browser.see("#receipt-result", "estimate 6800.00 7800.00").await;
            }
        }
    })
    .await;
}
