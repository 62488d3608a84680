// Notes what live regions say from now on.
window.said = [];
const LIVE = "[role=status], [role=alert], [aria-live]:not([aria-live=off])";
new MutationObserver((changes) => {
  const regions = new Set();
  for (const { target, addedNodes } of changes) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const region = element?.closest(LIVE);
    if (region) regions.add(region);
    // An alert is said as it comes up; a status must have been there before.
    for (const added of addedNodes) {
      if (added.nodeType !== Node.ELEMENT_NODE) continue;
      if (added.matches("[role=alert]")) regions.add(added);
      for (const alert of added.querySelectorAll("[role=alert]")) regions.add(alert);
    }
  }
  for (const region of regions) {
    if (!region.isConnected || !region.checkVisibility()) continue;
    const text = region.innerText.replace(/\s+/g, " ").trim();
    if (text) window.said.push(text);
  }
}).observe(document.body, { subtree: true, childList: true, characterData: true });
