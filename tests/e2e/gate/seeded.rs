//! A gate that has never been seen shut may not shut: each rule and each check of our own is broken
//! on a page, and must be named, alone.

use botilbud::app::page::Page;
use serde_json::json;

use super::looks::{DESK, FORCED, LARGE, Look, MAGNIFIED};
use super::tree::KEPT;
use super::{axe, checks::check, paper, tree};
use crate::support::{Browser, in_browser};

/// Puts this at the end of the page's main part.
macro_rules! add {
    ($html:literal) => {
        concat!("document.querySelector('#page').insertAdjacentHTML('beforeend', `", $html, "`)")
    };
}

/// What breaks a rule of axe-core, and nothing else.
const BROKEN: [(&str, &str); 40] = [
    ("accesskeys", add!("<button accesskey=a>Gem nu</button> <button accesskey=a>Ryd nu</button>")),
    ("aria-allowed-attr", add!("<button type=button aria-checked=true>Gem nu</button>")),
    ("aria-hidden-focus", add!("<div aria-hidden=true><button>Gem nu</button></div>")),
    ("aria-required-attr", add!("<div role=checkbox tabindex=0>Gem svarene nu</div>")),
    ("aria-required-children", add!("<div role=list><div role=button tabindex=0>Gem svarene</div></div>")),
    ("aria-required-parent", add!("<div role=option tabindex=0 aria-selected=false>Gem svarene</div>")),
    ("aria-roles", add!("<p role=knap>Gem svarene nu</p>")),
    ("aria-valid-attr", add!("<p aria-knap=ja>Gem svarene nu</p>")),
    ("aria-valid-attr-value", add!("<button aria-expanded=måske>Gem svarene nu</button>")),
    ("autocomplete-valid", "document.getElementById('complaint-received').autocomplete = 'dato'"),
    ("button-name", "
        const button = document.createElement('button');
        button.style.cssText = 'width: 40px; height: 40px';
        document.querySelector('#page').append(button)"),
    ("color-contrast", "document.querySelector('h1').style.color = '#bbb'"),
    ("definition-list", add!("<dl><p>Gem svarene nu</p></dl>")),
    ("dlitem", add!("<div><dt>Gem svarene nu</dt></div>")),
    ("document-title", "document.title = ''"),
    ("duplicate-id", add!("<p id=to>Det ene</p><p id=to>Det andet</p>")),
    ("empty-heading", add!("<h2></h2>")),
    ("empty-table-header", add!("<table><tr><th scope=col></th></tr><tr><td>1</td></tr></table>")),
    ("heading-order", add!("<h6>Gem svarene nu</h6>")),
    ("html-has-lang", "document.documentElement.removeAttribute('lang')"),
    ("html-lang-valid", "document.documentElement.lang = 'dansk'"),
    ("image-alt", add!("<img width=40 height=40>")),
    ("label", "
        document.querySelector('label[for=complaint-received]').remove();
        document.getElementById('complaint-received').removeAttribute('aria-describedby')"),
    ("label-content-name-mismatch", add!("<button type=button aria-label=Slet>Gem svarene</button>")),
    ("landmark-one-main", "
        const main = document.querySelector('main');
        const part = document.createElement('section');
        part.id = main.id;
        part.setAttribute('aria-label', 'Siden');
        part.append(...main.childNodes);
        main.replaceWith(part)"),
    ("landmark-unique", add!("<nav aria-label=Vej></nav><nav aria-label=Vej></nav>")),
    ("link-in-text-block", "
        document.querySelector('#page').insertAdjacentHTML('beforeend',
            '<p>Ring til kommunen, eller <a href=https://example.com>skriv til den</a>, når du vil.</p>');
        const { style } = document.querySelector('#page').lastElementChild.lastElementChild;
        style.color = '#003';
        style.textDecoration = 'none'"),
    ("link-name", "
        const link = document.createElement('a');
        link.href = 'https://example.com';
        link.style.cssText = 'display: block; width: 40px; height: 40px';
        document.querySelector('#page').append(link)"),
    ("list", add!("<ul><p>Gem svarene nu</p></ul>")),
    ("listitem", add!("<div><li>Gem svarene nu</li></div>")),
    ("meta-viewport", "
        document.querySelector('meta[name=viewport]').content = 'width=device-width, user-scalable=no'"),
    ("nested-interactive", add!("<div role=button tabindex=0>Gem <a href=https://example.com>alle svar</a></div>")),
    ("page-has-heading-one", "
        const heading = document.querySelector('h1');
        const text = document.createElement('p');
        text.textContent = heading.textContent;
        heading.replaceWith(text)"),
    ("region", "document.body.insertAdjacentHTML('beforeend', '<p>Uden for det hele</p>')"),
    ("scope-attr-valid", add!("<table><tr><th>A</th></tr><tr><th scope=linje>1</th><td>2</td></tr></table>")),
    ("select-name", add!("<select><option>Måned</option></select>")),
    ("summary-name", add!("<details><summary></summary>Gem svarene nu</details>")),
    ("svg-img-alt", add!("<svg role=img width=40 height=40></svg>")),
    ("tabindex", add!("<button type=button tabindex=3>Gem svarene nu</button>")),
    ("valid-lang", add!("<p lang=dansk>Gem svarene nu</p>")),
];

/// Loads the page anew, as nobody has broken it.
async fn mend(browser: &Browser) {
    browser.open(Page::Dates).await;
    browser.wait_until_alive().await;
}

#[tokio::test]
async fn every_seeded_rule_is_named_and_no_other() {
    in_browser(async |browser| {
        mend(&browser).await;
        assert_eq!(axe::find(&browser).await.0, Vec::<String>::new());
        let mut wrong = Vec::new();
        for (rule, seed) in BROKEN {
            browser.script(seed, vec![]).await;
            let (found, _) = axe::find(&browser).await;
            let named = |what: &String| what.split(':').next() == Some(rule);
            if found.is_empty() || !found.iter().all(named) {
                wrong.push(format!("{rule}: {found:#?}"));
            }
            mend(&browser).await;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// What breaks a check of our own, in which look, and nothing else.
const BROKEN_OF_OURS: [(&str, Look, &str); 12] = [
    ("sideways", LARGE, "document.querySelector('h1').style.minWidth = '400px'"),
    ("sideways", MAGNIFIED, "
        document.querySelector('main p').textContent = 'x'.repeat(60);
        document.querySelector('main p').style.overflowWrap = 'normal'"),
    ("clipped", LARGE, "
        const { style } = document.querySelector('h1');
        style.overflow = 'hidden';
        style.height = '20px'"),
    ("clipped", LARGE, "
        const [one, other] = document.querySelectorAll('main p');
        one.style.marginBottom = `-${other.getBoundingClientRect().height}px`;
        one.after(other)"),
    ("clipped when spaced", DESK, "
        const { style } = document.querySelector('h1');
        style.overflow = 'hidden';
        style.height = `${document.querySelector('h1').getBoundingClientRect().height}px`"),
    ("target", DESK, "
        document.querySelector('#page').insertAdjacentHTML('beforeend',
            '<div><button>x</button><button>y</button></div>');
        for (const { style } of document.querySelectorAll('#page > :last-child button')) {
            style.cssText = 'width: 12px; height: 12px; padding: 0; font-size: 8px';
        }"),
    ("motion", FORCED, "
        document.querySelector('h1').style.setProperty('transition', 'color 1s', 'important')"),
    ("motion", FORCED, "
        document.documentElement.style.setProperty('scroll-behavior', 'smooth', 'important')"),
    ("motion", FORCED, "document.querySelector('h1').animate([{ opacity: 0.9 }, {}], 60000)"),
    // A part that sticks to the window's edge and is as high as the window.
    ("focus", MAGNIFIED, "
        document.querySelector('#page').insertAdjacentHTML('beforeend', '<div></div>');
        document.querySelector('#page').lastElementChild.style.cssText =
            'position: fixed; inset: 0; background: white; z-index: 9'"),
    ("focus", DESK, "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.button:focus { outline: none !important; box-shadow: none !important }');
        document.adoptedStyleSheets.push(sheet)"),
    // A mark in the colour of what is behind it.
    ("focus", DESK, "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.button:focus { outline: 3px solid #eee !important; box-shadow: none !important }');
        document.adoptedStyleSheets.push(sheet)"),
];

#[tokio::test]
async fn every_check_of_our_own_is_named_and_no_other() {
    in_browser(async |browser| {
        mend(&browser).await;
        for look in [DESK, FORCED, LARGE, MAGNIFIED] {
            browser.look(look).await;
            assert_eq!(check(&browser, look).await, Vec::<String>::new(), "{}", look.name);
        }
        let mut wrong = Vec::new();
        for (name, look, seed) in BROKEN_OF_OURS {
            browser.look(look).await;
            mend(&browser).await;
            browser.script(seed, vec![]).await;
            browser.settle().await;
            let found = check(&browser, look).await;
            let named = |what: &String| what.split(':').next() == Some(name);
            if found.is_empty() || !found.iter().all(named) {
                wrong.push(format!("{name}: {found:#?} after {seed}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// What axe cannot tell is told, unless somebody has looked at it; and where our own reckoning of a
/// contrast takes the place of axe's, a bad one is found.
#[tokio::test]
async fn what_axe_cannot_tell_is_told() {
    in_browser(async |browser| {
        mend(&browser).await;
        let paint = "
            const { style } = document.querySelector('h1');
            style.backgroundImage = `linear-gradient(90deg, ${arguments[0]}, ${arguments[1]})`;
        ";
        browser.script(paint, vec![json!("#fff"), json!("#eee")]).await;
        assert_eq!(axe::find(&browser).await.0, Vec::<String>::new(), "dark on light");
        browser.script(paint, vec![json!("#fff"), json!("#444")]).await;
        let (found, _) = axe::find(&browser).await;
        assert!(found.len() == 1 && found[0].starts_with("look at color-contrast"), "{found:#?}");
        mend(&browser).await;
        let heading = "document.querySelector('#page').insertAdjacentHTML('beforeend',
            '<p><strong>Gem svarene</strong></p><p>Det kan du gøre her. Det kan du gøre her.</p>');
            document.querySelector('#page strong').style.fontSize = '40px'";
        browser.script(heading, vec![]).await;
        let (found, _) = axe::find(&browser).await;
        assert!(found.len() == 1 && found[0].starts_with("look at p-as-heading"), "{found:#?}");
    })
    .await;
}

/// What is wrong on paper, and nothing else.
const BROKEN_ON_PAPER: [(&str, &str); 9] = [
    ("control", add!("<input value=6>")),
    ("control", add!("<nav aria-label=Vej><p>Gem svarene nu</p></nav>")),
    ("grey", "document.querySelector('#page').insertAdjacentHTML('beforeend', '<p>Gem svarene nu</p>');
        document.querySelector('#page').lastElementChild.style.color = '#999'"),
    // White on a fill that printers leave out.
    ("grey", "document.querySelector('#page').insertAdjacentHTML('beforeend', '<p>Gem svarene nu</p>');
        document.querySelector('#page').lastElementChild.style.cssText = 'color: #fff; background: #000'"),
    ("verdict", add!("<article class=verdict><h3>Aflastning</h3><p class=verdict-word></p></article>")),
    ("curve", "document.querySelector('#page').insertAdjacentHTML('beforeend',
        '<svg class=curve viewBox=\"0 0 9 9\"><path class=curve-line d=M0,0L9,9 /><path class=curve-turn d=M0,9L9,0 /></svg>');
        const [line, turn] = document.querySelectorAll('.curve path');
        turn.style.strokeDasharray = 'none';
        turn.style.strokeWidth = '3'"),
    ("curve", "document.querySelector('#page').insertAdjacentHTML('beforeend',
        '<svg class=curve viewBox=\"0 0 9 9\"><path class=curve-line d=M0,0L9,9 /></svg>');
        document.querySelector('.curve path').style.stroke = '#bbb'"),
    // Two greens of the same grey.
    ("alike", "document.querySelector('#page').insertAdjacentHTML('beforeend',
        '<div class=bar><span class=one></span><span class=other></span></div>');
        const bar = document.querySelector('.bar');
        bar.style.cssText = 'display: flex; height: 40px';
        for (const [place, colour] of ['#0a0', '#39854a'].entries()) {
            bar.children[place].style.cssText = `flex: 1; background: ${colour}`;
        }"),
    ("alike", add!("<ul class=count-marks><li><span class='count-day is-a'>6</span></li>
        <li><span class='count-day is-b'>6</span></li></ul>")),
];

#[tokio::test]
async fn every_fault_on_paper_is_named_and_no_other() {
    in_browser(async |browser| {
        let mut wrong = Vec::new();
        let whole = [("", "")].into_iter().chain(BROKEN_ON_PAPER);
        for (name, seed) in whole {
            mend(&browser).await;
            // As the page is beside a result.
            let asked = "
                for (const place of document.querySelectorAll('.column-result')) {
                    place.innerHTML = '<section class=result><h2>Resultatet</h2></section>';
                }
            ";
            browser.script(asked, vec![]).await;
            browser.script(seed, vec![]).await;
            let found = paper::check(&browser).await;
            browser.look(DESK).await;
            let named = |what: &String| what.split(':').next() == Some(name);
            if found.is_empty() != name.is_empty() || !found.iter().all(named) {
                wrong.push(format!("{name}: {found:#?} after {seed}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}

/// What changes what is heard.
const HEARD: [&str; 7] = [
    // Another name, another role, another level.
    "document.querySelector('h1').textContent = 'Frister'",
    "document.querySelector('form button').setAttribute('role', 'link')",
    "document.querySelector('#page h2').setAttribute('aria-level', '4')",
    // Said, where it was not; and no more.
    add!("<p role=status>Gemt</p>"),
    "document.querySelector('form p, form span').setAttribute('aria-hidden', 'true')",
    // A hint that belongs to its field no more, and a field that is wrong.
    "document.querySelector('#complaint-received').removeAttribute('aria-describedby')",
    "document.querySelector('#complaint-received').setAttribute('aria-invalid', 'true')",
];

#[tokio::test]
async fn whatever_changes_what_is_heard_is_told() {
    in_browser(async |browser| {
        let find = async || tree::compare(&browser, "dates", "nothing typed", KEPT[0]).await;
        if tree::is_renewing() {
            return;
        }
        mend(&browser).await;
        assert_eq!(find().await, Vec::<String>::new());
        for seed in HEARD {
            mend(&browser).await;
            browser.script(seed, vec![]).await;
            assert_eq!(find().await.len(), 1, "nothing is told of {seed}");
        }
        assert_eq!(tree::left_over("dates", &["nothing typed"].into()).len(), 4);
        let unknown = tree::compare(&browser, "dates", "a state of no walk", KEPT[0]).await;
        assert!(unknown.len() == 1 && unknown[0].contains("nothing is kept"), "{unknown:?}");
    })
    .await;
}
