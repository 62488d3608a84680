// What a first visit transfers, and what follows it, against their budgets.
//
//   node tools/size.mjs [dist]
//
// Starts at each page that can be opened by itself, and tells of the one that transfers most.
// Follows what a browser would follow: the page's links and scripts, the modules these
// import, the files these name beside themselves or fetch beside the page, and
// everything the stylesheets point to, whether or not the first page uses it.
// Counts bytes as they are sent: brotli where there is a compressed form. The script
// for other pages is counted by itself, as gzip, which every server has. Exits with 1
// when over the budget, and when a file that is asked for is missing.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { basename, extname, join, posix } from "node:path";
import { entries, fileIn } from "./entries.mjs";
import { LANGUAGES } from "./words.mjs";

const FONT_BUDGET = 60_000;
const BUDGET = 150_000;

// What boot.js fetches when the first page is on the screen.
const LATER = /^(planner\.wasm|later\.css|.+\.later\.txt)$/;
const LATER_BUDGET = 180_000;

const EMBED = /^embed-\d+\.js$/;
const EMBED_BUDGET = 2_000;

const KINDS = {
  ".html": "page",
  ".css": "style",
  ".js": "script",
  ".mjs": "script",
  ".wasm": "program",
  ".json": "data",
  ".svg": "pictures",
  ".png": "pictures",
  ".txt": "words",
  ".woff2": "fonts",
};

const READERS = {
  ".html": linksOfPage,
  ".css": linksOfStyle,
  ".js": linksOfScript,
  ".mjs": linksOfScript,
};

const dist = process.argv[2] ?? "dist";
try {
  const visits = [...LANGUAGES.keys()].flatMap((language) =>
    entries.map((entry) => {
      const file = fileIn(language, entry.file);
      return { file, seen: visit(file, visitWords(language)) };
    }),
  );
  const [{ file, seen }] = visits.toSorted((a, b) => total(b.seen) - total(a.seen));
  console.log(file);
  process.exitCode = report(seen);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The words of a language, which boot.js fetches by its name. */
function visitWords(language) {
  const seen = new Map();
  const found = readdirSync(dist, { recursive: true }).filter((file) => file.includes(`words/${language}.`) && file.endsWith(".txt"));
  if (found.length !== 2) throw new Error(`${language}: there are ${found.length} files of words, not two.`);
  for (const file of found) visit(file, seen);
  return seen;
}

/** The sizes of the file at `path` within dist/ and of all that it makes a browser load. */
function visit(path, seen = new Map()) {
  if (seen.has(path)) return seen;

  const file = join(dist, path);
  if (!existsSync(file)) throw new Error(`${file} is asked for, but it is not there.`);
  seen.set(path, { raw: statSync(file).size, sent: sentSize(path, file) });

  const read = READERS[extname(path)];
  const text = read ? readFileSync(file, "utf8") : "";
  for (const link of read ? read(text) : []) {
    if (/^(data:|#)/.test(link)) continue;
    if (/^([a-z]+:|\/)/i.test(link)) {
      throw new Error(`${file} asks for ${link}, which is not relative to it.`);
    }
    visit(posix.join(posix.dirname(path), link.replace(/[?#].*$/, "")), seen);
  }
  for (const place of read === linksOfScript ? fetchedByPage(text) : []) visit(place, seen);
  return seen;
}

/** Bytes of a file as it is sent: its brotli form, or as the server compresses what is edited there. */
function sentSize(path, file) {
  if (path === "standard.json") return gzipSync(readFileSync(file)).length;
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

/** All bytes of a visit. */
function total(seen) {
  return [...seen.values()].reduce((sum, { sent }) => sum + sent, 0);
}

function linksOfPage(html) {
  const page = html
    .replace(/<!--[^]*?-->/g, "")
    // A browser that runs the program does not load what <noscript> holds.
    .replace(/<noscript>[^]*?<\/noscript>/g, "");
  const loaded = /\b(stylesheet|preload|modulepreload|icon|manifest)\b/;
  return [...page.matchAll(/<(link|script|img)\b([^>]*)>/g)]
    .filter(([, tag, rest]) => tag !== "link" || loaded.test(attribute(rest, "rel")))
    .map(([, tag, rest]) => attribute(rest, tag === "link" ? "href" : "src"))
    .filter((link) => link !== "");
}

function linksOfStyle(css) {
  return [
    ...css.matchAll(/\burl\(\s*(["']?)(.*?)\1\s*\)/g),
    ...css.matchAll(/@import\s+(["'])(.*?)\1/g),
  ].map(([, , link]) => link);
}

/** `import … from "./x"`, `import("./x")` and `new URL("x", import.meta.url)`. */
function linksOfScript(code) {
  return [
    ...code.matchAll(/\b(?:from|import)\s*\(?\s*(["'])(\.{1,2}\/[^"']+)\1/g),
    ...code.matchAll(/\bnew URL\(\s*(["'])([^"']+)\1\s*,\s*import\.meta\.url\s*\)/g),
  ].map(([, , link]) => link);
}

/** `fetch("./x")`, which begins where the page is. */
function fetchedByPage(code) {
  return [...code.matchAll(/\bfetch\(\s*(["'])\.\/([^"']+)\1/g)].map(([, , link]) => link);
}

function attribute(text, name) {
  return text.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";
}

/** Prints the table; returns 0 within the budget, 1 over it. */
function report(seen) {
  const sums = new Map();
  for (const [path, { raw, sent }] of seen) {
    const kind = LATER.test(basename(path)) ? "later" : (KINDS[extname(path)] ?? "other");
    const sum = sums.get(kind) ?? { files: 0, raw: 0, sent: 0 };
    sums.set(kind, { files: sum.files + 1, raw: sum.raw + raw, sent: sum.sent + sent });
  }

  row("kind", "files", "bytes", "sent");
  for (const [kind, { files, raw, sent }] of sums) row(kind, files, raw, sent);

  const fonts = sums.get("fonts")?.sent ?? 0;
  const later = sums.get("later")?.sent ?? 0;
  return [
    ["all but fonts", total(seen) - fonts - later, BUDGET],
    ["fonts", fonts, FONT_BUDGET],
    ["after the first page", later, LATER_BUDGET],
    ...embedScripts(),
  ].reduce((status, [name, sent, budget]) => {
    const over = sent > budget;
    console.log(`${name}: ${sent} of ${budget} bytes${over ? ", over the budget" : ""}`);
    return over ? 1 : status;
  }, 0);
}

/** Every form of the script for other pages: a row of the budget for each. */
function embedScripts() {
  const scripts = readdirSync(dist).filter((name) => EMBED.test(name));
  if (scripts.length === 0) throw new Error(`${dist} has no script for other pages.`);
  return scripts.map((name) => {
    const sent = gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
    return [name, sent, EMBED_BUDGET];
  });
}

function row(...cells) {
  console.log(
    cells.map((cell, i) => (i === 0 ? cell.padEnd(10) : String(cell).padStart(9))).join(""),
  );
}
