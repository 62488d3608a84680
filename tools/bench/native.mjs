// The rules natively, as criterion measures them.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const KEPT = "target/criterion";

/** Milliseconds that each question takes, by group and name. */
export function measureNative() {
  // A question that is not asked any more would stay.
  rmSync(KEPT, { recursive: true, force: true });
  execFileSync("cargo", ["bench", "--locked", "--quiet", "--package", "botilbud-bench", "--bench", "native", "--", "--quiet"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const found = readdirSync(KEPT, { recursive: true }).filter((path) => path.endsWith("new/estimates.json"));
  return new Map(found.map(read));
}

function read(path) {
  const folder = join(KEPT, path, "..");
  const { median } = JSON.parse(readFileSync(join(KEPT, path), "utf8"));
  const { group_id: group, value_str: name } = JSON.parse(readFileSync(join(folder, "benchmark.json"), "utf8"));
  const [least, most] = [median.confidence_interval.lower_bound, median.confidence_interval.upper_bound];
  const milliseconds = { median: median.point_estimate, least, most };
  const scaled = Object.entries(milliseconds).map(([key, nanoseconds]) => [key, nanoseconds / 1e6]);
  return [`${group}/${name}`, Object.fromEntries(scaled)];
}
