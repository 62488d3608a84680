//! Files that leave and enter: saved by the person, read by the page, sent nowhere.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, FileReader, HtmlElement, HtmlInputElement, Url};

/// The largest file that is read, in bytes; larger ones are cut there and refused.
const LARGEST: f64 = 1_048_577.0;

/// Lets the person save a text as a file.
pub fn save(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = super::document()?.create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    // The browser has taken hold of the file by the next turn.
    super::later(30_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}

/// Reads the chosen file and hands its bytes on; the same file can then be chosen again.
pub fn read(input: &HtmlInputElement, use_bytes: impl FnOnce(Vec<u8>) + 'static) -> Option<()> {
    let file = input.files()?.get(0)?;
    let beginning = file.slice_with_f64_and_f64(0.0, LARGEST).ok()?;
    let reader = FileReader::new().ok()?;
    let done = reader.clone();
    let read = Closure::once_into_js(move || {
        if let Ok(buffer) = done.result() {
            use_bytes(js_sys::Uint8Array::new(&buffer).to_vec());
        }
    });
    reader.set_onload(Some(read.unchecked_ref()));
    reader.read_as_array_buffer(&beginning).ok()?;
    input.set_value("");
    Some(())
}

/// Copies a text; false when the browser has no clipboard for this page.
pub fn copy(text: &str) -> bool {
    let Some(window) = super::window() else { return false };
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    // Whether it worked is seen in the field, which is selected as well.
    let _ = clipboard.write_text(text);
    true
}
