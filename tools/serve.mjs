// Serves a built folder on this machine alone, with the headers of a deployment.
//
//   node tools/serve.mjs [--dir dist] [--port 8080] [--base /]
//
// Port 0 takes a free port. The address is printed as a line of its own, so that
// a test can read it. --base serves the folder under a path, as a municipality's
// site would.

import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { headers, KEEP } from "./headers.mjs";
import { HASHED } from "./versions.mjs";

/** Starts serving `dir`; resolves to the server and the address of its first page. */
export function serve({ dir, port = 0, base = "/" }) {
  if (!existsSync(join(dir, "index.html"))) {
    throw new Error(`${dir} holds no index.html: build it with \`make dist\`.`);
  }
  const setHeaders = (response, path) => {
    if (HASHED.test(path)) response.setHeader("Cache-Control", KEEP);
  };
  // `dev` looks at the disk at each request: standard.json is edited while it is served.
  const files = sirv(dir, { dev: true, etag: true, brotli: true, gzip: true, setHeaders });

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value);
    }
    const refuse = (status, text, extra = {}) => {
      response.writeHead(status, {
        "Content-Type": "text/plain; charset=utf-8",
        ...extra,
      });
      response.end(request.method === "HEAD" ? undefined : `${text}\n`);
    };

    if (request.method !== "GET" && request.method !== "HEAD") {
      return refuse(405, "Method not allowed", { Allow: "GET, HEAD" });
    }
    if (!request.url.startsWith(base)) {
      // Relative addresses need the slash at the end of the folder's own.
      return request.url === base.slice(0, -1)
        ? refuse(308, "Moved", { Location: base })
        : refuse(404, "Not found");
    }
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, () => refuse(404, "Not found"));
  });

  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () =>
      done({
        server,
        address: `http://127.0.0.1:${server.address().port}${base}`,
      }),
    );
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: "string", default: "dist" },
      port: { type: "string", default: "8080" },
      base: { type: "string", default: "/" },
    },
  });
  if (!/^\/(.*\/)?$/.test(values.base)) {
    throw new Error("--base must begin and end with a slash.");
  }

  const { server, address } = await serve({
    dir: resolve(values.dir),
    port: Number(values.port),
    base: values.base,
  });
  console.log(address);

  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(
      error.code === "EADDRINUSE"
        ? `Port ${error.port} is taken: stop what uses it, or choose another with \`make serve PORT=…\`.`
        : error.message,
    );
    process.exit(1);
  });
}
