// The whole script of a plain page: it shows a result at every key, choice and day chosen.
const result = document.querySelector("output");
const fields = [...document.querySelectorAll("input, select")];
const days = [...document.querySelectorAll("[data-day]")];

function show() {
  const filled = fields.filter((field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value));
  const sum = filled.reduce((sum, field) => sum + (Number.parseFloat(field.value.replace(",", ".")) || 0), 0);
  const chosen = filled.filter(({ type }) => type === "radio").map(({ id }) => id);
  const ticked = days.filter((day) => day.ariaSelected).map((day) => day.dataset.day);
  result.textContent = `${filled.length} / ${fields.length}: ${sum} kr. ${[...chosen, ...ticked].join(", ")}`;
}
function go(day) {
  for (const other of days) other.tabIndex = other === day ? 0 : -1;
  day.focus();
}
document.addEventListener("input", show);
document.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
document.addEventListener("click", ({ target }) => {
  if (!target.dataset.day) return;
  target.ariaSelected = target.ariaSelected ? null : "true";
  go(target);
  show();
});
document.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[event.key];
  const day = days[days.indexOf(event.target) + step];
  if (!day) return;
  event.preventDefault();
  go(day);
  show();
});
