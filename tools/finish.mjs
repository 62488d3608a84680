// What remains to be done to a build before it is a folder to deploy.
// Trunk runs this on its staging folder (see Trunk.toml), so that a half-finished
// build never becomes dist/.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { compileString } from "sass";
import { metaPolicy } from "./headers.mjs";

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

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
if (!staging) {
  console.error("tools/finish.mjs is started by `trunk build`.");
  process.exit(1);
}

const files = readdirSync(staging, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

rewrite(join(staging, "index.html"), (html) => {
  let page = html
    // Trunk leaves its link behind when it injects no script.
    .replace(/<link\b[^>]*\brel="rust"[^>]*>\s*/, "")
    .replace(
      /(<meta http-equiv="Content-Security-Policy" content=")[^"]*/,
      (_, start) => start + policy(html),
    );
  if (!page.includes("default-src 'none'")) {
    throw new Error("index.html has no element for the Content-Security-Policy.");
  }
  if (release) page = page.replace(/\s*<!--[^]*?-->/g, "");
  return page;
});

if (release) {
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
 * The page's policy. `trunk serve` adds an inline script that reloads the page and
 * talks to it over a socket: the development build, and no other, allows them.
 */
function policy(html) {
  if (release) return metaPolicy();
  const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  return metaPolicy({ "script-src": inline.join(" "), "connect-src": "ws:" });
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
