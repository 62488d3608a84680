// What is wrong with where the focus is. Argument: whether Tab has led there, so that it must be
// marked.
const [byTab] = arguments;
const at = document.activeElement;
if (!at || at === document.body || at === document.documentElement) return ["the focus is nowhere"];
const found = [];
const name = at.outerHTML.slice(0, 140);
// A radio button or a box is drawn before its label.
const target = at.matches("input[type=radio], input[type=checkbox]") ? at.labels[0] ?? at : at;
const style = target === at ? getComputedStyle(at) : getComputedStyle(target, "::before");
const isMarked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
if (byTab && at.localName !== "iframe" && !isMarked) found.push(`has no mark: ${name}`);
const isSeen = [...target.getClientRects()].some(({ left, right, top, bottom }) => {
  const [x1, x2] = [Math.max(left, 0), Math.min(right, innerWidth)];
  const [y1, y2] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  if (x2 - x1 < 1 || y2 - y1 < 1) return false;
  return [0.1, 0.5, 0.9].some((across) => [0.1, 0.5, 0.9].some((down) => {
    const above = document.elementFromPoint(x1 + (x2 - x1) * across, y1 + (y2 - y1) * down);
    return above && (target.contains(above) || above.contains(at));
  }));
});
if (!isSeen) found.push(`is not in sight: ${name}`);
return found;
