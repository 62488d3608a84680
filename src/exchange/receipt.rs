//! Receipts (kvitteringer): a result with everything it rests on, so that anybody with the program
//! can compute it again and see whether it is the same.
//!
//! A receipt is one line of JSON, always written in the same form: version of the form, version
//! of the program, the request and the result as the contract writes them, and a check code, the
//! SHA-256 of all before it. It needs no server and no secret: the code finds what was changed by
//! accident, computing again finds what was changed on purpose.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::request::error::ContractError;
use crate::request::{Request, read};
use crate::rules::standard::Standard;

/// The version of the form.
const FORM: u32 = 1;
/// The version of the program that writes receipts.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// The largest receipt that is read, in bytes.
pub const LARGEST: usize = 4 << 20;
const CHECK: &str = ",\"check\":\"";
const END: &str = "\"}";

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The whole text, the check code included.
    pub text: String,
    /// The check code: SHA-256 as 64 hexadecimal digits.
    pub check: String,
}

/// What checking a receipt comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Computed again, every byte is the same.
    Same,
    /// Made by another version of the program or of the rules; `differences` tells what this
    /// version computes otherwise, and may be empty.
    OtherVersion {
        /// The version of the program that made it.
        program: String,
        /// What differs in the result.
        differences: Vec<Difference>,
    },
    /// The text was changed after it was made: the check code does not fit.
    Altered {
        /// What differs in the result from what its own request gives.
        differences: Vec<Difference>,
    },
    /// The check code fits, but this version computes something else from the same request.
    Different {
        /// What differs.
        differences: Vec<Difference>,
    },
}

/// A place where two results differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field, such as `years[0].days`.
    pub path: String,
    /// What the receipt has; empty when it has nothing there.
    pub receipt: String,
    /// What is computed now; empty when nothing is.
    pub now: String,
}

/// Why a text is no receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptError {
    /// Longer than [`LARGEST`].
    TooLarge,
    /// No receipt.
    NotAReceipt,
    /// Its form is newer than this program knows.
    Newer,
    /// Its request is no longer accepted.
    Refused(ContractError),
}

/// Writes the receipt of a request.
///
/// # Errors
/// [`ContractError`] when the rules refuse the request.
pub fn write(request: &Request, standard: &Standard) -> Result<Receipt, ContractError> {
    let result = request.answer(standard)?;
    Ok(sealed(PROGRAM, &request.canonical(), &result))
}

fn sealed(program: &str, request: &str, result: &str) -> Receipt {
    let mut text = String::from("{\"receipt\":");
    text.push_str(&FORM.to_string());
    text.push_str(",\"program\":\"");
    text.push_str(program);
    text.push_str("\",\"request\":");
    text.push_str(request);
    text.push_str(",\"result\":");
    text.push_str(result);
    let check = check_code(&text);
    text.push_str(CHECK);
    text.push_str(&check);
    text.push_str(END);
    Receipt { text, check }
}

/// The SHA-256 of a text, as 64 hexadecimal digits.
fn check_code(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |number: u8| DIGITS.get(usize::from(number)).copied().map_or(' ', char::from);
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Computes a receipt's request again and compares.
///
/// # Errors
/// [`ReceiptError`] when the text is no receipt that can be computed again.
pub fn check(text: &str, standard: &Standard) -> Result<Checked, ReceiptError> {
    let text = bare(text);
    let receipt = parsed(text)?;
    let field = |name: &str| field(&receipt, name);
    match field("receipt")?.as_u64() {
        Some(form) if form == u64::from(FORM) => {}
        Some(form) if form > u64::from(FORM) => return Err(ReceiptError::Newer),
        _ => return Err(ReceiptError::NotAReceipt),
    }
    let program = field("program")?.as_str().ok_or(ReceiptError::NotAReceipt)?;
    let was = field("result")?;
    let request = request_of(&receipt)?;
    let now = write(&request, standard).map_err(ReceiptError::Refused)?;
    if now.text == text {
        return Ok(Checked::Same);
    }
    let now: Value = serde_json::from_str(&now.text).map_err(|_| ReceiptError::NotAReceipt)?;
    let computed = now.get("result").unwrap_or(&Value::Null);
    let mut differences = Vec::new();
    compare(was, computed, "", &mut differences);
    let version = |result: &Value| result.pointer("/standard/version").cloned();
    Ok(if !is_sealed(text) {
        Checked::Altered { differences }
    } else if program != PROGRAM || version(was) != version(computed) {
        Checked::OtherVersion { program: program.to_owned(), differences }
    } else if differences.is_empty() {
        // The same in other bytes: written by another hand.
        Checked::Altered { differences }
    } else {
        Checked::Different { differences }
    })
}

/// What a receipt holds, whether or not it is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it asks.
    pub request: Request,
    /// The check code that stands in it.
    pub check: String,
}

/// Reads what a receipt asks, and its check code; none when it is no receipt or its request is
/// refused.
pub fn open(text: &str) -> Option<Opened> {
    let receipt = parsed(bare(text)).ok()?;
    let request = request_of(&receipt).ok()?;
    let check = receipt.get("check")?.as_str()?.to_owned();
    Some(Opened { request, check })
}

/// Whether a file is a receipt, whether or not it is right.
pub fn is_one(bytes: &[u8]) -> bool {
    open(&String::from_utf8_lossy(bytes)).is_some()
}

/// The text without the mark that some editors put before it.
fn bare(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

fn parsed(text: &str) -> Result<Value, ReceiptError> {
    if text.len() > LARGEST {
        return Err(ReceiptError::TooLarge);
    }
    serde_json::from_str(text).map_err(|_| ReceiptError::NotAReceipt)
}

fn field<'a>(receipt: &'a Value, name: &str) -> Result<&'a Value, ReceiptError> {
    receipt.get(name).ok_or(ReceiptError::NotAReceipt)
}

fn request_of(receipt: &Value) -> Result<Request, ReceiptError> {
    let request = field(receipt, "request")?.to_string();
    read(request.as_bytes()).map_err(ReceiptError::Refused)
}

/// Whether the check code at the end of a receipt fits what stands before it.
fn is_sealed(text: &str) -> bool {
    let code = text.rsplit_once(CHECK);
    code.is_some_and(|(before, code)| code.strip_suffix(END) == Some(&check_code(before)))
}

/// The places where two values differ, in the order of their names.
fn compare(was: &Value, now: &Value, path: &str, differences: &mut Vec<Difference>) {
    match (was, now) {
        (Value::Object(was), Value::Object(now)) => {
            let added = now.keys().filter(|key| !was.contains_key(*key));
            for key in was.keys().chain(added) {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let (was, now) = (was.get(key), now.get(key));
                compare(
                    was.unwrap_or(&Value::Null),
                    now.unwrap_or(&Value::Null),
                    &path,
                    differences,
                );
            }
        }
        (Value::Array(was), Value::Array(now)) => {
            for place in 0..was.len().max(now.len()) {
                let path = format!("{path}[{place}]");
                let (was, now) = (was.get(place), now.get(place));
                compare(
                    was.unwrap_or(&Value::Null),
                    now.unwrap_or(&Value::Null),
                    &path,
                    differences,
                );
            }
        }
        (was, now) if was == now => {}
        (was, now) => differences.push(Difference {
            path: path.to_owned(),
            receipt: shown(was),
            now: shown(now),
        }),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        r#"{"tool":"respite","stays":[{"arrival":"2026-03-06","departure":"2026-03-09"}]}"#;

    fn standard() -> Standard {
        Standard::built_in().unwrap()
    }

    fn receipt() -> Receipt {
        write(&read(LINE.as_bytes()).unwrap(), &standard()).unwrap()
    }

    /// The receipt with one text in place of another, sealed again.
    fn forged(from: &str, to: &str) -> String {
        let text = receipt().text;
        assert!(text.contains(from), "{text}");
        let changed = text.replace(from, to);
        let (before, _) = changed.rsplit_once(CHECK).unwrap();
        format!("{before}{CHECK}{}{END}", check_code(before))
    }

    #[test]
    fn the_check_code_is_sha_256() {
        assert_eq!(
            check_code("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn a_receipt_is_the_same_when_computed_again() {
        let receipt = receipt();
        assert_eq!(check(&receipt.text, &standard()), Ok(Checked::Same));
        let marked = format!("\u{feff}{}\n", receipt.text);
        assert_eq!(check(&marked, &standard()), Ok(Checked::Same));
        assert_eq!(receipt.check.len(), 64);
    }

    #[test]
    fn a_changed_figure_is_found_with_its_place() {
        let altered = receipt().text.replace("\"remaining\":51", "\"remaining\":41");
        let difference = Difference {
            path: "years[0].remaining".to_owned(),
            receipt: "41".to_owned(),
            now: "51".to_owned(),
        };
        let differences = vec![difference];
        assert_eq!(
            check(&altered, &standard()),
            Ok(Checked::Altered { differences: differences.clone() })
        );
        assert_eq!(
            check(&forged("\"remaining\":51", "\"remaining\":41"), &standard()),
            Ok(Checked::Different { differences })
        );
    }

    #[test]
    fn other_versions_are_told_apart() {
        let other = forged(&format!("\"program\":\"{PROGRAM}\""), "\"program\":\"9.0.0\"");
        let program = "9.0.0".to_owned();
        assert_eq!(
            check(&other, &standard()),
            Ok(Checked::OtherVersion { program, differences: vec![] })
        );
        let older = forged("\"version\":\"2025-07-01\"", "\"version\":\"2023-04-17\"");
        assert!(matches!(check(&older, &standard()), Ok(Checked::OtherVersion { .. })));
    }

    #[test]
    fn what_is_no_receipt_is_refused() {
        for text in ["", "{}", "[]", "{\"receipt\":0}", "{\"receipt\":\"1\"}", "null", LINE] {
            assert_eq!(check(text, &standard()), Err(ReceiptError::NotAReceipt), "{text}");
        }
        assert_eq!(check("{\"receipt\":2}", &standard()), Err(ReceiptError::Newer));
        let refused = forged("\"tool\":\"respite\",\"stays\"", "\"tool\":\"respit\",\"stays\"");
        assert!(matches!(check(&refused, &standard()), Err(ReceiptError::Refused(_))));
        assert_eq!(check(&" ".repeat(3), &standard()), Err(ReceiptError::NotAReceipt));
        assert_eq!(check(&"x".repeat(LARGEST + 1), &standard()), Err(ReceiptError::TooLarge));
    }

    #[test]
    fn the_same_in_other_bytes_is_called_altered() {
        let spaced = receipt().text.replacen(':', ": ", 1);
        assert_eq!(check(&spaced, &standard()), Ok(Checked::Altered { differences: vec![] }));
    }
}
