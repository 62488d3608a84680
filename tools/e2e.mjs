// Runs a command with the built pages at hand:
//
//   node tools/e2e.mjs [--journeys] cargo test --test e2e
//
// --journeys runs the tests alone that tests/e2e/journeys.txt names, each by how its name begins.
//
// The command finds these in its environment:
//
//   BOTILBUD_URL          dist/
//   BOTILBUD_SUBPATH_URL  dist/ under a path, on another origin
//   BOTILBUD_PANIC_URL    target/dist-panic/, the pages with a button that panics
//   E2E_UNTRIED           a file to which each test adds what the engine cannot do for it; what is
//                         in there is told at the end

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const given = process.argv.slice(2);
const journeys = given[0] === "--journeys" && given.shift();
const [command, ...args] = given;
if (!command) {
  console.error("usage: node tools/e2e.mjs [--journeys] command [argument …]");
  process.exit(2);
}
if (journeys) args.push("--", ...chosen());

const pages = await Promise.all([
  serve({ dir: "dist" }),
  serve({ dir: "dist", base: "/borger/botilbud/" }),
  serve({ dir: "target/dist-panic" }),
]);
const [whole, subpath, panic] = pages.map(({ address }) => address);
const folder = mkdtempSync(join(tmpdir(), "botilbud-"));
const untried = join(folder, "untried");

let status = 1;
try {
  const test = spawn(command, args, {
    stdio: "inherit",
    env: {
      ...process.env,
      BOTILBUD_URL: whole,
      BOTILBUD_SUBPATH_URL: subpath,
      BOTILBUD_PANIC_URL: panic,
      E2E_UNTRIED: untried,
    },
  });
  [status] = await once(test, "exit");
  tellUntried();
} catch (error) {
  console.error(error.message);
} finally {
  rmSync(folder, { recursive: true });
  for (const { server } of pages) {
    server.close();
    server.closeAllConnections();
  }
}
process.exitCode = status ?? 1;

/** The chosen tests; a name that no test begins with is a mistake. */
function chosen() {
  const lines = readFileSync("tests/e2e/journeys.txt", "utf8").split("\n");
  const names = lines.filter((line) => line && !line.startsWith("#"));
  const list = execFileSync(command, [...args, "--", "--list"], {
    encoding: "utf8",
  });
  const tests = [...list.matchAll(/^(\S+): test$/gm)].map(([, name]) => name);
  const found = names.map((name) => {
    const begun = tests.filter((test) => test.startsWith(name));
    if (!begun.length) {
      throw new Error(`tests/e2e/journeys.txt: no test is called ${name}.`);
    }
    return begun;
  });
  return ["--exact", ...new Set(found.flat())];
}

/** What the engine could not be asked to do. */
function tellUntried() {
  if (!existsSync(untried)) return;
  const lines = readFileSync(untried, "utf8").trim().split("\n").sort();
  console.log(`Not tried in ${process.env.E2E_ENGINE}, for the engine cannot do it:`);
  for (const line of new Set(lines)) console.log(`  ${line}`);
}
