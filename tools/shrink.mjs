// Makes scripts as small as the page needs them: of wasm-bindgen's glue code only what boot.js
// reaches, and of boot.js nothing that only its authors read.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { buildSync, transformSync } from "esbuild";

const OPTIONS = { minify: true, format: "esm", target: "es2022", legalComments: "none" };

/**
 * The classes that the glue code exports, and what registers them. A dependency brings them and
 * nothing here uses them; as they do something when the file is loaded, esbuild cannot tell.
 */
const CLASSES = /^(?:export class \w+ \{\n[^]*?^\}\nif \(Symbol\.dispose\).*|const \w+Finalization =[^;]*;)\n/gm;

/** Shrinks the glue code in place. */
export function shrinkGlue(file) {
  writeFileSync(file, readFileSync(file, "utf8").replace(CLASSES, ""));
  const { outputFiles } = buildSync({
    stdin: { contents: `export { default, start } from "${file}";`, resolveDir: dirname(file) },
    bundle: true,
    write: false,
    ...OPTIONS,
  });
  writeFileSync(file, outputFiles[0].text);
}

/** A script without comments and long names. */
export function shrinkScript(code) {
  return transformSync(code, OPTIONS).code;
}
