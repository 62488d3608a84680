// What was measured, as a page to read.

import { NETWORK, SCREEN, SLOWER } from "./conditions.mjs";
import { BUDGETS } from "./goals.mjs";

/** The report as Markdown. */
export function report({ conditions, goals, loading, keys, rules, sizes }) {
  return `${[
    "# Speed",
    "`make bench` has written this. Every page is set against a plain page: the same words as static HTML, a small style, a script of thirty lines that shows a result. Both are visited in turn in the same run, served alike, so what the machine does meanwhile is in both and the ratio counts, not the milliseconds. A ratio is the median over the repetitions, with the smallest and the largest.",
    "## Conditions",
    table(["", ""], Object.entries({ ...conditions, ...CONDITIONS })),
    "## Goals",
    table(
      ["", "goal", "measured at the worst place", "where", ""],
      goals.map(({ name, limit, unit, value, where, isMet }) => [
        name,
        `≤ ${limit}${unit}`,
        `${short(value)}${unit}`,
        where,
        isMet ? "met" : "**not met**",
      ]),
    ),
    "## First visit",
    "Milliseconds on our page, and how many times as long as on the plain page. A page is usable when its first control takes what is put into it and does not lose it, and pages that are only read when their first heading after the title stands there. It answers when the program shows what follows from it, and when a page that is only read is there as a whole.",
    visits(loading, "cold"),
    "## Second visit",
    visits(loading, "warm"),
    "## What is transferred",
    transfers(loading),
    "## From a key to the picture",
    `Typed on a page that is filled in, in the calendar with a year planned. The slowest key is the one whose median over the repetitions is the largest; beside it, which share of all presses took over ${BUDGETS.slowestKey} ms.`,
    table(
      ["", "ours, ms", "plain, ms", "ratio", "goal", "slowest key, ms (plain)", `over ${BUDGETS.slowestKey} ms (plain)`],
      keys.map(({ name, ours, plain, ratio, budget, slowest, over }) => [
        name,
        spread(ours),
        spread(plain),
        marked(ratio, budget),
        `≤ ${budget}`,
        `${short(slowest.ours)} (${short(slowest.plain)})`,
        `${percent(over.ours)} (${percent(over.plain)})`,
      ]),
    ),
    "## The rules",
    "A line of the contract in, a line out; milliseconds. The first time in a page includes what the browser compiles for it. Of the tools it is the longest request of the casebook; the year is eleven long weekends and a week around what is booked and what will not do.",
    table(
      ["", "natively", "in the browser, the first time", "again", `${SLOWER} × slower, the first time`, "again"],
      rules.asked
        .filter(({ group }) => group === "tool" || group === "year")
        .map(({ group, name, native, first, again, slowed }) => [
          group === "year" ? "suggest, a year" : name,
          spread(native),
          short(first),
          spread(again),
          short(slowed.first),
          spread(slowed.again),
        ]),
    ),
    "How cost grows: the exponent is 1 where it is linear; what twice as much costs is 2 then. What disturbs a measurement only adds to it, so this is of the shortest times. Shapes are counted by how many ways there are to have placed some of the twelve stays: of one shape 13, of four 256.",
    table(
      ["", "sizes", "milliseconds", "exponent", "twice as much costs"],
      rules.growth.map(({ name, sizes, costs, exponent, doubling }) => [
        name,
        sizes.join(", "),
        costs.map(short).join(", "),
        exponent > BUDGETS.exponent ? `**${short(exponent)}**` : short(exponent),
        `× ${short(doubling)}`,
      ]),
    ),
    "## What a first visit is made of",
    "Bytes as they are sent. Fonts and the second file have budgets of their own (`make size`).",
    table(["", "bytes", "sent"], sizes.parts.map(row)),
    "The program's files by whose code it is: crates, and our own modules. A file is compressed as one, so a part's sent bytes are its share of the code's.",
    table(["first file", "bytes", "sent, about"], sizes.owners[0].filter(isLarge).map(row)),
    table(["second file", "bytes", "sent, about"], sizes.owners[1].filter(isLarge).map(row)),
  ].join("\n\n")}\n`;
}

const CONDITIONS = {
  network: `${NETWORK.latency} ms to each answer, ${NETWORK.megabits} Mbit/s`,
  processor: `${SLOWER} times slower than it is, except where the rules are measured`,
  screen: `${SCREEN.width} × ${SCREEN.height}, a phone's`,
};

function visits(loading, visit) {
  const budgets = visit === "cold" ? { firstPaint: BUDGETS.firstPaint, usable: BUDGETS.usable } : { usable: BUDGETS.warmUsable };
  const cells = (one, metric) => [spread(one[metric].ours), marked(one[metric].ratio, budgets[metric])];
  return table(
    ["", "first paint", "ratio", "largest paint", "ratio", "usable", "ratio", "answers", "ratio", "blocked, ms (plain)", "requests (plain)"],
    loading.map((page) => {
      const one = page[visit];
      return [
        page.name,
        ...["firstPaint", "largestPaint", "usable", "answers"].flatMap((metric) => cells(one, metric)),
        `${spread(one.ours.blocked)} (${short(one.plain.blocked.median)})`,
        `${one.ours.requests} (${one.plain.requests})`,
      ];
    }),
  );
}

/** Bytes of a first visit by kind, of each page. */
function transfers(loading) {
  const kinds = [...new Set(loading.flatMap(({ cold }) => Object.keys(cold.ours.bytes)))];
  const sum = (bytes) => Object.values(bytes).reduce((a, b) => a + b, 0);
  return table(
    ["first visit, bytes with headers", ...kinds, "all", "plain page", "second visit"],
    loading.map(({ name, cold, warm }) => [
      name,
      ...kinds.map((kind) => cold.ours.bytes[kind] ?? 0),
      sum(cold.ours.bytes),
      sum(cold.plain.bytes),
      sum(warm.ours.bytes),
    ]),
  );
}

function row({ name, bytes, sent }) {
  return [name, bytes, sent];
}

/** What is smaller is no part that anything can be won from. */
function isLarge({ sent }) {
  return sent >= 200;
}

function marked(ratio, budget) {
  const text = spread(ratio);
  return budget !== undefined && ratio.median > budget ? `**${text}**` : text;
}

function spread({ median, least, most }) {
  return least === most ? short(median) : `${short(median)} (${short(least)}–${short(most)})`;
}

/** Three digits, as far as they say anything. */
function short(value) {
  if (value >= 100 || value === 0) return String(Math.round(value));
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
