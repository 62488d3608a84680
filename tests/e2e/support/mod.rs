//! What the tests have in common.

#[path = "../../support/addresses.rs"]
mod addresses;
mod axe;
mod browser;
mod calendar;
mod device;
mod drawn;
mod driver;
mod engine;
pub mod hand;
mod host;
mod language;
mod look;
mod packed;
mod paper;
mod person;
mod references;
mod site;
mod stage;
mod world;

pub use browser::{Browser, in_browser, in_browser_with};
pub use calendar::events;
pub use device::{copy_of, folder};
pub use engine::{Ability, Engine, LIMITS, Setup, engine};
pub use host::{host, host_with};
pub use language::words_of;
pub use packed::unpack;
pub use site::{Site, address_of, app_of, get};
