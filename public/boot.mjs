// Starts the program, and fetches the planner when the first page is on the screen.
// A file of its own, because the page's security policy allows no script inside the page.

try {
  // A failed dynamic import can be caught; a failed static one cannot.
  const { default: init } = await import("./botilbud.js");
  const program = await init();
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
