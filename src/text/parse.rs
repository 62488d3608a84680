//! What people type, as dates and amounts.
//!
//! Several ways of writing are accepted; what could mean two things is refused.

use super::words::Words;
use crate::rules::date::Date;
use crate::rules::money::{AmountError, Money};

/// Why a typed amount is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountInputError {
    /// Nothing is typed.
    Empty,
    /// A point or comma could separate thousands or decimals (`1.80`, `1,800`).
    Ambiguous,
    /// It is below zero.
    Negative,
    /// Ten million kroner or more.
    TooLarge,
    /// Anything else.
    NotAnAmount,
}

/// Reads an amount: `1800`, `1.800`, `1 800`, `1800,50`, `1.800,50 kr.`, `kr. 1.800,-`.
///
/// # Errors
/// [`AmountInputError`]; a point must stand before exactly three digits, a comma before one or two.
pub fn amount(typed: &str) -> Result<Money, AmountInputError> {
    let text = typed.trim().to_ascii_lowercase();
    let text = text.strip_prefix("kr.").or(text.strip_prefix("kr")).unwrap_or(&text).trim();
    let text = text.strip_suffix("kr.").or(text.strip_suffix("kr")).unwrap_or(text).trim();
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
    let (whole, decimals) = text.split_once(',').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(decimals) || decimals.len() > 2 {
        return Err(AmountInputError::Ambiguous);
    }
    let mut groups = whole.split(|c: char| c == '.' || c.is_whitespace());
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (1..=3).contains(&first.len());
    if !digits(first) || !grouped || rest.iter().any(|group| !digits(group) || group.len() != 3) {
        return Err(AmountInputError::Ambiguous);
    }
    Money::parse(&format!("{first}{}.{decimals}", rest.concat())).map_err(|error| match error {
        AmountError::TooLarge => AmountInputError::TooLarge,
        AmountError::Malformed => AmountInputError::NotAnAmount,
    })
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

/// Reads a date: `6.3.2026`, `06-03-2026`, `6/3 2026`, `6. marts 2026`, `fredag d. 6. mar. 2026`,
/// `2026-03-06`. A year of two digits is of this century.
///
/// # Errors
/// [`DateInputError`] tells what is wrong.
pub fn date(typed: &str, words: &Words) -> Result<Date, DateInputError> {
    let text = typed.trim().to_ascii_lowercase();
    if text.is_empty() {
        return Err(DateInputError::Empty);
    }
    // Danish letters are no separators: `lørdag den 6. marts 2026`.
    let separates = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    let parts: Vec<&str> = text.split(separates).filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = parts
        .into_iter()
        .skip_while(|part| !part.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let [first, second, third] = parts[..] else { return Err(DateInputError::NotADate) };
    let number = |part: &str, longest: usize| match part.len() <= longest {
        true => part.parse::<u32>().map_err(|_| DateInputError::NotADate),
        false => Err(DateInputError::NotADate),
    };
    if first.len() == 4 {
        return civil(number(first, 4)?, number(second, 2)?, number(third, 2)?);
    }
    let month = match month_number(second, words) {
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
pub fn date_parts(
    day: &str,
    month: &str,
    year: &str,
    words: &Words,
) -> Result<Date, DateInputError> {
    let [day, month, year] = [day, month, year].map(str::trim);
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Err(DateInputError::Empty);
    }
    if year.len() != 4 {
        return Err(DateInputError::NotADate);
    }
    date(&format!("{day}.{month}.{year}"), words)
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
fn month_number(name: &str, words: &Words) -> Option<u32> {
    let long_enough = name.chars().count() >= 3;
    let place = words.calendar.months.iter().position(|month| month.starts_with(name))?;
    if long_enough { u32::try_from(place + 1).ok() } else { None }
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
    use crate::text::words::DA;

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
            ("KR 12.345.6", -1),
            ("0", 0),
            ("1.234.567", 123_456_700),
        ] {
            match amount(typed) {
                Ok(read) => assert_eq!(read, Money::from_oere(oere), "{typed}"),
                Err(_) => assert_eq!(oere, -1, "{typed}"),
            }
        }
    }

    #[test]
    fn amounts_that_are_refused() {
        use AmountInputError::{Ambiguous, Empty, Negative, NotAnAmount, TooLarge};
        for (typed, error) in [
            ("", Empty),
            ("  ", Empty),
            ("kr.", NotAnAmount),
            ("1.80", Ambiguous),
            ("1.8", Ambiguous),
            ("1,800", Ambiguous),
            ("1800.50", Ambiguous),
            ("1800.500", Ambiguous),
            ("1,5,0", Ambiguous),
            ("-5", Negative),
            ("abc", NotAnAmount),
            (".5", NotAnAmount),
            ("1e5", NotAnAmount),
            ("10.000.000", TooLarge),
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
        ] {
            assert_eq!(date(typed, &DA).ok(), friday, "{typed}");
        }
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
            ("1.1.1899", OutOfRange),
            ("1.1.2101", OutOfRange),
            ("6.3.2026 kl 12", NotADate),
        ] {
            assert_eq!(date(typed, &DA), Err(error), "{typed}");
        }
        assert_eq!(date_parts("4", "5", "99", &DA), Err(NotADate));
        assert_eq!(date_parts("4", "", "1999", &DA), Err(NotADate));
    }
}
