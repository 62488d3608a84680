// Fills in what a municipality calls its own on the static pages: name, contacts, standards.
//
//   node tools/pages.mjs FOLDER
//
// does so again for a folder that is built or deployed already, after standard.json was edited
// there: what is read without JavaScript then says the same as the program. The folder's pages
// keep their marks, so it can be done any number of times.
//
//   data-standard="contacts.phone"      the element's text, and the end of its link
//   data-if="contacts.mail"             the element is hidden where the standard has no such thing
//   data-pattern="Om – {municipality}"  the element's text, with what stands in braces filled in
//
//   data-ahead="9af31c07"               the page as ahead.json has it, drawn by the standard of this
//                                       checksum; with another one it is empty, and #brief is shown
//
// public/boot.js fills in data-standard and data-if, too, in the page as it is open.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pack, write } from "./pack.mjs";

const MARKED = /(<([a-z][a-z0-9]*)\b[^>]*\sdata-standard="([^"]*)"[^>]*>)[^<]*(?=<\/\2>)/g;
const CONDITIONAL = /<[a-z][^>]*\sdata-if="([^"]*)"[^>]*>/g;
const PATTERN = /(<([a-z][a-z0-9]*)\b[^>]*\sdata-pattern="([^"]*)"[^>]*>)[^<]*(?=<\/\2>)/g;

const AHEAD = /(<div\b[^>]*\sdata-ahead=")[^"]*">[^]*?(<\/div>\s*<div\b[^>]*\sid="brief")(?: hidden)?>/;

/**
 * The page with everything in its places that a standard, given as the text of its file, says; and
 * as it was drawn ahead: `html`, `by` the standard of a checksum.
 */
export function fill(html, file, drawn) {
  const standard = JSON.parse(file);
  const optional = new Set([...html.matchAll(CONDITIONAL)].map(([, key]) => key));
  const text = (key) => {
    const value = find(standard, key);
    if (value === "" && !optional.has(key)) throw new Error(`standard.json has no text ${key}.`);
    return value;
  };
  return html
    .replace(AHEAD, (_, start, brief) =>
      drawn?.by === checksum(file) ? `${start}${drawn.by}">${drawn.html}${brief} hidden>` : `${start}">${brief}>`,
    )
    .replace(MARKED, (_, start, _name, key) => link(start, text(key)) + shown(start, text(key)))
    .replace(CONDITIONAL, (start, key) => {
      const open = start.replace(/ hidden(?=[ >])/, "");
      return find(standard, key) === "" ? open.replace(/>$/, " hidden>") : open;
    })
    .replace(PATTERN, (_, start, _name, pattern) => {
      return start + pattern.replace(/\{([^}]+)\}/g, (_, key) => escape(text(key)));
    });
}

/** Tells one text from another: FNV-1a over its letters. public/boot.js has the same. */
export function checksum(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(16);
}

/** Text as it stands in markup, between tags or in an attribute. */
export function escape(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => names[sign]);
}

/** The text at a path such as `contacts.phone`; empty where there is none. */
function find(standard, key) {
  const value = key.split(".").reduce((inner, name) => inner?.[name], standard);
  return typeof value === "string" ? value.trim() : "";
}

/** A start tag whose link, if it has one, leads to this number or address. */
function link(start, value) {
  return start
    .replace(/href="tel:[^"]*"/, () => `href="tel:+45${value.replace(/\D/g, "").slice(-8)}"`)
    .replace(/href="mailto:[^"]*"/, () => `href="mailto:${escape(value)}"`);
}

/** A value as it is read. A number is not broken at the end of a line. */
function shown(start, value) {
  return escape(start.includes('href="tel:') ? value.replaceAll(" ", "\u00a0") : value);
}

/** Fills in every page of a folder anew, or none. */
function refresh(folder) {
  const standard = readFileSync(join(folder, "standard.json"), "utf8");
  const { by, pages: drawn } = JSON.parse(readFileSync(join(folder, "ahead.json"), "utf8"));
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  if (pages.length === 0) throw new Error(`${folder} has no pages.`);
  const filled = pages.map((name) => {
    const file = join(folder, name);
    const before = readFileSync(file, "utf8");
    return { file, before, after: fill(before, standard, { by, html: drawn[name] }) };
  });
  const changed = filled.filter(({ before, after }) => before !== after);
  for (const { file, after } of changed) {
    write(file, after);
    if (existsSync(`${file}.br`) || existsSync(`${file}.gz`)) pack(file);
  }
  return `${changed.length} of ${pages.length} pages changed.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  try {
    if (!folder) throw new Error("usage: node tools/pages.mjs FOLDER");
    console.log(refresh(folder));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
