//! Where every number stands.

use botilbud::app::page::Page;
use botilbud::rules::standard::Standard;

use crate::support::in_browser;

#[tokio::test]
async fn every_number_of_the_standard_stands_with_its_source() {
    in_browser(async |browser| {
        browser.open(Page::About).await;
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
