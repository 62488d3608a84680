//! Marks in the words that no reader sees: what is Danish in another language, and terms that are
//! explained where they stand.
//!
//! In `locales/` they are written `‹egenbetaling›` and `[egenbetaling](own_payment)`. When the
//! words are made into files they become characters for private use, which nobody types. What
//! leaves the program as text loses them ([`plain`]), what becomes markup is marked up by
//! `html::spoken`.

/// Before and after a Danish word in a text of another language.
pub const DANISH: [char; 2] = ['\u{e000}', '\u{e001}'];

/// Before the code of a term, between it and the words that stand for it, and after these.
pub const TERM: [char; 3] = ['\u{e002}', '\u{e003}', '\u{e004}'];

/// Whether a text has marks.
pub fn is_marked(text: &str) -> bool {
    text.contains(|letter| DANISH.contains(&letter) || TERM.contains(&letter))
}

/// A text as it is read, without its marks.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut in_code = false;
    for letter in text.chars() {
        match letter {
            letter if letter == TERM[0] => in_code = true,
            letter if letter == TERM[1] => in_code = false,
            letter if DANISH.contains(&letter) || TERM.contains(&letter) => {}
            _ if in_code => {}
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_not_read() {
        let marked =
            "the \u{e002}own_payment\u{e003}own payment\u{e004} (\u{e000}egenbetaling\u{e001})";
        assert!(is_marked(marked));
        assert_eq!(plain(marked), "the own payment (egenbetaling)");
        assert!(!is_marked("‹egenbetaling› [a](b)"));
        assert_eq!(plain("‹egenbetaling› [a](b)"), "‹egenbetaling› [a](b)");
    }
}
