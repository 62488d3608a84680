//! The words of the product, from `locales/`, checked when the program is built.

use std::fmt::Display;

use crate::rules::code::coded;

#[allow(missing_docs, reason = "generated from locales/, each field with its Danish text")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use generated::*;

coded! {
    /// Whom the person asks for, and so how the words speak of who needs the offer.
    pub enum Who {
        /// Themselves: "du".
        Me = "me",
        /// Somebody close to them, or nobody has said yet: "personen".
        Close = "close",
    }
}

coded! {
    /// A language of the pages, by the code that addresses and attributes have for it.
    pub enum Language {
        /// Danish.
        Danish = "da",
    }
}

/// The words for who asks for themselves or for somebody else.
pub fn words_for(who: Who) -> &'static Words {
    match who {
        Who::Me => &DA_ME,
        Who::Close => &DA,
    }
}

/// The words that only the second file of the program shows, in one block. Until that file is
/// there the block is empty in the browser.
static LATER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/later-words.txt"));

/// A text in that block; called when the program is compiled.
const fn later(start: usize, length: usize) -> &'static str {
    let (_, rest) = LATER.split_at(start);
    let (text, _) = rest.split_at(length);
    match std::str::from_utf8(text) {
        Ok(text) => text,
        Err(_) => panic!("build.rs has counted wrong"),
    }
}

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
