//! What the browser keeps for this page on this device, when the person asks for it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use crate::app::keeping::Refusal;

/// The name under which everything typed is kept.
const KEY: &str = "botilbud";

/// The browser throws when it is told to keep nothing for the page.
fn storage() -> Result<Storage, Refusal> {
    let window = super::window().ok_or(Refusal::Blocked)?;
    window.local_storage().ok().flatten().ok_or(Refusal::Blocked)
}

/// What is kept.
///
/// # Errors
/// [`Refusal::Blocked`] when the browser keeps nothing for the page.
pub fn read() -> Result<Option<String>, Refusal> {
    storage()?.get_item(KEY).map_err(|_| Refusal::Blocked)
}

/// Keeps a text in place of what was kept.
///
/// # Errors
/// [`Refusal`] says whether there is no room; then what was kept before is still there.
pub fn write(text: &str) -> Result<(), Refusal> {
    storage()?.set_item(KEY, text).map_err(|error| refusal(&error))
}

fn refusal(error: &JsValue) -> Refusal {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refusal::Full,
        _ => Refusal::Blocked,
    }
}

/// Deletes what is kept. Where nothing can be kept there is nothing to delete.
pub fn delete() {
    if let Ok(storage) = storage() {
        // A browser that refuses to delete has refused to keep.
        let _ = storage.remove_item(KEY);
    }
}
