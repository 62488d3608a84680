//! A browser's translator works on the page, as Chromium's does: every text is taken into two
//! `<font>` elements, also those that come later, and `<html lang>` is another.

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use serde_json::json;

use crate::check::fill_situation;
use crate::dates::fill_decision;
use crate::payment::fill_budget;
use crate::respite::fill_stay;
use crate::support::{Browser, in_browser};

/// Translates all there is and all that comes: every word gets a mark, so that what is read tells
/// whether it was translated, and how often.
const TRANSLATE: &str = "
    const skip = 'font, script, style, textarea, [translate=no]';
    const font = () => {
        const element = document.createElement('font');
        element.style.verticalAlign = 'inherit';
        return element;
    };
    const translate = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (!text.data.trim() || text.parentElement?.closest(skip)) continue;
            const words = text.data.replace(/[\\p{L}\\d]+/gu, '$&\u{b0}');
            if (text.parentElement.closest('option, title')) {
                if (!text.data.includes('\u{b0}')) text.data = words;
                continue;
            }
            const [outer, inner] = [font(), font()];
            inner.append(words);
            outer.append(inner);
            text.replaceWith(outer);
        }
    };
    const begin = () => {
        window.translations = 0;
        document.documentElement.lang = 'ar';
        document.documentElement.classList.add('translated-rtl');
        translate(document.documentElement);
        new MutationObserver((changes) => {
            for (const { addedNodes, target, type } of changes) {
                if (type === 'characterData') translate(target.parentNode ?? target);
                for (const node of addedNodes) {
                    if (!node.isConnected) continue;
                    window.translations += 1;
                    translate(node.nodeType === Node.TEXT_NODE ? node.parentNode : node);
                }
            }
        }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
    };
";

/// The page is translated from now on.
async fn translate(browser: &Browser) {
    browser.script(&format!("{TRANSLATE} begin();"), vec![]).await;
    browser.settle().await;
    browser.wait("the translation", async || browser.count("main font font").await > 3).await;
}

/// What is read, as the page wrote it. Untranslated and doubly translated texts are told.
async fn read(browser: &Browser, css: &str) -> String {
    browser.settle().await;
    let wrong = "
        const texts = [];
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            if (!data.trim() || parentElement.closest('[translate=no], textarea, option')) continue;
            const fonts = [];
            for (let up = parentElement; up?.tagName === 'FONT'; up = up.parentElement) fonts.push(up);
            if (fonts.length !== 2 || data.includes('\u{b0}\u{b0}')) texts.push(data);
        }
        return [...texts, ...[...document.querySelectorAll('font:empty')].map(() => 'an empty font')];
    ";
    assert_eq!(browser.script(wrong, vec![]).await, json!([]), "each text stands there once");
    alike(browser.text(css).await).replace('\u{b0}', "")
}

/// Engines do not agree on a space before what is read aloud alone.
fn alike(text: String) -> String {
    text.replace(" :", ":")
}

async fn see(browser: &Browser, css: &str, text: &str) {
    browser
        .wait(&format!("»{text}« in {css}"), async || {
            browser.text(css).await.replace('\u{b0}', "").contains(text)
        })
        .await;
}

/// Goes to a page by its address: the title is translated, too.
async fn go(browser: &Browser, page: Page) {
    browser.click(&format!(".site-nav-row a[href=\"{}\"]", page.href())).await;
    see(browser, "main h1", page.title(&DA)).await;
    browser.settle().await;
}

#[tokio::test]
async fn what_is_typed_and_said_is_the_same_as_without() {
    in_browser(async |browser| {
        let mut texts = Vec::new();
        for translated in [false, true] {
            browser.open(Page::Front).await;
            if translated {
                translate(&browser).await;
            }
            let mut read_pages = Vec::new();
            go(&browser, Page::Payment).await;
            fill_budget(&browser).await;
            see(&browser, ".result", "7.800 kr.").await;
            browser.press("add:income").await;
            let second = browser.in_row("income", 2, "amount").await;
            browser.fill(&second, "500").await;
            browser.submit("payment").await;
            browser.wait_for_focus("payment-result").await;
            see(&browser, ".result", "6.850 kr.").await;
            read_pages.push(text(&browser, translated).await);
            go(&browser, Page::Dates).await;
            fill_decision(&browser).await;
            browser.submit("complaint").await;
            browser.wait_for_focus("complaint-result").await;
            read_pages.push(text(&browser, translated).await);
            // A field that is wrong, and mended.
            browser.fill("complaint-received", "31.2.2026").await;
            browser.submit("complaint").await;
            browser.wait_for_focus("complaint-errors").await;
            read_pages.push(text(&browser, translated).await);
            browser.fill("complaint-received", "5.3.2026").await;
            browser.submit("complaint").await;
            browser.wait_for_focus("complaint-result").await;
            go(&browser, Page::Respite).await;
            fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
            see(&browser, "main", "4 af 55 døgn er brugt i 2026.").await;
            browser.press("undo").await;
            browser.press("redo").await;
            browser.click("[data-day=\"2026-05-04\"]").await;
            browser.click("[data-day=\"2026-05-06\"]").await;
            see(&browser, "main", "7 af 55 døgn er brugt i 2026.").await;
            read_pages.push(text(&browser, translated).await);
            go(&browser, Page::Overview).await;
            read_pages.push(text(&browser, translated).await);
            go(&browser, Page::Payment).await;
            assert_eq!(browser.typed("born-year").await, "1999");
            assert_eq!(browser.typed(&second).await, "500");
            texts.push(read_pages);
        }
        let translated = texts.pop().expect("two readings");
        for (plain, translated) in texts[0].iter().zip(&translated) {
            assert_eq!(translated, plain);
        }
    })
    .await;
}

async fn text(browser: &Browser, translated: bool) -> String {
    // What is said lags a second behind.
    browser.rest().await;
    match translated {
        true => read(browser, "main").await,
        false => alike(browser.text("main").await),
    }
}

#[tokio::test]
async fn the_field_in_hand_stays_the_same_field_at_every_key() {
    in_browser(async |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        translate(&browser).await;
        let field = browser.in_row("expense", 1, "amount").await;
        browser.fill(&field, "3500").await;
        let mark = "
            document.activeElement.marked = true;
            document.activeElement.setSelectionRange(1, 1);
            for (const element of document.querySelectorAll('main form *:not(font)')) element.before = true;
        ";
        browser.script(mark, vec![]).await;
        for key in ['1', '2'] {
            browser.key(key).await;
        }
        let state = "const { marked, value, id } = document.activeElement; return [marked, value, id]";
        assert_eq!(browser.script(state, vec![]).await, json!([true, "312500", field]));
        // Nothing that holds fields was made anew.
        let anew = "
            return [...document.querySelectorAll('main form :is(input, select, button, fieldset, .form-group)')]
                .filter(({ before }) => !before).map(({ outerHTML }) => outerHTML.slice(0, 100));
        ";
        assert_eq!(browser.script(anew, vec![]).await, json!([]));
        read(&browser, "main").await;
    })
    .await;
}

#[tokio::test]
async fn the_check_goes_from_question_to_result() {
    in_browser(async |browser| {
        browser.open(Page::CHECK).await;
        fill_situation(&browser).await;
        let plain = alike(browser.text("main").await);
        browser.open(Page::Front).await;
        translate(&browser).await;
        go(&browser, Page::CHECK).await;
        fill_situation(&browser).await;
        assert_eq!(read(&browser, "main").await, plain);
    })
    .await;
}

#[tokio::test]
async fn translated_before_the_program_came_it_starts_in_its_own_language() {
    in_browser(async |browser| {
        // A translator may be faster than the program.
        browser
            .before_scripts(&format!(
                "{TRANSLATE}
                 document.addEventListener('readystatechange', begin, {{ once: true }});"
            ))
            .await;
        browser.open_address(&browser.address(Page::Dates)).await;
        see(&browser, "main h1", Page::Dates.title(&DA)).await;
        fill_decision(&browser).await;
        browser.submit("complaint").await;
        browser.wait_for_focus("complaint-result").await;
        see(&browser, "main", "2. april 2026").await;
        read(&browser, "main").await;
        // Our own other language can still be chosen.
        browser.click("a[hreflang=en]").await;
        see(&browser, "main", "2 April 2026").await;
        assert_eq!(browser.typed("complaint-received").await, "5.3.2026");
    })
    .await;
}

#[tokio::test]
async fn buttons_are_pressed_on_their_translated_words() {
    in_browser(async |browser| {
        browser.before_scripts("window.fetch = async () => { throw new TypeError('no'); };").await;
        browser.open_address(&browser.address(Page::Dates)).await;
        // The program itself cannot be fetched either: the page's own words are translated.
        browser.wait("the fallback", async || browser.is_shown("#fallback").await).await;
        translate(&browser).await;
        assert!(read(&browser, "#fallback").await.contains(DA.shell.cannot_run));
        assert!(!browser.complaints().await.is_empty());
    })
    .await;
}
