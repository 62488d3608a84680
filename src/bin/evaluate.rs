//! The rules over JSON Lines: a request per line in, a result per line out, in the same order.
//!
//!     cargo run --release --bin evaluate < requests.jsonl > results.jsonl
//!
//! With `--receipts` each result comes as a receipt. `--verify FILE...` computes receipts again.
//! `--standard FILE` before that takes another standard's data than the one built in;
//! `--check-standard FILE...` lists everything that is wrong in such files.

use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;
use std::{env, fs};

use botilbud::exchange::receipt::{self, Checked, Difference, ReceiptError};
use botilbud::request::{LONGEST_LINE, answer_line, read, refusal_line};
use botilbud::rules::standard::{Standard, StandardError};
use botilbud::text::words::DA;
use botilbud::text::{contract, standard_file};

const USAGE: &str = "evaluate [--standard FILE] [--receipts] < requests.jsonl > results.jsonl
evaluate [--standard FILE] --verify FILE...
evaluate --check-standard FILE...";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["--check-standard", files @ ..] if !files.is_empty() => check_standards(files),
        ["--standard", file, rest @ ..] => match read_standard(file) {
            Ok(standard) => work(rest, &standard),
            Err(wrong) => {
                eprintln!("{wrong}");
                ExitCode::FAILURE
            }
        },
        rest => match Standard::built_in() {
            Ok(standard) => work(rest, &standard),
            Err(errors) => {
                eprintln!("{}", listed_errors(&errors));
                ExitCode::FAILURE
            }
        },
    }
}

/// A standard's data from a file, or everything that is wrong with it.
fn read_standard(file: &str) -> Result<Standard, String> {
    let words = &DA.standard_file;
    let bytes = fs::read(file).map_err(|error| words.unreadable(file, error))?;
    Standard::load(&String::from_utf8_lossy(&bytes)).map_err(|errors| listed_errors(&errors))
}

fn listed_errors(errors: &[StandardError]) -> String {
    let lines: Vec<String> = errors.iter().map(|error| standard_file::line(error, &DA)).collect();
    lines.join("\n")
}

/// Lists everything that is wrong in each file; fails unless nothing is.
fn check_standards(files: &[&str]) -> ExitCode {
    let mut all_right = true;
    for file in files {
        match read_standard(file) {
            Ok(_) => println!("{}", DA.standard_file.right(file)),
            Err(wrong) => {
                all_right = false;
                println!("{wrong}");
            }
        }
    }
    if all_right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Answers requests or verifies receipts.
fn work(arguments: &[&str], standard: &Standard) -> ExitCode {
    let answer = |line: &[u8]| answer_line(line, standard, &message);
    let receipt = |line: &[u8]| {
        let receipt = read(line).and_then(|request| receipt::write(&request, standard));
        receipt.map_or_else(|error| refusal_line(&error, &message), |receipt| receipt.text)
    };
    let run = match arguments {
        [] => answer_lines(answer),
        ["--receipts"] => answer_lines(receipt),
        ["--verify", files @ ..] if !files.is_empty() => return verify(files, standard),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    match run {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the results may stop early (`| head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn message(error: &botilbud::request::error::ContractError) -> String {
    contract::message(error, &DA)
}

/// Computes each receipt again and says what comes of it; fails unless all are the same.
fn verify(files: &[&str], standard: &Standard) -> ExitCode {
    let mut all_same = true;
    for file in files {
        // Read as bytes: a file that is no text is no receipt.
        let text = fs::read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let said = match text {
            Ok(text) => {
                let checked = receipt::check(&text, standard);
                all_same &= checked == Ok(Checked::Same);
                outcome(&checked)
            }
            Err(error) => {
                all_same = false;
                format!("cannot be read: {error}")
            }
        };
        println!("{file}: {said}");
    }
    if all_same { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn outcome(checked: &Result<Checked, ReceiptError>) -> String {
    match checked {
        Ok(Checked::Same) => "same".to_owned(),
        Ok(Checked::OtherVersion { program, differences }) => {
            format!("made by version {program}{}", listed(differences))
        }
        Ok(Checked::Altered { differences }) => {
            format!("altered since it was made{}", listed(differences))
        }
        Ok(Checked::Different { differences }) => format!("different{}", listed(differences)),
        Err(ReceiptError::TooLarge) => "too large to be a receipt".to_owned(),
        Err(ReceiptError::NotAReceipt) => "no receipt".to_owned(),
        Err(ReceiptError::Newer) => "a form newer than this program knows".to_owned(),
        Err(ReceiptError::Refused(error)) => {
            format!("its request is refused: {} {}", error.path, message(error))
        }
    }
}

fn listed(differences: &[Difference]) -> String {
    let lines = differences.iter().map(|difference| {
        let Difference { path, receipt, now } = difference;
        format!("\n  {path}: {receipt:?} in the receipt, {now:?} computed now")
    });
    lines.collect()
}

/// Answers every line of the standard input.
fn answer_lines(answer: impl Fn(&[u8]) -> String) -> io::Result<()> {
    run(io::stdin().lock(), io::stdout().lock(), answer)
}

/// Answers every line; memory stays bounded by the longest line that is allowed.
fn run(
    mut input: impl BufRead,
    mut output: impl Write,
    answer: impl Fn(&[u8]) -> String,
) -> io::Result<()> {
    let mut line = Vec::new();
    while next_line(&mut input, &mut line)? {
        let mut answer = answer(&line);
        answer.push('\n');
        output.write_all(answer.as_bytes())?;
    }
    output.flush()
}

/// Reads a line without its end into `line`; false at the end of the input. Of a line that is too
/// long, one byte more than allowed is kept and the rest passed over.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let most = LONGEST_LINE as u64 + 2;
    if input.by_ref().take(most).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    let ended = line.pop_if(|last| *last == b'\n').is_some();
    line.pop_if(|last| *last == b'\r');
    if !ended && line.len() > LONGEST_LINE {
        skip_line(input)?;
    }
    Ok(true)
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        match buffer.iter().position(|byte| *byte == b'\n') {
            Some(end) => {
                input.consume(end + 1);
                return Ok(());
            }
            None => {
                let length = buffer.len();
                input.consume(length);
            }
        }
    }
}
