//! The rules over JSON Lines: a request per line in, a result per line out, in the same order.
//!
//!     cargo run --release --bin evaluate < requests.jsonl > results.jsonl

use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use botilbud::request::{LONGEST_LINE, answer_line};
use botilbud::rules::standard::Standard;
use botilbud::text::contract;
use botilbud::text::words::DA;

fn main() -> ExitCode {
    let standard = match Standard::built_in() {
        Ok(standard) => standard,
        Err(error) => {
            eprintln!("the standard's data is wrong: {error:?}");
            return ExitCode::FAILURE;
        }
    };
    match run(io::stdin().lock(), io::stdout().lock(), &standard) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the results may stop early (`| head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers every line; memory stays bounded by the longest line that is allowed.
fn run(mut input: impl BufRead, mut output: impl Write, standard: &Standard) -> io::Result<()> {
    let mut line = Vec::new();
    while next_line(&mut input, &mut line)? {
        let mut answer = answer_line(&line, standard, &|error| contract::message(error, &DA));
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
