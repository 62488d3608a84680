// The pages that can be opened by an address of their own: one file for each row of entries.json.
//
// Each is index.html with its own title, heading and lead, readable before and without the
// program, and named in <html data-page>, which the program opens where the address has no
// fragment. They are flat files, so that a server needs neither rewriting nor folders' indexes.

import { readFileSync } from "node:fs";
import { escape, fill } from "./pages.mjs";

/** The table: file, page, and where in the words its texts stand. */
export const entries = read("entries.json");

/** File name to page, made of the form that index.html is. */
export function entryPages(form) {
  const words = read("../locales/da.json");
  const standard = read("../public/standard.json");
  return new Map(
    entries.map((entry) => [entry.file, fill(withWords(form, entry, words), standard)]),
  );
}

/** The form with an entry's words in place of `{{names}}`. */
function withWords(form, entry, words) {
  const title = word(words, entry.title);
  const texts = {
    page: entry.page,
    title,
    window_title: words.pages.window_title.replace("{page}", title),
    lead: word(words, entry.lead),
    description: word(words, entry.description),
    product: words.pages.front,
  };
  return form.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in texts)) throw new Error(`index.html asks for {{${name}}}, which nobody knows.`);
    return escape(texts[name]);
  });
}

/** A text by its path; of two forms the one for any reader. */
function word(words, path) {
  const found = path.split(".").reduce((inner, name) => inner?.[name], words);
  const text = found?.close ?? found;
  if (typeof text !== "string") throw new Error(`locales/da.json has no text ${path}.`);
  return text;
}

function read(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}
