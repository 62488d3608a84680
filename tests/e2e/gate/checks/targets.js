// Targets that are too small to hit (WCAG 2.5.8): less than 24 px in a direction, and no room round
// them instead. Links in a line of text are as high as that line may be.
const LEAST = 24;
const CSS = [
  "a[href]", "button", "input:not([type=hidden])", "select", "textarea", "summary", "[tabindex]",
  "[role=button]", "[role=link]", "[data-act]", "[data-day]",
].join(", ");

/** Where a press counts: a field and its label are one target. */
function area(element) {
  const boxes = [element, ...(element.matches("input[type=radio], input[type=checkbox]") ? element.labels : [])]
    .map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

/** A link or button within a sentence, whose height the line decides. */
function isInText(element) {
  if (getComputedStyle(element).display !== "inline") return false;
  const block = element.closest("p, li, dd, dt, td, th, address, figcaption, legend, label, h1, h2, h3, h4, div");
  return !!block && block.textContent.trim().length > element.textContent.trim().length;
}

const targets = [...document.querySelectorAll(CSS)]
  // A place that only the program moves the focus to is nothing to press.
  .filter((element) => element.matches("a, button, input, select, textarea, summary, [data-act], [data-day], [tabindex='0'][role=button]"))
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled, .skipnav:not(:focus)"))
  .map((element) => ({ element, area: area(element) }))
  .filter(({ area: { width, height } }) => width > 0 && height > 0);

const isSmall = ({ area: { width, height } }) => Math.min(width, height) < LEAST - 0.5;
const middle = ({ area: { left, top, width, height } }) => ({ x: left + width / 2, y: top + height / 2 });

/** How far the middle of one target is from another target's edge. */
function distance(from, { left, right, top, bottom }) {
  const { x, y } = middle(from);
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function hasRoom(target) {
  return targets.every((other) => {
    if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return true;
    if (distance(target, other.area) < LEAST / 2) return false;
    const [one, two] = [middle(target), middle(other)];
    return !isSmall(other) || Math.hypot(one.x - two.x, one.y - two.y) >= LEAST;
  });
}

return targets
  .filter((target) => isSmall(target) && !isInText(target.element) && !hasRoom(target))
  .map(({ element, area: { width, height } }) =>
    `${width.toFixed(1)} by ${height.toFixed(1)} px: ${element.outerHTML.slice(0, 140)}`);
