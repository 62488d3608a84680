// What another program reads in a calendar file, for the tests: ical.js.
//
//   node tools/read_ics.mjs file.ics [last]
//   node tools/read_ics.mjs files.json [last]
//
// Prints the events of the file as a JSON list, or for a JSON list of such files a list of lists.
// `start` and `end` are as they are written, so the end of whole days is the first day after them.
// With `last` (YYYY-MM-DD) an event also has the dates on which it begins, up to and with that day.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [path, last] = process.argv.slice(2);

function beginnings(event) {
  const dates = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 10);
    if (date > last) break;
    dates.push(date);
  }
  return dates;
}

// How a reminder is given, what it says, and how many seconds before the event.
function alarm(component) {
  return {
    action: component.getFirstPropertyValue("action"),
    description: component.getFirstPropertyValue("description"),
    seconds: component.getFirstPropertyValue("trigger").toSeconds(),
  };
}

function read(component) {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    summary: event.summary,
    description: event.description,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
    alarms: component.getAllSubcomponents("valarm").map(alarm),
    ...(last && { beginnings: beginnings(event) }),
  };
}

function events(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map(read);
}

const text = readFileSync(path, "utf8");
const answer = path.endsWith(".json") ? JSON.parse(text).map(events) : events(text);
process.stdout.write(JSON.stringify(answer));
