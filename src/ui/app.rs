//! The frame around every page: header, menu, main, footer.

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::components::icon::Icon;
use super::nav::{Page, current_page};
use super::pages;
use super::state::{App, use_app, use_words};
use crate::browser;
use crate::draft::Context;
use crate::results::parts;
use crate::rules::standard::Standard;
use crate::text::words::DA;

const MAIN: &str = "main-content";
const MENU: &str = "menu";

/// Draws the pages in place of the words that index.html holds ready.
///
/// Without a page to draw in, a date or a valid standard there is nothing to compute with: then
/// the words that stand there stay, and the console says why.
pub fn start() {
    let standard = match Standard::built_in() {
        Ok(standard) => standard,
        Err(error) => panic!("the standard's data is wrong: {error:?}"),
    };
    let today = browser::today().unwrap_or_else(|| panic!("the browser's clock has no date"));
    let root = browser::app_root().unwrap_or_else(|| panic!("the page has no #app"));
    // One standard for as long as the page is open.
    let standard = Box::leak(Box::new(standard));
    let context = Context { today, standard, words: &DA };
    mount_to(root, move || view! { <Frame context/> }).forget();
}

#[component]
fn Frame(context: Context) -> impl IntoView {
    provide_context(App::new(context));
    let page = current_page(context.words, &context.standard.municipality);
    view! {
        <a class="skipnav" href=format!("#{MAIN}") on:click=skip_to_main>
            {context.words.frame.skip}
        </a>
        <Header page/>
        <main id=MAIN tabindex="-1">
            <div class="wrap">{move || pages::view_of(page.get())}</div>
        </main>
        <Footer/>
    }
}

/// A plain link would change the fragment, and with it the page.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus(MAIN);
}

#[component]
fn Header(page: Signal<Page>) -> impl IntoView {
    let app = use_app();
    let words = use_words();
    Effect::new(move |_| {
        page.track();
        browser::close_details(MENU);
    });
    let items = move || {
        let in_menu = Page::ALL.into_iter().filter(|item| *item != Page::Front);
        in_menu
            .map(|item| {
                let current = move || (page.get() == item).then_some("page");
                view! { <li><a href=item.href() aria-current=current>{item.title(words)}</a></li> }
            })
            .collect_view()
    };
    view! {
        <header class="site-header">
            <div class="wrap">
                <a class="site-name" href=Page::Front.href()>
                    {app.context.standard.municipality.clone()} " "
                    <small>{words.frame.product}</small>
                </a>
                <nav class="site-nav" aria-label=words.frame.main_menu>
                    <details class="site-nav-fold" id=MENU>
                        <summary><Icon name="menu"/>{words.frame.menu}</summary>
                        <ul role="list">{items()}</ul>
                    </details>
                    <ul class="site-nav-row" role="list">{items()}</ul>
                </nav>
            </div>
        </header>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let app = use_app();
    let words = use_words();
    let contacts = &app.context.standard.contacts;
    let municipality = app.context.standard.municipality.clone();
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <div>
                    <h2>{municipality} ", " {contacts.department.clone()}</h2>
                    <p>{contacts.street.clone()} ", " {contacts.town.clone()}</p>
                    <p inner_html=parts::phone(app.context).into_string()></p>
                </div>
                <nav aria-label=words.frame.about_site>
                    <h2>{words.frame.about_site}</h2>
                    <ul class="nobullet-list" role="list">
                        <li><a href=Page::About.href()>{Page::About.title(words)}</a></li>
                        <li><a href=Page::Overview.href()>{Page::Overview.title(words)}</a></li>
                    </ul>
                </nav>
                <p>{words.frame.estimate_only}</p>
            </div>
        </footer>
    }
}
