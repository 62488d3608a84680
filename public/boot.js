// Starts the program with the municipality's standard, and fetches the planner when the first page
// is on the screen. A file of its own, because the page's security policy allows no script inside
// the page.

try {
  // Asked for at once: it comes while the program, which is larger, is still on its way.
  const standard = fetchStandard();
  standard.then(([, text]) => fillIn(text));
  // A failed dynamic import can be caught; a failed static one cannot.
  const { default: init, start } = await import("./botilbud.js");
  const program = await init();
  start(...(await standard));
  document.addEventListener("planner-wanted", () => addPlanner(program));
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
 * Adds the planner to the running program, which hears whether it came. A planner of another
 * build than the program's, after an update between the two, is refused by its imports.
 */
async function addPlanner(program) {
  let news = "planner-here";
  try {
    const answer = await fetch(new URL("planner.wasm", import.meta.url));
    if (!answer.ok) throw new Error(`planner.wasm: ${answer.status}`);
    await instantiate(answer, { program });
  } catch (error) {
    console.error(error);
    news = "planner-missing";
  }
  document.dispatchEvent(new Event(news));
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
