// What each large part of a first visit costs, and what of the program is whose.
//
// Each part is counted as it is sent. The program is one file, compressed as one: what of it belongs to
// which crate or module is read from the names of its functions, before they are taken out, and their
// share of the sent bytes is that of their bytes.

import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import binaryen from "binaryen";
import { shorten } from "../names.mjs";
import { shrinkProgram } from "../shrink.mjs";
import { split } from "../split.mjs";

/** Where Trunk leaves the program with the names of its functions. */
const BOUND = "target/wasm-bindgen/release";

/** Kinds of sections of a program. */
const [CUSTOM, CODE, DATA] = [0, 10, 11];
const FUNCTION_NAMES = 1;

const LIBRARY = /^(core|alloc|std|dlmalloc|compiler_builtins|hashbrown|__rustc)$/;

/** The parts of a first visit that begins at a page: name, bytes, and bytes as they are sent. */
export function parts(dist, page) {
  const found = readdirSync(dist, { recursive: true }).filter((file) => isLoaded(basename(file), page));
  const rows = found.map((file) => {
    const path = join(dist, file);
    return { name: basename(file), bytes: statSync(path).size, sent: sentSize(path) };
  });
  return rows.toSorted((a, b) => b.sent - a.sent);
}

function isLoaded(name, page) {
  if (name === page || name === "standard.json") return true;
  return /^\.(css|js|wasm|woff2|txt)$/.test(extname(name)) && !/^(embed|preview)|^noscript/.test(name);
}

function sentSize(path) {
  if (basename(path) === "standard.json") return gzipSync(readFileSync(path)).length;
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

/** What is whose in both files of the program: `[first, second]`, each rows of name, bytes and share. */
export function owners(folder) {
  const [bound, glue] = ["botilbud_bg.wasm", "botilbud.js"].map((name) => readFileSync(join(BOUND, name)));
  const { program } = shorten(bound, glue.toString());
  mkdirSync(folder, { recursive: true });
  // Without, the halves would have no names.
  binaryen.setDebugInfo(true);
  const { first, second } = split(program);
  binaryen.setDebugInfo(false);
  return [first, second].map((half, place) => {
    const file = join(folder, `half-${place}.wasm`);
    writeFileSync(file, half);
    shrinkProgram(file, { names: true });
    return shares(readFileSync(file));
  });
}

/** What is whose in a program that has the names of its functions. */
export function shares(program) {
  const all = sections(program);
  const code = all.find(({ kind }) => kind === CODE).bytes;
  const data = all.filter(({ kind }) => kind === DATA).map(({ bytes }) => bytes);
  const sent = brotliCompressSync(code).length / code.length;
  const sums = new Map();
  for (const { name, size } of functions(program, all)) {
    const owner = ownerOf(name);
    sums.set(owner, (sums.get(owner) ?? 0) + size);
  }
  const rows = [...sums].map(([name, bytes]) => ({ name, bytes, sent: Math.round(bytes * sent) }));
  const words = data.map((bytes) => ({ name: "data: words, tables", bytes: bytes.length, sent: brotliCompressSync(bytes).length }));
  return [...rows, ...words].toSorted((a, b) => b.sent - a.sent);
}

/** The crate that a function comes from; of our own, the module. */
export function ownerOf(name) {
  // Of `<T as crate::Trait>::method` and the like it is the first path.
  const [, crate, module] = name.match(/([a-z_]\w*)(?:\[\w+\])?::(\w*)/) ?? [];
  if (crate === undefined) return "entry points, and what has no name";
  if (crate === "botilbud") return `botilbud::${module}`;
  return LIBRARY.test(crate) ? "Rust's own library" : crate;
}

/** The functions of a program with their names and sizes. */
function functions(program, all) {
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(program));
  const first = imported.filter(({ kind }) => kind === "function").length;
  const names = functionNames(all);
  const code = reader(all.find(({ kind }) => kind === CODE).bytes);
  return Array.from({ length: code.number() }, (_, place) => {
    const size = code.number();
    code.skip(size);
    return { name: names.get(first + place) ?? "", size };
  });
}

function functionNames(all) {
  const named = all.filter(({ kind }) => kind === CUSTOM).map(({ bytes }) => reader(bytes));
  const section = named.find((section) => section.text() === "name");
  const names = new Map();
  while (section && !section.isAtEnd()) {
    const kind = section.number();
    const inside = reader(section.take(section.number()));
    if (kind !== FUNCTION_NAMES) continue;
    for (let left = inside.number(); left > 0; left -= 1) names.set(inside.number(), inside.text());
  }
  return names;
}

/** The sections of a program, in their order. */
function sections(program) {
  const bytes = reader(program.subarray(8));
  const found = [];
  while (!bytes.isAtEnd()) found.push({ kind: bytes.number(), bytes: bytes.take(bytes.number()) });
  return found;
}

/** Reads the numbers and texts of a program's binary form. */
function reader(bytes) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const take = (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    number,
    take,
    text: () => take(number()).toString(),
    skip: (length) => (at += length),
    isAtEnd: () => at >= bytes.length,
  };
}
