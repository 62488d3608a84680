// Starts the program with the municipality's standard and the words of a language, and fetches the
// planner when the first page is on the screen. A file of its own, because the page's security
// policy allows no script inside the page.

// On somebody else's page their header stands above already: style/_framed.scss takes ours away.
if (window.parent !== window) document.documentElement.dataset.framed = "";

/** The language that the page speaks, and whether the planner is there. */
let language = wantedLanguage();
let isWhole = false;
/** The planner on its way. */
let coming;

const fetched = new Map();

try {
  // Asked for at once: they come while the program, which is larger, is still on its way.
  const standard = fetchStandard();
  const words = fetchWords(language, "first");
  standard.then(([, text]) => fillIn(text));
  // A failed dynamic import can be caught; a failed static one cannot.
  const { default: init, start } = await import("./botilbud.js");
  const program = await init();
  start(...(await standard), language, await words);
  document.addEventListener("planner-wanted", () => addPlanner(program));
  document.addEventListener("language-wanted", ({ detail }) => speak(detail, program));
  await addPlanner(program);
} catch (error) {
  console.error(error);
  // A program that started and then failed has shown its own message.
  const crash = document.getElementById("crash");
  if (!crash || crash.hidden) {
    document.getElementById("loading")?.remove();
    const fallback = document.getElementById("fallback");
    if (fallback) fallback.hidden = false;
  }
}

/**
 * The language of the page's own words, unless the address asks for another that there is. What
 * <html lang> says may be a translator's.
 */
function wantedLanguage() {
  const asked = new URLSearchParams(location.hash.split("?")[1]).get("lang");
  const links = [...document.querySelectorAll("a[hreflang]")];
  const own = links.find((link) => link.hasAttribute("aria-current"));
  return (links.find(({ hreflang }) => hreflang === asked) ?? own).hreflang;
}

/** The words of the first file of the program, or those of the second; asked for once. */
function fetchWords(code, part) {
  const name = `words/${code}.${part}.txt`;
  if (!fetched.has(name)) {
    fetched.set(name, fetchText(name));
    fetched.get(name).catch(() => fetched.delete(name));
  }
  return fetched.get(name);
}

async function fetchText(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
}

/** Every word of a language, as the program takes them. */
function fetchAllWords(code) {
  return Promise.all([code, fetchWords(code, "first"), fetchWords(code, "later")]);
}

/**
 * Gives the running program the words of another language; it hears whether they came. What it
 * does with them is in its second file.
 */
async function speak(code, program) {
  try {
    if (!isWhole) await addPlanner(program);
    if (!isWhole) throw new Error("planner.wasm has not come");
    const words = await fetchAllWords(code);
    language = code;
    tell("language-here", words);
  } catch (error) {
    console.error(error);
    tell("language-missing", code);
  }
}

/**
 * How the standard on the server was met, and its text. Only where there is none does the one that
 * is built in hold: any other trouble could mean that an amount has changed.
 */
async function fetchStandard() {
  try {
    // Always as it is on the server now, whatever the server says of keeping files.
    const answer = await fetch("./standard.json", { cache: "no-cache" });
    if (answer.status === 404 || answer.status === 410) return ["absent", ""];
    if (answer.ok) return ["read", await answer.text()];
    console.error(`standard.json: ${answer.status}`);
  } catch (error) {
    console.error(error);
  }
  return ["unreachable", ""];
}

/**
 * Adds the planner and its words to the running program, which hears whether it came. A planner of
 * another build than the program's, after an update between the two, is refused by its imports.
 */
function addPlanner(program) {
  coming ??= fetchPlanner(program).finally(() => (coming = undefined));
  return coming;
}

async function fetchPlanner(program) {
  try {
    const words = fetchAllWords(language);
    const answer = await fetch(new URL("planner.wasm", import.meta.url));
    if (!answer.ok) throw new Error(`planner.wasm: ${answer.status}`);
    await instantiate(answer, { program });
    tell("planner-here", await words);
    isWhole = true;
  } catch (error) {
    console.error(error);
    tell("planner-missing");
  }
}

function tell(news, detail) {
  document.dispatchEvent(new CustomEvent(news, { detail }));
}

/** Compiles while the file comes, unless the server calls its kind by a wrong name. */
async function instantiate(answer, imports) {
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(answer, imports)
    : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}

/**
 * Puts name and contacts of the municipality's standard into the page's own words, which speak
 * when the program does not. A standard that is not whole changes nothing. tools/pages.mjs does the
 * same on the server.
 */
function fillIn(text) {
  const standard = parsed(text);
  if (!textAt(standard, "municipality") || !textAt(standard, "contacts.phone")) return;
  for (const element of document.querySelectorAll("[data-if]")) {
    element.hidden = !textAt(standard, element.dataset.if);
  }
  for (const element of document.querySelectorAll("body [data-pattern]")) {
    const { pattern } = element.dataset;
    element.textContent = pattern.replace(/\{([^}]+)\}/g, (_, path) => textAt(standard, path));
  }
  for (const element of document.querySelectorAll("[data-standard]")) {
    const value = textAt(standard, element.dataset.standard);
    if (!value) continue;
    const isPhone = element.protocol === "tel:";
    element.textContent = isPhone ? value.replaceAll(" ", "\u00a0") : value;
    if (isPhone) element.href = `tel:+45${value.replace(/\D/g, "").slice(-8)}`;
    if (element.protocol === "mailto:") element.href = `mailto:${value}`;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text at a path such as `contacts.phone`; empty where there is none. */
function textAt(standard, path) {
  const value = path.split(".").reduce((inner, name) => inner?.[name], standard);
  return typeof value === "string" ? value.trim() : "";
}
