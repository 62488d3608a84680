//! What a municipality calls its own stands in `standard.json` alone: the static pages follow it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use botilbud::app::page::Page;

use crate::fallback::copy_of_dist;
use crate::support::{Browser, Setup, Site, app_of, in_browser_with, unpack};

/// A copy of dist/ in which another municipality has put its own standard.
fn of_another_municipality(name: &str) -> PathBuf {
    let copy = copy_of_dist(name);
    edit(&copy, |standard| {
        standard
            .replace("Køge Kommune", "Nør & <i>Sønder</i> Kommune")
            .replace("56 67 67 67", "12 34 56 78")
            .replace("vf@koege.dk", "post@sønder.example")
    });
    copy
}

/// Edits the standard where it lies.
fn edit(folder: &Path, change: impl Fn(String) -> String) {
    let file = folder.join("standard.json");
    let before = fs::read_to_string(&file).expect("a standard");
    let after = change(before.clone());
    assert_ne!(before, after);
    fs::write(file, after).expect("the standard is written");
}

fn render(folder: &Path) -> Output {
    let tool = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/pages.mjs");
    Command::new("node").arg(tool).arg(folder).output().expect("node runs")
}

/// Every file of the folder itself, with what is in it.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(path).expect("a file"))).collect()
}

/// Whether a page has something to fill in; if so, sees that it has been, as has its packed form.
fn is_filled_in(page: &Path) -> bool {
    let html = fs::read_to_string(page).expect("a page");
    for own in ["Køge Kommune", "67\u{a0}67", "koege.dk", "<i>"] {
        assert!(!html.contains(own), "{own} in {html}");
    }
    if !html.contains("data-standard") {
        return false;
    }
    assert!(html.contains("– Nør &amp; &lt;i&gt;Sønder&lt;/i&gt; Kommune</title>"), "{html}");
    if html.contains("contacts.phone") {
        let phone = "href=\"tel:+4512345678\">12\u{a0}34\u{a0}56\u{a0}78</a>";
        assert!(html.contains(phone), "{html}");
    }
    for (ending, encoding) in [("br", "br"), ("gz", "gzip")] {
        let packed = fs::read(page.with_extension(format!("html.{ending}")));
        assert_eq!(unpack(encoding, &packed.expect("a packed form")), html.as_bytes());
    }
    true
}

#[test]
fn the_pages_are_filled_in_again_with_their_compressed_forms() {
    let folder = of_another_municipality("rendered");
    let before = files(&folder);
    assert!(render(&folder).status.success());
    let pages: Vec<(PathBuf, Vec<u8>)> = files(&folder);
    let is_page = |(path, _): &&(PathBuf, Vec<u8>)| path.extension() == Some("html".as_ref());
    let filled = pages.iter().filter(is_page).filter(|(page, _)| is_filled_in(page)).count();
    assert!(filled >= 8, "{filled}");
    edit(&folder, |standard| {
        standard
            .replace("Nør & <i>Sønder</i> Kommune", "Køge Kommune")
            .replace("12 34 56 78", "56 67 67 67")
            .replace("post@sønder.example", "vf@koege.dk")
    });
    assert!(render(&folder).status.success());
    let dist = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    let after = files(&folder);
    assert_ne!(before, after, "the standard is the first again");
    let contents = |files: &[(PathBuf, Vec<u8>)]| -> Vec<Vec<u8>> {
        files.iter().map(|(_, content)| content.clone()).collect()
    };
    assert_eq!(contents(&after), contents(&dist), "and so is everything else");
}

#[test]
fn a_standard_that_is_not_whole_changes_no_page() {
    for (name, from, to) in [
        ("no-name", "\"municipality\"", "\"by\""),
        ("no-phone", "\"phone\"", "\"fax\""),
        ("no-data", "{", "["),
    ] {
        let folder = copy_of_dist(name);
        edit(&folder, |standard| standard.replacen(from, to, 1));
        let before = files(&folder);
        let output = render(&folder);
        assert!(!output.status.success(), "{name}");
        assert!(!output.stderr.is_empty(), "{name}: it says why");
        assert_eq!(files(&folder), before, "{name}");
    }
}

#[test]
fn a_mail_address_may_be_missing() {
    let folder = copy_of_dist("no-mail");
    edit(&folder, |standard| standard.replace("\"mail\"", "\"letter\""));
    assert!(render(&folder).status.success());
    let html = fs::read_to_string(folder.join("index.html")).expect("a page");
    assert!(html.contains("<span data-if=\"contacts.mail\" hidden>"), "{html}");
}

/// Where the program cannot start, so that the page's own words are read.
async fn see_own_words(browser: &Browser, address: &str, name: &str, link: &str) {
    browser.open_address(address).await;
    browser.see("#fallback", name).await;
    assert_eq!(browser.count(&format!("#fallback a[href=\"{link}\"]")).await, 1);
    assert_eq!(browser.count(&format!("#crash a[href=\"{link}\"]")).await, 1);
    assert!(!browser.complaints().await.is_empty(), "the program is missing");
}

async fn without_a_program(folder: PathBuf, name: &'static str, link: &'static str) {
    fs::remove_file(app_of(&folder).join("botilbud.js")).expect("the program's glue");
    for packed in ["br", "gz"] {
        let _ = fs::remove_file(app_of(&folder).join(format!("botilbud.js.{packed}")));
    }
    let site = Site::of(&folder).await;
    let address = site.address.clone();
    in_browser_with(Setup::default(), address.clone(), async move |browser| {
        see_own_words(&browser, &address, name, link).await;
    })
    .await;
}

#[tokio::test]
async fn the_open_page_follows_the_standard_on_the_server() {
    let folder = of_another_municipality("not-rendered");
    without_a_program(folder, "Nør & <i>Sønder</i> Kommune kan også hjælpe", "tel:+4512345678")
        .await;
}

#[tokio::test]
async fn the_open_page_stays_as_it_is_beside_a_standard_that_is_not_whole() {
    let folder = of_another_municipality("neither");
    edit(&folder, |standard| standard.replace("\"phone\"", "\"fax\""));
    without_a_program(folder, "Køge Kommune kan også hjælpe", "tel:+4556676767").await;
}

#[tokio::test]
async fn the_program_speaks_of_the_same_municipality() {
    let site = Site::of(of_another_municipality("running")).await;
    in_browser_with(Setup::default(), site.address.clone(), async |browser| {
        browser.open_address(&browser.address(Page::Dates)).await;
        browser.see("header", "Nør & <i>Sønder</i> Kommune").await;
        assert_eq!(browser.count("#crash a[href=\"tel:+4512345678\"]").await, 1);
    })
    .await;
}
