// Looks for known weaknesses in what is depended on, in the two lists that there are of them.
//
// Each list is on a server of its own. One that cannot be reached is named and makes the audit
// fail: an audit that has not taken place has found nothing out.

import { spawnSync } from "node:child_process";

const AUDITS = [
  {
    name: "crates, in the RustSec database",
    isReachable: () => run("cargo-deny", ["fetch", "db"]).status === 0,
    check: ["cargo-deny", ["--locked", "check", "--disable-fetch", "advisories"]],
  },
  {
    name: "npm packages, in the registry's list",
    isReachable: () => run("npm", ["audit", "--json"]).stdout.includes("auditReportVersion"),
    check: ["npm", ["audit"]],
  },
];

const outcomes = AUDITS.map(({ name, isReachable, check }) => {
  if (!isReachable()) return `${name}: not reachable, so not audited`;
  const { status } = run(...check, "inherit");
  return `${name}: ${status === 0 ? "nothing known" : "see above"}`;
});
console.log(outcomes.join("\n"));
process.exitCode = outcomes.every((outcome) => outcome.endsWith("nothing known")) ? 0 : 1;

function run(command, options, stdio = "pipe") {
  return spawnSync(command, options, { encoding: "utf8", stdio });
}
