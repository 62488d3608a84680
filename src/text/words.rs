//! The words of the product, from `locales/`, checked when the program is built.
//!
//! The program knows where each text stands, not what it says: the texts come as files, two for
//! each language, which `public/boot.js` fetches. Where there is no browser they are built in.

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
    /// A language of the pages, by the code that addresses and attributes have for it (BCP 47).
    pub enum Language {
        /// Danish.
        Danish = "da",
        /// Easy Danish, let dansk.
        EasyDanish = "da-simple",
        /// English.
        English = "en",
    }
}

impl Language {
    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        let found = OWN_NAMES.iter().find(|(code, _)| *code == self.code());
        found.map_or(self.code(), |(_, name)| name)
    }
}

/// What stands for a word of the second file as long as that is not there.
pub const NOT_YET: &str = "\u{1}";

/// The words of a language, in both forms.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// The language.
    pub language: Language,
    me: &'static Words,
    close: &'static Words,
}

impl Edition {
    /// Reads the words of the first file of the program, and those of the second once they are
    /// there; nothing when there are not as many of them as the program knows. They are kept for
    /// as long as the program runs.
    pub fn read(
        language: Language,
        first: &'static str,
        later: Option<&'static str>,
    ) -> Option<Edition> {
        let lines = lines(first, later)?;
        let words = |who| {
            let texts: Vec<&'static str> = lines.iter().map(|line| in_form(line, who)).collect();
            texts.leak().first_chunk().map(as_words)
        };
        Some(Edition { language, me: words(Who::Me)?, close: words(Who::Close)? })
    }

    /// The words for who asks for themselves or for somebody else.
    pub fn words(&self, who: Who) -> &'static Words {
        match who {
            Who::Me => self.me,
            Who::Close => self.close,
        }
    }
}

/// All texts of a language by their names. Copied one by one, they would be a tenth of the program.
#[allow(unsafe_code, reason = "the only way to name the texts of a list without copying them")]
fn as_words(texts: &'static [&'static str; COUNT]) -> &'static Words {
    const {
        assert!(size_of::<Words>() == size_of::<[&'static str; COUNT]>());
        assert!(align_of::<Words>() == align_of::<[&'static str; COUNT]>());
    }
    // SAFETY: `Words` and every struct in it are `repr(C)`, and build.rs declares nothing in them
    // but `&'static str`, arrays of it and such structs. So it is COUNT texts in their order
    // without anything between them, as the list is; every list of texts is a valid `Words`.
    unsafe { &*std::ptr::from_ref(texts).cast() }
}

/// All lines in the order of the words.
fn lines(first: &'static str, later: Option<&'static str>) -> Option<Vec<&'static str>> {
    let mut first = first.split('\n');
    let mut later = later.map(|later| later.split('\n'));
    let mut lines = Vec::with_capacity(COUNT);
    let mut borders = LATER.iter().peekable();
    let mut is_later = false;
    for place in 0..COUNT {
        if borders.next_if(|border| usize::from(**border) == place).is_some() {
            is_later = !is_later;
        }
        lines.push(match (is_later, &mut later) {
            (false, _) => first.next()?,
            (true, Some(later)) => later.next()?,
            (true, None) => NOT_YET,
        });
    }
    let is_over = first.next().is_none() && later.is_none_or(|mut later| later.next().is_none());
    is_over.then_some(lines)
}

/// A line in the form for who asks for themselves or for somebody else.
fn in_form(line: &'static str, who: Who) -> &'static str {
    match (line.split_once('\t'), who) {
        (Some((me, _)), Who::Me) => me,
        (Some((_, close)), Who::Close) => close,
        (None, _) => line,
    }
}

pub use built_in::*;

/// The words where nobody fetches them: for the command line and the tests. The pages use none of
/// this, so it is not in what a browser loads.
mod built_in {
    use std::sync::LazyLock;

    use super::{Edition, Language, Who, Words};

    /// The two files of a language.
    macro_rules! files {
        ($language:literal) => {
            [
                include_str!(concat!(env!("OUT_DIR"), "/", $language, ".first.txt")),
                include_str!(concat!(env!("OUT_DIR"), "/", $language, ".later.txt")),
            ]
        };
    }

    impl Language {
        /// The words of the first file of the program, and those of the second, as they are sent.
        pub fn files(self) -> [&'static str; 2] {
            match self {
                Language::Danish => files!("da"),
                Language::EasyDanish => files!("da-simple"),
                Language::English => files!("en"),
            }
        }

        /// All words of the language.
        ///
        /// # Panics
        /// Never: the files are made together with what reads them.
        pub fn edition(self) -> &'static Edition {
            static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
                let languages = Language::ALL.iter().filter_map(|language| {
                    let [first, later] = language.files();
                    Edition::read(*language, first, Some(later))
                });
                languages.collect()
            });
            let found = EDITIONS.iter().find(|edition| edition.language == self);
            found.unwrap_or_else(|| panic!("the words of {self:?} are not whole"))
        }
    }

    /// The Danish words, "personen".
    pub static DA: LazyLock<&'static Words> =
        LazyLock::new(|| Language::Danish.edition().words(Who::Close));
    /// The Danish words, "du".
    pub static DA_ME: LazyLock<&'static Words> =
        LazyLock::new(|| Language::Danish.edition().words(Who::Me));
}

/// Puts the values in place of the `{names}` of a text. `{days|day|days}` is the first word when the
/// value of `days` reads `1`, else the second.
fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, (slot, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        text.push_str(before);
        let (name, forms) = slot.split_once('|').unwrap_or((slot, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        let mut value = value.map(|(_, value)| value.to_string()).unwrap_or_default();
        if let Some((one, many)) = forms.split_once('|') {
            value = if value == "1" { one } else { many }.to_owned();
        }
        text.push_str(&value);
        // A value that ends with a point, such as `1.800 kr.`, brings the sentence's own point.
        rest = if value.ends_with('.') { after.strip_prefix('.').unwrap_or(after) } else { after };
    }
    text + rest
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

    #[test]
    fn a_word_follows_its_number() {
        let text = "{days} {days|day|days} of {granted} {granted|is|are} left.";
        let fill = |days, granted| fill(text, &[("days", &days), ("granted", &granted)]);
        assert_eq!(fill(1, 55), "1 day of 55 are left.");
        assert_eq!(fill(0, 1), "0 days of 1 is left.");
        assert_eq!(fill(21, 11), "21 days of 11 are left.");
    }

    #[test]
    fn a_word_follows_a_number_that_is_not_shown() {
        let fill = |count: &str| fill("Det er {count|én gang|flere gange}.", &[("count", &count)]);
        assert_eq!(fill("1"), "Det er én gang.");
        assert_eq!(fill("1.000"), "Det er flere gange.");
    }

    /// What people call an income is theirs, whatever it looks like.
    #[test]
    fn a_value_is_no_template() {
        let values: [(&str, &dyn Display); 2] = [("name", &"{amount}"), ("amount", &"5 kr.")];
        assert_eq!(fill("{name} {amount}", &values), "{amount} 5 kr.");
    }

    #[test]
    fn words_that_are_not_whole_are_refused() {
        let [first, later] = Language::Danish.files();
        let read = |first, later| Edition::read(Language::Danish, first, later);
        assert!(read(first, Some(later)).is_some());
        assert!(read(first, None).is_some());
        let shorter = |text: &'static str| &text[..text.rfind('\n').unwrap()];
        assert!(read(shorter(first), Some(later)).is_none());
        assert!(read(first, Some(shorter(later))).is_none());
        assert!(read(later, Some(first)).is_none());
        assert!(read("<!DOCTYPE html>", None).is_none());
        let longer = Box::leak(format!("{first}\nmore").into_boxed_str());
        assert!(read(longer, None).is_none());
    }

    /// Held against what the derived `Debug` prints, which goes through the fields by their names.
    #[test]
    fn every_name_has_its_own_text() {
        for language in Language::ALL {
            let [first, later] = language.files();
            for who in Who::ALL {
                let named = format!("{:?}", language.edition().words(*who));
                let mut rest = named.as_str();
                for line in lines(first, Some(later)).unwrap() {
                    let text = format!("{:?}", in_form(line, *who));
                    let (between, after) = rest.split_once(&text).unwrap();
                    assert!(!between.contains('"'), "{between} before {text}");
                    rest = after;
                }
                assert!(!rest.contains('"'), "{rest}");
            }
        }
    }

    #[test]
    fn until_the_second_file_is_there_its_words_are_not() {
        let [first, _] = Language::Danish.files();
        let edition = Edition::read(Language::Danish, first, None).unwrap();
        assert_eq!(edition.words(Who::Me).check.born, DA_ME.check.born);
        assert_eq!(edition.words(Who::Close).about.lead, NOT_YET);
    }
}
