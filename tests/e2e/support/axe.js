// Runs axe-core on the page as it stands. Arguments: tags and names of rules; what has been
// reviewed, as number, rule and selector; the only rules to run, if any; and whom to tell.
const [tags, names, reviewed, only, done] = arguments;

// What is skipped while it is out of sight has no true place yet.
for (const element of document.querySelectorAll(".stays-frame")) {
  element.style.contentVisibility = "visible";
}
// What sticks to the window's edge lies over something else at every place one scrolls to, and moves
// away: what it must not cover is looked at by a check of our own.
const sticky = [...document.querySelectorAll("body *")].filter(
  (element) => getComputedStyle(element).position === "sticky",
);
for (const element of sticky) element.style.position = "relative";

const options = {
  resultTypes: ["violations", "incomplete"],
  elementRef: true,
  ...(only.length
    ? { runOnly: { type: "rule", values: only } }
    : {
        runOnly: { type: "tag", values: tags },
        rules: Object.fromEntries(names.map((name) => [name, { enabled: true }])),
      }),
};

// ---- Contrast, where axe cannot tell because something lies over the text, a gradient behind it,
// or the text is a letter long: reckoned from the colours of the element and of those around it.

/** Red, green, blue (0 to 255) and alpha of a computed colour. */
function channels(colour) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return { red, green, blue, alpha };
}

function over(top, below) {
  const mix = (name) => top[name] * top.alpha + below[name] * (1 - top.alpha);
  return { red: mix("red"), green: mix("green"), blue: mix("blue"), alpha: 1 };
}

function luminance({ red, green, blue }) {
  const linear = (value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function ratio(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const STRIPE = /^linear-gradient\(to right, rgb\([^)]*\) (\d)px, rgba\(0, 0, 0, 0\) \1px\)$/;

/** Every colour that may stand behind an element; nothing where that cannot be told. */
function backgrounds(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.opacity !== "1" || style.filter !== "none" || style.mixBlendMode !== "normal") return;
    // There is no text on a stripe at the edge.
    const image = STRIPE.test(style.backgroundImage) ? "none" : style.backgroundImage;
    // The arrow of a list is beside its text.
    if (image !== "none" && at.localName !== "select") {
      if (image.includes("url(")) return;
      layers.push(image.match(/rgba?\([^)]*\)/g).map(channels));
    }
    const colour = channels(style.backgroundColor);
    if (colour.alpha > 0) layers.push([colour]);
    if (colour.alpha === 1) break;
  }
  const canvas = [{ red: 255, green: 255, blue: 255, alpha: 1 }];
  return layers.reduceRight(
    (below, layer) => layer.flatMap((top) => below.map((under) => over(top, under))),
    canvas,
  );
}

function hasContrast(element) {
  const behind = element && backgrounds(element);
  if (!behind) return false;
  const style = getComputedStyle(element);
  const colour = channels(element instanceof SVGElement ? style.fill : style.color);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const least = Math.min(...behind.map((under) => ratio(over(colour, under), under)));
  return least >= (isLarge ? 3 : 4.5);
}

// ---- What is told

const why = ({ any, all, none }) => [...any, ...all, ...none].map(({ message }) => message).join("; ");

/** The same of many elements is told once, with the first of them. */
function told({ id, help }, nodes) {
  const groups = Map.groupBy(nodes, why);
  return [...groups].map(([because, [first, ...more]]) => {
    const others = more.slice(0, 3).map(({ target }) => `, ${target.join(" ")}`).join("");
    const rest = more.length > 3 ? ` and ${more.length - 3} more` : "";
    return `${id}: ${help}: ${because}: ${first.target.join(" ")} ${first.html.slice(0, 300)}${others}${rest}`;
  });
}

function tell({ violations, incomplete }) {
  for (const element of sticky) element.style.position = "";
  const matched = new Set();
  // New rules are guesses: what they find has to be looked at.
  const isNew = ({ tags }) => tags.includes("experimental");
  const found = violations.filter((result) => !isNew(result));
  const open = [...incomplete, ...violations.filter(isNew)].flatMap((result) => {
    const nodes = result.nodes.filter(({ element }) => {
      const entries = reviewed.filter(({ rule, css }) => rule === result.id && element?.matches(css));
      for (const { number } of entries) matched.add(number);
      return !entries.length && !(result.id === "color-contrast" && hasContrast(element));
    });
    return told(result, nodes);
  });
  done({
    violations: found.flatMap((result) => told(result, result.nodes)),
    open,
    matched: [...matched],
  });
}

axe.run(document, options).then(tell, (error) => {
  done({ violations: [`axe failed: ${error}`], open: [], matched: [] });
});
