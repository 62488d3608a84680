// Makes what a browser loads as small as the page needs it: of wasm-bindgen's glue code only what
// boot.js reaches, of boot.js nothing that only its authors read, of a style what the pages use, and a
// program as wasm-opt can.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { PurgeCSS } from "purgecss";

const OPTIONS = { minify: true, format: "esm", target: "es2022", legalComments: "none" };

/**
 * Chosen by what comes out smallest after compression. `low-memory-unused` is true of Rust: no
 * object has an address under 1024, where the end of the stack is.
 */
const PASSES = [
  "--low-memory-unused",
  "--skip-pass=local-cse",
  "--flatten",
  "--rereloop",
  "-Oz",
  "-Oz",
  "--strip-producers",
  "--strip-target-features",
];

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

/** Where names of classes are written. */
const NAMES = ["src/**/*.rs", "*.html", "public/*.{html,js}"];
/** Those that src/ puts together from two parts. */
const COMPOSED = [/^is-/, /^alert-/, /^form-group-/];

/** The oldest browsers that know what our style takes for granted: layers and sizes of containers. */
const STYLED = ["chrome105", "firefox110", "safari16"];

/** The design system's rules in our style. Of our own every one is used, and PurgeCSS does not know how. */
const DESIGN_SYSTEM = /@layer designsystem\s*\{[^]*?\}\s*(?=@layer tokens)/;

/** A style without the rules of the design system that no page uses, and as short as it can be said. */
export async function shrinkStyle(css) {
  const all = css.match(DESIGN_SYSTEM)?.[0];
  const rest = all && (await purged(all));
  const used = all ? css.replace(all, () => rest) : css;
  return transformSync(used, { loader: "css", minify: true, charset: "utf8", target: STYLED }).code;
}

async function purged(css) {
  const purge = new PurgeCSS();
  const [used] = await purge.purge({ content: NAMES, css: [{ raw: css }], safelist: COMPOSED });
  const names = await purge.extractSelectorsFromFiles(NAMES, []);
  const isUsed = (name) => names.hasClass(name) || COMPOSED.some((composed) => composed.test(name));
  // What is asked of everything that lacks a class which nobody has is asked of everything.
  return used.css.replace(/:not\(\.([\w-]+)\)/g, (not, name) => (isUsed(name) ? not : ""));
}

/** A script without comments and long names. */
export function shrinkScript(code) {
  return transformSync(code, OPTIONS).code;
}

/** Shrinks a program in place; with `names` its functions keep theirs, for whoever looks into it. */
export function shrinkProgram(file, { names = false } = {}) {
  const debug = names ? ["--debuginfo"] : [];
  execFileSync("wasm-opt", [...PASSES, ...debug, file, "-o", file], { stdio: "inherit" });
}
