//! How words come to the program, and how it goes on in another language.

use std::rc::Rc;

use wasm_bindgen::JsCast;

use super::{App, draw_frame};
use crate::app::event::Event;
use crate::browser;
use crate::draft::Context;
use crate::html::spoken::spoken;
use crate::pages;
use crate::text::words::{Edition, Language, Words};

/// The element that is shown when the program stops with an error.
const CRASH: &str = "crash";

/// The words that public/boot.js has fetched, for as long as the page is open.
pub fn edition(code: &str, first: String, later: Option<String>) -> Option<&'static Edition> {
    let language = Language::from_code(code)?;
    let later = later.map(|later| &*later.leak());
    let edition = Edition::read(language, first.leak(), later)?;
    Some(Box::leak(Box::new(edition)))
}

/// The words that an event of public/boot.js brings: a language, the words of the first file of
/// the program, and those of the second once that is there.
pub fn brought(event: &web_sys::Event) -> Option<&'static Edition> {
    let event = event.dyn_ref::<web_sys::CustomEvent>()?;
    let parts = event.detail().dyn_into::<js_sys::Array>().ok()?;
    let [code, first, later] = [0, 1, 2].map(|place| parts.get(place).as_string());
    edition(&code?, first?, later)
}

pub mod doors {
    //! The way to another language: `app::planner::doors` tells what doors are.

    use std::rc::Rc;

    use super::App;
    use crate::text::words::Words;

    /// Draws everything anew in the language of the words that are there now.
    #[inline(never)]
    pub fn speak(app: &Rc<App>, before: &Words) {
        super::speak(app, before);
    }

    /// A language came, or could not be fetched.
    #[inline(never)]
    pub fn came(app: &Rc<App>, event: &web_sys::Event) {
        super::came(app, event);
    }
}

impl App {
    /// Takes words in: those of the second file, or of another language.
    pub(super) fn learn(self: &Rc<App>, edition: &'static Edition) {
        let before = self.context();
        self.context.set(before.in_words_of(edition));
        if before.edition.language != edition.language {
            doors::speak(self, before.words);
        }
    }
}

/// Draws everything anew from the same answers in the language of the words.
fn speak(app: &Rc<App>, before: &Words) {
    let language = app.context().edition.language;
    let page = app.model.borrow().page;
    show(language, &page.fragment());
    let address = browser::address().leak();
    let context = Context { address, ..app.context() };
    app.context.set(context);
    app.model.borrow_mut().speak_language(before, context);
    let Some(root) = browser::app_root() else { return };
    app.drawn.take();
    draw_frame(&root, context);
    app.draw_afresh();
    app.explain();
    browser::set_html(CRASH, &spoken(pages::crash(context).into_string(), false));
    let id = if app.is_framed() { pages::framed::language_id } else { pages::language_id };
    browser::focus_in_place(&id(language));
}

/// Lets the page, and the address of the page, say which language it is in. Loading it again then
/// brings the same language.
fn show(language: Language, fragment: &str) {
    browser::set_language(language.code());
    let path = browser::path();
    let name = path.rsplit('/').next().unwrap_or_default();
    if let Some(file) = language.file_beside(name) {
        browser::replace_address(&format!("./{file}#{fragment}"));
    }
}

fn came(app: &Rc<App>, event: &web_sys::Event) {
    match brought(event) {
        Some(edition) => app.learn(edition),
        None => {
            let wanted = event.dyn_ref::<web_sys::CustomEvent>();
            let code = wanted.and_then(|event| event.detail().as_string());
            if let Some(language) = code.and_then(|code| Language::from_code(&code)) {
                app.handle(Event::Unspoken(language));
            }
        }
    }
}
