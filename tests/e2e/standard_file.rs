//! The municipality edits one file on the server, and everybody who opens the page sees it: the new
//! amount, or that there is a mistake; never an old or wrong amount.

use std::fs;
use std::path::{Path, PathBuf};

use botilbud::app::page::Page;
use botilbud::text::words::DA;
use serde_json::{Value, json};

use crate::fallback::copy_of_dist;
use crate::payment::fill_budget;
use crate::support::{Browser, Setup, Site, in_browser_with};

/// dist/ with another file of the standard, or none.
pub fn with_standard(name: &str, text: Option<&str>) -> PathBuf {
    let copy = copy_of_dist(name);
    let file = copy.join("standard.json");
    match text {
        Some(text) => fs::write(&file, text).expect("the file is written"),
        None => fs::remove_file(&file).expect("the file is there"),
    }
    copy
}

fn deployed() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/standard.json");
    serde_json::from_str(&fs::read_to_string(file).expect("dist/ has the file")).expect("JSON")
}

/// The deployed file after an edit.
pub fn edited(edit: impl FnOnce(&mut Value)) -> String {
    let mut standard = deployed();
    edit(&mut standard);
    standard.to_string()
}

pub fn example() -> &'static str {
    include_str!("../../examples/lilleby.json")
}

/// Goes to a page of another municipality by its address.
async fn show(browser: &Browser, page: Page, municipality: &str) {
    browser.script("location.hash = arguments[0]", vec![json!(page.href())]).await;
    let name = if page == Page::Front { DA.pages.front_without_respite } else { page.title(&DA) };
    let title = DA.pages.window_title(name, municipality);
    browser
        .wait(&format!("the page »{title}«"), async || {
            browser.script("return document.title", vec![]).await == json!(title)
        })
        .await;
    browser.wait("the page's own words", async || browser.count("main .loading").await == 0).await;
}

/// What no page may show while the file is wrong.
const AMOUNTS: [&str; 6] = ["1.800", "2.600", "1800", "2600", "1.950", "1950"];

async fn see_no_amount_but_the_number(browser: &Browser, phone: &str) {
    browser.see("main", DA.trouble.heading).await;
    browser.see("main", phone).await;
    let page = browser.page_text().await;
    for amount in AMOUNTS {
        assert!(!page.contains(amount), "{amount} in\n{page}");
    }
    assert_eq!(browser.count("input, select, form").await, 0, "there is nothing to fill in");
}

#[tokio::test]
async fn a_new_amount_counts_from_the_next_visit_on() {
    let folder = with_standard("edited-standard", None);
    let file = folder.join("standard.json");
    fs::write(&file, deployed().to_string()).expect("the file is written");
    let site = Site::of(&folder).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see(".result", "Skal mindst være tilbage 1.800 kr.").await;

        let dearer = edited(|standard| {
            standard["parameters"]["minimum_under_age_limit"]["values"][0]["value"] =
                json!("1950.50");
            standard["contacts"]["phone"] = json!("12 34 56 78");
        });
        fs::write(&file, dearer).expect("the file is written");
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see(".result", "Skal mindst være tilbage 1.950,50 kr.").await;
        browser.see("footer", "12 34 56 78").await;
        browser.go(Page::Rates).await;
        browser.see("main", "1.950,50 kr. om måneden").await;
        browser.see("main", DA.rates.served).await;
    })
    .await;
}

#[tokio::test]
async fn only_where_there_is_no_file_the_one_built_in_counts() {
    let site = Site::of(with_standard("without-standard", None)).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open(Page::Rates).await;
        browser.see("main", DA.rates.built_in).await;
        browser.see("main", "1.800 kr. om måneden").await;
        let complaints = browser.complaints().await;
        assert_eq!(complaints.len(), 1, "the browser tells of the missing file: {complaints:#?}");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_file_shows_the_number_and_every_mistake_but_no_amount() {
    let wrong = edited(|standard| {
        let parameters = &mut standard["parameters"];
        parameters["minimum_under_age_limit"]["values"][0]["value"] = json!("1.950");
        parameters["complaint_days"]["unit"] = json!("uger");
        standard["contacts"]["phone"] = json!("12 34 56 78");
    });
    let site = Site::of(with_standard("wrong-standard", Some(&wrong))).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open_address(&browser.address(Page::Payment)).await;
        see_no_amount_but_the_number(&browser, "12 34 56 78").await;
        for mistake in [
            "parameters.minimum_under_age_limit.values[0].value",
            "parameters.complaint_days.unit",
            "Enheden skal være days.",
        ] {
            browser.see("main", mistake).await;
        }
        browser.see("main", &DA.standard_file.lead(2)).await;
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_json_shows_the_line() {
    let site = Site::of(with_standard("broken-standard", Some("{\n  \"id\": \"x\",\n}"))).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open_address(&browser.address(Page::Front)).await;
        see_no_amount_but_the_number(&browser, "56 67 67 67").await;
        browser.see("main", "linje 3").await;
    })
    .await;
}

#[tokio::test]
async fn a_file_out_of_reach_is_no_reason_to_show_an_amount_that_may_be_old() {
    let site = Site::of(copy_of_dist("standard-out-of-reach")).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.block(&["/standard.json"]).await;
        browser.open_address(&browser.address(Page::Payment)).await;
        see_no_amount_but_the_number(&browser, "56 67 67 67").await;
        browser.see("main", DA.trouble.unreachable).await;
        assert!(!browser.complaints().await.is_empty());

        browser.block(&[]).await;
        browser.click("main button").await;
        browser.wait_for_page(Page::Payment).await;
    })
    .await;
}

#[tokio::test]
async fn another_municipality_has_its_own_pages_and_no_way_to_what_it_lacks() {
    let site = Site::of(with_standard("another-municipality", Some(example()))).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open_address(&browser.address(Page::Respite)).await;
        browser.see("h1", DA.pages.front_without_respite).await;
        for page in
            Page::ALL.into_iter().filter(|page| !matches!(page, Page::Respite | Page::FreeChoice))
        {
            show(&browser, page, "Lilleby Kommune").await;
            let text = browser.page_text().await;
            assert!(!text.contains("Køge") && !text.contains("55 døgn"), "{page:?}: {text}");
            for gone in [Page::Respite, Page::FreeChoice] {
                let ways = format!("a[href=\"{}\"]", gone.href());
                assert_eq!(browser.count(&ways).await, 0, "{page:?} leads to {gone:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn near_a_change_of_numbers_both_results_are_shown() {
    let coming = edited(|standard| {
        let values = &mut standard["parameters"]["minimum_under_age_limit"]["values"];
        let mut next = values[0].clone();
        next["from"] = json!("2026-07-01");
        next["value"] = json!("9950.00");
        values.as_array_mut().expect("a list").push(next);
    });
    let site = Site::of(with_standard("coming-standard", Some(&coming))).await;
    in_browser_with(Setup::default(), site.address.clone(), async move |browser| {
        browser.open(Page::Payment).await;
        fill_budget(&browser).await;
        browser.see(".result", "Skøn over betalingen 7.800 kr.").await;
        browser.see("main", DA.near.heading).await;
        browser.see("main", "Før 1. juli 2026").await;
        browser.see("main", "9.950 kr. om måneden fra den dag").await;
        browser.see("main", "4.200 kr.").await;
        // On a past date the past numbers count.
        browser.fill("pay-date", "2.5.2024").await;
        browser.see(".result", "Skal mindst være tilbage 1.800 kr.").await;
        browser.fill("pay-date", "2.8.2026").await;
        browser.see(".result", "Skal mindst være tilbage 9.950 kr.").await;
    })
    .await;
}
