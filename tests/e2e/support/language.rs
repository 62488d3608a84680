//! The pages in another language.

use botilbud::app::page::Page;
use botilbud::text::marks::plain;
use botilbud::text::words::{Language, Who, Words};
use serde_json::json;

use super::browser::Browser;

/// The words of a language for any reader.
pub fn words_of(language: Language) -> &'static Words {
    language.edition().words(Who::Close)
}

impl Browser {
    /// Goes on in another language, by its link above the page.
    pub async fn speak(&self, language: Language, page: Page) {
        self.click(&format!("header #language-{}", language.code())).await;
        self.wait_for_page_in(page, language).await;
    }

    /// Goes to a page of the menu.
    pub async fn go_in(&self, page: Page, language: Language) {
        self.click(&format!(".site-nav-row a[href=\"{}\"]", page.href())).await;
        self.wait_for_page_in(page, language).await;
    }

    /// Loads the page again.
    pub async fn reload_in(&self, page: Page, language: Language) {
        self.client.refresh().await.expect("the browser reloads");
        self.wait_for_page_in(page, language).await;
    }

    /// Waits until a page is shown in a language, the planner's with the planner.
    pub async fn wait_for_page_in(&self, page: Page, language: Language) {
        let words = words_of(language);
        let title = plain(&words.pages.window_title(page.title(words), "Køge Kommune"));
        self.wait(&format!("the page »{title}«"), async || {
            let script = "
                const page = document.querySelector('main#main-content:has(h1):not(:has(.loading))');
                return page ? document.documentElement.lang + ' ' + document.title : '';
            ";
            self.script(script, vec![]).await == json!(format!("{} {title}", language.code()))
        })
        .await;
        self.settle().await;
    }
}
