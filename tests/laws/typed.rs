//! Laws of what people type: what the program writes in any language it reads back, and no amount
//! has two meanings.

use std::cell::Cell;

use botilbud::rules::date::Date;
use botilbud::rules::money::Money;
use botilbud::text::parse::AmountInputError;
use botilbud::text::words::{Language, Who, Words};
use botilbud::text::{format, parse};
use proptest::prelude::*;

use crate::{LAW_CASES, hold};

/// The words of every language.
fn languages() -> impl Iterator<Item = &'static Words> {
    Language::ALL.iter().map(|language| language.edition().words(Who::Close))
}

/// An amount is read back as itself in every language; below a thousand, with a point before the
/// øre, it is refused rather than taken for another: `12.50` may be a slip in `12.500`.
#[test]
fn an_amount_is_read_back_as_any_language_writes_it() {
    let amounts = prop_oneof![0..1_000_000_000_i64, 0..1_000_000_i64, 0..100_000_i64];
    let cases = [Cell::new(0), Cell::new(0)];
    hold(LAW_CASES, amounts, |oere| {
        let amount = Money::from_oere(oere);
        for words in languages() {
            for text in [format::number(amount, words), format::kroner(amount, words)] {
                let is_short = words.numbers.decimals == "." && oere < 100_000;
                let is_refused = is_short && text.contains('.');
                let read = if is_refused { Err(AmountInputError::Ambiguous) } else { Ok(amount) };
                prop_assert_eq!(parse::amount(&text), read, "{}", text);
                let count = &cases[usize::from(is_refused)];
                count.set(count.get() + 1);
            }
        }
        prop_assert_eq!(Money::parse(&amount.plain()), Ok(amount));
        Ok(())
    });
    assert!(cases.iter().all(|count| count.get() > 100));
}

/// A way of writing numbers: what stands between groups of three digits, and before the øre.
struct Convention {
    groups: &'static [char],
    decimals: char,
}

const DANISH: Convention = Convention { groups: &['.', ' '], decimals: ',' };
const ENGLISH: Convention = Convention { groups: &[','], decimals: '.' };

impl Convention {
    /// What a text means to somebody who knows no other convention.
    fn read(&self, text: &str) -> Option<Money> {
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        let (whole, decimals) = match text.split_once(self.decimals) {
            Some((whole, decimals)) if digits(decimals) && decimals.len() < 3 => (whole, decimals),
            Some(_) => return None,
            None => (text, "0"),
        };
        let groups: Vec<&str> = whole.split(self.groups).collect();
        let is_number = match groups[..] {
            [only] => digits(only),
            [first, ref rest @ ..] => {
                digits(first)
                    && first.len() < 4
                    && !first.starts_with('0')
                    && rest.iter().all(|group| digits(group) && group.len() == 3)
            }
            [] => false,
        };
        is_number.then(|| Money::parse(&format!("{}.{decimals}", groups.concat())).ok())?
    }
}

/// Whether a point stands before one or two digits at the end, after three digits or fewer alone.
fn may_be_a_slip(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, decimals)| {
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        digits(whole) && whole.len() < 4 && digits(decimals) && decimals.len() < 3
    })
}

/// Holds what is read of a text against both conventions; tells whether one of them reads it.
fn has_one_meaning(text: &str) -> Result<bool, TestCaseError> {
    let mut readings: Vec<Money> =
        [DANISH, ENGLISH].iter().filter_map(|convention| convention.read(text)).collect();
    readings.dedup();
    match parse::amount(text) {
        Ok(amount) => prop_assert_eq!(readings.as_slice(), [amount], "{}", text),
        Err(_) => prop_assert!(readings.is_empty() || may_be_a_slip(text), "{text}: {readings:?}"),
    }
    prop_assert!(readings.len() < 2, "{} means {:?}", text, readings);
    Ok(!readings.is_empty())
}

#[test]
fn no_short_text_is_two_amounts() {
    let mut texts = vec![String::new()];
    let mut read = 0;
    for _ in 0..8 {
        let longer = texts.iter().flat_map(|text| {
            ['0', '7', '.', ',', ' '].map(|character| format!("{text}{character}"))
        });
        texts = longer.collect();
        for text in texts.iter().filter(|text| !text.starts_with(' ') && !text.ends_with(' ')) {
            read += usize::from(has_one_meaning(text).unwrap());
        }
    }
    assert!(read > 1_000, "{read}");
}

#[test]
fn no_text_is_two_amounts() {
    let typed = prop_oneof![
        "[1-9][0-9]{0,2}([., ][0-9]{3}){0,3}([.,][0-9]{1,2})?",
        "[0-9]{1,7}([.,][0-9]{1,3})?",
        "[0-9]{1,4}([., ][0-9]{1,4}){0,4}",
    ];
    let read = Cell::new(0);
    hold(LAW_CASES * 4, typed, |text: String| {
        read.set(read.get() + u32::from(has_one_meaning(&text)?));
        Ok(())
    });
    assert!(read.get() > LAW_CASES);
}

#[test]
fn every_date_is_read_back_as_any_language_writes_it() {
    let mut day = Date::FIRST;
    while day <= Date::LAST {
        for words in languages() {
            assert_eq!(parse::date(&format::short_date(day, words)), Ok(day));
            assert_eq!(parse::date(&format::long_date(day, words)), Ok(day));
        }
        assert_eq!(parse::date(&day.iso()), Ok(day));
        assert_eq!(Date::parse(&day.iso()), Some(day));
        day = day.plus_days(1);
    }
}

/// Whatever is typed, reading it does not panic, and what is read can be written and read again.
#[test]
fn whatever_is_typed_is_read_or_refused() {
    let typed = prop_oneof![
        ".{0,40}",
        "[0-9 .,krdKDK-]{0,16}",
        "[0-9]{1,4}[-. /][0-9]{1,2}[-. /][0-9]{1,4}",
        "(fredag )?(d\\. )?[0-9]{1,2}\\. (mar|marts|maj|juni|okt) [0-9]{2,4}",
        "(Friday,? )?(May|March|oct )?[0-9]{1,2}( May|,| october) [0-9]{2,4}",
    ];
    hold(LAW_CASES * 4, typed, |typed: String| {
        for words in languages() {
            if let Ok(amount) = parse::amount(&typed) {
                let is_short = amount < Money::from_oere(100_000);
                if !(is_short && words.numbers.decimals == ".") {
                    prop_assert_eq!(parse::amount(&format::number(amount, words)), Ok(amount));
                }
            }
            if let Ok(date) = parse::date(&typed) {
                prop_assert!((Date::FIRST..=Date::LAST).contains(&date));
                prop_assert_eq!(parse::date(&format::short_date(date, words)), Ok(date));
            }
        }
        Ok(())
    });
}
