// Every link with `data-botilbud` becomes a frame with the calculator; otherwise it stays.
// A released file is never changed, as its hash may be pinned; next comes embed-2.js.
(() => {
  const script = document.currentScript;
  // A sandbox without an origin may not show the calculator: frame-ancestors.
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

  // Each frame, its link, and whether it has answered.
  const embedded = [];

  // Who goes back in a frame with loading="lazy" loses the whole page around it in Safari.
  const near = new IntersectionObserver(
    (links) => {
      for (const { isIntersecting, target } of links) if (isIntersecting) embed(target);
    },
    { rootMargin: "1000px" },
  );

  function embed(link) {
    near.unobserve(link);
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
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write";
    frame.src = `${folder}index.html#/${PLACES.get(tool) ?? ""}?${start}`;
    // As properties, which no policy forbids.
    const style = { display: "block", width: "100%", height: "600px", border: 0, padding: 0 };
    Object.assign(frame.style, style);
    const entry = { frame, link };
    frame.addEventListener("load", () => greet(entry));
    embedded.push(entry);
    link.replaceWith(frame);
  }

  /** Tells the calculator which window to answer, until it does. */
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
    // Only for a person who is in the frame.
    if (kind === "scroll" && within(top, 0, 30000) && document.activeElement === entry.frame) {
      show(entry.frame, top);
    }
  }

  function within(value, least, most) {
    return typeof value === "number" && value >= least && value <= most;
  }

  /** Scrolls a place in a frame into view. */
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
      if (link.href.startsWith(folder)) near.observe(link);
    }
  }

  addEventListener("message", (event) => {
    try {
      hear(event);
    } catch {
      // It is not the calculator's.
    }
  });
  // Where the page's policy refuses the frame, the link comes back.
  document.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI } = event;
    if (effectiveDirective !== "frame-src" || !blockedURI.startsWith(folder.origin)) return;
    for (const { frame, link, answered } of embedded) if (!answered) frame.replaceWith(link);
  });
  embedAll();
  document.addEventListener("DOMContentLoaded", embedAll);
})();
