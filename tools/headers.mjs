// The headers of a deployment, as tools/headers.json lists them.
//
// The policies are kept as lists there so that each directive has its own line;
// here they become the strings that a browser reads.

import { readFileSync } from "node:fs";

const SEPARATOR = {
  "Content-Security-Policy": "; ",
  "Permissions-Policy": ", ",
};

const parts = JSON.parse(
  readFileSync(new URL("headers.json", import.meta.url), "utf8"),
);

/** Header name to header value. */
export const headers = Object.fromEntries(
  Object.entries(parts).map(([name, values]) => [
    name,
    values.join(SEPARATOR[name] ?? ", "),
  ]),
);

/**
 * The policy as a `<meta>` element states it, for hosts that set no headers, and stricter in one
 * thing: what style may stand in a page only the page knows (tools/style.mjs), so the header leaves
 * it to the page. A browser obeys both. It ignores frame-ancestors in an element, and warns about it.
 */
export const metaPolicy = parts["Content-Security-Policy"]
  .filter((directive) => !directive.startsWith("frame-ancestors"))
  .map((directive) => directive.replace(" 'unsafe-inline'", ""))
  .join(SEPARATOR["Content-Security-Policy"]);

/** How long what stands in a folder named after its content may be kept: for good. */
export const KEEP = "public, max-age=31536000, immutable";
