//! What stands around a page in a frame on somebody else's page, in place of header and footer:
//! the way to other pages, whose estimate it is, and the way to a window of its own.

use maud::{Markup, html};

use crate::app::page::Page;
use crate::html::page::View;
use crate::html::parts::{self, icon};
use crate::rules::standard::WhichStandard;
use crate::text::words::Language;

/// Before the page. Who was shown the front page has the menu, folded; who was shown one tool has
/// the way back to it, once they have followed a link to somewhere else.
pub fn before(view: View) -> Markup {
    let words = view.words();
    let here = view.model.page.entry();
    let opened = view.model.framed.unwrap_or(Page::Front).entry();
    html! {
        @if here != opened {
            nav.wrap.frame-nav.d-print-none aria-label=(words.frame.main_menu) {
                a.back-link href=(opened.href()) { (icon("back")) (opened.title(words)) }
                @if opened == Page::Front {
                    details.site-nav-fold {
                        summary { (icon("menu")) (words.frame.menu) }
                        ul.nobullet-list role="list" { (super::menu(view)) }
                    }
                }
            }
        }
    }
}

/// The id of the link to a language.
pub fn language_id(language: Language) -> String {
    format!("framed-{}", super::language_id(language))
}

/// After the page.
pub fn after(view: View) -> Markup {
    let words = view.words();
    let titles = parts::titles(WhichStandard::Both, view.context);
    let alone = format!("{}{}", view.context.address, view.model.page.entry().href());
    html! {
        footer.wrap.frame-end {
            p {
                (words.framed.source(titles, &view.context.standard.municipality))
                " " a href=(Page::About.href()) { (Page::About.title(words)) }
            }
            p.d-print-none {
                a href=(alone) target="_blank" rel="noopener" { (words.framed.open) (icon("external")) }
                " " (words.framed.open_note)
            }
            nav.site-languages.d-print-none aria-label=(words.frame.languages) {
                ul role="list" { (super::languages_with(language_id, view)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::app::page::Step;
    use crate::draft::testing::context;

    fn drawn(opened: Page, here: Page, draw: impl FnOnce(View) -> Markup) -> String {
        let mut model = Model::new(here, context());
        model.framed = Some(opened);
        draw(View { model: &model, context: context(), hollow: false }).into_string()
    }

    #[test]
    fn the_page_that_was_opened_needs_no_way_back_to_itself() {
        for page in Page::ALL {
            assert_eq!(drawn(page, page, before), "", "{page:?}");
        }
        assert_eq!(drawn(Page::CHECK, Page::Check(Step::Question(3)), before), "");
    }

    #[test]
    fn other_pages_lead_back_and_from_the_front_page_everywhere() {
        let html = drawn(Page::Respite, Page::Overview, before);
        assert!(html.contains("href=\"#/aflastning\"") && !html.contains("#/tjek"), "{html}");
        let html = drawn(Page::Front, Page::Overview, before);
        for page in Page::ALL.into_iter().filter(|page| page.is_in_menu(context().standard)) {
            assert!(html.contains(&format!("href=\"{}\"", page.href())), "{page:?}: {html}");
        }
    }

    #[test]
    fn the_end_says_whose_estimate_it_is_and_opens_the_page_in_a_window() {
        let html = drawn(Page::Respite, Page::Check(Step::Question(3)), after);
        let titles = parts::titles(WhichStandard::Both, context());
        for name in [titles.as_str(), context().standard.municipality.as_str()] {
            assert!(html.contains(name), "{name}: {html}");
        }
        assert!(html.contains("href=\"#/tjek\" target=\"_blank\" rel=\"noopener\""), "{html}");
    }
}
