// Says of each line of the standard input whether it is a document that the schema of the
// standard's data accepts: `true`, or `false` and why.
//
//   node tools/check_schema.mjs < documents.jsonl

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";

const schema = new URL("../public/standard.schema.json", import.meta.url);
// What a condition of the schema asks for need not say its type again.
const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
const accepts = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));

for await (const line of createInterface({ input: process.stdin })) {
  const accepted = accepts(JSON.parse(line));
  console.log(accepted ? "true" : `false ${ajv.errorsText(accepts.errors)}`);
}
