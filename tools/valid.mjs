// Reads pages with the Nu Html Checker, the one behind validator.w3.org:
//
//   node tools/valid.mjs FOLDER …
//
// Every page and picture (.html, .svg) in and below the folders has to be without error and without
// warning, but for the exceptions below. A page with a fault of each kind is read beside them, so
// that a checker that has gone blind is noticed. Nothing leaves this machine.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const JAR = fileURLToPath(new URL("../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));
const KIND = /\.(html|svg)$/;
const MOST = 1 << 28;

/** What is complained of on purpose: by its message and, where that is not enough, its markup. */
const EXCEPTIONS = [
  // A file has no origin of its own, so 'self' of the policy means nothing here. That the policy
  // lets in what the pages need, and nothing else, is tried in a browser (tests/e2e/policy.rs).
  [/^Resource violates Content Security Policy \(meta tag\): (external \w+|frame) “(\.|http:\/\/127\.0\.0\.1:\d+)\/[^“”]+” blocked/],
  // The checker's CSS is older than queries of containers. The same style is checked as a file, by
  // what browsers understand (tools/stylelint.built.mjs).
  [/^CSS: (“container-type”: Property “container-type” doesn't exist|Unrecognized at-rule “@container”)\.?$/],
  // A page's style as it stands, where the program has set it as a property, which the policy
  // allows: how large the parts of a bar are. No style stands in the program's markup (tests/tidy.rs).
  [/^The “style” attribute violates Content Security Policy/, / style="--(share|at): [\d.]+;"/],
  // How embed.js lays out the frame on a host's page, as properties as well.
  [/^The “style” attribute violates Content Security Policy/, /<iframe .* style="display: block; width: 100%; height: \d+px;/],
  // What tests/e2e/support/axe.rs has drawn for axe-core to look at.
  [/^The “style” attribute violates Content Security Policy/, / style="content-visibility: visible;"/],
  // Safari takes a list whose marks are not drawn for none, unless it is called one.
  [/^The “list” role is unnecessary for element “[uo]l”\.$/],
  // The planner's table of stays is laid out as cards where there is no room for it. Browsers forget
  // that what is laid out otherwise is a table, unless its parts are called what they are.
  [/^The “(table|rowgroup|row|columnheader|rowheader|cell)” role is unnecessary for element “t\w+”\.$/],
  [/^The “role” attribute must not be used on a “t[rhd]” element which has a “table” ancestor with/],
];

/** A page with faults, and what has to be said of them. */
const FAULTY = `<!DOCTYPE html>
<html lang="da"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'">
<title>Fejl</title><script>alert(1)</script></head>
<body><h1>Fejl</h1>
<p id="same"></p><p id="same" style="color: red"></p>
<ul><div>not an item</div></ul>
<img src="x.png">
<label for="none">Navn</label>
<p><div>open`;
const FAULTS = [
  "Duplicate ID “same”",
  "The “style” attribute violates Content Security Policy",
  "Element “div” not allowed as child of element “ul”",
  "must have an “alt” attribute",
  "The value of the “for” attribute of the “label” element",
  "Unclosed element “div”",
];

const folders = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "valid-"));
try {
  process.exitCode = check(folders);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}

/** Checks every file of the folders; returns 0 when there is nothing to complain of. */
function check(folders) {
  if (folders.length === 0) throw new Error("usage: node tools/valid.mjs FOLDER …");
  const faulty = join(scratch, "faulty.html");
  writeFileSync(faulty, FAULTY);
  const files = folders.flatMap(filesIn);
  const messages = messagesOf([...files, faulty]);
  const isOfFaulty = ({ url }) => url && fileURLToPath(url) === faulty;
  const seen = messages.filter(isOfFaulty).map(({ message }) => message);
  const unseen = FAULTS.filter((fault) => !seen.some((message) => message.includes(fault)));
  if (unseen.length > 0) throw new Error(`The checker does not see: ${unseen.join("; ")}`);

  const complaints = messages.filter((message) => !isOfFaulty(message) && !isExcepted(message));
  for (const { url, lastLine, message, extract } of complaints) {
    const file = url ? relative("", fileURLToPath(url)) : "";
    console.error(`${file}:${lastLine ?? ""}: ${message}\n    ${extract ?? ""}`);
  }
  console.log(`${files.length} pages and pictures, ${complaints.length} complaints`);
  return complaints.length === 0 ? 0 : 1;
}

/** The pages and pictures in and below a folder, at least one. */
function filesIn(folder) {
  const inside = readdirSync(folder, { recursive: true }).map((name) => resolve(folder, name));
  const files = inside.filter((file) => KIND.test(file) && statSync(file).isFile()).toSorted();
  if (files.length === 0) throw new Error(`${folder} holds no page.`);
  return files;
}

/** What the checker says of files. It guesses their language, and takes names for English. */
function messagesOf(files) {
  const options = ["--format", "json", "--stdout", "--exit-zero-always"];
  const what = ["--also-check-svg", "--no-langdetect", ...files];
  const answer = execFileSync("java", ["-jar", JAR, ...options, ...what], {
    encoding: "utf8",
    maxBuffer: MOST,
  });
  return JSON.parse(answer).messages;
}

function isExcepted({ message, extract = "" }) {
  return EXCEPTIONS.some(([said, markup]) => said.test(message) && (!markup || markup.test(extract)));
}
