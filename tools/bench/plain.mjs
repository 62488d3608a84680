// The same page as somebody would write it by hand: the words of a built page as plain HTML, one small
// style, and a script of thirty lines that shows a result. What a page of such words takes in this
// browser, at this moment, is what the built pages are measured by.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { metaPolicy } from "../headers.mjs";
import { pack } from "../pack.mjs";
import { separate } from "../versions.mjs";

const FILES = ["plain.css", "plain.js"];

/**
 * Writes plain pages, by the names of their files, and what they load into a folder. As in a built
 * folder, what is loaded may be kept for good, and everything has its compressed forms.
 */
export function writePlain(folder, pages) {
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) {
    copyFileSync(fileURLToPath(new URL(file, import.meta.url)), join(folder, file));
  }
  for (const [file, { title, words }] of pages) writeFileSync(join(folder, file), page(title, words));
  for (const file of separate(folder, [...FILES, ...pages.keys()])) pack(join(folder, file));
}

function page(title, words) {
  return `<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${metaPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="./plain.css">
<script defer src="./plain.js"></script>
</head>
<body>
${words}
<p><output></output></p>
</body>
</html>
`;
}

/** The title and the words of the page that is open, as plain HTML. Runs inside the page. */
export function wordsOfPage() {
  const kept = /^(h\d|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|t[hd]|form|fieldset|legend|label|input|select|option|textarea|button|a|details|summary|nav|main|header|footer|section|address|br|strong)$/;
  const empty = /^(input|br)$/;
  // With data-act and data-tool the same controls can be found again.
  const attributes = ["id", "for", "name", "type", "value", "checked", "selected", "href", "tabindex", "inputmode", "open", "colspan", "scope", "aria-label", "data-day", "data-act", "data-tool"];
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const plain = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || node.localName === "svg" || node.hidden) return "";
    const name = node.localName;
    const inside = [...node.childNodes].map(plain).join("");
    if (!kept.test(name)) return /^(span|small|em|b|i)$/.test(name) ? inside : ` ${inside}`;
    const said = attributes.filter((name) => node.hasAttribute(name));
    const tag = said.map((name) => ` ${name}="${escape(node.getAttribute(name))}"`).join("");
    return empty.test(name) ? `<${name}${tag}>` : `<${name}${tag}>${inside}</${name}>\n`;
  };
  return { title: escape(document.title), words: plain(document.getElementById("app")) };
}
