//! What comes out of a printer.

use std::io::Write;
use std::process::{Command, Stdio};

use fantoccini::wd::PrintConfiguration;
use serde_json::Value;

use super::browser::Browser;
use super::device::of_this_test;
use super::engine::Ability;

/// Reads a printed file: some engines pack its objects.
const READ: &str = "
    const { inflateSync } = require('node:zlib');
    const file = require('node:fs').readFileSync(0);
    const plain = file.toString('latin1');
    const packed = [...plain.matchAll(/\\/Type\\s*\\/ObjStm[^]*?stream\\r?\\n/g)].map((match) =>
        inflateSync(file.subarray(match.index + match[0].length)).toString('latin1'));
    const text = [plain, ...packed].join('\\n');
    console.log(JSON.stringify({
        pages: text.match(/\\/Type\\s*\\/Page(?![a-zA-Z])/g)?.length ?? 0,
        sizes: [...text.matchAll(/\\/MediaBox\\s*\\[([^\\]]*)\\]/g)]
            .map((match) => match[1].trim().split(/\\s+/).map(Number)),
        headings: /\\/S\\s*\\/H1\\b/.test(text),
    }));
";

impl Browser {
    /// What is known of the page's printed file, where the engine prints one. The file itself is
    /// kept, to be looked at.
    pub(super) async fn print(&self) -> Option<Value> {
        let file = self.client.print(PrintConfiguration::default()).await.ok()?;
        std::fs::write(of_this_test("pdf"), &file).expect("the file is kept");
        Some(read(&file))
    }

    /// How many pages come out of a printer, each of A4.
    pub async fn pages_of_paper(&self) -> usize {
        let paper = self.print().await.expect("a printed file");
        if self.can(Ability::TaggedPaper) {
            assert_eq!(paper["headings"], true, "headings and tables are such on paper, too");
        }
        let sizes = paper["sizes"].as_array().expect("a list of sizes");
        assert!(!sizes.is_empty(), "a page has a size");
        for size in sizes {
            let is = |place: usize, points: f64| {
                size[place].as_f64().is_some_and(|length| (length - points).abs() < 2.0)
            };
            assert!(is(2, 595.0) && is(3, 842.0), "A4 is 595 by 842 points: {size}");
        }
        let pages = paper["pages"].as_u64().expect("a number of pages");
        usize::try_from(pages).expect("a number of pages")
    }
}

fn read(file: &[u8]) -> Value {
    let mut command = Command::new("node");
    command.args(["-e", READ]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("node runs");
    // Node reads everything before it writes anything.
    child.stdin.take().expect("a pipe").write_all(file).expect("node reads");
    let output = child.wait_with_output().expect("node ends");
    serde_json::from_slice(&output.stdout).expect("what node has read")
}
