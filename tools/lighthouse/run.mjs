// Lighthouse on every page of dist/ that can be opened by itself:
//
//   node tools/lighthouse/run.mjs folder-with-lighthouse
//
// Accessibility, best practices and findability must be 100 on each.

import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "../serve.mjs";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
// A page of ours in the role of somebody else's, which says that it is not to be found.
const NOT_OURS = ["preview.html"];

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tools/lighthouse/run.mjs folder-with-lighthouse");
  process.exit(2);
}
const load = (path) => import(pathToFileURL(join(resolve(folder), "node_modules", path)));
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");

const site = await serve({ dir: "dist" });
const chromium = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--lang=da"],
});
let isGood = true;
try {
  for (const page of pages("dist")) isGood = (await audit(page)) && isGood;
} finally {
  await chromium.kill();
  site.server.close();
  site.server.closeAllConnections();
}
process.exitCode = isGood ? 0 : 1;

/** The pages in a folder and the folders in it. */
function pages(dir) {
  const files = readdirSync(dir, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
  return files.filter((file) => file.endsWith(".html") && !NOT_OURS.includes(file.split("/").at(-1))).sort();
}

/** Whether a page has all points; tells what it lost them by. */
async function audit(page) {
  const options = { port: chromium.port, logLevel: "error", onlyCategories: CATEGORIES };
  const { lhr } = await lighthouse(`${site.address}${page}`, options);
  const points = CATEGORIES.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
  console.log(`${points.map((number) => String(number).padStart(3)).join(" ")}  ${page}`);
  if (lhr.runtimeError) console.log(`     ${lhr.runtimeError.message}`);
  for (const { id, weight } of CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs)) {
    const { score, title, details } = lhr.audits[id];
    if (weight > 0 && score !== null && score < 1) {
      console.log(`     ${id}: ${title}: ${JSON.stringify(details?.items ?? []).slice(0, 400)}`);
    }
  }
  return points.every((number) => number === 100);
}
