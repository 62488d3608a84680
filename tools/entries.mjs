// The pages that can be opened by an address of their own: one file for each row of entries.json.
//
// Each is index.html with its own title, heading and lead, readable before and without the
// program, and named in <html data-page>, which the program opens where the address has no
// fragment. They are flat files, so that a server needs neither rewriting nor folders' indexes.

import { readFileSync } from "node:fs";
import { licences } from "./licences.mjs";
import { escape, fill } from "./pages.mjs";

const PRODUCT = "pages.front";
const STANDARD = read("../public/standard.json");

/** The table: file, page, and where in the words its texts stand. */
export const entries = read("entries.json");

/** File name to page, made of the form that index.html is. */
export function entryPages(form) {
  return new Map(entries.map((entry) => [entry.file, fillIn(form, wordsOf(entry))]));
}

/** The page of licences, made of its form. */
export function licencesPage(form, components) {
  return fillIn(form, { product: escape(word(PRODUCT)), ...licences(components) });
}

/** What an entry's page says, as markup. */
function wordsOf(entry) {
  const title = word(entry.title);
  const texts = {
    page: entry.page,
    title,
    window_title: word("pages.window_title").replace("{page}", title),
    lead: word(entry.lead),
    description: word(entry.description),
    product: word(PRODUCT),
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, escape(text)]));
}

/** The form with markup in place of `{{names}}`, and with what the standard says. */
function fillIn(form, markup) {
  const page = form.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in markup)) throw new Error(`A page asks for {{${name}}}, which nobody knows.`);
    return markup[name];
  });
  return fill(page, STANDARD);
}

/** A text by its path; of two forms the one for any reader. */
function word(path) {
  const [group, ...place] = path.split(".");
  const words = read(`../locales/da/${group}.json`);
  const found = place.reduce((inner, name) => inner?.[name], words);
  const text = found?.close ?? found;
  if (typeof text !== "string") throw new Error(`locales/da/ has no text ${path}.`);
  return text;
}

function read(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}
