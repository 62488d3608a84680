//! The words of the product, from `locales/`, checked when the program is built.

use std::fmt::Display;

#[allow(missing_docs, reason = "generated from locales/, each field with its Danish text")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use generated::*;

/// Puts the values in place of the `{names}` of a text.
fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), &value.to_string());
    }
    text
}
