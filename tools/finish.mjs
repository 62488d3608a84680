// What remains to be done to a build before it is a folder to deploy.
// Trunk runs this on its staging folder (see Trunk.toml), so that a half-finished
// build never becomes dist/.

import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { compileString } from "sass";
import { metaPolicy } from "./headers.mjs";
import { shrinkGlue } from "./shrink.mjs";
import { split } from "./split.mjs";

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

const SHRINK = ["-Oz", "--strip-producers", "--strip-target-features"];

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/;

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
if (!staging) {
  console.error("tools/finish.mjs is started by `trunk build`.");
  process.exit(1);
}

splitProgram();
// For hosts that follow new versions by themselves; those that pin one name it.
copyFileSync(join(staging, "embed-1.js"), join(staging, "embed.js"));
const files = readdirSync(staging, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

rewrite(join(staging, "index.html"), (html) => {
  if (!POLICY.test(html)) {
    throw new Error("index.html has no element for the Content-Security-Policy.");
  }
  const page = html
    .replace(POLICY, (_, start, end) => start + metaPolicy + end)
    // Trunk leaves its link behind when it injects no script.
    .replace(/<link\b[^>]*\brel="rust"[^>]*>\s*/, "");
  return release ? page.replace(/\s*<!--[^]*?-->/g, "") : moveReloader(page);
});

if (release) {
  shrinkGlue(join(staging, "botilbud.js"));
  for (const file of files) {
    if (extname(file) === ".css") {
      rewrite(file, (css) => compileString(css, { syntax: "css", style: "compressed" }).css);
    }
  }
  for (const file of files) {
    if (COMPRESSIBLE.has(extname(file))) compress(file);
  }
}

/**
 * Makes two files of the program: what a first visit needs, and the planner. A development build
 * stays whole; boot.js then adds an empty module to it.
 */
function splitProgram() {
  const program = join(staging, "botilbud_bg.wasm");
  const planner = join(staging, "planner.wasm");
  if (!release) return writeFileSync(planner, Buffer.from("\0asm\x01\0\0\0", "latin1"));
  const { first, second } = split(readFileSync(program));
  writeFileSync(program, first);
  writeFileSync(planner, second);
  for (const file of [program, planner]) {
    execFileSync("wasm-opt", [...SHRINK, file, "-o", file], { stdio: "inherit" });
  }
}

/**
 * `trunk serve` adds an inline script that reloads the page after a build. It is moved
 * to a file, so that the development build lives under the same policy as the release.
 * What the server would have filled in, the script can find out by itself.
 */
function moveReloader(html) {
  return html.replace(/<script>([^]*?__TRUNK_ADDRESS__[^]*?)<\/script>/, (_, code) => {
    writeFileSync(
      join(staging, "reload.js"),
      code
        .replace("'{{__TRUNK_ADDRESS__}}'", "location.host")
        .replace("'{{__TRUNK_WS_BASE__}}'", "'/'"),
    );
    return '<script src="./reload.js"></script>';
  });
}

function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** Writes the brotli and gzip forms beside a file, so that a server need not compress. */
function compress(file) {
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
    if (form.length < bytes.length) writeFileSync(`${file}.${suffix}`, form);
  }
}
