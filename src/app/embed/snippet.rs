//! The code that puts a tool on another page, as the fields of the generator page say.

use maud::html;

use crate::app::page::Page;
use crate::app::sheet::Sheet;
use crate::draft::Context;
use crate::rules::code::coded;
use crate::rules::offer::Housing;
use crate::text::words::{Language, Who, Words};

/// The fields of the generator page. They say nothing of a case, so no case file has them.
pub const TOOL: &str = "embed-tool";
/// The language.
pub const LANGUAGE: &str = "embed-lang";
/// The offer that is chosen beforehand.
pub const OFFER: &str = "embed-offer";
/// Whom it is about.
pub const WHO: &str = "embed-who";
/// What the frame is called.
pub const TITLE: &str = "embed-title";
/// The id of the code.
pub const CODE: &str = "embed-code";

/// The script of the present form, and the hash that a page pins it by.
pub const SCRIPT: &str = env!("EMBED_SCRIPT");
/// `sha384-…`, computed when the program is compiled.
pub const INTEGRITY: &str = env!("EMBED_INTEGRITY");

coded! {
    /// What can be shown on another page, by its `data-tool`.
    pub enum Shown {
        /// The front page.
        Front = "front",
        /// Who may be in the target group.
        Check = "check",
        /// The respite planner.
        Respite = "respite",
        /// Own payment.
        Payment = "payment",
        /// Deadlines and follow-ups.
        Dates = "dates",
        /// Free choice.
        FreeChoice = "free_choice",
        /// All results together.
        Overview = "overview",
    }
}

impl Shown {
    /// Its page.
    pub fn page(self) -> Page {
        match self {
            Shown::Front => Page::Front,
            Shown::Check => Page::CHECK,
            Shown::Respite => Page::Respite,
            Shown::Payment => Page::Payment,
            Shown::Dates => Page::Dates,
            Shown::FreeChoice => Page::FreeChoice,
            Shown::Overview => Page::Overview,
        }
    }

    /// The file that opens it without a script on the other page (`tools/entries.json`).
    fn file(self) -> String {
        match self.page().fragment().trim_start_matches('/') {
            "" => "index.html".to_owned(),
            name => format!("{name}.html"),
        }
    }

    /// Whether it asks which offer it is about.
    pub fn asks_for_offer(self) -> bool {
        matches!(self, Shown::Payment | Shown::Dates | Shown::FreeChoice)
    }
}

/// What a host page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The tool.
    pub shown: Shown,
    language: Language,
    offer: Option<Housing>,
    who: Option<Who>,
    title: &'a str,
}

impl Snippet<'_> {
    /// What the fields say.
    pub fn of(sheet: &Sheet) -> Snippet<'_> {
        let shown = Shown::from_code(sheet.get(TOOL)).unwrap_or(Shown::Front);
        let offer = Housing::from_code(sheet.get(OFFER));
        Snippet {
            shown,
            language: Language::from_code(sheet.get(LANGUAGE)).unwrap_or(Language::Danish),
            offer: offer.filter(|_| shown.asks_for_offer()),
            who: Who::from_code(sheet.get(WHO)),
            title: sheet.get(TITLE).trim(),
        }
    }

    /// The code for a page; `folder` is the address of the calculator's folder, with its slash.
    pub fn code(&self, folder: &str, words: &Words) -> String {
        let title = Some(self.title).filter(|title| !title.is_empty());
        let link = html! {
            a href=(format!("{folder}{}", self.language.file(&self.shown.file()))) data-botilbud
                data-tool=(self.shown.code()) data-lang=(self.language.code())
                data-offer=[self.offer.map(Housing::code)] data-who=[self.who.map(Who::code)]
                data-title=[title] { (self.shown.page().title(words)) }
        };
        let script = html! {
            script src=(format!("{folder}{SCRIPT}")) integrity=(INTEGRITY) crossorigin="anonymous"
                async {}
        };
        format!("{}\n{}", link.into_string(), script.into_string())
    }

    /// The address of the sample page that shows it.
    pub fn preview(&self, context: Context) -> String {
        let codes = [
            ("tool", self.shown.code()),
            ("lang", self.language.code()),
            ("offer", self.offer.map_or("", Housing::code)),
            ("who", self.who.map_or("", Who::code)),
            ("title", self.title),
            ("text", self.shown.page().title(context.words)),
        ];
        let pairs = codes.iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> =
            pairs.map(|(name, value)| format!("{name}={}", percent_encoded(value))).collect();
        format!("./{}#{}", context.edition.language.file("preview.html"), pairs.join("&"))
    }
}

/// A text as part of an address.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => encoded.push(byte.into()),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// The address of the folder that a page lies in, with its slash.
pub fn folder_of(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').and_then(|slash| path.get(..=slash)).unwrap_or_default()
}

/// What a security policy calls the host of an address: scheme, name and port.
pub fn origin_of(address: &str) -> &str {
    let name = address.find("://").map_or(0, |at| at.saturating_add(3));
    let path = address.get(name..).and_then(|rest| rest.find('/'));
    path.and_then(|path| address.get(..name.saturating_add(path))).unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::testing::{context, sheet};
    use crate::text::words::DA;

    const FOLDER: &str = "site://example.dk/botilbud/";

    #[test]
    fn the_code_is_a_link_and_a_script() {
        let code = Snippet::of(&sheet(&[(TOOL, "respite")])).code(FOLDER, &DA);
        let expected = format!(
            "<a href=\"site://example.dk/botilbud/aflastning.html\" data-botilbud \
             data-tool=\"respite\" data-lang=\"da\">Planlæg aflastning</a>\n\
             <script src=\"site://example.dk/botilbud/embed-1.js\" integrity=\"{INTEGRITY}\" \
             crossorigin=\"anonymous\" async></script>"
        );
        assert_eq!(code, expected);
    }

    #[test]
    fn what_is_chosen_stands_in_the_code_where_it_means_something() {
        let chosen = [(TOOL, "payment"), (OFFER, "lease"), (WHO, "close"), (TITLE, " Din pris ")];
        let code = Snippet::of(&sheet(&chosen)).code(FOLDER, &DA);
        for attribute in ["data-offer=\"lease\"", "data-who=\"close\"", "data-title=\"Din pris\""] {
            assert!(code.contains(attribute), "{attribute}: {code}");
        }
        let elsewhere = [(TOOL, "respite"), (OFFER, "lease")];
        assert!(!Snippet::of(&sheet(&elsewhere)).code(FOLDER, &DA).contains("data-offer"));
    }

    /// Pages pin the script by this hash. Before it is released the first time the hash may follow
    /// the file; after that the file stays, and what is new gets a number of its own.
    #[test]
    fn the_script_is_the_one_that_pages_pin() {
        assert_eq!(SCRIPT, "embed-1.js");
        let pinned = "sha384-5lzqP6I96SE1QoW208Hw8CXbVtVXPQQWqLbJwyIq+sLayxZAjuD3QZf0oXYZFWPA";
        assert_eq!(INTEGRITY, pinned);
    }

    #[test]
    fn a_title_stays_a_title() {
        let title = "\"><script>alert(1)</script>&";
        let typed = sheet(&[(TITLE, title)]);
        let snippet = Snippet::of(&typed);
        let code = snippet.code(FOLDER, &DA);
        assert!(code.contains("data-title=\"&quot;&gt;&lt;script&gt;"), "{code}");
        let preview = snippet.preview(context());
        let encoded = "title=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%26&text=";
        assert!(preview.contains(encoded), "{preview}");
    }

    #[test]
    fn what_is_unknown_is_the_front_page_in_danish() {
        let odd = [(TOOL, "villa"), (LANGUAGE, "tlh"), (OFFER, "x"), (WHO, "y")];
        let (odd, nothing) = (sheet(&odd), sheet(&[]));
        assert_eq!(Snippet::of(&odd), Snippet::of(&nothing));
        let code = Snippet::of(&odd).code(FOLDER, &DA);
        assert!(code.contains("/index.html\"") && code.contains("data-tool=\"front\""), "{code}");
    }

    #[test]
    fn the_folder_and_the_host_are_found_in_every_address() {
        for (address, folder) in [
            ("site://example.dk/", "site://example.dk/"),
            ("site://example.dk/a/b.html?c=/d", "site://example.dk/a/"),
            ("site://127.0.0.1:8080/a/", "site://127.0.0.1:8080/a/"),
            ("", ""),
        ] {
            assert_eq!(folder_of(address), folder);
        }
        assert_eq!(origin_of("site://example.dk/a/b.html"), "site://example.dk");
        assert_eq!(origin_of("site://127.0.0.1:8080/"), "site://127.0.0.1:8080");
        assert_eq!(origin_of(""), "");
    }
}
