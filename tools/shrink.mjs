// Makes wasm-bindgen's glue code as small as the page needs it: only what boot.js reaches.

import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { buildSync } from "esbuild";

/** Shrinks the glue code in place. */
export function shrinkGlue(file) {
  const { outputFiles } = buildSync({
    stdin: { contents: `export { default, start } from "${file}";`, resolveDir: dirname(file) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  writeFileSync(file, outputFiles[0].text);
}
