// The pages that can be opened by an address of their own: one file for each row of entries.json in
// each language.
//
// Each is index.html with its own title, heading and lead, and with the page as the program will draw
// it, readable before and without the program. It is named in <html data-page>, which the program
// opens where the address has no fragment. They are flat files, so that a server needs neither
// rewriting nor folders' indexes. Those of another language than Danish have it in their name:
// tjek.en.html.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { licences } from "./licences.mjs";
import { checksum, escape, fill } from "./pages.mjs";
import { LANGUAGES, PRIMARY, word } from "./words.mjs";

const STANDARD_FILE = new URL("../public/standard.json", import.meta.url);
const STANDARD = readFileSync(STANDARD_FILE, "utf8");

/** The table: file, page, and where in the words its texts stand. */
export const entries = read("entries.json");

/** File name to page, made of the form that index.html is and of `drawnAhead`. */
export function entryPages(form, { by, pages, later }) {
  return ofEntries((entry, language, file) => {
    const words = { ...wordsOf(entry, language), part: later.includes(entry.page) ? "later" : "first" };
    return fillIn(form, language, words, { by, html: pages[file] });
  });
}

/**
 * What the program draws before anybody asks for it (src/bin/ahead.rs): `pages` by the name of their
 * file, drawn `by` the standard of a checksum; which come `later`, with the program's second file;
 * and the planner's calendars, `years`, by the name of theirs.
 */
export function drawnAhead() {
  const { RUSTFLAGS: _, ...env } = process.env;
  const command = ["run", "--quiet", "--locked", "--bin", "ahead", STANDARD_FILE.pathname];
  const drawn = JSON.parse(execFileSync("cargo", command, { env, maxBuffer: 1e8, stdio: ["ignore", "pipe", "inherit"] }));
  const { languages, later } = drawn;
  const pages = ofEntries(({ page }, language) => withFiles(languages[language].pages[page], language));
  const years = Object.entries(languages).flatMap(([language, { years }]) =>
    Object.entries(years).map(([year, html]) => [`${language}.${year}.txt`, html]),
  );
  return { by: checksum(STANDARD), pages: Object.fromEntries(pages), later, years };
}

/** The names of the pages' files, in every language. */
export function entryFiles() {
  return [...ofEntries(() => undefined).keys()];
}

/** File name to what is made of each entry in each language. */
function ofEntries(make) {
  const pages = entries.flatMap((entry) =>
    [...LANGUAGES.keys()].map((language) => {
      const file = fileIn(language, entry.file);
      return [file, make(entry, language, file)];
    }),
  );
  return new Map(pages);
}

/**
 * Links between pages lead to their files: they work before the program, and without. One to a page
 * that has no file is text until then.
 */
function withFiles(html, language) {
  const files = new Map(entries.map(({ page, file }) => [page, fileIn(language, file)]));
  return html
    .replace(/<a href="#(\/[\w-]*)">([^<]*)<\/a>/g, (link, page, text) => (files.has(page) ? link : text))
    .replace(/href="#(\/[\w-]*)"/g, (link, page) => (files.has(page) ? `href="./${files.get(page)}"` : link));
}

/** File name to page of licences, made of its form. */
export function licencePages(form, components) {
  const lists = licences(components);
  return inEachLanguage("licenser.html", (language) => fillIn(form, language, lists));
}

/** File name to sample page of a host, made of its form. */
export function previewPages(form) {
  return inEachLanguage("preview.html", (language) => fillIn(form, language, {}));
}

function inEachLanguage(file, page) {
  return new Map([...LANGUAGES.keys()].map((language) => [fileIn(language, file), page(language)]));
}

/** The name of a page's file in a language. */
export function fileIn(language, file) {
  return language === PRIMARY ? file : file.replace(/(?=\.html$)/, `.${language}`);
}

/** What an entry's page says, as markup. */
function wordsOf(entry, language) {
  const text = (path) => escape(word(language, path));
  const title = text(entry.title);
  return {
    page: entry.page,
    title,
    window_title: text("pages.window_title").replace("{page}", title),
    lead: text(entry.lead),
    description: text(entry.description),
    languages: languageLinks(entry, language),
  };
}

/** The same page in each language. */
function languageLinks(entry, here) {
  const link = ([language, name]) => {
    const current = language === here ? ' aria-current="true"' : "";
    const href = `./${fileIn(language, entry.file)}`;
    return `<li><a href="${href}" lang="${language}" hreflang="${language}"${current}>${escape(name)}</a></li>`;
  };
  return [...LANGUAGES].map(link).join("");
}

/**
 * The form with markup in place of `{{names}}`, words in place of `{{group.names}}`, the name that
 * a page's file has in the language in place of `{{file.html}}`, and with what the standard says.
 */
function fillIn(form, language, markup, drawn) {
  const known = { language, ...markup };
  const page = form.replace(/\{\{([\w.-]+)\}\}/g, (_, name) => {
    if (name.endsWith(".html")) return fileIn(language, name);
    if (name.includes(".")) return escape(word(language, name));
    if (!(name in known)) throw new Error(`A page asks for {{${name}}}, which nobody knows.`);
    return known[name];
  });
  return fill(page, STANDARD, drawn);
}

function read(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}
