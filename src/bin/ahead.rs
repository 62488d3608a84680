//! What is drawn before anybody asks for it, as JSON: for each language its `pages` by their
//! fragments, which `tools/entries.mjs` puts into their files, and the planner's `years`; and which
//! pages come `later`, with the second file of the program.
//!
//!     cargo run --bin ahead public/standard.json

use std::collections::BTreeMap;
use std::error::Error;

use botilbud::app::page::Page;
use botilbud::draft::Context;
use botilbud::pages::ahead::{calendar, drawn, years};
use botilbud::rules::standard::Standard;
use botilbud::text::words::Language;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: ahead FILE")?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let standard = Standard::load(&text).map_err(|errors| format!("{errors:?}"))?;
    let standard: &'static Standard = Box::leak(Box::new(standard));
    let later = Page::ALL.into_iter().filter(|page| page.comes_later());
    let languages: BTreeMap<&str, Value> =
        Language::ALL.iter().map(|&language| (language.code(), all(language, standard))).collect();
    let later: Vec<String> = later.map(|page| page.fragment()).collect();
    println!("{}", json!({ "languages": languages, "later": later }));
    Ok(())
}

/// The pages and the years of a language.
fn all(language: Language, standard: &'static Standard) -> Value {
    let context = Context::new(standard.approved, standard, language.edition());
    let pages = Page::ALL.into_iter().map(|page| (page.fragment(), drawn(page, context)));
    let years = years(standard).filter_map(|year| Some((year, calendar(year, context)?)));
    let (pages, years): (BTreeMap<_, _>, BTreeMap<_, _>) = (pages.collect(), years.collect());
    json!({ "pages": pages, "years": years })
}
