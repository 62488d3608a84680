// A Chromium of its own for the measurements, driven by the DevTools protocol. The protocol runs over
// a pipe: no port is opened, and nothing has to be installed beside the browser.

import { spawn } from "node:child_process";
import { once } from "node:events";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Nothing that the browser does by itself may run beside what is measured. */
const QUIET = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--disable-gpu",
  "--disable-extensions",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** How long an answer of the browser may take, in milliseconds. */
const PATIENCE = 120_000;

/** Starts a browser that keeps what it keeps in this folder. */
export async function launch(profile) {
  // A sandbox cannot be set up as root.
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(CHROMIUM, [...QUIET, ...root, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const { send, listen } = connect(child.stdio[3], child.stdio[4]);
  const ended = once(child, "exit");
  const failed = ended.then(() => {
    throw new Error("Chromium stopped.");
  });
  failed.catch(() => {});
  const ask = (...message) => Promise.race([send(...message), failed]);
  const { product } = await ask("Browser.getVersion");
  return {
    version: product.replace(/^.*\//, "Chromium "),
    page: () => openPage(ask, listen),
    close: async () => {
      send("Browser.close").catch(() => {});
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** A new window. */
async function openPage(ask, listen) {
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, parameters) => ask(method, parameters, sessionId);
  return {
    send,
    on: (method, hear) => listen(sessionId, method, hear),
    /** What a function says that is run in the page; it sees nothing but its arguments. */
    run: async (task, ...given) => {
      const expression = `(${task})(${given.map((value) => JSON.stringify(value) ?? "undefined").join(",")})`;
      const answer = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      const { exceptionDetails: wrong } = answer;
      if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
      return answer.result.value;
    },
    close: () => ask("Target.closeTarget", { targetId }),
  };
}

/** The protocol over two pipes: messages are JSON, each ended by a zero byte. */
function connect(out, into) {
  const waiting = new Map();
  const heard = new Map();
  let asked = 0;
  let rest = "";
  into.setEncoding("utf8");
  into.on("data", (text) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const message of messages) take(JSON.parse(message));
  });
  out.on("error", () => {});

  function take({ id, result, error, sessionId, method, params }) {
    if (id === undefined) {
      for (const hear of heard.get(`${sessionId} ${method}`) ?? []) hear(params);
      return;
    }
    const { done, fail, name } = waiting.get(id);
    waiting.delete(id);
    if (error) fail(new Error(`${name}: ${error.message}`));
    else done(result);
  }

  return {
    send: (name, params = {}, sessionId = undefined) => {
      asked += 1;
      const id = asked;
      out.write(`${JSON.stringify({ id, method: name, params, sessionId })}\0`);
      return new Promise((done, fail) => {
        const late = setTimeout(() => fail(new Error(`${name}: no answer`)), PATIENCE);
        const ended = (go) => (value) => {
          clearTimeout(late);
          go(value);
        };
        waiting.set(id, { done: ended(done), fail: ended(fail), name });
      });
    },
    listen: (sessionId, method, hear) => {
      const place = `${sessionId} ${method}`;
      heard.set(place, [...(heard.get(place) ?? []), hear]);
    },
  };
}
