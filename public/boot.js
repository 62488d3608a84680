// Starts the program with the municipality's standard and the words of a language, and fetches the
// planner when the first page is on the screen. A file of its own, because the page's security
// policy allows no script inside the page.

// On somebody else's page their header stands above already: style/_framed.scss takes ours away.
if (window.parent !== window) document.documentElement.dataset.framed = "";

// A server's own policy may refuse the style inside the page. As a file it comes later, but it comes.
if (document.querySelector("style")?.sheet === null) addStyle("main.css");

/** The language that the page speaks, and whether the planner is there. */
let language = wantedLanguage();
let isWhole = false;
/** The planner on its way, and the style of what comes with it. */
let coming;
let style;

const fetched = new Map();

// The page can be filled in before the program has drawn it: what is filled in and pressed there is
// so again when it is the program's own.
const page = document.getElementById("page");
let filled = [];
let pressed = [];
if (/^#\//.test(location.hash) && location.hash.slice(1).split("?")[0] !== document.documentElement.dataset.page) {
  showInBrief();
}
document.addEventListener("click", hold, true);
/** The planner on its way, asked for at once where it has the page. Whether it came is asked later. */
let ahead = document.documentElement.dataset.part === "later" && !page.hidden ? fetchModule() : undefined;
ahead?.catch(() => {});
/** The calendar is seen, if it comes before long: to compile what comes after it would keep it waiting. */
const shown = Promise.race([showCalendar(), new Promise((late) => setTimeout(late, 1000))]);

try {
  // Asked for at once: they come while the program, which is larger, is still on its way.
  const standard = fetchStandard();
  const words = fetchWords(language, "first");
  standard.then(([, text]) => fillIn(text));
  // A failed dynamic import can be caught; a failed static one cannot.
  const { default: init, start } = await import("./botilbud.js");
  await shown;
  const program = await init();
  const all = [...(await standard), language, await words];
  remember();
  start(...all);
  repeat();
  document.addEventListener("planner-wanted", () => addPlanner(program));
  document.addEventListener("language-wanted", ({ detail }) => speak(detail, program));
  // The font waits for what is on the page.
  const isAhead = Boolean(ahead);
  if (!isAhead) addStyle(new URL("fonts.css", import.meta.url));
  await addPlanner(program);
  if (isAhead) addStyle(new URL("fonts.css", import.meta.url));
} catch (error) {
  console.error(error);
  // A program that started and then failed has shown its own message.
  const crash = document.getElementById("crash");
  if (!crash || crash.hidden) {
    document.getElementById("loading")?.remove();
    // What it shows can be read, but nothing answers.
    page.dataset.dead = "";
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

/** Keeps what is pressed for the program, as long as the page is not its own. */
function hold(event) {
  const control = event.target.closest?.("#page[data-ahead] :is(button, [data-act], [data-focus], [data-day])");
  if (!control) return;
  event.preventDefault();
  event.stopPropagation();
  control.dataset.held = "";
  // Who presses twice because nothing happens means it once.
  if (pressed.at(-1) !== control) pressed.push(control);
}

/** Takes down what is filled in, as long as the page is not the program's own. */
function remember() {
  if (!("ahead" in page.dataset)) return;
  const fields = [...page.querySelectorAll("input, select")].filter(isFilledIn);
  filled = fields.map(({ id, value, checked, selectionStart: from, selectionEnd: to }) =>
    ({ id, value, checked, from, to }));
}

function isFilledIn(field) {
  if (field.type === "radio") return field.checked && !field.defaultChecked;
  if (field.type === "file") return false;
  const came = [...(field.options ?? [])].find((option) => option.defaultSelected) ?? field.options?.[0];
  return field.checked !== field.defaultChecked || field.value !== (came?.value ?? field.defaultValue);
}

/** Fills in and presses again what was so before the page was the program's own. */
function repeat() {
  if ("ahead" in page.dataset) return;
  for (const { id, value, checked, from, to } of filled.splice(0)) {
    const field = document.getElementById(id);
    if (!field) continue;
    const isText = field.type === "text";
    if (isText || field.options) field.value = value;
    else field.checked = checked;
    // Only there: Safari would move the focus to any other field.
    if (isText && field === document.activeElement) field.setSelectionRange(from, to);
    field.dispatchEvent(new Event(isText ? "input" : "change", { bubbles: true }));
  }
  for (const control of pressed.splice(0)) control.click();
}

/**
 * Puts the calendar of this year into its place, and today into the calendar. There are some years
 * only; otherwise it comes with the planner.
 */
async function showCalendar() {
  const today = new Date().toLocaleDateString("sv");
  const place = document.querySelector("[data-years]");
  const year = today.slice(0, 4);
  if (!place?.dataset.years.split(" ").includes(year)) return;
  const calendar = await fetchText(`years/${language}.${year}.txt`).catch(console.error);
  await style;
  if (!calendar || !place.isConnected) return;
  place.outerHTML = calendar;
  const day = page.querySelector(`[data-day="${today}"]`);
  day.ariaCurrent = "date";
  day.tabIndex = 0;
  await new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)));
}

/** Shows the few words in the place of what was drawn into the page, where that is not true here. */
function showInBrief() {
  const brief = document.getElementById("brief");
  page.hidden = true;
  brief.hidden = false;
}

/** Adds a style, when it keeps nobody waiting. Without it everything can be read as well. */
function addStyle(name) {
  return new Promise((settled) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(name, import.meta.url);
    link.onload = link.onerror = settled;
    document.head.append(link);
  });
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
  return (await fetchFile(new URL(name, import.meta.url))).text();
}

async function fetchFile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
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
    const module = ahead ?? fetchModule();
    ahead = undefined;
    await WebAssembly.instantiate(await module, { program });
    await style;
    const all = await words;
    remember();
    tell("planner-here", all);
    repeat();
    isWhole = true;
  } catch (error) {
    console.error(error);
    remember();
    tell("planner-missing");
  }
}

function tell(news, detail) {
  document.dispatchEvent(new CustomEvent(news, { detail }));
}

/** The planner and what it needs; compiled while it comes, unless the server calls its kind by a wrong name. */
async function fetchModule() {
  fetchAllWords(language).catch(() => {});
  style ??= addStyle(new URL("later.css", import.meta.url));
  const answer = await fetchFile(new URL("planner.wasm", import.meta.url));
  await shown;
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

/**
 * Puts name and contacts of the municipality's standard into the page's own words, which speak
 * when the program does not. A standard that is not whole changes nothing. tools/pages.mjs does the
 * same on the server.
 */
function fillIn(text) {
  if (text && page.dataset.ahead !== checksum(text)) showInBrief();
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

/** Tells one text from another: FNV-1a over its letters, as tools/pages.mjs has it. */
function checksum(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(16);
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
