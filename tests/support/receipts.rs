//! One digest over the receipts of thousands of requests, computed natively and in a browser.

use botilbud::app::verified;
use botilbud::exchange::receipt::write;
use botilbud::request::read;
use botilbud::rules::standard::Standard;
use sha2::{Digest, Sha256};

use crate::requests::requests;

/// Where the digest is noted. It changes with the rules' results, the standard and the version of
/// the program, and then has to be noted anew.
#[allow(dead_code, reason = "named by the native test alone")]
pub const FILE: &str = "tests/support/receipts.sha256";
/// The digest noted.
pub const NOTED: &str = include_str!("receipts.sha256");

/// The digest, as the file has it.
pub fn digest() -> String {
    let standard = Standard::built_in().unwrap();
    let mut digest = Sha256::new();
    for line in requests(verified::RECEIPTS as usize) {
        let receipt = write(&read(line.as_bytes()).unwrap(), &standard);
        // A refusal is part of what must be the same everywhere.
        digest.update(receipt.map_or_else(|error| error.path, |receipt| receipt.text));
    }
    let mut text: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    text.push('\n');
    text
}
