//! The look of a page in a frame: without a second header, with its source and a way out.

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use serde_json::json;

use super::{embedded, link, script};
use crate::support::{host, in_browser};

#[tokio::test]
async fn there_is_no_second_header_and_footer_but_source_and_way_out() {
    in_browser(async |browser| {
        browser.open_host(&host(embedded()), Page::Payment).await;
        for css in [".site-header", ".site-footer", ".skipnav"] {
            assert_eq!(browser.count_seen(css).await, 0, "{css}");
        }
        assert_eq!(browser.count_seen("h1").await, 1);
        assert_eq!(browser.count_seen("#frame-before nav").await, 0);
        let end = browser.text(".frame-end").await;
        for part in ["Køge Kommune", "§ 107", "§ 108", DA.framed.open, DA.framed.open_note] {
            assert!(end.contains(part), "no »{part}« in {end}");
        }
        let way = "
            const { href, target, rel } = document.querySelector('.frame-end a[target]');
            return [href, target, rel];
        ";
        let alone =
            format!("{}index.html#/egenbetaling", browser.address(Page::Front).replace("#/", ""));
        assert_eq!(browser.script(way, vec![]).await, json!([alone, "_blank", "noopener"]));
    })
    .await;
}

#[tokio::test]
async fn one_tool_leads_back_to_itself_and_the_front_page_to_all() {
    in_browser(async |browser| {
        browser.open_host(&host(embedded()), Page::Payment).await;
        browser.touch("main a[href='#/overblik']").await;
        browser.wait_for_page(Page::Overview).await;
        assert_eq!(browser.count_seen("#frame-before details").await, 0);
        browser.touch("#frame-before a").await;
        browser.wait_for_page(Page::Payment).await;
        assert_eq!(browser.count_seen("#frame-before nav").await, 0);

        let front = format!("{}{}", link("data-tool=front"), script());
        browser.open_host(&host(front), Page::Front).await;
        browser.touch("main a[href='#/frit-valg']").await;
        browser.wait_for_page(Page::FreeChoice).await;
        browser.touch("#frame-before summary").await;
        browser.see_fit().await;
        browser.touch("#frame-before a[href='#/datoer']").await;
        browser.wait_for_page(Page::Dates).await;
        browser.touch("#frame-before .back-link").await;
        browser.wait_for_page(Page::Front).await;
    })
    .await;
}

#[tokio::test]
async fn the_planners_panel_stands_at_the_chosen_month() {
    in_browser(async |browser| {
        let there = format!("{}{}", link("data-tool=respite"), script());
        browser.open_host(&host(there), Page::Respite).await;
        let before = browser.see_fit().await;
        assert_eq!(browser.count_seen(".panel-said").await, 0);
        for width in [1280, 360] {
            browser.set_width(width).await;
            browser.see_fit().await;
            browser.click("#day-2026-05-15").await;
            browser.click("#day-2026-05-18").await;
            browser.see(".plan-panel", "man. 18. maj 2026: 4 døgn").await;
            let gap = "
                const box = (css) => document.querySelector(css).getBoundingClientRect();
                return box('.plan-panel').top - box('.month:has(#day-2026-05-18)').bottom;
            ";
            let gap = browser.script(gap, vec![]).await.as_f64().expect("a number");
            assert!((0.0..120.0).contains(&gap), "{gap} at {width}");
            browser.press("delete").await;
            browser.see(".plan-panel", "slettet").await;
            browser.see_fit().await;
        }
        browser.set_width(1280).await;
        browser.press("undo").await;
        assert!(browser.see_fit().await > before);
    })
    .await;
}
