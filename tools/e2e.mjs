// Runs a command with the built pages and a browser's driver at hand:
//
//   node tools/e2e.mjs cargo test --test e2e
//
// The command finds these in its environment:
//
//   BOTILBUD_URL          dist/
//   BOTILBUD_SUBPATH_URL  dist/ under a path, on another origin
//   BOTILBUD_PANIC_URL    target/dist-panic/, the pages with a button that panics
//   WEBDRIVER_URL         ChromeDriver

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { serve } from "./serve.mjs";

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error("usage: node tools/e2e.mjs command [argument …]");
  process.exit(2);
}

const pages = await Promise.all([
  serve({ dir: "dist" }),
  serve({ dir: "dist", base: "/borger/botilbud/" }),
  serve({ dir: "target/dist-panic" }),
]);
const [whole, subpath, panic] = pages.map(({ address }) => address);

const driver = spawn(process.env.CHROMEDRIVER ?? "chromedriver", ["--port=0"], {
  stdio: ["ignore", "pipe", "inherit"],
});

let status = 1;
try {
  const test = spawn(command, args, {
    stdio: "inherit",
    env: {
      ...process.env,
      BOTILBUD_URL: whole,
      BOTILBUD_SUBPATH_URL: subpath,
      BOTILBUD_PANIC_URL: panic,
      WEBDRIVER_URL: `http://127.0.0.1:${await driverPort()}`,
    },
  });
  [status] = await once(test, "exit");
} catch (error) {
  console.error(error.message);
} finally {
  driver.kill();
  for (const { server } of pages) {
    server.close();
    server.closeAllConnections();
  }
}
process.exitCode = status ?? 1;

/** The port that ChromeDriver says it listens on. */
async function driverPort() {
  const failed = once(driver, "exit").then(() => {
    throw new Error("ChromeDriver stopped before it was ready.");
  });
  const ready = (async () => {
    for await (const line of createInterface({ input: driver.stdout })) {
      const port = line.match(/started successfully on port (\d+)/)?.[1];
      if (port) return port;
    }
    return failed;
  })();
  const port = await Promise.race([ready, failed]);
  failed.catch(() => {});
  // An unread pipe would fill and stop the driver.
  driver.stdout.resume();
  return port;
}
