//! Real host pages: whatever their styles and policies, the frame is as tall as its content.

use std::time::Duration;

use botilbud::app::page::Page;
use serde_json::json;

use super::{embedded, link, script};
use crate::support::{
    Ability, Browser, Setup, address_of, host, host_with, in_browser, in_browser_with,
};

/// Opens a host page in a session of its own, and sees the frame follow.
async fn follows_on(page: String) {
    in_browser(async move |browser| {
        browser.open_host(&host(page), Page::Payment).await;
        browser.see_follow().await;
        browser.leave_frame().await;
        assert!(!browser.heard().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn with_margins_on_the_body() {
    let style = "<style>body { margin: 40px; padding: 1px; border: 3px solid }</style>";
    follows_on(format!("{style}<p>{}</p>", embedded())).await;
}

#[tokio::test]
async fn with_a_page_as_tall_as_the_window() {
    let style = "<style>html, body { height: 100%; margin: 0 } body { overflow: auto }</style>";
    follows_on(format!("{style}{}", embedded())).await;
}

#[tokio::test]
async fn with_measures_of_the_window() {
    let style = "<style>
        main { display: flex; flex-direction: column; min-height: 100vh; margin: 5vh }
        iframe { min-height: 10vh }
    </style>";
    follows_on(format!("{style}<main>{}</main>", embedded())).await;
}

#[tokio::test]
async fn in_a_transformed_parent() {
    let style = "<style>div { transform: scale(.7); transform-origin: 0 0 }</style>";
    follows_on(format!("{style}<div>{}</div>", embedded())).await;
}

#[tokio::test]
async fn in_a_narrow_parent() {
    let style = "<style>div { width: 290px; padding: 7px; float: right }</style>";
    follows_on(format!("{style}<div>{}</div>", embedded())).await;
}

#[tokio::test]
async fn on_a_page_that_is_read_from_right_to_left() {
    let style = "<style>iframe, main { box-sizing: border-box; float: inline-end }</style>";
    follows_on(format!("{style}<main dir=rtl>{}</main>", embedded())).await;
}

#[tokio::test]
async fn with_the_script_twice_and_before_the_link() {
    let first = format!("<head>{}</head>", script().replace(" async", ""));
    let page = format!("{first}<b id=botilbud-1>Taken</b>{}{}", embedded(), script());
    in_browser(async move |browser| {
        browser.open_host(&host(page), Page::Payment).await;
        browser.see_follow().await;
        browser.leave_frame().await;
        assert_eq!(browser.count("iframe").await, 1);
        assert_eq!(browser.count("iframe#botilbud-2").await, 1);
        assert_eq!(browser.count("a").await, 0);
    })
    .await;
}

#[tokio::test]
async fn two_frames_follow_each_their_own_content() {
    let second = link("data-tool=dates data-lang=da data-title='Frister &amp; datoer'");
    let page = format!("{}{second}", embedded());
    in_browser(async move |browser| {
        browser.open_host(&host(page), Page::Payment).await;
        browser.see_follow().await;
        browser.leave_frame().await;
        browser.script("scrollTo(0, document.body.scrollHeight)", vec![]).await;
        browser.wait("two frames", async || browser.count("iframe").await == 2).await;
        browser.enter_frame_number(1).await;
        browser.wait_for_page(Page::Dates).await;
        let second = browser.see_fit().await;
        browser.leave_frame().await;
        browser.enter_frame().await;
        let first = browser.see_fit().await;
        browser.press("add:income").await;
        browser.see_refit(first).await;
        browser.leave_frame().await;
        browser.enter_frame_number(1).await;
        assert_eq!(browser.see_fit().await, second);
        browser.leave_frame().await;
        let attributes = "
            return [...document.querySelectorAll('iframe')].map((frame) =>
                [frame.id, frame.title, frame.lang, frame.referrerPolicy].join('|'));
        ";
        let expected = [
            "botilbud-1|Beregn egenbetaling|da|no-referrer",
            "botilbud-2|Frister & datoer|da|no-referrer",
        ];
        assert_eq!(browser.script(attributes, vec![]).await, json!(expected));
    })
    .await;
}

/// The least that a strict page has to allow.
fn strict_policy() -> String {
    let origin = address_of("BOTILBUD_URL");
    let origin = origin.trim_end_matches('/');
    format!(
        "default-src 'none'; script-src {origin}; frame-src {origin}; style-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types"
    )
}

#[tokio::test]
async fn under_a_strict_policy() {
    in_browser(async |browser| {
        let page = format!("{}{}", link("data-tool=payment"), script());
        let address = host_with(&[("Content-Security-Policy", &strict_policy())], page);
        browser.open_host(&address, Page::Payment).await;
        browser.see_follow().await;
    })
    .await;
}

#[tokio::test]
async fn where_the_policy_refuses_the_frame_the_link_is_back() {
    in_browser(async |browser| {
        let policy = strict_policy().replace("frame-src http", "frame-src 'none'; img-src http");
        let page = format!("{}{}", link("data-tool=payment"), script());
        browser.open_address(&host_with(&[("Content-Security-Policy", &policy)], page)).await;
        browser.wait("the refusal", async || !browser.complaints().await.is_empty()).await;
        browser.wait("the link", async || browser.count("a[data-botilbud]").await == 1).await;
        assert_eq!(browser.count("iframe").await, 0);
        // What was asked of the refused frame.
        browser.complaints().await;
    })
    .await;
}

/// A page with somebody's page in a sandbox; goes in there.
async fn open_sandbox(browser: &Browser, allowed: &str, page: String) {
    let inner = host(page);
    let outer =
        format!("<iframe sandbox='{allowed}' width=900 height=3000 src='{inner}'></iframe>");
    browser.open_address(&host(outer)).await;
    browser.enter_frame().await;
}

#[tokio::test]
async fn in_a_sandbox_with_an_origin() {
    in_browser(async |browser| {
        open_sandbox(&browser, "allow-scripts allow-same-origin", embedded()).await;
        browser.wait("a frame", async || browser.count("iframe").await > 0).await;
        browser.enter_frame().await;
        browser.wait_for_page(Page::Payment).await;
        browser.see_follow().await;
        browser.leave_frame().await;
        assert!(!browser.heard().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn in_a_sandbox_without_an_origin_the_link_stays_and_works() {
    in_browser(async |browser| {
        let address = browser.address(Page::Payment);
        let there = format!("<a data-botilbud href='{address}'>Beregn</a>{}", script());
        open_sandbox(&browser, "allow-scripts allow-forms", there).await;
        let loaded = "return document.readyState === 'complete'";
        browser
            .wait("the script", async || browser.script(loaded, vec![]).await == json!(true))
            .await;
        assert_eq!(browser.count("iframe").await, 0);
        browser.click("a").await;
        browser.need(Ability::OriginlessPage);
        browser.wait_for_page(Page::Payment).await;
        assert_eq!(browser.script("return self.origin", vec![]).await, json!("null"));
        crate::payment::fill_budget(&browser).await;
        browser.ask("payment").await;
    })
    .await;
}

#[tokio::test]
async fn where_nothing_may_be_kept() {
    let setup = Setup { storage: false, ..Setup::default() };
    in_browser_with(setup, address_of("BOTILBUD_URL"), async |browser| {
        browser.open_host(&host(embedded()), Page::Payment).await;
        let kept = "try { return String(localStorage) } catch (error) { return error.name }";
        assert_eq!(browser.script(kept, vec![]).await, json!("SecurityError"));
        browser.see_follow().await;
    })
    .await;
}

#[tokio::test]
async fn without_scripts_the_link_is_there() {
    let setup = Setup { scripts: false, ..Setup::default() };
    in_browser_with(setup, address_of("BOTILBUD_URL"), async |browser| {
        browser.open_address(&host(embedded())).await;
        assert!(browser.is_shown("a[data-botilbud]").await);
    })
    .await;
}

#[tokio::test]
async fn a_frame_that_is_held_low_scrolls_and_one_with_room_does_not() {
    in_browser(async |browser| {
        let style = "<style>iframe { max-height: 400px }</style>";
        browser.open_host(&host(format!("{style}{}", embedded())), Page::Payment).await;
        let cut = "return document.documentElement.dataset.framed";
        browser
            .wait("the frame to be cut", async || browser.script(cut, vec![]).await == json!("cut"))
            .await;
        assert_eq!(browser.frame_height().await, 400.0);
        let scrolls = "
            scrollTo(0, 200);
            const { overflowY } = getComputedStyle(document.documentElement);
            return scrollY === 200 && overflowY !== 'hidden';
        ";
        assert_eq!(browser.script(scrolls, vec![]).await, json!(true));
        browser.leave_frame().await;
        browser.script("document.querySelector('style').remove()", vec![]).await;
        browser.enter_frame().await;
        browser.see_follow().await;
    })
    .await;
}

#[tokio::test]
async fn a_frame_far_below_is_not_fetched_before_it_is_near() {
    in_browser(async |browser| {
        let page = format!("<style>div {{ height: 20000px }}</style><div></div>{}", embedded());
        browser.open_address(&host(page)).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(browser.count("iframe").await, 0);
        assert_eq!(browser.count("a[data-botilbud]").await, 1);
        browser.script("scrollTo(0, 18500)", vec![]).await;
        browser.wait("a frame", async || browser.count("iframe").await > 0).await;
        let shown =
            "return document.querySelector('iframe').getBoundingClientRect().top < innerHeight";
        assert_eq!(browser.script(shown, vec![]).await, json!(false), "it comes before it is seen");
        browser.script("scrollTo(0, 20000)", vec![]).await;
        browser.enter_frame().await;
        browser.wait_for_page(Page::Payment).await;
        browser.see_fit().await;
    })
    .await;
}

#[tokio::test]
async fn a_link_to_elsewhere_stays_a_link() {
    in_browser(async |browser| {
        let elsewhere = "<a data-botilbud href='https://example.com/aflastning.html'>Elsewhere</a>";
        browser.open_host(&host(format!("{elsewhere}{}", embedded())), Page::Payment).await;
        browser.leave_frame().await;
        assert_eq!(browser.text("a").await, "Elsewhere");
        assert_eq!(browser.count("iframe").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_that_comes_later_is_found_by_the_script_again() {
    in_browser(async |browser| {
        browser.open_host(&host(embedded()), Page::Payment).await;
        browser.leave_frame().await;
        let add = "
            document.body.insertAdjacentHTML('beforeend', arguments[0]);
            const script = document.createElement('script');
            script.src = arguments[1];
            document.body.append(script);
        ";
        let source = format!("{}embed-1.js", address_of("BOTILBUD_URL"));
        browser.script(add, vec![json!(link("data-tool=check")), json!(source)]).await;
        browser.script("scrollTo(0, document.body.scrollHeight)", vec![]).await;
        browser.wait("two frames", async || browser.count("iframe").await == 2).await;
        browser.enter_frame_number(1).await;
        browser.wait_for_page(Page::CHECK).await;
        browser.see_fit().await;
    })
    .await;
}

#[tokio::test]
async fn a_frame_that_loads_anew_is_greeted_anew() {
    in_browser(async |browser| {
        browser.open_host(&host(embedded()), Page::Payment).await;
        let height = browser.see_fit().await;
        browser.script("location.reload()", vec![]).await;
        browser.leave_frame().await;
        browser.enter_frame().await;
        browser.wait_for_page(Page::Payment).await;
        assert_eq!(browser.see_fit().await, height);
        browser.leave_frame().await;
        assert!(browser.script("return heard.length", vec![]).await.as_u64() >= Some(2));
    })
    .await;
}
