// The checks of styles and scripts complain of what they are there for: `node --test tools/tests/`.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import stylelint from "stylelint";

const BUILT = "tools/stylelint.built.mjs";
const FINE = ".a {\n  color: var(--ink);\n}\n";
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The rules that a text breaks. */
async function ofStyle(code, configFile = "stylelint.config.mjs") {
  const codeFilename = join(root, "style/_sample.scss");
  const { report, results } = await stylelint.lint({
    code,
    codeFilename,
    configFile: join(root, configFile),
    cwd: root,
  });
  assert.notEqual(report, "");
  return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
}

/** What biome says of a text; nothing where it has no complaint. */
function ofScript(text) {
  mkdirSync(join(root, "target"), { recursive: true });
  const folder = mkdtempSync(join(root, "target/lint-"));
  try {
    const file = join(folder, "sample.mjs");
    writeFileSync(file, text);
    const biome = join(root, "node_modules/.bin/biome");
    const args = ["lint", "--error-on-warnings", file];
    const { status, stdout, stderr } = spawnSync(biome, args, { cwd: root, encoding: "utf8" });
    return status === 0 ? "" : stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the sources of the styles", async () => {
  assert.deepEqual(await ofStyle(FINE), []);
  for (const [rule, text] of [
    ["property-no-unknown", ".a {\n  colour: red;\n}\n"],
    ["scss/declaration-property-value-no-unknown", ".a {\n  display: gird;\n}\n"],
    ["selector-class-pattern", ".aB {\n  color: red;\n}\n"],
    ["block-no-empty", ".a {\n}\n"],
    ["--report-needless-disables", `/* stylelint-disable block-no-empty -- why */\n${FINE}`],
  ]) {
    assert.deepEqual(await ofStyle(text), [rule], text);
  }
});

test("the styles as they are deployed", async () => {
  const fine = "@layer a{.a:has(b){color:red;font-weight:1;font-weight:2}}";
  assert.deepEqual(await ofStyle(fine, BUILT), []);
  for (const [rule, text] of [
    ["property-no-unknown", ".a{colour:red}"],
    ["declaration-property-value-no-unknown", ".a{color:1px}"],
    ["at-rule-no-unknown", "@layr a{.a{color:red}}"],
    ["selector-pseudo-class-no-unknown", ".a:hovered{color:red}"],
    ["media-query-no-invalid", "@media (min-width=1px){.a{color:red}}"],
    ["declaration-block-no-duplicate-properties", ".a{color:red;color:blue}"],
  ]) {
    assert.deepEqual(await ofStyle(text, BUILT), [rule], text);
  }
});

test("the scripts", () => {
  assert.equal(ofScript("export const a = /[^]/;\n"), "");
  for (const [rule, text] of [
    ["parse", "const a = ;\n"],
    ["noUndeclaredVariables", "nowhere();\n"],
    ["noUnusedVariables", "const a = 1;\n"],
    ["noUnusedImports", 'import { join } from "node:path";\n'],
    ["noDoubleEquals", "export const a = (b) => b == 1;\n"],
    ["noDuplicateObjectKeys", "export const a = { b: 1, b: 2 };\n"],
  ]) {
    assert.match(ofScript(text), new RegExp(rule), text);
  }
});
