//! What compressed forms say.

use std::io::Write;
use std::process::{Command, Stdio};

const UNPACK: &str = "
    const { brotliDecompressSync, gunzipSync } = require('node:zlib');
    const { readFileSync } = require('node:fs');
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[process.argv[1]];
    process.stdout.write(unpack(readFileSync(0)));
";

/// The bytes in a form that a Content-Encoding names; the same bytes where it names none.
pub fn unpack(encoding: &str, bytes: &[u8]) -> Vec<u8> {
    if encoding.is_empty() {
        return bytes.to_vec();
    }
    let pipe = Stdio::piped;
    let command =
        Command::new("node").args(["-e", UNPACK, encoding]).stdin(pipe()).stdout(pipe()).spawn();
    let mut child = command.expect("node runs");
    // Node reads everything before it writes anything.
    child.stdin.take().expect("a pipe").write_all(bytes).expect("node reads");
    let output = child.wait_with_output().expect("node ends");
    assert!(output.status.success(), "no {encoding}");
    output.stdout
}
