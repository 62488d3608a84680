// One visit to a page: what it transfers, when it is seen, and when its first control works.

import { setTimeout as sleep } from "node:timers/promises";
import { slowPage } from "./conditions.mjs";

/** A visit has ended when nothing has happened for so long, in milliseconds. */
const QUIET = 700;
const PATIENCE = 60_000;

const SECOND = /\/planner\.wasm$/;

const KINDS = [
  ["html", /html/],
  ["css", /css/],
  ["script", /javascript/],
  ["wasm", /wasm/],
  ["font", /font/],
  ["data", /json/],
  ["words", /plain/],
];

/**
 * Visits an address and tries its first control.
 *
 * Times are milliseconds since the visit began: `firstPaint`, `largestPaint`; `usable` is when the
 * first control takes what is put into it and keeps it, `answers` when the page answers to it;
 * `blocked` is how long tasks kept the page from answering. `bytes` are what came over the network,
 * by kind.
 */
export async function visit(browser, address, first) {
  const page = await slowPage(browser, watchLoading, first);
  const traffic = follow(page);
  await page.send("Page.navigate", { url: address });
  await settle(page, traffic);
  const seen = await page.run(() => window.measured);
  await page.close();
  const { firstPaint, largestPaint, usable, answers, long } = seen;
  if (answers === null) throw new Error(`${address}: ${first.control} never worked.`);
  const blocked = long.filter(([start]) => start >= firstPaint);
  return {
    firstPaint,
    largestPaint,
    usable,
    answers,
    blocked: blocked.reduce((sum, [, duration]) => sum + duration - 50, 0),
    ...traffic.sum(),
  };
}

/** Counts what a page asks for, and what comes. */
export function follow(page) {
  const asked = new Map();
  let last = Date.now();
  let open = 0;
  page.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (!request.url.startsWith("http")) return;
    asked.set(requestId, { kind: "other", bytes: 0, sent: true, isSecond: SECOND.test(request.url) });
    last = Date.now();
    open += 1;
  });
  const told = (id, change) => asked.has(id) && Object.assign(asked.get(id), change);
  page.on("Network.requestServedFromCache", ({ requestId }) => told(requestId, { sent: false }));
  page.on("Network.responseReceived", ({ requestId, response }) => {
    const kind = KINDS.find(([, type]) => type.test(response.mimeType))?.[0] ?? "other";
    told(requestId, { kind, ...(response.fromDiskCache && { sent: false }) });
  });
  const end = ({ requestId, encodedDataLength = 0 }) => {
    if (!told(requestId, { bytes: encodedDataLength })) return;
    last = Date.now();
    open -= 1;
  };
  page.on("Network.loadingFinished", end);
  page.on("Network.loadingFailed", end);
  return {
    quietFor: () => (open > 0 || asked.size === 0 ? 0 : Date.now() - last),
    sum: () => {
      const bytes = {};
      const sent = [...asked.values()].filter(({ sent }) => sent);
      for (const { kind, isSecond, bytes: more } of sent) {
        const part = isSecond ? "second file" : kind;
        bytes[part] = (bytes[part] ?? 0) + more;
      }
      return { bytes, requests: sent.length };
    },
  };
}

/** Waits until the first control has worked, and network and processor have been quiet. */
async function settle(page, traffic) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    await sleep(100);
    if (traffic.quietFor() < QUIET) continue;
    const isQuiet = await page.run((quiet) => {
      const { answers, long = [] } = window.measured ?? {};
      const [start, duration] = long.at(-1) ?? [0, 0];
      return typeof answers === "number" && performance.now() - start - duration > quiet;
    }, QUIET);
    if (isQuiet) return;
  }
}

/** Notes paints and long tasks, and tries the first control until it answers. Runs inside the page. */
function watchLoading({ control, act }) {
  if (window.top !== window) return;
  const seen = { firstPaint: null, largestPaint: null, usable: null, answers: null, isKept: false, long: [] };
  window.measured = seen;
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.firstPaint = startTime;
  });
  watch("largest-contentful-paint", ({ startTime }) => (seen.largestPaint = startTime));
  watch("longtask", ({ startTime, duration }) => seen.long.push([startTime, duration]));

  let tries = 0;
  let taken;
  let before;
  const timer = setInterval(attempt, 20);
  function attempt() {
    const found = [...document.querySelectorAll(control)].filter((one) => one.checkVisibility());
    if (found.length === 0) return;
    if (!taken) {
      taken = found[0];
      if (act) use(taken);
      note("usable");
    }
    if (document.querySelector("main .loading")) return;
    if (!act) return answered();
    if (!seen.isKept && !isKept(document.getElementById(taken.id))) {
      taken = undefined;
      return;
    }
    seen.isKept = true;
    const read = () => document.querySelector("main").textContent + (document.querySelector("output")?.textContent ?? "");
    // What comes of it may be drawn after the next picture.
    before ??= read();
    if (read() === before) {
      tries += 1;
      use(found[tries % found.length]);
    }
    if (read() !== before) answered();
  }
  function use(element) {
    if (act === "click") return element.click();
    element.value = act[tries % act.length];
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  /** Whether what was put in stands there still. */
  function isKept(field) {
    if (!field?.matches("input")) return true;
    return field.type === "radio" ? field.checked : field.value === act[0];
  }
  function answered() {
    clearInterval(timer);
    note("answers");
  }
  /** Takes the time when the picture after this has been drawn. */
  function note(what) {
    seen[what] = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (seen[what] = performance.now());
      port2.postMessage(0);
    });
  }
}
