// The page with the licences of all that is shipped: which parts there are, and each text once.

import { readFileSync } from "node:fs";
import { escape } from "./pages.mjs";

/** The parts and texts of the page, as markup for its form. */
export function licences(components) {
  const own = {
    name: "botilbud",
    version: "",
    licence: "MIT",
    texts: [readFileSync(new URL("../LICENSE", import.meta.url), "utf8")],
  };
  const texts = byText([own, ...components]);
  const places = new Map([...texts.keys()].map((text, index) => [text, `tekst-${index + 1}`]));
  return {
    parts: [own, ...components].map((part) => item(part, places)).join("\n"),
    texts: [...texts].map(([text, parts]) => section(text, parts, places)).join("\n"),
  };
}

/** From each text to the parts that come with it. Texts that read the same are the same. */
function byText(components) {
  const texts = new Map();
  for (const component of components) {
    for (const text of component.texts.map(paragraphs)) {
      texts.set(text, [...(texts.get(text) ?? []), component]);
    }
  }
  return texts;
}

/** A text as paragraphs: lines of a fixed length would not fit on a narrow screen. */
function paragraphs(text) {
  const blocks = text.trim().split(/\n\s*\n/);
  return blocks.map((block) => `<p>${escape(block.replace(/\s+/g, " ").trim())}</p>`).join("\n");
}

/** A part, whose name leads to its text. */
function item({ name, version, licence, texts }, places) {
  const label = escape(`${name} ${version}`.trim());
  const [first, ...others] = texts.map((text) => places.get(paragraphs(text)));
  const more = others.map((place) => ` (<a href="#${place}">også ${label}</a>)`).join("");
  return `<li><a href="#${first}">${label}</a>${more}: ${escape(licence)}</li>`;
}

function section(text, parts, places) {
  const [first, ...others] = parts.map(({ name }) => escape(name));
  const heading = others.length > 0 ? `${first} og ${others.length} andre` : first;
  const whom = others.length > 0 ? `<p>Også: ${others.join(", ")}</p>\n` : "";
  return `<h3 id="${places.get(text)}">${heading}</h3>\n${whom}<div lang="en">\n${text}\n</div>`;
}
