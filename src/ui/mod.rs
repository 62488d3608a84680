//! The browser's part of the product: carries events in and HTML out.

mod events;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::app::model::{Effects, Model};
use crate::app::page::Page;
use crate::browser;
use crate::draft::Context;
use crate::html::page::{HEADING, View};
use crate::html::parts;
use crate::pages;
use crate::rules::standard::Standard;
use crate::text::words::DA;

const MAIN: &str = "main-content";
const MENU: &str = "menu";

/// Draws the pages in place of the words that index.html holds ready.
///
/// # Panics
/// Without a valid standard, a date or a place to draw in there is nothing to compute with. The
/// panic shows the message with the phone number.
pub fn start() {
    let standard = Standard::built_in();
    let standard =
        standard.unwrap_or_else(|wrong| panic!("{} places of the standard's data", wrong.len()));
    let today = browser::today().unwrap_or_else(|| panic!("the browser's clock has no date"));
    let root = browser::app_root().unwrap_or_else(|| panic!("the page has no #app"));
    // One standard for as long as the page is open.
    let context = Context { today, standard: Box::leak(Box::new(standard)), words: &DA };
    mount_to(root, move || view! { <Frame context/> }).forget();
}

/// The state and what makes the page be drawn anew.
#[derive(Clone, Copy)]
struct App {
    context: Context,
    model: StoredValue<Model>,
    /// Changes whenever the whole page must be drawn anew.
    drawn: RwSignal<u32>,
}

impl App {
    fn new(context: Context) -> App {
        let page = Page::from_fragment(&browser::fragment());
        let model = StoredValue::new(Model::new(page, context));
        App { context, model, drawn: RwSignal::new(0) }
    }

    /// What `draw` makes of the present state.
    fn view<T>(&self, draw: impl FnOnce(View) -> T) -> T {
        self.model.with_value(|model| draw(View { model, context: self.context }))
    }

    fn redraw(&self) {
        self.drawn.update(|times| *times = times.wrapping_add(1));
    }

    /// Does what an event asks of the browser.
    fn carry_out(&self, effects: Effects) {
        match effects.redraw {
            true => self.redraw(),
            false => self.refresh_live_parts(),
        }
        if let Some(id) = effects.focus {
            browser::focus_soon(id);
        }
        if effects.print {
            browser::print();
        }
    }

    /// Draws anew the parts that follow every key, where they have changed.
    fn refresh_live_parts(&self) {
        browser::refresh("data-live", |key| {
            self.view(|view| pages::live(key, view)).map(|markup| markup.into_string())
        });
        browser::apply_shares();
    }

    /// Follows the address.
    fn go_to(&self, fragment: &str) {
        // Other fragments are places on the page.
        if !(fragment.is_empty() || fragment.starts_with('/')) {
            return;
        }
        let page = Page::from_fragment(fragment);
        if self.model.with_value(|model| model.page == page) {
            return;
        }
        self.model.update_value(|model| model.page = page);
        self.redraw();
        browser::soon(|| {
            browser::scroll_to_top();
            browser::focus_in_place(HEADING);
        });
    }
}

#[component]
fn Frame(context: Context) -> impl IntoView {
    let app = App::new(context);
    window_event_listener(leptos::ev::hashchange, move |_| app.go_to(&browser::fragment()));
    let main = move || {
        app.drawn.track();
        app.view(|view| pages::page(view).into_string())
    };
    let menu = move || {
        app.drawn.track();
        app.view(|view| pages::menu(view).into_string())
    };
    Effect::new(move |_| {
        app.drawn.track();
        let title = app.model.with_value(|model| model.page.title(context.words));
        browser::set_title(
            &context.words.pages.window_title(title, &context.standard.municipality),
        );
        browser::close_details(MENU);
        browser::soon(browser::apply_shares);
    });
    let words = &context.words.frame;
    let skip = move |event: leptos::ev::MouseEvent| {
        // A plain link would change the fragment, and with it the page.
        event.prevent_default();
        browser::focus(MAIN);
    };
    view! {
        <a class="skipnav" href=format!("#{MAIN}") on:click=skip>{words.skip}</a>
        <header class="site-header">
            <div class="wrap">
                <a class="site-name" href=Page::Front.href()>
                    {context.standard.municipality.clone()} " " <small>{words.product}</small>
                </a>
                <nav class="site-nav" aria-label=words.main_menu>
                    <details class="site-nav-fold" id=MENU>
                        <summary>
                            <span class="icon-slot" inner_html=parts::icon("menu").into_string()></span>
                            {words.menu}
                        </summary>
                        <ul role="list" inner_html=menu></ul>
                    </details>
                    <ul class="site-nav-row" role="list" inner_html=menu></ul>
                </nav>
            </div>
        </header>
        <main
            id=MAIN
            tabindex="-1"
            on:input=move |event| events::typed(app, &event)
            on:change=move |event| events::chosen(app, &event)
            on:click=move |event| events::pressed(app, &event)
            on:submit=move |event| events::submitted(app, &event)
        >
            <div class="wrap" inner_html=main></div>
        </main>
        <footer class="site-footer" inner_html=pages::footer(context).into_string()></footer>
    }
}
