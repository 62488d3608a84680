// Which licences may be shipped, how an SPDX expression is read, and where a licence's text is.

import { existsSync, readFileSync } from "node:fs";

/**
 * The licences that may be shipped, the preferred ones first, each with words that its own text has
 * and no other's. A licence that asks for more than that its text comes along is not for this list.
 */
const ALLOWED = new Map([
  ["MIT", /Permission is hereby granted, free of charge, to any/],
  ["Apache-2.0", /Apache License/],
  ["Zlib", /provided ['‘]as-is['’]/],
  ["BSL-1.0", /Boost Software License/],
  ["Unicode-3.0", /UNICODE LICENSE V3/],
  ["OFL-1.1", /SIL Open Font License/i],
]);

/**
 * The licences under which something comes, of an SPDX expression such as
 * `(MIT OR Apache-2.0) AND Unicode-3.0`: of what may be chosen the preferred.
 */
export function licencesOf(expression) {
  if (!expression) throw new Error("it names no licence.");
  // Old crates write a slash for OR.
  const words = expression.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g);
  const chosen = either(words);
  if (words.length > 0) throw new Error(`${expression} cannot be read.`);
  if (!chosen) throw new Error(`${expression} is not among the licences of tools/terms.mjs.`);
  return chosen;
}

/** `a OR b`: the preferred of those that may be shipped. */
function either(words) {
  const ways = [both(words)];
  while (take(words, "OR")) ways.push(both(words));
  const rank = (way) => Math.max(...way.map((id) => [...ALLOWED.keys()].indexOf(id)));
  return ways.filter((way) => way).toSorted((a, b) => rank(a) - rank(b))[0];
}

/** `a AND b`: all of them, when all may be shipped. */
function both(words) {
  const parts = [one(words)];
  while (take(words, "AND")) parts.push(one(words));
  return parts.every((part) => part) ? parts.flat() : undefined;
}

/** A licence, or an expression in brackets. A licence with an exception is another licence. */
function one(words) {
  const word = words.shift();
  if (word === "(") {
    const inner = either(words);
    if (!take(words, ")")) throw new Error("a bracket is not closed.");
    return inner;
  }
  const exception = take(words, "WITH") ? ` WITH ${words.shift()}` : "";
  return ALLOWED.has(word + exception) ? [word] : undefined;
}

/** Takes the next word when it is this one. */
function take(words, word) {
  return words[0] === word && words.shift();
}

/**
 * The texts of licences: those files of a package in which one of them stands, and for a licence
 * that stands in none its text as SPDX has it.
 */
export function textsOf(licences, files, authors) {
  const stands = (id) => (text) => ALLOWED.get(id).test(text);
  const own = files.filter((text) => licences.some((id) => stands(id)(text)));
  const missing = licences.filter((id) => !own.some(stands(id)));
  return [...own, ...missing.map((id) => standardText(id, authors))];
}

/** A licence's text as SPDX has it. */
export function standardText(id, authors) {
  const file = new URL(`licences/${id}.txt`, import.meta.url);
  if (!existsSync(file)) throw new Error(`no file has the text of ${id}, nor has tools/licences/.`);
  return readFileSync(file, "utf8").replace("<copyright holders>", authors);
}
