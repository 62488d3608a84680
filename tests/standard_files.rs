//! The standard's data as a municipality edits it: every mistake is told with its field, all at
//! once, by the loader, by the command line and (where a schema can) by the schema; and another
//! municipality's file works without a trace of the first.
#![cfg(not(target_arch = "wasm32"))]

#[path = "standard_files/canaries.rs"]
mod canaries;
#[path = "standard_files/other.rs"]
mod other;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use botilbud::rules::standard::Standard;

/// The example of another municipality.
const EXAMPLE: &str = include_str!("../examples/lilleby.json");

/// A standard that must be right.
fn load(text: &str) -> Standard {
    Standard::load(text).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// A file with this text for one test.
fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

/// Runs `evaluate` with these arguments and this standard input.
fn evaluate(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_evaluate"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that stops at a wrong file reads none of it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
