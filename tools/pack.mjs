// The compressed forms beside a file, so that a server need not compress.
//
// A file that a municipality edits on the server has none: the server would go on sending the
// compressed form of what it said before.

import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSIBLE = new Set([
  ".css",
  ".html",
  ".js",
  ".json",
  ".md",
  ".mjs",
  ".svg",
  ".txt",
  ".wasm",
]);

/** What is edited on the server. */
const EDITED = new Set(["standard.json"]);

/** Whether a file has compressed forms. */
export function isPacked(file) {
  return COMPRESSIBLE.has(extname(file)) && !EDITED.has(basename(file));
}

/** Writes the brotli and gzip forms of a file beside it, where they are smaller. */
export function pack(file) {
  const bytes = readFileSync(file);
  const forms = {
    br: brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gz: gzipSync(bytes, { level: 9 }),
  };
  for (const [suffix, form] of Object.entries(forms)) {
    if (form.length < bytes.length) write(`${file}.${suffix}`, form);
    else rmSync(`${file}.${suffix}`, { force: true });
  }
}

/** Writes a file so that a server meets the old one or the new one, never a part of it. */
export function write(file, content) {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
