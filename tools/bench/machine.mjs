// What else the machine does: other programs slow what is measured, and a page with more to compute more
// than a plain one. Known on Linux alone; elsewhere nothing is waited for.

import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** With a smaller share of the processor the other programs are quiet. */
const QUIET = 0.15;
/** How long they are given to become so before each measurement, in milliseconds. */
const PATIENCE = Number(process.env.BENCH_PATIENCE ?? 20) * 1000;

/** Waits until the other programs are quiet, or for as long as there is patience. */
export async function quiet() {
  const end = Date.now() + PATIENCE;
  for (let before = ticks(); before && Date.now() < end; before = ticks()) {
    await sleep(1000);
    if (othersSince(before) < QUIET) return;
  }
}

/** Which share of the processor other programs have had since `before`. */
export function othersSince(before) {
  const now = ticks();
  if (!before || !now) return 0;
  const others = now.busy - before.busy - (now.own - before.own);
  return Math.max(0, others / (now.all - before.all));
}

/** Ticks of the processor so far: all, those in which it worked, and those for this program and what it started. */
export function ticks() {
  try {
    const [, ...counts] = readFileSync("/proc/stat", "utf8").split("\n")[0].split(/\s+/);
    const all = counts.slice(0, 8).reduce((sum, count) => sum + Number(count), 0);
    const [idle, waiting] = [Number(counts[3]), Number(counts[4])];
    return { all, busy: all - idle - waiting, own: ownTicks() };
  } catch {
    return null;
  }
}

function ownTicks() {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const programs = new Map(ids.flatMap((id) => (read(id) ? [[Number(id), read(id)]] : [])));
  const isOwn = (id) => id === process.pid || (programs.has(id) && isOwn(programs.get(id).parent));
  return [...programs].reduce((sum, [id, { ticks }]) => sum + (isOwn(id) ? ticks : 0), 0);
}

/** A program's parent, and the ticks that it and those of its children that have ended took. */
function read(id) {
  try {
    const [parent, ...rest] = readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" ").slice(1);
    return { parent: Number(parent), ticks: rest.slice(9, 13).reduce((sum, count) => sum + Number(count), 0) };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
