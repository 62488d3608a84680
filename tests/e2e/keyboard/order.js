// What is wrong with the way that Tab has taken and, after that, with the way back. Arguments: how
// many stops the way there had; and whether all of the page is in one column.
const [count, oneColumn] = arguments;
const [there, back] = [window.stops.slice(0, count), window.stops.slice(count)];
const found = [];
const name = (element) => element.id || element.dataset.act || element.outerHTML.slice(0, 80);

// What Tab must reach: of a group of radio buttons one.
const CSS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], iframe";
const groups = new Set();
const due = [...document.querySelectorAll(CSS)].filter((element) => {
  if (element.tabIndex < 0 || element.matches(":disabled") || !element.checkVisibility({ visibilityProperty: true })) return false;
  if (element.type !== "radio") return true;
  const group = document.querySelectorAll(`input[type=radio][name="${element.name}"]`);
  const chosen = [...group].find(({ checked }) => checked);
  if (chosen ? chosen !== element : groups.has(element.name)) return false;
  groups.add(element.name);
  return true;
});
for (const element of due) if (!there.includes(element)) found.push(`is passed: ${name(element)}`);

const isFixed = (element) => {
  for (let at = element; at; at = at.parentElement) {
    if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return true;
  }
  return false;
};
there.forEach((element, place) => {
  const next = there[place + 1];
  if (!next) return;
  if (!(element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)) {
    found.push(`comes before what it follows: ${name(next)} after ${name(element)}`);
  }
  if (!oneColumn || isFixed(element) || isFixed(next)) return;
  const [here, then] = [element, next].map((one) => one.getBoundingClientRect());
  const isAbove = then.bottom <= here.top + 1;
  const isBefore = then.right <= here.left + 1 && then.top < here.bottom - 1;
  if (isAbove || isBefore) found.push(`stands before what it follows: ${name(next)} after ${name(element)}`);
});

const reversed = [...there].reverse();
const differs = reversed.findIndex((element, place) => back[place] !== element);
if (differs >= 0) found.push(`the way back is another at ${name(reversed[differs])}: ${back[differs] ? name(back[differs]) : "nothing"}`);
return found;
