// What is wanted of the speed, set against what was measured.

import { FORM_BUDGET } from "./pages.mjs";
import { growth, median, ratios, summary } from "./statistics.mjs";

export const BUDGETS = {
  firstPaint: 1.2,
  usable: 2.0,
  warmUsable: 1.5,
  slowestKey: 100,
  suggest: 10,
  exponent: 1.2,
};

/** The goals, each with what was wanted, what was found at the worst place, and whether it is met. */
export function goals({ loading, keys, rules }) {
  const worst = (rows, value) => rows.reduce((one, other) => (value(other) > value(one) ? other : one));
  const goal = (name, limit, unit, rows, value) => {
    const row = worst(rows, value);
    return { name, limit, unit, value: value(row), where: row.name, isMet: value(row) <= limit };
  };
  const forms = keys.filter(({ budget }) => budget === FORM_BUDGET);
  const calendar = keys.filter(({ budget }) => budget !== FORM_BUDGET);
  const year = rules.asked.filter(({ group }) => group === "year");
  return [
    goal("first paint", BUDGETS.firstPaint, "×", loading, ({ cold }) => cold.firstPaint.ratio.median),
    goal("usable", BUDGETS.usable, "×", loading, ({ cold }) => cold.usable.ratio.median),
    goal("usable, second visit", BUDGETS.warmUsable, "×", loading, ({ warm }) => warm.usable.ratio.median),
    goal("key to paint, forms", FORM_BUDGET, "×", forms, ({ ratio }) => ratio.median),
    goal("key to paint, calendar", calendar[0].budget, "×", calendar, ({ ratio }) => ratio.median),
    goal("slowest key", BUDGETS.slowestKey, " ms", keys, ({ slowest }) => slowest.ours),
    goal("a year's suggestion in the browser, the first time", BUDGETS.suggest, " ms", year, ({ first }) => first),
    goal("growth, exponent", BUDGETS.exponent, "", rules.growth, ({ exponent }) => exponent),
  ];
}

/** Of the visits to each page: medians, and how many times those of the plain page. */
export function compareLoading(found) {
  return [...found].map(([name, { ours, plain }]) => {
    const compare = (visit) => {
      const values = (side, metric) => side[visit].map((one) => one[metric]);
      const compared = (metric) => ({
        ours: summary(values(ours, metric)),
        plain: summary(values(plain, metric)),
        ratio: ratios(values(ours, metric), values(plain, metric)),
      });
      const others = (side) => ({
        blocked: summary(values(side, "blocked")),
        requests: median(values(side, "requests")),
        bytes: side[visit][0].bytes,
      });
      return {
        ...Object.fromEntries(["firstPaint", "largestPaint", "usable", "answers"].map((name) => [name, compared(name)])),
        ours: others(ours),
        plain: others(plain),
      };
    };
    return { name, cold: compare("cold"), warm: compare("warm") };
  });
}

/**
 * Of the keys of each exercise: the median, and how many times that of the plain page. The slowest key
 * is the one whose median over the repetitions is largest: what another program did to a single
 * press is not the page's.
 */
export function compareKeys(found) {
  return [...found].map(([{ name, budget = FORM_BUDGET }, { ours, plain }]) => {
    const [a, b] = [ours, plain].map((side) => side.map(median));
    const slowest = (side) => Math.max(...side[0].map((_, key) => median(side.map((presses) => presses[key]))));
    return {
      name,
      budget,
      ours: summary(a),
      plain: summary(b),
      ratio: ratios(a, b),
      slowest: { ours: slowest(ours), plain: slowest(plain) },
      over: { ours: share(ours.flat()), plain: share(plain.flat()) },
    };
  });
}

/** Which share of the presses took longer than any should. */
function share(presses) {
  return presses.filter((delay) => delay > BUDGETS.slowestKey).length / presses.length;
}

/** What the rules take natively and in the browser, and how it grows. */
export function compareRules(native, wasm) {
  const asked = wasm.map((question) => ({ ...question, native: native.get(`${question.group}/${question.name}`) }));
  const groups = [...new Set(asked.map(({ group }) => group))];
  const growing = groups.filter((group) => asked.filter((one) => one.group === group && Number(one.name)).length > 1);
  const rows = growing.flatMap((group) => {
    const points = asked.filter((one) => one.group === group);
    // What disturbs only adds: the shortest time is nearest to what the question takes.
    const of = (place, cost) => ({
      name: `${group}, ${place}`,
      sizes: points.map(({ name }) => Number(name)),
      costs: points.map(cost),
      ...growth(points.map((one) => [Number(one.name), cost(one)])),
    });
    return [of("natively", (one) => one.native.least), of("in the browser", (one) => one.again.least)];
  });
  return { asked, growth: rows };
}
