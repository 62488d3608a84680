// The parts of pictures that tell something by how they look, in groups within which each must be
// told from the others, with where they are on the page.
const place = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left: left + scrollX, top: top + scrollY, width, height };
};
const named = (element) => element.className || element.localName;
const groups = [];
const add = (name, elements) => {
  const parts = elements
    .filter((element) => element.checkVisibility())
    .map((element) => ({ name: named(element), ...place(element) }))
    .filter(({ width, height }) => width >= 5 && height >= 5);
  if (parts.length > 1) groups.push({ name, parts });
};
for (const bar of document.querySelectorAll(".bar")) {
  add("bar", [...bar.querySelectorAll(":scope > span:not(.bar-limit)")]);
}
for (const key of document.querySelectorAll(".bar-key, .bar-table")) add("key", [...key.querySelectorAll("i:not(.part-limit)")]);
for (const key of document.querySelectorAll(".count-marks")) add("count", [...key.querySelectorAll(".count-day")]);
for (const key of document.querySelectorAll(".calendar-key")) add("days", [...key.querySelectorAll(".day")]);
return groups;
