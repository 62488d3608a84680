// Gives the focus to everything that Tab reaches, one after another, and tells what cannot be seen
// then: because something lies over it (WCAG 2.4.11), it is outside the window, or no mark shows
// where the focus is (2.4.7, and 1.4.11 for the mark's contrast). The page hears nothing of it.
const CSS = [
  "a[href]", "button", "input:not([type=hidden])", "select", "textarea", "summary", "[tabindex]", "iframe",
].join(", ");
const KINDS = ["focus", "blur", "focusin", "focusout", "change"];
const silence = (event) => event.stopImmediatePropagation();
for (const kind of KINDS) window.addEventListener(kind, silence, true);
// A link that comes into sight takes its time for it.
const still = new CSSStyleSheet();
still.replaceSync("*, ::before, ::after { transition: none !important; scroll-behavior: auto !important }");
document.adoptedStyleSheets.push(still);
const before = { element: document.activeElement, x: scrollX, y: scrollY };
document.activeElement?.blur();

const channels = (colour) => {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return { parts: [red, green, blue], alpha };
};
const luminance = ({ parts }) => {
  const [red, green, blue] = parts.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
function around(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour.alpha === 1) return colour;
  }
  return { parts: [255, 255, 255], alpha: 1 };
}

/** What bears the mark: a radio button or a box is drawn before its label. */
function marked(element) {
  const label = element.matches("input[type=radio], input[type=checkbox]") && element.labels[0];
  return label ? [label, "::before"] : [element, null];
}
const markOf = (element) => {
  const style = getComputedStyle(...marked(element));
  const line = style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`;
  return { line, shadow: style.boxShadow === "none" ? "" : style.boxShadow, style };
};

function isMarked(element, earlier) {
  const { line, shadow, style } = markOf(element);
  const colours = [];
  if (line && line !== earlier.line && parseFloat(style.outlineWidth) >= 2) colours.push(style.outlineColor);
  if (shadow && shadow !== earlier.shadow) colours.push(...shadow.match(/rgba?\([^)]*\)/g));
  const behind = around(element);
  return colours.some((colour) => ratio(channels(colour), behind) >= 3);
}

/** Whether some part of the element that is in the window lies above everything else. */
function isSeen(element) {
  const target = element.matches("input[type=radio], input[type=checkbox]") ? element.labels[0] ?? element : element;
  for (const { left, right, top, bottom } of target.getClientRects()) {
    const [x1, x2] = [Math.max(left, 0), Math.min(right, innerWidth)];
    const [y1, y2] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    if (x2 - x1 < 1 || y2 - y1 < 1) continue;
    for (const across of [0.1, 0.5, 0.9]) {
      for (const down of [0.1, 0.5, 0.9]) {
        const above = document.elementFromPoint(x1 + (x2 - x1) * across, y1 + (y2 - y1) * down);
        if (above && (target.contains(above) || above.contains(element) || element.contains(above))) return true;
      }
    }
  }
  return false;
}

const found = [];
for (const element of document.querySelectorAll(CSS)) {
  if (element.tabIndex < 0 || element.matches(":disabled") || !element.checkVisibility({ visibilityProperty: true })) continue;
  // Of a group of radio buttons Tab reaches the chosen one.
  const earlier = markOf(element);
  element.focus({ focusVisible: true });
  const name = element.outerHTML.slice(0, 140);
  if (document.activeElement !== element) {
    found.push(`takes no focus: ${name}`);
    continue;
  }
  if (!isSeen(element)) found.push(`is hidden: ${name}`);
  if (element.localName !== "iframe" && !isMarked(element, earlier)) found.push(`has no mark: ${name}`);
}

document.activeElement?.blur();
if (before.element && before.element !== document.body) before.element.focus({ preventScroll: true });
scrollTo({ left: before.x, top: before.y, behavior: "instant" });
for (const kind of KINDS) window.removeEventListener(kind, silence, true);
document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
return found;
