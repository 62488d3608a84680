//! The browser's part of the product: carries events in and HTML out.

mod ahead;
mod chosen;
mod clock;
mod events;
mod framed;
mod language;
mod outside;
mod trouble;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use maud::Markup;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::app::embed::{self, start};
use crate::app::event::Event;
use crate::app::model::{Effects, Extent, Model};
use crate::app::page::Page;
use crate::app::planner::doors::{self, Arrival};
use crate::app::served::Met;
use crate::browser;
use crate::draft::Context;
use crate::html::page::{HEADING, View};
use crate::html::parts;
use crate::html::spoken::spoken;
use crate::pages;
use crate::rules::map::SortedMap;
use crate::text::marks::plain;

/// The planner's calendar; how tall what stands above it is depends on what is planned.
const CALENDAR: &str = "calendar-heading";
const MAIN: &str = "main-content";
const PAGE: &str = "page";
const MENU: &str = "menu";
const MENUS: [&str; 2] = ["menu-fold", "menu-row"];
const LANGUAGES: &str = "languages";
const TERMS: &str = "terms";

/// Draws the pages in place of the words that index.html holds ready. public/boot.js calls it with
/// how it met the standard's data on the server, and with its text; with a language and the words
/// of the first file in it.
///
/// # Panics
/// Without a date, words or a place to draw in there is nothing to compute with. The panic shows
/// the message with the phone number.
#[wasm_bindgen]
pub fn start(met: &str, text: &str, language: &str, words: String) {
    let today = browser::today().unwrap_or_else(|| panic!("the browser's clock has no date"));
    let root = browser::app_root().unwrap_or_else(|| panic!("the page has no #app"));
    let edition = language::edition(language, words, None);
    let edition = edition.unwrap_or_else(|| panic!("the words of the language are not whole"));
    let standard = match Met::from_code(met).unwrap_or(Met::Unreachable).standard_on(today, text) {
        Ok(standard) => standard,
        Err(trouble) => return trouble::show(&root, trouble, text, edition),
    };
    // One standard for as long as the page is open.
    let standard = Box::leak(Box::new(standard));
    browser::set_language(edition.language.code());
    let address = browser::address().leak();
    let context = Context { address, ..Context::new(today, standard, edition) };
    draw_frame(&root, context);
    let app = App::new(context);
    app.begin_with_file();
    app.draw_whole();
    events::listen(&app);
}

/// Draws what stands around every page. It never changes, so it needs none of the reactive
/// system, nor the executor that Leptos' own `mount_to` would start.
fn draw_frame(root: &web_sys::Element, context: Context) {
    let main = browser::alone_in(root, MAIN);
    let (mut above, mut below) = (above(context).build(), below(context).build());
    above.mount(root, main.as_ref());
    below.mount(root, None);
    // They stay for as long as the page is open.
    std::mem::forget((above, below));
}

/// The state, and what of it stands on the screen.
struct App {
    context: Cell<Context>,
    model: RefCell<Model>,
    /// The HTML of each live part, as it was last drawn.
    drawn: RefCell<SortedMap<String, String>>,
    /// The day that a mouse went down on.
    pressed_day: Cell<Option<crate::rules::date::Date>>,
    /// How many things the person has done.
    acts: Cell<u32>,
    /// Whether a button or a finger is down.
    pressing: Cell<bool>,
    /// Whether a field was left while it was.
    leaving: Cell<bool>,
    /// Whether the page is as it came with the file.
    ahead: Cell<bool>,
}

impl App {
    fn new(context: Context) -> Rc<App> {
        let mut model = Model::new(Page::Front, context);
        model.arrival = Arrival::Awaited;
        let model = RefCell::new(model);
        let drawn = RefCell::new(SortedMap::default());
        let context = Cell::new(context);
        let (pressing, leaving) = (Cell::new(false), Cell::new(false));
        let (pressed_day, acts) = (Cell::new(None), Cell::new(0));
        let ahead = Cell::new(false);
        let app =
            Rc::new(App { context, model, drawn, pressed_day, acts, pressing, leaving, ahead });
        app.take_fragment(&browser::fragment());
        if browser::frame::is_framed() {
            let mut model = app.model.borrow_mut();
            model.framed = Some(model.page);
        }
        app
    }

    /// Today, the standard and the words.
    fn context(&self) -> Context {
        self.context.get()
    }

    /// What `draw` makes of the present state.
    fn view<T>(&self, draw: impl FnOnce(View) -> T) -> T {
        let model = self.model.borrow();
        let context = self.context().speaking_as(&model.sheet);
        draw(View { model: &model, context, hollow: true })
    }

    /// What `draw` makes of the present state, as the browser takes it.
    fn html(&self, draw: impl FnOnce(View) -> Markup) -> String {
        self.spoken(self.view(draw))
    }

    /// Markup as the browser takes it.
    fn spoken(&self, markup: Markup) -> String {
        let explains = self.model.borrow().arrival == Arrival::Here;
        spoken(markup.into_string(), explains)
    }

    /// Draws a page that was not there before.
    fn draw_afresh(&self) {
        self.end_file();
        browser::set_html(PAGE, "");
        self.draw_whole();
    }

    /// Draws the page, and what around it tells which page it is.
    fn draw_whole(&self) {
        self.draw();
        browser::set_title(&plain(&self.view(pages::window_title)));
        for menu in MENUS {
            browser::set_html(menu, &self.html(pages::menu));
        }
        browser::set_html(LANGUAGES, &self.html(pages::languages));
        browser::close_details(MENU);
        if self.is_framed() {
            framed::doors::surround(self);
        }
    }

    /// Holds the explanations of terms ready.
    fn explain(&self) {
        browser::set_html(TERMS, &self.html(pages::doors::explanations));
    }

    /// Whether the page is in a frame, and what a frame needs is there.
    fn is_framed(&self) -> bool {
        let model = self.model.borrow();
        model.framed.is_some() && model.arrival == Arrival::Here
    }

    /// Makes the page look as the state says.
    fn draw(&self) {
        if self.stands_ahead() {
            return;
        }
        if self.ahead.get() {
            self.end_file();
        }
        browser::morph_id(PAGE, &self.html(pages::page));
        self.draw_live_parts(PAGE, Extent::Page);
    }

    /// Draws anew those live parts inside an element that an event of this extent may have
    /// changed and has changed.
    fn draw_live_parts(&self, inside: &str, extent: Extent) {
        browser::each_with("data-live", inside, |key, element| {
            self.draw_part(key, element, extent)
        });
        browser::apply_shares();
    }

    fn draw_part(&self, key: &str, element: &web_sys::HtmlElement, extent: Extent) {
        if !self.view(|view| pages::follows(key, extent, view)) {
            return;
        }
        let Some(part) = self.view(|view| pages::live(key, view)) else { return };
        let part = self.spoken(part);
        // An element that came with its block is empty, whatever was drawn under its name before.
        if self.drawn.borrow().get(key) == Some(&part) && element.has_child_nodes() {
            return;
        }
        browser::morph(element, &part);
        self.drawn.borrow_mut().insert(key.to_owned(), part);
        browser::each_inside(element, "data-live", |key, element| {
            self.draw_part(key, element, extent);
        });
    }

    /// Does what an event asks of the browser.
    fn carry_out(self: &Rc<App>, effects: Effects) {
        match effects.extent {
            Extent::Page => self.draw(),
            Extent::Days => chosen::doors::draw(self),
            extent => {
                browser::draw_steadily(CALENDAR, || self.draw_live_parts(PAGE, extent));
            }
        }
        if let Some(id) = effects.focus {
            browser::focus(&id);
        }
        if let Some(outside) = effects.outside {
            self.go_outside(outside);
        }
    }

    /// Follows the address.
    fn follow_address(self: &Rc<App>) {
        let fragment = browser::fragment();
        // Other fragments are places on the page.
        let is_page = fragment.is_empty() || fragment.starts_with('/');
        if is_page && self.take_fragment(&fragment) {
            self.show_afresh();
        }
    }

    /// Shows a page from its beginning.
    fn show_afresh(&self) {
        self.draw_afresh();
        browser::scroll_to_top();
        browser::focus_in_place(HEADING);
    }

    /// Takes in that the planner has come, or has not.
    fn planner_arrived(self: &Rc<App>, arrival: Arrival) {
        self.handle(Event::Arrived(arrival));
        if arrival != Arrival::Here {
            return;
        }
        let fragment = browser::fragment();
        let (_, brought) = Page::from_fragment(&fragment);
        let begins = {
            let mut model = self.model.borrow_mut();
            embed::doors::begin_with(&mut model, brought, self.context())
        };
        if self.take_fragment(&fragment) || begins {
            self.draw();
        }
        self.explain();
        if self.is_framed() {
            framed::doors::begin(self);
        }
        self.look_at_kept();
        clock::doors::wait_for_tomorrow(self);
    }

    /// Takes the page of a fragment, and the plan in it; false when nothing has changed.
    fn take_fragment(&self, fragment: &str) -> bool {
        let (page, brought) = Page::from_fragment(fragment);
        let page = page.or_front(self.context().standard);
        let plan = start::plan(page, brought);
        let mut model = self.model.borrow_mut();
        // A plan that comes before the planner waits in the address.
        if let Some(plan) = plan.filter(|_| model.arrival == Arrival::Here) {
            doors::receive_link(&mut model, plan, self.context());
        } else if model.page == page {
            return false;
        }
        model.come_to(page, self.context());
        true
    }
}

/// The frame above the page.
fn above(context: Context) -> impl Render {
    let words = &context.words.frame;
    view! {
        <a class="skipnav" href=format!("#{MAIN}") data-focus=MAIN>{words.skip}</a>
        <header class="site-header">
            <div class="wrap">
                <nav class="site-languages" aria-label=words.languages>
                    <ul role="list" id=LANGUAGES></ul>
                </nav>
                <a class="site-name" href=Page::Front.href()>
                    <span translate="no">{context.standard.municipality.clone()}</span> " " <small>{Page::Front.title_in(context)}</small>
                </a>
                <nav class="site-nav" aria-label=words.main_menu>
                    <details class="site-nav-fold" id=MENU>
                        <summary>
                            <span class="icon-slot" inner_html=parts::icon("menu").into_string()></span>
                            {words.menu}
                        </summary>
                        <ul role="list" id=MENUS[0]></ul>
                    </details>
                    <ul class="site-nav-row" role="list" id=MENUS[1]></ul>
                </nav>
            </div>
        </header>
        <div id=framed::BEFORE></div>
    }
}

/// The frame below the page.
fn below(context: Context) -> impl Render {
    view! {
        <div id=framed::AFTER></div>
        <div id=TERMS></div>
        <footer class="site-footer" inner_html=spoken(pages::footer(context).into_string(), false)></footer>
    }
}
