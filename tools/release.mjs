// Makes of dist/ what is handed over to those who run a server:
//
//   node tools/release.mjs [--dist dist] [--out target/release-archive]
//
// writes botilbud-VERSION.tar.gz with the pages, the servers' configurations and what they need,
// the bill of materials beside it, and SHA256SUMS. The same dist/ gives the same bytes.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { components } from "./components.mjs";
import { billOfMaterials } from "./sbom.mjs";

const BILL = "sbom.cdx.json";
const DAY = 86_400;

const { values: given } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    out: { type: "string", default: "target/release-archive" },
  },
});

const version = readFileSync("Cargo.toml", "utf8").match(/^version = "(.+)"/m)[1];
const name = `botilbud-${version}`;
rmSync(given.out, { recursive: true, force: true });
gather(join(given.out, name));
const archive = pack(given.out, name);
writeFileSync(join(given.out, BILL), readFileSync(join(given.out, name, BILL)));
rmSync(join(given.out, name), { recursive: true });
const sums = [archive, BILL].map((file) => `${digest(readFileSync(join(given.out, file)))}  ${file}\n`);
writeFileSync(join(given.out, "SHA256SUMS"), sums.join(""));
console.log(join(given.out, archive));

/** Lays out the folder that is handed over. */
function gather(folder) {
  mkdirSync(join(folder, "tools"), { recursive: true });
  cpSync(given.dist, join(folder, "dist"), { recursive: true });
  cpSync("deploy", join(folder, "deploy"), { recursive: true });
  for (const file of ["LICENSE", "CHANGELOG.md", "tools/pages.mjs", "tools/pack.mjs"]) {
    cpSync(file, join(folder, file));
  }
  writeFileSync(join(folder, "README.md"), howToDeploy());
  const bill = billOfMaterials(version, components());
  writeFileSync(join(folder, BILL), `${JSON.stringify(bill, null, 2)}\n`);
}

/** The part of README.md that is for those who run a server. */
function howToDeploy() {
  const [, section] = readFileSync("README.md", "utf8").match(/^## Deployment\n([^]*?)(?=^## )/m);
  return `# Botilbud og aflastning ${version}\n${section.trimEnd()}\n`;
}

/** Packs the folder with names in order, owned by nobody in particular, all of one time. */
function pack(out, folder) {
  const tar = execFileSync(
    "tar",
    [
      "--create",
      "--format=ustar",
      "--sort=name",
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "--mode=u=rwX,go=rX",
      `--mtime=@${time(join(out, folder))}`,
      folder,
    ],
    { cwd: out, maxBuffer: 1 << 28 },
  );
  const packed = gzipSync(tar, { level: 9 });
  writeFileSync(join(out, `${folder}.tar.gz`), packed);
  return `${folder}.tar.gz`;
}

/**
 * The time of every file: that of the commit, or SOURCE_DATE_EPOCH, moved back by less than a day
 * as the content says. Servers tell one version of a file from another by its size and its time, and
 * the pages of two builds often have the same size.
 */
function time(folder) {
  const commit =
    process.env.SOURCE_DATE_EPOCH ??
    execFileSync("git", ["log", "-1", "--format=%ct"], { encoding: "utf8" });
  const hash = createHash("sha256");
  for (const file of files(folder)) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return Number(commit) - (hash.digest().readUInt32BE() % DAY);
}

function files(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => path.slice(folder.length + 1)).toSorted();
}

function digest(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
