// Which licences may be shipped: `node --test tools/tests/`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { licencesOf, textsOf } from "../terms.mjs";

test("of what may be chosen, the preferred is taken", () => {
  assert.deepEqual(licencesOf("MIT"), ["MIT"]);
  assert.deepEqual(licencesOf("Apache-2.0 OR MIT"), ["MIT"]);
  assert.deepEqual(licencesOf("Unlicense/MIT"), ["MIT"]);
  assert.deepEqual(licencesOf("GPL-3.0-only OR Apache-2.0"), ["Apache-2.0"]);
  assert.deepEqual(licencesOf("Apache-2.0 WITH LLVM-exception OR MIT"), ["MIT"]);
  assert.deepEqual(licencesOf("(MIT OR Apache-2.0) AND Unicode-3.0"), ["MIT", "Unicode-3.0"]);
});

test("what may not be shipped stops the build", () => {
  for (const licence of [
    undefined,
    "",
    "GPL-3.0-only",
    "MIT AND GPL-3.0-only",
    "(MIT OR Zlib) AND SSPL-1.0",
    "Apache-2.0 WITH LLVM-exception",
    "MIT Zlib",
    "(MIT",
  ]) {
    assert.throws(() => licencesOf(licence), Error, licence);
  }
});

test("texts are a package's own, and SPDX's where it has none", () => {
  const mit = "Permission is hereby granted, free of charge, to any person";
  assert.deepEqual(textsOf(["MIT"], [mit, "Apache License"], "Somebody"), [mit]);
  assert.match(textsOf(["MIT"], ["Apache License"], "Somebody")[0], /Copyright \(c\) Somebody\n/);
  assert.throws(() => textsOf(["Zlib"], [], "Somebody"), /Zlib/);
});
