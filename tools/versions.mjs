// Puts what belongs to one build into folders named after their content, so that a page and what
// it loads are always of one build: an update adds a folder, and a page that is open goes on with
// the old one. A browser need never ask for such a file twice.
//
// The fonts have a folder of their own. They stay the same from one version to the next.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What keeps its address: others link to it, load it or edit it, or tools/pages.mjs looks there. */
const STABLE = /^([^/]+\.html|(ahead|standard(\.schema)?)\.json|embed(-\d+)?\.js|preview\.\w+)$/;

const FONTS = "fonts/";

/** The addresses of what has a folder named after its content. */
export const HASHED = /(^|\/)(app|fonts)-[0-9a-f]{12}\//;

/** Moves the files of a build, given by their paths inside it; returns their new paths. */
export function separate(folder, files) {
  const fonts = files.filter((file) => file.startsWith(FONTS));
  const app = files.filter((file) => !STABLE.test(file) && !file.startsWith(FONTS));
  const fontPlaces = move(folder, fonts, "fonts", (file) => file.slice(FONTS.length));
  // The style is part of the build, and so is where it finds the fonts.
  for (const file of app.filter((file) => file.endsWith(".css"))) {
    relink(join(folder, file), fontPlaces, (from, to) => [`url(${from})`, `url(../${to})`]);
  }
  const places = new Map([...fontPlaces, ...move(folder, app, "app", (file) => file)]);
  const stable = files.filter((file) => STABLE.test(file));
  for (const page of stable.filter((file) => file.endsWith(".html"))) {
    relink(join(folder, page), places, (from, to) => [`="./${from}"`, `="./${to}"`]);
  }
  return [...places.values(), ...stable];
}

/** Moves files into a folder named after their content; from old path to new. */
function move(folder, files, name, inside) {
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    const bytes = readFileSync(join(folder, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  const target = `${name}-${hash.digest("hex").slice(0, 12)}`;
  const places = new Map(files.map((file) => [file, `${target}/${inside(file)}`]));
  for (const [file, place] of places) {
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    renameSync(join(folder, file), join(folder, place));
  }
  // Folders inside move with their last file.
  for (const file of files.filter((file) => file.includes("/"))) {
    rmSync(join(folder, file.split("/")[0]), { recursive: true, force: true });
  }
  return places;
}

/** Lets a file's references lead to the new places. */
function relink(file, places, reference) {
  const text = [...places].reduce(
    (text, [from, to]) => text.replaceAll(...reference(from, to)),
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, text);
}
