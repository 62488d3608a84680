//! Links that carry a plan: laws over random plans, and texts that are no links.
//!
//! The checksum is worked out here a second time, so that texts with a right checksum and wrong
//! numbers reach the checks behind it.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/hold.rs"]
mod hold;

use std::cell::Cell;

use botilbud::exchange::plan_link::{LONGEST_TEXT, LinkError, MOST_STAYS, decode, encode};
use botilbud::exchange::qr;
use botilbud::rules::date::Date;
use botilbud::rules::respite::{Stay, sorted};
use hold::hold;
use proptest::collection::vec;
use proptest::prelude::*;

const LAW_CASES: u32 = 1_000;
const FUZZED_TEXTS: u32 = 100_000;
const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Stays without overlap anywhere in the dates that may be asked about, in any order.
fn plans() -> impl Strategy<Value = Vec<Stay>> {
    let steps = vec((prop_oneof![Just(0), 0..40_i32, 0..2_000_i32], 0..40_i32), 0..30);
    let start = prop_oneof![Just(46_000), 0..73_413_i32];
    let stays = (start, steps).prop_map(|(start, steps)| {
        let mut last_departure = Date::FIRST.plus_days(start);
        let mut stays = Vec::new();
        for (gap, nights) in steps {
            let arrival = last_departure.plus_days(gap);
            last_departure = arrival.plus_days(nights);
            if last_departure <= Date::LAST {
                stays.push(Stay::new(arrival, last_departure).unwrap());
            }
        }
        stays
    });
    stays.prop_shuffle()
}

/// So many weekends, every other week.
fn plan_of(weekends: i32) -> Vec<Stay> {
    let stay = |number: i32| {
        let friday = Date::parse("2026-01-09").unwrap().plus_days(number * 14);
        Stay::new(friday, friday.plus_days(2)).unwrap()
    };
    (0..weekends).map(stay).collect()
}

/// Texts of links.
fn links() -> impl Strategy<Value = String> {
    plans().prop_map(|plan| encode(&plan).unwrap())
}

/// The checksum by its definition: a polynomial at 131 over the field of 238,321 elements.
fn sealed(body: &str) -> String {
    let sum = body.bytes().fold(1, |sum: u64, byte| (sum * 131 + u64::from(byte)) % 238_321);
    let digit = |value: u64| ALPHABET.chars().nth(value as usize).unwrap();
    format!("{body}{}{}{}", digit(sum / 3844), digit(sum / 62 % 62), digit(sum % 62))
}

/// What is taken in is a plan, and has no other text.
fn refused_or_canonical(text: &str) -> Result<bool, TestCaseError> {
    let Ok(stays) = decode(text) else { return Ok(false) };
    prop_assert_eq!(encode(&stays), Some(text.to_owned()));
    prop_assert_eq!(sorted(&stays), Ok(stays.clone()));
    let inside = |stay: &Stay| Date::FIRST <= stay.arrival() && stay.departure() <= Date::LAST;
    prop_assert!(stays.len() <= MOST_STAYS && stays.iter().all(inside));
    Ok(true)
}

#[test]
fn a_link_gives_back_the_plan_in_order() {
    hold(LAW_CASES, plans(), |plan| {
        let text = encode(&plan).unwrap();
        prop_assert!(text.len() <= LONGEST_TEXT);
        prop_assert!(text.chars().all(|sign| ALPHABET.contains(sign)), "{}", text);
        prop_assert!(text.ends_with(|last: char| last.is_ascii_alphanumeric()));
        prop_assert_eq!(decode(&text), Ok(sorted(&plan).unwrap()));
        Ok(())
    });
}

#[test]
fn a_usual_plan_is_short() {
    let text = encode(&plan_of(18)).unwrap();
    assert!(text.len() <= 45, "{} characters: {text}", text.len());
    assert!(qr::symbol(&text).unwrap().size() <= 41);
}

/// One wrong character, one missing, two exchanged: what happens to links on their way.
#[test]
fn every_single_fault_is_found() {
    hold(30, links(), |link| {
        for place in 0..link.len() {
            let (before, rest) = link.split_at(place);
            let (own, after) = rest.split_at(1);
            for sign in ALPHABET.chars().chain([' ', '%', 'å']) {
                let text = format!("{before}{sign}{after}");
                prop_assert!(text == link || decode(&text).is_err(), "{} for {}", text, link);
            }
            for (other, _) in after.char_indices() {
                let (between, last) = after.split_at(other);
                let text = format!("{before}{}{between}{own}{}", &last[..1], &last[1..]);
                // Exchanged with the checksum, the text itself has only one wrong character left
                // to be found by, and the checksum is another: nearly always.
                if text != link && place + other + 1 < link.len() - 3 {
                    prop_assert!(decode(&text).is_err(), "{} for {}", text, link);
                }
            }
        }
        Ok(())
    });
}

/// These faults a checksum of three characters cannot always find, but it must nearly always.
#[test]
fn lost_characters_are_found() {
    let (tried, missed) = (Cell::new(0), Cell::new(0));
    hold(300, links(), |link| {
        for place in 0..link.len() {
            for length in 1..=4.min(link.len() - place) {
                let text = format!("{}{}", &link[..place], &link[place + length..]);
                tried.set(tried.get() + 1);
                missed.set(missed.get() + u32::from(refused_or_canonical(&text)?));
            }
        }
        Ok(())
    });
    assert!(tried.get() > 10_000, "{} tried", tried.get());
    assert!(missed.get() <= 2, "{} of {} not found", missed.get(), tried.get());
}

#[test]
fn no_text_whatever_breaks_the_reader() {
    let links: Vec<String> =
        [plan_of(1), plan_of(9)].iter().filter_map(|plan| encode(plan)).collect();
    let in_alphabet = |bytes: &[u8], size: u8| -> String {
        let sign = |byte: &u8| char::from(ALPHABET.as_bytes()[usize::from(byte % size)]);
        bytes.iter().map(sign).collect()
    };
    let text = |kind: u8, dice: &[u8]| match kind {
        0 => String::from_utf8_lossy(dice).into_owned(),
        1 => in_alphabet(dice, 64),
        // A right checksum under random numbers: small ones, or any.
        2 => sealed(&format!("1{}", in_alphabet(dice, 32))),
        3 => sealed(&format!("1{}", in_alphabet(dice, 64))),
        // A link with characters changed, half of them under a right checksum.
        _ => {
            let mut link = links[usize::from(kind) % links.len()].clone().into_bytes();
            for throw in dice.chunks_exact(2).take(4) {
                let place = usize::from(throw[0]) % link.len();
                link[place] = throw[1];
            }
            let body = String::from_utf8_lossy(&link[..link.len() - 3]).into_owned();
            if kind < 6 { sealed(&body) } else { String::from_utf8_lossy(&link).into_owned() }
        }
    };
    let taken = Cell::new(0);
    hold(FUZZED_TEXTS, (0..8_u8, vec(any::<u8>(), 0..30)), |(kind, dice)| {
        taken.set(taken.get() + u32::from(refused_or_canonical(&text(kind, &dice))?));
        Ok(())
    });
    let taken = taken.get();
    assert!((1_000..FUZZED_TEXTS - 1_000).contains(&taken), "{taken} taken in");
}

#[test]
fn what_is_not_this_version_is_never_a_plan() {
    hold(LAW_CASES, (links(), "[02-9A-Za-z_-]"), |(link, version)| {
        let text = sealed(&format!("{version}{}", &link[1..link.len() - 3]));
        let expected = match version.as_str() {
            "0" | "-" | "_" => LinkError::Damaged,
            _ => LinkError::Newer,
        };
        prop_assert_eq!(decode(&text), Err(expected));
        Ok(())
    });
}
