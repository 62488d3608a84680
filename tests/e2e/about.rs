//! Where every number stands.

use botilbud::app::page::Page;
use botilbud::rules::standard::Standard;

use crate::support::in_browser;

#[tokio::test]
async fn every_number_of_the_standard_stands_with_its_source() {
    in_browser(async |browser| {
        browser.open(Page::About).await;
        browser.click(&format!("main a[href=\"{}\"]", Page::Rates.href())).await;
        browser.wait_for_page(Page::Rates).await;
        let page = browser.page_text().await;
        for text in [
            "Kvalitetsstandard for midlertidige botilbud efter § 107",
            "Kvalitetsstandard for længerevarende botilbud § 108 og § 105",
            "17. april 2023",
            "Hvad omfatter indsatsen? (Aflastningsophold)",
        ] {
            assert!(page.contains(text), "no »{text}« in\n{page}");
        }
        let standard = Standard::built_in().expect("the standard");
        let rows = browser.count("main tbody tr").await;
        assert_eq!(rows, u64::try_from(standard.entries().len()).expect("a number of rows"));
    })
    .await;
}

#[tokio::test]
async fn the_rules_can_be_read_and_saved_as_the_document_that_was_checked() {
    in_browser(async move |browser| {
        let folder = browser.saved().to_owned();
        browser.open(Page::About).await;
        browser.click(&format!("main a[href=\"{}\"]", Page::DecisionTable.href())).await;
        browser.wait_for_page(Page::DecisionTable).await;
        assert_eq!(browser.count("main table").await, 4, "a lease has the rule of another");

        let file = folder.join("regler.html");
        browser.press("save-table").await;
        browser
            .wait("the document", async || {
                std::fs::read_to_string(&file)
                    .is_ok_and(|text| text.trim_end().ends_with("</html>"))
            })
            .await;
        let saved = std::fs::read_to_string(&file).expect("the file is text");
        let checked = include_str!("../../docs/beslutningstabel.html");
        assert_eq!(saved.trim_end(), checked.trim_end());
    })
    .await;
}
