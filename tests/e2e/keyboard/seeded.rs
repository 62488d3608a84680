//! What these tests look for is put on a page, and found.

use botilbud::app::page::Page;

use super::order::faults_of_order;
use crate::support::hand::TAB;
use crate::support::in_browser;

/// What spoils the order, and what is told of it.
const OUT_OF_ORDER: [(&str, &str); 4] = [
    ("document.querySelector('form button').tabIndex = 3", "comes before what it follows"),
    ("
        const { style } = document.querySelector('main form');
        style.display = 'flex';
        style.flexDirection = 'column-reverse'", "stands before what it follows"),
    ("
        const field = document.getElementById('complaint-received');
        field.addEventListener('keydown', (event) => { if (event.key === 'Tab') event.preventDefault() })",
        "is passed"),
    ("
        const button = document.querySelector('form button');
        button.addEventListener('focus', () => button.blur())", "is passed"),
];

#[tokio::test]
async fn a_page_out_of_order_and_a_trap_are_found() {
    in_browser(async |browser| {
        browser.set_width(360).await;
        for (seed, told) in OUT_OF_ORDER {
            browser.open_still(Page::Dates).await;
            assert_eq!(faults_of_order(&browser, true).await, Vec::<String>::new());
            browser.script(seed, vec![]).await;
            let faults = faults_of_order(&browser, true).await;
            assert!(faults.iter().any(|fault| fault.contains(told)), "{faults:#?} after {seed}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_focus_that_is_lost_covered_or_unmarked_is_found() {
    in_browser(async |browser| {
        for (seed, told) in [
            ("document.activeElement.blur()", "nowhere"),
            (
                "document.activeElement.style.setProperty('outline', 'none', 'important');
              document.activeElement.style.setProperty('box-shadow', 'none', 'important')",
                "no mark",
            ),
            (
                "document.body.insertAdjacentHTML('beforeend', '<div></div>');
                document.body.lastElementChild.style.cssText =
                    'position: fixed; inset: 0; z-index: 99; background: white'",
                "not in sight",
            ),
        ] {
            browser.open_still(Page::Dates).await;
            browser.press_key(TAB).await;
            browser.press_key(TAB).await;
            assert_eq!(browser.faults_of_focus(true).await, Vec::<String>::new());
            browser.script(seed, vec![]).await;
            let faults = browser.faults_of_focus(true).await;
            assert!(faults.len() == 1 && faults[0].contains(told), "{faults:#?} after {seed}");
        }
    })
    .await;
}
