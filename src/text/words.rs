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
        let (name, value) = (format!("{{{name}}}"), value.to_string());
        // A value that ends with a point, such as `1.800 kr.`, brings the sentence's own point.
        if value.ends_with('.') {
            text = text.replace(&format!("{name}."), &value);
        }
        text = text.replace(&name, &value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_one_point() {
        let fill = |template| fill(template, &[("amount", &"1.800 kr.")]);
        assert_eq!(fill("Der er {amount}."), "Der er 1.800 kr.");
        assert_eq!(fill("{amount} er nok. {amount}."), "1.800 kr. er nok. 1.800 kr.");
    }
}
