//! The program `evaluate` as it is used: lines in, lines out.
#![cfg(not(target_arch = "wasm32"))]

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use botilbud::request::{LONGEST_LINE, MOST_STAYS};
use botilbud::rules::date::Date;
use serde_json::Value;

const COMPLAINT: &str = r#"{"tool":"complaint","offer":"long_term","received":"2026-03-05"}"#;

fn start() -> (Child, ChildStdin, ChildStdout) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_evaluate"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, input, output)
}

/// The answers to an input; the program must end well.
fn answers(input: impl Into<Vec<u8>>) -> Vec<Value> {
    let (mut child, mut stdin, mut stdout) = start();
    let input = input.into();
    let writer = thread::spawn(move || stdin.write_all(&input).unwrap());
    let mut text = String::new();
    stdout.read_to_string(&mut text).unwrap();
    writer.join().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(text.is_empty() || text.ends_with('\n'), "the last line has its end");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Of each answer its tool or its error's code.
fn summary(input: impl Into<Vec<u8>>) -> Vec<String> {
    let answers = answers(input);
    let of = |answer: &Value| {
        answer["tool"].as_str().or(answer["error"]["code"].as_str()).map(str::to_owned)
    };
    answers.iter().map(|answer| of(answer).unwrap()).collect()
}

/// A request of exactly this many bytes: the complaint, with spaces that mean nothing.
fn of_length(bytes: usize) -> String {
    let (head, tail) = COMPLAINT.split_at(1);
    format!("{head}{}{tail}", " ".repeat(bytes - COMPLAINT.len()))
}

#[test]
fn answers_come_in_the_order_of_the_questions() {
    let input: String = (1..=28)
        .map(|day| COMPLAINT.replace("2026-03-05", &format!("2026-02-{day:02}")) + "\n")
        .collect();
    let four_weeks: Vec<String> = answers(input)
        .iter()
        .map(|answer| answer["four_weeks"].as_str().unwrap().to_owned())
        .collect();
    let expected: Vec<String> = (1..=28).map(|day| format!("2026-03-{day:02}")).collect();
    assert_eq!(four_weeks, expected);
}

#[test]
fn a_bad_line_does_not_stop_the_lines_after_it() {
    let input = [COMPLAINT.as_bytes(), b"{", b"\xff\xfe", b"[]", COMPLAINT.as_bytes()].join(&b'\n');
    let expected = ["complaint", "invalid_json", "invalid_json", "invalid_value", "complaint"];
    assert_eq!(summary(input), expected);
}

#[test]
fn each_line_has_its_answer_whatever_its_end() {
    assert_eq!(answers(""), Vec::<Value>::new());
    assert_eq!(summary("\n"), ["invalid_json"]);
    assert_eq!(summary(COMPLAINT), ["complaint"], "no end at all");
    assert_eq!(summary(format!("{COMPLAINT}\n")), ["complaint"]);
    assert_eq!(summary(format!("{COMPLAINT}\r\n{COMPLAINT}\r\n")), ["complaint"; 2]);
    let with_empty_line = format!("{COMPLAINT}\n\n{COMPLAINT}\n\r\n");
    let expected = ["complaint", "invalid_json", "complaint", "invalid_json"];
    assert_eq!(summary(with_empty_line), expected);
}

#[test]
fn a_line_of_one_mebibyte_is_read_and_a_longer_one_refused() {
    assert_eq!(LONGEST_LINE, 1024 * 1024);
    for end in ["\n", "\r\n"] {
        for (length, expected) in [
            (LONGEST_LINE - 1, "complaint"),
            (LONGEST_LINE, "complaint"),
            (LONGEST_LINE + 1, "too_many"),
            (LONGEST_LINE + 2, "too_many"),
            (LONGEST_LINE + 3, "too_many"),
            (3 * LONGEST_LINE, "too_many"),
        ] {
            let line = of_length(length);
            assert_eq!(line.len(), length);
            let input = format!("{line}{end}{COMPLAINT}{end}");
            assert_eq!(summary(input), [expected, "complaint"], "{length} bytes, {end:?}");
            assert_eq!(summary(line), [expected], "{length} bytes, no end");
        }
    }
}

#[test]
fn ten_thousand_stays_are_counted_and_one_more_refused() {
    let request = |count: usize| {
        let first = Date::parse("2000-01-01").unwrap();
        let stays: Vec<String> = (0..count)
            .map(|day| first.plus_days(day as i32).iso())
            .map(|date| format!(r#"{{"arrival":"{date}","departure":"{date}"}}"#))
            .collect();
        format!(r#"{{"tool":"respite","stays":[{}]}}"#, stays.join(","))
    };
    let counted = answers(request(MOST_STAYS));
    assert_eq!(MOST_STAYS, 10_000);
    assert_eq!(counted[0]["stays"].as_array().unwrap().len(), 10_000);
    assert_eq!(counted[0]["years"][0]["days"], 366);
    let refused = answers(request(MOST_STAYS + 1));
    assert_eq!(refused[0]["error"]["code"], "too_many");
    assert_eq!(refused[0]["error"]["path"], "stays");
}

/// `evaluate | head -1`: whoever reads may stop, and that is no failure of the program.
#[test]
fn a_reader_that_stops_early_is_no_crash() {
    let (mut child, mut stdin, stdout) = start();
    let mut first = String::new();
    stdin.write_all(format!("{COMPLAINT}\n").as_bytes()).unwrap();
    BufReader::new(stdout).read_line(&mut first).unwrap();
    assert!(first.contains("complaint"));
    // The reader is gone now. Writing may fail as soon as the program has ended.
    for _ in 0..10_000 {
        if stdin.write_all(format!("{COMPLAINT}\n").as_bytes()).is_err() {
            break;
        }
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// Peak memory after many lines, while the program still waits for more.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    const LINES: usize = 200_000;
    const MOST_KIB: u64 = 30 * 1024;
    let (mut child, mut stdin, stdout) = start();
    let writer = thread::spawn(move || {
        let thousand = format!("{COMPLAINT}\n").repeat(1_000);
        for _ in 0..LINES / 1_000 {
            stdin.write_all(thousand.as_bytes()).unwrap();
        }
        stdin
    });
    let mut output = BufReader::new(stdout);
    let mut line = Vec::new();
    for number in 0..LINES {
        line.clear();
        assert_ne!(output.read_until(b'\n', &mut line).unwrap(), 0, "ended after {number} lines");
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    drop(writer.join().unwrap());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    println!("checked: {LINES} lines in a row with a peak of {peak} KiB");
    assert!(peak < MOST_KIB, "{peak} KiB");
}

/// What the program says of receipts, and whether it ends well.
fn verified(receipts: &[&str]) -> (Vec<String>, bool) {
    let folder = std::env::temp_dir().join(format!("receipts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let files = receipts.iter().enumerate().map(|(place, text)| {
        let file = folder.join(format!("{place}.json"));
        std::fs::write(&file, text).unwrap();
        file
    });
    let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
    let output = command.arg("--verify").args(files).output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (text.lines().map(str::to_owned).collect(), output.status.success())
}

#[test]
fn receipts_are_written_and_verified() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
    let mut child =
        command.arg("--receipts").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{COMPLAINT}\nno line\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[1].contains("invalid_json"), "{}", lines[1]);

    let (said, well) = verified(&[lines[0]]);
    assert!(said[0].ends_with("0.json: same") && well, "{said:?}");
    let moved = lines[0].replace("\"deadline\":\"2026-04-0", "\"deadline\":\"2026-05-0");
    let (said, well) = verified(&[lines[0], &moved, "nothing"]);
    assert!(!well);
    assert!(said[0].ends_with("0.json: same"), "{said:?}");
    assert!(said[1].contains("altered since it was made"), "{said:?}");
    assert!(said[2].contains("deadline: \"2026-05-0"), "{said:?}");
    assert!(said.last().unwrap().ends_with("no receipt"), "{said:?}");
}

#[test]
fn an_argument_that_is_not_known_is_told() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evaluate"));
    let output = command.arg("--help-me").output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("--verify FILE"));
}
