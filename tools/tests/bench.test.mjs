// What tools/bench/ makes of its measurements, over numbers and names whose answers are known.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compareKeys, goals } from "../bench/goals.mjs";
import { ownerOf } from "../bench/sizes.mjs";
import { growth, median, ratios, summary } from "../bench/statistics.mjs";

test("the median is the middle, or between the two middle ones", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(median([7]), 7);
  assert.equal(median([10, 9, 100]), 10);
});

test("the values themselves stay in their order", () => {
  const values = [3, 1, 2];
  median(values);
  assert.deepEqual(values, [3, 1, 2]);
});

test("a summary has the ends as well", () => {
  assert.deepEqual(summary([5, 1, 4]), { median: 4, least: 1, most: 5 });
});

test("each measurement is set against the one beside it", () => {
  // The machine was twice as slow the second time: the ratio is the same.
  assert.deepEqual(ratios([30, 60], [10, 20]), { median: 3, least: 3, most: 3 });
  assert.deepEqual(ratios([10, 20, 90], [10, 10, 10]), { median: 2, least: 1, most: 9 });
  assert.throws(() => ratios([1, 2], [1]), /beside/);
});

test("growth tells linear from quadratic cost, whatever the unit", () => {
  const sizes = [10, 20, 40, 80];
  const of = (cost) => growth(sizes.map((size) => [size, cost(size)]));
  const linear = of((size) => size * 0.003);
  assert.ok(Math.abs(linear.exponent - 1) < 1e-9 && Math.abs(linear.doubling - 2) < 1e-9);
  assert.ok(Math.abs(of((size) => size ** 2 * 7).doubling - 4) < 1e-9);
  assert.ok(Math.abs(of(() => 5).exponent) < 1e-9);
  // What costs the same at every size makes growth look smaller, never larger.
  assert.ok(of((size) => size + 100).exponent < 1);
});

test("a key is slow when it is so every time, not when something disturbed it once", () => {
  const ours = [[20, 130, 20], [20, 120, 500], [20, 110, 20]];
  const plain = ours.map((presses) => presses.map(() => 20));
  const [keys] = compareKeys(new Map([[{ name: "form" }, { ours, plain }]]));
  assert.deepEqual(keys.slowest, { ours: 120, plain: 20 });
  assert.deepEqual(keys.over, { ours: 4 / 9, plain: 0 });
  assert.equal(keys.ratio.median, 1);
});

test("a goal is met or missed at the worst place", () => {
  const visit = (ratio) => ({ firstPaint: { ratio }, usable: { ratio } });
  const page = (name, cold, warm) => ({ name, cold: visit({ median: cold }), warm: visit({ median: warm }) });
  const keys = [1.5, 3].map((budget) => ({ name: "form", budget, ratio: { median: budget }, slowest: { ours: 101 } }));
  const rules = { asked: [{ group: "year", name: "suggest", first: 9 }], growth: [{ name: "stays", exponent: 1 }] };
  const found = goals({ loading: [page("a", 1.1, 1), page("b", 1.9, 1.4)], keys, rules });
  const missed = found.filter(({ isMet }) => !isMet).map(({ name, where }) => [name, where]);
  assert.deepEqual(missed, [["first paint", "b"], ["slowest key", "form"]]);
});

test("a function belongs to the crate that its name begins in, and of ours to the module", () => {
  const owners = {
    "botilbud::rules::suggest::best::{{closure}}::h1a": "botilbud::rules",
    "<botilbud::text::Month as core::fmt::Display>::fmt": "botilbud::text",
    "core[c5930c85a12de822]::fmt::write": "Rust's own library",
    "<T as alloc::string::ToString>::to_string": "Rust's own library",
    "<&mut serde_json::ser::Serializer<W> as serde::Serializer>::serialize_str": "serde_json",
    start: "entry points, and what has no name",
  };
  for (const [name, owner] of Object.entries(owners)) assert.equal(ownerOf(name), owner);
});
