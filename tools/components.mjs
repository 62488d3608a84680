// What is shipped: the crates that the browser's program is compiled from, the language's own
// library, and the npm packages whose styles and fonts are sent. The licences page and the bill of
// materials are made of this one list.
//
// What only builds or tests (procedural macros, build scripts, compilers of styles) is not in it.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { licencesOf, textsOf } from "./terms.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = "wasm32-unknown-unknown";
const FEATURES = ["--no-default-features", "--features", "pages"];
const LOCKED = ["--locked", "--offline"];

/**
 * The components by name: `name`, `version`, `licence` (an SPDX expression), `texts` (the licences'
 * own), `purl` (its address in any registry) and, where there is one, `hash` of its archive.
 */
export function components() {
  const found = [...crates(), ...packages(), standardLibrary()].map(withTexts);
  return found.toSorted((a, b) => a.name.localeCompare(b.name, "en") || compare(a, b));
}

function compare({ version: a }, { version: b }) {
  return a < b ? -1 : Number(a > b);
}

/** Each component with its licences' texts; fails when it has no licence that may be shipped. */
function withTexts({ folder, authors, ...component }) {
  const { name, version, licence } = component;
  try {
    const files = folder ? licenceFiles(folder) : [];
    return { ...component, texts: textsOf(licencesOf(licence), files, authors) };
  } catch (error) {
    throw new Error(`${name} ${version} cannot be shipped: ${error.message}`);
  }
}

/** The texts of a package's own files about its licence. */
function licenceFiles(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  return names.toSorted().map((name) => readFileSync(join(folder, name), "utf8"));
}

/** The crates in the program. `cargo tree` knows which are reached, `cargo metadata` the rest. */
function crates() {
  const reached = cargo("tree", ...FEATURES, "--target", TARGET, "--edges=normal,no-proc-macro", "--prefix=none", "--format={p}");
  const names = new Set(reached.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const all = cargo("metadata", "--format-version=1", "--filter-platform", TARGET, ...FEATURES);
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  return JSON.parse(all)
    .packages.filter(({ name, version }) => names.has(`${name} v${version}`))
    .filter(({ source }) => source !== null)
    .map(({ name, version, license, authors, manifest_path }) => ({
      name,
      version,
      licence: license,
      purl: `pkg:cargo/${name}@${version}`,
      hash: { alg: "SHA-256", content: checksum(lock, name, version) },
      folder: dirname(manifest_path),
      authors: authors.map((author) => author.replace(/ *<.*/, "")).join(", ") || name,
    }));
}

function checksum(lock, name, version) {
  const entry = `name = "${name}"\nversion = "${version}"\n`;
  return lock.split(entry)[1].match(/^checksum = "(\w+)"/m)[1];
}

/** The npm packages that are no tools of the build; package.json knows which. */
function packages() {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path && !dev);
  return shipped.map(([path, { version, license, integrity }]) => {
    const name = path.replace(/^.*node_modules\//, "");
    const [alg, content] = integrity.split("-");
    return {
      name,
      version,
      licence: license,
      purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      hash: { alg: alg.replace("sha", "SHA-"), content: Buffer.from(content, "base64").toString("hex") },
      folder: join(ROOT, path),
      authors: name,
    };
  });
}

/** Rust's own library, which no list of packages names. */
function standardLibrary() {
  const [, version] = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ");
  return {
    name: "rust-std",
    version,
    licence: "MIT OR Apache-2.0",
    purl: `pkg:github/rust-lang/rust@${version}#library/std`,
    authors: "The Rust Project contributors",
  };
}

function cargo(command, ...options) {
  return execFileSync("cargo", [command, ...LOCKED, ...options], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
}
