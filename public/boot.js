// Starts the program with the municipality's standard, and fetches the planner when the first page
// is on the screen. A file of its own, because the page's security policy allows no script inside
// the page.

// On somebody else's page their header stands above already: style/_framed.scss takes ours away.
if (window.parent !== window) document.documentElement.dataset.framed = "";

try {
  // Asked for at once: it comes while the program, which is larger, is still on its way.
  const standard = fetchStandard();
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
    await WebAssembly.instantiate(await answer.arrayBuffer(), { program });
  } catch (error) {
    console.error(error);
    news = "planner-missing";
  }
  document.dispatchEvent(new Event(news));
}
