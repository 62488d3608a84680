//! What is handed over to those who run a server.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::fallback::copy_of_dist;
use crate::support::folder;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn run(command: &str, arguments: &[&str], folder: &Path) -> Output {
    let output = Command::new(command).args(arguments).current_dir(folder).output();
    let output = output.unwrap_or_else(|error| panic!("{command}: {error}"));
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Makes the archive of a build.
fn release(dist: &str, name: &str) -> PathBuf {
    let out = folder(name);
    let to = out.to_str().expect("a path");
    run("node", &["tools/release.mjs", "--dist", dist, "--out", to], Path::new(ROOT));
    out
}

/// The names and contents of what was made.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut found: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let name = entry.file_name().into_string().expect("a name");
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect();
    found.sort();
    found
}

fn archive_in(folder: &Path) -> PathBuf {
    folder.join(format!("botilbud-{}.tar.gz", env!("CARGO_PKG_VERSION")))
}

/// The times of the files in an archive.
fn times(folder: &Path) -> BTreeSet<String> {
    let archive = archive_in(folder);
    let listing = run("tar", &["-tvzf", archive.to_str().expect("a path"), "--full-time"], folder);
    let listing = String::from_utf8(listing.stdout).expect("text");
    listing.lines().map(|line| line.split_whitespace().skip(3).take(2).collect()).collect()
}

#[test]
fn the_same_build_gives_the_same_bytes_and_another_another_time() {
    // Other times of the same files make no difference.
    let copy = copy_of_dist("release-copy");
    let first = release("dist", "release-first");
    let second = release(copy.to_str().expect("a path"), "release-second");
    let made = contents(&first);
    assert_eq!(made.len(), 3, "the archive, the bill of materials and the sums");
    assert!(made == contents(&second), "the same bytes");
    run("sha256sum", &["--check", "--strict", "SHA256SUMS"], &first);

    // Servers tell versions of a file apart by size and time.
    let page = copy.join("index.html");
    let text = fs::read_to_string(&page).expect("a page").replace("Telefon", "Telephon");
    fs::write(page, text).expect("the page is written");
    let other = release(copy.to_str().expect("a path"), "release-other");
    assert_eq!(times(&first).len(), 1);
    assert_ne!(times(&first), times(&other));
}

#[test]
fn a_file_that_was_changed_is_noticed() {
    let out = release("dist", "release-changed");
    let archive = archive_in(&out);
    let mut bytes = fs::read(&archive).expect("an archive");
    let last = bytes.len() - 9;
    bytes[last] ^= 1;
    fs::write(archive, bytes).expect("the archive is written");
    let check =
        Command::new("sha256sum").args(["--check", "SHA256SUMS"]).current_dir(&out).output();
    assert!(!check.expect("sha256sum runs").status.success());
}

#[test]
fn what_is_unpacked_can_be_deployed_without_anything_else() {
    let out = release("dist", "release-unpacked");
    run("tar", &["-xzf", archive_in(&out).to_str().expect("a path")], &out);
    let unpacked = out.join(format!("botilbud-{}", env!("CARGO_PKG_VERSION")));
    let live = folder("release-live");
    let to = live.to_str().expect("a path");
    run("sh", &["deploy/update.sh", "dist", to], &unpacked);
    assert!(contents_of_tree(&live) == contents_of_tree(&Path::new(ROOT).join("dist")));
    for file in ["deploy/nginx.conf", "deploy/Caddyfile", "deploy/_headers", "LICENSE"] {
        let [here, there] = [unpacked.join(file), Path::new(ROOT).join(file)].map(fs::read);
        assert_eq!(here.expect("it comes along"), there.expect("a file"), "{file}");
    }
    let readme = fs::read_to_string(unpacked.join("README.md")).expect("it tells how");
    assert!(readme.contains("deploy/update.sh") && !readme.contains("make test"), "{readme}");
}

/// Every file in a folder and the folders in it, by its path there.
fn contents_of_tree(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(root).expect("inside").to_owned();
                found.push((name, fs::read(path).expect("a file")));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_bill_of_materials_names_what_is_shipped() {
    let out = release("dist", "release-bill");
    let bill = fs::read_to_string(out.join("sbom.cdx.json")).expect("a bill");
    let bill: Value = serde_json::from_str(&bill).expect("it is JSON");
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
    assert_eq!(bill["metadata"]["component"]["version"], env!("CARGO_PKG_VERSION"));
    let components = bill["components"].as_array().expect("components");
    let mut named = BTreeSet::new();
    for component in components {
        let purl = component["purl"].as_str().expect("an address");
        let version = component["version"].as_str().expect("a version");
        assert!(purl.starts_with("pkg:") && purl.contains(&format!("@{version}")), "{purl}");
        assert!(component["licenses"][0]["expression"].is_string(), "{purl}");
        let hash = component["hashes"][0]["content"].as_str().unwrap_or_default();
        assert!([64, 128].contains(&hash.len()) || purl.contains("rust-lang"), "{purl}: {hash}");
        assert!(named.insert(purl.to_owned()), "{purl} twice");
    }
    let page = fs::read_to_string(Path::new(ROOT).join("dist/licenser.html")).expect("a page");
    for component in components {
        let name = format!(
            "{} {}",
            component["name"].as_str().unwrap(),
            component["version"].as_str().unwrap()
        );
        assert!(page.contains(&format!(">{name}</a>")), "{name} is on the page of licences");
    }
    assert_eq!(page.matches("<li>").count(), components.len() + 1, "which has our own, too");
}
