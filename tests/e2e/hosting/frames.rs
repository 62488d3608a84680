//! The pages run under each server, and are shown in frames by whom the server lets.

use botilbud::app::page::Page;

use super::servers::BOTH;
use crate::respite::fill_stay;
use crate::support::{Ability, Browser, Setup, copy_of, host, in_browser_with};

const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");

/// Opens a page of somebody else's with a frame, and goes into the frame.
async fn open_frame(browser: &Browser, host: &str) {
    browser.open_address(host).await;
    browser.enter_frame().await;
}

#[tokio::test]
async fn the_pages_run_alone_and_in_a_frame_on_any_site() {
    let site = copy_of(DIST, "hosted-pages");
    for kind in BOTH {
        let server = kind.serve(&site).await;
        let address = server.address.clone();
        in_browser_with(Setup::default(), address.clone(), async move |browser| {
            browser.open(Page::Respite).await;
            fill_stay(&browser, 1, "6.3.2026", "9.3.2026").await;
            browser.see("main", "4 af 55 døgn er brugt i 2026.").await;
            browser.open_address(&format!("{address}egenbetaling.html")).await;
            browser.wait_for_page(Page::Payment).await;
            let frame = format!("<iframe width=800 height=700 src='{address}om.html'></iframe>");
            open_frame(&browser, &host(frame)).await;
            browser.wait_for_page(Page::About).await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_list_of_sites_lets_them_in_and_nobody_else() {
    let site = copy_of(DIST, "hosted-frames");
    for kind in BOTH {
        // The pages' address is known only when their server runs, so the frame names it later.
        let friend = host("<iframe id=frame width=800 height=700></iframe>".to_owned());
        let stranger = host("<iframe id=frame width=800 height=700></iframe>".to_owned());
        let allowed = format!("https://www.kommune.example {}", friend.trim_end_matches('/'));
        let server = kind.serve_to(&site, &allowed).await;
        let address = server.address.clone();
        in_browser_with(Setup::default(), address.clone(), async move |browser| {
            let show = format!("document.getElementById('frame').src = '{address}datoer.html'");
            browser.open_address(&friend).await;
            browser.script(&show, vec![]).await;
            browser.enter_frame().await;
            browser.wait_for_page(Page::Dates).await;
            assert_eq!(browser.complaints().await, Vec::<String>::new());

            browser.open_address(&stranger).await;
            browser.script(&show, vec![]).await;
            let asked = async || {
                browser.requested().iter().filter(|url| url.ends_with("datoer.html")).count() == 2
            };
            browser.wait("the page to be asked for", asked).await;
            browser.rest().await;
            let complaints = browser.complaints().await;
            let is_why = |line: &String| line.contains("frame-ancestors");
            assert!(complaints.iter().all(is_why), "{complaints:#?}");
            if browser.can(Ability::Log) {
                assert!(complaints.iter().any(is_why), "the browser tells why");
            }
            browser.enter_frame().await;
            assert_eq!(browser.count("#app").await, 0, "{kind:?}");
        })
        .await;
    }
}
