// What is done on each page to measure it. The plain pages have the same controls, so the same is
// done there.

/**
 * The page's first control, and how it is tried: "click", or text to write into it, two of them by
 * turns. Where pages are only read, their first heading has to stand there.
 */
const FIRST = {
  "tjek.html": { control: "#who-0, #who-1", act: "click" },
  "aflastning.html": { control: "td[data-day$='-02-03'], td[data-day$='-02-04']", act: "click" },
  "egenbetaling.html": { control: "[id^='income-'][id$='-amount']", act: ["3000", "3100"] },
  "datoer.html": { control: "#complaint-received", act: ["6.3.2026", "9.3.2026"] },
  "frit-valg.html": { control: "#choice-wanted-price, #choice-reference-price", act: ["3000", "3100"] },
  "indsaet.html": { control: "#embed-tool-1, #embed-tool-2", act: "click" },
};

const READ = { control: "main h2" };

/** How a page's first control is tried. */
export function firstControl(file) {
  return FIRST[file] ?? READ;
}

/**
 * What is done with keys and pointer, after the page has been filled in: `field` gets the focus and
 * the keys, by turns. `budget` is how many times as long as on a plain page it may take.
 */
export const EXERCISES = [
  {
    name: "check, day of birth",
    file: "tjek.html",
    field: "#born-year",
    keys: [..."1990", ...erase(4)],
  },
  {
    name: "check, a question",
    file: "tjek.html#/tjek/1",
    field: "main fieldset input[type=radio]",
    keys: ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"],
  },
  {
    name: "payment, amount",
    file: "egenbetaling.html",
    fill: [
      ["#pay-temporary", "click"],
      ["#pay-long-term", "click"],
      ["#born-day", "4"],
      ["#born-month", "5"],
      ["#born-year", "1998"],
      ["[id^=income-][id$=-amount]", "14500"],
      ["[id^=expense-][id$=-amount]", "350"],
      ["[id^=charge_temporary-][id$=-amount]", "4200"],
      ["[id^=charge_long_term-][id$=-amount]", "5200"],
    ],
    field: "[id^=income-][id$=-amount]",
    keys: ["5", "Backspace"],
  },
  {
    name: "dates",
    file: "datoer.html",
    field: "#complaint-received",
    keys: [..."6.3.2026", ...erase(8)],
  },
  {
    name: "free choice",
    file: "frit-valg.html",
    fill: [["#choice-reference-price", "95000"]],
    field: "#choice-wanted-price",
    keys: [..."98000", ...erase(5)],
  },
  {
    name: "respite, list",
    file: "aflastning.html",
    fill: planned(),
    field: "[id^=stay-][id$=-departure]",
    keys: ["Backspace", "6"],
  },
  {
    name: "calendar, arrow keys",
    file: "aflastning.html",
    fill: planned(),
    field: "td[tabindex='0']",
    keys: ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"],
    budget: 3,
  },
  {
    name: "calendar, arrow keys while choosing",
    file: "aflastning.html",
    fill: [...planned(), ["td[tabindex='0']", "click"]],
    field: "td[tabindex='0']",
    keys: ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"],
    budget: 3,
  },
  {
    name: "calendar, days by pointer",
    file: "aflastning.html",
    fill: planned(),
    days: ["02-03", "02-05", "03-03", "03-05", "04-07", "04-09"],
    budget: 3,
  },
];

/** How many times as long as on a plain page a form may take. */
export const FORM_BUDGET = 1.5;

function erase(times) {
  return Array(times).fill("Backspace");
}

/** A year of thirteen stays, as the planner itself suggests it. */
function planned() {
  return [
    ["form[data-tool=suggest] button[type=submit]", "click"],
    ["[data-act=accept]", "click"],
  ];
}
