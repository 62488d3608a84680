//! Every file with its headers, its kind and its compressed forms; what may be kept and for how long.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::ask::{Answer, ask};
use super::servers::BOTH;
use crate::support::{copy_of, unpack};

const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");
/// Where the pages lie a second time, as on a municipality's site.
const BELOW: &str = "borger/botilbud/";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// What tools/headers.json says of every answer.
fn headers() -> BTreeMap<String, String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/headers.json");
    let parts: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&fs::read_to_string(file).expect("the headers")).expect("lists");
    let joined = parts.into_iter().map(|(name, values)| {
        let between = if name == "Content-Security-Policy" { "; " } else { ", " };
        (name, values.join(between))
    });
    joined.collect()
}

/// dist/, and dist/ under a path.
fn site(name: &str) -> PathBuf {
    let site = copy_of(DIST, name);
    let below = copy_of(DIST, &format!("{name}-below"));
    fs::create_dir_all(site.join(BELOW).parent().expect("a path")).expect("a folder");
    fs::rename(below, site.join(BELOW)).expect("a copy");
    site
}

/// The files of dist/ that have an address of their own.
fn paths() -> Vec<String> {
    let mut found = Vec::new();
    collect(Path::new(DIST), "", &mut found);
    found.retain(|path| !path.ends_with(".br") && !path.ends_with(".gz"));
    assert!(found.len() > 15, "{found:?}");
    found
}

fn collect(folder: &Path, path: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{path}{}", entry.file_name().to_str().expect("a name"));
        match entry.path().is_dir() {
            true => collect(&entry.path(), &format!("{path}/"), found),
            false => found.push(path),
        }
    }
}

fn is_kept(path: &str) -> bool {
    path.starts_with("app-") || path.starts_with("fonts-")
}

fn see_headers(answer: &Answer, cache: &str, what: &str) {
    for (name, value) in headers() {
        let value = if name == "Cache-Control" { cache } else { &value };
        assert_eq!(answer.header(&name), value, "{what}: {name}");
    }
}

fn see_kind(answer: &Answer, path: &str) {
    let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        other => panic!("{path}: what kind of file is {other:?}?"),
    };
    assert_eq!(answer.header("Content-Type"), kind, "{path}");
}

/// Sees that a file comes in the form that is asked for.
fn see_form(address: &str, path: &str, encoding: &str) {
    let answer = ask(address, &[("Accept-Encoding", encoding)]);
    let file = Path::new(DIST).join(path);
    let ending = if encoding == "br" { "br" } else { "gz" };
    let packed = PathBuf::from(format!("{}.{ending}", file.display()));
    assert_eq!(answer.status, 200, "{address}");
    if packed.exists() {
        assert_eq!(answer.header("Content-Encoding"), encoding, "{address}");
        assert!(answer.header("Vary").contains("Accept-Encoding"), "{address}");
        assert_eq!(answer.body, fs::read(packed).expect("a packed form"), "{address}");
    } else {
        let body = unpack(answer.header("Content-Encoding"), &answer.body);
        assert_eq!(body, fs::read(file).expect("a file"), "{address}");
    }
}

fn see_file(start: &str, path: &str) {
    let address = format!("{start}{path}");
    let cache = if is_kept(path) { FOR_GOOD } else { "no-cache" };
    let answer = ask(&address, &[]);
    assert_eq!(answer.status, 200, "{address}");
    assert_eq!(answer.header("Content-Encoding"), "", "{address}");
    assert_eq!(answer.body, fs::read(Path::new(DIST).join(path)).expect("a file"), "{address}");
    see_headers(&answer, cache, &address);
    see_kind(&answer, path);
    for encoding in ["br", "gzip"] {
        see_form(&address, path, encoding);
    }
    for encoding in ["identity", "br", "gzip"] {
        let first = ask(&address, &[("Accept-Encoding", encoding)]);
        let tag = first.header("ETag");
        assert_ne!(tag, "", "{address}");
        let again = ask(&address, &[("Accept-Encoding", encoding), ("If-None-Match", tag)]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{address} as {encoding}");
        see_headers(&again, cache, &address);
    }
}

#[tokio::test]
async fn every_file_comes_with_its_headers_in_every_form() {
    let site = site("hosted-files");
    for kind in BOTH {
        let server = kind.serve(&site).await;
        for path in paths() {
            see_file(&server.address, &path);
            see_file(&format!("{}{BELOW}", server.address), &path);
        }
        for start in [server.address.clone(), format!("{}{BELOW}", server.address)] {
            let first = ask(&start, &[]);
            assert_eq!(first.body, fs::read(Path::new(DIST).join("index.html")).expect("a page"));
            see_headers(&first, "no-cache", &start);
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_with_the_same_headers_and_not_kept() {
    let site = site("hosted-nothing");
    for kind in BOTH {
        let server = kind.serve(&site).await;
        for path in ["findes-ikke", "app-0123456789ab/boot.js", "borger/botilbud/aflastning"] {
            let address = format!("{}{path}", server.address);
            let answer = ask(&address, &[]);
            assert_eq!(answer.status, 404, "{kind:?}: {address}");
            see_headers(&answer, "no-cache", &address);
        }
    }
}

#[tokio::test]
async fn the_folder_without_its_slash_leads_to_the_folder() {
    let site = site("hosted-folder");
    for kind in BOTH {
        let server = kind.serve(&site).await;
        let answer = ask(&format!("{}borger/botilbud", server.address), &[]);
        assert!((301..=308).contains(&answer.status), "{kind:?}: {}", answer.status);
        let target = answer.header("Location");
        // Relative to the host, so that it holds behind another server, too.
        assert!(target == "/borger/botilbud/" || target == "botilbud/", "{kind:?}: {target}");
    }
}

#[tokio::test]
async fn a_standard_that_is_edited_on_the_server_is_sent_as_it_is_now() {
    let site = site("hosted-standard");
    let file = site.join("standard.json");
    let before = fs::read_to_string(&file).expect("a standard");
    for kind in BOTH {
        let server = kind.serve(&site).await;
        let address = format!("{}standard.json", server.address);
        for amount in ["1900.00", "2000.00"] {
            let now = before.replace("1800.00", amount);
            assert_ne!(now, before);
            fs::write(&file, &now).expect("the standard is written");
            for encoding in ["identity", "br", "gzip", "gzip, deflate, br"] {
                let answer = ask(&address, &[("Accept-Encoding", encoding)]);
                let body = unpack(answer.header("Content-Encoding"), &answer.body);
                assert_eq!(body, now.as_bytes(), "{kind:?}: {encoding}");
                assert_eq!(answer.header("Cache-Control"), "no-cache");
            }
        }
    }
}

#[test]
fn compressed_forms_say_what_their_files_say_and_what_is_edited_has_none() {
    let mut found = Vec::new();
    collect(Path::new(DIST), "", &mut found);
    let of = |path: &str| fs::read(Path::new(DIST).join(path)).expect("a file");
    let mut packed = 0;
    for path in &found {
        for (ending, encoding) in [(".br", "br"), (".gz", "gzip")] {
            let Some(file) = path.strip_suffix(ending) else { continue };
            assert_eq!(unpack(encoding, &of(path)), of(file), "{path}");
            packed += 1;
        }
    }
    assert!(packed > 25, "{packed}");
    assert!(found.contains(&"standard.json".to_owned()));
    for path in ["standard.json.br", "standard.json.gz"] {
        assert!(!found.contains(&path.to_owned()), "{path} would say what was true before");
    }
}

/// `_headers` has no server to try it with: it says what tools/headers.json says.
#[test]
fn static_hosts_are_told_the_same() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/_headers");
    let file = fs::read_to_string(file).expect("the headers");
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut expected = vec!["/*".to_owned()];
    let parts = headers();
    let said = |name: &&String| *name != "Cache-Control";
    expected.extend(parts.keys().filter(said).map(|name| format!("  {name}: {}", parts[name])));
    for folder in ["/app-*", "/fonts-*"] {
        expected.extend([folder.to_owned(), format!("  Cache-Control: {FOR_GOOD}")]);
    }
    let mut lines: Vec<String> = lines.map(str::to_owned).collect();
    lines[1..parts.len()].sort();
    assert_eq!(lines, expected);
    // Both patterns are those of the folders there are.
    let folders = fs::read_dir(DIST).expect("dist/").map(|entry| entry.unwrap());
    let folders = folders.filter(|entry| entry.path().is_dir());
    let names: Vec<String> = folders.map(|dir| dir.file_name().into_string().unwrap()).collect();
    assert!(names.len() == 2 && names.iter().all(|name| is_kept(name)), "{names:?}");
}
