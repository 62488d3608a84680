// Measures the speed of the rules and of the built pages, and writes docs/speed.md.
//
//   node tools/bench/main.mjs [--repetitions 5] [--check] [--dist dist] [--out docs/speed.md]
//
// With --check it exits with 1 when a goal is missed. Everything measured is kept in
// target/bench/measured.json as well.

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { entries } from "../entries.mjs";
import { compareKeys, compareLoading, compareRules, goals } from "./goals.mjs";
import { besidePlain, measureKeys, measureLoading } from "./loading.mjs";
import { measureNative } from "./native.mjs";
import { report } from "./report.mjs";
import { owners, parts } from "./sizes.mjs";
import { median } from "./statistics.mjs";
import { measureWasm } from "./wasm.mjs";

const WORK = "target/bench";

const { values: options } = parseArgs({
  options: {
    repetitions: { type: "string", default: "5" },
    check: { type: "boolean", default: false },
    dist: { type: "string", default: "dist" },
    out: { type: "string", default: "docs/speed.md" },
  },
});

const { dist } = options;
const repetitions = Number(options.repetitions);
const files = entries.map(({ file }) => file);
const others = [];

tell("the rules, natively");
const native = measureNative();
const measured = await besidePlain({ dist, files, scratch: join(WORK, "pages") }, async (places) => {
  tell("the rules, in the browser");
  const wasm = await measureWasm(join(WORK, "rules"), places.fresh);
  const loading = await measureLoading(places, files, repetitions, others, tell);
  const keys = await measureKeys(places, repetitions, others, tell);
  const version = await places.fresh(async ({ version }) => version);
  return { version, wasm, loading, keys };
});

const loading = compareLoading(measured.loading);
const keys = compareKeys(measured.keys);
const rules = compareRules(native, measured.wasm);
const found = {
  conditions: {
    date: new Date().toISOString().slice(0, 10),
    browser: measured.version,
    machine: `${cpus().length} × ${cpus()[0].model.trim()}`,
    "other programs' share of it": `${Math.round(median(others) * 100)} %, at most ${Math.round(Math.max(...others) * 100)} %`,
    repetitions,
  },
  goals: goals({ loading, keys, rules }),
  loading,
  keys,
  rules,
  sizes: { parts: parts(dist, files[0]), owners: owners(join(WORK, "halves")) },
};
mkdirSync(WORK, { recursive: true });
writeFileSync(join(WORK, "measured.json"), JSON.stringify({ ...found, loading: [...measured.loading], keys: [...measured.keys] }));
writeFileSync(options.out, report(found));

for (const { name, limit, unit, value, where, isMet } of found.goals) {
  console.log(`${isMet ? "met    " : "NOT MET"} ${name}: ${value.toPrecision(3)}${unit} of ${limit}${unit} (${where})`);
}
if (options.check && found.goals.some(({ isMet }) => !isMet)) process.exitCode = 1;

function tell(text) {
  console.error(`bench: ${text}`);
}
