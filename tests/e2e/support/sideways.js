// What makes the page wider than its window: the innermost elements and texts that reach furthest,
// each with how far. What scrolls by itself may be wide. The page's own measure is not enough: after
// a change of the text's size Chromium goes on telling the old one.
const root = document.documentElement;
const edge = root.clientWidth;

const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
const found = new Map();
function visit(element) {
  for (const child of element.childNodes) {
    const box = child instanceof Element ? child : document.createRange();
    if (child instanceof Text) box.selectNodeContents(child);
    else if (!(child instanceof Element)) continue;
    const over = Math.floor(box.getBoundingClientRect().right - edge);
    const holder = child instanceof Element ? child : element;
    if (over > 0) {
      found.delete(element);
      found.set(holder, over);
    }
    if (child instanceof Element && !scrolls(child)) visit(child);
  }
}
visit(document.body);

const widest = [...found].sort(([, one], [, other]) => other - one).slice(0, 4);
const names = widest.map(([element, over]) => `${over} px: ${element.outerHTML.slice(0, 120)}`);
const rest = root.scrollWidth - edge;
return names.length || rest <= 0 ? names : [`${rest} px: something that has no box`];
