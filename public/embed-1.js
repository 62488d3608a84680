// Puts the calculator on a page: every link with `data-botilbud` becomes a frame.
//
// Whoever loads this file may pin it by its hash, so a released one is never changed: what comes
// after it is embed-2.js. Where it does not run, the link still leads to the calculator.
(() => {
  const script = document.currentScript;
  // A sandbox without an origin is no page that may show the calculator: frame-ancestors.
  if (!script?.src || self.origin === "null") return;
  const folder = new URL(".", script.src);

  const PLACES = new Map([
    ["check", "tjek"],
    ["respite", "aflastning"],
    ["payment", "egenbetaling"],
    ["dates", "datoer"],
    ["free_choice", "frit-valg"],
    ["overview", "overblik"],
  ]);

  // Each frame with the link it took the place of, and whether the calculator in it has answered.
  const embedded = [];

  function embed(link) {
    const { tool, title, lang } = link.dataset;
    const start = new URLSearchParams();
    for (const name of ["lang", "offer", "who", "year"]) {
      if (link.dataset[name]) start.set(name, link.dataset[name]);
    }
    const frame = document.createElement("iframe");
    let number = 1;
    while (document.getElementById(`botilbud-${number}`)) number += 1;
    frame.id = `botilbud-${number}`;
    frame.title = title || link.textContent.trim();
    frame.lang = lang || "da";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write";
    frame.src = `${folder}index.html#/${PLACES.get(tool) ?? ""}?${start}`;
    // By properties, which a policy without inline styles allows.
    const style = { display: "block", width: "100%", height: "600px", border: 0, padding: 0 };
    Object.assign(frame.style, style);
    const entry = { frame, link };
    frame.addEventListener("load", () => greet(entry));
    embedded.push(entry);
    link.replaceWith(frame);
  }

  /** Tells the calculator which window to answer, until it does: it may still be on its way. */
  function greet(entry) {
    entry.answered = false;
    let left = 240;
    const timer = setInterval(greetAgain, 250);
    greetAgain();

    function greetAgain() {
      if (entry.answered || !entry.frame.isConnected || !left--) return clearInterval(timer);
      entry.frame.contentWindow.postMessage({ botilbud: 1, kind: "hello" }, folder.origin);
    }
  }

  function hear(event) {
    const entry = embedded.find(({ frame }) => frame.contentWindow === event.source);
    if (!event.source || !entry || event.origin !== folder.origin) return;
    const { botilbud, kind, height, top } = event.data;
    if (botilbud !== 1) return;
    if (kind === "height" && within(height, 50, 30000)) {
      entry.answered = true;
      entry.frame.style.height = `${Math.round(height)}px`;
    }
    // Only for a person who is doing something in the frame.
    if (kind === "scroll" && within(top, 0, 30000) && document.activeElement === entry.frame) {
      show(entry.frame, top);
    }
  }

  function within(value, least, most) {
    return typeof value === "number" && value >= least && value <= most;
  }

  /** Scrolls a place in a frame into view, unless it is there already. */
  function show(frame, top) {
    const { height, top: before } = frame.getBoundingClientRect();
    const place = (top * height) / frame.offsetHeight;
    scrollTo("nearest", `${-place}px 0 ${place + 40 - height}px`);
    // With some air above it.
    if (frame.getBoundingClientRect().top !== before) scrollTo("start", `${80 - place}px 0 0`);

    function scrollTo(block, margin) {
      frame.style.scrollMargin = margin;
      frame.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
      frame.style.scrollMargin = "";
    }
  }

  function embedAll() {
    for (const link of document.querySelectorAll("a[data-botilbud]")) {
      // A link to elsewhere would show another calculator than it leads to.
      if (link.href.startsWith(folder)) embed(link);
    }
  }

  addEventListener("message", (event) => {
    try {
      hear(event);
    } catch {
      // Whoever sends such a thing is not the calculator.
    }
  });
  // Where the page's own policy refuses the frame, the link is better than nothing.
  document.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI } = event;
    if (effectiveDirective !== "frame-src" || !blockedURI.startsWith(folder.origin)) return;
    for (const { frame, link, answered } of embedded) if (!answered) frame.replaceWith(link);
  });
  embedAll();
  document.addEventListener("DOMContentLoaded", embedAll);
})();
