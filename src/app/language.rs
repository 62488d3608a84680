//! The language of the pages: where its files are, and what the program does when another is
//! chosen.
//!
//! A page has a file in each language (`tjek.html`, `tjek.en.html`). Choosing another language
//! loads no page: the words are fetched, everything is drawn anew from the same answers, and the
//! address becomes that of the other file, so that loading the page again stays with the language.

use super::model::{Effects, Extent, Model, Outside};
use super::page::Page;
use crate::draft::Context;
use crate::text::format::short_date;
use crate::text::parse;
use crate::text::words::{Language, Words};

/// What the names of our pages end in.
const ENDING: &str = ".html";
/// The name of the first page's file.
const INDEX: &str = "index";

impl Language {
    /// The name that a file of a page has in this language.
    pub fn file(self, name: &str) -> String {
        match (self, name.strip_suffix(ENDING)) {
            (Language::EasyDanish | Language::English, Some(stem)) => {
                format!("{stem}.{}{ENDING}", self.code())
            }
            _ => name.to_owned(),
        }
    }

    /// The name of the file in this language, by the name in any language; none when it is no
    /// file of ours.
    pub fn file_beside(self, name: &str) -> Option<String> {
        if name.is_empty() {
            // The folder's own address.
            return Some(self.file(&format!("{INDEX}{ENDING}")));
        }
        let stem = name.strip_suffix(ENDING)?;
        let endings = Language::ALL.iter().map(|language| format!(".{}", language.code()));
        let stem =
            endings.into_iter().fold(stem, |stem, end| stem.strip_suffix(&end).unwrap_or(stem));
        let fragment = format!("/{stem}");
        let is_page = !stem.is_empty() && Page::from_fragment(&fragment).0.fragment() == fragment;
        (stem == INDEX || is_page).then(|| self.file(&format!("{stem}{ENDING}")))
    }
}

impl Model {
    /// Asks for the words of another language.
    pub(super) fn ask_for_language(&mut self, language: Language, context: Context) -> Effects {
        self.unspoken = None;
        if context.edition.language == language {
            return Effects::draw(Extent::Parts);
        }
        Effects { outside: Some(Outside::Speak(language)), ..Effects::draw(Extent::Parts) }
    }

    /// Says that another language could not be fetched.
    pub(super) fn cannot_speak(&mut self, language: Language) -> Effects {
        self.unspoken = Some(language);
        Effects::draw(Extent::Parts)
    }

    /// Goes on in the language of the context: what was said in another is said anew. Dates that
    /// the planner has written into fields are written as this language writes them; what a person
    /// has written otherwise stays.
    pub fn speak_language(&mut self, before: &Words, context: Context) {
        self.unspoken = None;
        // The sample page has a language, too.
        self.preview = None;
        let anew = |text: &str| {
            let date = parse::date(text).ok()?;
            (text == short_date(date, before)).then(|| short_date(date, context.words))
        };
        self.sheet.rewrite(&anew);
        self.answers.rewrite(&anew);
        self.speak_as(context);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_page_is_found_in_each_language() {
        for (from, danish, english) in [
            ("", "index.html", "index.en.html"),
            ("index.html", "index.html", "index.en.html"),
            ("tjek.html", "tjek.html", "tjek.en.html"),
            ("tjek.da-simple.html", "tjek.html", "tjek.en.html"),
            ("frit-valg.en.html", "frit-valg.html", "frit-valg.en.html"),
        ] {
            assert_eq!(Language::Danish.file_beside(from).as_deref(), Some(danish), "{from}");
            assert_eq!(Language::English.file_beside(from).as_deref(), Some(english), "{from}");
        }
    }

    #[test]
    fn an_address_that_is_not_ours_stays() {
        for name in ["botilbud", "kommune.html", "tjek", "tjek.htm", ".html", "tjek.fr.html"] {
            assert_eq!(Language::English.file_beside(name), None, "{name}");
        }
    }
}
