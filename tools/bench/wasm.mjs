// The rules as the browser runs them: compiled and shrunk as the program is, asked in Chromium.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../serve.mjs";
import { shrinkProgram } from "../shrink.mjs";
import { SLOWER, slowDown } from "./conditions.mjs";
import { summary } from "./statistics.mjs";

const TARGET = "wasm32-unknown-unknown";
const BUILT = `target/${TARGET}/browser/botilbud_bench.wasm`;
const PROGRAM = "rules.wasm";

/**
 * Milliseconds that each question takes: `first`, in a page where none was asked before, and `again`,
 * when the browser has compiled what is used often. `slowed` has the same of a slower processor.
 */
export async function measureWasm(folder, fresh) {
  build(folder);
  const { server, address } = await serve({ dir: folder });
  try {
    return await fresh(async (browser) => {
      const found = [];
      let all = [undefined];
      for (let place = 0; place < all.length; place += 1) {
        const ask = async (rate) => {
          const page = await browser.page();
          await page.send("Page.enable");
          await page.send("Page.navigate", { url: address });
          all = await page.run(load, PROGRAM);
          await slowDown(page, rate);
          const first = await page.run(askOnce, place);
          const again = summary(await page.run(askOften, place));
          await page.close();
          return { first, again };
        };
        const [atSpeed, slowed] = [await ask(1), await ask(SLOWER)];
        found.push({ ...all[place], ...atSpeed, slowed });
      }
      return found;
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function build(folder) {
  const crate = ["--package", "botilbud-bench", "--lib"];
  const options = ["--locked", "--quiet", "--profile", "browser", "--target", TARGET];
  execFileSync("cargo", ["build", ...crate, ...options], { stdio: "inherit" });
  mkdirSync(folder, { recursive: true });
  const program = join(folder, PROGRAM);
  copyFileSync(BUILT, program);
  shrinkProgram(program);
  writeFileSync(join(folder, "index.html"), "<!DOCTYPE html><title>The rules</title>");
}

/** Loads the program; returns the groups and names of its questions. Runs inside the page. */
async function load(program) {
  while (document.readyState !== "complete") await new Promise((done) => setTimeout(done, 10));
  const { instance } = await WebAssembly.instantiateStreaming(fetch(`./${program}`));
  const { question, ask, memory } = instance.exports;
  window.ask = ask;
  const text = (address) => {
    const bytes = new Uint8Array(memory.buffer, address);
    return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
  };
  const found = [];
  for (;;) {
    const said = text(question(found.length));
    if (said === "") return found;
    const [group, name] = said.split("\n");
    found.push({ group, name });
  }
}

/** Milliseconds that a question takes. Runs inside the page. */
function askOnce(place) {
  const start = performance.now();
  window.ask(place, 1);
  return performance.now() - start;
}

/** The same, after the browser has had time to compile what is used often, and several times. */
function askOften(place) {
  const time = (times) => {
    const start = performance.now();
    window.ask(place, times);
    return (performance.now() - start) / times;
  };
  const end = performance.now() + 300;
  while (performance.now() < end) window.ask(place, 1);
  // The clock is coarse: a sample is as many questions as take some 20 milliseconds.
  const times = Math.max(1, Math.ceil(20 / Math.max(time(10), 1e-4)));
  return Array.from({ length: 15 }, () => time(times));
}
