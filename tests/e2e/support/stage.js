// Comes before everything else on every page that a test opens (tests/e2e/support/stage.rs puts
// it there), in the same way in every engine. NOW and KEEPS are filled in.
{
  document.currentScript.remove();

  // The moment at which the tests take place.
  const start = new Date(NOW).getTime() - Date.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(Real.now() + start);
    }
    static now() {
      return Real.now() + start;
    }
  };

  // Told at once and waited for, so that no complaint is lost when the page goes.
  const complain = (...parts) => {
    const request = new XMLHttpRequest();
    try {
      request.open("POST", "/__stage/complaint", false);
      request.send(parts.map(String).join(" "));
    } catch {
      // A page without an origin may not read the answer; what it says has come all the same.
    }
  };
  for (const level of ["error", "warn"]) {
    const log = console[level];
    console[level] = (...parts) => {
      complain(...parts);
      log.apply(console, parts);
    };
  }
  addEventListener(
    "error",
    ({ message, filename, lineno, target }) => {
      if (message) complain(message, `${filename}:${lineno}`);
      else complain("cannot be used:", target.src ?? target.href ?? target.localName);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) =>
    complain("nobody handles", reason, reason?.stack ?? ""),
  );
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // The stage is no part of the page, and a site's icon is the browser's own wish.
    if (!/\/__stage\/|\/favicon\.ico$/.test(blockedURI)) {
      complain("the policy refuses", blockedURI, "by", effectiveDirective);
    }
  });

  // As where a person has forbidden pages to keep anything.
  if (!KEEPS) {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException("nothing may be kept", "SecurityError");
        },
      });
    }
  }
}
