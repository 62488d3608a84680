//! A plan as a short text, for the fragment of an address.
//!
//! Only dates: nothing tells whose plan it is. The text is the version, then two numbers for each
//! stay in order (days since the last departure, the first counted from [`Date::FIRST`]; days from
//! arrival to departure), then three characters of checksum. Short, because it becomes a QR code.

use crate::rules::date::Date;
use crate::rules::respite::{Stay, sorted};
use crate::text::words::Words;

/// The most characters a link's text may have: an address of this length survives every program.
pub const LONGEST_TEXT: usize = 2_000;
/// The most stays in a link.
pub const MOST_STAYS: usize = 400;

/// Changes whenever a text would be read differently.
const VERSION: u8 = b'1';

/// Base 64 as in addresses. A number is written in groups of five bits, lowest first; the sixth
/// bit says that another group follows.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const GROUP_BITS: u32 = 5;
const MORE: u32 = 1 << GROUP_BITS;
/// Four groups hold 1,048,575; the dates that may be asked about span 73,413 days.
const MOST_GROUPS: u32 = 4;

/// How many characters the checksum has.
const SEAL: usize = 3;

/// Why a link's text is no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// A later version of this program wrote it.
    Newer,
    /// A character is wrong, missing or too many.
    Damaged,
    /// It has more than [`LONGEST_TEXT`] characters or [`MOST_STAYS`] stays.
    TooLong,
}

impl LinkError {
    /// What went wrong and what to do, for the person who followed the link.
    pub fn message(self, words: &Words) -> &'static str {
        let w = &words.exchange.link_error;
        match self {
            LinkError::Newer => w.newer,
            LinkError::Damaged => w.damaged,
            LinkError::TooLong => w.too_long,
        }
    }
}

/// The text of a plan; the order of the stays does not matter.
///
/// None when [`decode`] would not take it back: more than [`MOST_STAYS`] stays, more than
/// [`LONGEST_TEXT`] characters, two stays that overlap, or a date that may not be asked about.
pub fn encode(stays: &[Stay]) -> Option<String> {
    if stays.len() > MOST_STAYS {
        return None;
    }
    let mut text = String::from(char::from(VERSION));
    let mut last_departure = Date::FIRST;
    for stay in sorted(stays).ok()? {
        if stay.departure() > Date::LAST {
            return None;
        }
        // A negative distance is an arrival before the first date.
        write_number(&mut text, last_departure.days_until(stay.arrival()).try_into().ok()?);
        write_number(&mut text, stay.arrival().days_until(stay.departure()).try_into().ok()?);
        last_departure = stay.departure();
    }
    for character in seal(text.as_bytes()) {
        text.push(char::from(character));
    }
    (text.len() <= LONGEST_TEXT).then_some(text)
}

/// The stays of a link's text, in order.
///
/// Distances are never negative, so the stays cannot overlap. A plan has one text only:
/// `encode(decode(text)) == text`.
///
/// # Errors
/// [`LinkError`] says whether another version might read it.
pub fn decode(text: &str) -> Result<Vec<Stay>, LinkError> {
    if text.len() > LONGEST_TEXT {
        return Err(LinkError::TooLong);
    }
    let sealed = text.as_bytes();
    let (version, rest) = sealed.split_first().ok_or(LinkError::Damaged)?;
    if is_later(*version) && rest.iter().all(|character| value(*character).is_some()) {
        return Err(LinkError::Newer);
    }
    let end = sealed.len().checked_sub(SEAL).ok_or(LinkError::Damaged)?;
    let (body, found) = sealed.split_at_checked(end).ok_or(LinkError::Damaged)?;
    if *version != VERSION || seal(body) != found {
        return Err(LinkError::Damaged);
    }
    let mut numbers = body.get(1..).unwrap_or_default();
    let mut stays = Vec::new();
    let mut last_departure = Date::FIRST;
    while !numbers.is_empty() {
        if stays.len() == MOST_STAYS {
            return Err(LinkError::TooLong);
        }
        let arrival = later(last_departure, read_number(&mut numbers))?;
        last_departure = later(arrival, read_number(&mut numbers))?;
        stays.push(Stay::new(arrival, last_departure).ok_or(LinkError::Damaged)?);
    }
    Ok(stays)
}

/// Whether a version may come after this one: digits, then letters.
fn is_later(version: u8) -> bool {
    version.is_ascii_alphabetic() || (version.is_ascii_digit() && version > VERSION)
}

/// The date so many days later, unless it may not be asked about.
fn later(date: Date, days: Option<u32>) -> Result<Date, LinkError> {
    let days = days.and_then(|days| i32::try_from(days).ok()).ok_or(LinkError::Damaged)?;
    let later = date.plus_days(days);
    if later <= Date::LAST { Ok(later) } else { Err(LinkError::Damaged) }
}

fn write_number(text: &mut String, mut number: u32) {
    while number >= MORE {
        text.push(letter((number % MORE) | MORE));
        number >>= GROUP_BITS;
    }
    text.push(letter(number));
}

/// Takes a number off the front; none when it is cut off, too long, or longer than it need be.
fn read_number(rest: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for group in 0..MOST_GROUPS {
        let (character, after) = rest.split_first()?;
        *rest = after;
        let value = value(*character)?;
        number |= (value % MORE).wrapping_shl(group.saturating_mul(GROUP_BITS));
        if value < MORE {
            // A last group of nothing could be left out: the number would have two texts.
            return (value > 0 || group == 0).then_some(number);
        }
    }
    None
}

fn letter(value: u32) -> char {
    ALPHABET.get(value as usize).map_or('A', |letter| char::from(*letter))
}

fn value(character: u8) -> Option<u32> {
    let place = ALPHABET.iter().position(|letter| *letter == character)?;
    u32::try_from(place).ok()
}

/// The checksum: the text as a polynomial over a prime field, in three letters or digits.
///
/// The prime is the largest that three characters can hold, and every power of the base up to the
/// longest text is another one. So a single wrong character and two exchanged ones are always
/// found, which a hash of the same size only finds nearly always. No `-` or `_`: some programs
/// leave them out of the link when they stand last.
fn seal(text: &[u8]) -> [u8; SEAL] {
    const PRIME: u64 = 238_321;
    const BASE: u64 = 131;
    const DIGITS: u64 = 62;
    let mut sum = 1_u64;
    for character in text {
        sum = sum.saturating_mul(BASE).saturating_add(u64::from(*character)) % PRIME;
    }
    [sum / (DIGITS * DIGITS), sum / DIGITS % DIGITS, sum % DIGITS]
        .map(|digit| ALPHABET.get(digit as usize).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stay(arrival: &str, departure: &str) -> Stay {
        Stay::new(Date::parse(arrival).unwrap(), Date::parse(departure).unwrap()).unwrap()
    }

    /// A text with the checksum that belongs to it.
    fn sealed(body: &str) -> String {
        body.chars().chain(seal(body.as_bytes()).map(char::from)).collect()
    }

    #[test]
    fn a_plan_keeps_its_text() {
        let plan = [stay("2026-03-09", "2026-03-12"), stay("2026-03-06", "2026-03-09")];
        // Links that people keep must stay readable: this text may never change.
        assert_eq!(encode(&plan).as_deref(), Some("1lgtBDADxyj"));
        assert_eq!(decode("1lgtBDADxyj"), Ok(vec![plan[1], plan[0]]));
        assert_eq!(encode(&[]), Some(sealed("1")));
        assert_eq!(decode(&sealed("1")), Ok(vec![]));
    }

    #[test]
    fn the_whole_range_of_dates_fits_and_nothing_beyond() {
        let all = stay("1900-01-01", "2100-12-31");
        let text = encode(&[all]).unwrap();
        assert_eq!(decode(&text), Ok(vec![all]));
        let before = Date::FIRST.plus_days(-1);
        assert_eq!(encode(&[Stay::new(before, Date::FIRST).unwrap()]), None);
        assert_eq!(encode(&[Stay::new(Date::LAST, Date::LAST.plus_days(1)).unwrap()]), None);
        let days = u32::try_from(Date::FIRST.days_until(Date::LAST)).unwrap();
        for (start, length, fits) in [(days, 0, true), (days, 1, false), (days + 1, 0, false)] {
            let mut body = "1".to_owned();
            write_number(&mut body, start);
            write_number(&mut body, length);
            assert_eq!(decode(&sealed(&body)).is_ok(), fits, "{start} {length}");
        }
    }

    #[test]
    fn a_text_that_says_a_number_otherwise_is_refused() {
        assert_eq!(decode(&sealed("1AA")).map(|stays| stays.len()), Ok(1));
        for body in ["1gAA", "1AgA", "1A", "1AAA", "1g", "1hhhhA", "1ggggBA", "1A A", "1Aå"] {
            assert_eq!(decode(&sealed(body)), Err(LinkError::Damaged), "{body}");
        }
    }

    #[test]
    fn overlaps_have_no_text() {
        assert_eq!(
            encode(&[stay("2026-03-06", "2026-03-09"), stay("2026-03-08", "2026-03-10")]),
            None
        );
    }

    #[test]
    fn the_bounds_hold() {
        let day = |n: i32| Date::FIRST.plus_days(n * 100);
        let plan = |count: i32| -> Vec<Stay> {
            (0..count).map(|n| Stay::new(day(n), day(n)).unwrap()).collect()
        };
        assert!(encode(&plan(400)).is_some());
        assert_eq!(encode(&plan(401)), None);
        assert_eq!(decode(&sealed(&format!("1{}", "AA".repeat(401)))), Err(LinkError::TooLong));
        assert_eq!(decode(&"1".repeat(LONGEST_TEXT + 1)), Err(LinkError::TooLong));
    }

    #[test]
    fn a_later_version_is_told_from_a_damaged_link() {
        for (text, error) in [
            ("2abc", LinkError::Newer),
            ("9", LinkError::Newer),
            ("aB-_", LinkError::Newer),
            ("Zzz", LinkError::Newer),
            ("2 bc", LinkError::Damaged),
            ("2åc", LinkError::Damaged),
            ("0abc", LinkError::Damaged),
            ("-abc", LinkError::Damaged),
            ("1", LinkError::Damaged),
            ("1ab", LinkError::Damaged),
            ("", LinkError::Damaged),
            ("æ", LinkError::Damaged),
        ] {
            assert_eq!(decode(text), Err(error), "{text}");
        }
    }
}
