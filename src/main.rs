//! Browser entry: mounts the pages.

#[cfg(all(feature = "pages", target_arch = "wasm32"))]
fn main() {
    leptos::mount::mount_to_body(|| "…");
}

#[cfg(not(all(feature = "pages", target_arch = "wasm32")))]
fn main() {
    eprintln!(
        "The pages run in a browser: build them with `make dist`, open them with `make serve`."
    );
}
