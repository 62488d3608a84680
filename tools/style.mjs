// Puts the style of the first picture into the page, where nothing else keeps it: asked for by itself
// it would share the line with the program, and the page would stay white for as long.

import { createHash } from "node:crypto";

const LINK = '<link rel="stylesheet" href="./main.css">';
const POLICY = /(<meta http-equiv="Content-Security-Policy" content="[^"]*style-src 'self')/;

/**
 * The page with the style in it, and with a policy that allows this one style and no other. Where
 * a policy of the server's own refuses it, boot.js asks for the file.
 */
export function styleInside(html, style) {
  if (!html.includes(LINK) || !POLICY.test(html)) throw new Error("A page has no style or no policy.");
  const text = style.trimEnd();
  const hash = createHash("sha256").update(text).digest("base64");
  return html
    .replace(POLICY, (policy) => `${policy} 'sha256-${hash}'`)
    .replace(LINK, () => `<style>${text}</style>`);
}
