// How long a page takes from a key or a press to the picture that shows what came of it.

import { setTimeout as sleep } from "node:timers/promises";
import { slowPage } from "./conditions.mjs";
import { follow } from "./visit.mjs";

/** Between two keys, in milliseconds: somebody who types without hurry. */
const BETWEEN = 300;
const PRESSES = 16;
const PATIENCE = 5000;

/** Milliseconds from each key, or each press of the pointer, to the picture after it. */
export async function delays(browser, address, exercise) {
  const page = await slowPage(browser, watchKeys);
  await open(page, address);
  await fillIn(page, exercise);
  const presses = exercise.days ? await daysToPress(page, exercise.days) : keysToPress(exercise.keys);
  const seen = [];
  for (let place = 0; place < PRESSES; place += 1) {
    await sleep(BETWEEN / 2);
    await page.run(() => (window.pressed = null));
    await presses[place % presses.length](page);
    seen.push(await answer(page));
  }
  await page.close();
  return seen;
}

/** Opens a page, and waits until everything has come. */
export async function open(page, address) {
  const traffic = follow(page);
  await page.send("Network.enable");
  await page.send("Page.navigate", { url: address });
  while (traffic.quietFor() < 1500) await sleep(100);
}

/** Fills the page in and puts the focus where the keys go. */
export async function fillIn(page, { fill = [], field, days }) {
  for (const [control, value] of fill) await tryUntil(page, use, control, value);
  const target = field ?? `[data-day$="${days[0]}"]`;
  await tryUntil(page, (target) => {
    const element = document.querySelector(target);
    element?.focus();
    return Boolean(element);
  }, target);
  // What follows the last change comes after a second of rest.
  await sleep(2000);
  await page.run((target) => document.querySelector(target).focus(), target);
}

async function tryUntil(page, task, ...given) {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
    if (await page.run(task, ...given)) return;
  }
  throw new Error(`The page has no ${given[0]}.`);
}

/** Clicks or writes; false where there is nothing to. Runs inside the page. */
function use(control, value) {
  const element = document.querySelector(control);
  if (!element) return false;
  if (value === "click") {
    element.click();
  } else {
    element.value = value;
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  return true;
}

/** How many milliseconds the picture after the last press took, once nothing more comes of it. */
async function answer(page) {
  const delay = () => page.run(() => window.pressed?.delay ?? null);
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(50)) {
    const first = await delay();
    await sleep(BETWEEN / 2);
    if (first !== null && first === (await delay())) return first;
  }
  throw new Error("A key was not heard.");
}

export function keysToPress(keys) {
  return keys.map((key) => async (page) => {
    const text = key.length === 1 ? key : undefined;
    const windowsVirtualKeyCode = CODES[key] ?? key.toUpperCase().charCodeAt(0);
    await page.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", key, text, code: key, windowsVirtualKeyCode });
    await page.send("Input.dispatchKeyEvent", { type: "keyUp", key, code: key, windowsVirtualKeyCode });
  });
}

const CODES = { Backspace: 8, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, ".": 190 };

/** Presses the pointer on days, each of which is brought into view before. */
export async function daysToPress(page, days) {
  return days.map((day) => async () => {
    const place = await page.run((day) => {
      const cell = document.querySelector(`[data-day$="${day}"]`);
      cell.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = cell.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, day);
    await sleep(200);
    await page.run(() => (window.pressed = null));
    const mouse = (type) =>
      page.send("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: 1 });
    await mouse("mousePressed");
    await mouse("mouseReleased");
  });
}

/**
 * Notes when each key or press came, and when what came of it was painted: after the frame in which
 * the last of its events was heard. Runs inside the page.
 */
function watchKeys() {
  window.pressed = null;
  const hear = (event) => {
    if (!event.isTrusted) return;
    if (/keydown|pointerup/.test(event.type)) window.pressed = { start: event.timeStamp, delay: null };
    const { pressed } = window;
    if (!pressed) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (pressed.delay = performance.now() - pressed.start);
      port2.postMessage(0);
    });
  };
  for (const type of ["keydown", "input", "change", "pointerup", "click"]) {
    addEventListener(type, hear, { capture: true });
  }
}
