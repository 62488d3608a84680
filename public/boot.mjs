// Starts the program. A file of its own, because the page's security policy
// allows no script inside the page.

try {
  // A failed dynamic import can be caught; a failed static one cannot.
  const { default: init } = await import("./botilbud.js");
  await init();
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
