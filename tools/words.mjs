// The words of locales/ as the browser loads them: two files for each language, a text a line, in
// the order of the groups' names and of the keys in them. build.rs reads them in the same order and
// says more of it; a test compares what both write.

import { readFileSync, readdirSync } from "node:fs";

const LOCALES = new URL("../locales/", import.meta.url);

/** The language that decides which words there are, and that the pages have when nobody asks. */
export const PRIMARY = "da";

/** What each language calls itself, by its code. */
export const LANGUAGES = new Map(
  Object.entries(JSON.parse(readFileSync(new URL("languages.json", LOCALES), "utf8"))),
);

const LATER = readFileSync(new URL("later.txt", LOCALES), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"));

/** The words of a language that the first file of the program shows, and those of the second. */
export function wordFiles(language) {
  const texts = readdirSync(new URL(`${PRIMARY}/`, LOCALES))
    .toSorted()
    .map((file) => file.replace(/\.json$/, ""))
    .flatMap((name) => lines(group(PRIMARY, name), group(language, name), name));
  const file = (later) =>
    texts
      .filter(({ place }) => LATER.some((there) => `${place}.`.startsWith(`${there}.`)) === later)
      .map(({ line }) => marked(line))
      .join("\n");
  return { first: file(false), later: file(true) };
}

/** A text with its marks as the program knows them: src/text/marks.rs tells of them. */
function marked(text) {
  return text
    .replaceAll("‹", "\ue000")
    .replaceAll("›", "\ue001")
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "\ue002$2\ue003$1\ue004");
}

/** A text without its marks. */
function plain(text) {
  return text.replace(/[‹›]/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}

/** A text by its path, without marks; of two forms the one for any reader. */
export function word(language, path) {
  const [name, ...place] = path.split(".");
  const found = place.reduce((inner, key) => inner?.[key], group(language, name));
  const text = found?.close ?? found;
  if (typeof text !== "string") throw new Error(`locales/${language}/ has no text ${path}.`);
  return plain(text);
}

/** Every text below `model` with its place, in the order that Danish has. */
function lines(model, words, place) {
  if (typeof model === "string") return [{ place, line: words }];
  if (Array.isArray(model)) return words.map((line) => ({ place, line }));
  if (isTwoForms(model)) return [{ place, line: [...new Set([words.me, words.close])].join("\t") }];
  return Object.keys(model).flatMap((key) => lines(model[key], words[key], `${place}.${key}`));
}

function isTwoForms(value) {
  return Object.keys(value).length === 2 && "me" in value && "close" in value;
}

function group(language, name) {
  return JSON.parse(readFileSync(new URL(`${language}/${name}.json`, LOCALES), "utf8"));
}
