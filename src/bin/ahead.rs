//! The pages as they stand in their own files: for each language, and each page by its fragment,
//! its HTML; as JSON. `tools/entries.mjs` puts them into the files.
//!
//!     cargo run --bin ahead public/standard.json

use std::collections::BTreeMap;

use botilbud::app::page::Page;
use botilbud::draft::Context;
use botilbud::pages::ahead::drawn;
use botilbud::rules::standard::Standard;
use botilbud::text::words::Language;

fn main() -> Result<(), String> {
    let file = std::env::args().nth(1).ok_or("usage: ahead FILE")?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let standard = Standard::load(&text).map_err(|errors| format!("{errors:?}"))?;
    let standard: &'static Standard = Box::leak(Box::new(standard));
    let languages: BTreeMap<&str, BTreeMap<String, String>> = Language::ALL
        .iter()
        .map(|language| {
            let context = Context::new(standard.approved, standard, language.edition());
            let pages = Page::ALL.into_iter().map(|page| (page.fragment(), drawn(page, context)));
            (language.code(), pages.collect())
        })
        .collect();
    println!("{}", serde_json::to_string(&languages).map_err(|error| error.to_string())?);
    Ok(())
}
