// What is wrong with the page on paper: controls, text that its colours, as grey, would hide,
// verdicts that colour alone would tell, and lines of a curve that only their colours tell apart.
// Printers leave out backgrounds, unless a style says that one carries a meaning.
const found = [];
const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
  && [...element.getClientRects()].some(({ width, height }) => width > 1 && height > 1);
const isForEars = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const { clipPath } = getComputedStyle(at);
    const { width, height } = at.getBoundingClientRect();
    if (clipPath !== "none" || (width <= 1 && height <= 1)) return true;
  }
  return false;
};

// A word that is explained is a word on paper, and an open fold's heading a heading.
const CONTROLS = "button:not(.term), input, select, textarea, nav, form, [role=button], a.button, .skipnav";
for (const control of document.querySelectorAll(CONTROLS)) {
  if (isShown(control)) found.push(`control: ${control.outerHTML.slice(0, 120)}`);
}

const channels = (colour) => {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return { red, green, blue, alpha };
};
const luminance = ({ red, green, blue }) => {
  const linear = (value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};
/** What is printed behind an element: every colour of the first background that is. */
function behind(element) {
  for (let at = element; at; at = at.parentElement) {
    const { backgroundColor, backgroundImage, printColorAdjust } = getComputedStyle(at);
    if (printColorAdjust !== "exact") continue;
    const colours = backgroundImage === "none" ? [] : backgroundImage.match(/rgba?\([^)]*\)/g) ?? [];
    // The line that cuts a shared day's corner runs below its number.
    if (colours.length) return (at.matches(".is-shared") ? colours.slice(0, 1) : colours).map(channels);
    if (channels(backgroundColor).alpha === 1) return [channels(backgroundColor)];
  }
  return [channels("rgb(255, 255, 255)")];
}
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const element = text.parentElement;
  if (!text.data.trim() || /^(script|style|title|option)$/.test(element.localName)) continue;
  if (!isShown(element) || isForEars(element)) continue;
  const style = getComputedStyle(element);
  const ink = luminance(channels(element instanceof SVGElement ? style.fill : style.color));
  const least = Math.min(...behind(element).map((colour) => {
    const [low, high] = [ink, luminance(colour)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  }));
  if (least < 4.5) found.push(`grey: ${least.toFixed(1)}:1: ${element.outerHTML.slice(0, 140)}`);
}

for (const verdict of document.querySelectorAll(".verdict")) {
  const word = verdict.querySelector(".verdict-word");
  if (isShown(verdict) && !(word && isShown(word) && word.innerText.trim())) {
    found.push(`verdict: no word says it: ${verdict.outerHTML.slice(0, 140)}`);
  }
}

for (const curve of document.querySelectorAll(".curve")) {
  const seen = new Map();
  for (const name of ["curve-line", "curve-guide", "curve-turn"]) {
    const line = curve.querySelector(`.${name}`);
    if (!line) continue;
    const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(line);
    const contrast = 1.05 / (luminance(channels(stroke)) + 0.05);
    if (contrast < 3) found.push(`curve: ${name} is ${contrast.toFixed(1)}:1`);
    const look = `${strokeWidth} ${strokeDasharray}`;
    if (seen.has(look)) found.push(`curve: ${seen.get(look)} and ${name} are the same line`);
    seen.set(look, name);
  }
}
return found;
