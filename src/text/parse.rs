//! What people type, as dates and amounts.
//!
//! Several ways of writing are accepted, Danish and English, and they mean the same whatever
//! language the pages have, so that no answer changes with it. What could mean two things is
//! refused.

use crate::rules::date::Date;
use crate::rules::money::{AmountError, Money};

/// Why a typed amount is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountInputError {
    /// Nothing is typed.
    Empty,
    /// A point or comma could separate thousands or decimals (`1.80`), or separates neither.
    Ambiguous,
    /// It is below zero.
    Negative,
    /// Ten million kroner or more.
    TooLarge,
    /// Anything else.
    NotAnAmount,
}

/// What may stand before or after an amount.
const UNITS: [&str; 3] = ["kr.", "kr", "dkk"];

/// Reads an amount: `1800`, `1.800`, `1 800`, `1800,50`, `1.800,50 kr.`, `kr. 1.800,-`, and the
/// English `1,800`, `1,800.50`, `DKK 1800.50`.
///
/// # Errors
/// [`AmountInputError`]; `plain` tells what is ambiguous.
pub fn amount(typed: &str) -> Result<Money, AmountInputError> {
    let text = typed.trim().to_ascii_lowercase();
    let text = UNITS.iter().find_map(|unit| text.strip_prefix(unit)).unwrap_or(&text).trim();
    let text = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim();
    let text = text.strip_suffix(",-").unwrap_or(text);
    if text.is_empty() {
        let nothing = typed.trim().is_empty();
        return Err(if nothing { AmountInputError::Empty } else { AmountInputError::NotAnAmount });
    }
    if text.starts_with(['-', '−', '–']) {
        return Err(AmountInputError::Negative);
    }
    let known = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',');
    if !text.chars().all(known) || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(AmountInputError::NotAnAmount);
    }
    let plain = plain(text).ok_or(AmountInputError::Ambiguous)?;
    Money::parse(&plain).map_err(|error| match error {
        AmountError::TooLarge => AmountInputError::TooLarge,
        AmountError::Malformed => AmountInputError::NotAnAmount,
    })
}

/// An amount in the plain notation, when it has one meaning alone. A comma or point before exactly
/// three digits groups them, all in the same way. Before one or two digits at the end a comma
/// parts off the øre; so does a point, but only after commas that group, or after four digits or
/// more without a group: `1.80` may be a slip in `1.800`.
fn plain(text: &str) -> Option<String> {
    let end = text.rfind(['.', ',']).map(|place| text.split_at(place));
    let (whole, decimals) = match end.filter(|(_, end)| matches!(end.len(), 2 | 3)) {
        Some((whole, end)) => (whole, end),
        None => (text, ""),
    };
    let by_point = || ungrouped(whole, |c| c == '.' || c.is_whitespace());
    let by_comma = || ungrouped(whole, |c| c == ',');
    let digits = match decimals.chars().next() {
        Some(',') => by_point(),
        Some(_) => by_comma().filter(|digits| digits.len() > 3),
        None => by_point().or_else(by_comma),
    };
    digits.map(|digits| format!("{digits}.{}", decimals.get(1..).unwrap_or("0")))
}

/// The digits of a whole number; none when it has groups of other than three digits or one that
/// nobody would begin with (`0.500`).
fn ungrouped(whole: &str, separates: fn(char) -> bool) -> Option<String> {
    let mut groups = whole.split(separates);
    let first = groups.next()?;
    let begins = first.len() == whole.len() || first.len() < 4 && !first.starts_with('0');
    let is_grouped = begins && !first.is_empty() && groups.all(|group| group.len() == 3);
    let digits = whole.replace(separates, "");
    (is_grouped && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// Why a typed date is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateInputError {
    /// Nothing is typed.
    Empty,
    /// It has not day, month and year.
    NotADate,
    /// The calendar has no such day (30 February).
    NoSuchDay,
    /// Before 1900 or after 2100.
    OutOfRange,
}

/// The months in Danish and English, each in both.
const MONTHS: &str = "januar january februar february marts march april april maj may juni june \
                      juli july august august september september oktober october \
                      november november december december";

/// Reads a date: `6.3.2026`, `06-03-2026`, `6/3 2026`, `6. marts 2026`, `fredag d. 6. mar. 2026`,
/// `2026-03-06`, `6 March 2026`, `the 6th of March 2026`, `March 6, 2026`. Of two numbers the day is
/// the first, unless the year begins. A year of two digits is of this century.
///
/// # Errors
/// [`DateInputError`] tells what is wrong.
pub fn date(typed: &str) -> Result<Date, DateInputError> {
    let text = typed.trim().to_ascii_lowercase();
    if text.is_empty() {
        return Err(DateInputError::Empty);
    }
    // Danish letters are no separators: `lørdag den 6. marts 2026`.
    let separates = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    let parts: Vec<&str> = text.split(separates).filter(|it| !matches!(*it, "" | "of")).collect();
    let is_number = |part: &&str| part.starts_with(|c: char| c.is_ascii_digit());
    let (before, numbers) = parts.split_at(parts.iter().take_while(|it| !is_number(it)).count());
    // The month stands once, before the day or after it.
    let month_before = before.last().filter(|word| month_number(word).is_some());
    let (first, second, third) = match (month_before, numbers) {
        (None, [first, second, third]) => (first, second, third),
        (Some(month), [day, year]) if year.len() == 4 => (day, month, year),
        _ => return Err(DateInputError::NotADate),
    };
    // The endings of English: 1st, 2nd, 3rd, 4th.
    let first = first.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    let number = |part: &str, longest: usize| match part.len() <= longest {
        true => part.parse::<u32>().map_err(|_| DateInputError::NotADate),
        false => Err(DateInputError::NotADate),
    };
    if first.len() == 4 {
        return civil(number(first, 4)?, number(second, 2)?, number(third, 2)?);
    }
    let month = match month_number(second) {
        Some(month) => month,
        None => number(second, 2)?,
    };
    let year = match third.len() {
        4 => number(third, 4)?,
        2 => 2000 + number(third, 2)?,
        _ => return Err(DateInputError::NotADate),
    };
    civil(year, month, number(first, 2)?)
}

/// Reads a date from three fields.
///
/// # Errors
/// [`DateInputError`]; empty only when all three are.
pub fn date_parts(day: &str, month: &str, year: &str) -> Result<Date, DateInputError> {
    let [day, month, year] = [day, month, year].map(str::trim);
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Err(DateInputError::Empty);
    }
    if year.len() != 4 {
        return Err(DateInputError::NotADate);
    }
    date(&format!("{day}.{month}.{year}"))
}

fn civil(year: u32, month: u32, day: u32) -> Result<Date, DateInputError> {
    let year = i32::try_from(year).map_err(|_| DateInputError::OutOfRange)?;
    let date = Date::new(year, month, day).ok_or(DateInputError::NoSuchDay)?;
    match (Date::FIRST..=Date::LAST).contains(&date) {
        true => Ok(date),
        false => Err(DateInputError::OutOfRange),
    }
}

/// The month that a name or its first three letters or more stand for.
fn month_number(name: &str) -> Option<u32> {
    let place = MONTHS.split(' ').position(|month| month.starts_with(name))?;
    if name.chars().count() >= 3 { u32::try_from(place / 2 + 1).ok() } else { None }
}

/// Why a typed number of days is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberInputError {
    /// Nothing is typed.
    Empty,
    /// No whole number between the two limits.
    NotBetween,
}

/// Reads a whole number between `least` and `most`.
///
/// # Errors
/// [`NumberInputError`] tells what is wrong.
pub fn number(typed: &str, least: u32, most: u32) -> Result<u32, NumberInputError> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(NumberInputError::Empty);
    }
    let number = text.parse::<u32>().map_err(|_| NumberInputError::NotBetween)?;
    match (least..=most).contains(&number) {
        true => Ok(number),
        false => Err(NumberInputError::NotBetween),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_people_write() {
        for (typed, oere) in [
            ("1800", 180_000),
            ("1.800", 180_000),
            ("1 800", 180_000),
            ("1\u{a0}800,50", 180_050),
            ("1800,5", 180_050),
            ("1.800,50 kr.", 180_050),
            ("kr. 1.800,-", 180_000),
            ("KR 12.345", 1_234_500),
            ("0", 0),
            ("0,50", 50),
            ("1,8", 180),
            ("1.234.567", 123_456_700),
            ("1,800", 180_000),
            ("1,234,567", 123_456_700),
            ("1,800.50", 180_050),
            ("12,500.5", 1_250_050),
            ("1800.50", 180_050),
            ("1800.5", 180_050),
            ("DKK 1,800", 180_000),
            ("dkk\u{a0}1,800.50", 180_050),
            ("1800 DKK", 180_000),
            ("1.800 DKK", 180_000),
            ("DKK1800,50", 180_050),
        ] {
            assert_eq!(amount(typed), Ok(Money::from_oere(oere)), "{typed}");
        }
    }

    #[test]
    fn amounts_that_are_refused() {
        use AmountInputError::{Ambiguous, Empty, Negative, NotAnAmount, TooLarge};
        for (typed, error) in [
            ("", Empty),
            ("  ", Empty),
            ("kr.", NotAnAmount),
            ("DKK", NotAnAmount),
            ("1.80", Ambiguous),
            ("1.8", Ambiguous),
            ("12.5", Ambiguous),
            ("180.50", Ambiguous),
            ("0.500", Ambiguous),
            ("0,500", Ambiguous),
            ("1800.500", Ambiguous),
            ("1800,500", Ambiguous),
            ("1.800,500", Ambiguous),
            ("1,800.500", Ambiguous),
            ("1,800,50", Ambiguous),
            ("1.800.50", Ambiguous),
            ("1,80.5", Ambiguous),
            ("1,80,5", Ambiguous),
            ("1 800.50", Ambiguous),
            ("1 800,500", Ambiguous),
            ("1.234,567", Ambiguous),
            ("1,234.567,89", Ambiguous),
            ("1.234,567.89", Ambiguous),
            ("12,34,567", Ambiguous),
            ("KR 12.345.6", Ambiguous),
            ("1,5,0", Ambiguous),
            ("1800,", Ambiguous),
            ("1800.", Ambiguous),
            ("1800, 5", NotAnAmount),
            ("-5", Negative),
            ("DKK −1,800", Negative),
            ("abc", NotAnAmount),
            (".5", NotAnAmount),
            ("1e5", NotAnAmount),
            ("10.000.000", TooLarge),
            ("10,000,000", TooLarge),
        ] {
            assert_eq!(amount(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn dates_people_write() {
        let friday = Date::parse("2026-03-06");
        for typed in [
            "6.3.2026",
            "06-03-2026",
            "6/3 2026",
            "6/3-26",
            "6. marts 2026",
            "6 mar 2026",
            "fredag den 6. marts 2026",
            "Fredag d. 6. MARTS\u{a0}2026",
            "2026-03-06",
            " 6.3.26 ",
            "6 March 2026",
            "06 march 26",
            "6-MAR-2026",
            "Friday 6 March 2026",
            "Fri, 6 Mar. 2026",
            "6th March 2026",
            "the 6th of March 2026",
            "March 6th, 2026",
            "March 6, 2026",
            "Friday, March 6, 2026",
            "marts 6 2026",
        ] {
            assert_eq!(date(typed).ok(), friday, "{typed}");
        }
    }

    #[test]
    fn months_are_known_in_both_languages_from_three_letters() {
        let both = [
            ["jan", "januar", "january"],
            ["feb", "februar", "february"],
            ["mar", "marts", "march"],
            ["apr", "april", "april"],
            ["maj", "may", "May"],
            ["jun", "juni", "june"],
            ["jul", "juli", "july"],
            ["aug", "august", "August"],
            ["sep", "sept", "september"],
            ["okt", "oct", "october"],
            ["nov", "november", "NOVEMBER"],
            ["dec", "december", "December"],
        ];
        for (month, names) in (1..).zip(both) {
            for name in names {
                let read = date(&format!("9 {name} 2026"));
                assert_eq!(read.ok(), Date::new(2026, month, 9), "{name}");
            }
        }
        assert_eq!(MONTHS.split(' ').count(), 24);
    }

    #[test]
    fn dates_that_are_refused() {
        use DateInputError::{Empty, NoSuchDay, NotADate, OutOfRange};
        for (typed, error) in [
            ("", Empty),
            ("6.3", NotADate),
            ("6.3.026", NotADate),
            ("i morgen", NotADate),
            ("6. ma 2026", NotADate),
            ("30.2.2026", NoSuchDay),
            ("1.13.2026", NoSuchDay),
            ("3/13/2026", NoSuchDay),
            ("1.1.1899", OutOfRange),
            ("1.1.2101", OutOfRange),
            ("6.3.2026 kl 12", NotADate),
            ("March 2026", NotADate),
            ("March 6", NotADate),
            ("March 6, 26", NotADate),
            ("March 2026 6", NotADate),
            ("April 6.3.2026", NotADate),
            ("March 6 March 2026", NotADate),
            ("6 marsch 2026", NotADate),
            ("6. of 2026", NotADate),
            ("6e mars 2026", NotADate),
        ] {
            assert_eq!(date(typed), Err(error), "{typed}");
        }
        assert_eq!(date_parts("4", "5", "99"), Err(NotADate));
        assert_eq!(date_parts("4", "", "1999"), Err(NotADate));
        assert_eq!(date_parts("4", "May", "1999").ok(), Date::parse("1999-05-04"));
    }
}
