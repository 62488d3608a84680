//! The device around the page: its screen, its clock's zone, its disk and its printer.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::browser::Browser;
use super::engine::Vendor;

/// An empty folder of one test's own.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It may be there from the last run, or not.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    folder
}

/// A copy of a folder, to change.
pub fn copy_of(from: &str, name: &str) -> PathBuf {
    let copy = folder(name);
    copy_folder(Path::new(from), &copy);
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a new folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy_folder(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).expect("a copy")),
        }
    }
}

impl Browser {
    /// A command of the browser's own protocol.
    pub async fn dev_tools(&self, command: &'static str, parameters: Value) -> Value {
        self.vendor(Vendor::DevTools(command, parameters)).await
    }

    /// Makes the browser one of a device with a touch screen.
    pub async fn use_touch_screen(&self) {
        let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
        self.vendor(Vendor::DevTools("Emulation.setTouchEmulationEnabled", touch)).await;
    }

    /// Puts the browser into a time zone, for the pages loaded from now on.
    pub async fn set_time_zone(&self, zone: &str) {
        let zone = json!({ "timezoneId": zone });
        self.vendor(Vendor::DevTools("Emulation.setTimezoneOverride", zone)).await;
    }

    /// Lets nothing come from addresses like these.
    pub async fn block(&self, addresses: &[&str]) {
        self.vendor(Vendor::DevTools("Network.enable", json!({}))).await;
        let urls = json!({ "urls": addresses });
        self.vendor(Vendor::DevTools("Network.setBlockedURLs", urls)).await;
    }

    /// Lets files that the page saves land in a folder.
    pub async fn save_files_in(&self, folder: &Path) {
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        self.vendor(Vendor::DevTools("Browser.setDownloadBehavior", behaviour)).await;
    }

    /// How many pages come out of a printer, each of A4.
    pub async fn pages_of_paper(&self) -> usize {
        let options = json!({
            "preferCSSPageSize": true, "printBackground": true, "generateTaggedPDF": true,
        });
        let pdf = self.vendor(Vendor::DevTools("Page.printToPDF", options)).await["data"].clone();
        let boxes = "
            const pdf = atob(arguments[0]);
            const pages = (pdf.match(/\\/Type\\s*\\/Page(?![a-zA-Z])/g) ?? []).length;
            const boxes = [...pdf.matchAll(/\\/MediaBox\\s*\\[([^\\]]*)\\]/g)]
                .map((match) => match[1].trim().split(/\\s+/).map(Number));
            return { pages, boxes, tagged: pdf.includes('/StructTreeRoot') };
        ";
        let paper = self.script(boxes, vec![pdf]).await;
        assert_eq!(paper["tagged"], json!(true), "headings and tables are such on paper, too");
        for size in paper["boxes"].as_array().expect("a list of sizes") {
            let is = |place: usize, points: f64| {
                size[place].as_f64().is_some_and(|length| (length - points).abs() < 2.0)
            };
            assert!(is(2, 595.0) && is(3, 842.0), "A4 is 595 by 842 points: {size}");
        }
        let pages = paper["pages"].as_u64().expect("a number of pages");
        usize::try_from(pages).expect("a number of pages")
    }

    /// Shows the page in the system's colours alone, as some people need it, or in its own.
    pub async fn force_colours(&self, forced: bool) {
        let value = if forced { "active" } else { "none" };
        let features = json!({ "features": [{ "name": "forced-colors", "value": value }] });
        self.vendor(Vendor::DevTools("Emulation.setEmulatedMedia", features)).await;
        self.settle().await;
    }

    /// Shows the page as paper would, or as a screen does.
    pub async fn emulate_media(&self, media: &str) {
        let media = json!({ "media": media });
        self.vendor(Vendor::DevTools("Emulation.setEmulatedMedia", media)).await;
        self.settle().await;
    }
}
