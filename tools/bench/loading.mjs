// The pages that can be opened by themselves, each visited beside a plain page with the same words.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { serve } from "../serve.mjs";
import { launch } from "./browser.mjs";
import { delays, fillIn, open } from "./keys.mjs";
import { othersSince, quiet, ticks } from "./machine.mjs";
import { EXERCISES, firstControl } from "./pages.mjs";
import { wordsOfPage, writePlain } from "./plain.mjs";
import { visit } from "./visit.mjs";

/**
 * Serves a built folder and plain pages of the same words, each as production would, for as long as
 * `use` takes: it gets their addresses and the way to a browser that has kept nothing.
 */
export async function besidePlain({ dist, files, scratch }, use) {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const site = join(scratch, "site");
  cpSync(dist, site, { recursive: true });
  // The servers of deploy/ compress it as they send it; the local one does not.
  const standard = join(site, "standard.json");
  writeFileSync(`${standard}.gz`, gzipSync(readFileSync(standard)));
  const ours = await serve({ dir: site });
  const fresh = async (task) => {
    const profile = mkdtempSync(join(scratch, "profile-"));
    const browser = await launch(profile);
    try {
      // The first page of all, which starts what every page needs.
      await (await browser.page()).send("Page.navigate", { url: "data:text/html,<p>1" });
      await sleep(500);
      return await task(browser);
    } finally {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  const folder = join(scratch, "plain");
  writePlain(folder, await fresh((browser) => allWords(browser, ours.address, files)));
  const plain = await serve({ dir: folder });
  try {
    return await use({ ours: ours.address, plain: plain.address, fresh });
  } finally {
    for (const { server } of [ours, plain]) {
      server.close();
      server.closeAllConnections();
    }
  }
}

/** The words of each page as it is opened, and as each exercise finds it, by file. */
async function allWords(browser, address, files) {
  const words = new Map();
  const read = async (file, place, exercise) => {
    const page = await browser.page();
    await page.send("Page.enable");
    await open(page, address + place);
    if (exercise) await fillIn(page, exercise);
    words.set(file, await page.run(wordsOfPage));
    await page.close();
  };
  for (const file of files) await read(file, file);
  for (const exercise of EXERCISES) await read(plainFile(exercise), exercise.file, exercise);
  return words;
}

function plainFile(exercise) {
  return `exercise-${EXERCISES.indexOf(exercise)}.html`;
}

/**
 * Visits each page and its plain one: first with nothing kept, then again. Returns what each visit
 * measured, by file: `{ours, plain}`, each `{cold, warm}`, each a list in the order of the run.
 * `others` takes the share of the processor that other programs had meanwhile.
 */
export async function measureLoading({ ours, plain, fresh }, files, repetitions, others, tell) {
  const found = new Map(files.map((file) => [file, sides(() => ({ cold: [], warm: [] }))]));
  for (let time = 0; time < repetitions; time += 1) {
    for (const file of files) {
      await quiet();
      const before = ticks();
      for (const [side, address] of byTurns(time, { ours, plain })) {
        await fresh(async (browser) => {
          const once = () => visit(browser, address + file, firstControl(file));
          const { cold, warm } = found.get(file)[side];
          cold.push(await once());
          // What was fetched has to be kept before it is asked for again.
          await sleep(1500);
          warm.push(await once());
        });
      }
      others.push(othersSince(before));
      tell(`visit ${time + 1} of ${repetitions}: ${file}`);
    }
  }
  return found;
}

/** Presses the keys of each exercise on our page and on the plain one; by exercise as above. */
export async function measureKeys({ ours, plain, fresh }, repetitions, others, tell) {
  const found = new Map(EXERCISES.map((exercise) => [exercise, sides(() => [])]));
  for (let time = 0; time < repetitions; time += 1) {
    for (const exercise of EXERCISES) {
      await quiet();
      const before = ticks();
      const places = { ours: ours + exercise.file, plain: plain + plainFile(exercise) };
      for (const [side, address] of byTurns(time, places)) {
        // A plain page holds already what is filled in on ours.
        const task = side === "ours" ? exercise : { ...exercise, fill: [] };
        found.get(exercise)[side].push(await fresh((browser) => delays(browser, address, task)));
      }
      others.push(othersSince(before));
      tell(`keys ${time + 1} of ${repetitions}: ${exercise.name}`);
    }
  }
  return found;
}

function sides(make) {
  return { ours: make(), plain: make() };
}

/** The two sides, each first every other time. */
function byTurns(time, places) {
  const both = Object.entries(places);
  return time % 2 === 0 ? both : both.toReversed();
}
