// Begins to note where the focus goes, from the beginning of the page on.
window.stops = [];
document.activeElement?.blur();
getSelection().removeAllRanges();
scrollTo({ top: 0, behavior: "instant" });
if (!window.areStopsNoted) {
  addEventListener("focusin", ({ target }) => window.stops.push(target));
  window.areStopsNoted = true;
}
