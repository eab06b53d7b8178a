/** Whether data has lost so much that a mistake is more likely than a change: a cut file, an empty sheet, a filter. */

import { failure } from "./request.js";

/**
 * Throws if data has fewer than half of the events that other data has, or events of fewer than half of the entities.
 * @param {string|undefined} before  JSON of what is shown
 * @param {string} after  the text of what would be shown; a text that is not JSON is not judged
 */
export function refuseShrunken(before, after) {
  const [had, has] = [before, after].map(count);
  if (!had || !has || (2 * has.events >= had.events && 2 * has.entities >= had.entities)) return;
  const words = `${has.events} events of ${has.entities} entities, but what is shown has ${had.events} of ${had.entities}`;
  throw failure("shrunken", `The newer data has ${words}. If less than half is right, publish it as the copy.`);
}

/** @param {string|undefined} text */
function count(text = "") {
  const { events } = Object(parse(text));
  if (!Array.isArray(events)) return undefined;
  return { events: events.length, entities: new Set(events.map((event) => Object(event).entity)).size };
}

/**
 * The built-in dataset and CSV are not JSON.
 * @param {string} text
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
