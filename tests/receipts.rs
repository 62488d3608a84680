//! Receipts over thousands of requests: the same when computed again, the same bytes natively and
//! in a browser (`web.rs` computes the same digest), and nothing that is changed goes unseen.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/receipts.rs"]
mod receipts;
#[path = "support/requests.rs"]
mod requests;

use botilbud::exchange::receipt::{Checked, check, write};
use botilbud::request::read;
use botilbud::rules::standard::Standard;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};

fn standard() -> Standard {
    Standard::built_in().unwrap()
}

#[test]
fn the_receipts_of_thousands_of_requests_have_the_digest_noted() {
    assert_eq!(
        receipts::digest(),
        receipts::NOTED,
        "note the digest on the left in {}",
        receipts::FILE
    );
}

#[test]
fn a_request_written_in_its_one_form_is_read_back_as_it_was() {
    for line in requests::requests(7_000) {
        let request = read(line.as_bytes()).unwrap_or_else(|error| panic!("{line}: {error:?}"));
        let canonical = request.canonical();
        assert_eq!(read(canonical.as_bytes()).as_ref(), Ok(&request), "{canonical}");
        assert_eq!(read(canonical.as_bytes()).unwrap().canonical(), canonical);
    }
}

#[test]
fn every_receipt_is_the_same_when_computed_again() {
    let standard = standard();
    let mut written = 0;
    for line in requests::requests(3_500) {
        let Ok(receipt) = write(&read(line.as_bytes()).unwrap(), &standard) else { continue };
        assert_eq!(check(&receipt.text, &standard), Ok(Checked::Same), "{}", receipt.text);
        written += 1;
    }
    assert!(written > 3_000, "only {written} receipts");
}

#[test]
fn no_change_of_a_receipt_goes_unseen_and_none_panics() {
    let standard = standard();
    let texts: Vec<String> = requests::requests(700)
        .iter()
        .filter_map(|line| write(&read(line.as_bytes()).unwrap(), &standard).ok())
        .map(|receipt| receipt.text)
        .collect();
    let config = Config {
        cases: 100_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(11),
        ..Config::default()
    };
    let changes = (any::<Index>(), any::<Index>(), any::<u8>(), any::<bool>());
    let outcome = TestRunner::new(config).run(&changes, |(which, place, byte, cut)| {
        let text = which.get(&texts);
        let mut bytes = text.clone().into_bytes();
        let place = place.index(bytes.len());
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] = byte;
        }
        let changed = String::from_utf8_lossy(&bytes).into_owned();
        let checked = check(&changed, &standard);
        prop_assert_eq!(checked == Ok(Checked::Same), changed.trim() == text, "{}", changed);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}
