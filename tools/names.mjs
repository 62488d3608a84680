// Gives what passes between the program and its glue code short names, and takes out of the program
// what the glue code does not ask for.
//
// wasm-bindgen's names end in sixteen random digits, which no compression shortens, and each stands
// in both files. The names of the functions inside the program stay: tools/split.mjs needs them.

import binaryen from "binaryen";

/** A name that is short already, or that others know. */
const KEPT = /^.{1,8}$/;

/** The program and its glue code with short names between them. */
export function shorten(program, glue) {
  const module = binaryen.readBinary(program);
  const asked = new Set(glue.match(/[\w$]+/g));
  const names = new Map([...exportNames(module, asked), ...importNames(module)]);
  // Functions keep their names only so.
  binaryen.setDebugInfo(true);
  const shortened = module.emitBinary();
  binaryen.setDebugInfo(false);
  module.dispose();
  return { program: shortened, glue: glue.replace(/[\w$]+/g, (name) => names.get(name) ?? name) };
}

/** Renames what the glue code calls, and removes what it does not; from old name to new. */
function exportNames(module, asked) {
  const all = list(module.getNumExports(), (place) =>
    binaryen.getExportInfo(module.getExportByIndex(place)),
  );
  const functions = all.filter(({ kind }) => kind === binaryen.ExternalFunction);
  const renamed = functions.filter(({ name }) => asked.has(name) && !KEPT.test(name));
  for (const { name } of all) if (!asked.has(name)) module.removeExport(name);
  return renamed.map(({ name, value }, place) => {
    module.removeExport(name);
    module.addFunctionExport(value, `e${place}`);
    return [name, `e${place}`];
  });
}

/** Renames what the glue code gives; from old name to new. */
function importNames(module) {
  const functions = list(module.getNumFunctions(), (place) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(place)),
  );
  const imported = functions.filter(({ module: from }) => from);
  return imported.map(({ name, module: from, base, params, results }, place) => {
    module.removeFunction(name);
    module.addFunctionImport(name, from, `i${place}`, params, results);
    return [base, `i${place}`];
  });
}

function list(count, at) {
  return Array.from({ length: count }, (_, place) => at(place));
}
