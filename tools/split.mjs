// Splits the program in two: what a first visit needs, and the planner, which follows.
//
// Both halves share memory, stack and functions, so the Rust code calls across the border as if
// there were none. The border is the modules named `doors`: what can be reached through their
// functions alone goes into the second half. A call from the first half goes through a table of
// functions, which the second fills when it is instantiated; a call before that traps.
//
// The names of the functions are needed here, so this comes before anything strips them.

import { createHash } from "node:crypto";
import binaryen from "binaryen";

/** The functions through which alone the second half is entered. */
const DOORS = /^botilbud::(\w+::)*doors::/;

/**
 * Functions that are called by their place in a table could be called from anywhere. These are
 * the second half's own: what it alone puts there (the steps of its searches).
 */
const PLANNERS_OWN = /^botilbud::(app::(planner|keeping|checking|embed)|browser::frame|draft::case_file|exchange|pages::(respite|overview|receipt|embed|framed)|results::(brief|receipt)|rules::(relief|suggest|payment::what_if)|ui::framed)::/;

/** The same of libraries: what streams from a server need, which nothing here uses. */
const OF_STREAMS = /^<?(js_sys::futures|wasm_streams)::/;

/** The object under which the second half imports what the first exports. */
const FIRST = "program";
const TABLE = "planner";
const NO_LIMIT = -1;

/**
 * Splits a program that still has its functions' names.
 *
 * The two halves are told that they belong together by the name of the table: a second half of
 * another build finds no table of its name and refuses to start.
 */
export function split(program) {
  const { calls, exported, inTable } = survey(program);
  const stay = reached([...exported, ...inTable.filter((name) => !PLANNERS_OWN.test(name) && !OF_STREAMS.test(name))], calls);
  const moved = new Set([...calls.keys()].filter((name) => !stay.has(name)));
  // What the first half still calls or has in a table.
  const entered = [...stay].flatMap((name) => calls.get(name) ?? []).concat(inTable);
  const doors = [...new Set(entered)].filter((name) => moved.has(name));
  if (!doors.some((name) => DOORS.test(name))) throw new Error("The program has no doors.");

  const build = createHash("sha256").update(program).digest("hex").slice(0, 12);
  const table = `${TABLE}-${build}`;
  const second = secondHalf(program, moved, doors, table);
  return { first: firstHalf(program, moved, doors, table, second), second };
}

/**
 * The program's own functions with those that each calls, the functions that are exported, and
 * those that are called by their place in a table.
 */
function survey(program) {
  const module = binaryen.readBinary(program);
  if (module.getStart()) throw new Error("The program starts by itself; it must be told to.");
  const functions = list(module, "Function");
  const own = functions.filter(({ module: from }) => !from);
  const calls = new Map(own.map(({ name, body }) => [name, callees(body)]));
  const known = new Set(functions.map(({ name }) => name));
  const unknown = [...calls.values()].flat().find((name) => !known.has(name));
  if (unknown) throw new Error(`A call of ${unknown}, which is no function.`);
  const exports = list(module, "Export").filter(({ kind }) => kind === binaryen.ExternalFunction);
  const exported = exports.map(({ value }) => value);
  const inTable = list(module, "ElementSegment").flatMap(({ data }) => data);
  module.dispose();
  return { calls, exported, inTable };
}

/** The names in `(call $name …)`; a name that is no plain word is quoted and escaped. */
function callees(body) {
  const calls = /\((?:return_call|call|ref\.func) \$(?:"((?:\\.|[^"\\])*)"|([^\s()]+))/g;
  const found = binaryen.emitText(body).matchAll(calls);
  return [...new Set([...found].map(([, quoted, plain]) => plain ?? unescape(quoted)))];
}

function unescape(name) {
  return name.replace(/\\([0-9a-f]{2})|\\(.)/g, (_, code, letter) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : letter,
  );
}

/** The functions that can be reached from these without going through a door. */
function reached(from, calls) {
  const waiting = [...from];
  const found = new Set();
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (found.has(name) || DOORS.test(name)) continue;
    found.add(name);
    waiting.push(...(calls.get(name) ?? []));
  }
  return found;
}

/** The second half: its functions stay, everything else becomes an import from the first. */
function secondHalf(program, moved, doors, table) {
  const module = binaryen.readBinary(program);
  for (const { name } of list(module, "Export")) module.removeExport(name);
  for (const { name } of list(module, "ElementSegment")) module.removeElementSegment(name);
  list(module, "Function").forEach(({ name, params, results }, place) => {
    if (moved.has(name)) return;
    // A function that becomes an import would keep the type that only a definition has.
    module.removeFunction(name);
    module.addFunctionImport(name, FIRST, `f${place}`, params, results);
  });
  for (const { name, type, mutable } of list(module, "Global")) {
    module.addGlobalImport(name, FIRST, name, type, mutable);
  }
  for (const { name } of list(module, "Table")) module.addTableImport(name, FIRST, name);
  // Both have the memory; the first half has the data.
  module.setMemory(0, NO_LIMIT);
  module.addMemoryImport("0", FIRST, "memory");
  module.addTable(TABLE, doors.length, doors.length);
  module.addTableImport(TABLE, FIRST, table);
  module.addActiveElementSegment(TABLE, TABLE, doors, module.i32.const(0));
  module.runPasses(["remove-unused-module-elements"]);
  return written(module);
}

/** The first half: the planner's functions are gone, and its doors lead to the table. */
function firstHalf(program, moved, doors, table, second) {
  const module = binaryen.readBinary(program);
  module.addTable(TABLE, doors.length, doors.length);
  module.addTableExport(TABLE, table);
  const wanted = WebAssembly.Module.imports(new WebAssembly.Module(second));
  const asked = new Set(wanted.map(({ name }) => name));
  list(module, "Function").forEach(({ name, params, results }, place) => {
    if (asked.has(`f${place}`)) module.addFunctionExport(name, `f${place}`);
    if (!moved.has(name)) return;
    module.removeFunction(name);
    const door = doors.indexOf(name);
    if (door < 0) return;
    const given = binaryen.expandType(params).map((type, i) => module.local.get(i, type));
    const call = module.call_indirect(TABLE, module.i32.const(door), given, params, results);
    module.addFunction(name, params, results, [], call);
  });
  // The page's glue code may know some of them already, by the same name.
  const known = new Set(list(module, "Export").map(({ name }) => name));
  const isAsked = ({ name }) => asked.has(name) && !known.has(name);
  for (const { name } of list(module, "Global").filter(isAsked)) module.addGlobalExport(name, name);
  for (const { name } of list(module, "Table").filter(isAsked)) module.addTableExport(name, name);
  return written(module);
}

function written(module) {
  if (!module.validate()) throw new Error("The split has made a module that is not valid.");
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/** What a module has of a kind, in its order. */
function list(module, kind) {
  const count = module[`getNum${kind}s`]();
  const info = binaryen[`get${kind}Info`];
  return Array.from({ length: count }, (_, i) => info(module[`get${kind}ByIndex`](i)));
}
