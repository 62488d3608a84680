//! The languages that the gate walks in.

use botilbud::app::page::Page;

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Danish,
}

impl Language {
    /// Every language there is. A new one is walked in as soon as it stands here.
    pub const ALL: [Language; 1] = [Language::Danish];

    /// As `<html lang>` and the names of files have it.
    pub fn code(self) -> &'static str {
        match self {
            Language::Danish => "da",
        }
    }

    /// The address of a page in this language, in a folder of pages.
    pub fn address(self, folder: &str, page: Page) -> String {
        match self {
            Language::Danish => format!("{folder}{}", page.href()),
        }
    }

    /// The address of a file in this language, in a folder of pages.
    pub fn file(self, folder: &str, name: &str) -> String {
        match self {
            Language::Danish => format!("{folder}{name}"),
        }
    }
}
