// What moves although the person has asked for no motion.
const found = [];
for (const element of document.querySelectorAll("*")) {
  for (const part of [null, "::before", "::after"]) {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") continue;
    const moves = [
      ["animation", style.animationName !== "none"],
      ["transition", style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0)
        && style.transitionProperty !== "none"],
      ["smooth scrolling", style.scrollBehavior === "smooth"],
    ];
    for (const [what, does] of moves) {
      if (does) found.push(`${what}${part ?? ""}: ${element.outerHTML.slice(0, 120)}`);
    }
  }
}
for (const animation of document.getAnimations()) found.push(`runs: ${animation.constructor.name}`);
return found;
