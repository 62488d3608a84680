// What remains to be done to a build before it is a folder to deploy.
// Trunk runs this on its staging folder (see Trunk.toml), so that a half-finished
// build never becomes dist/.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { compile } from "sass";
import { components } from "./components.mjs";
import { drawnAhead, entryFiles, entryPages, licencePages, previewPages } from "./entries.mjs";
import { metaPolicy } from "./headers.mjs";
import { shorten } from "./names.mjs";
import { isPacked, pack } from "./pack.mjs";
import { shrinkGlue, shrinkProgram, shrinkScript, shrinkStyle } from "./shrink.mjs";
import { split } from "./split.mjs";
import { styleInside } from "./style.mjs";
import { separate } from "./versions.mjs";
import { LANGUAGES, wordFiles } from "./words.mjs";

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/;

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
if (!staging) {
  console.error("tools/finish.mjs is started by `trunk build`.");
  process.exit(1);
}

const [GLUE, PROGRAM, PLANNER] = ["botilbud.js", "botilbud_bg.wasm", "planner.wasm"].map((name) =>
  join(staging, name),
);

if (release) cutProgram();
else writeFileSync(PLANNER, Buffer.from("\0asm\x01\0\0\0", "latin1"));
writePages();
writeWords();
writeFileSync(join(staging, "later.css"), compile("style/later.scss").css);
// For hosts that follow new versions by themselves; those that pin one name it.
copyFileSync(join(staging, "embed-1.js"), join(staging, "embed.js"));
if (release) {
  const files = allFiles();
  for (const file of files) await shrinkText(join(staging, file));
  putStyleInside();
  for (const file of separate(staging, files)) {
    if (isPacked(file)) pack(join(staging, file));
  }
}

/** The paths of all files, inside the folder. */
function allFiles() {
  return readdirSync(staging, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(staging, join(entry.parentPath, entry.name)));
}

/** Makes the pages of the form that Trunk has made of index.html, and the page of licences. */
function writePages() {
  const form = finished(readFileSync(join(staging, "index.html"), "utf8"))
    // Trunk leaves its link behind when it injects no script.
    .replace(/<link\b[^>]*\brel="rust"[^>]*>\s*/, "");
  const drawn = drawnAhead();
  const { by, years } = drawn;
  // tools/pages.mjs needs it.
  writeFileSync(join(staging, "ahead.json"), JSON.stringify({ by, pages: drawn.pages }));
  mkdirSync(join(staging, "years"));
  for (const [file, html] of years) writeFileSync(join(staging, "years", file), html);
  const pages = [
    entryPages(release ? form : moveReloader(form), drawn),
    licencePages(finished(readFileSync("licenser.html", "utf8")), components()),
    previewPages(readFileSync(join(staging, "preview.html"), "utf8")),
  ];
  for (const [file, html] of pages.flatMap((some) => [...some])) {
    writeFileSync(join(staging, file), html);
  }
}

/** Puts the style into every page that can be opened by itself. */
function putStyleInside() {
  const style = readFileSync(join(staging, "main.css"), "utf8");
  for (const file of entryFiles()) {
    const page = join(staging, file);
    writeFileSync(page, styleInside(readFileSync(page, "utf8"), style));
  }
}

/** Writes the words that the pages fetch. */
function writeWords() {
  mkdirSync(join(staging, "words"));
  for (const language of LANGUAGES.keys()) {
    for (const [part, text] of Object.entries(wordFiles(language))) {
      writeFileSync(join(staging, "words", `${language}.${part}.txt`), text);
    }
  }
}

/** A page with its policy, and in a release without what only its authors read. */
function finished(html) {
  if (!POLICY.test(html)) throw new Error("A page has no element for its policy.");
  const page = html
    .replace(POLICY, (_, start, end) => start + metaPolicy + end)
    // Trunk closes its links as XML does.
    .replace(/(<link\b[^>]*?)\s*\/>/g, "$1>");
  return release ? page.replace(/\s*<!--[^]*?-->/g, "") : page;
}

/** Takes out of a style or a script what only its authors read. */
async function shrinkText(file) {
  if (extname(file) === ".css") await rewrite(file, shrinkStyle);
  if (basename(file) === "boot.js") await rewrite(file, shrinkScript);
}

/**
 * Makes two small files of the program: what a first visit needs, and the planner. A development
 * build stays whole; boot.js then adds an empty module to it.
 */
function cutProgram() {
  shrinkGlue(GLUE);
  const { program, glue } = shorten(readFileSync(PROGRAM), readFileSync(GLUE, "utf8"));
  const { first, second } = split(program);
  writeFileSync(GLUE, glue);
  writeFileSync(PROGRAM, first);
  writeFileSync(PLANNER, second);
  for (const file of [PROGRAM, PLANNER]) shrinkProgram(file);
}

/**
 * `trunk serve` adds an inline script that reloads the page after a build. It is moved
 * to a file, so that the development build lives under the same policy as the release.
 * What the server would have filled in, the script can find out by itself.
 */
function moveReloader(html) {
  return html.replace(/<script>([^]*?__TRUNK_ADDRESS__[^]*?)<\/script>/, (_, code) => {
    writeFileSync(
      join(staging, "reload.js"),
      code
        .replace("'{{__TRUNK_ADDRESS__}}'", "location.host")
        .replace("'{{__TRUNK_WS_BASE__}}'", "'/'"),
    );
    return '<script src="./reload.js"></script>';
  });
}

async function rewrite(file, change) {
  writeFileSync(file, await change(readFileSync(file, "utf8")));
}
