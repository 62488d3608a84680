// The accessibility tree as a screen reader meets it, one line for each node: role, name, what is
// said besides. Arguments: the nodes as DevTools give them; what a day is called on which nothing is
// planned; and whether weeks of such days are told, too.
const [nodes, free, whole] = arguments;
const byId = new Map(nodes.map((node) => [node.nodeId, node]));
// What is shown to be compared differs with every number of the standard.
const CODES = /\b(?:[0-9a-f]{4} ){15}[0-9a-f]{4}\b|sha384-[\w+/=]+/g;
const plain = (value) => String(value ?? "").replace(/\s+/g, " ").replace(CODES, "…").replaceAll(location.origin, "http://…").trim();
const bare = (value) => plain(value).replace(/\s/g, "");
const roleOf = (node) => node?.role?.value ?? "";
const nameOf = (node) => plain(node.name?.value);
const parentOf = (node) => byId.get(node.parentId);

// What only lays out is passed, with what is in it told in its place.
const PASSED = new Set(["none", "generic", "GenericContainer", "Section"]);
// What a screen reader does not stop at; of a list the choice is told.
const DROPPED = new Set(["InlineTextBox", "LineBreak", "ListMarker", "MenuListPopup"]);
// Labels are said with what they name.
const LABELS = new Set(["LabelText", "Legend", "caption", "Figcaption"]);
// What is said with a role and a name. Other properties say nothing or follow from these.
const SAID = ["level", "checked", "pressed", "expanded", "selected", "disabled", "required", "invalid",
  "readonly", "hasPopup", "multiselectable", "live", "atomic", "busy", "valuetext", "valuemin", "valuemax"];
const USUAL = { invalid: "false", live: "off", hasPopup: "false" };
// What has no name, but a text in it: it stands in the same line.
const TEXTS = new Set(["StaticText", "time", "strong", "emphasis", "code"]);
const CELLS = new Set(["rowheader", "columnheader", "gridcell"]);
const HOLDERS = new Set(["paragraph", "listitem", "definition", "term", "alert", "status"]);

const names = new Set(nodes.filter((node) => !node.ignored && roleOf(node) !== "StaticText"
  && !LABELS.has(roleOf(node)) && !DROPPED.has(roleOf(node))).map((node) => bare(nameOf(node))));

function children(node) {
  return (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    if (!child || DROPPED.has(roleOf(child))) return [];
    if (LABELS.has(roleOf(child)) && names.has(bare(textOf(child))) && !hasHeading(child)) return [];
    return child.ignored || roleOf(child) === "generic" || (PASSED.has(roleOf(child)) && !nameOf(child)) ? children(child) : [child];
  });
}

function hasHeading(node) {
  return roleOf(node) === "heading" || (node.childIds ?? []).some((id) => byId.has(id) && hasHeading(byId.get(id)));
}

const isText = (nodes) => nodes.length > 0 && nodes.every((node) => TEXTS.has(roleOf(node)));

function textOf(node) {
  if (roleOf(node) === "StaticText") return nameOf(node);
  return (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).map(textOf).join(" ");
}

function line(node) {
  const role = roleOf(node);
  const properties = new Map((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const said = SAID.filter((name) => properties.has(name) && !(name === "level" && role === "listitem"))
    .map((name) => [name, properties.get(name)])
    .filter(([name, value]) => (value !== false || name === "expanded") && value !== "" && String(value) !== USUAL[name])
    .map(([name, value]) => (value === true || value === "true" ? name : `${name}=${plain(value)}`));
  const text = HOLDERS.has(role) && isText(children(node)) ? plain(textOf(node)) : "";
  const name = role === "row" ? "" : nameOf(node) || text;
  const value = plain(node.value?.value);
  const description = plain(node.description?.value);
  return [
    role === "StaticText" ? "text" : role,
    name && JSON.stringify(name),
    value && bare(value) !== bare(name) && `value ${JSON.stringify(value)}`,
    ...said,
    properties.get("focusable") && role !== "RootWebArea" && "·",
    description && `(${description})`,
  ].filter(Boolean).join(" ");
}

const lines = [];
function write(node, depth) {
  lines.push("  ".repeat(depth) + line(node));
  const inside = children(node);
  const told = bare(nameOf(node) || node.value?.value);
  if (isText(inside) && (HOLDERS.has(roleOf(node)) || bare(textOf(node)) === told)) return;
  if (roleOf(node) === "textbox" || roleOf(node) === "image") return;
  if (CELLS.has(roleOf(node)) && isText(inside) && told.includes(bare(textOf(node)))) return;
  if (roleOf(node) === "cell" && isText(inside)) return;
  let passed = 0;
  for (const child of inside) {
    if (!whole && isFreeWeek(child)) passed += 1;
    else if (isHead(child)) lines.push(`${"  ".repeat(depth + 1)}row: ${children(child).map(line).join(", ")}`);
    else write(child, depth + 1);
  }
  if (passed) lines.push(`${"  ".repeat(depth + 1)}… weeks of free days, as in planner.empty: ${passed}`);
}

/** Whether nothing is planned, chosen or in the way on any day of a week. */
function isFreeWeek(row) {
  const days = children(row).filter((cell) => roleOf(cell) === "gridcell");
  return days.length > 0 && days.every((day) => (!nameOf(day) || nameOf(day).endsWith(`, ${free}`))
    && (day.properties ?? []).every(({ name, value }) => !["selected", "disabled"].includes(name) || !value.value));
}

/** Whether a row has nothing but headers of columns. */
const isHead = (row) => roleOf(row) === "row"
  && children(row).every((cell) => roleOf(cell) === "columnheader" && isText(children(cell)));

// What stands around every page is told with the front page alone.
const isUsual = ["banner", "main", "contentinfo"].every((role) => nodes.some((node) => roleOf(node) === role));
const isFront = document.documentElement.dataset.page === "/" && /^#?\/?$/.test(location.hash);
const main = nodes.find((node) => roleOf(node) === "main");
lines.push(line(nodes[0]));
if (isUsual && !isFront) write(main, 1);
else for (const child of children(nodes[0])) write(child, 1);
// The tree of DevTools does not have it.
for (const current of document.querySelectorAll("[aria-current]")) {
  if (!current.checkVisibility()) continue;
  const name = current.getAttribute("aria-label") ?? current.textContent;
  lines.push(`current=${current.getAttribute("aria-current")}: ${JSON.stringify(plain(name))}`);
}
return lines.join("\n");
