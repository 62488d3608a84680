//! The device around the page: its screen, its clock's zone, its disk and its printer.

use std::path::Path;

use serde_json::{Value, json};

use super::browser::Browser;
use super::engine::Vendor;

impl Browser {
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

    /// Lets files that the page saves land in a folder.
    pub async fn save_files_in(&self, folder: &Path) {
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        self.vendor(Vendor::DevTools("Browser.setDownloadBehavior", behaviour)).await;
    }

    /// The page as it would come out of a printer.
    pub async fn print_to_pdf(&self) -> Value {
        let options = json!({ "preferCSSPageSize": true, "printBackground": true });
        self.vendor(Vendor::DevTools("Page.printToPDF", options)).await["data"].clone()
    }

    /// Shows the page as paper would, or as a screen does.
    pub async fn emulate_media(&self, media: &str) {
        let media = json!({ "media": media });
        self.vendor(Vendor::DevTools("Emulation.setEmulatedMedia", media)).await;
        self.settle().await;
    }
}
