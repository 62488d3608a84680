// Texts that lose something: cut off by a box that does not scroll, or with another text over them.
// With `spaced` the person has set the text apart as WCAG 1.4.12 lets them.
const [spaced] = arguments;
const sheet = new CSSStyleSheet();
sheet.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`);
if (spaced) document.adoptedStyleSheets.push(sheet);
// What is skipped while it is out of sight has no true place yet.
const drawn = new CSSStyleSheet();
drawn.replaceSync("* { content-visibility: visible !important }");
document.adoptedStyleSheets.push(drawn);

const styles = new Map();
function styleOf(element) {
  if (!styles.has(element)) {
    const { overflowX, overflowY, clipPath, position, visibility } = getComputedStyle(element);
    styles.set(element, { overflowX, overflowY, clipPath, position, visibility });
  }
  return styles.get(element);
}
const ancestors = function* (element) {
  for (let at = element; at && at !== document.documentElement; at = at.parentElement) yield at;
};
/** Out of sight on purpose, for those who hear the page. */
function isForEars(element) {
  for (const at of ancestors(element)) {
    const { width, height } = at.getBoundingClientRect();
    if (styleOf(at).clipPath !== "none" || (width <= 1 && height <= 1)) return true;
  }
  return false;
}

const problems = [];
const named = (element) => `${element.outerHTML.slice(0, 120)}`;
const lines = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const element = text.parentElement;
  if (!text.data.trim() || /^(option|script|style|title)$/.test(element.localName)) continue;
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  if (!rects.length || isForEars(element)) continue;
  let sticks = false;
  let scrolled = false;
  for (const at of ancestors(element)) {
    const { overflowX, overflowY, position } = styleOf(at);
    if (/sticky|fixed/.test(position)) sticks = true;
    const box = at.getBoundingClientRect();
    const out = (sign, from, to) => rects.some((rect) => sign * (rect[from] - box[to]) > 1.5);
    if (/hidden|clip/.test(overflowX) && at !== document.body) {
      if (out(-1, "left", "left") || out(1, "right", "right")) {
        problems.push(`cut off at a side: ${named(element)} by ${named(at).split(">")[0]}>`);
        break;
      }
    }
    if (/hidden|clip/.test(overflowY) && at !== document.body) {
      if (out(-1, "top", "top") || out(1, "bottom", "bottom")) {
        problems.push(`cut off above or below: ${named(element)} by ${named(at).split(">")[0]}>`);
        break;
      }
    }
    if (/auto|scroll/.test(overflowX + overflowY)) {
      scrolled = true;
      break;
    }
  }
  // What sticks to an edge lies over others on purpose, and moves away; what scrolls out of a box
  // is not seen where it is.
  if (sticks || scrolled) continue;
  for (const { left, right, top, bottom } of rects) {
    // The letters themselves are lower than their line.
    const lead = (bottom - top) * 0.2;
    lines.push({ element, left, right, top: top + lead, bottom: bottom - lead });
  }
}

// A line over another: swept from top to bottom.
lines.sort((one, other) => one.top - other.top);
const told = new Set();
for (let at = 0; at < lines.length; at += 1) {
  const one = lines[at];
  for (let next = at + 1; next < lines.length && lines[next].top < one.bottom - 1; next += 1) {
    const other = lines[next];
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    if (across <= 2 || one.element === other.element || told.has(other.element)) continue;
    told.add(other.element);
    problems.push(`over each other: ${named(one.element)} and ${named(other.element)}`);
  }
}

// A number that was typed is seen as a whole.
for (const field of document.querySelectorAll("input:is(.input-days, .input-amount, [maxlength='2'], [maxlength='4'])")) {
  if (field.value.length <= 10 && field.checkVisibility() && field.scrollWidth > field.clientWidth + 1) {
    problems.push(`a field too narrow for ${field.value}: ${named(field)}`);
  }
}

document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
  (other) => other !== sheet && other !== drawn,
);
return problems;
