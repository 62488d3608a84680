// Makes of this page's fragment the link that the generator's code has, for embed-1.js to find.

const CODES = ["tool", "lang", "offer", "who"];
const WORD = /^[a-z_-]{1,20}$/;
const LONGEST = 200;

const asked = new URLSearchParams(location.hash.slice(1));
const link = document.createElement("a");
link.href = "./index.html";
link.dataset.botilbud = "";
for (const name of CODES) {
  const code = asked.get(name) ?? "";
  if (WORD.test(code)) link.dataset[name] = code;
}
// Only as text: whatever stands there is read, not run.
link.dataset.title = (asked.get("title") ?? "").slice(0, LONGEST);
link.textContent = (asked.get("text") ?? "").slice(0, LONGEST);
document.getElementById("place").append(link);

addEventListener("hashchange", () => location.reload());
